"""Atoms become pages: the best breaks over the whole leaflet, not the first that fit.

Total-fit breaking (Knuth and Plass 1981, Plass 1981) applied to pages: every feasible page has a cost for the white
it leaves and for what its break tears apart; a shortest path over break points finds the least sum. That is what
keeps strategies whole, stubs off the last page and holes out of the middle.

On a page of two columns, each stretch of atoms between those that span both fills the left column and goes on in the
right one; how high the two are is part of what a page costs.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain, pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.layout.flow.atoms import NEVER, Atom
from handoutgen.layout.flow.columns import CAREFUL, CLOSE, ColumnBreaker, TwoColumns, measure_of
from handoutgen.layout.flow.page_costs import Measures, PageCosts
from handoutgen.memory import Memory

HARDLY_EVER_COST = 2_000.0
"""For parting what belongs together, where it is higher than a page."""

OnPage = Atom | TwoColumns
"""What stands on a page with columns, from top to bottom."""
Item = TypeVar("Item", bound=OnPage)


class Breaks(Struct, Generic[Item], frozen=True):
    """Where the pages start, and how much too high the worst page is, in pt (0 when all fit)."""

    pages: tuple[tuple[Item, ...], ...]
    starts: tuple[int, ...]
    """For each page the index of its first atom."""
    overfull: float

    def page_of(self, index: int) -> int:
        """The page (from 1) that atom `index` stands on."""
        return sum(start <= index for start in self.starts)


def break_pages(
    atoms: Sequence[Atom], depth: float, memory: Memory[Any] | None = None, *, shrink: float = 0.0,
    named_for: float = 0.0,
) -> Breaks[Atom]:  # fmt: skip
    """The least costly division of `atoms` into pages of `depth` pt.

    Where atoms that belong together are higher than a page (36 pt print), they are parted after all, at a high cost:
    words are never printed over the footer. `memory` keeps the answer for atoms of the same measures, by their hash:
    a thousand atoms are a large key. `shrink` is the share of the white between its atoms that a page may lose to hold
    one more. `named_for` is the share that it may lose to say close at its head what it goes on with, where that gives
    way otherwise.
    """
    measures = [measure_of(atom, is_across=True) for atom in atoms]
    stops = _stops(measures, depth, memory, shrink)
    pages = []
    for start, stop in pairwise(stops):
        group = tuple(atoms[start:stop])
        heading = group[0].heading if start else None
        page = (heading, group[0].with_break(before=0.0), *group[1:]) if heading else group
        if heading and heading.gives_way and height_of(page) > depth + 0.01:
            page = _named(heading, group, depth, named_for)
        pages.append(_shrunk(page, depth) if shrink else page)
    return Breaks(tuple(pages), stops[:-1], _overfull(pages, depth))


def _named(heading: Atom, group: tuple[Atom, ...], depth: float, share: float) -> tuple[Atom, ...]:
    """A page with what it goes on with over it, in less white: that under the name becomes as close as the rest.
    Without the name where it takes more than that share of the white."""
    inked = max(put.down + put.piece.height for put in heading.puts)
    under = heading.height - inked
    page = (replace(heading, height=inked), group[0].with_break(before=under), *group[1:])
    over, white = height_of(page) - depth, sum(atom.before for atom in page[1:])
    return _shrunk(page, depth) if over <= white * share else group


def _shrunk(page: tuple[Atom, ...], depth: float) -> tuple[Atom, ...]:
    """A page that is a little too high, with less white between its atoms."""
    over = height_of(page) - depth
    if over <= 0:
        return page
    white = sum([atom.before for atom in page[1:]])
    if over > white:
        return page
    share = 1 - over / white
    return tuple(atom.with_break(before=atom.before * share) if index else atom for index, atom in enumerate(page))


def break_columns(atoms: Sequence[Atom], depth: float, memory: Memory[Any] | None = None) -> Breaks[OnPage]:
    """The same for pages of two columns: what does not span them stands in one or the other."""
    measures = tuple(map(measure_of, atoms))
    stops = _stops(measures, depth, memory)
    breaker = ColumnBreaker(measures)
    pages = [_page_of_columns(atoms, breaker, start, stop, depth) for start, stop in pairwise(stops)]
    return Breaks(tuple(pages), stops[:-1], _overfull(pages, depth))


def _stops(measures: Measures, depth: float, memory: Memory[Any] | None, shrink: float = 0.0) -> tuple[int, ...]:
    known: Memory[tuple[int, ...]] = Memory(bounds.ONE)
    if memory is not None:
        known = memory.get("breaks", lambda: Memory(bounds.BREAKS))
    key = (depth, shrink, sha256(array("d", chain.from_iterable(measures)).tobytes()).digest())

    def found() -> tuple[int, ...]:
        return _best_stops(PageCosts(_part_what_is_too_high(measures, depth), depth, shrink, memory))

    return known.get(key, found)


def _part_what_is_too_high(measures: Measures, depth: float) -> Measures:
    """The same measures, but what belongs together and is higher than a page may be parted at a high cost."""
    parted = list(measures)
    start = 0
    for stop in range(1, len(measures) + 1):
        if stop < len(measures) and measures[stop].cost == NEVER:
            continue
        group = measures[start:stop]
        if group[0].again + sum(m.height for m in group) + sum(m.before for m in group[1:]) > depth:
            parted[start + 1 : stop] = [m._replace(cost=min(m.cost, HARDLY_EVER_COST)) for m in group[1:]]
        start = stop
    return tuple(parted)


def _best_stops(costs: PageCosts) -> tuple[int, ...]:
    """Where pages start and the last one ends, as indices of atoms. Where some atoms should face those before them, the
    best ways to a right-hand page and to one overleaf are told apart; the first page is a right-hand one."""
    count, turned = len(costs.measures), [*(measure.turned for measure in costs.measures), 0.0]
    sides = [_Side([math.inf] * (count + 1), [(0, 0)] * (count + 1), [0.0] * (count + 1))]
    if any(turned):
        sides.append(_Side([math.inf] * (count + 1), [(0, 0)] * (count + 1), turned))
    sides[0].best[0] = 0.0
    for start in range(count):
        if min(side.best[start] for side in sides) < math.inf:
            for first, stretch in costs.starting_at(start):
                for number, side in enumerate(sides):
                    _reach(sides[(number + 1) % len(sides)], (start, number), side.best[start], first, stretch)
    stops, number = [count], min(range(len(sides)), key=lambda number: sides[number].best[count])
    while stops[-1]:
        start, number = sides[number].came[stops[-1]]
        stops.append(start)
    return tuple(reversed(stops))


class _Side(NamedTuple):
    """The pages that may start on one side of a leaf, by their first atom: what the best way to each costs, from where
    it came, and what more it costs to turn to it."""

    best: list[float]
    came: list[tuple[int, int]]
    turned: list[float]


def _reach(side: _Side, origin: tuple[int, int], before: float, first: int, costs: Sequence[float]) -> None:
    """Keep the pages that start where nothing better has led: those that end before the atoms from `first` on."""
    best, came, turned = side
    for stop, cost in enumerate(costs, first):
        whole = before + cost + turned[stop]
        if whole < best[stop]:
            best[stop], came[stop] = whole, origin


def _page_of_columns(
    atoms: Sequence[Atom], breaker: ColumnBreaker, start: int, stop: int, depth: float
) -> tuple[OnPage, ...]:
    """The atoms of one page, its columns broken with care if the page can hold them so."""
    page = _set_columns(atoms, breaker, start, stop, CAREFUL)
    return page if height_of(page) <= depth + 0.01 else _set_columns(atoms, breaker, start, stop, CLOSE)


def _set_columns(
    atoms: Sequence[Atom], breaker: ColumnBreaker, start: int, stop: int, care: float
) -> tuple[OnPage, ...]:
    """The atoms of one page, with what is repeated over the first."""
    page: list[OnPage] = []
    index = start
    while index < stop:
        over = atoms[index].heading if index == start and start else None
        if atoms[index].spans:
            page += [over, atoms[index].with_break(before=0.0)] if over else [atoms[index]]
            index += 1
            continue
        end = next((i for i in range(index, stop) if atoms[i].spans), stop)
        split = breaker.split(index, end, over.height if over and not over.spans else 0.0, care).stop
        page.append(TwoColumns(tuple(atoms[index:split]), tuple(atoms[split:end]), over))
        index = end
    return tuple(page)


def _overfull(pages: Sequence[Sequence[OnPage]], depth: float) -> float:
    """By how much the worst page is too high, in pt."""
    most = max((height_of(page) for page in pages), default=0.0) - depth
    return most if most > 0.01 else 0.0


def height_of(page: Sequence[OnPage]) -> float:
    """The height of what stands on a page, without the space above the first."""
    return sum([item.height for item in page]) + sum([item.before for item in page[1:]])
