"""What a figure says to those who cannot see it: the words in it too, each once."""

from __future__ import annotations

import pytest

from handoutgen.content.model import Figure
from handoutgen.content.words import words_for
from handoutgen.story.figures import picture_in_words, words_in
from handoutgen.story.voice import voice_of

VOICE = voice_of(words_for("en-GB"), "en-GB", None)


def a_figure(alt: str, *labels: str) -> Figure:
    places = [{"text": text, "x": 0.5, "y": 0.9 - index / 10} for index, text in enumerate(labels)]
    return Figure.model_validate({"file": "leg.svg", "alt": alt, "caption": "A leg.", "labels": places})


def test_words_are_told_from_top_to_bottom() -> None:
    assert words_in(a_figure("A leg.", "Foot", "Calf", "Thigh")) == ("Thigh", "Calf", "Foot")


@pytest.mark.parametrize(
    ("alt", "labels", "said"),
    [
        ("A leg with a calf and a heel.", (), "A leg with a calf and a heel."),
        ("A leg with a calf and a heel.", ("Heel", "Calf"), "A leg with a calf and a heel."),
        ("A leg with a calf.", ("Heel", "Calf"), "A leg with a calf. Words in the picture: Heel."),
        ("A wheel", ("Heel", "Big toe"), "A wheel. Words in the picture: Big toe; Heel."),
        ("A big toe", ("Toe (big)",), "A big toe. Words in the picture: Toe (big)."),
    ],
)
def test_words_that_the_author_does_not_name_are_added_and_no_others(
    alt: str, labels: tuple[str, ...], said: str
) -> None:
    assert picture_in_words(VOICE, a_figure(alt, *labels)) == said
