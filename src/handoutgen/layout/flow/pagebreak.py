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
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, pairwise
from typing import Generic, TypeVar

from handoutgen import bounds
from handoutgen.layout.flow.atoms import NEVER, Atom
from handoutgen.layout.flow.columns import CAREFUL, CLOSE, ColumnBreaker, Measure, TwoColumns, measure_of
from handoutgen.memory import Memory

PAGE_COST = 150.0
"""Paper: one more page must save this much tearing and white."""
WHITE_COST = 420.0
"""For a page left wholly white; grows with the square of the white share."""
FILLED = 0.5
"""How much of the white counts as filled on a page that ends in what fills it: lines for notes are better than a hole,
and words better than they."""
STUB_COST = 130.0
"""A last page that is nearly empty."""
STUB_SHARE = 0.28
THIRD_FULL_COST = 5_000.0
"""A page other than the last that is less than a third full: only when nothing else is possible."""
HARDLY_EVER_COST = 2_000.0
"""For parting what belongs together, where it is higher than a page."""
SHRUNK_COST = 40.0
"""A page that has lost as much of its white as it may."""
OVERFULL_COST = 1e9
"""An atom higher than the page: drawn all the same so that the caller can say by how much."""


OnPage = Atom | TwoColumns
"""What stands on a page with columns, from top to bottom."""
Item = TypeVar("Item", bound=OnPage)


@dataclass(frozen=True, slots=True)
class Breaks(Generic[Item]):
    """Where the pages start, and how much too high the worst page is, in pt (0 when all fit)."""

    pages: tuple[tuple[Item, ...], ...]
    starts: tuple[int, ...]
    """For each page the index of its first atom."""
    overfull: float

    def page_of(self, index: int) -> int:
        """The page (from 1) that atom `index` stands on."""
        return sum(start <= index for start in self.starts)


Measures = Sequence[Measure]


def break_pages(
    atoms: Sequence[Atom], depth: float, memory: Memory[tuple[int, ...]] | None = None, *, shrink: float = 0.0,
    named_for: float = 0.0,
) -> Breaks[Atom]:  # fmt: skip
    """The least costly division of `atoms` into pages of `depth` pt.

    Where atoms that belong together are higher than a page (36 pt print), they are parted after all, at a high cost:
    words are never printed over the footer. `memory` keeps the answer for atoms of the same measures, by their hash:
    a thousand atoms are a large key. `shrink` is the share of the white between its atoms that a page may lose to hold
    one more. `named_for` is the share that it may lose to say close at its head what it goes on with, where that gives
    way otherwise.
    """
    measures = tuple(measure_of(atom)._replace(spans=True) for atom in atoms)
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
    over, white = height_of(page) - depth, sum(atom.before for atom in page[1:])
    if not 0 < over <= white:
        return page
    share = 1 - over / white
    return tuple(atom.with_break(before=atom.before * share) if index else atom for index, atom in enumerate(page))


def break_columns(atoms: Sequence[Atom], depth: float, memory: Memory[tuple[int, ...]] | None = None) -> Breaks[OnPage]:
    """The same for pages of two columns: what does not span them stands in one or the other."""
    measures = tuple(map(measure_of, atoms))
    stops = _stops(measures, depth, memory)
    breaker = ColumnBreaker(measures)
    pages = [_page_of_columns(atoms, breaker, start, stop, depth) for start, stop in pairwise(stops)]
    return Breaks(tuple(pages), stops[:-1], _overfull(pages, depth))


def _stops(
    measures: Measures, depth: float, memory: Memory[tuple[int, ...]] | None, shrink: float = 0.0
) -> tuple[int, ...]:
    known = Memory(bounds.ONE) if memory is None else memory
    key = ("breaks", depth, shrink, sha256(array("d", chain.from_iterable(measures)).tobytes()).digest())
    return known.get(key, lambda: _best_stops(_part_what_is_too_high(measures, depth), depth, shrink))


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


