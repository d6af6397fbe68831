"""A stretch of atoms in two columns: where the left one ends, what is repeated, and how high both are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import EASY, FREE, HARD, LAST_RESORT, NEVER, Atom, piece_atom, reminding, total_height
from handoutgen.layout.flow.columns import CAREFUL, CLOSE, ColumnBreaker, TwoColumns, balanced, measure_of
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import block, look_for, puts


def heights(column: Sequence[Atom]) -> list[float]:
    return [atom.height for atom in column]


def split_into(atoms: Sequence[Atom]) -> tuple[list[float], list[float]]:
    columns = balanced(atoms)
    return heights(columns.left), heights(columns.right)


@pytest.mark.parametrize(
    ("stack", "left", "right"),
    [
        ([20, 20, 20, 20], [20, 20], [20, 20]),
        ([30, 10, 10, 10], [30], [10, 10, 10]),
        ([10, 10, 10, 30], [10, 10, 10], [30]),
        ([40], [40], []),
    ],
)
def test_both_columns_are_as_low_as_can_be(stack: list[float], left: list[float], right: list[float]) -> None:
    assert split_into([block(height) for height in stack]) == (left, right)


def test_the_space_before_what_starts_the_right_column_falls_away() -> None:
    columns = balanced([block(20, before=7), block(20, before=10)])
    assert (heights(columns.left), heights(columns.right)) == ([20], [20])
    assert (columns.height, columns.before) == (20, 7)


def test_no_column_ends_between_what_never_parts() -> None:
    assert split_into([block(20), block(20, cost=NEVER), block(20, cost=NEVER)]) == ([20, 20, 20], [])
    assert split_into([block(10), block(10, cost=NEVER), block(50, cost=NEVER), block(10)]) == ([10, 10, 50], [10])


def test_of_places_that_are_nearly_as_good_the_cheaper_one_is_taken() -> None:
    stack = [block(20), block(20), block(2, cost=LAST_RESORT), block(20, cost=FREE), block(20)]
    assert split_into(stack) == ([20, 20, 2], [20, 20])
    level = [block(20), block(20), block(2, cost=FREE), block(20, cost=LAST_RESORT), block(20)]
    assert split_into(level) == ([20, 20], [2, 20, 20])


def test_a_dear_break_is_still_better_than_a_column_twice_as_high() -> None:
    assert split_into([block(100), block(100, cost=LAST_RESORT)]) == ([100], [100])


def test_as_one_atom_both_columns_start_at_one_height_and_the_right_one_at_its_place() -> None:
    columns = TwoColumns(
        (block(20, before=6, cost=HARD), block(15, before=5)), (block(30, before=9), block(5, before=2))
    )
    atom = columns.as_atom(300)
    assert [(put.x, put.down, put.piece.height) for put in puts(atom)] == [
        (0, 0, 20), (0, 25, 15), (300, 0, 30), (300, 32, 5)
    ]  # fmt: skip
    assert (atom.height, atom.before, atom.cost, atom.spans) == (40, 6, HARD, True)


def test_a_left_column_alone_is_an_atom_too() -> None:
    columns = TwoColumns((block(20), block(15)), ())
    assert (columns.height, columns.as_atom(300).height, len(puts(columns.as_atom(300)))) == (35, 35, 2)


def test_a_table_that_goes_on_in_the_right_column_has_its_head_again() -> None:
    head = block(5)
    first, *rows = [replace(block(20, before=3), heading=head) for _ in range(4)]
    columns = balanced([replace(first, heading=None), *rows])
    assert (len(columns.left), len(columns.right)) == (2, 2)
    assert [(put.x, put.down, put.piece.height) for put in puts(columns.as_atom(300))] == [
        (0, 0, 20), (0, 23, 20), (300, 0, 5), (300, 5, 20), (300, 28, 20)
    ]  # fmt: skip
    assert columns.height == 48


def test_the_head_that_is_repeated_counts_when_columns_are_made_equal() -> None:
    head = block(30)
    row = replace(block(20), heading=head)
    # Three and three would be 60 against 90; four and two are 80 against 70.
    assert split_into([block(20), row, row, row, row, row]) == ([20, 20, 20, 20], [20, 20])


def test_what_is_said_again_on_a_next_page_is_not_said_in_the_next_column(fonts: FontBook) -> None:
    look = look_for(fonts)
    said = reminding(piece_atom(look.text(None, "Stretching (continued)", 200)))
    columns = balanced([block(20), replace(block(20), heading=said)])
    assert columns.height == 20
    assert len(puts(columns.as_atom(300))) == 2


def test_over_the_first_stands_what_is_repeated_at_the_head_of_a_page() -> None:
    columns = TwoColumns((block(20, before=9), block(10)), (block(25),), over=block(5))
    assert columns.height == 35
    assert [(put.x, put.down, put.piece.height) for put in puts(columns.as_atom(300))] == [
        (0, 0, 5), (0, 5, 20), (0, 25, 10), (300, 0, 25)
    ]  # fmt: skip


def test_what_is_repeated_over_both_columns_stands_over_both() -> None:
    columns = TwoColumns((block(20, before=9), block(10)), (block(25),), over=replace(block(5), spans=True))
    assert columns.height == 35
    assert [(put.x, put.down, put.piece.height) for put in puts(columns.as_atom(300))] == [
        (0, 0, 5), (0, 5, 20), (0, 25, 10), (300, 5, 25)
    ]  # fmt: skip


def test_columns_are_equal_only_if_they_are_of_the_very_same_atoms() -> None:
    one, two = block(20), block(20)
    assert TwoColumns((one,), (two,)) == TwoColumns((one,), (two,))
    assert TwoColumns((one,), ()) != TwoColumns((two,), ())


class Tried(NamedTuple):
    worth: float
    height: float


def brute_force(atoms: Sequence[Atom], over: float, care: float) -> Tried:
    """The best of all places where the left column may end, each worked out from the atoms themselves."""
    tried = []
    for stop in range(1, len(atoms) + 1):
        if stop < len(atoms) and atoms[stop].cost == NEVER:
            continue
        left, right = over + total_height(atoms[:stop]), total_height(atoms[stop:])
        high, apart = max(left, right), abs(left - right)
        broken = 0.3 * atoms[stop].cost if stop < len(atoms) else 0.0
        tried.append(Tried(high + care * (broken + 0.1 * apart * apart / high), high))
    return min(tried)


ATOM = st.builds(
    lambda height, before, cost: block(height, before=before, cost=cost),
    st.floats(1, 120), st.floats(0, 20), st.sampled_from([FREE, EASY, HARD, LAST_RESORT, NEVER]),
)  # fmt: skip


@given(st.lists(ATOM, min_size=1, max_size=6), st.sampled_from([0.0, 12.0]), st.sampled_from([CAREFUL, CLOSE]))
def test_the_split_is_the_best_of_all(atoms: list[Atom], over: float, care: float) -> None:
    split = ColumnBreaker([measure_of(atom) for atom in atoms]).split(0, len(atoms), over, care)
    best = brute_force(atoms, over, care)
    assert split.height + care * split.cost == pytest.approx(best.worth)
    assert split.stop == len(atoms) or atoms[split.stop].cost < NEVER
    left, right = over + total_height(atoms[: split.stop]), total_height(atoms[split.stop :])
    assert split.height == pytest.approx(max(left, right))


@given(st.lists(ATOM, min_size=3, max_size=12), st.data())
def test_a_stretch_in_the_middle_is_split_as_it_would_be_by_itself(atoms: list[Atom], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(atoms) - 1))
    stop = data.draw(st.integers(start + 1, len(atoms)))
    inside = ColumnBreaker([measure_of(atom) for atom in atoms]).split(start, stop, 0.0)
    alone = ColumnBreaker([measure_of(atom) for atom in atoms[start:stop]]).split(0, stop - start, 0.0)
    if stop - start <= 5:  # of longer ones both may try other places
        assert inside.height == pytest.approx(alone.height)


@given(st.lists(ATOM, min_size=1, max_size=30))
def test_no_atom_is_lost_and_none_changes_places(atoms: list[Atom]) -> None:
    columns = balanced(atoms)
    assert [*columns.left, *columns.right] == atoms
