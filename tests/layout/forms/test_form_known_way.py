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
    return Paged(Element("Document", text=first), Breaks((), (), 0.0), None, white)


class Searching:
    """Finds one way after trying some, and counts how often it was asked."""

    def __init__(self, *tries: tuple[float, FirstCard]) -> None:
        self.tries, self.count = tries, 0

    def __call__(self, lay: Lay) -> Paged:
        self.count += 1
        return [lay(*each) for each in self.tries][-1]


def found(search: Searching, memory: Memory[object], **shapes: Hashable) -> tuple[float, str | None]:
    way = known_way(lay, search, lambda white: shapes.get(f"at_{white:g}".replace(".", "_"), "same"), memory)
    return way.white, way.root.text


@pytest.fixture
def memory() -> Memory[object]:
    return Memory(Bound(16))


def test_what_was_found_for_a_clinic_of_the_same_shape_is_not_sought_again(memory: Memory[object]) -> None:
    search = Searching((1.0, "whole"), (LESS_WHITE[0], "whole"), (1.0, "flowing"))
    assert found(search, memory) == (1.0, "flowing")
    assert found(search, memory) == (1.0, "flowing")
    assert search.count == 1


def test_another_shape_in_any_white_that_was_tried_is_sought_anew(memory: Memory[object]) -> None:
    search = Searching((1.0, "whole"), (LESS_WHITE[0], "whole"))
    found(search, memory)
    for white in (1.0, *LESS_WHITE):
        found(search, memory, **{f"at_{white:g}".replace(".", "_"): "other"})
    assert search.count == 1 + 1 + len(LESS_WHITE)


def test_where_no_other_white_was_tried_none_is_asked_for(memory: Memory[object]) -> None:
    search = Searching((1.0, "whole"))
    found(search, memory)
    asked = list[float]()

    def shape(white: float) -> str:
        asked.append(white)
        return "same"

    known_way(lay, search, shape, memory)
    assert search.count == 1 and asked == [1.0]
