"""What is said of places to write."""

from __future__ import annotations

from typing import Literal

import pytest

from handoutgen.content.words import words_for
from handoutgen.story.voice import voice_of
from handoutgen.story.writing import empty, name_of_field

VOICE = voice_of(words_for("en-GB"), "en-GB", None)


@pytest.mark.parametrize(
    ("what", "count", "said"),
    [
        ("row", 13, "13 empty rows"),
        ("row", 1, "1 empty row"),
        ("line", 2, "2 empty lines"),
        ("line", 1, "1 empty line"),
        ("form", 3, "3 more forms like this, empty"),
        ("form", 1, "1 more form like this, empty"),
    ],
)
def test_empty_rows_and_lines_are_counted(what: Literal["row", "line", "form"], count: int, said: str) -> None:
    assert empty(VOICE, what, count) == said


@pytest.mark.parametrize(
    ("label", "name"), [("Name:", "Name"), (" Week from : ", "Week from"), ("名字：", "名字"), ("", "")]
)
def test_a_place_is_called_by_the_words_before_it(label: str, name: str) -> None:
    assert name_of_field(label) == name
