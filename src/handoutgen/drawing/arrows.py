"""Arrows: which way something moves. One form in all drawings: a line in the accent, an open tip, a white keyline."""

from collections.abc import Mapping

import numpy as np

from handoutgen.content.poses.model import Arrow
from handoutgen.content.poses.values import Spot
from handoutgen.drawing import style
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.pen import Pen

_ARC_STEPS = 40
_TIP_BACK, _TIP_OUT = 0.95, 0.75
_KEYLINE = 0.7
"""White on both sides together, in mm on paper."""
_TANGENT = 3
"""A tip points along the last so many points of a curve."""


def draw_arrow(pen: Pen, arrow: Arrow, anchors: Mapping[str, Array]) -> None:
    """Draw one arrow."""
    course = arrow_course(arrow, anchors)
    reach = min(_TANGENT, len(course) - 1)
    length = arrow.head / pen.mm_per_unit
    lines = [course, _tip(course[-1], unit(course[-1] - course[-1 - reach]), length)]
    if arrow.both:
        lines.append(_tip(course[0], unit(course[0] - course[reach]), length))
    width = pen.width("arrow")
    for line in lines:
        pen.path(line, closed=False, colour=style.WHITE, width=width + _KEYLINE)
    for line in lines:
        pen.path(line, closed=False, colour=style.ACCENT, width=width)


def arrow_course(arrow: Arrow, anchors: Mapping[str, Array]) -> Array:
    """The points along an arrow's line."""
    if arrow.arc:
        x, y, radius, start, end = arrow.arc
        turn = np.radians(np.linspace(start, end, _ARC_STEPS))
        course: Array = np.c_[x + radius * np.cos(turn), y + radius * np.sin(turn)]
        return course
    spots = [on_page(spot, anchors) for spot in arrow.points]
    return np.array(spots) if len(spots) == 2 else through(spots, closed=False, steps=12)


def on_page(spot: Spot, anchors: Mapping[str, Array]) -> Array:
    """A place of a pose on the page."""
    if spot.anchor is None:
        return vector(spot.x, spot.y)
    place: Array = anchors[spot.anchor][:2] + vector(spot.x, spot.y)
    return place


def _tip(point: Array, way: Array, length: float) -> Array:
    across = vector(-way[1], way[0])
    back = point - way * length * _TIP_BACK
    return np.array([back + across * length * _TIP_OUT, point, back - across * length * _TIP_OUT])
