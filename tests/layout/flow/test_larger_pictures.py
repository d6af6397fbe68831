"""Pictures that take the room which is left on their page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import Atom, grown_by, merge, merged_loosely, overlay, reminding, without_meaning
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage, height_of
from handoutgen.layout.flow.spread import with_larger_pictures, with_lower_pictures
from layout.setting_for_tests import block

MOST = 60.0


def picture(height: float, before: float = 0.0) -> Atom:
    """One that may grow to `MOST` pt."""
    return replace(block(height, before=before), grown=lambda more: block(min(MOST, height + more)))


def elastic(height: float, *, least: float) -> Atom:
    """One that may get as low as `least` pt too."""
    return replace(block(height), grown=lambda more: block(max(least, min(MOST, height + more))))


def heights(page: tuple[OnPage, ...]) -> list[float]:
    return [item.height for item in page]


@pytest.mark.parametrize(("depth", "high"), [(100, 40), (105, 45), (200, 60), (90, 40)])
def test_a_picture_takes_what_is_left_as_far_as_it_may(depth: float, high: float) -> None:
    page = (block(20), picture(40, before=10), block(20, before=10))
    grown = with_larger_pictures(page, depth)
    assert heights(grown) == [20, high, 20]
    assert [item.before for item in grown] == [0, 10, 10]


def test_two_pictures_grow_alike_and_the_second_has_what_the_first_leaves() -> None:
    assert heights(with_larger_pictures((picture(40), picture(40)), 115)) == [57.5, 57.5]
    assert heights(with_larger_pictures((picture(55), block(10), picture(30)), 125)) == [60, 10, 55]


def test_a_lower_picture_keeps_what_it_has_of_its_own_and_grows_as_far_as_before() -> None:
    first = replace(elastic(40, least=22), before=7, cost=30)
    words, low = with_lower_pictures([block(20), first])
    assert (words.height, low.height, low.before, low.cost) == (20, 22, 7, 30)
    assert [grown_by(low, more).height for more in (0, 10, 18, 100)] == [22, 32, 40, MOST]


def test_a_stack_is_lower_by_its_picture() -> None:
    (stack,) = with_lower_pictures([merge([block(10), elastic(40, least=25), block(10)])])
    assert stack.height == 45
    assert heights(with_larger_pictures((stack,), 55)) == [55]


def test_in_two_columns_a_picture_takes_the_white_under_the_shorter_one_too() -> None:
    columns = TwoColumns((block(50), block(50)), (block(20), picture(40, before=5)))
    (alone,) = with_larger_pictures((columns,), 100)
    assert isinstance(alone, TwoColumns)
    assert [atom.height for atom in alone.right] == [20, 60]
    assert (alone.height, alone.left) == (100, columns.left)
    tight = TwoColumns((block(50),), (picture(40),))
    assert heights(with_larger_pictures((tight, block(45)), 100)) == [55, 45]


def test_a_page_without_pictures_is_as_it_was() -> None:
    page = (block(20), TwoColumns((block(10),), (block(5),)))
    assert with_larger_pictures(page, 500) == page


def test_a_stack_grows_by_its_first_picture_and_moves_as_one() -> None:
    stack = merge([block(10), picture(40, before=5), block(10, before=5), picture(40)]).moved(30, 7)
    grown = grown_by(stack.with_break(before=9), 15)
    assert (grown.height, grown.before) == (stack.height + 15, 9)
    assert [(put.x, put.down, put.piece.height) for put in grown.puts] == [
        (30, 7, 10), (30, 22, 55), (30, 82, 10), (30, 92, 40)
    ]  # fmt: skip
    assert merge([block(10), block(10)]).grown is None


def test_what_stands_beside_something_or_is_said_again_does_not_grow() -> None:
    for atom in (overlay(picture(40), block(50)), reminding(picture(40)), without_meaning(picture(40))):
        assert atom.grown is None
        assert grown_by(atom, 20) is atom


def test_a_stack_that_loosens_has_more_white_between_its_parts_and_still_grows() -> None:
    stack = merged_loosely([block(10), picture(40, before=5), block(10, before=5)])
    assert stack.height == 70
    assert stack.loosened is not None
    assert stack.loosened(2).height == 80
    assert grown_by(stack.loosened(2), 10).height == 90
    page: tuple[OnPage, ...] = (stack,)
    assert height_of(with_larger_pictures(page, 200)) == 90


def test_a_lower_picture_stays_so_when_its_stack_has_its_white_back() -> None:
    def stack(white: float) -> Atom:
        whole = merge([elastic(40, least=25), block(10, before=10 * white)])
        return replace(whole, loosened=stack)

    (low,) = with_lower_pictures([stack(1)])
    assert low.loosened is not None
    assert (low.height, low.loosened(2).height) == (45, 55)
