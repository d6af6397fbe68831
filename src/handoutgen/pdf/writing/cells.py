"""The glyphs of a right-to-left run in; the codes of one plain string out, one for each character it says.

What it takes for poppler, PDFium and pdf.js to read such a string back (docs/reading-back.md says how they go about
it):

- A code says one character, so that a string turned round spells its words: the two letters of a ligature are two
  codes, of which the left one has the ink.
- Each code is a tenth of an em wide or more for each character it says. poppler takes a character that starts where
  the one before it did for the shadow of that, and ends the word: a vowel mark, which advances by nothing, would part
  every word that has one. It gets some of its letter's width instead, and its ink is moved back to where it was.
- No number stands in the string, and the baseline never moves: both would cut it. All kerning, and the place of every
  mark, is in glyphs composed for this file. Their widths are whole thousandths of an em, for PDFium cuts off the rest,
  and a line would end a point too early.
- A space is said by the code to the left of it: alone it would end poppler's word, and pdf.js would drop it. The
  first of a string has nothing on its left, and says an RLM before itself.
- What has no ink and no width (RLM and its like, joiners) is said by the code to the right of it, for pdf.js drops
  codes that end with one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import category

from handoutgen.pdf.writing.composed import ComposedGlyph
from handoutgen.text.model import NO_INK, Glyph

_LEAST = 102
"""The least width of a character, in 1/1000 em: poppler's own bound is a tenth of an em."""
_RLM = "\u200f"


class Cell(NamedTuple):
    """What one code shows and says. `said` in the order of the string: from left to right, as it stands."""

    shape: ComposedGlyph
    said: str


class _Open:
    """A cell in the making: where it ends, and its glyphs and their places, in 1/1000 em from the start of the run."""

    __slots__ = ("end", "ink", "said")

    def __init__(self, said: str, end: float, ink: Iterable[tuple[int, float, float]]) -> None:
        self.said, self.end, self.ink = said, end, list(ink)


def cells(glyphs: Sequence[Glyph], scale: float) -> list[Cell]:
    """The cells of some glyphs in visual order; `scale` leads from font units to 1/1000 em."""
    found, rest = _by_character(glyphs)
    _widen(found)
    if rest:
        found.append(_Open(rest, found[-1].end if found else 0, ()))
    made: list[Cell] = []
    start = 0
    for cell in found:
        end = round(cell.end)
        ink = tuple([(gid, round((x - start) / scale), round(y / scale)) for gid, x, y in cell.ink])
        made.append(Cell(ComposedGlyph(ink, end - start), cell.said))
        start = end
    return made


def _by_character(glyphs: Sequence[Glyph]) -> tuple[list[_Open], str]:
    """A cell for each character but spaces and the silent ones, and what is to be said behind the last."""
    found: list[_Open] = []
    ink: list[tuple[int, float, float]] = []
    silent = ""
    pen = 0.0
    for glyph in glyphs:
        if glyph.gid != NO_INK:
            ink.append((glyph.gid, pen + glyph.x_offset, glyph.y_offset))
        past = 0
        count = sum([category(character) != "Cf" for character in glyph.text])
        for character in reversed(glyph.text):
            if category(character) == "Cf":
                silent += character
                continue
            past += 1
            if character.isspace() and found:
                found[-1].said += silent + character
                found[-1].end, ink = pen + glyph.advance, []
            else:
                said = silent + character if not character.isspace() else _RLM + silent + character
                found.append(_Open(said, pen + glyph.advance * past / count, ink))
                ink = []
            silent = ""
        pen += glyph.advance
        if found:
            found[-1].end = pen
    if found:
        found[-1].ink += ink
    return found, silent


def _widen(found: Sequence[_Open]) -> None:
    """Give each cell its least width, at the cost of those to the right of it, or in the end of those to the left."""
    whole = found[-1].end if found else 0.0
    wanted = sum([_LEAST * len(cell.said) for cell in found])
    least = _LEAST * min(1.0, whole / wanted) if wanted else 0.0
    edge = 0.0
    for cell in found:
        edge = cell.end = max(cell.end, edge + least * len(cell.said))
    edge = whole
    for cell in reversed(found):
        edge = cell.end = min(cell.end, edge)
        edge -= least * len(cell.said)
