"""What a page and a break cost in numbers, and which of two divisions that nearly cost the same is chosen.

Pages are 100 pt deep unless said otherwise. A page costs 150, its white 420 times the square of the white share, a
last page that is nearly empty up to 130, one that is less than a third full 5000, parting what belongs together 2000.
"""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, PieceInAtom, total_height
from handoutgen.layout.flow.page_costs import page_cost
from handoutgen.layout.flow.pagebreak import Breaks, break_pages
from handoutgen.layout.flow.pieces import Frame
from handoutgen.memory import Bound, Memory


def box(height: float, cost: float = FREE, before: float = 0.0) -> Atom:
    return Atom((PieceInAtom(Frame(10, height), 0, 0),), height, before, cost)


def heights(breaks: Breaks[Atom]) -> list[list[float]]:
    return [[atom.height for atom in page] for page in breaks.pages]


@pytest.mark.parametrize(
    ("used", "room", "cost"),
    [
        (100, 100, 150), (100.01, 100, 150), (90, 100, 154.2), (75, 100, 176.25), (50, 100, 255),
        (34, 100, 332.952), (100, 300, 150 + 420 * 4 / 9), (33, 100, 5338.538), (0, 100, 5570),
    ],
)  # fmt: skip
def test_a_page_costs_more_the_more_white_it_has(used: float, room: float, cost: float) -> None:
    assert page_cost(used, room, is_last=False) == pytest.approx(cost, abs=1e-4)


@pytest.mark.parametrize(
    ("used", "cost"), [(100, 150), (29, 150), (28, 150), (21, 182.5), (14, 215), (7, 247.5), (0, 280)]
)
def test_the_last_page_costs_more_only_where_it_is_a_stub(used: float, cost: float) -> None:
    assert page_cost(used, 100, is_last=True) == pytest.approx(cost)


def test_a_page_that_is_filled_over_what_ends_it_has_half_of_its_white() -> None:
    # A page half empty and a full one cost 405; one of 90 and one of 60, parted at 60, 431; 381 if that is half filled.
    parts = [box(50), box(40), box(60, cost=60), box(80)]
    filling = replace(parts[2], fills=True)
    assert heights(break_pages(parts, 100)) == [[50], [40, 60], [80]]
    assert heights(break_pages([*parts[:2], filling, parts[3]], 100)) == [[50, 40], [60], [80]]
    assert break_pages([box(50), replace(box(101), fills=True), box(50)], 100).overfull == pytest.approx(1)


@pytest.mark.parametrize("is_last", [False, True])
@pytest.mark.parametrize("used", [100.0105, 100.02, 250])
def test_a_page_that_is_too_full_costs_more_than_all_else_and_the_more_the_fuller(used: float, is_last: bool) -> None:
    assert page_cost(used, 100, is_last) == 1_000_000_000 + used


@pytest.mark.parametrize(
    ("cost", "pages"),
    # Whole: a page half full, 255, and one of 70 for the last: 405. Parted: a page of 80, 166.8, and one of 40: 316.8.
    [(0, [[50, 30], [40]]), (88, [[50, 30], [40]]), (89, [[50], [30, 40]]), (NEVER, [[50], [30, 40]])],
)
def test_a_break_is_worth_the_white_it_saves(cost: float, pages: list[list[float]]) -> None:
    assert heights(break_pages([box(50), box(30), box(40, cost)], 100)) == pages


@pytest.mark.parametrize(
    ("cost", "pages"),
    # The last page of 7 costs 97.5 more than one that is no stub; the first of 60 costs 67.2 more than a full one.
    [(0, [[60], [40, 7]]), (30, [[60], [40, 7]]), (31, [[60, 40], [7]])],
)
def test_a_stub_is_kept_off_the_last_page_where_that_costs_less(cost: float, pages: list[list[float]]) -> None:
    assert heights(break_pages([box(60), box(40, cost), box(7)], 100)) == pages


