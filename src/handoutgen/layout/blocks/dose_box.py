"""The boxes under an exercise: how long to hold, how often to repeat, and an empty one for how many times a day.

What the author has put into few words stands in its box; every other one is a place to write for whoever hands the
sheet out. The steps say it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.writing import LEAST_PITCH, blank, inked, place_to_write
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.flow.pieces import Frame, Rule, UprightRule
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.dose import dose_cells
from handoutgen.story.writing import empty
from handoutgen.units import mm

LEAST_EMPTY = mm(13)
"""How wide a place to write a number is."""

MOST_LINES = 2
"""What the author has put into a box wraps over so many lines at most, where there is room for that."""
PADDING = 0.45
"""From a cell's edge to its words, in units of the body size."""
BOLD = 0.94
"""How much less words in the text's weight take than in bold."""


def dose_box(look: Setting, parent: Element, how: HowTo, width: float) -> Atom:
    """Three cells in a frame of `width` pt, alike if that tears no word and nothing else brings all words onto one
    line; or one under another where their words are wider than that."""
    group = parent.add("Div", ident="dose")
    cells = dose_cells(look.voice, how)
    pad = look.scale.base * PADDING
    least = [_least(look, label, value) + 2 * pad for label, value in cells]
    natural = [look.natural_width(label) + 0.5 + 2 * pad for label, _ in cells]
    whole = [look.natural_width(value, bold=True) + 0.5 + 2 * pad for _, value in cells]
    wished, alike = list(map(max, whole, natural, least)), width / len(cells)
    may_be_alike = all(_fits(look, label, value, alike - 2 * pad) for label, value in cells)
    if may_be_alike and (max(wished) <= alike or sum(wished) > width):
        widths = [alike] * len(cells)
    elif sum(least) <= width:
        widths = _between(least, wished, width)
    else:
        return _stacked(look, _set_cells(look, group, cells, [width] * len(cells), pad), width, pad)
    return _side_by_side(look, _set_cells(look, group, cells, widths, pad), widths, pad)


def _set_cells(
    look: Look, group: Element, cells: Sequence[tuple[str, str]], widths: Sequence[float], pad: float
) -> list[Atom]:
    last = len(cells) - 1
    return [
        _cell(look, group, *cell, wide - 2 * pad, is_count=index == last)
        for index, (cell, wide) in enumerate(zip(cells, widths, strict=True))
    ]


def _fits(look: Look, label: str, value: str, width: float) -> bool:
    """Whether a label stands on one line of `width` pt, and what the author has put in on `MOST_LINES`: an amount over
    its unit, no word torn."""
    words = max((look.natural_width(word, bold=True) for word in value.split()), default=LEAST_EMPTY)
    rows = look.lines_in(value, width * BOLD) if value else 1
    return look.natural_width(label) + 0.5 <= width and words + 0.5 <= width and rows <= MOST_LINES


def _between(least: Sequence[float], wished: Sequence[float], width: float) -> list[float]:
    """Widths that fill `width` pt: what is over the least goes first to those that wish for more, then to all alike."""
    spare, lacking = width - sum(least), sum(wished) - sum(least)
    share = min(1.0, spare / lacking) if lacking else 0.0
    got = [a + (b - a) * share for a, b in zip(least, wished, strict=True)]
    return [each + (width - sum(got)) / len(got) for each in got]


def _least(look: Look, label: str, value: str) -> float:
    """How wide a cell's words are at least, with no number torn, and an empty one for a figure or two by hand."""
    if not value:
        return max(look.longest_word(label), LEAST_EMPTY) + 0.5
    least = max(look.longest_word(label), look.longest_word(value, bold=True)) + 0.5
    whole = look.natural_width(value, bold=True) + 0.5
    while least < whole and look.lines_in(value, least * BOLD) > MOST_LINES:
        least += 1.0
    return max(look.longest_word(label) + 0.5, min(least, whole))


def _cell(look: Look, group: Element, label: str, value: str, width: float, *, is_count: bool) -> Atom:
    """What is said of it and how much, `is_count` how many first; or a line to write on with what is meant under it."""
    name = look.text(group.add("P"), label, width)
    if value:
        amount = piece_atom(look.text(group.add("P"), value, width, bold=True))
        if not is_count:
            return merge([piece_atom(name), amount])
        group.kids[-2:] = reversed(group.kids[-2:])
        return merge([amount, piece_atom(name)])
    form = place_to_write(look, group, empty(look.voice, "line", 1), label)
    rule = Rule(width, look.scale.hairline, look.palette.write, element=inked(form))
    room = max(LEAST_PITCH, 1.6 * look.scale.base)
    return merge(
        [Atom((*blank(form, width, room), PieceInAtom(rule, 0.0, room)), room + look.scale.hairline), piece_atom(name)]
    )


def _side_by_side(look: Look, cells: list[Atom], widths: list[float], pad: float) -> Atom:
    """The cells in a row, with the last line of each on one baseline."""
    high = max(cell.height for cell in cells)
    puts: list[PieceInAtom] = [dose_frame(look, sum(widths), high + pad)]
    x = 0.0
    for index, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
        if index:
            puts.append(PieceInAtom(UprightRule(high + pad, look.scale.hairline, look.palette.accent), x, 0.0))
        puts += cell.moved(x + pad, pad * 0.5 + high - cell.height).puts
        x += wide
    return Atom(tuple(puts), high + pad)


def _stacked(look: Look, cells: list[Atom], width: float, pad: float) -> Atom:
    inside = merge([cells[0], *(cell.with_break(before=pad) for cell in cells[1:])]).moved(pad, pad * 0.5)
    high = inside.height + pad
    return Atom((dose_frame(look, width, high), *inside.puts), high)


def dose_frame(look: Look, width: float, high: float) -> PieceInAtom:
    """The frame round the cells."""
    frame = Frame(
        width, high, radius=look.scale.corner * 0.6, stroke=look.palette.accent, thickness=look.scale.hairline
    )  # fmt: skip
    return PieceInAtom(frame, 0.0, 0.0)
