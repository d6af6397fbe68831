"""Boxes to tick: on paper a Form that has the box's ink; in a file that is filled in on a screen, a field over it."""

from __future__ import annotations

from handoutgen.layout.blocks.writing import typed_in
from handoutgen.layout.flow.atoms import PieceInAtom
from handoutgen.layout.flow.pieces import Blank, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Field

TICK_BOX = "☐"
BOX_SHARE, BOX_LEFT = 0.719, 0.051
"""How wide and high the box of a `TICK_BOX` is, and how far in it starts, in ems: it stands on the baseline."""
REACH = 0.1
"""How far around a box a click still ticks it, in sides of the box."""


def place_to_tick(look: Look, parent: Element, said: str, about: str) -> Element:
    """The element of a box to tick, or on paper of several: what is `said` of it there, and what it is `about`."""
    if not look.is_fillable:
        return parent.add("Form", alt=said, field=Field("tick", about))
    return parent.add("Form", field=Field("tick", about, typed_in(look)))


def tick_area(form: Element, side: float, x: float, down: float) -> list[PieceInAtom]:
    """Where a box of `side` pt is ticked on a screen; nothing for a box on paper alone."""
    if form.field is None or form.field.typed is None:
        return []
    out = REACH * side
    return [PieceInAtom(Blank(side + 2 * out, side + 2 * out, form), x - out, down - out)]


def tick_mark_area(form: Element, mark: TextPiece, x: float, down: float) -> list[PieceInAtom]:
    """The same for a box that is set as a `TICK_BOX`."""
    side = BOX_SHARE * mark.size
    return tick_area(form, side, x + BOX_LEFT * mark.size, down + mark.baseline - side)
