"""Where a first sentence ends."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.sentences import LONGEST, first_sentence, parted


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A slow pull. It helps.", "A slow pull."),
        ("No stop at all", "No stop at all"),
        ("Is it safe? Yes.", "Is it safe?"),
        ("Take **2 tablets.** Then rest.", "Take **2 tablets.**"),
        ("A title\n\nAnd a text.", "A title"),
        ("Over\ntwo lines. More.", "Over two lines."),
        ("1.5 litres a day. More.", "1.5 litres a day."),
        ("第一句。第二句。", "第一句。"),
    ],
)
def test_a_sentence_ends_with_its_sign_or_its_paragraph(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_long_one_ends_after_a_whole_word() -> None:
    first = first_sentence("word " * 60)
    assert len(first) <= LONGEST
    assert first.endswith("word…")


@pytest.mark.parametrize(
    ("text", "sentence", "rest"),
    [
        ("A slow pull. It\nhelps.", "A slow pull.", "It\nhelps."),
        ("A slow\npull.", "A slow pull.", ""),
        ("A slow pull\n\nMore.", "A slow pull", "More."),
        (f"{'word ' * 60}end. More.", f"{'word ' * 60}end.", "More."),
        ("Two ways:\n\n- one\n- two", "Two ways:", "- one\n- two"),
        ("Two ways:\n- one\n- two", "Two ways:", "- one\n- two"),
        ("**Warm. Not** hot.", "", ""),
        ("[A page. More](https://www.nhs.uk) of it.", "", ""),
        ("- one. Two\n- three", "", ""),
        ("It came. 2026. A good year.", "", ""),
    ],
)
def test_a_text_is_parted_behind_its_first_sentence_where_both_can_stand_alone(
    text: str, sentence: str, rest: str
) -> None:
    assert parted(text) == (sentence, rest)
