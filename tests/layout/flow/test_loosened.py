"""A page's spare room, given back to the white between its blocks where that was set with less than it should have."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage, height_of
from handoutgen.layout.flow.spread import loosened
from layout.setting_for_tests import block

PAGE = (block(100), block(50, before=10), block(50, before=20))


def befores(page: tuple[OnPage, ...]) -> list[float]:
    return [item.before for item in page]


@pytest.mark.parametrize(("depth", "expected"), [(1000, [0, 20, 40]), (245, [0, 15, 30]), (230, [0, 10, 20])])
def test_all_white_grows_alike_as_far_as_the_page_has_room(depth: float, expected: list[float]) -> None:
    loose = loosened(PAGE, depth, 2.0)
    assert befores(loose) == pytest.approx(expected, rel=0.05)
    assert height_of(loose) <= depth


def test_a_page_that_has_its_white_or_no_room_at_all_is_as_it_was() -> None:
    assert loosened(PAGE, 1000, 1.0) == PAGE
    assert befores(loosened(PAGE, 200, 2.0)) == [0, 10, 20]


def test_in_two_columns_it_grows_in_both_and_neither_runs_over_the_foot() -> None:
    left, right = (block(40, before=8), block(40, before=10)), (block(30, before=8), block(30, before=16))
    page = (block(20), TwoColumns(left, right))
    free, bound = loosened(page, 1000, 2.0), loosened(page, 125, 2.0)
    columns = free[1]
    assert isinstance(columns, TwoColumns)
    assert [[atom.before for atom in column] for column in (columns.left, columns.right)] == [[16, 20], [16, 32]]
    assert 118 < height_of(bound) <= 125


def test_the_first_on_a_page_stays_at_its_head() -> None:
    page = (TwoColumns((block(40, before=8), block(40, before=10)), (block(30),)),)
    (columns,) = loosened(page, 1000, 2.0)
    assert isinstance(columns, TwoColumns)
    assert [atom.before for atom in columns.left] == [8, 20]


def test_what_never_splits_grows_inside() -> None:
    def inner(share: float) -> Atom:
        return block(100 + 10 * share)

    loose = loosened((replace(inner(1), loosened=inner), block(20, before=10)), 1000, 2.0)
    assert [item.height for item in loose] == [120, 20]
    tight = loosened((replace(inner(1), loosened=inner), block(20, before=10)), 150, 2.0)
    assert height_of(tight) <= 150
    assert tight[0].height > 110
