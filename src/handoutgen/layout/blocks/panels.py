"""Panels: a tint behind what must be found, sand behind drawings, a frame round what must not be missed."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from handoutgen.layout.flow.atoms import Atom, PieceInAtom
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Look

AnyLook = TypeVar("AnyLook", bound=Look)


def panel_padding(look: Look) -> float:
    """From a panel's edge to what stands in it, in pt."""
    return look.scale.base


def for_tint(look: AnyLook) -> AnyLook:
    """The same look with links dark enough to be read on a tint."""
    return replace(look, palette=replace(look.palette, accent=look.palette.deep))


def on_panel(
    look: Look, inside: Atom, width: float, fill: str, *, least: float = 0.0, padding: float | None = None
) -> Atom:
    """An atom on a panel of `width` pt, at least `least` pt high, `panel_padding` from its edges if not `padding`."""
    pad = panel_padding(look) if padding is None else padding
    height = max(least, inside.height + 2 * pad)
    panel = Frame(width, height, radius=look.scale.corner, fill=fill)
    return Atom((PieceInAtom(panel, 0.0, 0.0), *inside.moved(pad, pad).puts), height, inside.before, inside.cost)


def framed(look: Look, inside: Atom, width: float, pad: float) -> Atom:
    """An atom in a frame of `width` pt."""
    moved = inside.moved(pad, pad)
    height = moved.height + pad
    frame = Frame(
        width, height, radius=look.scale.corner, stroke=look.palette.ink, thickness=look.scale.frame
    )  # fmt: skip
    return Atom((PieceInAtom(frame, 0.0, 0.0), *moved.puts), height, inside.before, inside.cost)
