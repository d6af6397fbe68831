"""What is drawn in one frame, back to front: paths with fill and stroke, and nothing else."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct, field
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing import style
from handoutgen.drawing.outline.shapes import biggest, half_plane, lines_of
from handoutgen.drawing.outline.vectors import Array

MM_PER_PT = 25.4 / 72
_SHORTEST_LINE = 0.8


class Stroke(Struct, frozen=True):
    """One path: its points in per cent of stature, and how it is painted. A width in mm on paper."""

    course: Array
    closed: bool
    fill: str | None
    colour: str | None
    width: float


class Pen(Struct):
    """Collects the paths of one drawing.

    ``size`` is the stature in mm on paper. Nothing under ``crop`` (a height in per cent of stature) is kept: the shapes
    themselves are cut, so that the SVG needs no clip path.
    """

    size: float
    large: bool = False
    crop: float | None = None
    strokes: list[Stroke] = field(default_factory=list)

    @property
    def mm_per_unit(self) -> float:
        """Millimetres on paper to one per cent of stature."""
        return self.size / 100

    def width(self, weight: style.LineWeight) -> float:
        """A stroke width in mm on paper."""
        return self.in_print(style.WEIGHTS[weight])

    def in_print(self, points: float) -> float:
        """A length in pt as mm on paper, heavier in large print."""
        return points * MM_PER_PT * (style.LARGE_PRINT if self.large else 1)

    def area(
        self,
        shape: BaseGeometry,
        fill: str | None,
        weight: style.LineWeight | None = "contour",
        *,
        hide: BaseGeometry | None = None,
        colour: str = style.INK,
    ) -> None:
        """Fill a shape and stroke its contour, but not where it lies in ``hide``; no stroke if ``weight`` is None."""
        whole = biggest(shape)
        if whole.is_empty:
            return
        contour = np.asarray(whole.exterior.coords)
        if weight is None or (hide is not None and whole.boundary.intersects(hide)):
            self.path(contour, closed=True, fill=fill)
            if weight is None or hide is None:
                return
            for line in lines_of(LineString(contour).difference(hide)):
                if line.length > _SHORTEST_LINE:
                    self.line(line, weight, colour)
            return
        self.path(contour, closed=True, fill=fill, colour=colour, width=self.width(weight))

    def line(self, line: LineString, weight: style.LineWeight = "detail", colour: str = style.INK) -> None:
        """Stroke a line; one that ends where it began is closed."""
        course = np.asarray(line.coords)
        closed = len(course) > 3 and bool(np.allclose(course[0], course[-1]))
        self.path(course, closed=closed, colour=colour, width=self.width(weight))

    def path(
        self,
        course: Array | Sequence[Sequence[float]],
        *,
        closed: bool,
        fill: str | None = None,
        colour: str | None = None,
        width: float = 0,
    ) -> None:
        """Add one path, cut at the crop line."""
        line = np.asarray(course, dtype=np.float64)
        if self.crop is None or line[:, 1].min() >= self.crop:
            self.strokes.append(Stroke(line, closed, fill, colour, width))
            return
        above = half_plane((0, self.crop), (0, 1), 400)
        if closed and fill:
            shape = biggest(Polygon(line).buffer(0).intersection(above))
            if not shape.is_empty:
                self.strokes.append(Stroke(np.asarray(shape.exterior.coords), True, fill, None, 0))
        if colour:
            ring = np.vstack([line, line[:1]]) if closed else line
            for piece in lines_of(LineString(ring).intersection(above)):
                self.strokes.append(Stroke(np.asarray(piece.coords), False, None, colour, width))

    def bounds(self) -> tuple[float, float, float, float]:
        """Least and greatest x and y of all paths: (x0, y0, x1, y1)."""
        everything = np.vstack([stroke.course for stroke in self.strokes])
        return (*everything.min(0), *everything.max(0))
