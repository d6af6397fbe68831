"""Parts of a head, a hand or a close-up: what each shape is, how it is moved into place, and how a pen paints it."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.outline.shapes import biggest, disc
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.style import FigureColours, LineWeight

DetailKind: TypeAlias = Literal["skin", "hair", "cloth", "white", "dark", "accent", "line", "fine", "finest", "dot"]
"""Six areas, then lines (``fine`` in medium and large drawings, ``finest`` in large ones only), and a dot."""
Fineness: TypeAlias = Literal["small", "medium", "large"]
"""How much a drawing can show: a whole figure, a figure's upper half, a face or a hand alone."""
DetailPlacement: TypeAlias = tuple[float, float, float, float, float, float]
"""x' = a x + b y + e and y' = c x + d y + f, as (a, b, c, d, e, f)."""

_MEDIUM: Final = 0.75
_LARGE: Final = 1.6
"""From so many mm on paper to one per cent of stature on, a drawing is medium, and large."""
_SHOWN: Final[dict[str, tuple[Fineness, ...]]] = {
    "line": ("small", "medium", "large"),
    "fine": ("medium", "large"),
    "finest": ("large",),
}
_LEAST_DOT: Final = 0.21
"""Radius in mm on paper; a smaller eye would be lost."""
_DOT: Final = 0.46


class DrawnShape(Struct, frozen=True):
    """One shape in the axes of its owner, and what it shows.

    The ``usual`` weight is a contour for areas and finer for lines; an area of weight ``none`` is only filled.
    """

    kind: DetailKind
    shape: BaseGeometry
    weight: LineWeight | Literal["usual", "none"] = "usual"


def fineness(pen: Pen) -> Fineness:
    """How much detail the pen's scale can show."""
    if pen.mm_per_unit >= _LARGE:
        return "large"
    return "medium" if pen.mm_per_unit >= _MEDIUM else "small"


def placement(origin: Array, across: Array, upwards: Array) -> DetailPlacement:
    """Moves (0, 0) to ``origin``, (1, 0) by ``across`` and (0, 1) by ``upwards``; only x and y of each count."""
    return (
        float(across[0]),
        float(upwards[0]),
        float(across[1]),
        float(upwards[1]),
        float(origin[0]),
        float(origin[1]),
    )


def turned(origin: Sequence[float], angle: float, scale: float = 1.0, *, flip: bool = False) -> DetailPlacement:
    """Moves (0, 0) to ``origin`` and turns by ``angle`` degrees to the left; ``flip`` first mirrors y."""
    cosine, sine = float(np.cos(np.radians(angle))) * scale, float(np.sin(np.radians(angle))) * scale
    side = -1.0 if flip else 1.0
    return (cosine, -sine * side, sine, cosine * side, float(origin[0]), float(origin[1]))


def placed(details: Iterable[DrawnShape], place: DetailPlacement) -> list[DrawnShape]:
    """The details moved into place."""
    return [replace(each, shape=affinity.affine_transform(each.shape, list(place))) for each in details]


def paint(pen: Pen, details: Iterable[DrawnShape], palette: FigureColours) -> None:
    """Draw the details in their order."""
    fills = {
        "skin": palette.skin,
        "hair": palette.hair,
        "cloth": palette.cloth,
        "white": palette.white,
        "dark": palette.ink,
        "accent": palette.accent,
    }
    for each in details:
        if each.kind == "dot":
            _paint_dot(pen, each.shape, palette)
        elif each.kind in fills:
            _paint_area(pen, each, fills[each.kind], palette.ink)
        elif isinstance(each.shape, LineString) and fineness(pen) in _SHOWN[each.kind]:
            pen.line(each.shape, "contour" if each.weight == "contour" else "detail", palette.ink)


def _paint_area(pen: Pen, detail: DrawnShape, fill: str, ink: str) -> None:
    shape = biggest(detail.shape)
    weight: LineWeight | None = (
        None if detail.weight == "none" else "contour" if detail.weight == "usual" else detail.weight
    )
    if not shape.interiors:
        pen.area(shape, fill, weight, colour=ink)
        return
    pen.area(slit(shape), fill, None)
    if weight:
        for ring in (shape.exterior, *shape.interiors):
            pen.line(LineString(ring.coords), weight, ink)


def slit(shape: Polygon) -> Polygon:
    """A shape whose holes are joined to its contour by slits of no width, so that one line goes round all of it."""
    course = list(shape.exterior.coords)[:-1]
    for hole in shape.interiors:
        inner = list(hole.coords)[:-1]
        if hole.is_ccw == shape.exterior.is_ccw:
            inner.reverse()
        gaps = np.hypot(*(np.array(course)[:, None] - np.array(inner)).transpose(2, 0, 1))
        outer, first = (int(place) for place in np.unravel_index(gaps.argmin(), gaps.shape))
        turned_in = [*inner[first:], *inner[: first + 1]]
        course = [*course[: outer + 1], *turned_in, *course[outer:]]
    return Polygon(course)


def _paint_dot(pen: Pen, place: BaseGeometry, palette: FigureColours) -> None:
    middle = place if isinstance(place, Point) else place.centroid
    radius = max(_DOT, _LEAST_DOT / pen.mm_per_unit)
    pen.area(disc((middle.x, middle.y), radius), palette.ink, None)
