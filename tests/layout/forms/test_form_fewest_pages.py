"""Which way to lay a whole leaflet out is taken: the fewest pages, then the most white, then the fewest holes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.pagebreak import Breaks
from handoutgen.layout.forms.fewest_pages import LESS_WHITE, Paged, least_costly, on_fewest_pages
from handoutgen.plan.element import Element
from layout.setting_for_tests import block

DEPTH = 100.0
Heights = Callable[[float, FirstCard], list[float]]


class Tries:
    """Pages of the heights that are given for each way, and which ways were tried."""

    def __init__(self, heights: Heights) -> None:
        self._heights, self.asked = heights, list[tuple[float, FirstCard]]()

    def lay(self, white: float, first: FirstCard) -> Paged:
        self.asked.append((white, first))
        pages = tuple((block(height),) for height in self._heights(white, first))
        return Paged(Element("Document"), Breaks(pages, tuple(range(len(pages))), 0.0), None, white)

    def found(self, *, columns: bool) -> tuple[float, FirstCard]:
        way = least_costly(self.lay, DEPTH) if columns else on_fewest_pages(self.lay)
        return next(each for each in self.asked if each[0] == way.white and self._same(each, way))

    def _same(self, each: tuple[float, FirstCard], way: Paged) -> bool:
        return [page[0].height for page in way.breaks.pages] == self._heights(*each)


def test_large_print_keeps_its_white_where_less_saves_no_page() -> None:
    tries = Tries(lambda white, first: [90 * white] * 3)
    assert tries.found(columns=False) == (1.0, "whole")
    assert {white for white, _ in tries.asked} == {1.0, LESS_WHITE[-1]}  # those between are not tried in vain


@pytest.mark.parametrize("enough", LESS_WHITE)
def test_large_print_takes_the_most_white_on_the_fewest_pages(enough: float) -> None:
    tries = Tries(lambda white, first: [90.0] * (2 if white <= enough else 3))
    assert tries.found(columns=False) == (enough, "whole")


def test_large_print_lets_its_first_strategy_flow_only_where_that_saves_a_page() -> None:
    assert Tries(lambda white, first: [90.0] * (2 if first == "flowing" else 3)).found(columns=False)[1] == "flowing"
    assert Tries(lambda white, first: [90.0 if first == "whole" else 80.0]).found(columns=False)[1] == "whole"


def test_a_leaflet_of_two_columns_without_holes_is_laid_out_once() -> None:
    tries = Tries(lambda white, first: [95.0, 95.0, 40.0])
    assert tries.found(columns=True) == (1.0, "whole")
    assert tries.asked == [(1.0, "whole")]


def test_one_with_holes_is_parted_so_that_they_are_filled() -> None:
    tries = Tries(lambda white, first: [60.0, 95.0, 50.0] if first == "whole" else [80.0, 80.0, 50.0])
    assert tries.found(columns=True) == (1.0, "flowing")


@pytest.mark.parametrize("enough", LESS_WHITE)
def test_one_with_holes_has_less_white_where_that_saves_a_page(enough: float) -> None:
    tries = Tries(lambda white, first: [90 * white**0.1] * 2 if white <= enough else [60.0, 95.0, 50.0])
    assert tries.found(columns=True) == (enough, "whole")


def test_a_little_less_white_is_taken_where_that_fills_holes_and_then_no_less() -> None:
    def heights(white: float, first: FirstCard) -> list[float]:
        return [90.0, 92.0, 50.0] if white == LESS_WHITE[0] else [60.0, 95.0, 90.0]

    tries = Tries(heights)
    assert tries.found(columns=True) == (LESS_WHITE[0], "whole")
    assert LESS_WHITE[1] not in {white for white, _ in tries.asked}


def test_a_stub_is_worse_than_a_page() -> None:
    tries = Tries(lambda white, first: [70.0, 95.0, 20.0] if first == "whole" else [70.0, 70.0, 60.0, 60.0])
    assert tries.found(columns=True)[1] != "whole"
