"""A column of atoms becomes pages: the best breaks over the whole leaflet, not the first that fit.

Total-fit breaking (Knuth and Plass 1981, Plass 1981) applied to pages: every feasible page has a cost for the white
it leaves and for what its break tears apart; a shortest path over break points finds the least sum. That is what
keeps strategies whole, stubs off the last page and holes out of the middle.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, pairwise

from handoutgen import bounds
from handoutgen.layout.flow.atoms import NEVER, Atom, total_height
from handoutgen.memory import Memory

PAGE_COST = 150.0
"""Paper: one more page must save this much tearing and white."""
WHITE_COST = 420.0
"""For a page left wholly white; grows with the square of the white share."""
STUB_COST = 130.0
"""A last page that is nearly empty."""
STUB_SHARE = 0.28
THIRD_FULL_COST = 5_000.0
"""A page other than the last that is less than a third full: only when nothing else is possible."""
HARDLY_EVER_COST = 2_000.0
"""For parting what belongs together, where it is higher than a page."""
OVERFULL_COST = 1e9
"""An atom higher than the page: drawn all the same so that the caller can say by how much."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where the pages start, and how much too high the worst page is, in pt (0 when all fit)."""

    pages: tuple[tuple[Atom, ...], ...]
    starts: tuple[int, ...]
    """For each page the index of its first atom."""
    overfull: float

    def page_of(self, index: int) -> int:
        """The page (from 1) that atom `index` stands on."""
        return sum(start <= index for start in self.starts)


Measures = tuple[tuple[float, float, float, float], ...]
"""Of each atom: its height, the space and the cost before it, the height of its repeated heading."""


def break_pages(atoms: Sequence[Atom], depth: float, memory: Memory[tuple[int, ...]] | None = None) -> Breaks:
    """The least costly division of `atoms` into pages of `depth` pt.

    Where atoms that belong together are higher than a page (36 pt print), they are parted after all, at a high cost:
    words are never printed over the footer. `memory` keeps the answer for atoms of the same measures, by their hash:
    a thousand atoms are a large key.
    """
    measures = tuple((a.height, a.before, a.cost, a.heading.height if a.heading else 0.0) for a in atoms)
    known = Memory(bounds.ONE) if memory is None else memory
    key = ("breaks", depth, sha256(array("d", chain.from_iterable(measures)).tobytes()).digest())
    stops = known.get(key, lambda: _best_stops(_part_what_is_too_high(measures, depth), depth))
    return _cut(atoms, stops, depth)


def _part_what_is_too_high(measures: Measures, depth: float) -> Measures:
    """The same measures, but what belongs together and is higher than a page may be parted at a high cost."""
    parted = list(measures)
    start = 0
    for stop in range(1, len(measures) + 1):
        if stop < len(measures) and measures[stop][2] == NEVER:
            continue
        group = measures[start:stop]
        if sum(height for height, _, _, _ in group) + sum(before for _, before, _, _ in group[1:]) > depth:
            parted[start + 1 : stop] = [(h, b, min(c, HARDLY_EVER_COST), r) for h, b, c, r in group[1:]]
        start = stop
    return tuple(parted)


def _best_stops(measures: Measures, depth: float) -> tuple[int, ...]:
    """Where pages start and the last one ends, as indices of atoms."""
    count = len(measures)
    best = [math.inf] * (count + 1)
    came = [0] * (count + 1)
    best[0] = 0.0
    for start in range(count):
        if best[start] < math.inf and not (start and measures[start][2] == NEVER):
            _extend(measures, start, depth, best, came)
    stops = [count]
    while stops[-1]:
        stops.append(came[stops[-1]])
    return tuple(reversed(stops))


def _extend(measures: Measures, start: int, room: float, best: list[float], came: list[int]) -> None:
    """Try all pages that start at atom `start`."""
    used = measures[start][3] if start else 0.0
    count = len(measures)
    found = False
    for stop in range(start + 1, count + 1):
        height, before, _, _ = measures[stop - 1]
        used += height + (before if stop - 1 > start else 0.0)
        if used > room + 0.01 and found:
            return
        is_last = stop == count
        break_cost = 0.0 if is_last else measures[stop][2]
        if break_cost == NEVER:
            continue
        found = True
        cost = best[start] + _page_cost(used, room, is_last) + break_cost
        if cost < best[stop]:
            best[stop], came[stop] = cost, start


def _page_cost(used: float, room: float, is_last: bool) -> float:
    if used > room + 0.01:
        return OVERFULL_COST + used
    share = used / room
    if is_last:
        return PAGE_COST + (STUB_COST * (1 - share / STUB_SHARE) if share < STUB_SHARE else 0.0)
    third = THIRD_FULL_COST if share < 1 / 3 else 0.0
    return PAGE_COST + WHITE_COST * (1 - share) ** 2 + third


def _cut(atoms: Sequence[Atom], stops: Sequence[int], depth: float) -> Breaks:
    pages = []
    overfull = 0.0
    for start, stop in pairwise(stops):
        group = tuple(atoms[start:stop])
        heading = group[0].heading if start else None
        pages.append((heading, group[0].with_break(before=0.0), *group[1:]) if heading else group)
        overfull = max(overfull, total_height(pages[-1]) - depth)
    return Breaks(tuple(pages), tuple(stops[:-1]), overfull if overfull > 0.01 else 0.0)
