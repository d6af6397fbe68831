"""Breaking a column of atoms into pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import EASY, FREE, HARD, NEVER, Atom, PieceInAtom, beside, merge, total_height
from handoutgen.layout.flow.pagebreak import break_pages, height_of
from handoutgen.layout.flow.pieces import Frame


def box(height: float, *, before: float = 0.0, cost: float = EASY) -> Atom:
    return Atom((PieceInAtom(Frame(10, height), 0, 0),), height, before, cost)


def heights(breaks: object) -> list[list[float]]:
    return [[atom.height for atom in page] for page in breaks.pages]  # type: ignore[attr-defined]


def test_atoms_that_fit_stay_on_one_page() -> None:
    assert heights(break_pages([box(30), box(30)], 100)) == [[30, 30]]


def test_a_heading_never_ends_a_page() -> None:
    atoms = [box(80), box(15, cost=FREE), box(40, cost=NEVER)]
    assert heights(break_pages(atoms, 100)) == [[80], [15, 40]]


def test_space_before_an_atom_falls_away_at_the_top_of_a_page() -> None:
    atoms = [box(95), box(95, before=20)]
    breaks = break_pages(atoms, 100)
    assert [total_height(page) for page in breaks.pages] == [95, 95]
    assert breaks.overfull == 0


def test_a_card_is_kept_whole_when_the_white_it_leaves_is_small() -> None:
    atoms = [box(70), box(20, cost=FREE), box(20, cost=HARD), box(20, cost=FREE)]
    assert heights(break_pages(atoms, 100)) == [[70], [20, 20, 20]]


def test_a_page_less_than_a_third_full_is_avoided_by_breaking_inside_a_card() -> None:
    atoms = [box(25), box(40, cost=FREE), *[box(20, cost=HARD) for _ in range(3)], box(90)]
    first = break_pages(atoms, 100).pages[0]
    assert sum(atom.height for atom in first) > 100 / 3


def test_an_atom_higher_than_the_page_is_reported_by_how_much() -> None:
    breaks = break_pages([box(30), box(130)], 100)
    assert breaks.overfull == 30


def test_a_table_head_is_repeated_on_the_next_page() -> None:
    head = box(10)
    rows = [replace(box(30), heading=head) for _ in range(6)]
    breaks = break_pages([box(10), *rows], 100)
    assert all(page[0].height == 10 for page in breaks.pages)
    assert sum(len(page) for page in breaks.pages) == 7 + len(breaks.pages) - 1


def test_pages_know_which_atom_they_start_with() -> None:
    breaks = break_pages([box(60), box(60), box(60)], 100)
    assert breaks.starts == (0, 1, 2)
    assert [breaks.page_of(i) for i in range(3)] == [1, 2, 3]


ATOMS = st.tuples(st.floats(1, 120), st.floats(0, 20), st.sampled_from([FREE, EASY, HARD, NEVER]))


@given(st.lists(ATOMS, max_size=40))
def test_no_atom_is_lost_or_doubled_whatever_the_breaks(rows: list[tuple[float, float, float]]) -> None:
    atoms = [box(h, before=b, cost=c) for h, b, c in rows]
    breaks = break_pages(atoms, 100)
    assert [a.puts for page in breaks.pages for a in page] == [a.puts for a in atoms]
    for page in breaks.pages:
        fits = total_height(page) <= 100.02
        assert fits or breaks.overfull > 0


def test_beside_merges_atoms_until_they_are_as_high_as_the_side_column() -> None:
    first, *rest = beside(box(50), [box(20), box(20, before=5), box(20), box(20)])
    assert first.height == 65
    assert len(rest) == 1


def test_merging_keeps_the_space_between_atoms() -> None:
    assert merge([box(10, before=3), box(10, before=5)]).height == 25


@pytest.mark.parametrize(("over", "shown"), [(10, True), (11, False)])
def test_what_is_repeated_and_gives_way_stands_on_a_page_that_has_room_and_moves_no_break(
    over: float, shown: bool
) -> None:
    again = replace(box(over), gives_way=True)
    atoms = [box(90), *(replace(box(30), heading=again) for _ in range(3))]
    _, page = break_pages(atoms, 100).pages
    assert [atom.height for atom in page] == ([over] if shown else []) + [30, 30, 30]


@pytest.mark.parametrize(("white", "shown"), [(12, True), (8, False)])
def test_where_pages_shrink_a_name_that_gives_way_takes_the_white_of_its_page_too(white: float, shown: bool) -> None:
    """The name is 10 pt and 4 more under it; the page leaves 4, so that it takes 10 of the white."""
    name = replace(box(10), height=14.0, gives_way=True)
    rest = [replace(box(40, before=before), heading=name) for before in (0.0, white)]
    _, page = break_pages([box(90), *rest], 84 + white, shrink=0.5, named_for=0.75).pages
    assert len(page) == (3 if shown else 2)
    assert height_of(page) <= 84 + white
    if shown:
        assert [atom.height for atom in page] == [10, 40, 40]
        assert page[1].before / 4 == pytest.approx(page[2].before / white), "what is under it is white too"


@pytest.mark.parametrize(("share", "shown"), [(0.0, False), (0.62, False), (0.63, True)])
def test_a_page_may_give_some_of_its_white_to_say_what_it_goes_on_with(share: float, shown: bool) -> None:
    """The name is 8 pt and 4 more under it; the page leaves 2, so that it takes 10 of 16 pt of white."""
    again = replace(box(8), height=12, gives_way=True)
    atoms = [box(90), *(replace(box(28, before=6), heading=again) for _ in range(3))]
    _, page = break_pages(atoms, 98, named_for=share).pages
    assert [atom.height for atom in page] == ([8] if shown else []) + [28, 28, 28], "the white under it is white too"
    assert height_of(page) == pytest.approx(98 if shown else 96)
    if shown:
        assert [atom.before for atom in page] == pytest.approx([0, 1.5, 2.25, 2.25])
