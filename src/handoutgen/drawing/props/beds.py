"""Beds, mats and bedding drawn."""

from __future__ import annotations

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.beds import (
    BedProp,
    BedTopProp,
    BlanketProp,
    CushionProp,
    FloorTowelProp,
    MatProp,
    MatTopProp,
    PillowProp,
    RolledTowelProp,
)
from handoutgen.drawing.outline.shapes import bar, biggest, disc, rounded_box
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage, axes_along

_BED_HEIGHT = 29
"""From the floor to the mattress's top: 50 cm, usual."""
_MATTRESS, _FRAME = 6.6, 9
_MAT = 2.3
"""Its thickness, 4 cm: an elbow that sinks in stays inside."""
_SQUARENESS = 3.4
"""2 is an ellipse, more is nearer to a box."""
_FOLD = 5
"""From fold to fold of a towel on the floor."""
_TOWEL = 1.3
"""How thick a towel on the floor lies."""
_HEM = 5
"""How far the hem of a cover is turned down."""
_SOFT = 1.5
"""How far a body sinks into a mattress."""


def draw_bed(brush: Brush, prop: BedProp) -> None:
    """Headboard, legs, frame, and the mattress on it."""
    stage = Stage(brush, PropAxes((0, prop.h, prop.z)))
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
    axes, half = PropAxes((0, prop.h, prop.z)), prop.depth / 2
    boxes = [axes.box(prop.x, (-_FRAME, 0), (-half, half), _SOFT)]
    if prop.board:
        side = (prop.x[0] - 4, prop.x[0]) if prop.head == "left" else (prop.x[1], prop.x[1] + 4)
        boxes.append(axes.box(side, (-10, prop.board_h), (-half, half)))
    return boxes


def draw_mat(brush: Brush, prop: MatProp) -> None:
    """A thin block whose top is at its y; from above it is white, so that clothes part from it.

    A mat without depth is its edge alone: seen from the side it hides what sinks into the mat.
    """
    if not prop.depth and brush.camera:
        return
    half = prop.depth / 2
    Stage(brush, axes_along(prop)).block(prop.x, (-_MAT, 0), (-half, half), 0.85, "cloth", "white")


def mat_solids(prop: MatProp) -> list[Box]:
    """The mat and, since nothing goes through it, the floor under it."""
    return [axes_along(prop).box(prop.x, (-20, 0), (-prop.depth / 2, prop.depth / 2))]


def draw_bed_top(brush: Brush, prop: BedTopProp) -> None:
    """Headboard, mattress, and the cover with its hem turned down."""
    (left, right), (low, high) = prop.x, prop.y
    boards = {
        "left": (left - 5, low - 2, left + 1, high + 2),
        "right": (right - 1, low - 2, right + 5, high + 2),
        "top": (left - 2, high - 1, right + 2, high + 5),
    }
    brush.area(rounded_box(*boards[prop.head], 1.4), "cloth")
    brush.area(rounded_box(left, low, right, high, 3))
    if prop.cover:
        _draw_cover(brush, prop)


def _draw_cover(brush: Brush, prop: BedTopProp) -> None:
    (left, right), (low, high) = prop.x, prop.y
    across, up = (right - left) * prop.cover, (high - low) * prop.cover
    covers = {
        "left": ((right - across, low, right, high), (right - across, low, right - across + _HEM, high)),
        "right": ((left, low, left + across, high), (left + across - _HEM, low, left + across, high)),
        "top": ((left, low, right, low + up), (left, low + up - _HEM, right, low + up)),
    }
    cover, hem = covers[prop.head]
    whole = rounded_box(left, low, right, high, 3)
    brush.area(biggest(whole.intersection(box(*cover))), "cloth")
    brush.area(biggest(whole.intersection(box(*hem))), "white")


def draw_mat_top(brush: Brush, prop: MatTopProp) -> None:
    """A mat with round corners and a line along its edge."""
    (left, right), (low, high) = prop.x, prop.y
    brush.area(rounded_box(left, low, right, high, 2.4))
    brush.fine(LineString(rounded_box(left + 1.8, low + 1.8, right - 1.8, high - 1.8, 1).exterior.coords), 1.4)


def draw_floor_towel(brush: Brush, prop: FloorTowelProp) -> None:
    """Seen from the side, as the foot on it is: flat, with folds that stand up, and two stripes at its right end."""
    (left, right), y = prop.x, prop.y
    start = left + (right - left - prop.folds * _FOLD) * prop.at
    course: list[tuple[float, float]] = [(left, 0), ((left + start) / 2, 0), (start - 1, 0)]
    for fold in range(prop.folds):
        x, crest = start + fold * _FOLD, prop.h * (0.72 + 0.28 * (fold % 2)) - _TOWEL
        course += [(x + _FOLD * 0.1, 0), (x + _FOLD * 0.5, crest), (x + _FOLD * 0.9, 0)]
    end = start + prop.folds * _FOLD + 1
    course += [(end, 0), ((end + right) / 2, 0), (right, 0)]
    line = LineString(through(course, closed=False)).buffer(_TOWEL / 2, cap_style="flat")
    brush.area(affinity.translate(biggest(line), 0, y + _TOWEL / 2))
    for inset in (2.2, 4.2):
        brush.line(LineString([(right - inset, y), (right - inset, y + _TOWEL)]), "detail")


def soft(x: float, y: float, width: float, height: float) -> Polygon:
    """The outline of something filled: sides that bulge and corners that stand out a little (a superellipse)."""
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    across, up = np.cos(turn), np.sin(turn)
    power = 2 / _SQUARENESS
    outline = np.c_[np.sign(across) * np.abs(across) ** power, np.sign(up) * np.abs(up) ** power]
    return Polygon(outline * np.array([width / 2, height / 2]) + np.array([x, y]))


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
