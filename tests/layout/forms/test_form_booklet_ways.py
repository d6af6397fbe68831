"""Which way to lay a booklet out is taken: full pages before half-empty ones, few breaks inside things."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.forms.booklet_ways import BookletPages, cost_of
from handoutgen.plan.element import Element
from layout.setting_for_tests import block

DEPTH = 100.0


def pages(*heights: float, torn: float = 0.0, white: float = 1.0) -> BookletPages:
    """A booklet with a back and pages of two blocks with 10 pt of white between them."""
    body = [_page(height) for height in heights]
    return BookletPages(Element("Document"), body, [(block(10),)], None, False, torn, white)


def _page(height: float) -> tuple[Atom, ...]:
    return (block(height - 20), block(10, before=10))


@pytest.mark.parametrize(("count", "sheets", "spare"), [(2, 1, 0), (3, 2, 3), (6, 2, 0), (7, 3, 3)])
def test_cover_pages_and_back_are_folded_four_to_a_sheet(count: int, sheets: int, spare: int) -> None:
    laid = pages(*[100] * count)
    assert (laid.sheets, laid.spare) == (sheets, spare)


def test_two_pages_of_one_height_are_better_than_a_full_and_a_half_empty_one() -> None:
    assert cost_of(pages(80, 80), DEPTH) < cost_of(pages(100, 60), DEPTH)


def test_full_pages_without_a_break_inside_something_cost_nothing() -> None:
    assert cost_of(pages(100, 100), DEPTH) == 0
    assert cost_of(pages(100, 100, torn=90), DEPTH) == 90


def test_a_page_is_as_full_as_it_is_with_its_white_back() -> None:
    closer = pages(90, 90, white=0.5)
    assert cost_of(closer, DEPTH) == pytest.approx(0)
    assert cost_of(replace(closer, white=1.0), DEPTH) > 10


def test_a_page_left_over_costs_more_than_some_white() -> None:
    assert cost_of(pages(90, 90), DEPTH) < cost_of(pages(100), DEPTH)
