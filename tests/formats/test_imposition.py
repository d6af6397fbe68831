"""How pages lie on paper: permutations that fold back into reading order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.formats import FORMATS
from handoutgen.formats.imposition import Slot, c_fold, flat, saddle_stitch, unfolded_booklet
from handoutgen.units import inches, mm


def pairs(count: int, *, rtl: bool = False) -> list[tuple[int, ...]]:
    """Page numbers from 1, left to right, of each side."""
    sides = saddle_stitch(count, 100.0, rtl=rtl)
    return [tuple(slot.page + 1 for slot in sorted(side, key=lambda slot: slot.x)) for side in sides]


def test_eight_pages_lie_as_a_printer_expects() -> None:
    assert pairs(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_a_right_to_left_booklet_is_mirrored() -> None:
    assert pairs(8, rtl=True) == [(1, 8), (7, 2), (3, 6), (5, 4)]


@given(st.integers(1, 40), st.booleans())
def test_folding_a_booklet_gives_the_pages_in_reading_order(sheets: int, rtl: bool) -> None:
    sides = saddle_stitch(4 * sheets, 100.0, rtl=rtl)
    assert sorted(slot.page for side in sides for slot in side) == list(range(4 * sheets))
    assert unfolded_booklet(sides, 100.0, rtl=rtl) == list(range(4 * sheets))


def test_unfolding_notices_two_pages_that_changed_places() -> None:
    (one, two), *others = saddle_stitch(8, 100.0)
    wrong = ((Slot(one.page, two.x), Slot(two.page, one.x)), *others)
    assert unfolded_booklet(wrong, 100.0) != list(range(8))


@pytest.mark.parametrize("count", [0, 1, 6, 9, -4])
def test_a_booklet_has_a_multiple_of_four_pages(count: int) -> None:
    with pytest.raises(ValueError, match="multiple of 4"):
        saddle_stitch(count, 100.0)


def test_pages_in_reading_order_within_a_side() -> None:
    for side in (*saddle_stitch(12, 100.0), *c_fold((100.0, 100.0, 97.0))):
        assert [slot.page for slot in side] == sorted(slot.page for slot in side)


def test_a_folded_sheet_has_flap_back_cover_outside_and_one_to_three_inside() -> None:
    outside, inside = c_fold((100.0, 100.0, 97.0))
    assert {slot.page: slot.x for slot in outside} == {1: 0.0, 5: 97.0, 0: 197.0}
    assert {slot.page: slot.x for slot in inside} == {2: 0.0, 3: 100.0, 4: 200.0}


def test_a_right_to_left_folded_sheet_is_mirrored() -> None:
    outside, inside = c_fold((100.0, 100.0, 97.0), rtl=True)
    assert {slot.page: slot.x for slot in outside} == {0: 0.0, 5: 100.0, 1: 200.0}
    assert {slot.page: slot.x for slot in inside} == {4: 0.0, 3: 97.0, 2: 197.0}


@pytest.mark.parametrize(("name", "width"), [("a4-trifold", mm(297)), ("letter-trifold", inches(11))])
def test_the_panels_of_a_folded_sheet_sum_to_the_sheet(name: str, width: float) -> None:
    form = FORMATS[name]
    assert sum(form.panels) == pytest.approx(width, abs=1e-6)
    assert form.panels[-1] < form.panels[0] == form.panels[1]
    assert form.sheet == pytest.approx((width, form.page_height))


@pytest.mark.parametrize("name", ["a5-booklet", "half-letter-booklet"])
def test_two_pages_of_a_booklet_make_the_sheet(name: str) -> None:
    form = FORMATS[name]
    assert form.sheet[0] == pytest.approx(2 * form.page_width)


def test_flat_pages_stand_alone() -> None:
    assert flat(3) == ((Slot(0),), (Slot(1),), (Slot(2),))
