"""Places to write: lines under words, lines beside a label, rows of a diary. At least 10 mm from line to line."""

from __future__ import annotations

from handoutgen.layout.flow.atoms import EASY, FAIR, Atom, PieceInAtom, overlay, piece_atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.units import mm

LEAST_PITCH = mm(10)
LEAST_BESIDE = mm(40)
"""A shorter line beside a word goes under it."""


def pitch(look: Look) -> float:
    """From one write-on line to the next, in pt: room for a shaky hand, more in large print."""
    return max(LEAST_PITCH, 2.0 * look.scale.base)


def blank_lines(look: Look, count: int, width: float) -> list[Atom]:
    """Empty lines to write on."""
    high = pitch(look)
    rule = Rule(width, look.scale.hairline, look.palette.write)
    return [Atom((PieceInAtom(rule, 0.0, high),), high, 0.0, FAIR if i else EASY) for i in range(count)]


def least_pitch(look: Look) -> float:
    """The same where room is scarce: still enough for letters as large as the print."""
    return max(LEAST_PITCH, 1.6 * look.scale.base)


def labelled_line(look: Look, parent: Element | None, label: str, width: float, high: float | None = None) -> Atom:
    """A word with a line beside it, or under it when the word takes most of the width; `high` pt in all if given."""
    natural = look.natural_width(label) + 0.5
    piece = look.text(parent.add("P") if parent else None, label, min(natural, width))
    room = width - natural - look.scale.base * 0.5
    if room >= min(8 * look.scale.base, LEAST_BESIDE):
        high = high or pitch(look)
        rule = Rule(room, look.scale.hairline, look.palette.write)
        down = high - piece.height + (piece.leading - piece.baseline)
        return Atom(
            (PieceInAtom(piece, 0.0, max(0.0, down)), PieceInAtom(rule, width - room, high)), high + look.scale.hairline
        )
    words = piece_atom(piece)
    line = blank_lines(look, 1, width)[0]
    return overlay(Atom(words.puts, words.height + line.height), line.moved(0.0, words.height))
