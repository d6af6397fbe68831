"""The print of a help box that stands on two pages: both in one size, and no word torn."""

from __future__ import annotations

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_pages import LARGER, LEAST_APART, MOST_APART
from handoutgen.layout.blocks.help_print import CLOSEST, closer_lines, larger_print, tears_a_word
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import put_that_says, puts, setting_for

PAGE = 480.0
"""As deep as it takes for one level to stand alone, in pt."""


def box_of(setting: Setting, sign: str, urgent: int = 5) -> HelpBox:
    many = {"signs": [f"urgent sign {number}" for number in range(urgent)]}
    levels = {"emergency": {"signs": [sign, "another"]}, "urgent": many, "routine": {"signs": ["routine sign"]}}
    return help_box(setting, Help.model_validate(levels), PAGE)


def sizes(atom: Atom) -> set[float]:
    return {put.piece.size for put in puts([atom], TextPiece)}


def test_both_pages_are_of_one_size_a_little_larger_where_they_hold_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    first, second = box_of(setting, "a sign").atoms
    assert sizes(first) == sizes(second)
    times = put_that_says(first, "a sign").piece.size / setting.scale.body.size
    assert max(LARGER) == 1.15
    assert 1 < round(times, 4) <= 1.15
    first, second = box_of(setting_for(fonts, 24), "a sign", 9).atoms
    assert sizes(first) == sizes(second)
    assert put_that_says(first, "a sign").piece.size == setting.scale.body.size


def test_the_second_page_says_as_large_as_the_title_what_it_goes_on_with(fonts: FontBook) -> None:
    first, second = box_of(setting_for(fonts, 24), "a sign").atoms
    title, again = put_that_says(first, "When to get help"), put_that_says(second, "When to get help (continued)")
    assert again.piece.size == title.piece.size
    assert (again.x, again.down) == (title.x, title.down), "in the frame, where the title stands in the other"
    assert (again.piece.element, again.piece.running) == (None, "Header")


def between(atom: Atom, *signs: str) -> float:
    """The white between two signs of one line each, in pt."""
    one, two = (put_that_says(atom, sign) for sign in signs)
    return float(two.down - one.down - one.piece.height)


def test_both_pages_have_what_they_leave_between_their_signs_and_no_more_than_looks_like_a_list(
    fonts: FontBook,
) -> None:
    setting = setting_for(fonts, 24)
    first, second = box_of(setting, "a sign").atoms
    apart, close = between(first, "a sign", "another"), between(second, "urgent sign 0", "urgent sign 1")
    assert 0 < close < apart <= setting.unit * (MOST_APART + 0.2) * max(LARGER)
    assert first.height <= PAGE


@pytest.mark.parametrize("urgent", range(5, 9))
def test_signs_stand_apart_on_a_full_page_on_closer_lines_if_need_be(fonts: FontBook, urgent: int) -> None:
    setting = setting_for(fonts, 24)
    _, second = box_of(setting, "a sign", urgent).atoms
    assert between(second, "urgent sign 0", "urgent sign 1") >= LEAST_APART * setting.unit
    assert second.height <= PAGE


@pytest.mark.parametrize("length", range(8, 22))
def test_no_word_is_torn_for_larger_print(fonts: FontBook, length: int) -> None:
    setting = setting_for(fonts, 24)
    sign = put_that_says(box_of(setting, "m" * length).atoms[0], "m" * length)
    assert len(sign.piece.lines) == 1
    assert sign.piece.size > setting.scale.body.size or length > 18


def test_larger_print_is_larger_in_all_that_a_level_shows(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    usual, larger = setting.scale, larger_print(setting, 1.5).scale
    assert (larger.base, larger.body.size) == (36, 36)
    assert larger.list.leading == pytest.approx(usual.list.leading * 1.5)
    assert larger.h3.size == pytest.approx(usual.h3.size * 1.5)
    assert larger.h2.size == pytest.approx(usual.h2.size * 1.5), "the title is no smaller than what stands under it"


def test_a_word_is_torn_where_a_line_of_the_box_does_not_hold_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    guide = Help.model_validate({key: {"signs": ["m" * 15]} for key in ("emergency", "urgent", "routine")})
    assert [tears_a_word(setting, guide, width) for width in (300, 400)] == [True, False]


def test_closer_lines_are_of_the_same_size(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18)
    close = closer_lines(setting).scale.body
    assert close.size == 18
    assert close.leading == pytest.approx(18 * CLOSEST)
