"""A paragraph and a width in; set lines out, ragged, never hyphenated, never justified.

Lines are filled greedily, then two things a careful typesetter would do: a last line of one short word gets company
from the line above, and a balanced heading gets lines of like length. Whole paragraphs are remembered, because
layout asks for the same ones again (to measure, to place, in every format).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from handoutgen import bounds
from handoutgen.memory import Memory, Shelf
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Line, Run, TextStyle
from handoutgen.text.paragraph import CompiledParagraph, Unit, compile_paragraph, signature
from handoutgen.text.placing import SetLine, place, with_tags

SHORT_WORD = 5
"""A last word of fewer characters, with its full stop, is too short to stand on a line by itself."""
FULLNESS = 0.7
"""How full the line stays that gives it company."""
TOLERANCE = 1e-6


def _layouts() -> Memory[tuple[SetLine, ...]]:
    return Memory(bounds.LAYOUTS)


_LAYOUTS = Shelf(_layouts)
"""Of a font book."""


def break_lines(
    runs: Sequence[Run], style: TextStyle, width: float, fonts: FontBook, balance: bool = False
) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of `width` pt.

    Every line that ends at a space still has that space as its last glyph, outside `Line.width`: the glyph texts of
    all lines, joined, are the paragraph as `normalise` gives it. Nothing is ever wider than the column except a single
    grapheme cluster that is; see `overlong_units` for words that had to be cut. No lines for an empty paragraph.
    """

    def set_now() -> tuple[SetLine, ...]:
        paragraph = compile_paragraph(runs, style.direction, style.language, fonts)
        return _set(paragraph, style, width, balance)

    return with_tags(fonts.shelves[_LAYOUTS].get((signature(runs), style, width, balance), set_now), runs)


def line_lengths(
    runs: Sequence[Run], style: TextStyle, width: float, fonts: FontBook, balance: bool = False
) -> tuple[int, ...]:
    """How many characters stand on each line, the space at its end not counted: what `break_lines` would give, for
    whoever tries out widths, without setting the lines."""
    paragraph = compile_paragraph(runs, style.direction, style.language, fonts)
    units, ends = _broken(paragraph, _limit(width, style), balance)
    return tuple([paragraph.characters(units[a].start, units[b - 1].end) for a, b in pairwise([0, *ends])])


def measure(runs: Sequence[Run], style: TextStyle, fonts: FontBook) -> float:
    """The width in pt of a paragraph set in one line."""
    units = compile_paragraph(runs, style.direction, style.language, fonts).units
    return _width(units) * style.size / 1000


def longest_unit(runs: Sequence[Run], style: TextStyle, fonts: FontBook) -> float:
    """The width in pt of the widest part that may not be broken: what a table column needs at least."""
    units = compile_paragraph(runs, style.direction, style.language, fonts).units
    return max((unit.width for unit in units), default=0.0) * style.size / 1000


def overlong_units(runs: Sequence[Run], style: TextStyle, width: float, fonts: FontBook) -> tuple[str, ...]:
    """The words (addresses apart) that are wider than the column, so that `break_lines` has to cut them."""
    paragraph = compile_paragraph(runs, style.direction, style.language, fonts)
    limit = _limit(width, style)
    return tuple(
        paragraph.text[unit.start : unit.end]
        for unit in paragraph.units
        if unit.width > limit and not paragraph.is_address(unit)
    )


def _limit(width: float, style: TextStyle) -> float:
    """The column's width in 1/1000 em."""
    return width * 1000 / style.size + TOLERANCE


def _set(paragraph: CompiledParagraph, style: TextStyle, width: float, balance: bool) -> tuple[SetLine, ...]:
    units, ends = _broken(paragraph, _limit(width, style), balance)
    return tuple([
        place(units[a:b], paragraph.base, style, width, a == 0 or units[a - 1].gap is not None, b == len(units))
        for a, b in pairwise([0, *ends])
    ])  # fmt: skip


def _broken(paragraph: CompiledParagraph, limit: float, balance: bool) -> tuple[Sequence[Unit], list[int]]:
    """A paragraph's units, and one past the last unit of each line."""
    units = _fitting(paragraph, limit)
    ends = _fill(units, limit)
    if balance and len(ends) > 1:
        ends = _balanced(units, limit, ends)
    return units, _with_company(units, limit, ends)


def _fitting(paragraph: CompiledParagraph, limit: float) -> Sequence[Unit]:
    """The paragraph's units, any too wide for the column cut up."""
    if all(unit.width <= limit for unit in paragraph.units):
        return paragraph.units
    return [
        part
        for unit in paragraph.units
        for part in ([unit] if unit.width <= limit else paragraph.fragments(unit, limit))
    ]


def _fill(units: Sequence[Unit], limit: float) -> list[int]:
    """Greedy filling: one past the last unit of each line."""
    ends: list[int] = []
    used = 0.0
    for index, unit in enumerate(units):
        if used and used + unit.width > limit:
            ends.append(index)
            used = 0.0
        used += unit.width + unit.gap_width
    if units:
        ends.append(len(units))
    return ends


def _width(units: Sequence[Unit]) -> float:
    """The width of some units on one line, the last gap not counted."""
    return sum(unit.width + unit.gap_width for unit in units) - (units[-1].gap_width if units else 0.0)


def _with_company(units: Sequence[Unit], limit: float, ends: list[int]) -> list[int]:
    """Let the last line but one give a word to a last line of one short word, unless that leaves it too short."""
    if len(ends) < 2 or ends[-1] - ends[-2] != 1 or units[-1].end - units[-1].start >= SHORT_WORD:
        return ends
    start, end = (ends[-3] if len(ends) > 2 else 0), ends[-2]
    giver = units[start : end - 1]
    if len(giver) < 1 or units[end - 1].gap is None:
        return ends
    if _width(giver) < FULLNESS * limit or _width(units[end - 1 :]) > limit:
        return ends
    return [*ends[:-2], end - 1, ends[-1]]


def _balanced(units: Sequence[Unit], limit: float, ends: list[int]) -> list[int]:
    """The narrowest filling that takes no more lines than the greedy one."""
    low, high = min(max(unit.width for unit in units), limit), limit
    best = ends
    for _ in range(12):
        middle = (low + high) / 2
        tried = _fill(units, middle)
        if len(tried) <= len(ends):
            best, high = tried, middle
        else:
            low = middle
    return best
