"""Medicines drawn: tablets and their packs, glass, spoon, bottles, drops, cream."""

from __future__ import annotations

import math

from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.medicines import (
    BlisterProp,
    CapsuleProp,
    DropperProp,
    DropProp,
    GlassProp,
    PillBoxProp,
    TabletProp,
)
from handoutgen.drawing.outline.shapes import (
    bar,
    disc,
    joined,
    rounded_box,
    smooth,
)
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.props.brush import Brush

_DAY = 3.2


def draw_tablet(own: Brush, prop: TabletProp) -> None:
    """A disc; a small one with a thin contour."""
    own.area(disc((0, 0), prop.r, 48), "white", "detail" if prop.r < 1 else "contour")
    if prop.scored:
        own.fine(LineString([(-prop.r * 0.72, 0), (prop.r * 0.72, 0)]), prop.r * 0.8)


def draw_capsule(own: Brush, prop: CapsuleProp) -> None:
    """Two halves in two colours."""
    whole = bar([(-1.4, 0), (1.4, 0)], 2.2)
    own.area(whole)
    own.area(whole.intersection(box(0, -3, 4, 3)), "accent", None)
    own.area(whole, "none")


def draw_blister(own: Brush, prop: BlisterProp) -> None:
    """Foil with tablets in rows; a place that is empty shows the torn foil as a star of lines."""
    pitch = 3.1
    width, height = prop.columns * pitch + 1.2, prop.rows * pitch + 1.2
    own.area(rounded_box(-width / 2, -height / 2, width / 2, height / 2, 0.9), "grey")
    for place in range(prop.rows * prop.columns):
        row, column = divmod(place, prop.columns)
        x = (column - (prop.columns - 1) / 2) * pitch
        y = ((prop.rows - 1) / 2 - row) * pitch
        if place < prop.empty:
            own.area(disc((x, y), 1.1, 32), "grey", "detail")
            own.fine(LineString([(x - 0.6, y - 0.3), (x, y + 0.2), (x + 0.5, y - 0.1)]), 0.6)
        else:
            own.area(disc((x, y), 1.15, 32), "white", "detail")


def draw_pill_box(own: Brush, prop: PillBoxProp) -> None:
    """Seven compartments in a row; an open one shows tablets under its lid."""
    for row in range(prop.rows):
        for day in range(7):
            x, y = day * _DAY, row * 4.0
            is_open = prop.open == day + 1 and row == prop.rows - 1
            own.area(rounded_box(x, y, x + _DAY, y + 4, 0.5), "cloth" if is_open else "white")
            if is_open:
                own.area(rounded_box(x, y + 4, x + _DAY, y + 7.6, 0.5))
                for dx, dy in ((1.0, 1.1), (2.2, 1.4), (1.5, 2.6)):
                    own.area(disc((x + dx, y + dy), 0.5, 20), "white", "detail")
            else:
                own.fine(LineString([(x + 1, y + 0.9), (x + _DAY - 1, y + 0.9)]), 0.7)


def draw_glass(own: Brush, prop: GlassProp) -> None:
    """A tumbler whose water stays level however it is tilted."""
    body = Polygon([(-1.9, -3.6), (1.9, -3.6), (2.4, 3.6), (-2.4, 3.6)])
    own.area(body)
    if prop.full > 0:
        slope = -math.tan(math.radians(max(-60.0, min(60.0, own.angle))))
        level = -3.2 + 6.6 * prop.full
        inside = Polygon([(-1.65, -3.2), (1.65, -3.2), (2.12, 3.3), (-2.12, 3.3)])
        under = Polygon([(-6, -9), (6, -9), (6, level + 6 * slope), (-6, level - 6 * slope)])
        own.area(inside.intersection(under), "cloth", None)
    own.area(body, "none")


def draw_dropper(own: Brush, prop: DropperProp) -> None:
    """A soft bottle with its neck down."""
    neck = Polygon([(-1.5, 2.3), (1.5, 2.3), (0.75, 1.2), (0.35, 0), (-0.35, 0), (-0.75, 1.2)])
    own.area(smooth(joined([box(-1.5, 2.2, 1.5, 7.2), neck]), 0.05, 0.1, 0.1, 0.1))
    own.line(LineString([(-1.4, 2.3), (1.4, 2.3)]))
    own.fine(LineString([(-1.5, 4.2), (1.5, 4.2)]), 1.2)
    own.fine(LineString([(-1.5, 6.2), (1.5, 6.2)]), 1.2)


def draw_drop(own: Brush, prop: DropProp) -> None:
    """A drop with its point up, and a thin white line round it."""
    r = prop.r
    course = through([(0, 2.2 * r), (0.9 * r, 0.2 * r), (0, -0.9 * r), (-0.9 * r, 0.2 * r)], sharp=(0,))
    own.keyline(Polygon(course), prop.fill)
