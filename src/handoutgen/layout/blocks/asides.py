"""Asides and quiet lists: what must not be missed beside the text, and the short lists of when to stop or ask first."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.sections import Callout, CalloutKind
from handoutgen.layout.blocks.lists import BULLET, BULLET_INDENT, list_item
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.flow.atoms import (
    EASY,
    HALF,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    glued,
    merge,
    overlay,
    piece_atom,
)
from handoutgen.layout.flow.pieces import DrawingPiece, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Role
from handoutgen.story.strategies import callout_title
from handoutgen.story.voice import Runs

ICON, LARGE_ICON = 1.54, 1.35
"""In units of the body size."""
CALLOUT_ICONS = {"important": "warning", "tip": "tip", "note": "info"}


def callout_atoms(
    look: Look, parent: Element, callout: Callout, width: float, *, before: float, role: Role = "H3"
) -> list[Atom]:
    """An aside: an accent bar, an icon, its word and title in bold, then its text; kept whole unless it is higher than
    half a page. `role` is a heading of the level below the heading it stands under."""
    aside = parent.add("Div", ident=callout.kind.value)
    bar = look.scale.base * 0.25
    icon_size = look.scale.base * 1.5
    inset = bar + look.scale.base * 0.8
    hang = inset + icon_size + look.scale.base * 0.6
    label = look.text(aside.add(role), callout_title(look.voice, callout), width - hang, bold=True)
    drawing = look.icon(CALLOUT_ICONS[callout.kind.value], look.palette.accent)
    icon = DrawingPiece(None, drawing, icon_size, icon_size)
    mark = PieceInAtom(icon, inset, max(0.0, label.top + label.leading / 2 - icon_size / 2))
    first, *rest = [
        piece_atom(label).moved(hang),
        *(a.moved(hang) for a in prose(look, aside, callout.text, width - hang)),
    ]
    first = Atom((mark, *first.puts), first.height)
    whole = merge([first, *rest])
    high = max(whole.height, icon_size)
    if high > look.grid.depth * HALF:
        parts = [first, rest[0].with_break(cost=NEVER), *rest[1:]]
        return _barred(look, parts, bar, before)
    may_part = look.grid.has_columns and callout.kind is not CalloutKind.IMPORTANT  # a note may head the next column
    low = HARD if may_part else NEVER
    cost = low if high < look.grid.depth * 0.3 else EASY
    return [_beside_bar(look, whole, bar, high).with_break(before=before, cost=cost)]


def _barred(look: Look, atoms: Sequence[Atom], bar: float, before: float) -> list[Atom]:
    """The parts of a long aside, each beside its own stretch of the bar, which runs on over the white between them."""
    below = [*(atom.before for atom in atoms[1:]), 0.0]
    parts = [_beside_bar(look, atom, bar, atom.height + white) for atom, white in zip(atoms, below, strict=True)]
    return [part.with_break(before=before if i == 0 else 0.0) for i, part in enumerate(parts)]


def _beside_bar(look: Look, atom: Atom, bar: float, high: float) -> Atom:
    """Part of an aside, `high` pt in all, and what is repeated above it where it starts a page."""
    rule = PieceInAtom(UprightRule(high, bar, look.palette.accent), bar / 2, 0.0)
    heading = _beside_bar(look, atom.heading, bar, atom.heading.height) if atom.heading else None
    return Atom((rule, *atom.puts), high, atom.before, atom.cost, heading)


def quiet_list(look: Look, parent: Element, icon: str, label: str, items: Sequence[str], width: float) -> list[Atom]:
    """ "Stop if" and "Ask first": an icon, a bold word, and short items, their words under that word and their bullets
    under the icon."""
    size = _icon_size(look)
    hang = size + look.scale.base * 0.5
    word = look.text(parent.add("P"), label, width - hang, bold=True)
    mark = DrawingPiece(None, look.icon(icon, look.palette.accent), size, size)
    # Centred on the word's x-height.
    down = word.baseline - 0.36 * look.scale.base - size / 2
    first = overlay(piece_atom(word).moved(hang), Atom((PieceInAtom(mark, 0.0, down),), 0.0))
    holder = parent.add("L", numbering="Disc")
    atoms, inset = [first], max(0.0, hang - BULLET_INDENT * look.scale.base)
    for item in items:
        entry = holder.add("LI")
        atoms += [a.moved(inset) for a in list_item(
            look, entry, BULLET, look.voice.phrase(item), width - inset, BULLET_INDENT, before=look.unit * 0.25
        )]  # fmt: skip
    return glued(atoms)


def _icon_size(look: Look) -> float:
    """Of an icon beside words that keep a reader safe: 6.5 mm beside 12 pt; large print has lines enough for less."""
    return look.scale.base * (LARGE_ICON if look.scale.is_large else ICON)


def marked_line(look: Look, parent: Element, icon: str, words: Runs, width: float, *, before: float) -> Atom:
    """A line that must not be missed, with an icon before it: what to take care of, how much to take."""
    size = _icon_size(look)
    hang = size + look.scale.base * 0.5
    piece = look.text(parent.add("P"), words, width - hang)
    mark = DrawingPiece(None, look.icon(icon, look.palette.accent), size, size)
    down = piece.baseline - 0.36 * look.scale.base - size / 2
    return overlay(piece_atom(piece).moved(hang), Atom((PieceInAtom(mark, 0.0, down),), 0.0)).with_break(
        before=before, cost=EASY
    )
