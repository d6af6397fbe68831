"""Pieces of text on pages → the lines they make, as an eye follows them: columns apart, and cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from handoutgen.pdf.reading.facts import LineFacts
from handoutgen.pdf.reading.pdfium import FoundText
from handoutgen.text.characters import BIDI_MARKS

_MARKS = dict.fromkeys(map(ord, BIDI_MARKS))
_SAME_LINE = 0.5
"""Of the smaller height: how much of it two pieces of a line share at least."""
_GAP = 1.2
"""Of the size: what is further to the side stands in another column or cell. Justified text has gaps of an em."""
_SPACE = 0.15
"""Of the size: a gap that is read as a space."""


def lines(pieces: Sequence[FoundText]) -> Iterator[LineFacts]:
    """The lines of all pages, top down on each."""
    for _, on_page in groupby(pieces, key=lambda piece: piece.page):
        for row in _rows(on_page):
            yield from _parted(row)


def _rows(pieces: Iterable[FoundText]) -> Iterator[list[FoundText]]:
    """Pieces that stand beside each other."""
    row: list[FoundText] = []
    for piece in sorted(pieces, key=lambda piece: (-_middle(piece), piece.box[0])):
        if row and not _are_beside(row[0], piece):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _middle(piece: FoundText) -> float:
    return (piece.box[1] + piece.box[3]) / 2


def _are_beside(one: FoundText, other: FoundText) -> bool:
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared >= _SAME_LINE * min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _parted(row: list[FoundText]) -> Iterator[LineFacts]:
    """The lines of a row: cut where a gap is wider than between words."""
    row.sort(key=lambda piece: piece.box[0])
    line = [row[0]]
    for piece in row[1:]:
        if piece.box[0] - max(each.box[2] for each in line) > _GAP * max(piece.size, line[-1].size):
            yield _line(line)
            line = []
        line.append(piece)
    yield _line(line)


def _line(pieces: list[FoundText]) -> LineFacts:
    words = pieces[0].text
    for before, piece in pairwise(pieces):
        words += (" " if piece.box[0] - before.box[2] > _SPACE * piece.size else "") + piece.text
    text = " ".join(words.translate(_MARKS).split())
    return LineFacts(pieces[0].page, text, len(text), pieces[-1].box[2] - pieces[0].box[0])
