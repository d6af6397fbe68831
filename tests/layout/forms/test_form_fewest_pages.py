"""Which way to lay a whole leaflet out is taken: the fewest pages, then the most white, then the fewest holes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from handoutgen.layout.blocks.parts import BodyPart
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.pagebreak import Breaks, OnPage
from handoutgen.layout.forms.fewest_pages import (
    LESS_IN_ONE_COLUMN,
    LESS_WHITE,
    STRAY,
    Paged,
    has_stray,
    least_costly,
    on_fewest_pages,
)
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
    assert {white for white, _ in tries.asked} == {1.0, LESS_IN_ONE_COLUMN[-1]}  # those between are not tried in vain


@pytest.mark.parametrize("enough", LESS_IN_ONE_COLUMN)
def test_large_print_takes_the_most_white_on_the_fewest_pages(enough: float) -> None:
    tries = Tries(lambda white, first: [90.0] * (2 if white <= enough else 3))
    assert tries.found(columns=False) == (enough, "whole")


def test_large_print_lets_its_first_strategy_flow_only_where_that_saves_a_page() -> None:
    assert Tries(lambda white, first: [90.0] * (2 if first == "flowing" else 3)).found(columns=False)[1] == "flowing"
    assert Tries(lambda white, first: [90.0 if first == "whole" else 80.0]).found(columns=False)[1] == "whole"


@pytest.mark.parametrize(("count", "first"), [(2, "apart"), (3, "apart"), (4, "whole")])
def test_large_print_has_an_overview_with_pages_where_that_takes_no_page_more(count: int, first: FirstCard) -> None:
    tries = Tries(lambda white, first: [90.0 if first == "apart" else 80.0] * (count if first == "apart" else 3))
    way = on_fewest_pages(tries.lay, may_say_pages=True)
    assert [page[0].height for page in way.breaks.pages] == ([80.0] * 3 if first == "whole" else [90.0] * count)
    tries.asked.clear()
    on_fewest_pages(tries.lay)
    assert "apart" not in {each for _, each in tries.asked}


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


def test_a_page_that_ends_in_the_clinics_panel_has_no_hole_as_lines_for_notes_fill_it() -> None:
    panel = block(20)
    contact = BodyPart("contact", "How to contact us", Element("Sect"), [panel])

    class WithPanel(Tries):
        def lay(self, white: float, first: FirstCard) -> Paged:
            way = super().lay(white, first)
            one, _, *others = way.breaks.pages
            pages = (one, (block(10), panel), *others)
            return way._replace(contact=contact, breaks=Breaks(pages, tuple(range(len(pages))), 0.0))

    tries = WithPanel(lambda white, first: [95.0, 30.0, 50.0])
    least_costly(tries.lay, DEPTH)
    assert tries.asked == [(1.0, "whole")]


def test_a_stub_is_worse_than_a_page() -> None:
    tries = Tries(lambda white, first: [70.0, 95.0, 20.0] if first == "whole" else [70.0, 70.0, 60.0, 60.0])
    assert tries.found(columns=True)[1] != "whole"


def strays(last: float, *, heads_a_page: bool) -> bool:
    strategies = [block(30), block(last)]
    pages: list[tuple[OnPage, ...]] = [(block(50),), (*strategies[:1],), (strategies[1].with_break(before=0.0),)]
    if not heads_a_page:
        pages[1:] = [tuple(strategies)]
    return has_stray(strategies, Breaks(tuple(pages), tuple(range(len(pages))), 0.0), DEPTH)


def test_a_short_last_strategy_at_the_head_of_a_page_has_strayed() -> None:
    assert strays(STRAY * DEPTH, heads_a_page=True)
    assert not strays(STRAY * DEPTH + 1, heads_a_page=True)
    assert not strays(STRAY * DEPTH, heads_a_page=False)
    assert not has_stray([], Breaks(((block(50),),), (0,), 0.0), DEPTH)


@pytest.mark.parametrize("enough", LESS_WHITE)
def test_a_last_strategy_that_strays_is_brought_back_with_less_white(enough: float) -> None:
    class Straying(Tries):
        def lay(self, white: float, first: FirstCard) -> Paged:
            return super().lay(white, first)._replace(has_stray=white > enough)

    tries = Straying(lambda white, first: [96.0, 96.0, 60.0])
    assert tries.found(columns=True)[0] == enough


def test_a_page_more_is_too_dear_for_it() -> None:
    class Straying(Tries):
        def lay(self, white: float, first: FirstCard) -> Paged:
            return super().lay(white, first)._replace(has_stray=white == 1.0)

    tries = Straying(lambda white, first: [96.0] * (3 if white == 1.0 else 4))
    assert tries.found(columns=True) == (1.0, "whole")
