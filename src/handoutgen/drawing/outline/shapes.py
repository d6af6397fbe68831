"""Closed shapes: discs, limbs of changing width, smoothing, and what is left after a cut."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import GeometryCollection, LineString, MultiLineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector

Disc: TypeAlias = tuple[float, float, float]
"""Centre x and y, and radius."""

_LEAST_RADIUS = 0.05
_DISC_SIDES = 24
_ROUND = 12
"""Segments to a quarter of a rounded corner."""


def disc(centre: Sequence[float] | Array, radius: float, sides: int = _DISC_SIDES) -> Polygon:
    """A disc as a polygon."""
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    return Polygon(np.c_[centre[0] + radius * np.cos(turn), centre[1] + radius * np.sin(turn)])


def ellipse(x: float, y: float, half_width: float, half_height: float, rotation: float = 0) -> Polygon:
    """An ellipse round (x, y), turned by ``rotation`` degrees to the left."""
    return affinity.rotate(affinity.scale(Point(x, y).buffer(1, 16), half_width, half_height), rotation)


def hull(*shapes: BaseGeometry) -> BaseGeometry:
    """The smallest convex shape round the shapes."""
    return unary_union(shapes).convex_hull


def joined(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """All shapes as one."""
    return unary_union(list(shapes))


def tube(discs: Sequence[Disc]) -> BaseGeometry:
    """A limb of changing width: the hulls of neighbouring discs, joined."""
    rows = np.array(discs, dtype=np.float64)
    turn = np.linspace(0, 2 * np.pi, _DISC_SIDES, endpoint=False)
    radii = np.maximum(rows[:, 2], _LEAST_RADIUS)[:, None, None]
    return swept(rows[:, None, :2] + radii * np.c_[np.cos(turn), np.sin(turn)])


def swept(rings: Array) -> BaseGeometry:
    """What a ring that moves and changes covers: the hulls of neighbouring rings, joined. One row of points a ring."""
    pairs = np.concatenate([rings[:-1], rings[1:]], axis=1) if len(rings) > 1 else rings
    spans: BaseGeometry = shapely.union_all(shapely.convex_hull(shapely.multipoints(pairs)))
    return spans


def biggest(shape: BaseGeometry) -> Polygon:
    """The largest polygon of a shape; an empty one if it has none."""
    if isinstance(shape, Polygon):
        return shape
    parts = [part for part in getattr(shape, "geoms", ()) if isinstance(part, Polygon)]
    return max(parts, key=lambda part: part.area) if parts else Polygon()


def smooth(
    shape: BaseGeometry, close: float = 1.0, open_: float = 0.6, sigma: float = 0.5, step: float = 0.2
) -> Polygon:
    """The shape with creases narrower than ``close`` filled, bumps narrower than ``open_`` taken off, and its contour
    averaged with a Gaussian of width ``sigma`` along its length."""
    filled = shape.buffer(close).buffer(-close)
    if open_:
        filled = filled.buffer(-open_).buffer(open_)
    whole = biggest(filled)
    if whole.is_empty:
        return whole
    contour = resampled(np.asarray(whole.exterior.coords), step, closed=True)
    reach = int(3 * sigma / step)
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (offsets * step / sigma) ** 2)
    weights /= weights.sum()
    averaged = sum(weight * np.roll(contour, -offset, axis=0) for weight, offset in zip(weights, offsets, strict=True))
    return biggest(Polygon(averaged).buffer(0))


def resampled(contour: Array, step: float, *, closed: bool) -> Array:
    """Points about ``step`` apart along a line; a closed one does not repeat its first point at its end."""
    if closed and not np.allclose(contour[0], contour[-1]):
        contour = np.vstack([contour, contour[:1]])
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(contour, axis=0).T))]
    count = max(6, int(along[-1] / step))
    places = np.linspace(0, along[-1], count + 1)
    even: Array = np.c_[np.interp(places, along, contour[:, 0]), np.interp(places, along, contour[:, 1])]
    return even[:-1] if closed else even


def hand_set(corners_and_curves: Sequence[Sequence[float] | Array] | Array, sharp: Sequence[int] = ()) -> Polygon:
    """A closed shape through hand-set points, smooth but at the points numbered in ``sharp``."""
    return biggest(Polygon(through(corners_and_curves, closed=True, sharp=sharp)).buffer(0))


def hand_set_line(course: Sequence[Sequence[float] | Array] | Array) -> LineString:
    """A smooth open line through hand-set points."""
    return LineString(through(course, closed=False))


def rounded_box(x0: float, y0: float, x1: float, y1: float, radius: float = 1.0) -> Polygon:
    """A box with round corners."""
    return biggest(box(x0 + radius, y0 + radius, x1 - radius, y1 - radius).buffer(radius, 8))


def bar(course: Sequence[Sequence[float] | Array] | Array, width: float) -> Polygon:
    """A straight-sided bar with round ends along the points."""
    return biggest(LineString(course).buffer(width / 2, _ROUND))


def bent_bar(course: Sequence[Sequence[float] | Array] | Array, width: float) -> Polygon:
    """A bar with round ends along a smooth line through the points."""
    return biggest(hand_set_line(course).buffer(width / 2, _ROUND))


def lines_of(shape: BaseGeometry) -> list[LineString]:
    """The lines of a shape, joined where they meet."""
    if shape.is_empty:
        return []
    if isinstance(shape, MultiLineString):
        shape = linemerge(shape)
    if isinstance(shape, LineString):
        return [shape]
    if isinstance(shape, MultiLineString | GeometryCollection):
        return [part for part in shape.geoms if isinstance(part, LineString)]
    return []


def half_plane(edge: Sequence[float] | Array, towards: Sequence[float] | Array, size: float = 60) -> Polygon:
    """A square of twice ``size`` on the side of ``edge`` that ``towards`` points to: what a cut takes away."""
    ahead = unit(vector(*towards))
    across = vector(-ahead[1], ahead[0])
    start = vector(*edge)
    return Polygon(
        [
            start + across * size,
            start + across * size + ahead * size,
            start - across * size + ahead * size,
            start - across * size,
        ]
    )
