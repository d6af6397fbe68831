"""Breaking atoms into pages of two columns: what spans them, what fills them, and what is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.layout.flow.atoms import EASY, FREE, HARD, NEVER, Atom, spanning, total_height
from handoutgen.layout.flow.columns import CAREFUL, CLOSE, TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage, break_columns, break_pages, height_of
from handoutgen.memory import Memory
from layout.setting_for_tests import block


def wide(height: float, *, before: float = 0.0, cost: float = EASY) -> Atom:
    (atom,) = spanning([block(height, before=before, cost=cost)])
    return atom


Shown = float | tuple[list[float], list[float]]


def shown(page: Sequence[OnPage]) -> list[Shown]:
    """Heights on a page from top to bottom: of what spans it, or of the atoms in both columns."""
    return [
        ([a.height for a in item.left], [a.height for a in item.right]) if isinstance(item, TwoColumns) else item.height
        for item in page
    ]


def pages(atoms: Sequence[Atom], depth: float = 100) -> list[list[Shown]]:
    return [shown(page) for page in break_columns(atoms, depth).pages]


def test_a_page_holds_twice_its_depth_in_two_columns() -> None:
    assert pages([block(50) for _ in range(4)]) == [[([50, 50], [50, 50])]]
    assert len(pages([block(50) for _ in range(5)])) == 2


def test_what_spans_both_columns_parts_them_into_stretches_that_are_equal_in_themselves() -> None:
    atoms = [block(20), block(20), wide(10), block(30), block(15), block(15)]
    assert pages(atoms) == [[([20], [20]), 10, ([30], [15, 15])]]


def test_spanning_atoms_stand_one_under_another_as_on_a_page_of_one_column() -> None:
    atoms = [wide(60), wide(30, before=10), wide(30, before=10)]
    assert pages(atoms) == [[60, 30], [30]]
    assert pages(atoms) == [[a.height for a in page] for page in break_pages(atoms, 100).pages]


def test_the_space_above_a_stretch_counts_once_and_not_at_the_head_of_a_page() -> None:
    atoms = [wide(40), block(50, before=10), block(50, before=10)]
    assert pages(atoms) == [[40, ([50], [50])]]
    assert pages([wide(40), block(51, before=10, cost=FREE), block(51, before=10)]) == [[40], [([51], [51])]]
    assert pages([block(100, before=30), block(100, before=30)]) == [[([100], [100])]]


@pytest.mark.parametrize(("over", "held"), [(10, 1), (11, 2)])
def test_what_is_repeated_over_both_columns_takes_room_in_both(over: float, held: int) -> None:
    again = replace(block(over), spans=True)
    rest = [replace(block(45), heading=again) for _ in range(4)]
    made = break_columns([wide(100), *rest], 100).pages
    assert len(made) == 1 + held
    assert all(isinstance(page[0], TwoColumns) and page[0].over is again for page in made[1:])
    assert all(height_of(page) <= 100 for page in made)


def test_what_never_parts_stays_with_what_spans_over_it() -> None:
    atoms = [block(60), block(60), wide(15, cost=FREE), block(40, cost=NEVER), block(40, cost=NEVER)]
    assert pages(atoms) == [[([60], [60])], [15, ([40, 40], [])]]


def test_what_never_parts_is_in_one_column() -> None:
    atoms = [block(20), block(20, cost=NEVER), block(20, cost=NEVER), block(20)]
    assert pages(atoms) == [[([20, 20, 20], [20])]]


def table(rows: int, head: float = 10, row: float = 20) -> list[Atom]:
    first, *others = [replace(block(row), heading=block(head)) for _ in range(rows)]
    return [block(head), replace(first, heading=None, cost=NEVER), *others]


def test_a_head_is_repeated_at_the_top_of_a_page_and_of_a_right_column() -> None:
    breaks = break_columns(table(12), 100)
    (first,), (second,) = breaks.pages
    assert isinstance(first, TwoColumns)
    assert isinstance(second, TwoColumns)
    assert first.over is None
    assert second.over is not None
    assert second.over.height == 10
    drawn = [[put.piece.height for put in columns.as_atom(200).puts] for columns in (first, second)]
    assert all(10 in column for column in drawn)
    assert sum(height == 20 for column in drawn for height in column) == 12
    assert drawn[0].count(10) == drawn[1].count(10) == 2
    assert breaks.overfull == 0


def test_a_spanning_table_has_its_head_again_on_its_next_page_only() -> None:
    atoms = spanning(table(8))
    breaks = break_columns(atoms, 100)
    assert [shown(page) for page in breaks.pages] == [[10, 20, 20, 20, 20], [10, 20, 20, 20, 20]]
    assert breaks.starts == (0, 5)


def test_pages_know_which_atom_they_start_with() -> None:
    breaks = break_columns([block(60) for _ in range(5)], 100)
    assert [breaks.page_of(index) for index in range(5)] == sorted(breaks.page_of(index) for index in range(5))
    flat = [breaks.starts.index(start) for start in breaks.starts]
    assert flat == list(range(len(breaks.pages)))
    assert breaks.starts[0] == 0


def test_an_atom_higher_than_the_page_is_reported_by_how_much() -> None:
    assert break_columns([block(30), block(130)], 100).overfull == 30
    assert break_columns([wide(130)], 100).overfull == 30


def test_the_answer_is_remembered_for_atoms_of_the_same_measures() -> None:
    memory: Memory[tuple[int, ...]] = Memory(bounds.ONE)
    one, other = ([block(60) for _ in range(5)] for _ in range(2))
    first, second = (break_columns(atoms, 100, memory) for atoms in (one, other))
    assert first.starts == second.starts
    assert first.pages != second.pages


def test_the_same_measures_over_both_columns_are_another_question() -> None:
    memory: Memory[tuple[int, ...]] = Memory(bounds.ONE)
    atoms = [block(60) for _ in range(3)]
    assert len(break_columns(atoms, 100, memory).pages) == 1 + 1
    assert len(break_columns(spanning(atoms), 100, memory).pages) == 3


HEADS = st.sampled_from([None, 8.0])
ROWS = st.tuples(st.floats(1, 60), st.floats(0, 15), st.sampled_from([FREE, EASY, HARD, NEVER]), st.booleans(), HEADS)


def made(rows: Sequence[tuple[float, float, float, bool, float | None]]) -> list[Atom]:
    atoms = []
    for height, before, cost, spans, head in rows:
        atom = replace(block(height, before=before, cost=cost), spans=spans)
        atoms.append(replace(atom, heading=block(head)) if head else atom)
    return atoms


def in_order(page: Sequence[OnPage]) -> Iterator[Atom]:
    for item in page:
        yield from (*item.left, *item.right) if isinstance(item, TwoColumns) else (item,)


@given(st.lists(ROWS, max_size=40))
def test_no_atom_is_lost_or_doubled_and_words_over_the_footer_are_told(
    rows: list[tuple[float, float, float, bool, float | None]],
) -> None:
    atoms = made(rows)
    breaks = break_columns(atoms, 100)
    known = {atom.puts for atom in atoms}
    drawn = [atom.puts for page in breaks.pages for atom in in_order(page) if atom.puts in known]
    assert drawn == [atom.puts for atom in atoms]
    highest = max((height_of(page) for page in breaks.pages), default=0.0)
    assert breaks.overfull == (pytest.approx(highest - 100) if highest > 100.01 else 0)


@given(st.lists(ROWS, max_size=40))
def test_where_every_atom_may_be_parted_no_page_is_too_high(
    rows: list[tuple[float, float, float, bool, float | None]],
) -> None:
    atoms = [replace(atom, cost=min(atom.cost, HARD)) for atom in made(rows)]
    assert break_columns(atoms, 100).overfull == 0


def cost_of(atoms: Sequence[Atom], stops: Sequence[int], depth: float) -> float:
    """What a division into pages costs, worked out from the atoms on each page."""
    total = 0.0
    for start, stop in pairwise(stops):
        used, spent = page_cost(atoms[start:stop], CAREFUL)
        if used > depth + 0.01:
            used, spent = page_cost(atoms[start:stop], CLOSE)
        is_last = stop == len(atoms)
        share = used / depth
        spent += 150 + (1e9 + used - 150 if used > depth + 0.01 else 0)
        if used <= depth + 0.01:
            spent += (130 * (1 - share / 0.28) if share < 0.28 else 0) if is_last else 420 * (1 - share) ** 2
            spent += 5000 if not is_last and share < 1 / 3 else 0
        total += spent + (0 if is_last else atoms[stop].cost)
    return total


def page_cost(page: Sequence[Atom], care: float) -> tuple[float, float]:
    """How high a page is whose columns are broken with so much care, and what their breaks cost."""
    used, spent, run = 0.0, 0.0, []
    for index, atom in enumerate(page):
        if not atom.spans:
            run.append(atom)
        if run and (atom.spans or index == len(page) - 1):
            height, cost = cheapest(run, care)
            used += height + (run[0].before if run[0] is not page[0] else 0.0)
            spent += cost
            run = []
        if atom.spans:
            used += atom.height + (atom.before if index else 0.0)
    return used, spent


def cheapest(run: Sequence[Atom], care: float) -> tuple[float, float]:
    """How high a stretch stands in two columns, and what its break and its white cost."""
    tried = []
    for stop in range(1, len(run) + 1):
        if stop == len(run) or run[stop].cost < NEVER:
            left, right = total_height(run[:stop]), total_height(run[stop:])
            high, apart = max(left, right), abs(left - right)
            cost = (0.3 * run[stop].cost if stop < len(run) else 0.0) + 0.1 * apart * apart / high
            tried.append((high + care * cost, high, cost))
    _, high, cost = min(tried)
    return high, cost


SMALL = st.tuples(st.floats(5, 40), st.floats(0, 10), st.sampled_from([FREE, EASY, HARD]), st.booleans(), st.none())


@settings(max_examples=150)
@example([(8.0, 0.0, 0.0, False, None), (24.0, 3.0, 0.0, False, None), (5.0, 8.0, 90.0, False, None),
          (5.0, 0.0, 0.0, True, None), (9.0, 10.0, 0.0, False, None)])  # fmt: skip
@given(st.lists(SMALL, min_size=1, max_size=7))
def test_the_pages_are_the_cheapest_of_all_divisions(
    rows: list[tuple[float, float, float, bool, float | None]],
) -> None:
    atoms, depth = made(rows), 60.0
    inner = range(1, len(atoms))
    ways = chain.from_iterable(combinations(inner, count) for count in range(len(atoms)))
    best = min(cost_of(atoms, (0, *way, len(atoms)), depth) for way in ways)
    found = break_columns(atoms, depth)
    assert cost_of(atoms, (*found.starts, len(atoms)), depth) == pytest.approx(best)
