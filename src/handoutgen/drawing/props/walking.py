"""Sticks, crutches, frames and rollators drawn."""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import LineString

from handoutgen.content.poses.things.aids import (
    CrutchProp,
    FrameProp,
    GrabBarProp,
    RollatorProp,
    StickProp,
    WheelchairProp,
)
from handoutgen.content.poses.values import Spot
from handoutgen.drawing.outline.shapes import bar, bent_bar, biggest, disc, joined, rounded_box, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.holding import hand_spot
from handoutgen.drawing.props.space import Box, PropAxes, Stage

_TUBE = 1.7
_TIP = 1.4
_SIDE_TURN = 8.0
"""Degrees: the far side of a frame 33 wide then shows 4.6 beside the near one."""
_CUFF = 3
"""Its breadth: 5 cm, usual."""
_CUFF_ABOVE_GRIP = 13
"""22 cm, usual for elbow crutches."""


def _top(brush: Brush, spot: Spot | None, hand: str | None) -> Array:
    return hand_spot(brush, hand) if hand else brush.on_page(spot or Spot(0, 45))


def draw_stick(brush: Brush, prop: StickProp) -> None:
    """A shaft, a curved handle, and a rubber tip on the floor."""
    (x, y), (foot_x, foot_y) = _top(brush, prop.top, prop.held_by), brush.on_page(prop.foot)
    s = prop.side
    shaft = bar([(x, y), (foot_x, foot_y + 1)], _TUBE)
    handle = bent_bar(
        [(x + 2.4 * s, y + 0.7), (x + 0.6 * s, y + 1.3), (x - 3 * s, y + 1.2), (x - 7.4 * s, y - 0.4)], 2.2
    )
    brush.area(smooth(joined([shaft, handle]), 0.5, 0.2, 0.2))
    draw_tip(brush, foot_x, foot_y)


def draw_tip(brush: Brush, x: float, y: float) -> None:
    """The rubber end of a stick, a crutch or a frame."""
    brush.area(rounded_box(x - _TIP, y, x + _TIP, y + 2.2, 0.7), "ink")


def draw_crutch(brush: Brush, prop: CrutchProp) -> None:
    """A shaft that bends back a little over the handle and runs behind the forearm, and a cuff round the forearm."""
    grip, foot = _top(brush, prop.grip, prop.held_by), brush.on_page(prop.foot)
    along = unit(grip - foot)
    cuff = brush.on_page(prop.cuff) if prop.cuff else grip + along * _CUFF_ABOVE_GRIP - vector(2.2 * prop.side, 0)
    upper = unit(cuff - grip)
    across = vector(upper[1], -upper[0]) * prop.side
    behind, before = cuff - across * 2.9, cuff + across * 2.7
    if prop.part != "cuff":
        brush.area(bar(np.array([grip, foot + along * 1.2]), _TUBE))
        brush.area(bar(np.array([grip - along * 2, grip, behind]), _TUBE))
        brush.area(bar(np.array([grip, grip + vector(6 * prop.side, 0.6)]), 2.2), "cloth")
        draw_tip(brush, float(foot[0]), float(foot[1]))
    if prop.part != "shaft":
        bow = LineString(through([behind, cuff - upper * 0.9, before], closed=False))
        brush.area(smooth(biggest(bow.buffer(_CUFF / 2, cap_style="flat")), 0.4, 0.2, 0.2), "grey")


def walker_axes(prop: FrameProp | RollatorProp | WheelchairProp, side: float) -> PropAxes:
    """Its axes; if no facing is said it is turned a little, so that its far side shows; its near side is at x."""
    if prop.facing is not None:
        return PropAxes((prop.x, prop.y, prop.z), prop.facing)
    turn = math.radians(_SIDE_TURN)
    return PropAxes((prop.x + side * math.sin(turn), prop.y, prop.z), _SIDE_TURN)


def draw_frame(brush: Brush, prop: FrameProp) -> None:
    """Two sides, each with a front and a rear leg under a bent handle, joined by bars in front."""
    stage, h = Stage(brush, walker_axes(prop, prop.w / 2)), prop.h
    half = prop.w / 2
    sides = stage.pair(half)
    for side in sides[:-1]:
        _frame_side(stage, prop, side)
    if len(sides) > 1:
        for u, v in ((13.9, h - 12), (15, h - 24)):
            stage.rod([(u, v, -half), (u, v, half)], _TUBE)
    _frame_side(stage, prop, sides[-1])


