"""Where props come between the parts of a figure when their author does not say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from handoutgen.content.poses.things.aids import CrutchProp, StickProp, WheelchairProp
from handoutgen.content.poses.things.rooms import ChairProp
from handoutgen.drawing.props.entry import AnyProp, at_layer, layer_in_hand
from handoutgen.drawing.props.seats import chair_axes

_Stick = TypeVar("_Stick", StickProp, CrutchProp)

_FROM_BEHIND = -0.5
"""Sine of the angle at which a seat turns its back to the viewer, so that the back hides the sitter."""
_FROM_SIDE = 0.5


def before_all(prop: AnyProp) -> Sequence[AnyProp]:
    """In front of the whole figure."""
    return (at_layer(prop, "front"),)


def stick_pieces(prop: _Stick) -> Sequence[_Stick]:
    """In the hand that holds it, by default the near one."""
    return (at_layer(prop, layer_in_hand(prop.held_by or "near_hand")),)


def chair_pieces(prop: ChairProp) -> Sequence[ChairProp]:
    """All of it behind the sitter; but a backrest towards the viewer comes before."""
    if prop.layer is None and prop.part == "all" and _towards_viewer(chair_axes(prop).facing) < _FROM_BEHIND:
        return at_layer(prop, "back", part="seat"), at_layer(prop, "front", part="rest")
    return (at_layer(prop, "front" if prop.part == "rest" and _is_behind(prop) else "back"),)


def _is_behind(prop: ChairProp) -> bool:
    return _towards_viewer(chair_axes(prop).facing) < _FROM_BEHIND


def wheelchair_pieces(prop: WheelchairProp) -> Sequence[WheelchairProp]:
    """Seen from its side, the near wheel comes before the trunk, and an armrest before that."""
    if prop.part != "all" or prop.layer:
        return (at_layer(prop, "back" if prop.part in ("back", "all") else "after_trunk"),)
    pieces = [at_layer(prop, "back", part="back"), at_layer(prop, "after_trunk", part="front")]
    return [*pieces, at_layer(prop, "after_trunk", part="arm")] if prop.arms else pieces


def _towards_viewer(facing: float) -> float:
    return math.sin(math.radians(facing))
