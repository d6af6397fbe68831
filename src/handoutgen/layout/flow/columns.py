"""A stretch of atoms in two columns of a page: where the left one ends, so that both are as low as can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from handoutgen.layout.flow.atoms import NEVER, Atom, is_reminder, merge, total_height

COLUMN_BREAK = 0.3
"""What a break between columns costs, as a share of one between pages: the eye goes up and on, no page is turned."""
CAREFUL, CLOSE = 0.4, 0.05
"""How much lists and tables are kept whole in a column: where there is room, and where there is none."""
NEAR = 5
"""How many breaks on either side of the middle are tried."""


class TwoColumns(NamedTuple):
    """Atoms that stand in the left column and in the right one; both start at one height. Equal if they are the very
    same atoms, so that clinics share the pages made of them."""

    left: tuple[Atom, ...]
    right: tuple[Atom, ...]
    over: Atom | None = None
    """What is repeated above the first, at the head of a page; over both if it spans them."""

    @property
    def before(self) -> float:
        """The space above both."""
        return self.left[0].before

    @property
    def height(self) -> float:
        """Of the higher one with what stands over both, in pt."""
        return max(self.heights)

    @property
    def heights(self) -> tuple[float, float]:
        """Of each with what stands over both."""
        left, right = (self._across + total_height(column) if column else 0.0 for column in self._whole())
        return left, right

    def as_atom(self, second: float) -> Atom:
        """The two columns as one, the right one `second` pt from the left edge."""
        left, right = self._whole()
        down = self._across
        puts = [*(self.over.puts if self.over and down else ()), *merge(left).moved(0.0, down).puts]
        puts += merge(right).moved(second, down).puts if right else ()
        return Atom(tuple(puts), self.height, self.before, self.left[0].cost, spans=True)

    @property
    def _across(self) -> float:
        """How high what stands over both is."""
        return self.over.height if self.over and self.over.spans else 0.0

    def _whole(self) -> tuple[list[Atom], list[Atom]]:
        """The columns with what is repeated over them: a table that goes on in the right one has its head again."""
        first, *rest = self.left
        is_in_column = self.over and not self.over.spans
        left = [self.over, first.with_break(before=0.0), *rest] if self.over and is_in_column else [first, *rest]
        again = self.right[0].heading if self.right else None
        if again is None or _is_only_over_pages(again):
            return left, list(self.right)
        return left, [again, self.right[0].with_break(before=0.0), *self.right[1:]]


class Split(NamedTuple):
    """Where the left column ends, how high the columns are, and what the break and the white under the shorter one
    cost."""

    stop: int
    height: float
    cost: float


class Measure(NamedTuple):
    """What the page breaker needs to know of an atom; lengths in pt."""

    height: float
    before: float
    cost: float
    again: float
    """The height of what is repeated above it where it starts a page."""
    spans: bool
    again_in_column: float
    """The same where it starts a right column: a table's head, but no reminder."""
    turned: float = 0.0
    """What a break before it costs more where its page is overleaf."""
    is_again_across: bool = False
    """Whether what is repeated stands over both columns."""
    fills: bool = False
    """Whether a page that it ends is filled over it."""


class ColumnBreaker:
    """Splits stretches of one leaflet's atoms, quickly: the heights of all stretches come from one running sum."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._before = [m.before for m in measures]
        self._costs = [m.cost * COLUMN_BREAK for m in measures]
        self._again = [m.again_in_column for m in measures]
        self._to = [0.0, *accumulate(m.height + m.before for m in measures)]
        self._allowed = [i for i, m in enumerate(measures) if m.cost < NEVER]

    def split(self, start: int, stop: int, over: float, care: float = CAREFUL) -> Split:
        """The best place to end the left column, over whose first atom `over` pt are repeated. What is repeated over
        the right one counts too, or that would run over the footer. `care`: how many pt higher the columns may be for
        each unit of cost that this saves."""
        to = self._to
        above = to[start] + self._before[start]
        whole = over + (to[stop] - above) if stop > start else over
        best = Split(stop, whole, _white_cost(whole, 0.0))
        worth = whole + care * best.cost
        middle = bisect_left(to, (to[start] + to[stop] - over) / 2, start, stop)
        at = bisect_left(self._allowed, middle)
        for place in self._allowed[max(0, at - NEAR) : at + NEAR + 1]:
            if not start < place < stop:
                continue
            left = over + (to[place] - above)
            right = self._again[place] + (to[stop] - to[place] - self._before[place])
            high, low = (left, right) if left > right else (right, left)
            cost = self._costs[place]
            if high >= worth and cost >= 0:
                continue
            if high > 0:  # as `_white_cost`, which is asked too often
                cost += 0.1 * (high - low) * ((high - low) / high)
            if high + care * cost < worth:
                best, worth = Split(place, high, cost), high + care * cost
        return best


def _white_cost(left: float, right: float) -> float:
    """For the white under the shorter column."""
    high = max(left, right)
    return 0.1 * abs(left - right) * (abs(left - right) / high) if high else 0.0


def balanced(atoms: Sequence[Atom]) -> TwoColumns:
    """The atoms in two columns as low as can be, with no page to think of."""
    breaker = ColumnBreaker([measure_of(atom) for atom in atoms])
    stop = breaker.split(0, len(atoms), 0.0).stop
    return TwoColumns(tuple(atoms[:stop]), tuple(atoms[stop:]))


def _is_only_over_pages(again: Atom) -> bool:
    """Whether what is repeated at the head of a page is not repeated at the head of a right column."""
    return again.spans or is_reminder(again)


def measure_of(atom: Atom, *, is_across: bool = False) -> Measure:
    """An atom in numbers; `is_across`: as if it spanned all columns, where there is but one."""
    spans, heading = is_across or atom.spans, atom.heading
    if heading is None:
        return Measure(atom.height, atom.before, atom.cost, 0.0, spans, 0.0, atom.turned, False, atom.fills)
    again = 0.0 if heading.gives_way else heading.height
    in_column = 0.0 if is_across or not again or _is_only_over_pages(heading) else again
    return Measure(atom.height, atom.before, atom.cost, again, spans, in_column, atom.turned, heading.spans, atom.fills)
