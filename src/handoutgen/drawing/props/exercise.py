"""Exercise kit drawn: balls, weights, a box to lift, a roller."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, box

from handoutgen.content.poses.things.exercise import (
    BallProp,
    BoxProp,
    DumbbellProp,
    RollerProp,
    TinProp,
    WaterBottleProp,
)
from handoutgen.drawing.outline.shapes import disc, ellipse, hand_set, hand_set_line, joined, rounded_box, smooth
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage

_SEAMED = 2.6
"""Larger balls, in % of stature, have no seam but a light."""


def draw_ball(own: Brush, prop: BallProp) -> None:
    """A small ball has a seam; a large one two lines that show it round, and a light. In % of stature."""
    r = prop.r
    own.area(disc((0, 0), r, 72), "white" if r <= _SEAMED else "cloth")
    if r <= _SEAMED:
        for side in (-1, 1):
            seam = [(side * r * 0.62, r * 0.78), (side * r * 0.2, 0), (side * r * 0.62, -r * 0.78)]
            own.fine(hand_set_line(seam), r * 0.3)
        return
    turn = np.radians(np.linspace(112, 158, 16))
    own.line(LineString(np.c_[r * 0.76 * np.cos(turn), r * 0.76 * np.sin(turn)]), "contour", "white")
    if r > 8:
        for squeeze in (0.3, 0.72):
            low = np.radians(np.linspace(-158, -22, 24))
            own.fine(LineString(np.c_[r * 0.985 * np.cos(low), r * squeeze * np.sin(low) - 0.0]), r * 0.2)


def draw_tin(own: Brush, prop: TinProp) -> None:
    """A tin with rims and a label, in cm."""
    own.area(rounded_box(-3.7, -5.4, 3.7, 5.4, 0.7), "grey")
    own.area(box(-3.7, -3.9, 3.7, 3.9), "white", "detail")
    own.area(disc((0, 0), 2, 40), "cloth", "detail")
    own.area(ellipse(0, 5, 3.7, 0.9), "grey", "contour")


def draw_dumbbell(own: Brush, prop: DumbbellProp) -> None:
    """Two heads and a handle, in cm."""
    if prop.end_on:
        own.area(disc((0, 0), 3.6, 8), "cloth")
        own.area(disc((0, 0), 1.5, 24), "white", "detail")
        return
    own.area(box(-6, -1.35, 6, 1.35), "grey")
    for side in (-1, 1):
        near, far = sorted((side * 4.6, side * 9))
        own.area(rounded_box(near, -3.6, far, 3.6, 1.1), "cloth")
        own.fine(LineString([(side * 6.8, -2.2), (side * 6.8, 2.2)]), 2)


def draw_water_bottle(own: Brush, prop: WaterBottleProp) -> None:
    """A plastic bottle: cap, shoulders, label, water; in cm."""
    body = [
        (-1.3, 9.4),
        (1.3, 9.4),
        (1.5, 7.6),
        (2.9, 5),
        (3.0, 1.5),
        (2.7, -0.5),
        (3.0, -2.5),
        (2.9, -10.4),
        (2.4, -11),
    ]
    shape = smooth(joined([hand_set([*body, *[(-x, y) for x, y in reversed(body[2:])]], sharp=(0, 1))]), 0.3, 0.2, 0.2)
    own.area(shape)
    own.area(shape.intersection(box(-5, -12, 5, 6.2)), "cloth", None)
    own.area(shape, "none")
    own.area(shape.intersection(box(-5, 0, 5, 4.2)), "white", "detail")
    for y in (-3.4, -5.4, -7.4):
        own.fine(LineString([(-2.2, y), (2.2, y)]), 1.6)
    own.area(rounded_box(-1.6, 9, 1.6, 11.2, 0.3))


def box_axes(prop: BoxProp) -> PropAxes:
    """Its width lies along the page if it does not face elsewhere."""
    return PropAxes((prop.x, prop.y, prop.z), prop.facing or 0)


def draw_box(brush: Brush, prop: BoxProp) -> None:
    """A carton with a strip of tape and a hole for the hand; white, so that clothes part from it."""
    stage, half = Stage(brush, box_axes(prop)), prop.depth / 2
    stage.block((-prop.w / 2, prop.w / 2), (0, prop.h), (-half, half), 0.5)
    near = half if stage.frame.right[2] >= 0 else -half
    tape = [(u, v, near) for u, v in ((-1.2, prop.h), (-1.2, prop.h * 0.66), (1.2, prop.h * 0.66), (1.2, prop.h))]
    brush.fine(LineString(stage.page(tape)), 1)
    if abs(float(stage.frame.right[2])) > 0.3:
        grip = [(u, prop.h * 0.5, near) for u in (-1.6, 1.6)]
        stage.rod(grip, 1.3, "ink", weight="detail")


def box_solids(prop: BoxProp) -> list[Box]:
    """The box itself."""
    return [box_axes(prop).box((-prop.w / 2, prop.w / 2), (0, prop.h), (-prop.depth / 2, prop.depth / 2))]


def draw_roller(own: Brush, prop: RollerProp) -> None:
    """A roller from its end, in % of stature."""
    own.area(disc((0, 0), prop.r, 64), "cloth")
    own.area(disc((0, 0), prop.r * 0.5, 48), "white", "detail")
