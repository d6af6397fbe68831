"""Arrow heads and other markers: where they stand on a shape's outline, and how they are turned (SVG 1.1 11.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Segment, Transform
from handoutgen.pictures.svg_numbers import number
from handoutgen.pictures.svg_tree import SvgNode
from handoutgen.pictures.svg_viewport import Viewport, fitted

_Pair = tuple[float, float]


class Vertex(NamedTuple):
    """A point of an outline, and the ways in and out of it, if it has them."""

    at: _Pair
    way_in: _Pair | None
    way_out: _Pair | None

    def angle(self) -> float:
        """The direction of a marker here, in degrees: between the way in and the way out."""
        ways = [way for way in (self.way_in, self.way_out) if way and way != (0.0, 0.0)]
        if not ways:
            return 0.0
        turns = [atan2(y, x) for x, y in ways]
        return degrees(atan2(sum(map(sin, turns)), sum(map(cos, turns))))


def vertices(segments: Sequence[Segment]) -> list[Vertex]:
    """All vertices of an outline."""
    legs = list(_legs(segments))
    starts = {index for index, (operator, _) in enumerate(segments) if operator == "M"}
    found = []
    for index, (at, way_in, _) in enumerate(legs):
        is_end = index + 1 == len(legs) or index + 1 in starts
        found.append(Vertex(at, None if index in starts else way_in, None if is_end else legs[index + 1][2]))
    return found


def _legs(segments: Sequence[Segment]) -> Iterator[tuple[_Pair, _Pair, _Pair]]:
    """For each segment its end, the direction in which it arrives, and that in which it sets out."""
    x = y = start_x = start_y = 0.0
    for operator, numbers in segments:
        to_x, to_y = numbers[-2:] if numbers else (start_x, start_y)
        points = [(x, y), *zip(numbers[::2], numbers[1::2], strict=True)] if operator == "C" else [(x, y), (to_x, to_y)]
        yield (to_x, to_y), _way(points[::-1], -1), _way(points, 1)
        x, y = to_x, to_y
        if operator == "M":
            start_x, start_y = x, y


def _way(points: Sequence[_Pair], sign: int) -> _Pair:
    """From the first point towards the next that lies elsewhere."""
    (x, y), *others = points
    for to_x, to_y in others:
        if (to_x, to_y) != (x, y):
            return sign * (to_x - x), sign * (to_y - y)
    return 0.0, 0.0


def placed(
    marker: SvgNode, said: Mapping[str, str], vertex: Vertex, pen: float, is_start: bool, viewport: Viewport
) -> tuple[Transform, DrawingBox] | None:
    """The matrix from a marker's content to the shape's units, and what of the content is to be seen."""
    width, height = (viewport.length(said, name, marker.line, "3") for name in ("markerWidth", "markerHeight"))
    if width <= 0 or height <= 0:
        return None
    orient = said.get("orient", "0").strip()
    turn = vertex.angle() if orient.startswith("auto") else number(orient.removesuffix("deg"), "orient", marker.line)
    turn += 180 if orient == "auto-start-reverse" and is_start else 0
    scale = pen if said.get("markerUnits", "strokeWidth").strip() == "strokeWidth" else 1.0
    content, seen = fitted(marker, 0.0, 0.0, width, height)
    x, y = (viewport.length(said, name, marker.line) for name in ("refX", "refY"))
    ref_x, ref_y = content[0] * x + content[4], content[3] * y + content[5]
    across, up = cos(radians(turn)) * scale, sin(radians(turn)) * scale
    stand: Transform = (across, up, -up, across, *vertex.at)
    return geometry.multiply(geometry.multiply(stand, (1, 0, 0, 1, -ref_x, -ref_y)), content), seen
