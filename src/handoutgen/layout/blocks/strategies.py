"""The heart of a leaflet: the strategies, each as a card with the same pattern, so that the sixth is found like the
first; over them all of them in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from handoutgen.content.strategies import Management, Strategy
from handoutgen.layout.blocks.cards import Card, narrow_card, single_card, wide_card, wide_ways
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.overview import OVERVIEW_UP_TO, overview_atoms
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import headed, heading, open_section, reminder, whole_in_columns
from handoutgen.layout.flow.atoms import (
    FAIR,
    FREE,
    NEVER,
    Atom,
    continued,
    merge,
    overlay,
    piece_atom,
    spanning,
)
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import is_in_brief

FirstCard = Literal["whole", "flowing", "apart"]
"""The first strategy: whole if a page can hold it; flowing, its exercises whole; or those apart too. In one column it
is apart from its overview, which then says the page of each strategy also in giant print. In booklets each picture of
exercises apart is as wide as the page, over its steps."""
PAIRED_UP_TO = 0.8
"""Two cards stand side by side where neither takes more than this share of a page's depth."""
PAIR_SAVES = 2.0
"""In lines of text: what two cards side by side must save over two that are one under the other."""


def management_atoms(
    look: Look,
    parent: Element,
    management: Management,
    depth: float,
    *,
    first: FirstCard = "whole",
    pages: Sequence[int] = (),
) -> list[Atom]:
    """The heading, the introduction and all strategies, on pages that hold `depth` pt. What becomes of the
    `first` one is for whoever sees what it leaves empty on the page before it; in large print, where exercises have
    pages of their own, their pictures are lower where it flows, for words before them. `pages`: that each stands on,
    as soon as that is known, for the overview of large print."""
    sect = open_section(parent, "management")
    grid = look.grid
    title = management.title or look.voice.word("management")
    head = heading(look, sect, title, grid.full)
    intro = prose(look, sect, management.intro, grid.line) if management.intro else []
    top = headed(look, head, intro or [Atom((), 0.0)])
    links: list[Element] = []
    if look.scale.base <= OVERVIEW_UP_TO:
        strip, links = overview_atoms(look, sect, management.strategies, pages, is_roomy=first == "apart")
        top = spanning([merge([*top, *strip])])
    if grid.has_columns:
        depths = (depth - top[0].height - look.unit * 2, depth) if first == "whole" else ()
        cards = _cards(look, management.strategies, depth, depths, apart=first == "apart")
    else:
        numbered = enumerate(management.strategies, start=1)
        cards = [(_single_card(look, strategy, number, depth, first),) for number, strategy in numbered]
    for link, card in zip(links, (card for row in cards for card in row), strict=False):
        link.target = card.title
    atoms = list(top)
    for index, row in enumerate(cards):
        sect.kids += [card.sect for card in row]
        set_row = _row(look, row)
        # In one column the heading never stands apart from the first strategy; with the overview under it, it may: that
        # is a whole of its own.
        glue = NEVER if not links else FREE if look.scale.is_large else FAIR
        is_glued = index == 0 and not grid.has_columns
        atoms += [set_row[0].with_break(cost=glue), *set_row[1:]] if is_glued else set_row
    if management.uncertainty:
        atoms += _uncertainty(look, sect, management.uncertainty)
    return atoms


def _single_card(look: Look, strategy: Strategy, number: int, depth: float, first: FirstCard) -> Card:
    """A card of one column, kept: with and without the numbers of pages in the overview it is the same, and without
    exercises whatever becomes of those."""
    way = first if pictured(strategy.how) else "whole"
    return look.kept(
        ("single card", strategy.id, number, depth, way),
        lambda look: single_card(look, strategy, number, depth, is_low=way == "flowing", is_spread=way == "apart"),
    )


def _cards(
    look: Look, strategies: Sequence[Strategy], depth: float, first: Sequence[float], *, apart: bool
) -> list[tuple[Card, ...]]:
    """The cards in rows of one or two: the rows that are the least high together. `first`: how high the first one may
    be, from what a page under the overview has left to a whole page; and whether its exercises stand `apart`."""
    numbered = list(enumerate(strategies, start=1))
    wide = [
        _wide_card(look, strategy, number, tuple(first) if number == 1 else (depth,), apart=apart and number == 1)
        for number, strategy in numbered
    ]
    narrow = [_narrow_card(look, strategy, number) for number, strategy in numbered]
    best: list[tuple[float, list[tuple[Card, ...]]]] = [(0.0, [])]
    for index, card in enumerate(wide):
        height, rows = best[index]
        options: list[tuple[float, list[tuple[Card, ...]]]] = [(height + card.height, [*rows, (card,)])]
        pair = narrow[index - 1 : index + 1] if index else []
        in_brief = any(map(is_in_brief, strategies[max(0, index - 1) : index + 1]))
        if pair and not in_brief and _stand_beside(look, pair, wide[index - 1 : index + 1]):
            before, earlier = best[index - 1]
            options.append((before + max(c.height for c in pair), [*earlier, tuple(pair)]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def _wide_card(look: Look, strategy: Strategy, number: int, depths: tuple[float, ...], *, apart: bool) -> Card:
    """A card over both columns, kept: all but the first are the same whatever becomes of that, and the ways to set that
    one, the only card that is set several times, are too."""

    def make(look: Look) -> Card:
        known = look.kept("first wide ways", lambda look: wide_ways(look, strategy, number)) if number == 1 else None
        return wide_card(look, strategy, number, depths, apart=apart, known=known)

    return look.kept(("wide card", strategy.id, number, depths, apart), make)


def _narrow_card(look: Look, strategy: Strategy, number: int) -> Card:
    """A card in one of two columns, kept likewise."""
    return look.kept(("narrow card", strategy.id, number), lambda look: narrow_card(look, strategy, number))


def _stand_beside(look: Look, pair: Sequence[Card], wide: Sequence[Card]) -> bool:
    """Whether two cards are low enough to stand side by side, and it saves room."""
    high = max(card.height for card in pair)
    saved = sum(card.height for card in wide) - high
    fits = high <= look.grid.depth * PAIRED_UP_TO
    return fits and saved >= PAIR_SAVES * look.scale.body.leading


def _row(look: Look, row: Sequence[Card]) -> list[Atom]:
    if len(row) == 1:
        return list(row[0].atoms)
    left, right = (card.atoms[0] for card in row)
    both = overlay(left, right.moved(look.grid.second))
    return spanning([both.with_break(before=left.before, cost=left.cost)])


def _uncertainty(look: Look, sect: Element, text: str) -> list[Atom]:
    """What nobody knows yet. In one column its rest on a next page says so, where that has room for it."""
    said = look.voice.word("uncertainty")
    title = look.text(
        sect.add("H3"), said, look.grid.measure, look.scale.h2, bold=True, colour=look.palette.accent, balance=True
    )
    atoms = headed(look, piece_atom(title), prose(look, sect, text, look.grid.measure))
    if look.grid.has_columns:
        return whole_in_columns(look, atoms)
    return continued(atoms, replace(reminder(look, said), gives_way=True))
