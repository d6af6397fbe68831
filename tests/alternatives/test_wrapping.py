"""Words on lines of a number of columns: nothing torn that must stay whole, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.alternatives.wrapping import columns, wrapped


def test_lines_end_at_spaces_and_are_as_full_as_they_can_be() -> None:
    assert wrapped("one two three four five", 9) == ["one two", "three", "four five"]


def test_an_item_hangs_under_its_sign() -> None:
    assert wrapped("one two three", 9, "- ", "  ") == ["- one two", "  three"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Call our nurses on 0117 496 0123 at any time", "0117 496 0123"),
        ("Take a tablet of 500 mg with food and a drink", "500 mg"),
        ("We are open from Monday, 9am to 5pm, all year", "9am to 5pm"),
        ("This leaflet is from 22 November 2026 and good", "22 November 2026"),
    ],
)
def test_numbers_doses_times_and_dates_are_never_torn(text: str, whole: str) -> None:
    for width in range(10, 40):
        assert any(whole in line for line in wrapped(text, width)), width


def test_what_stays_whole_may_be_longer_than_a_line() -> None:
    address = "www.nhs.uk/mental-health/self-help/guides-tools-and-activities"
    assert wrapped(f"See {address} for more.", 20) == ["See", address, "for more."]


def test_text_without_spaces_breaks_between_wide_characters() -> None:
    assert wrapped("腿抽筋很常见。", 12) == ["腿抽筋很常", "见。"]  # a full stop begins no line
    assert columns("腿抽筋") == 6


def test_marks_over_letters_take_no_column() -> None:
    assert columns("e\u0301e") == 2


def test_nothing_gives_no_lines() -> None:
    assert wrapped("", 10) == wrapped("  ", 10) == []


WORDS = st.lists(
    st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=12), min_size=1, max_size=30
)


@given(WORDS, st.integers(12, 80))
def test_no_word_is_lost_and_no_line_is_wider_than_it_must_be(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    for line in lines:
        assert columns(line) <= width or " " not in line or any(columns(word) > width for word in line.split())
