"""What the drawing room knows about one type of prop: how it is drawn, what of it is solid, where it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias, TypeVar

from msgspec import Struct

from handoutgen.content.poses.things.base import PropPart, Small
from handoutgen.content.poses.values import PropLayer
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.holding import MIDDLE, Grip, laid
from handoutgen.drawing.props.space import Box

AnyProp = TypeVar("AnyProp", bound=PropPart)
AnyThing = TypeVar("AnyThing", bound=Small)
Pieces: TypeAlias = Sequence[PropPart]
"""Copies of one prop, each a part of it with its own layer."""


class Entry(Struct, frozen=True):
    """One type of prop."""

    model: type[PropPart]
    draw: Callable[[Brush, PropPart], None]
    boxes: Callable[[PropPart], list[Box]]
    pieces: Callable[[PropPart], Pieces]


def at_layer(prop: AnyProp, layer: PropLayer, **changes: str) -> AnyProp:
    """A copy of the prop, or of a part of it, for one layer; what the author said about layers comes first."""
    return prop.model_copy(update={"layer": prop.layer or layer, **changes})


def entry(
    model: type[AnyProp],
    draw: Callable[[Brush, AnyProp], None],
    boxes: Callable[[AnyProp], list[Box]] | None = None,
    pieces: Callable[[AnyProp], Sequence[AnyProp]] | None = None,
) -> Entry:
    """A prop drawn in the axes of the page."""

    def drawn(brush: Brush, prop: PropPart) -> None:
        if isinstance(prop, model):
            draw(brush, prop)

    def solid(prop: PropPart) -> list[Box]:
        return boxes(prop) if boxes and isinstance(prop, model) else []

    def apart(prop: PropPart) -> Pieces:
        return pieces(prop) if pieces and isinstance(prop, model) else (at_layer(prop, "back"),)

    return Entry(model, drawn, solid, apart)


CENTIMETRE: Final = 1 / 1.7
"""In % of the stature of a person 170 cm tall."""


def thing(
    model: type[AnyThing],
    draw: Callable[[Brush, AnyThing], None],
    grip: Grip = MIDDLE,
    unit_size: float = CENTIMETRE,
    lying: PropLayer = "back",
) -> Entry:
    """A small thing drawn in its own axes, in cm if no other unit is given.

    ``grip`` is where a hand holds it; ``lying`` is its layer when none does.
    """

    def drawn(brush: Brush, prop: PropPart) -> None:
        if isinstance(prop, model):
            draw(laid(brush, prop, grip, unit_size), prop)

    def apart(prop: PropPart) -> Pieces:
        held_by = prop.held_by if isinstance(prop, Small) else None
        return (at_layer(prop, layer_in_hand(held_by) if held_by else lying),)

    return Entry(model, drawn, lambda _: [], apart)


def layer_in_hand(hand: str | None) -> PropLayer:
    """Just before the arm whose hand holds it, so that its fingers lie over it; behind all if none does."""
    layers: dict[str | None, PropLayer] = {
        "near_hand": "before_near_arm",
        "far_hand": "before_far_arm",
        "right_hand": "before_right_arm",
        "left_hand": "before_left_arm",
    }
    return layers.get(hand, "back")