def _frame_side(stage: Stage, prop: FrameProp, w: float) -> None:
    h, foot = prop.h, w * 1.06
    wheel = 2.6 if prop.wheels else 0
    stage.rod([(-0.4, h - 24, w * 1.03), (15, h - 24, w * 1.03)], _TUBE)
    rear = [(-2, 1, foot), (-1.6, h * 0.3, w * 1.04), (-1.1, h * 0.7, w), (-0.6, h - 5, w), (0.4, h - 1, w), (3, h, w)]
    front = [(9, h, w), (12, h - 1.6, w), (13.4, h - 7, w), (15, h * 0.5, w * 1.03), (17, 1 + wheel, foot)]
    stage.rod([*rear, *front], _TUBE, bent=True)
    stage.rod([(2, h, w), (9.5, h, w)], 2.8, "cloth")
    for u in (-2.0,) if prop.wheels else (-2.0, 17.0):
        x, y = stage.page([(u, 0, foot)])[0]
        draw_tip(stage.brush, float(x), float(y))
    if prop.wheels:
        draw_wheel(stage, (17, 3, foot), 3)


def draw_wheel(stage: Stage, middle: tuple[float, float, float], radius: float, thickness: float = 1.6) -> None:
    """A small wheel with its axle."""
    u, v, w = middle
    rims = [np.asarray(stage.ring((u, v, w + side * thickness / 2), radius).coords) for side in (-1, 1)]
    outline = LineString(np.vstack(rims)).convex_hull
    stage.brush.area(outline, "grey")
    if outline.area > 2 * radius * radius:
        stage.brush.area(disc(stage.page([(u, v, w)])[0], radius * 0.26), "white", "detail")


def frame_solids(prop: FrameProp) -> list[Box]:
    """The bars in front: a person stands between the sides."""
    return [walker_axes(prop, prop.w / 2).box((12, 15), (prop.h - 26, prop.h - 8), (-prop.w / 2, prop.w / 2))]


def draw_rollator(brush: Brush, prop: RollatorProp) -> None:
    """Two sides with wheels, a seat and a bag between them, handles with brakes."""
    stage = Stage(brush, walker_axes(prop, prop.w / 2))
    half, h = prop.w / 2, prop.h
    sides = stage.pair(half)
    for side in sides[:-1]:
        _rollator_side(stage, h, side)
    if len(sides) > 1:
        stage.rod([(10, h * 0.62, -half), (10, h * 0.62, half)], _TUBE)
    stage.block((3, 17), (h * 0.44, h * 0.49), (-half + 1.5, half - 1.5), 0.9, "cloth")
    stage.block((7, 17.5), (h * 0.25, h * 0.44), (-half + 2.5, half - 2.5), 1.4)
    _rollator_side(stage, h, sides[-1])


def _rollator_side(stage: Stage, h: float, w: float) -> None:
    stage.rod([(8.5, h * 0.62, w), (21, 6, w)], 1.9)
    stage.rod([(6.5, h * 0.5, w), (-1.5, 6, w)], 1.9)
    stage.rod([(1, h * 0.47, w), (14, h * 0.47, w)], 1.6)
    stage.rod([(10, h * 0.44, w), (7, h - 2.5, w), (4, h, w), (-2.4, h + 0.2, w)], 1.9, bent=True)
    stage.rod([(4, h - 2.4, w), (-1.4, h - 3.4, w)], 0.9, weight="detail")
    stage.rod([(3.4, h, w), (-2.6, h + 0.2, w)], 2.8, "cloth")
    for u in (-1.8, 21.4):
        draw_wheel(stage, (u, 5.6, w), 5.6)


def rollator_solids(prop: RollatorProp) -> list[Box]:
    """Its seat and bag."""
    axes = walker_axes(prop, prop.w / 2)
    return [axes.box((7, 17), (prop.h * 0.25, prop.h * 0.49), (-prop.w / 2, prop.w / 2))]


def draw_grab_bar(brush: Brush, prop: GrabBarProp) -> None:
    """A bar between two round fixings."""
    own = brush.moved(brush.on_page(prop.at), prop.angle)
    half = prop.length / 2
    for x in (-half + 1, half - 1):
        own.area(disc((x, 0), prop.w * 0.95, 32), "cloth")
    own.area(bar([(-half + 1, 0), (half - 1, 0)], prop.w))
