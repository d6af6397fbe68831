"""A paragraph's last line: never one word, where that costs no line and leaves the line over it long enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import FULL_ENOUGH
from handoutgen.library.fonts import own_faces
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import look_for

STEP = "Keep your back leg straight and its heel down."


def said(piece: TextPiece) -> list[str]:
    return [line.text for line in piece.lines]


def narrowest_holding(fonts: FontBook, words: str) -> float:
    return look_for(fonts).natural_width(words) + 1


def test_a_last_word_gets_company_from_the_line_over_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    width = narrowest_holding(fonts, "Keep your back leg straight and its heel")
    assert said(look.text(None, STEP, width)) == ["Keep your back leg straight and its", "heel down."]


def test_a_paragraph_that_ends_in_two_words_stays_as_it_is(fonts: FontBook) -> None:
    look = look_for(fonts)
    width = narrowest_holding(fonts, "Keep your back leg straight and its")
    piece = look.text(None, STEP, width)
    assert (said(piece), piece.width) == (["Keep your back leg straight and its", "heel down."], width)


@pytest.mark.parametrize("text", ["Gentle antispasmodic medicines", "Drink water and take antiinflammatories"])
def test_no_line_is_left_short_for_it(fonts: FontBook, text: str) -> None:
    look = look_for(fonts)
    width = narrowest_holding(fonts, text.rpartition(" ")[0])
    piece = look.text(None, text, width)
    assert len(piece.lines) == 2
    assert piece.lines[0].width >= FULL_ENOUGH * width


def test_a_not_is_not_torn_from_what_is_not_to_be_done(fonts: FontBook) -> None:
    look = look_for(fonts)
    text = "Call even if the signs go away. Do not drive yourself."
    width = narrowest_holding(fonts, "Call even if the signs go away. Do not drive")
    assert said(look.text(None, text, width)) == ["Call even if the signs go away. Do not drive", "yourself."]


@pytest.mark.parametrize(("text", "first"), [("Which leg", "Which"), ("Manténgala durante", "Manténgala")])
def test_no_word_is_cut_for_it(fonts: FontBook, text: str, first: str) -> None:
    look = look_for(fonts)
    width = narrowest_holding(fonts, first)
    piece = look.text(None, text, width)
    assert (said(piece), piece.width) == (text.split(), width)


def test_it_never_takes_a_line_more(fonts: FontBook) -> None:
    look = look_for(fonts)
    words = " ".join(["Rest your leg on a chair, then pull your toes up."] * 4)
    for width in range(90, 320, 7):
        assert len(look.text(None, words, width).lines) == look.lines_in(words, width)


def test_the_last_line_of_text_set_to_the_end_stays(fonts: FontBook) -> None:
    look = look_for(fonts)
    width = narrowest_holding(fonts, "Keep your back leg straight and its heel")
    assert said(look.text(None, STEP, width, align="end"))[-1] == "down."


def test_a_paragraph_in_chinese_does_not_end_in_a_single_character(fonts: FontBook, tmp_path: Path) -> None:
    pytest.importorskip("handoutgen_cjk")
    chinese = fonts.with_faces(own_faces(tmp_path, "zh-Hans"))
    look = replace(look_for(chinese), drawn_as="zh-Hans")
    ends: list[int] = []
    for count in range(20, 60):
        piece = look.text(Element("P"), "腿抽筋是肌肉自己收紧" * 6 + "了", count * 6.0)
        ends += [len(piece.lines[-1].text.strip())] * (len(piece.lines) > 1)
    assert len(ends) > 20
    assert min(ends) > 1
