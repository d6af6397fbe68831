"""The print of a help box that stands on two pages: larger where a level has one for itself, and no word torn."""

from __future__ import annotations

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_print import CLOSEST, closer_lines, larger_print, tears_a_word
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.setting import Setting
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import put_that_says, setting_for

PAGE = 480.0
"""As deep as it takes for one level to stand alone, in pt."""


def box_of(setting: Setting, sign: str) -> HelpBox:
    many = {"signs": [f"urgent sign {number}" for number in range(8)]}
    levels = {"emergency": {"signs": [sign, "another"]}, "urgent": many, "routine": {"signs": ["routine sign"]}}
    return help_box(setting, Help.model_validate(levels), PAGE)


def test_a_level_alone_on_its_page_is_larger_and_fills_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    first, second = box_of(setting, "a sign").atoms
    assert PAGE * 0.75 < first.height <= PAGE
    size = put_that_says(first, "a sign").piece.size
    assert size > setting.scale.body.size
    assert put_that_says(first, "Call 999 now").piece.size > size
    assert put_that_says(second, "urgent sign 1").piece.size == setting.scale.list.size


@pytest.mark.parametrize("length", range(8, 22))
def test_a_level_alone_is_only_so_large_that_no_word_is_torn(fonts: FontBook, length: int) -> None:
    setting = setting_for(fonts, 24)
    sign = put_that_says(box_of(setting, "m" * length).atoms[0], "m" * length)
    assert len(sign.piece.lines) == 1
    assert (sign.piece.size > setting.scale.body.size) is (length < 20)


def test_larger_print_is_larger_in_all_that_a_level_shows(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    usual, larger = setting.scale, larger_print(setting, 1.5).scale
    assert (larger.base, larger.body.size) == (36, 36)
    assert larger.list.leading == pytest.approx(usual.list.leading * 1.5)
    assert larger.h3.size > usual.h3.size * 1.5
    assert larger.h2.size == pytest.approx(usual.h2.size * 1.5), "the title is no smaller than what stands under it"


def test_a_word_is_torn_where_a_line_of_the_box_does_not_hold_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    level = Help.model_validate({key: {"signs": ["m" * 15]} for key in ("emergency", "urgent", "routine")}).emergency
    assert [tears_a_word(setting, level, width) for width in (300, 400)] == [True, False]


def test_closer_lines_are_of_the_same_size(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18)
    close = closer_lines(setting).scale.body
    assert close.size == 18
    assert close.leading == pytest.approx(18 * CLOSEST)
