"""What keeps the doer of an exercise safe, said again on its page: as an artifact, and only where there is some."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.layout.blocks.exercise_safety import care_again, stop_again, stop_frame
from handoutgen.layout.flow.pieces import Frame
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_strategy, icons, lines_of, look_for, put_that_says, puts, said_by, words

SAFETY: dict[str, Any] = {
    "caution": "Stand only if you are steady.",
    "stop_if": ["it hurts"],
    "ask_first": ["you fell"],
}


@pytest.mark.parametrize("base", [12, 18, 24])
def test_each_says_its_own_part_and_nothing_of_the_others(fonts: FontBook, base: float) -> None:
    look, strategy = look_for(fonts, base), a_strategy(**SAFETY)
    care, stop = care_again(look, strategy, 400), stop_again(look, strategy, 400)
    assert lines_of(care) == ["Take care: Stand only if you are steady."]
    assert lines_of(stop) == ["Stop if it hurts."]
    assert len(icons(care[0])) == len(icons(stop[0])) == 1
    for atoms, line in ((care, "Take care"), (stop, "Stop if")):
        (said,) = [each for each in lines_of(atoms) if each.startswith(line)]
        assert put_that_says(atoms, said).piece.element is None


def test_without_any_nothing_is_said(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    for said in (care_again, stop_again):
        assert said(look, a_strategy(ask_first=["you fell"]), 400) == []
    assert stop_frame(look, None, a_strategy(), 400) == []


def test_the_frame_is_read_where_it_stands_first_and_a_list_too_long_for_a_line_is_not_said_again(
    fonts: FontBook,
) -> None:
    look, parent = look_for(fonts, 18), Element("Sect")
    (frame,) = stop_frame(look, parent, a_strategy(**SAFETY), 400)
    assert len(puts(frame, Frame)) == 1
    assert said_by(parent) == ["Stop if it hurts."]
    long = a_strategy(stop_if=[words(30)] * 12)
    assert stop_again(look, long, 200) == []
    assert stop_frame(look, None, long, 200) == []
