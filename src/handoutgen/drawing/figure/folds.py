"""The short crease that a deep bend of knee or elbow leaves inside the bend."""

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.outline.shapes import hand_set_line
from handoutgen.drawing.outline.vectors import unit, vector
from handoutgen.drawing.skeleton.limbs import Leg, Limb

_TO_CONTOUR = 1.6
"""A crook farther from the drawn contour lies behind something, and has no crease."""
_ASIDE = 0.5
"""The inside of a bend that shows by less than this points to the viewer or away: its crease is not on the contour."""
_HALF_WAY = 0.45
"""A crease reaches no farther across the limb than this part of its width there."""
_BOW = 0.1
_SHORTEST = 0.9


def fold(upper: BaseGeometry, lower: BaseGeometry, limb: Limb, size: float, contour: Polygon) -> LineString | None:
    """A line from the hollow of the bend, where it starts on the drawn contour, towards the joint; at most ``size``
    long."""
    crossings = [vector(place.x, place.y) for place in _points(upper.boundary.intersection(lower.boundary))]
    if not crossings or contour.is_empty:
        return None
    joint = limb.joint[:2]
    middle = unit(limb.upper_front) + unit(limb.lower_front)
    inwards = middle[:2] * (-1 if isinstance(limb, Leg) else 1)
    if np.hypot(*inwards) < _ASIDE * np.linalg.norm(middle):
        return None
    crook = max(crossings, key=lambda place: float((place - joint) @ inwards))
    nearest = contour.exterior.interpolate(contour.exterior.project(Point(*crook)))
    start = vector(nearest.x, nearest.y)
    if nearest.distance(Point(*crook)) > _TO_CONTOUR or float((start - joint) @ inwards) <= 0:
        return None
    way = unit(joint - start)
    across = LineString([start + way * 0.1, start + way * 4 * size]).intersection(contour)
    length = min(size, _HALF_WAY * across.length)
    if length < _SHORTEST:
        return None
    aside = vector(-way[1], way[0])
    bow = aside * _BOW * length * (1 if float(aside @ limb.lower[:2]) > 0 else -1)
    return hand_set_line([start, start + way * length / 2 + bow, start + way * length])


def _points(shape: BaseGeometry) -> list[Point]:
    return [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Point) and not part.is_empty]
