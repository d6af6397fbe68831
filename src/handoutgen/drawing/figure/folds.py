"""The short fold that a deep bend of knee or elbow leaves in the outline."""

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.outline.shapes import disc, lines_of
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.skeleton.limbs import Leg, Limb

_SHORTEST = 1.0
_TO_CONTOUR = (0.05, 3.0)


def fold(upper: BaseGeometry, lower: BaseGeometry, limb: Limb, size: float, contour: Polygon) -> LineString | None:
    """The lower part's edge inside the upper one, from the crook inwards, starting on the drawn contour."""
    crossings = [vector(place.x, place.y) for place in _points(upper.boundary.intersection(lower.boundary))]
    if not crossings:
        return None
    inwards = (unit(limb.upper_front) + unit(limb.lower_front))[:2] * (-1 if isinstance(limb, Leg) else 1)
    crook = max(crossings, key=lambda place: float((place - limb.joint[:2]) @ inwards))
    pieces = [
        line
        for line in lines_of(lower.boundary.intersection(upper).intersection(disc(crook, size)))
        if line.length > _SHORTEST
    ]
    if not pieces or contour.is_empty:
        return None
    return LineString(_from_contour(np.asarray(pieces[0].coords), crook, contour))


def _points(shape: BaseGeometry) -> list[Point]:
    return [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Point) and not part.is_empty]


def _from_contour(course: Array, crook: Array, contour: Polygon) -> Array:
    if np.linalg.norm(course[0] - crook) > np.linalg.norm(course[-1] - crook):
        course = course[::-1]
    edge = LineString(contour.exterior.coords)
    start = Point(*course[0])
    nearest = edge.interpolate(edge.project(start))
    if _TO_CONTOUR[0] < nearest.distance(start) < _TO_CONTOUR[1]:
        return np.vstack([[nearest.x, nearest.y], course])
    return course
