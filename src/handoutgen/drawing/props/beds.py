"""Beds, mats and bedding drawn."""

from __future__ import annotations

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Polygon

from handoutgen.content.poses.things.beds import (
    BedProp,
    BlanketProp,
    CushionProp,
    MatProp,
    PillowProp,
    RolledTowelProp,
)
from handoutgen.drawing.outline.shapes import bar, biggest, disc, hand_set, rounded_box
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Axes, Box, Stage, axes_along

_BED_HEIGHT = 29
"""From the floor to the mattress's top: 50 cm, usual."""
_MATTRESS, _FRAME = 6.6, 9
_MAT = 1.8
_SOFT = 1.5
"""How far a body sinks into a mattress."""


def draw_bed(brush: Brush, prop: BedProp) -> None:
    """Headboard, legs, frame, and the mattress on it."""
    stage = Stage(brush, Axes((0, prop.h, prop.z)))
    (left, right), half = prop.x, prop.depth / 2
    if prop.board:
        side = (left - 4, left) if prop.head == "left" else (right, right + 4)
        stage.block(side, (-10, prop.board_h), (-half, half), 1.4, "cloth")
    if prop.legs:
        for w in stage.pair(half - 3):
            for x in (left + 5, right - 5):
                stage.rod([(x, -8, w), (x, -_BED_HEIGHT + 1.2, w)], 2.4)
    stage.block(prop.x, (-_FRAME, -6), (-half, half), 0.9, "cloth")
    stage.block(prop.x, (-_MATTRESS, 0), (-half, half), 1.8)


def bed_solids(prop: BedProp) -> list[Box]:
    """Mattress and frame, and the headboard."""
    axes, half = Axes((0, prop.h, prop.z)), prop.depth / 2
    boxes = [axes.box(prop.x, (-_FRAME, 0), (-half, half), _SOFT)]
    if prop.board:
        side = (prop.x[0] - 4, prop.x[0]) if prop.head == "left" else (prop.x[1], prop.x[1] + 4)
        boxes.append(axes.box(side, (-10, prop.board_h), (-half, half)))
    return boxes


def draw_mat(brush: Brush, prop: MatProp) -> None:
    """A thin block whose top is at its y."""
    half = prop.depth / 2
    Stage(brush, axes_along(prop)).block(prop.x, (-_MAT, 0), (-half, half), 0.85, "cloth")


def mat_solids(prop: MatProp) -> list[Box]:
    """The mat and, since nothing goes through it, the floor under it."""
    return [axes_along(prop).box(prop.x, (-20, 0), (-prop.depth / 2, prop.depth / 2))]


def soft(x: float, y: float, width: float, height: float) -> Polygon:
    """The outline of something filled with down: sides that bulge, corners that do not."""
    a, b = width / 2, height / 2
    course = [(-a, -b * 0.9), (0, -b), (a, -b * 0.9), (a * 0.97, 0), (a, b * 0.8), (0, b * 1.08), (-a, b * 0.8)]
    return hand_set([(x + dx, y + dy) for dx, dy in [*course, (-a * 0.97, 0)]])


def draw_pillow(brush: Brush, prop: PillowProp) -> None:
    """Soft, with two short creases at its corners if there is room for them."""
    own = brush.moved(brush.on_page(prop.at), prop.angle)
    own.area(soft(0, 0, prop.w, prop.h), prop.fill)
    for side in (-1, 1):
        x, y = side * prop.w * 0.44, prop.h * 0.22
        crease = [(x, y), (x - side * prop.w * 0.06, y - prop.h * 0.1), (x - side * prop.w * 0.12, y - prop.h * 0.12)]
        own.fine(LineString(through(crease, closed=False)), prop.h * 0.22)


def draw_cushion(brush: Brush, prop: CushionProp) -> None:
    """Round at its ends."""
    x, y = brush.on_page(prop.at)
    shape = rounded_box(x - prop.w / 2, y - prop.h / 2, x + prop.w / 2, y + prop.h / 2, min(prop.w, prop.h) * 0.42)
    brush.area(affinity.rotate(shape, prop.angle, origin=(x, y)), prop.fill)


def draw_rolled_towel(own: Brush, prop: RolledTowelProp) -> None:
    """A spiral; its length to the right behind it."""
    r = prop.r
    if prop.length:
        own.area(bar([(0, 0), (prop.length, 0)], 2 * r))
    own.area(disc((0, 0), r, 48))
    turns = np.linspace(0, 2.5 * 2 * np.pi, 60)
    radius = r * (0.12 + 0.78 * turns / turns[-1])
    spiral = np.c_[radius * np.cos(turns - 1.2), radius * np.sin(turns - 1.2)]
    own.fine(LineString(spiral), r * 0.28)


def draw_blanket(brush: Brush, prop: BlanketProp) -> None:
    """A soft band under its upper line."""
    upper = through(np.array([brush.on_page(spot) for spot in prop.points]), closed=False)
    lower = upper[::-1] - np.array([0, prop.w])
    shape = biggest(Polygon(np.vstack([upper, lower])).buffer(0))
    brush.area(biggest(shape.buffer(-0.4).buffer(0.8).buffer(-0.4)), prop.fill)
