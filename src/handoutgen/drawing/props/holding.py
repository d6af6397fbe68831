"""Where small things lie: at a spot, or in a hand at the hand's angle."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np

from handoutgen.content.poses.things.base import Small
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.props.brush import Brush


class Grip(NamedTuple):
    """Where a hand holds a thing, in the thing's own axes, and the direction that comes out beside the thumb."""

    x: float = 0
    y: float = 0
    thumb: float = 90
    hangs: bool = False
    """It hangs straight down however the hand is turned."""


MIDDLE: Final = Grip()


def hand_axis(brush: Brush, hand: str) -> Array:
    """The direction on the page in which a rod in the hand comes out beside the thumb; upwards if none is known."""
    axis = np.asarray(brush.anchors.get(f"{hand}_axis", (0.0, 1.0)), dtype=np.float64)[:2]
    return unit(axis) if np.hypot(*axis) > 0 else vector(0, 1)


def hand_spot(brush: Brush, hand: str) -> Array:
    """Where a hand holds things; its wrist if the figure does not tell."""
    return brush.anchor(hand if hand in brush.anchors else hand.replace("hand", "wrist"))


def laid(brush: Brush, prop: Small, grip: Grip = MIDDLE, unit_size: float = 1) -> Brush:
    """A brush in the thing's own axes, one of whose units is so many % of stature, where it lies or is held."""
    scale = prop.scale * unit_size
    if prop.held_by is None:
        return brush.moved(brush.on_page(prop.at) if prop.at else (0, 0), prop.angle, scale, flip=prop.flip)
    angle = prop.angle + (0 if grip.hangs else _angle_in_hand(brush, prop, grip))
    a, b, c, d, *_ = brush.moved((0, 0), angle, scale, flip=prop.flip).place
    shift = hand_spot(brush, prop.held_by) - vector(a * grip.x + b * grip.y, c * grip.x + d * grip.y)
    return brush.moved(shift, angle, scale, flip=prop.flip)


def _angle_in_hand(brush: Brush, prop: Small, grip: Grip) -> float:
    axis = hand_axis(brush, prop.held_by or "near_hand")
    own = 180 - grip.thumb if prop.flip else grip.thumb
    return math.degrees(math.atan2(axis[1], axis[0])) - own
