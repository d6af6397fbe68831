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
    way = known_way(lay, search, shape, memory)
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
