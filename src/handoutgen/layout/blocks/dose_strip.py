"""How much of two exercises that stand side by side, said once under both: one low box in place of two high ones."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.dose_box import LEAST_EMPTY, PADDING, dose_box, dose_frame
from handoutgen.layout.blocks.writing import blank, inked, least_pitch, place_to_write
from handoutgen.layout.flow.atoms import Atom, PieceInAtom
from handoutgen.layout.flow.pieces import Rule, TextPiece, UprightRule
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.dose import dose_cells
from handoutgen.story.writing import empty

LINE = 1.7
"""How wide a place to write a number is in a row of words, as a share of the least: there is room for it."""
DOWN = 0.9
"""How far the words stand over the foot of the box, as a share of the padding: the room to write is over them."""
BETWEEN_WORDS = 0.35
"""Between a label and its amount, in units of the body size."""


def is_alike(look: Setting, ways: Sequence[HowTo]) -> bool:
    """Whether exercises have the same amounts, all but how many times a day printed: what a clinician has yet to fill
    in may differ between them."""
    first, *others = (dose_cells(look.voice, how) for how in ways)
    return all(value for _, value in first[:-1]) and all(cells == first for cells in others)


def dose_strip(look: Setting, parent: Element, how: HowTo, width: float) -> Atom:
    """The cells of an exercise's box in one row of words `width` pt wide; as high as ever where that has no room."""
    cells = dose_cells(look.voice, how)
    pad = look.scale.base * PADDING
    group, last = Element("Div", ident="dose"), len(cells) - 1
    made = [_in_a_row(look, group, *cell, is_count=index == last) for index, cell in enumerate(cells)]
    spare = (width - sum(wide for _, wide in made)) / len(made)
    if spare < 2 * pad:
        return dose_box(look, parent, how, width)
    parent.kids.append(group)
    high = max(least_pitch(look), *(atom.height + 2 * pad for atom, _ in made))
    puts, x = [dose_frame(look, width, high)], 0.0
    for index, (atom, wide) in enumerate(made):
        if index:
            puts.append(PieceInAtom(UprightRule(high, look.scale.hairline, look.palette.accent), x, 0.0))
        puts += atom.moved(x + pad, high - atom.height - pad * DOWN).puts
        x += wide + spare
    return Atom(tuple(puts), high)


def _in_a_row(look: Look, group: Element, label: str, value: str, *, is_count: bool) -> tuple[Atom, float]:
    """What is said of it and how much, `is_count` how much first, on one line; and how wide that is."""
    gap = look.scale.base * BETWEEN_WORDS
    if not value:
        return _to_write(look, group, label, gap)
    said = [(label, False), (value, True)]
    pieces = [_word(look, group, *each) for each in (reversed(said) if is_count else said)]
    (first, wide), (second, more) = pieces
    high = max(first.height, second.height)
    puts = (PieceInAtom(first, 0.0, high - first.height), PieceInAtom(second, wide + gap, high - second.height))
    return Atom(puts, high), wide + gap + more


def _to_write(look: Look, group: Element, label: str, gap: float) -> tuple[Atom, float]:
    wide, pad = LEAST_EMPTY * LINE, look.scale.base * PADDING
    words, more = _word(look, group, label, False)
    form = place_to_write(look, group, empty(look.voice, "line", 1), label)
    over = max(0.0, least_pitch(look) - pad * DOWN - words.height)
    rule = Rule(wide, look.scale.hairline, look.palette.write, element=inked(form))
    room = blank(form, wide, over + words.baseline, down=-over)
    line = PieceInAtom(rule, 0.0, words.baseline)
    return Atom((*room, line, PieceInAtom(words, wide + gap, 0.0)), words.height), wide + gap + more


def _word(look: Look, group: Element, text: str, bold: bool) -> tuple[TextPiece, float]:
    wide = look.natural_width(text, bold=bold) + 0.5
    return look.text(group.add("P"), text, wide, bold=bold), wide
