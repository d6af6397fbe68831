"""SVG's basic shapes and paths → segments. Their measures may stand in the style sheet (SVG 2, 7.1 and 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import Segment
from handoutgen.pictures.svg_numbers import nonsense, numbers, path_segments
from handoutgen.pictures.svg_viewport import Viewport

_PATH = re.compile(r"path\(\s*(['\"])(.*)\1\s*\)", re.DOTALL)


def outline(name: str, properties: Mapping[str, str], line: int, viewport: Viewport) -> list[Segment] | None:
    """The outline of a shape in its own units; None when the element is not a shape."""
    measures = _Measures(properties, line, viewport)
    match name:
        case "path":
            data = properties.get("d", "")
            found = _PATH.fullmatch(data.strip())
            return path_segments(found[2] if found else "" if data.strip() == "none" else data, line)
        case "rect":
            return _rectangle(measures)
        case "circle":
            radius = measures.size("r")
            return _ellipse(measures, radius, radius)
        case "ellipse":
            return _ellipse(measures, *measures.radii())
        case "line":
            x1, y1, x2, y2 = (measures.length(side) for side in ("x1", "y1", "x2", "y2"))
            return [("M", (x1, y1)), ("L", (x2, y2))]
        case "polyline":
            return _polyline(measures)
        case "polygon":
            segments = _polyline(measures)
            return [*segments, ("Z", ())] if segments else []
    return None


class _Measures:
    """The measures of one shape."""

    def __init__(self, properties: Mapping[str, str], line: int, viewport: Viewport) -> None:
        self.properties = properties
        self.line = line
        self._viewport = viewport

    def length(self, name: str) -> float:
        """A coordinate; 0 when nothing is said."""
        return 0.0 if self._is_auto(name, "0") else self._viewport.length(self.properties, name, self.line)

    def size(self, name: str) -> float:
        """A length that cannot be negative."""
        size = self.length(name)
        if size < 0:
            raise nonsense(name, self.properties[name], self.line)
        return size

    def radii(self) -> tuple[float, float]:
        """rx and ry; one that is missing or "auto" is like the other (SVG 2, 8.3 and 10.4)."""
        rx = self.size("ry") if self._is_auto("rx", "auto") else self.size("rx")
        return rx, rx if self._is_auto("ry", "auto") else self.size("ry")

    def _is_auto(self, name: str, default: str) -> bool:
        return self.properties.get(name, default).strip() == "auto"


def _rectangle(measures: _Measures) -> list[Segment]:
    x, y, width, height = measures.length("x"), measures.length("y"), measures.size("width"), measures.size("height")
    if not width or not height:
        return []
    rx, ry = measures.radii()
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, low = x + width, y + height
    if not rx or not ry:
        return [("M", (x, y)), ("L", (right, y)), ("L", (right, low)), ("L", (x, low)), ("Z", ())]
    corners = (
        ((right - rx, y), (right, y + ry)), ((right, low - ry), (right - rx, low)),
        ((x + rx, low), (x, low - ry)), ((x, y + ry), (x + rx, y)),
    )  # fmt: skip
    segments: list[Segment] = [("M", (x + rx, y))]
    for start, end in corners:
        segments += [("L", start), *geometry.arc(*start, rx, ry, 0, False, True, *end)]
    return [*segments, ("Z", ())]


def _ellipse(measures: _Measures, rx: float, ry: float) -> list[Segment]:
    if not rx or not ry:
        return []
    return geometry.ellipse(measures.length("cx"), measures.length("cy"), rx, ry)


def _polyline(measures: _Measures) -> list[Segment]:
    points = numbers(measures.properties.get("points", ""), "list of points", measures.line)
    if len(points) % 2:
        raise nonsense("list of points", measures.properties["points"], measures.line)
    pairs = list(zip(points[::2], points[1::2], strict=True))
    return [("L" if index else "M", pair) for index, pair in enumerate(pairs)]
