"""Seats drawn: chair from any side, sofa, bench."""

from __future__ import annotations

from handoutgen.content.poses.things.rooms import BenchProp, ChairFrontProp, ChairProp, SofaProp
from handoutgen.drawing.outline.shapes import rounded_box
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage, axes_along, spanning_box

_REST_HEIGHT = 25.5
"""From the seat to the top of the backrest: 43 cm, usual."""
_ARM_HEIGHT = 13
"""From the seat to the armrest: 22 cm, usual."""
_SEAT = 2.6


def chair_axes(prop: ChairProp) -> PropAxes:
    """Origin on the floor where seat and backrest meet; facing as it says, or away from the side of its backrest."""
    facing = prop.facing if prop.facing is not None else (0 if prop.back < 0 else 180)
    return PropAxes((prop.x, prop.y, prop.z), facing)


def draw_chair(brush: Brush, prop: ChairProp) -> None:
    """Its legs, its seat and its backrest, in the order in which they hide each other."""
    _draw_chair(Stage(brush, chair_axes(prop)), prop)


def as_chair(prop: ChairFrontProp) -> ChairProp:
    """A chair that faces the viewer as any chair: the middle of its seat is at its x and z."""
    facing = 90.0 if prop.facing is None else prop.facing
    back = PropAxes((prop.x, prop.y, prop.z), facing).points([(-prop.d / 2, 0, 0)])[0]
    return ChairProp(
        type="chair", x=float(back[0]), y=prop.y, z=float(back[2]), facing=facing, h=prop.h, d=prop.d, w=prop.w,
        rest=prop.rest, arms=prop.arms, part=prop.part,
    )  # fmt: skip


def draw_chair_front(brush: Brush, prop: ChairFrontProp) -> None:
    """As any chair that faces the viewer."""
    draw_chair(brush, as_chair(prop))


def _draw_chair(stage: Stage, prop: ChairProp) -> None:
    if prop.part != "rest":
        for side in stage.pair(prop.w / 2 - 1.6):
            legs = [((1.2, -1.2), side), ((prop.d - 1.5, prop.d - 0.5), side)]
            for (top, foot), place in legs if stage.faces_viewer else reversed(legs):
                stage.rod([(top, prop.h - 1, place), (foot, 0.9, place * 1.04)], 1.8)
    if prop.rest and prop.part != "seat" and stage.faces_viewer:
        _rest(stage, prop)
    if prop.part != "rest":
        half = prop.w / 2
        stage.block((-0.8, prop.d), (prop.h - _SEAT, prop.h), (-half, half), 1.1)
        if prop.arms:
            _arms(stage, prop)
    if prop.rest and prop.part != "seat" and not stage.faces_viewer:
        _rest(stage, prop)


def _rest(stage: Stage, prop: ChairProp) -> None:
    """Two posts that lean back, and a panel between them."""
    half = prop.w / 2 - 2.2
    for side in stage.pair(half):
        stage.rod([(0.8, prop.h, side), (-2.6, prop.h + _REST_HEIGHT, side)], 2.2)
    stage.plate([(u, prop.h + v, side) for u, v in ((-1.0, 12), (-2.6, 25)) for side in (-half, half)], 3.2)


def _arms(stage: Stage, prop: ChairProp) -> None:
    height = prop.h + _ARM_HEIGHT
    for side in stage.pair(prop.w / 2 + 0.4):
        stage.rod([(prop.d - 3, prop.h - 1, side), (prop.d - 3, height, side)], 1.8)
        stage.rod([(-0.8, height, side), (prop.d - 1, height, side)], 2.4)


def chair_solids(prop: ChairProp) -> list[Box]:
    """Its seat and, if it has one, its backrest."""
    axes = chair_axes(prop)
    seat = axes.box((-0.8, prop.d), (prop.h - _SEAT, prop.h), (-prop.w / 2, prop.w / 2))
    if not prop.rest:
        return [seat]
    return [seat, axes.box((-4.2, -0.6), (prop.h + 10.4, prop.h + 26.6), (-prop.w / 2 + 0.6, prop.w / 2 - 0.6))]


def chair_front_solids(prop: ChairFrontProp) -> list[Box]:
    """As any chair."""
    return chair_solids(as_chair(prop))


def draw_sofa(brush: Brush, prop: SofaProp) -> None:
    """Its back, its base, a seat cushion and its armrest, as the front shows them."""
    (left, right), h, y = prop.x, prop.h, prop.y

    def slab(x0: float, y0: float, x1: float, y1: float, radius: float, *, cloth: bool) -> None:
        brush.area(rounded_box(x0, y + y0, x1, y + y1, radius), "cloth" if cloth else "white")

    slab(left + 4, h - 2, right - 2, h + 21, 4.5, cloth=True)
    for x in (left + 6, right - 6):
        slab(x - 1.2, 0, x + 1.2, 6.2, 1.1, cloth=False)
    slab(left + 1, 3.2, right - 1, h - 6.5, 1.5, cloth=True)
    slab(left + 7, h - 7, right - 6, h, 2, cloth=False)
    if not prop.no_arm:
        slab(left - 3, 3.2, left + 8, h + 11, 4, cloth=True)


def sofa_solids(prop: SofaProp) -> list[Box]:
    """The seat, from one armrest to the other end."""
    return [spanning_box(prop, prop.h - 7, prop.h, soft=2)]


def draw_bench(brush: Brush, prop: BenchProp) -> None:
    """Four legs and a top; a couch has a thick one."""
    stage = Stage(brush, axes_along(prop))
    thick = 4.4 if prop.padded else 2.4
    for side in stage.pair(prop.depth / 2 - 2):
        for x in (prop.x[0] + 5, prop.x[1] - 5):
            stage.rod([(x, prop.h - 1, side), (x, 0.9, side)], 2.1)
    half = prop.depth / 2
    radius = 1.8 if prop.padded else 0.9
    stage.block(prop.x, (prop.h - thick, prop.h), (-half, half), radius, "cloth" if prop.padded else "white")


def bench_solids(prop: BenchProp) -> list[Box]:
    """Its top."""
    return [spanning_box(prop, prop.h - (4.4 if prop.padded else 2.4), prop.h)]