def _best_stops(measures: Measures, depth: float, shrink: float = 0.0) -> tuple[int, ...]:
    """Where pages start and the last one ends, as indices of atoms. Where some atoms should face those before them, the
    best ways to a right-hand page and to one overleaf are told apart; the first page is a right-hand one."""
    count, sides = len(measures), 2 if any(m.turned for m in measures) else 1
    best = [[math.inf] * sides for _ in range(count + 1)]
    came = [[(0, 0)] * sides for _ in range(count + 1)]
    best[0][0] = 0.0
    page = _Page(measures, depth, shrink)
    for start in range(count):
        if min(best[start]) < math.inf and not (start and measures[start].cost == NEVER):
            _extend(page, start, best, came)
    stops, side = [count], min(range(sides), key=best[count].__getitem__)
    while stops[-1]:
        start, side = came[stops[-1]][side]
        stops.append(start)
    return tuple(reversed(stops))


def _extend(page: _Page, start: int, best: list[list[float]], came: list[list[tuple[int, int]]]) -> None:
    """Try all pages that start at atom `start`, on either side of a leaf."""
    measures, room = page.measures, page.depth
    page.open(start)
    count, sides = len(measures), len(best[start])
    found = False
    for stop in range(start + 1, count + 1):
        used, columns_cost = page.add(stop - 1)
        spare = page.spare
        if used - spare > room + 0.01 and found:
            return
        is_last = stop == count
        break_cost = 0.0 if is_last else measures[stop].cost
        if break_cost == NEVER:
            continue
        found = True
        if room + 0.01 < used <= room + spare + 0.01:
            columns_cost += SHRUNK_COST * (used - room) / spare
            used = room
        filled = used + max(0.0, room - used) * FILLED if measures[stop - 1].fills else used
        cost = _page_cost(filled, room, is_last) + break_cost + columns_cost
        for side in range(sides):
            following = (side + 1) % sides
            turning = measures[stop].turned if following and not is_last else 0.0
            if best[start][side] + cost + turning < best[stop][following]:
                best[stop][following] = best[start][side] + cost + turning
                came[stop][following] = (start, side)


class _Page:
    """A page while atoms are put on it, one after another: how high they stand, and what its column breaks cost.
    Columns are broken with care if the page has room for that, else as low as can be."""

    def __init__(self, measures: Measures, depth: float, shrink: float) -> None:
        self.measures, self.depth, self._shrink = measures, depth, shrink
        self._breaker = ColumnBreaker(measures)

    def open(self, start: int) -> None:
        """Begin an empty page with the atom `start`."""
        self._start = self._run = start
        first = self.measures[start]
        self.spare = 0.0  # how much white the page may lose, in pt
        used = first.again if start and (first.spans or first.is_again_across) else 0.0
        self._closed = dict.fromkeys((CAREFUL, CLOSE), (used, 0.0))

    def add(self, index: int) -> tuple[float, float]:
        """Put an atom on the page: the height of all that is on it in pt, and the cost of its columns."""
        measure = self.measures[index]
        before = measure.before if index > self._start else 0.0
        self.spare += before * self._shrink
        heights = []
        for care, (used, cost) in self._closed.items():
            if not measure.spans:
                height, more = self._columns(index + 1, care)
                heights.append((used + height, cost + more))
                continue
            if self._run < index:
                height, more = self._columns(index, care)
                used, cost = used + height, cost + more
            self._closed[care] = (used + before + measure.height, cost)
            heights.append(self._closed[care])
        if measure.spans:
            self._run = index + 1
        careful, close = heights
        return careful if careful[0] <= self.depth + 0.01 else close

    def _columns(self, stop: int, care: float) -> tuple[float, float]:
        """The height of the stretch in columns that ends before `stop`, with the space above it, and its cost."""
        is_first = self._run == self._start
        first = self.measures[self._run]
        over = first.again if is_first and self._start and not first.is_again_across else 0.0
        split = self._breaker.split(self._run, stop, over, care)
        before = 0.0 if is_first else first.before
        return before + split.height, split.cost


def _page_cost(used: float, room: float, is_last: bool) -> float:
    if used > room + 0.01:
        return OVERFULL_COST + used
    share = used / room
    if is_last:
        return PAGE_COST + (STUB_COST * (1 - share / STUB_SHARE) if share < STUB_SHARE else 0.0)
    third = THIRD_FULL_COST if share < 1 / 3 else 0.0
    return PAGE_COST + WHITE_COST * (1 - share) ** 2 + third


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
    return sum(item.height for item in page) + sum(item.before for item in page[1:])
