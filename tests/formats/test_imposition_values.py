"""Where each page lies on its sheet, in points: booklets and folded leaflets, in both reading directions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from handoutgen.formats.imposition import BACK, COVER, FLAP, INSIDE, Slot, c_fold, flat, saddle_stitch, unfolded_booklet

WIDTH = 420.0


def places(sides: Sequence[Sequence[Slot]]) -> list[list[tuple[int, float]]]:
    """Page (from 0) and left edge of every slot, in the order in which they are drawn."""
    return [[(slot.page, slot.x) for slot in side] for side in sides]


BOOKLETS = {
    # pages: front and back of each sheet, the outermost first
    4: [[(0, WIDTH), (3, 0)], [(1, 0), (2, WIDTH)]],
    8: [
        [(0, WIDTH), (7, 0)], [(1, 0), (6, WIDTH)],
        [(2, WIDTH), (5, 0)], [(3, 0), (4, WIDTH)],
    ],
    12: [
        [(0, WIDTH), (11, 0)], [(1, 0), (10, WIDTH)],
        [(2, WIDTH), (9, 0)], [(3, 0), (8, WIDTH)],
        [(4, WIDTH), (7, 0)], [(5, 0), (6, WIDTH)],
    ],
}  # fmt: skip


@pytest.mark.parametrize("count", BOOKLETS)
def test_a_stapled_booklet_opens_at_its_right_edge(count: int) -> None:
    assert places(saddle_stitch(count, WIDTH)) == BOOKLETS[count]


@pytest.mark.parametrize("count", BOOKLETS)
def test_a_right_to_left_booklet_opens_at_its_left_edge(count: int) -> None:
    mirrored = [[(page, WIDTH - x) for page, x in side] for side in BOOKLETS[count]]
    assert places(saddle_stitch(count, WIDTH, rtl=True)) == mirrored


def test_pages_stand_on_the_foot_of_the_sheet() -> None:
    sides = (*saddle_stitch(8, WIDTH), *c_fold((285.0, 285.0, 276.0)), *flat(2))
    assert {slot.y for side in sides for slot in side} == {0.0}


def test_a_flat_page_lies_at_the_left_edge_of_its_sheet() -> None:
    assert places(flat(3)) == [[(0, 0)], [(1, 0)], [(2, 0)]]
    assert flat(0) == ()


def test_the_panels_of_a_folded_leaflet_are_read_cover_flap_inside_back() -> None:
    assert (COVER, FLAP, INSIDE, BACK) == (0, 1, (2, 3, 4), 5)


def test_a_folded_leaflet_has_its_narrow_flap_left_outside_and_right_inside() -> None:
    # Three widths that differ, so that none can stand in for another.
    outside, inside = places(c_fold((300.0, 290.0, 270.0)))
    assert outside == [(COVER, 560), (FLAP, 0), (BACK, 270)]
    assert inside == [(2, 0), (3, 300), (4, 590)]


def test_a_right_to_left_folded_leaflet_has_its_narrow_flap_right_outside_and_left_inside() -> None:
    outside, inside = places(c_fold((300.0, 290.0, 270.0), rtl=True))
    assert outside == [(COVER, 0), (FLAP, 590), (BACK, 300)]
    assert inside == [(2, 560), (3, 270), (4, 0)]


@pytest.mark.parametrize("panels", [(300.0, 300.0), (200.0, 200.0, 200.0, 200.0)])
def test_a_folded_leaflet_has_three_panels(panels: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        c_fold(panels)


def test_unfolding_asks_for_both_sides_of_every_sheet() -> None:
    with pytest.raises(ValueError, match="zip"):
        unfolded_booklet(saddle_stitch(8, WIDTH)[:3], WIDTH)


def test_unfolding_tells_what_a_reader_would_turn_up_when_two_sheets_changed_places() -> None:
    outer, inner = saddle_stitch(8, WIDTH)[:2], saddle_stitch(8, WIDTH)[2:]
    assert unfolded_booklet((*outer, *inner), WIDTH) == [0, 1, 2, 3, 4, 5, 6, 7]
    assert unfolded_booklet((*inner, *outer), WIDTH) == [2, 3, 0, 1, 6, 7, 4, 5]


def test_a_slot_cannot_be_changed() -> None:
    slot: Any = Slot(3)
    assert (slot.x, slot.y) == (0, 0)
    with pytest.raises(AttributeError):
        slot.page = 4
