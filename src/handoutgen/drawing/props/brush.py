"""How props are painted: in axes of their own, moved to their place, in the colours of the drawing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.content.poses.things.base import Fill
from handoutgen.content.poses.values import Spot
from handoutgen.drawing.detail import DetailPlacement, turned
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.skeleton.frames import seen
from handoutgen.drawing.style import FigureColours, LineWeight

_Geometry = TypeVar("_Geometry", bound=BaseGeometry)

PALE: Final = "#dcdbd7"
"""Metal and plastic that must part from white."""
_AS_IT_IS: Final[DetailPlacement] = (1, 0, 0, 1, 0, 0)
_LEAST_SHOWN: Final = 0.42
"""In mm on paper: smaller gaps between lines would run together, so what has them is left out."""


class Brush(Struct, frozen=True):
    """Paints for one prop. ``place`` moves its own axes to the page; ``anchors`` are places on the figure."""

    pen: Pen
    palette: FigureColours
    anchors: Mapping[str, Array]
    camera: float = 0
    place: DetailPlacement = _AS_IT_IS

    def moved(self, spot: Sequence[float] | Array, angle: float = 0, scale: float = 1, *, flip: bool = False) -> Brush:
        """A brush whose (0, 0) is at ``spot``, turned to the left and enlarged; ``flip`` mirrors left and right."""
        place = turned((float(spot[0]), float(spot[1])), angle + 180 * flip, scale, flip=flip)
        return replace(self, place=place)

    def shifted(self, x: float, y: float) -> Brush:
        """A brush whose (0, 0) is at (x, y) in this one's axes."""
        a, b, c, d, e, f = self.place
        return replace(self, place=(a, b, c, d, e + a * x + b * y, f + c * x + d * y))

    def enlarged(self, scale: float) -> Brush:
        """A brush with the same (0, 0) whose units are ``scale`` of this one's."""
        a, b, c, d, e, f = self.place
        return replace(self, place=(a * scale, b * scale, c * scale, d * scale, e, f))

    def colour(self, fill: Fill) -> str | None:
        """The colour of a fill as #rrggbb; None for no fill."""
        palette = self.palette
        return {
            "white": palette.white,
            "cloth": palette.cloth,
            "ink": palette.ink,
            "accent": palette.accent,
            "grey": PALE,
        }.get(fill)

    def area(self, shape: BaseGeometry, fill: Fill = "white", weight: LineWeight | None = "contour") -> None:
        """Fill a shape and stroke its contour; no stroke if ``weight`` is None."""
        self.pen.area(self._moved(shape), self.colour(fill), weight, colour=self.palette.ink)

    def line(self, course: LineString, weight: LineWeight = "detail", fill: Fill = "ink") -> None:
        """Stroke a line."""
        self.pen.line(self._moved(course), weight, self.colour(fill) or self.palette.ink)

    def fine(self, course: LineString, gap: float, fill: Fill = "ink") -> None:
        """Stroke a line if the drawing is large enough to show a gap of so many units beside it."""
        if self.shows(gap):
            self.line(course, "detail", fill)

    def hose(self, course: LineString, width: float, fill: Fill = "white") -> None:
        """A ring or a hose along a line, filled inside its two contours."""
        line = np.asarray(self._moved(course).coords)
        closed = bool(np.allclose(line[0], line[-1]))
        contour, broad = self.pen.width("contour"), width * self.scale * self.pen.mm_per_unit
        self.pen.path(line, closed=closed, colour=self.palette.ink, width=broad + contour)
        if broad > contour:
            self.pen.path(line, closed=closed, colour=self.colour(fill), width=broad - contour)

    def shows(self, length: float) -> bool:
        """Whether so many units of the prop's own axes are wide enough on paper for two lines."""
        return length * self.scale * self.pen.mm_per_unit >= _LEAST_SHOWN * (1.4 if self.pen.large else 1)

    def keyline(self, shape: Polygon, fill: Fill) -> None:
        """Fill a shape that has no contour but a thin white line round it."""
        ring = np.asarray(self._moved(shape).exterior.coords)
        self.pen.path(ring, closed=True, fill=self.colour(fill), colour=self.palette.white, width=0.25)

    def to_own(self, point: Array) -> Array:
        """A point on the page in the prop's own axes."""
        a, b, c, d, e, f = self.place
        x, y = point[0] - e, point[1] - f
        whole = a * d - b * c
        return vector((d * x - b * y) / whole, (a * y - c * x) / whole)

    @property
    def upwards(self) -> Array:
        """The page's upward direction in the prop's own axes, of length 1."""
        return unit(self.to_own(vector(0, 1)) - self.to_own(vector(0, 0)))

    @property
    def angle(self) -> float:
        """How far the prop's own axes are turned to the left, in degrees."""
        return math.degrees(math.atan2(-self.place[1], self.place[3]))

    @property
    def scale(self) -> float:
        """How much the prop's own axes are enlarged."""
        return math.hypot(self.place[0], self.place[2])

    def on_page(self, spot: Spot) -> Array:
        """A place as the viewer sees it: x and y."""
        if spot.anchor is None:
            return seen(vector(spot.x, spot.y, spot.z or 0), self.camera)[:2]
        return self.anchor(spot.anchor) + vector(spot.x, spot.y)

    def anchor(self, name: str) -> Array:
        """A place on the figure as the viewer sees it; the origin where there is no figure."""
        return np.asarray(self.anchors.get(name, np.zeros(2)), dtype=np.float64)[:2]

    def _moved(self, shape: _Geometry) -> _Geometry:
        return shape if self.place == _AS_IT_IS else affinity.affine_transform(shape, list(self.place))
