"""A wheelchair drawn in three dimensions: from its side, from the front and between."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString

from handoutgen.content.poses.things.aids import WheelchairProp
from handoutgen.drawing.outline.shapes import disc
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage
from handoutgen.drawing.props.walking import draw_wheel, walker_axes

RADIUS = 17.5
"""Of the large wheels with their tyres: 24 inches or 60 cm across, the usual size."""
_TYRE = 1.3
_RIM = 3.0
_SPOKES = 8
_ARM_HEIGHT = 14
_EDGE_ON = 0.35
"""Below this share of its width a wheel is seen as a bar."""


def wheelchair_axes(prop: WheelchairProp) -> PropAxes:
    """Its origin is on the floor under the axle of the large wheels."""
    return walker_axes(prop, _wheel_half(prop))


def draw_wheelchair(brush: Brush, prop: WheelchairProp) -> None:
    """What lies behind the sitter, the wheel before the sitter, or all of it."""
    stage = Stage(brush, wheelchair_axes(prop))
    if prop.part in ("back", "all"):
        _behind(stage, prop)
    if prop.part in ("front", "all"):
        for side in _front_wheels(stage, prop):
            if stage.from_its_side:
                _guard(stage, prop)
            _large_wheel(stage, prop, side)
            _brake(stage, prop, side)
    if prop.part == "arm" or (prop.part == "all" and prop.arms):
        for side in stage.pair(prop.w / 2 + 0.5)[-1:]:
            _armrest(stage, prop, side)


def _wheel_half(prop: WheelchairProp) -> float:
    return prop.w / 2 + 4


def _front_wheels(stage: Stage, prop: WheelchairProp) -> tuple[float, ...]:
    """The near wheel, which hides the sitter's hip; from the front it is as far to the side as the other."""
    sides = stage.pair(_wheel_half(prop))
    return sides[-1:] if abs(float(stage.frame.right[2])) > _EDGE_ON else ()


def _behind(stage: Stage, prop: WheelchairProp) -> None:
    h, half = prop.h, prop.w / 2
    sides = stage.pair(half)
    near_wheels = _front_wheels(stage, prop)
    if not stage.faces_viewer:
        _feet(stage, prop)
    for side in stage.pair(_wheel_half(prop)):
        if side not in near_wheels and near_wheels and stage.from_its_side:
            stage.brush.hose(stage.ring((0, RADIUS, side), RADIUS - _TYRE / 2), _TYRE)
        elif side not in near_wheels:
            _large_wheel(stage, prop, side)
    for side in sides:
        course = [(-6.5, h - 2), (-7.5, h + 10), (-8.3, h + 20), (-9.6, h + 23), (-14, h + 23.4)]
        stage.rod([(u, v, side) for u, v in course], 2.1, bent=True)
    if len(sides) > 1:
        corners = [(u, h + v, w) for u, v in ((-6.6, 3), (-8.2, 20)) for w in (-half, half)]
        stage.plate(corners, 1.2, "cloth")
        if prop.arms:
            _armrest(stage, prop, sides[0])
    stage.block((-7.5, 20), (h - 3.4, h), (-half, half), 1.3, "cloth")
    if stage.faces_viewer:
        _feet(stage, prop)


def _feet(stage: Stage, prop: WheelchairProp) -> None:
    """The front of the frame: footrests, and the castors."""
    h = prop.h
    sides = slice(-1, None) if stage.from_its_side else slice(None)
    for side in stage.pair(prop.w / 2 - 1.5)[sides]:
        course = [(19, h - 3), (22.5, h - 8), (25.2, h - 19), (26, 5.5)]
        stage.rod([(u, v, side) for u, v in course], 1.7, bent=True)
        inner = side * 0.12
        if len(stage.pair(prop.w / 2)) > 1:
            stage.plate([(u, 5.4, w) for u in (25, 36) for w in (side, inner)], 1.5)
        else:
            stage.rod([(25, 5.2, side), (36, 5.9, side)], 1.9)
    for side in stage.pair(prop.w / 2 + 0.6)[sides]:
        stage.rod([(17.6, h - 3, side), (18, 9, side), (17, 4, side)], 1.8, bent=True)
        draw_wheel(stage, (16.7, 3.9, side), 3.9)


def _large_wheel(stage: Stage, prop: WheelchairProp, side: float) -> None:
    """A ring with spokes, empty so that the sitter shows behind it; seen on its edge it is a bar."""
    axle, brush = (0.0, RADIUS, side), stage.brush
    tyre = stage.ring(axle, RADIUS - _TYRE / 2)
    if abs(float(stage.frame.right[2])) <= _EDGE_ON:
        rims = [np.asarray(stage.ring((0, RADIUS, side + d), RADIUS).coords) for d in (-1.1, 1.1)]
        brush.area(LineString(np.vstack(rims)).convex_hull.buffer(-0.9).buffer(0.9), "grey")
        hand_rim = [np.asarray(stage.ring((0, RADIUS, side * 1.16 + d), RADIUS - 2).coords) for d in (-0.4, 0.4)]
        brush.area(LineString(np.vstack(hand_rim)).convex_hull.buffer(-0.35).buffer(0.35), "white")
        return
    brush.hose(tyre, _TYRE)
    brush.line(stage.ring(axle, RADIUS - _RIM))
    reach = RADIUS - _RIM
    for pair in range(_SPOKES // 2):
        turn = np.radians(pair * 360 / _SPOKES + 12 + prop.tilt)
        across = reach * np.cos(turn), reach * np.sin(turn)
        ends = [(sign * across[0], RADIUS + sign * across[1], side) for sign in (-1, 1)]
        brush.line(LineString(stage.page(ends)))
    brush.area(disc(stage.page([axle])[0], 1.7))


def _guard(stage: Stage, prop: WheelchairProp) -> None:
    """The side panel that keeps clothes off the spokes."""
    side, h = stage.pair(prop.w / 2 + 1)[-1], prop.h
    stage.plate([(u, v, side) for u, v in ((-6.6, h - 3), (-6.6, h + 6.5), (11, h + 6.5), (12, h - 3))], 1.2)


def _brake(stage: Stage, prop: WheelchairProp, side: float) -> None:
    stage.rod([(14.5, prop.h - 2.5, side), (17.5, prop.h + 0.5, side)], 1.2, "grey")


def _armrest(stage: Stage, prop: WheelchairProp, side: float) -> None:
    height = prop.h + _ARM_HEIGHT
    stage.rod([(11, height - 1, side), (11, prop.h, side)], 1.7)
    stage.rod([(-5.8, height, side), (12, height, side)], 2.6)


def wheelchair_solids(prop: WheelchairProp) -> list[Box]:
    """Its seat and its back."""
    axes, half = wheelchair_axes(prop), prop.w / 2
    seat = axes.box((-7.5, 20), (prop.h - 3.4, prop.h), (-half, half))
    return [seat, axes.box((-9.5, -6.6), (prop.h + 3, prop.h + 21), (-half, half))]
