"""Props in three dimensions: boxes, rods and plates, turned to where they face and seen by the viewer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from shapely.geometry import LineString, MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.content.poses.things.base import Fill, Spanning
from handoutgen.drawing.outline.shapes import biggest
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, vector
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.skeleton.frames import BodyFrame, seen, standing
from handoutgen.drawing.style import LineWeight

Reach: TypeAlias = tuple[float, float]
"""From, to."""
Point3: TypeAlias = Sequence[float]
"""Forward, up, right, from the prop's own origin."""

_SEEN = 0.02
"""A face whose direction has less than this towards the viewer is not seen."""
_APART = 0.3
_ALONG = 0.95


class Box(Struct, frozen=True):
    """A solid box in the room: its middle, its size (forward, up, right), and which way it faces in degrees.

    A body may sink into it by ``soft``.
    """

    middle: tuple[float, float, float]
    size: tuple[float, float, float]
    facing: float = 0
    soft: float = 0.5

    def corners(self) -> Array:
        """The eight corners, a row each: x, y, z."""
        frame = standing(self.facing)
        halves = [vector(*signs) * vector(*self.size) / 2 for signs in product((-1.0, 1.0), repeat=3)]
        return np.array([frame.place(vector(*self.middle), *half) for half in halves])

    def depth_inside(self, point: Sequence[float] | Array) -> float:
        """How far a point lies inside, in % of stature: the way out is that long. 0 or less outside."""
        frame = standing(self.facing)
        offset = vector(*point) - vector(*self.middle)
        along = (offset @ frame.forward, offset @ frame.up, offset @ frame.right)
        return float(min(length / 2 - abs(place) for length, place in zip(self.size, along, strict=True)))


class PropAxes(Struct, frozen=True):
    """A prop's own axes in the room: its origin, and which way its front faces in degrees."""

    origin: tuple[float, float, float]
    facing: float = 0

    @property
    def frame(self) -> BodyFrame:
        """Its directions in the room."""
        return standing(self.facing)

    def points(self, places: Sequence[Point3]) -> Array:
        """Places of the prop in the room, a row each: x, y, z."""
        frame = self.frame
        return np.array([frame.place(vector(*self.origin), *place) for place in places])

    def box(self, forward: Reach, up: Reach, right: Reach, soft: float = 0.5) -> Box:
        """A solid box of the prop."""
        reaches = (forward, up, right)
        middle = self.points([[sum(reach) / 2 for reach in reaches]])[0]
        x, y, z = (float(value) for value in middle)
        length, height, width = (abs(reach[1] - reach[0]) for reach in reaches)
        return Box((x, y, z), (length, height, width), self.facing, soft)


def axes_along(prop: Spanning) -> PropAxes:
    """The axes of a prop that reaches from one x to another: forward is x."""
    return PropAxes((0, prop.y, prop.z))


def spanning_box(prop: Spanning, low: float, high: float, soft: float = 0.5) -> Box:
    """The box of such a prop between two heights."""
    return axes_along(prop).box(prop.x, (low, high), (-prop.depth / 2, prop.depth / 2), soft)


class Stage(Struct, frozen=True):
    """A prop's axes as the viewer sees them, and the brush that paints there."""

    brush: Brush
    axes: PropAxes

    @property
    def frame(self) -> BodyFrame:
        """The prop's directions as the viewer sees them."""
        return self.axes.frame.seen(self.brush.camera)

    @property
    def faces_viewer(self) -> bool:
        """Whether its front is on the viewer's side, or seen from its side."""
        return float(self.axes.frame.forward[2]) > -_SEEN

    @property
    def from_its_side(self) -> bool:
        """Whether its front looks along the page, or nearly so."""
        return abs(float(self.axes.frame.forward[0])) > _ALONG

    @property
    def from_above(self) -> bool:
        """Whether the viewer looks down on it."""
        return float(self.frame.up[2]) > _SEEN

    def page(self, places: Sequence[Point3]) -> Array:
        """Places of the prop as points on the page."""
        return seen(self.axes.points(places), self.brush.camera)[:, :2]

    def nearness(self, place: Point3) -> float:
        """How near a place is to the viewer, against others of the same prop."""
        return float(self.frame.place(np.zeros(3), *place)[2])

    def pair(self, half: float) -> tuple[float, ...]:
        """The two sides of the prop, the far one first; the near one alone if it covers the other."""
        left, right = self.page([(0, 0, -half), (0, 0, half)])
        near = half if self.frame.right[2] >= 0 else -half
        return (near,) if float(np.hypot(*(right - left))) < _APART else (-near, near)

    def rod(
        self, places: Sequence[Point3], width: float, fill: Fill = "white", *, bent: bool = False,
        weight: LineWeight = "contour",
    ) -> None:  # fmt: skip
        """A round bar along the places, smooth if it is ``bent``."""
        course = self.page(places)
        line = LineString(through(course, closed=False)) if bent else LineString(course)
        self.brush.area(line.buffer(width / 2, 12), fill, weight)

    def plate(self, places: Sequence[Point3], thickness: float, fill: Fill = "white") -> None:
        """A flat, round-edged plate between the places."""
        self.brush.area(self.hull(places).buffer(thickness / 2, 8), fill)

    def hull(self, places: Sequence[Point3]) -> BaseGeometry:
        """The outline of all places on the page."""
        return MultiPoint(self.page(places)).convex_hull

    def ring(self, middle: Point3, radius: float, *, start: float = 0, end: float = 360) -> LineString:
        """A circle, or part of one, that stands upright along the prop: as the viewer sees it."""
        turn = np.radians(np.linspace(start, end, 73))
        places = [(middle[0] + radius * np.cos(t), middle[1] + radius * np.sin(t), middle[2]) for t in turn]
        return LineString(self.page(places))

    def block(
        self, forward: Reach, up: Reach, right: Reach, radius: float = 1.0, fill: Fill = "white",
        top: Fill | None = None, weight: LineWeight | None = "contour",
    ) -> None:  # fmt: skip
        """A box with round edges; its top in another colour if ``top`` says so."""
        shape = self.hull(list(product(forward, up, right)))
        rounded = biggest(shape.buffer(-radius).buffer(radius, 8)) if radius else biggest(shape)
        shape = rounded if not rounded.is_empty else biggest(shape)
        self.brush.area(shape, fill, weight)
        if top and self.from_above:
            lid = Polygon(self.page([(forward[i], up[1], right[j]) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))]))
            self.brush.area(lid.intersection(shape), top, None)
            self.brush.area(shape, "none", weight)
        for edge in self._edges(forward, up, right):
            inside = edge.intersection(shape)
            if isinstance(inside, LineString) and inside.length > 0.8:
                self.brush.line(inside)

    def _edges(self, forward: Reach, up: Reach, right: Reach) -> list[LineString]:
        """The edges between two faces that are both seen: they meet in the corner nearest to the viewer."""
        reaches = (forward, up, right)
        towards = [float(way[2]) for way in (self.frame.forward, self.frame.up, self.frame.right)]
        near = [reach[1] if way > 0 else reach[0] for reach, way in zip(reaches, towards, strict=True)]
        far = [reach[0] if way > 0 else reach[1] for reach, way in zip(reaches, towards, strict=True)]
        edges = []
        for axis in range(3):
            if all(abs(towards[other]) > _SEEN for other in range(3) if other != axis):
                end = [far[axis] if each == axis else near[each] for each in range(3)]
                edges.append(LineString(self.page([near, end])))
        return edges