@pytest.mark.parametrize(
    ("cost", "pages"),
    # Beside the break before the group, two partings become one: worth 2000.
    [(1990, [[60], [40, 60], [41]]), (2010, [[60, 40], [60], [41]])],
)
def test_what_belongs_together_and_is_higher_than_a_page_is_parted_at_a_price_of_two_thousand(
    cost: float, pages: list[list[float]]
) -> None:
    breaks = break_pages([box(60), box(40, cost), box(60, NEVER), box(41, NEVER)], 100)
    assert heights(breaks) == pages
    assert breaks.overfull == 0


@pytest.mark.parametrize(
    ("atoms", "pages"),
    [
        # What just fits a page is never parted, though the page before it is nearly empty.
        ([box(20), box(40), box(60, NEVER)], [[20], [40, 60]]),
        ([box(20), box(40), box(50, NEVER, before=10)], [[20], [40, 50]]),
        # One point more, and parting it is better than the white.
        ([box(20), box(41), box(60, NEVER)], [[20, 41], [60]]),
        ([box(20), box(40), box(51, NEVER, before=10)], [[20, 40], [51]]),
        # The space before the first of them is not theirs.
        ([box(20), box(40, before=30), box(60, NEVER)], [[20], [40, 60]]),
        # Only what is too high is parted; what belongs together before and after it stays whole.
        ([box(60), box(41, NEVER), box(30), box(50, NEVER)], [[60], [41], [30, 50]]),
        ([box(30), box(50, NEVER), box(60), box(41, NEVER)], [[30, 50], [60], [41]]),
        ([box(30), box(40, NEVER), box(50, NEVER), box(60, NEVER)], [[30, 40], [50], [60]]),
    ],
)
def test_what_belongs_together_stays_together_on_one_page_if_a_page_holds_it(
    atoms: list[Atom], pages: list[list[float]]
) -> None:
    assert heights(break_pages(atoms, 100)) == pages


def test_the_space_before_an_atom_counts_except_at_the_top_of_a_page() -> None:
    assert heights(break_pages([box(40), box(50, before=10)], 100)) == [[40, 50]]
    assert heights(break_pages([box(40), box(50, before=11)], 100)) == [[40], [50]]
    assert heights(break_pages([box(40, before=30), box(60)], 100)) == [[40, 60]]
    assert heights(break_pages([box(90), box(40, before=30), box(60)], 100)) == [[90], [40, 60]]


def test_the_whole_leaflet_is_weighed_and_not_one_page_after_the_other() -> None:
    # Filled one by one the pages would be 91, 90 and 12 high. The best are three too, and none is nearly empty.
    atoms = [box(31), box(30), box(30), box(30), box(30), box(30), box(12)]
    assert heights(break_pages(atoms, 100)) == [[31, 30], [30, 30, 30], [30, 12]]


def test_of_two_divisions_that_cost_the_same_the_one_with_the_fuller_second_page_is_taken() -> None:
    atoms = [box(30), box(30), box(30), box(30), box(30), box(90)]
    assert heights(break_pages(atoms, 100)) == [[30, 30], [30, 30, 30], [90]]


def test_a_hundredth_of_a_point_too_much_still_fits_a_page() -> None:
    # Heights whose sum is, in floats too, just a hundredth more than the page.
    assert heights(break_pages([box(69), box(31.01)], 100)) == [[69, 31.01]]
    assert heights(break_pages([box(69), box(31.02)], 100)) == [[69], [31.02]]
    assert break_pages([box(0.02)], 0.01).overfull == 0


@pytest.mark.parametrize(("height", "overfull"), [(100, 0), (100.005, 0), (100.0105, 0.0105), (100.5, 0.5), (130, 30)])
def test_an_atom_is_too_high_from_a_hundredth_of_a_point(height: float, overfull: float) -> None:
    assert break_pages([box(50), box(height)], 100).overfull == pytest.approx(overfull, abs=1e-9)
    assert break_pages([box(height), box(50)], 100).overfull == pytest.approx(overfull, abs=1e-9)


def test_an_atom_that_is_too_high_has_a_page_to_itself() -> None:
    assert heights(break_pages([box(40), box(130), box(40)], 100)) == [[40], [130], [40]]


def rows(*row_heights: float, head: float = 10, before: float = 0.0) -> list[Atom]:
    """The rows of a table with its head, which is repeated on each page but the first."""
    return [replace(box(height, before=before), heading=box(head)) for height in row_heights]


