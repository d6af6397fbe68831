"""Medicines drawn: tablets and their packs, glass, spoon, bottles, drops, cream."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.medicines import (
    BlisterProp,
    CapsuleProp,
    DropperProp,
    DropProp,
    GlassProp,
    MedicineBottleProp,
    PillBoxProp,
    SpoonProp,
    TabletProp,
    TubeProp,
)
from handoutgen.drawing.outline.shapes import (
    bar,
    bent_bar,
    disc,
    ellipse,
    half_plane,
    hand_set,
    joined,
    rounded_box,
    smooth,
)
from handoutgen.drawing.props.brush import Brush

_SPILLS = 0.3
"""Cosine of the tilt at which a glass is empty."""
_PITCH = 1.6
"""Cm from tablet to tablet in a blister."""
_PRESSED_DOME = [(-0.72, 0), (-0.62, 0.42), (-0.3, 0.2), (0, 0.14), (0.3, 0.2), (0.62, 0.42), (0.72, 0)]
_TORN_FOIL = [[(-0.6, -0.1), (-0.4, -0.1), (-0.66, -0.6)], [(0.6, -0.1), (0.4, -0.1), (0.66, -0.6)]]
_DAY, _DAY_DEEP = 2.8, 3.4
"""Cm of one day in a pill box."""


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
    """Foil with tablets in rows; a place that is empty shows the torn foil."""
    if prop.edge:
        _draw_blister_edge(own, prop)
        return
    width, height = prop.columns * _PITCH + 0.6, prop.rows * _PITCH + 0.6
    own.area(rounded_box(-width / 2, -height / 2, width / 2, height / 2, 0.45), "grey")
    for place in range(prop.rows * prop.columns):
        row, column = divmod(place, prop.columns)
        x = (column - (prop.columns - 1) / 2) * _PITCH
        y = ((prop.rows - 1) / 2 - row) * _PITCH
        if place < prop.empty:
            own.area(disc((x, y), 0.6, 32), "grey", "detail")
            own.fine(LineString([(x - 0.35, y - 0.15), (x - 0.05, y + 0.12), (x + 0.3, y - 0.1)]), 0.35)
        else:
            own.area(disc((x, y), 0.6, 32), "white", "detail")


def _draw_blister_edge(own: Brush, prop: BlisterProp) -> None:
    """Foil as a thin bar under a row of domes with their tablets; the last tablet taken comes just out below."""
    left = -prop.columns * _PITCH / 2
    for place in range(prop.columns):
        pocket = own.shifted(left + (place + 0.5) * _PITCH, 0)
        if place < prop.empty:
            pocket.area(hand_set(_PRESSED_DOME, sharp=(0, 6)), "white", "detail")
        else:
            pocket.area(rounded_box(-0.7, -0.4, 0.7, 0.82, 0.36).intersection(box(-1, 0, 1, 1)), "white")
            pocket.area(rounded_box(-0.45, 0.1, 0.45, 0.54, 0.2), "cloth", "detail")
    if prop.empty:
        leaving = own.shifted(left + (min(prop.empty, prop.columns) - 0.5) * _PITCH, 0)
        for flap in _TORN_FOIL:
            leaving.area(Polygon(flap), "grey", "detail")
        leaving.area(rounded_box(-0.45, -1.1, 0.45, -0.66, 0.2), "cloth")
    own.area(rounded_box(left - 0.3, -0.12, 0.3 - left, 0.12, 0.1), "grey")


def draw_pill_box(own: Brush, prop: PillBoxProp) -> None:
    """Seven compartments in a row; an open one shows tablets, its lid up behind it."""
    left, low = -3.5 * _DAY, -prop.rows * _DAY_DEEP / 2
    for row in range(prop.rows):
        for day in range(7):
            own_day = own.shifted(left + day * _DAY, low + row * _DAY_DEEP)
            _draw_day(own_day, is_open=prop.open == day + 1 and row == prop.rows - 1)


def _draw_day(own: Brush, *, is_open: bool) -> None:
    if is_open:
        own.area(rounded_box(0, _DAY_DEEP, _DAY, _DAY_DEEP * 1.9, 0.4))
    own.area(rounded_box(0, 0, _DAY, _DAY_DEEP, 0.4), "cloth" if is_open else "white")
    if is_open:
        for x, y in ((0.9, 0.9), (1.9, 1.2), (1.3, 2.3)):
            own.area(disc((x, y), 0.45, 24), "white", "detail")
    else:
        own.fine(LineString([(0.8, 0.7), (_DAY - 0.8, 0.7)]), 0.6)


def draw_glass(own: Brush, prop: GlassProp) -> None:
    """A tumbler whose water stays level however it is tilted."""
    body = Polygon([(-1.9, -3.6), (1.9, -3.6), (2.4, 3.6), (-2.4, 3.6)])
    own.area(body)
    up = own.upwards
    if prop.full > 0 and up[1] > _SPILLS:
        inside = Polygon([(-1.65, -3.2), (1.65, -3.2), (2.12, 3.3), (-2.12, 3.3)])
        under = half_plane((0, -3.2 + 6.6 * prop.full), -up, 12)
        own.area(inside.intersection(under), "cloth", None)
    own.area(body, "none")


def draw_dropper(own: Brush, prop: DropperProp) -> None:
    """A soft bottle with its nozzle down, a collar, and a drop on its label."""
    own.area(Polygon([(-0.85, 2.2), (0.85, 2.2), (0.4, 0), (-0.4, 0)]).buffer(-0.1).buffer(0.1))
    own.area(rounded_box(-1.15, 1.9, 1.15, 2.9, 0.2))
    body = joined([rounded_box(-1.7, 3.3, 1.7, 8, 0.5), box(-0.9, 2.7, 0.9, 4)])
    own.area(smooth(body, 0.3, 0.05, 0.1, 0.1), "cloth")
    own.area(box(-1.7, 4.2, 1.7, 7), "white", "detail")
    own.area(_drop_outline(0.62, 0, 5.2), "accent", None)


def draw_drop(own: Brush, prop: DropProp) -> None:
    """A drop with its point up, and a thin white line round it."""
    own.keyline(_drop_outline(prop.r), prop.fill)


def _drop_outline(r: float, x: float = 0, y: float = 0) -> Polygon:
    course = [(0, 2.2 * r), (0.9 * r, 0.2 * r), (0, -0.9 * r), (-0.9 * r, 0.2 * r)]
    return hand_set([(x + dx, y + dy) for dx, dy in course], sharp=(0,))


def draw_spoon(own: Brush, prop: SpoonProp) -> None:
    """A bowl and a handle, from above."""
    handle = Polygon([(1.6, 0.35), (8, 0.3), (12, 0.65), (12.4, 0), (12, -0.65), (8, -0.3), (1.6, -0.35)])
    own.area(smooth(joined([ellipse(0, 0, 2.4, 1.6), handle]), 0.4, 0.1, 0.15, 0.1))
    own.area(ellipse(-0.1, 0, 1.8, 1.1), "accent" if prop.filled else "white", "detail")


def draw_medicine_bottle(own: Brush, prop: MedicineBottleProp) -> None:
    """A bottle of syrup, or a wide tub of tablets, with a ribbed cap and a label."""
    wide, cap, top = (2.7, 2.5, 6.0) if prop.pills else (2.8, 1.6, 8.2)
    own.area(rounded_box(-cap, top - 0.6, cap, top + 2.2, 0.35))
    for x in np.arange(-cap + 0.7, cap - 0.4, 0.65):
        own.fine(LineString([(x, top + 0.1), (x, top + 1.6)]), 0.65)
    neck = box(-cap + 0.3, 0, cap - 0.3, top)
    body = joined([rounded_box(-wide, 0, wide, top - (0.3 if prop.pills else 1.6), 0.7), neck])
    own.area(smooth(body, 0.6, 0.05, 0.12, 0.1), "cloth")
    own.area(box(-wide, 1, wide, top * 0.62), "white", "detail")
    own.area(box(-0.3, 1.7, 0.3, 3.7), "accent", None)
    own.area(box(-1, 2.4, 1, 3), "accent", None)


def draw_tube(own: Brush, prop: TubeProp) -> None:
    """A tube that is flat at its end and round at its nozzle, and a line of cream."""
    if prop.cream:
        own.area(bent_bar([(-0.3, 0), (1, 0.1), (2, -0.4), (3, 0.1), (4, -0.3)], 0.7))
    own.area(rounded_box(-1.4, -0.45, 0, 0.45, 0.2))
    body = [(-12.6, -2.2), (-12.6, 2.2), (-6, 1.9), (-2.4, 1.6), (-1.2, 0.8), (-1.2, -0.8), (-2.4, -1.6), (-6, -1.9)]
    own.area(hand_set(body, sharp=(0, 1)), "cloth")
    own.area(box(-13.6, -2.2, -12.2, 2.2))
    own.fine(LineString([(-2.5, 1.6), (-2.5, -1.6)]), 1)
    own.area(box(-9.5, -0.9, -4.2, 0.9), "white", "detail")
