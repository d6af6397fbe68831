"""All strategies in a row, each with its numeral, its icon and its few words: what there is, at a glance, and where.

It is the contents list of the strategies: each entry leads to its card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.strategies import Strategy
from handoutgen.design.grid import GIANT_FROM
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.contents_list import leader_dots
from handoutgen.layout.blocks.discs import STRATEGY_DISC, disc_size, strategy_disc
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title

MOST_IN_A_ROW = 6
OVERVIEW_UP_TO = 30.0
"""The largest body size (pt) in which all strategies in a row are an overview."""
NUMERAL_ROOM = 0.72
"""From a numeral's left edge to the disc beside it, in units of its size, in large print."""
BETWEEN_ROWS = 0.75
"""In units, in large print: with a hairline in its middle."""
MOST_MORE = 0.6
"""In lines: what stands more over each row and each hairline where rows of one strategy have a page's room to
themselves; with more, they would not read as one list."""
CELL_GAP, APART = 0.6, 1.5
"""Between the words of two entries, in units of the body size; and between two entries side by side in large print."""


def overview_atoms(
    look: Look, sect: Element, strategies: Sequence[Strategy], pages: Sequence[int] = (), *, is_roomy: bool = False
) -> tuple[list[Atom], list[Element]]:
    """Rows of at most six, and their links, to lead to the cards when those are set; nothing for a single strategy. In
    large print with the page that each is on, as soon as the `pages` are known: they take no more room then. Where two
    in a row have no room for that, one in a row has: it `is_roomy`."""
    if len(strategies) < 2:
        return [], []
    holder = sect.add("TOC")
    links: list[Element] = []
    entries = [
        _Entry(_link(look, holder, links, number, strategy), number, strategy, pages[number - 1] if pages else None)
        for number, strategy in enumerate(strategies, start=1)
    ]
    in_a_row, has_pages = _in_a_row(look, strategies, is_roomy)
    gap = APART * look.scale.base if has_pages else CELL_GAP * look.scale.base
    apart = (look.grid.full + (gap if has_pages else 0.0)) / in_a_row
    width = apart - gap
    rows: list[Atom] = []
    for start in range(0, len(entries), in_a_row):
        row = entries[start : start + in_a_row]
        cells = [
            _beside_its_mark(look, entry, width, has_page=has_pages)
            if look.scale.is_large
            else _under_its_mark(look, entry, width)
            for entry in row
        ]
        moved = [cell.moved(index * apart) for index, cell in enumerate(cells)]
        white = look.unit
        if look.scale.is_large and rows:
            white *= BETWEEN_ROWS / 2
            rows.append(piece_atom(Rule(look.grid.full, look.scale.hairline, look.palette.rule), before=white))
        rows.append(Atom(tuple(put for cell in moved for put in cell.puts), max(c.height for c in cells), white))
    return [_growing(look, rows) if is_roomy and look.scale.is_large else merge(rows)], links


def _growing(look: Look, rows: Sequence[Atom]) -> Atom:
    """Rows under each other that stand further apart where their page has room: a short list at the head of an empty
    page looks left behind."""

    def grown(more: float) -> Atom:
        each = min(max(0.0, more) / len(rows), MOST_MORE * look.scale.body.leading)
        return merge([row.with_break(before=row.before + each) for row in rows]).moved(0.0, each)

    return replace(merge(rows), grown=grown)


def says_pages(look: Look, strategies: Sequence[Strategy], *, is_roomy: bool) -> bool:
    """Whether an overview of them says the page that each is on."""
    is_there = look.scale.is_large and look.scale.base <= OVERVIEW_UP_TO and len(strategies) > 1
    return is_there and _in_a_row(look, strategies, is_roomy)[1]


class _Entry(NamedTuple):
    """A strategy in the overview, and the page it is on where that is known and said."""

    link: Element
    number: int
    strategy: Strategy
    page: int | None