def test_a_table_head_takes_its_room_on_every_page_it_is_repeated_on() -> None:
    assert heights(break_pages(rows(50, 50, 45, 45), 100)) == [[50, 50], [10, 45, 45]]
    assert heights(break_pages(rows(50, 50, 45, 46), 100)) == [[50, 50], [10, 45], [10, 46]]


def test_no_space_stands_between_a_repeated_head_and_its_row() -> None:
    breaks = break_pages(rows(60, 60, 20, before=5), 100)
    assert heights(breaks) == [[60], [10, 60, 20]]
    assert [total_height(page) for page in breaks.pages] == [60, 95]
    assert breaks.pages[1][1].before == 0


def test_atoms_know_the_page_they_stand_on_when_a_page_holds_several() -> None:
    breaks = break_pages([box(50), box(50), box(60), box(40), box(90)], 100)
    assert heights(breaks) == [[50, 50], [60, 40], [90]]
    assert breaks.starts == (0, 2, 4)
    assert [breaks.page_of(index) for index in range(5)] == [1, 1, 2, 2, 3]


def test_no_atoms_make_no_pages() -> None:
    assert break_pages([], 100) == Breaks((), (), 0.0)


def test_what_is_remembered_holds_for_the_same_measures_and_the_same_depth_only() -> None:
    memory: Memory[Any] = Memory(Bound(10))
    atoms = [box(50), box(50), box(50)]
    for depth, pages in ((100, [[50, 50], [50]]), (150, [[50, 50, 50]]), (100, [[50, 50], [50]])):
        assert heights(break_pages(atoms, depth, memory)) == pages
    assert heights(break_pages([box(50), box(50, NEVER), box(50)], 100, memory)) == [[50, 50], [50]]
    assert heights(break_pages([box(50), box(50), box(50, NEVER)], 100, memory)) == [[50], [50, 50]]
    assert heights(break_pages([box(50), box(50, before=1), box(50)], 100, memory)) == [[50], [50, 50]]
    assert heights(break_pages(rows(50, 50, 50), 100, memory)) == [[50, 50], [10, 50]]
    assert len(memory.find("breaks") or ()) == 6  # one of each


def test_breaks_cannot_be_changed() -> None:
    breaks: Any = break_pages([box(50)], 100)
    with pytest.raises(AttributeError):
        breaks.overfull = 1.0


def overleaf(height: float, turned: float) -> Atom:
    return replace(box(height), turned=turned)


@pytest.mark.parametrize(
    ("before", "turned", "pages"),
    # The first page is a right-hand one, so the second and the third face each other.
    [
        ([90], 60, [[90], [60], [80]]), ([40, 40, 40], 60, [[40, 40], [40, 60], [80]]),
        # A page more costs more than turning one, or less.
        ([40, 40, 90], 60, [[40, 40], [90], [60], [80]]), ([40, 40, 90], 600, [[40], [40], [90], [60], [80]]),
    ],
)  # fmt: skip
def test_what_should_not_be_overleaf_is_on_a_facing_page_if_that_is_cheap(
    before: list[float], turned: float, pages: list[list[float]]
) -> None:
    atoms = [*map(box, before), box(60), replace(box(80), turned=turned)]
    assert heights(break_pages(atoms, 100)) == pages


@pytest.mark.parametrize(
    ("shrink", "pages"), [(0.0, [[50, 30], [19]]), (0.96, [[50, 30, 19]]), (0.9, [[50, 30], [19]])]
)
def test_a_page_loses_a_share_of_its_white_to_hold_one_more(shrink: float, pages: list[list[float]]) -> None:
    atoms = [box(50), box(30, before=10), box(19, before=10)]
    breaks = break_pages(atoms, 100, shrink=shrink)
    assert heights(breaks) == pages
    assert breaks.overfull == 0
    if len(pages) == 1:
        assert [atom.before for atom in breaks.pages[0]] == pytest.approx([0, 0.5, 0.5])


def test_a_page_with_room_keeps_its_white() -> None:
    atoms = [box(30), box(30, before=10)]
    assert break_pages(atoms, 100, shrink=0.25).pages == ((atoms[0], atoms[1]),)
