"""Places to write: lines under words, lines beside a label, rows of a diary. At least 10 mm from line to line."""

from __future__ import annotations

from handoutgen.layout.atoms import EASY, FAIR, Atom, Put, overlay, piece_atom
from handoutgen.layout.pieces import Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.units import mm

LEAST_PITCH = mm(10)
LEAST_BESIDE = mm(40)
"""A shorter line beside a word goes under it."""


def pitch(setting: Setting) -> float:
    """From one write-on line to the next, in pt: room for a shaky hand, more in large print."""
    return max(LEAST_PITCH, 2.0 * setting.scale.base)


def blank_lines(setting: Setting, count: int, width: float) -> list[Atom]:
    """Empty lines to write on."""
    high = pitch(setting)
    rule = Rule(width, setting.scale.hairline, setting.palette.write)
    return [Atom((Put(rule, 0.0, high),), high, 0.0, FAIR if i else EASY) for i in range(count)]


def least_pitch(setting: Setting) -> float:
    """The same where room is scarce: still enough for letters as large as the print."""
    return max(LEAST_PITCH, 1.6 * setting.scale.base)


def labelled_line(
    setting: Setting, parent: Element | None, label: str, width: float, high: float | None = None
) -> Atom:
    """A word with a line beside it, or under it when the word takes most of the width; `high` pt in all if given."""
    natural = setting.natural_width(label) + 0.5
    piece = setting.text(parent.add("P") if parent else None, label, min(natural, width))
    room = width - natural - setting.scale.base * 0.5
    if room >= min(8 * setting.scale.base, LEAST_BESIDE):
        high = high or pitch(setting)
        rule = Rule(room, setting.scale.hairline, setting.palette.write)
        down = high - piece.height + (piece.leading - piece.baseline)
        return Atom((Put(piece, 0.0, max(0.0, down)), Put(rule, width - room, high)), high + setting.scale.hairline)
    words = piece_atom(piece)
    line = blank_lines(setting, 1, width)[0]
    return overlay(Atom(words.puts, words.height + line.height), line.moved(0.0, words.height))
