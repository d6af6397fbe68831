"""The room drawn: floor, wall, rails, steps, stairs, tables, worktop."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.rooms import (
    FloorProp,
    FootprintsProp,
    HandrailProp,
    RailProp,
    StairsProp,
    StepProp,
    TableProp,
    WallProp,
    WorktopProp,
)
from handoutgen.drawing.outline.shapes import bar, bent_bar, disc, hand_set
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage, axes_along, spanning_box

_WALL_THICKNESS = 6
_POST = 1.8
_BRACKET = 4.5
_TOE_ROOM = 4.5
"""Depth of the recess under a cupboard's doors: 7.5 cm, usual."""
_RAIL_OVER_STEPS = 54.0
"""92 cm; Approved Document K (England, 2013) wants 90 to 100."""
_TABLE_TOP = 2.4


def draw_floor(brush: Brush, prop: FloorProp) -> None:
    """One line."""
    brush.line(LineString([(prop.x[0], prop.y), (prop.x[1], prop.y)]), "contour")


def draw_wall(brush: Brush, prop: WallProp) -> None:
    """Its thickness in the clinic's pale colour, and its face as a line."""
    left, right = sorted((prop.x, prop.x + _WALL_THICKNESS * prop.side))
    brush.area(box(left, 0, right, prop.h), "cloth", None)
    brush.line(LineString([(prop.x, 0), (prop.x, prop.h)]), "contour")


def wall_solids(prop: WallProp) -> list[Box]:
    """The wall itself, as deep as any room."""
    middle = prop.x + _WALL_THICKNESS * prop.side / 2
    return [Box((middle, prop.h / 2, 0), (_WALL_THICKNESS, prop.h, 200))]


def draw_rail(brush: Brush, prop: RailProp) -> None:
    """A bar with round ends along its points."""
    brush.area(bar(np.array([brush.on_page(spot) for spot in prop.points]), prop.w), prop.fill)


def draw_handrail(brush: Brush, prop: HandrailProp) -> None:
    """Posts to the floor at its points, or brackets on the wall, then the rail over them."""
    course = np.array([brush.on_page(spot) for spot in prop.points])
    for x, y in course:
        low = y - _BRACKET if prop.fixed == "wall" else prop.foot + _POST / 2
        brush.area(bar([(x, y), (x, low)], _POST))
        if prop.fixed == "wall":
            brush.area(disc((x, low), _POST * 0.8), "grey")
    course[0] += (course[0] - course[1]) * 0.06
    course[-1] += (course[-1] - course[-2]) * 0.06
    brush.area(bar(course, prop.w))


def draw_step(brush: Brush, prop: StepProp) -> None:
    """A block on the floor."""
    stage = Stage(brush, axes_along(prop))
    half = prop.depth / 2
    stage.block(prop.x, (0, prop.h), (-half, half), 0.8, prop.fill)
    if prop.edge:
        edge = prop.x[0] if prop.side < 0 else prop.x[1]
        inner = edge - prop.side * 3
        stage.block((min(edge, inner), max(edge, inner)), (prop.h - 1.5, prop.h), (-half, half), 0.4, "ink", None, None)


def step_solids(prop: StepProp) -> list[Box]:
    """The block."""
    return [spanning_box(prop, 0, prop.h)]


def draw_footprints(brush: Brush, prop: FootprintsProp) -> None:
    """Soles, left and right in turn."""
    for number in range(prop.count):
        side = 1 if number % 2 == 0 else -1
        own = brush.moved((prop.x + number * prop.stride, prop.y + side * prop.apart / 2))
        sole = [(0.2, 0), (1.6, 2.1), (5, 1.7), (9, 2.4), (12.5, 2.6), (15, 0.8), (14.6, -1.4), (12, -2.4)]
        outline = [(x, y * side) for x, y in [*sole, (8, -1.8), (4, -1.7), (1.4, -2)]]
        own.area(hand_set(outline), "cloth")
        own.fine(LineString([(5.4, 1.6 * side), (5.4, -1.6 * side)]), 3)


def draw_stairs(brush: Brush, prop: StairsProp) -> None:
    """Each step a block that reaches to the floor, the highest first; seen from its side as one outline."""
    stage = Stage(brush, PropAxes((prop.x, prop.y, prop.z), 0 if prop.side > 0 else 180))
    if prop.rail:
        _stair_rail(stage, prop)
    half = prop.depth / 2
    if not stage.from_above:
        brush.area(Polygon(stage.page(_profile(prop))), "cloth")
        return
    for step in reversed(range(prop.steps)):
        reach = (step * prop.going, prop.steps * prop.going)
        stage.block(reach, (step * prop.rise, (step + 1) * prop.rise), (-half, half), 0, "cloth", top="white")


