"""Strips, towels, bands and bandages drawn."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString

from handoutgen.content.poses.things.cloth import StripProp
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.props.brush import Brush

_STRIPES = (1.2, 2.2)
"""How far from its end a towel has stripes."""


def draw_strip(brush: Brush, prop: StripProp) -> None:
    """A strip of even width along its points."""
    course = np.array([brush.on_page(spot) for spot in prop.points])
    if len(course) > 2 and not prop.straight:
        course = through(course, closed=False)
    brush.area(LineString(course).buffer(prop.w / 2, cap_style=prop.cap, join_style="round"), prop.fill)
    if prop.stripes:
        draw_stripes(brush, course[-1], course[-2], prop.w)


def draw_stripes(brush: Brush, end: Array, before: Array, width: float) -> None:
    """Two stripes across a strip near its end."""
    along = unit(before - end)
    across = vector(-along[1], along[0]) * width / 2
    for distance in _STRIPES:
        middle = end + along * distance
        brush.line(LineString([middle + across, middle - across]), "detail", "accent")
