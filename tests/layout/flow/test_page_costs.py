"""What pages cost is kept for all leaflets of a look: never a wrong cost, and worked out only where atoms change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.layout.flow.atoms import EASY, FREE, HARD, LAST_RESORT, NEVER, Atom, spanning
from handoutgen.layout.flow.columns import measure_of
from handoutgen.layout.flow.page_costs import PageCosts, _Page
from handoutgen.layout.flow.pagebreak import break_columns, break_pages
from handoutgen.memory import Memory
from layout.setting_for_tests import block

HEAD = block(12)


def atom(height: float, before: float, cost: float, kind: str) -> Atom:
    made = block(height, before=before, cost=cost)
    if kind == "across":
        (made,) = spanning([made])
    return replace(made, heading=HEAD if kind == "row" else None, turned=40.0 if kind == "turned" else 0.0,
                   fills=kind == "fills")  # fmt: skip


ATOMS = st.builds(
    atom, st.sampled_from([5.0, 20.0, 35.0, 60.0]), st.sampled_from([0.0, 6.0]),
    st.sampled_from([-60.0, FREE, EASY, HARD, LAST_RESORT, NEVER]),
    st.sampled_from(["plain", "plain", "across", "row", "turned", "fills"]),
)  # fmt: skip


def breaks(atoms: Sequence[Atom], memory: Memory[Any] | None) -> list[tuple[int, ...]]:
    """Where pages start, in two columns and in one that may shrink."""
    return [
        break_columns(atoms, 100, memory).starts,
        break_pages(atoms, 100, memory, shrink=0.45).starts,
        break_pages(atoms, 100, memory).starts,
        break_columns(atoms, 70, memory).starts,
    ]


@settings(deadline=None)
@given(st.lists(ATOMS, max_size=4), st.lists(ATOMS, max_size=25), st.lists(ATOMS, max_size=4))
def test_what_was_broken_before_changes_no_break(own: list[Atom], shared: list[Atom], other: list[Atom]) -> None:
    leaflets = [[*own, *shared], [*other, *shared], [*own, *shared, *other], shared, [*shared, *own], shared[:13]]
    alone = [breaks(each, None) for each in leaflets]
    for turns in (range(len(leaflets)), reversed(range(len(leaflets)))):
        memory: Memory[Any] = Memory(bounds.PARTS)
        for turn in turns:
            assert breaks(leaflets[turn], memory) == alone[turn]


def costs_of(atoms: Sequence[Atom], memory: Memory[Any] | None) -> list[list[float]]:
    """For each atom what the pages cost that start with it."""
    costs = PageCosts([measure_of(each) for each in atoms], 100, 0.0, memory)
    return [
        [cost for _, stretch in costs.starting_at(start) for cost in stretch] for start in range(len(atoms))
    ]  # fmt: skip


@pytest.mark.parametrize("count", [12, 13, 17, 24, 25])
def test_a_leaflet_that_ends_is_not_taken_for_one_that_goes_on(count: int) -> None:
    memory: Memory[Any] = Memory(bounds.PARTS)
    atoms = [block(2) for _ in range(40)]
    for stop in (40, count, count - 1, count + 1):
        assert costs_of(atoms[:stop], memory) == costs_of(atoms[:stop], None)


def test_over_the_first_page_nothing_is_repeated_and_over_the_same_atoms_on_another_it_is() -> None:
    memory: Memory[Any] = Memory(bounds.PARTS)
    rows = [replace(block(30), heading=HEAD) for _ in range(8)]
    first = costs_of(rows, memory)[0]
    assert costs_of([block(90), *rows], memory)[1] != first
    assert costs_of([block(90), *rows], memory) == costs_of([block(90), *rows], None)


@pytest.mark.parametrize("place", [0, -1])
def test_costs_are_worked_out_again_only_for_pages_that_may_hold_what_is_another(
    place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[int] = []
    stretch = _Page.stretch

    def counted(page: _Page, begun: int, state: Any) -> Any:
        worked_out.append(begun)
        return stretch(page, begun, state)

    monkeypatch.setattr(_Page, "stretch", counted)
    memory: Memory[Any] = Memory(bounds.PARTS)
    atoms = [block(20) for _ in range(100)]
    atoms = [replace(each, height=20 + number / 100) for number, each in enumerate(atoms)]
    break_columns(atoms, 100, memory)
    all_pages = len(worked_out)
    worked_out.clear()
    atoms[place] = block(31)
    break_columns(atoms, 100, memory)
    assert 0 < len(worked_out) < all_pages / 5