def _profile(prop: StairsProp) -> list[tuple[float, float, float]]:
    going, rise = prop.going, prop.rise
    course = [(0.0, 0.0, 0.0)]
    for step in range(prop.steps):
        course += [(step * going, (step + 1) * rise, 0.0), ((step + 1) * going, (step + 1) * rise, 0.0)]
    return [*course, (prop.steps * going, 0.0, 0.0)]


def _stair_rail(stage: Stage, prop: StairsProp) -> None:
    """A rail over the edges of the steps, on posts, on the far side."""
    far, slope = -prop.depth / 2, prop.rise / prop.going

    def over(place: float) -> tuple[float, float, float]:
        return (place, prop.rise + place * slope + _RAIL_OVER_STEPS, far)

    for step in sorted({0, prop.steps - 1}):
        foot = (step + 0.5) * prop.going
        stage.rod([(foot, (step + 1) * prop.rise, far), over(foot)], _POST)
    stage.rod([over(-0.2 * prop.going), over((prop.steps - 0.1) * prop.going)], 2.4)


def stairs_solids(prop: StairsProp) -> list[Box]:
    """A box to each step."""
    boxes = []
    for step in range(prop.steps):
        middle = prop.x + prop.side * (step + 0.5) * prop.going
        height = (step + 1) * prop.rise
        boxes.append(Box((middle, prop.y + height / 2, prop.z), (prop.going, height, prop.depth)))
    return boxes


def draw_table(brush: Brush, prop: TableProp) -> None:
    """Legs, then the top over them."""
    stage = Stage(brush, axes_along(prop))
    for side in stage.pair(prop.depth / 2 - 2):
        for x in (prop.x[0] + 3, prop.x[1] - 3):
            stage.rod([(x, prop.h - 1, side), (x, 0.9, side)], 1.9)
    stage.block(prop.x, (prop.h - _TABLE_TOP, prop.h), (-prop.depth / 2, prop.depth / 2), 0.9)


def table_solids(prop: TableProp) -> list[Box]:
    """Its top alone: knees go under it."""
    return [spanning_box(prop, prop.h - _TABLE_TOP, prop.h)]


def draw_worktop(brush: Brush, prop: WorktopProp) -> None:
    """Cupboards on a low plinth under a top that juts out a little; perhaps with a tap."""
    stage = Stage(brush, axes_along(prop))
    if prop.view == "front":
        _cupboards(stage, prop)
    else:
        _cupboards_end(stage, prop)
    if prop.sink:
        _tap(stage, (prop.x[0] + prop.x[1]) / 2, prop.h)
    stage.block(prop.x, (prop.h - 2.6, prop.h), (-prop.depth / 2, prop.depth / 2), 0.7)


def _cupboards(stage: Stage, prop: WorktopProp) -> None:
    """Doors with handles, towards the viewer."""
    (left, right), half = prop.x, prop.depth / 2
    stage.block((left + 2, right - 2), (0, 6), (-half, half - 3), 0, "grey")
    stage.block((left + 0.8, right - 0.8), (5, prop.h - 2), (-half, half - 1), 0)
    doors = max(1, round((right - left) / 26))
    for number, (first, second) in enumerate(pairwise(np.linspace(left + 0.8, right - 0.8, doors + 1))):
        _door(stage, (float(first), float(second)), prop.h, half - 1, handle_right=number == 0)


def _door(stage: Stage, reach: tuple[float, float], top: float, front: float, *, handle_right: bool) -> None:
    left, right = reach[0] + 1.6, reach[1] - 1.6
    corners = [(left, 7.8), (left, top - 5.6), (right, top - 5.6), (right, 7.8), (left, 7.8)]
    stage.brush.fine(LineString(stage.page([(x, y, front) for x, y in corners])), 1.4)
    knob = right - 2.4 if handle_right else left + 2.4
    stage.brush.fine(LineString(stage.page([(knob, top - 10, front), (knob, top - 16, front)])), 1)


def _cupboards_end(stage: Stage, prop: WorktopProp) -> None:
    """A plain panel, cut back below where feet come under it."""
    (left, right), half = prop.x, prop.depth / 2
    toes = (_TOE_ROOM, 0.8) if prop.side < 0 else (0.8, _TOE_ROOM)
    face = (1.2, 0.0) if prop.side < 0 else (0.0, 1.2)
    stage.block((left + toes[0], right - toes[1]), (0, 6.5), (-half, half - 1), 0, "grey")
    stage.block((left + face[0], right - face[1]), (6, prop.h - 2), (-half, half - 1), 0)


def _tap(stage: Stage, x: float, height: float) -> None:
    ends = stage.page([(x + dx, height + dy, 0) for dx, dy in ((0, -0.5), (0, 10), (-2.5, 13), (-6, 12), (-6.5, 9))])
    stage.brush.area(bent_bar([tuple(point) for point in ends], 1.6))


def worktop_solids(prop: WorktopProp) -> list[Box]:
    """The whole of it down to the floor."""
    return [spanning_box(prop, 0, prop.h)]
