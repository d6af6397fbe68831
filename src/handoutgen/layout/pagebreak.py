"""A column of atoms becomes pages: the best breaks over the whole leaflet, not the first that fit.

Total-fit breaking (Knuth and Plass 1981, Plass 1981) applied to pages: every feasible page has a cost for the white
it leaves and for what its break tears apart; a shortest path over break points finds the least sum. That is what
keeps strategies whole, stubs off the last page and holes out of the middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from handoutgen.layout.atoms import NEVER, Atom, merge

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


def break_pages(atoms: Sequence[Atom], depth: float) -> Breaks:
    """The least costly division of `atoms` into pages of `depth` pt.

    Where atoms that belong together are higher than a page (36 pt print), they are parted after all, at a high cost:
    words are never printed over the footer.
    """
    breaks = _best_breaks(atoms, depth)
    if breaks.overfull and any(atom.cost == NEVER for atom in atoms):
        return _best_breaks([a.with_break(cost=min(a.cost, HARDLY_EVER_COST)) for a in atoms], depth)
    return breaks


def _best_breaks(atoms: Sequence[Atom], depth: float) -> Breaks:
    count = len(atoms)
    best = [math.inf] * (count + 1)
    came = [0] * (count + 1)
    best[0] = 0.0
    for start in range(count):
        if best[start] < math.inf and not (start and atoms[start].cost == NEVER):
            _extend(atoms, start, depth, best, came)
    return _trace(atoms, came, depth)


def _extend(atoms: Sequence[Atom], start: int, room: float, best: list[float], came: list[int]) -> None:
    used = _heading_height(atoms[start])
    count = len(atoms)
    found = False
    for stop in range(start + 1, count + 1):
        atom = atoms[stop - 1]
        used += atom.height + (atom.before if stop - 1 > start else 0.0)
        if used > room + 0.01 and found:
            return
        is_last = stop == count
        if not is_last and atoms[stop].cost == NEVER:
            continue
        found = True
        cost = best[start] + _page_cost(used, room, is_last) + (0.0 if is_last else atoms[stop].cost)
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


def _heading_height(atom: Atom) -> float:
    return atom.heading.height if atom.heading else 0.0


def _trace(atoms: Sequence[Atom], came: Sequence[int], depth: float) -> Breaks:
    stops = [len(atoms)]
    while stops[-1]:
        stops.append(came[stops[-1]])
    stops.reverse()
    pages = []
    overfull = 0.0
    for start, stop in pairwise(stops):
        group = atoms[start:stop]
        heading = group[0].heading if start else None
        page = (heading, *(a if i else a.with_break(before=0.0) for i, a in enumerate(group))) if heading else group
        pages.append(tuple(page))
        overfull = max(overfull, merge(page).height - depth)
    return Breaks(tuple(pages), tuple(stops[:-1]), overfull if overfull > 0.01 else 0.0)
