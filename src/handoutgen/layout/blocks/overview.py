"""All strategies in a row, each with its numeral, its icon and its few words: what there is, at a glance, and where.

It is the contents list of the strategies: each entry leads to its card.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.discs import STRATEGY_DISC, disc_size, strategy_disc
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title

MOST_IN_A_ROW = 6
NUMERAL_ROOM = 0.72
"""From a numeral's left edge to the disc beside it, in units of its size, in large print."""
CELL_GAP = 0.6
"""Between the words of two entries, in units of the body size."""


def overview_atoms(look: Look, sect: Element, strategies: Sequence[Strategy]) -> tuple[list[Atom], list[Element]]:
    """Rows of at most six, and their links, to lead to the cards when those are set; nothing for a single strategy."""
    if len(strategies) < 2:
        return [], []
    in_a_row = _in_a_row(look, strategies)
    holder = sect.add("TOC")
    entries = list(enumerate(strategies, start=1))
    links: list[Element] = []
    width = look.grid.full / in_a_row
    set_cell = _beside_its_mark if look.scale.is_large else _under_its_mark
    rows: list[Atom] = []
    for start in range(0, len(entries), in_a_row):
        cells = []
        for index, (number, strategy) in enumerate(entries[start : start + in_a_row]):
            link = _link(look, holder, links, number, strategy)
            cells.append(set_cell(look, link, number, strategy, width).moved(index * width))
        puts = tuple(put for cell in cells for put in cell.puts)
        space = look.unit * (0.75 if look.scale.is_large and rows else 1.0)
        rows.append(Atom(puts, max(cell.height for cell in cells), space))
    return [merge(rows)], links


def _in_a_row(look: Look, strategies: Sequence[Strategy]) -> int:
    """As many as have room for their longest word, in rows of nearly one length; in large print at most two."""
    gap = CELL_GAP * look.scale.base
    widest = max(look.longest_word(strategy.short, bold=True) for strategy in strategies) + gap
    if look.scale.is_large:
        left = _words_at(look, look.natural_width("8 ", look.scale.h1, bold=True))
        return 2 if left + widest <= look.grid.full / 2 else 1
    mark = look.scale.numeral.size + disc_size(look, STRATEGY_DISC) + gap
    most = max(1, min(MOST_IN_A_ROW, len(strategies), int(look.grid.full / max(widest, mark))))
    rows = -(-len(strategies) // most)
    return -(-len(strategies) // rows)


def _link(look: Look, holder: Element, links: list[Element], number: int, strategy: Strategy) -> Element:
    where = look.voice.word("go_to_heading", title=numbered_title(look.voice, number, strategy))
    links.append(holder.add("TOCI").add("Reference").add("Link", description=where))
    return links[-1]


def _under_its_mark(look: Look, link: Element, number: int, strategy: Strategy, width: float) -> Atom:
    """The words under numeral and icon."""
    level = look.scale.numeral
    numeral = look.text(link.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    room = width - CELL_GAP * look.scale.base
    words = look.text(link.add("Span"), strategy.short, room, bold=True, balance=True)
    size = disc_size(look, STRATEGY_DISC)
    down = size / 2 - numeral.baseline + 0.335 * level.size
    x = max(level.size * 0.8, numeral.ink_width)
    disc = strategy_disc(look, None, strategy, size).moved(x)
    top = size + look.unit * 0.4
    puts = (PieceInAtom(numeral, 0.0, down), *disc.puts, PieceInAtom(words, 0.0, top))
    return Atom(puts, top + words.height)


def _beside_its_mark(look: Look, link: Element, number: int, strategy: Strategy, width: float) -> Atom:
    """The words right of numeral and icon, in large print, where they would be too wide for more than two in a row."""
    level = look.scale.h1
    numeral = look.text(link.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    x = max(level.size * NUMERAL_ROOM, numeral.ink_width)
    left = _words_at(look, x)
    room = width - left - CELL_GAP * look.scale.base
    words = look.text(link.add("Span"), strategy.short, room, bold=True, balance=True)
    size = disc_size(look, STRATEGY_DISC)
    high = max(size, words.height)
    down = high / 2 - numeral.baseline + 0.335 * level.size
    disc = strategy_disc(look, None, strategy, size).moved(x, (high - size) / 2)
    puts = (PieceInAtom(numeral, 0.0, down), *disc.puts, PieceInAtom(words, left, (high - words.height) / 2))
    return Atom(puts, high)


def _words_at(look: Look, numeral: float) -> float:
    """Where words start beside a disc that stands right of a numeral of this width, in pt."""
    return max(look.scale.h1.size * NUMERAL_ROOM, numeral) + disc_size(look, STRATEGY_DISC) + look.scale.base * 0.6
