"""Fixed words come in the reader's language, with the region's own where they differ."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from handoutgen.content.words import format_date, format_month, languages_with_words, words_for


@pytest.mark.parametrize(
    ("language", "number"), [("en-GB", "999"), ("en-US", "911"), ("en-IE", "112"), ("en-NZ", "112")]
)
def test_the_emergency_number_is_that_of_the_region(language: str, number: str) -> None:
    words = words_for(language)
    assert words.get("emergency_call", number=words.get("emergency_number")) == f"Call {number} now"
    assert words.missing == () or language == "en-NZ"


def test_dates_follow_the_region() -> None:
    day = date(2026, 11, 22)
    assert format_date(day, "en-GB") == "22 November 2026"
    assert format_date(day, "en-US") == "November 22, 2026"
    assert format_month(day, "en-GB") == "November 2026"


def test_a_language_without_words_gets_english_and_says_so() -> None:
    words = words_for("xx")
    assert words.get("key_points") == "Key points"
    assert "key_points" in words.missing
    assert words_for("en-GB").missing == ()


def test_a_name_that_is_no_language_reads_no_file() -> None:
    assert words_for("../../secret").missing == words_for("xx").missing


def test_an_unknown_key_is_our_bug() -> None:
    with pytest.raises(KeyError):
        words_for("en-GB").get("nothing")


def test_values_are_put_in_as_they_are() -> None:
    assert words_for("en-GB").get("scan_code", address="{title} & co") == "Scan for more, or go to {title} & co"


@pytest.mark.parametrize("language", languages_with_words())
def test_every_language_uses_the_same_slots_as_english(language: str) -> None:
    english, own = words_for("en").texts, words_for(language).texts
    assert set(own) == set(english)
    for key, text in own.items():
        assert slots(text) == slots(english[key]), key


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
