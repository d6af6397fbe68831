"""Frames of a sequence numbered: a small disc with a numeral at the top left of each, all on one line."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen, Stroke

_RADIUS = 2.2
"""In mm on paper."""
_CLEAR = 0.8
"""Room between a disc and what is drawn, in mm on paper."""
_HEIGHT = 2.5
"""Of a numeral, in mm on paper."""
_WEIGHT = 1.5
"""Of its line, in pt."""

_NUMERALS: Final[tuple[tuple[tuple[tuple[float, float], ...], ...], ...]] = (
    (((-0.24, 0.3), (0.06, 0.5), (0.06, -0.5)),),
    (((-0.3, 0.22), (-0.17, 0.44), (0.1, 0.48), (0.3, 0.24), (0.1, -0.08), (-0.3, -0.5)), ((-0.3, -0.5), (0.33, -0.5))),
    (
        ((-0.28, 0.38), (0.0, 0.5), (0.27, 0.27), (0.0, 0.04)),
        ((0.0, 0.04), (0.32, -0.22), (0.0, -0.5), (-0.32, -0.36)),
    ),
    (((0.12, -0.5), (0.12, 0.5), (-0.33, -0.2), (0.35, -0.2)),),
)
"""Lines of 1, 2, 3 and 4, one unit high round their middle."""
_SMOOTH: Final = (2, 3)


def number_frames(pens: Sequence[Pen], colour: str, white: str) -> None:
    """Draw a number in each frame, if there is more than one."""
    if len(pens) < 2:
        return
    top = max(pen.bounds()[3] * pen.mm_per_unit for pen in pens)
    corners = [(pen.bounds()[0] * pen.mm_per_unit + _RADIUS, top - _RADIUS) for pen in pens]
    if any(_is_taken(pen, corner) for pen, corner in zip(pens, corners, strict=True)):
        corners = [(x, y + 2 * _RADIUS + _CLEAR) for x, y in corners]
    for number, (pen, corner) in enumerate(zip(pens, corners, strict=True), start=1):
        _draw_number(pen, number, (corner[0] / pen.mm_per_unit, corner[1] / pen.mm_per_unit), colour, white)


def _is_taken(pen: Pen, corner: tuple[float, float]) -> bool:
    """Whether something is drawn where a number would be. ``corner`` is in mm."""
    scale = pen.mm_per_unit
    disc = Point(corner[0] / scale, corner[1] / scale).buffer((_RADIUS + _CLEAR) / scale)
    return any(_shape_of(stroke).intersects(disc) for stroke in pen.strokes)


def _shape_of(stroke: Stroke) -> BaseGeometry:
    if stroke.closed and stroke.fill and len(stroke.course) > 3:
        return Polygon(stroke.course).buffer(0)
    return LineString(stroke.course)


def _draw_number(pen: Pen, number: int, place: tuple[float, float], colour: str, white: str) -> None:
    scale = pen.mm_per_unit
    disc = np.asarray(Point(place).buffer(_RADIUS / scale, 24).exterior.coords)
    pen.path(disc, closed=True, fill=colour)
    for line in _NUMERALS[number - 1]:
        course: Array = np.array(through(line, closed=False)) if number in _SMOOTH and len(line) > 2 else np.array(line)
        pen.path(course * _HEIGHT / scale + place, closed=False, colour=white, width=pen.in_print(_WEIGHT))
