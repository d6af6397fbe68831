"""All pages that may start at one atom, and what each would cost a reader: white, paper, and torn columns.

What a page costs depends on what stands on it and on nothing before or behind it. So costs are worked out a stretch of
atoms at a time, and those of a stretch are kept by all measures from the page's first atom to its end: clinics and ways
to lay a leaflet out share them, but for the pages that hold a clinic's own lines.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import chain
from typing import Any, NamedTuple

from handoutgen import bounds
from handoutgen.layout.flow.atoms import NEVER
from handoutgen.layout.flow.columns import CAREFUL, CLOSE, ColumnBreaker, Measure
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
SHRUNK_COST = 40.0
"""A page that has lost as much of its white as it may."""
OVERFULL_COST = 1e9
"""An atom higher than the page: drawn all the same so that the caller can say by how much."""
STRETCH = 12
"""How many atoms are put on a page at a time: few enough that a clinic's lines at its foot leave most of it known."""
BYTES = len(Measure._fields) * array("d").itemsize
"""Of one atom's measures."""

Measures = Sequence[Measure]


class PageCosts:
    """What the pages cost that may be made of the atoms of one leaflet; `depth` is that of a page in pt, `shrink` the
    share of the white between its atoms that it may lose. `memory` is that of a look."""

    def __init__(self, measures: Measures, depth: float, shrink: float, memory: Memory[Any] | None) -> None:
        self.measures, self._depth, self._shrink = measures, depth, shrink
        self._bytes = array("d", chain.from_iterable(measures)).tobytes()
        self._page = array("d", (depth, shrink)).tobytes()
        self._known: Memory[_Stretch] = Memory(bounds.ONE)
        if memory is not None:
            self._known = memory.get("page costs", lambda: Memory(bounds.PAGE_COSTS))

    def starting_at(self, start: int) -> Iterator[tuple[int, Sequence[float]]]:
        """What the pages cost that start at the atom `start`, each with the break at its end: as far as a page has
        room, and one in any case. In stretches: the atom before which the first one ends, and what that one costs and
        those that end at the atoms after it; `NEVER` where none may end."""
        page: _Page | None = None
        state: _State | None = None
        for begun in range(0, len(self.measures) - start, STRETCH):
            key = begun, start > 0, self._digest(start, start + begun + STRETCH + 1)
            stretch = self._known.find(key)
            if stretch is None:
                page = page or _Page(self.measures[start:], self._depth, self._shrink, is_first=not start)
                stretch = self._known.keep(key, page.stretch(begun, state))
            yield start + begun + 1, stretch.costs
            state = stretch.state
            if state is None:
                return

    def _digest(self, start: int, stop: int) -> bytes:
        return blake2b(self._bytes[start * BYTES : stop * BYTES], digest_size=16, key=self._page).digest()


class _Stack(NamedTuple):
    """The atoms of a page before the one numbered `at`: how high they stand, and what their column breaks cost, without
    the columns that are still open, which begin at `run`."""

    used: float
    cost: float = 0.0
    run: int = 0
    at: int = 0


class _State(NamedTuple):
    """A page on which some atoms stand: with its columns broken with care, and as low as can be (that one is behind
    until it is needed); how much white it may lose, in pt; and whether a page may end anywhere on it."""

    careful: _Stack
    close: _Stack
    spare: float = 0.0
    has_end: bool = False


class _Stretch(NamedTuple):
    """What the pages cost that end after each atom of a stretch, `NEVER` where none may; and the page after the last
    of them, None where it is full."""

    costs: array[float]
    state: _State | None


class _Page:
    """A page while atoms are put on it, one after another. Columns are broken with care if the page has room for that,
    else as low as can be."""

    def __init__(self, measures: Measures, depth: float, shrink: float, *, is_first: bool) -> None:
        """The measures are those of the page's first atom and all after it; over the first page nothing is repeated."""
        self._measures, self._depth, self._shrink, self._is_first = measures, depth, shrink, is_first
        self._breaker = ColumnBreaker(measures)

    def stretch(self, begun: int, state: _State | None) -> _Stretch:
        """The pages that end after each of the atoms from `begun` on, on a page in this state, or else an empty one."""
        measures, room, count = self._measures, self._depth + 0.01, len(self._measures)
        careful, close, spare, has_end = state or self._empty()
        costs = array("d")
        for stop in range(begun + 1, min(begun + STRETCH, count) + 1):
            spare += measures[stop - 1].before * self._shrink if stop > 1 else 0.0
            careful, used, columns_cost = self._with(careful, stop, CAREFUL)
            if used > room:
                close, used, columns_cost = self._with(close, stop, CLOSE)
            if used - spare > room and has_end:
                return _Stretch(costs, None)
            break_cost = measures[stop].cost if stop < count else 0.0
            if break_cost == NEVER:
                costs.append(NEVER)
                continue
            has_end = True
            if room < used <= room + spare:
                columns_cost += SHRUNK_COST * (used - self._depth) / spare
                used = self._depth
            costs.append(self._cost(used, stop) + break_cost + columns_cost)
        return _Stretch(costs, _State(careful, close, spare, has_end))

    def _empty(self) -> _State:
        first = self._measures[0]
        is_over = not self._is_first and (first.spans or first.is_again_across)
        empty = _Stack(first.again if is_over else 0.0)
        return _State(empty, empty)

    def _with(self, stack: _Stack, stop: int, care: float) -> tuple[_Stack, float, float]:
        """The stack with all atoms before `stop`; how high it is, and what its columns cost, with those still open."""
        used, cost, run, at = stack
        for index in range(at, stop):
            measure = self._measures[index]
            if not measure.spans:
                continue
            if run < index:
                height, more = self._columns(run, index, care)
                used, cost = used + height, cost + more
            used = used + (measure.before if index else 0.0) + measure.height
            run = index + 1
        stack = _Stack(used, cost, run, stop)
        if run == stop:
            return stack, used, cost
        height, more = self._columns(run, stop, care)
        return stack, used + height, cost + more

    def _columns(self, run: int, stop: int, care: float) -> tuple[float, float]:
        """The height of the columns from `run` to `stop`, with the space above them, and what their break costs."""
        first = self._measures[run]
        over = first.again if not run and not self._is_first and not first.is_again_across else 0.0
        split = self._breaker.split(run, stop, over, care)
        return (first.before if run else 0.0) + split.height, split.cost

    def _cost(self, used: float, stop: int) -> float:
        """What a page costs that ends before `stop`, without its breaks."""
        if self._measures[stop - 1].fills:
            used += max(0.0, self._depth - used) * FILLED
        return page_cost(used, self._depth, stop == len(self._measures))


def page_cost(used: float, room: float, is_last: bool) -> float:
    """What a page costs of which so much is used."""
    if used > room + 0.01:
        return OVERFULL_COST + used
    share = used / room
    if is_last:
        return PAGE_COST + (STUB_COST * (1 - share / STUB_SHARE) if share < STUB_SHARE else 0.0)
    third = THIRD_FULL_COST if share < 1 / 3 else 0.0
    return PAGE_COST + WHITE_COST * (1 - share) ** 2 + third