def _in_a_row(look: Look, strategies: Sequence[Strategy], is_roomy: bool) -> tuple[int, bool]:
    """As many as have room for their longest word, in rows of nearly one length; in large print at most two, or one if
    it `is_roomy`, and whether there is room for the number of a page beside each."""
    gap = CELL_GAP * look.scale.base
    longest = max(look.longest_word(strategy.short, _words_level(look), bold=True) for strategy in strategies)
    if look.scale.is_large:
        left = _words_at(look, look.natural_width("8 ", look.scale.h1, bold=True))
        most = 2 if left + longest + gap <= look.grid.full / 2 else 1
        in_a_row = 1 if is_roomy else most
        return in_a_row, _has_room_for_pages(look, strategies, in_a_row, left, longest)
    widest = longest + gap
    mark = look.scale.numeral.size + disc_size(look, STRATEGY_DISC) + gap
    most = max(1, min(MOST_IN_A_ROW, len(strategies), int(look.grid.full / max(widest, mark))))
    rows = -(-len(strategies) // most)
    return -(-len(strategies) // rows), False


def _has_room_for_pages(look: Look, strategies: Sequence[Strategy], in_a_row: int, left: float, longest: float) -> bool:
    """Whether there is room for the number of a page beside the words of so many in a row, which start `left` pt from
    their numeral's edge."""
    bare = look.grid.full / in_a_row - CELL_GAP * look.scale.base - left
    room = (look.grid.full - APART * look.scale.base * (in_a_row - 1)) / in_a_row - left - _number_room(look)
    return room >= longest and not _is_higher(look, strategies, room, bare)


def _is_higher(look: Look, strategies: Sequence[Strategy], room: float, more: float) -> bool:
    """Whether words in this room are higher than their discs, and than in more room."""

    def high(strategy: Strategy, width: float) -> float:
        words = look.text(None, strategy.short, width, _words_level(look), bold=True, balance=True)
        return max(words.height, disc_size(look, STRATEGY_DISC))

    return any(high(strategy, room) > high(strategy, more) + 1 for strategy in strategies)


def _words_level(look: Look) -> Level:
    """Of the few words: in large print as large as a small heading, where giant print has no room for that."""
    return look.scale.h3 if look.scale.is_large and look.scale.base < GIANT_FROM else look.scale.body


def _number_room(look: Look) -> float:
    """What the number of a page takes right of the words, in pt."""
    return look.natural_width("88") + look.scale.base * 0.6


def _link(look: Look, holder: Element, links: list[Element], number: int, strategy: Strategy) -> Element:
    where = look.voice.word("go_to_heading", title=numbered_title(look.voice, number, strategy))
    links.append(holder.add("TOCI").add("Reference").add("Link", description=where))
    return links[-1]


def _under_its_mark(look: Look, entry: _Entry, width: float) -> Atom:
    """The words under numeral and icon."""
    link, number, strategy, _ = entry
    level = look.scale.numeral
    numeral = look.text(link.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    words = look.text(link.add("Span"), strategy.short, width, bold=True, balance=True)
    size = disc_size(look, STRATEGY_DISC)
    down = size / 2 - numeral.baseline + 0.335 * level.size
    x = max(level.size * 0.8, numeral.ink_width)
    disc = strategy_disc(look, None, strategy, size).moved(x)
    top = size + look.unit * 0.4
    puts = (PieceInAtom(numeral, 0.0, down), *disc.puts, PieceInAtom(words, 0.0, top))
    return Atom(puts, top + words.height)


def _beside_its_mark(look: Look, entry: _Entry, width: float, *, has_page: bool) -> Atom:
    """The words right of numeral and icon, in large print, where they would be too wide for more than two in a row."""
    link, number, strategy, page = entry
    level = look.scale.h1
    numeral = look.text(link.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    x = max(level.size * NUMERAL_ROOM, numeral.ink_width)
    left = _words_at(look, x)
    room = width - left - (_number_room(look) if has_page else 0.0)
    words = look.text(link.add("Span"), strategy.short, room, _words_level(look), bold=True, balance=True)
    size = disc_size(look, STRATEGY_DISC)
    high = max(size, words.height)
    down, top = high / 2 - numeral.baseline + 0.335 * level.size, (high - words.height) / 2
    disc = strategy_disc(look, None, strategy, size).moved(x, (high - size) / 2)
    puts = [PieceInAtom(numeral, 0.0, down), *disc.puts, PieceInAtom(words, left, top)]
    if page is not None and has_page:
        puts += _page_of(look, entry, words, left, top, width)
    return Atom(tuple(puts), high)


def _page_of(look: Look, entry: _Entry, words: TextPiece, left: float, top: float, stop: float) -> list[PieceInAtom]:
    """The page that a strategy is on, at the end of its words' last line, and dots that lead to it."""
    base, said = look.scale.base, str(entry.page)
    number = look.text(entry.link.add("Span"), said, look.natural_width(said) + 0.5)
    baseline = top + words.height - words.foot
    x = stop - number.ink_width
    puts = [PieceInAtom(number, x, baseline - number.baseline)]
    start, end = left + words.lines[-1].width + base * 0.4, x - base * 0.4
    if end - start > base * 0.5:
        dots = leader_dots(end - start, look.scale)
        puts.append(PieceInAtom(dots, start, baseline - dots.height))
    return puts


def _words_at(look: Look, numeral: float) -> float:
    """Where words start beside a disc that stands right of a numeral of this width, in pt."""
    return max(look.scale.h1.size * NUMERAL_ROOM, numeral) + disc_size(look, STRATEGY_DISC) + look.scale.base * 0.6
