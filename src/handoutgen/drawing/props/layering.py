"""Where props come between the parts of a figure when their author does not say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, TypeVar, get_args

from handoutgen.content.poses.things.aids import CrutchProp, StickProp, WheelchairProp
from handoutgen.content.poses.things.beds import MatProp
from handoutgen.content.poses.things.cloth import BandageProp, BandProp, TowelProp
from handoutgen.content.poses.things.devices import CuffProp
from handoutgen.content.poses.things.household import ColdPackProp
from handoutgen.content.poses.things.rooms import ChairFrontProp, ChairProp
from handoutgen.content.poses.values import PropLayer
from handoutgen.drawing.props.entry import AnyProp, at_layer, layer_in_hand
from handoutgen.drawing.props.seats import as_chair, chair_axes

LAYERS: Final[tuple[PropLayer, ...]] = get_args(PropLayer)

_FROM_BEHIND = -0.5
"""Sine of the angle at which a seat turns its back to the viewer, so that the back hides the sitter."""


def before_all(prop: AnyProp) -> Sequence[AnyProp]:
    """In front of the whole figure."""
    return (at_layer(prop, "front"),)


def under_feet(prop: AnyProp) -> Sequence[AnyProp]:
    """Before the far leg and behind the near one, which stands on it."""
    return (at_layer(prop, "before_near_leg"),)


def stick_pieces(prop: StickProp) -> Sequence[StickProp]:
    """In the hand that holds it, by default the near one."""
    return (at_layer(prop, layer_in_hand(prop.held_by or "near_hand")),)


def crutch_pieces(prop: CrutchProp) -> Sequence[CrutchProp]:
    """Its shaft behind the arm that holds it, by default the near one, and its cuff before that."""
    hand = prop.held_by or "near_hand"
    behind, before = _beside_limb(hand, before=False), _beside_limb(hand, before=True)
    if prop.part != "all" or prop.layer:
        return (at_layer(prop, before if prop.part == "cuff" else behind),)
    return at_layer(prop, behind, part="shaft"), at_layer(prop, before, part="cuff")


def mat_pieces(prop: MatProp) -> Sequence[MatProp]:
    """Under the figure, and its near edge before it: nothing reaches through a mat."""
    if prop.layer is not None:
        return (prop,)
    return at_layer(prop, "back"), prop.model_copy(update={"layer": "front", "depth": 0})


_Wrap = TypeVar("_Wrap", TowelProp, BandProp)
_Round = TypeVar("_Round", BandageProp, CuffProp, ColdPackProp)
_Chair = TypeVar("_Chair", ChairProp, ChairFrontProp)
_LEG_PARTS = ("foot", "ankle", "shin", "knee", "thigh")


def wrap_pieces(prop: _Wrap) -> Sequence[_Wrap]:
    """Round a limb: what lies behind it, and what lies before it. Between two hands: before the near arm."""
    if prop.wraps is None or prop.part != "all" or prop.layer:
        before = prop.wraps is not None and prop.part != "back"
        return (at_layer(prop, _beside_limb(prop.wraps or "near_hand", before=before)),)
    front = at_layer(prop, _beside_limb(prop.wraps, before=True), part="front")
    return (at_layer(prop, _beside_limb(prop.wraps, before=False), part="back"), front) if prop.ends else (front,)


def round_limb(prop: _Round) -> Sequence[_Round]:
    """Before the limb that it lies round; a cuff that lies about, behind all."""
    return (at_layer(prop, _beside_limb(prop.wraps, before=True) if prop.wraps else "back"),)


def _beside_limb(wrapped: str, *, before: bool) -> PropLayer:
    """Painted just after the limb, so that it lies before it, or just before, so that it lies behind."""
    side, _, part = wrapped.partition("_")
    if side == "both":
        return "before_near_arm" if before else "before_far_leg"
    name = f"{'after' if before else 'before'}_{side}_{'leg' if part in _LEG_PARTS else 'arm'}"
    return next(layer for layer in LAYERS if layer == name)


def chair_pieces(prop: _Chair) -> Sequence[_Chair]:
    """All of it behind the sitter; but a backrest towards the viewer comes before."""
    facing = as_chair(prop).facing if isinstance(prop, ChairFrontProp) else chair_axes(prop).facing
    turned_away = _towards_viewer(facing or 0) < _FROM_BEHIND
    if prop.layer is None and prop.part == "all" and turned_away:
        return at_layer(prop, "back", part="seat"), at_layer(prop, "front", part="rest")
    return (at_layer(prop, "front" if prop.part == "rest" and turned_away else "back"),)


def wheelchair_pieces(prop: WheelchairProp) -> Sequence[WheelchairProp]:
    """Seen from its side, the near wheel comes before the trunk, and an armrest before that."""
    if prop.part != "all" or prop.layer:
        return (at_layer(prop, "back" if prop.part in ("back", "all") else "after_trunk"),)
    pieces = [at_layer(prop, "back", part="back"), at_layer(prop, "after_trunk", part="front")]
    return [*pieces, at_layer(prop, "after_trunk", part="arm")] if prop.arms else pieces


def _towards_viewer(facing: float) -> float:
    return math.sin(math.radians(facing))
