"""Places to write: lines under words, lines beside a label, rows of a diary. At least 10 mm from line to line.

In the structure tree each place is a Form that says what it is for; lines and rows that follow each other are one place
and are counted, so that nobody has to listen to them one by one.
"""

from __future__ import annotations

from handoutgen.layout.flow.atoms import EASY, FAIR, Atom, PieceInAtom, overlay, piece_atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Field
from handoutgen.story.writing import empty, name_of_field
from handoutgen.units import mm

LEAST_PITCH = mm(10)
LEAST_BESIDE = mm(40)
"""A shorter line beside a word goes under it."""


def pitch(look: Look) -> float:
    """From one write-on line to the next, in pt: room for a shaky hand, more in large print."""
    return max(LEAST_PITCH, 2.0 * look.scale.base)


def place_to_write(look: Look, parent: Element, said: str, about: str) -> Element:
    """The element of a place to write: what is `said` of it, and what it is `about`, in a word or two."""
    return parent.add("Form", alt=said, field=Field("write", name_of_field(about) or look.voice.word("notes")))


def blank_lines(look: Look, parent: Element | None, about: str, count: int, width: float) -> list[Atom]:
    """Empty lines to write on; without a parent for pens only."""
    form = place_to_write(look, parent, empty(look.voice, "line", count), about) if parent and count else None
    return lines_of(look, form, count, width)


def lines_of(look: Look, form: Element | None, count: int, width: float) -> list[Atom]:
    """Empty lines that are all of a place to write, or a part of it."""
    high = pitch(look)
    rule = Rule(width, look.scale.hairline, look.palette.write, element=form)
    return [Atom((PieceInAtom(rule, 0.0, high),), high, 0.0, FAIR if i else EASY) for i in range(count)]


def least_pitch(look: Look) -> float:
    """The same where room is scarce: still enough for letters as large as the print."""
    return max(LEAST_PITCH, 1.6 * look.scale.base)


def labelled_line(look: Look, parent: Element | None, label: str, width: float, high: float | None = None) -> Atom:
    """A word with a line beside it, or under it when the word takes most of the width; `high` pt in all if given.
    Without a parent both are for pens only."""
    natural = look.natural_width(label) + 0.5
    piece = look.text(parent.add("P") if parent else None, label, min(natural, width))
    form = place_to_write(look, parent, empty(look.voice, "line", 1), label) if parent else None
    room = width - natural - look.scale.base * 0.5
    if room >= min(8 * look.scale.base, LEAST_BESIDE):
        high = high or pitch(look)
        rule = Rule(room, look.scale.hairline, look.palette.write, element=form)
        down = high - piece.height + (piece.leading - piece.baseline)
        return Atom(
            (PieceInAtom(piece, 0.0, max(0.0, down)), PieceInAtom(rule, width - room, high)), high + look.scale.hairline
        )
    words = piece_atom(piece)
    (line,) = lines_of(look, form, 1, width)
    return overlay(Atom(words.puts, words.height + line.height), line.moved(0.0, words.height))
