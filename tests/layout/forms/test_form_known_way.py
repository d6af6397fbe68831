"""A search is made once for all clinics of one shape, and for each shape that could change what it finds."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.pagebreak import Breaks
from handoutgen.layout.forms.fewest_pages import LESS_WHITE, Lay, Paged
from handoutgen.layout.forms.known_way import known_way
from handoutgen.memory import Bound, Memory
from handoutgen.plan.element import Element


def lay(white: float, first: FirstCard) -> Paged:
    return Paged(Element("Document", text=first), Breaks((), (), 0.0), None, white, way=(white, first))


class Searching:
    """Finds one way after trying some, and counts how often it was asked."""

    def __init__(self, *tries: tuple[float, FirstCard]) -> None:
        self.tries, self.count = tries, 0

    def __call__(self, lay: Lay) -> Paged:
        self.count += 1
        return [lay(*each) for each in self.tries][-1]


@pytest.fixture
def memory() -> Memory[object]:
    return Memory(Bound(16))


def found(search: Searching, memory: Memory[object], shape: Hashable) -> tuple[float, str | None]:
    way = known_way(lay, search, lambda white: (shape, white), memory)
    return way.white, way.root.text


def test_what_was_found_for_a_clinic_of_the_same_shape_is_not_sought_again(memory: Memory[object]) -> None:
    search = Searching((1.0, "whole"), (LESS_WHITE[0], "flowing"))
    assert found(search, memory, "a shape") == (LESS_WHITE[0], "flowing")
    assert found(search, memory, "a shape") == (LESS_WHITE[0], "flowing")
    assert search.count == 1


def test_another_shape_is_sought_anew(memory: Memory[object]) -> None:
    search = Searching((1.0, "whole"))
    found(search, memory, "a shape")
    found(search, memory, "another")
    assert search.count == 2


def test_a_clinic_is_set_in_the_way_that_the_one_before_took_and_no_other(memory: Memory[object]) -> None:
    search, set_in = Searching((LESS_WHITE[0], "flowing")), []

    def shape_in(white: float) -> Hashable:
        set_in.append(white)
        return "a shape"

    for _ in range(3):
        known_way(lay, search, shape_in, memory)
    assert set_in == [1.0, LESS_WHITE[0], 1.0, LESS_WHITE[0]]
    assert search.count == 1


def test_what_two_clinics_of_other_shapes_take_is_known_of_both_whoever_comes_next(memory: Memory[object]) -> None:
    ways: dict[str, tuple[float, FirstCard]] = {"a": (LESS_WHITE[0], "flowing"), "b": (1.0, "whole")}
    searches = {shape: Searching(way) for shape, way in ways.items()}
    for shape in "abbaabab":
        assert found(searches[shape], memory, shape) == ways[shape]
    assert [search.count for search in searches.values()] == [1, 1]
