"""Round marks: an icon in a disc, a step's numeral in one. The disc is an artifact; its word or numeral is not."""

from __future__ import annotations

from typing import Literal

from handoutgen.content.strategies import Strategy
from handoutgen.design.colour import WHITE
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, overlay
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.units import mm

DiscKind = Literal["tint", "solid", "ring", "thin ring"]
STRATEGY_DISC, HELP_DISC = mm(14), mm(12.5)
"""Across, in pt, beside text of 12 pt."""
ICON_SHARE = 0.62
"""How much of a disc's width its icon takes: its corners stay inside."""
TICK_SHARE, TICK_RIM, TICK_DRAWN = 0.52, 0.08, 0.8
"""A tick at a disc's corner: how much of the disc's width it takes, of that its white rim, and of what is left the
tick."""
NUMERAL_DISC = 1.3
"""Across, in units of the body size."""


def disc_size(look: Look, at_twelve: float) -> float:
    """How wide a disc is in this print, in pt; it grows more slowly than the text, which says what it means."""
    return at_twelve * (1 + (look.scale.base - 12) / 24)


def icon_disc(look: Look, icon: str, size: float, kind: DiscKind = "tint") -> Atom:
    """An icon in the middle of a disc of `size` pt. `kind` tells levels apart in grey: filled, a heavy ring, a thin
    one."""
    inner = size * ICON_SHARE
    colour = WHITE if kind == "solid" else look.palette.deep
    mark = DrawingPiece(None, look.icon(icon, colour), inner, inner)
    inset = (size - inner) / 2
    thickness = {"ring": look.scale.frame * 1.7, "thin ring": look.scale.hairline}.get(kind, 0.0)
    edge = thickness / 2
    circle = Frame(
        size - thickness, size - thickness, radius=size / 2 - edge,
        stroke=look.palette.deep if thickness else None, thickness=thickness,
        fill={"tint": look.palette.tint, "solid": look.palette.deep}.get(kind),
    )  # fmt: skip
    return Atom((PieceInAtom(circle, edge, edge), PieceInAtom(mark, inset, inset)), size)


def strategy_disc(look: Look, parent: Element | None, strategy: Strategy, size: float) -> Atom:
    """A strategy's icon in its disc; with a tick at its corner where it is one to start with, which is said in words to
    who hears the page: in `parent`, or nowhere (None) where it was said before."""
    disc = icon_disc(look, strategy.icon, size)
    if strategy.id not in look.voice.chosen:
        return disc
    mark = tick_mark(look, parent, size * TICK_SHARE)
    return overlay(disc, mark.moved(size * (1 - TICK_SHARE * 0.7), 0.0))


def tick_mark(look: Look, parent: Element | None, size: float) -> Atom:
    """A white tick on a dark disc of `size` pt with a white rim: "Start with this" to who hears it."""
    figure = parent.add("Figure", alt=look.voice.word("start_with_this")) if parent else None
    rim, inner = size * TICK_RIM, size * (1 - 2 * TICK_RIM)
    white = Frame(size, size, radius=size / 2, fill=WHITE)
    dark = Frame(inner, inner, radius=inner / 2, fill=look.palette.deep)
    drawn = inner * TICK_DRAWN
    inset = (size - drawn) / 2
    tick = DrawingPiece(figure, look.icon("tick", WHITE), drawn, drawn)
    return Atom((PieceInAtom(white, 0.0, 0.0), PieceInAtom(dark, rim, rim), PieceInAtom(tick, inset, inset)), size)


def numeral_disc(look: Look, label: Element, number: int, wide: float = NUMERAL_DISC) -> Atom:
    """A step's numeral, white on a disc (`wide` body sizes across); as high as a line of the body, with the disc in its
    middle."""
    size = wide * look.scale.base
    numeral = look.text(label, str(number), size * 1.5, bold=True, colour=WHITE)
    # Figures are 2/3 of the size high: their middle is the disc's.
    middle = numeral.baseline - 0.335 * look.scale.base
    circle = Frame(size, size, radius=size / 2, fill=look.palette.accent)
    puts = (
        PieceInAtom(circle, 0.0, middle - size / 2),
        PieceInAtom(numeral, (size - numeral.ink_width) / 2, 0.0),
    )
    return Atom(puts, 0.0)
