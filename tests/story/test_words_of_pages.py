"""What a page says around the leaflet, and which numbers in its texts are for calling."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.story.page_words import PAGE_WORDS, dialled, page_words
from handoutgen.story.references import Pointer
from handoutgen.story.voice import voice_of
from story.small_leaflet import leaflet


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 111.", {"111": "tel:111"}),
        ("Call 999, or 0117 496 0123.", {"999": "tel:999", "0117 496 0123": "tel:01174960123"}),
        (
            "(555) 123-4567 or +44 (0)117 496 0123",
            {"(555) 123-4567": "tel:5551234567", "+44 (0)117 496 0123": "tel:+441174960123"},
        ),
        ("116 123", {"116 123": "tel:116123"}),
        (
            "Call 0117 496 0155 24/7, or 01632-960124.",
            {"0117 496 0155": "tel:01174960155", "01632-960124": "tel:01632960124"},
        ),
        (
            "ward 4 01632 960 124; 01632 960 123 9-5",
            {"01632 960 124": "tel:01632960124", "01632 960 123": "tel:01632960123"},
        ),
        ("ward 8 0117 496 0123, 0117 496 0123 2 people, 0800 1111 10-12", {}),
        ("Take 111 mg for 12 November 2026, 10:30 to 11:15, 2 000 000 people, 1-2 weeks", {}),
        ("999.5, 1999, 999%, 5 999 and 999 111", {}),
        ("https://a.org/0117-496-0123", {}),
        ("(nhsinform-22072020-0700.azurewebsites.net) and 0117-496-0123@x.org, www.nhs-0117-496-0123.uk", {}),
    ],
)
def test_numbers_to_call_are_links_and_no_others(text: str, numbers: dict[str, str]) -> None:
    parts = dialled([Text(text, strong=True)], ("999", "111"))
    assert "".join(part.text for part in parts) == text
    assert {part.text: part.link for part in parts if part.link} == numbers
    assert all(part.strong for part in parts)


def test_what_leads_somewhere_already_is_left_alone() -> None:
    runs = [Text("0117 496 0123", link="https://a.org"), Pointer("999", heading="x")]
    assert dialled(runs, ("999",)) == runs


@pytest.mark.parametrize(("language", "number"), [("en-GB", "999"), ("en-US", "911"), ("en-IE", "112")])
def test_the_emergency_number_is_the_regions_and_can_be_dialled(language: str, number: str) -> None:
    voice = voice_of(words_for(language), language, None)
    words = page_words(voice, leaflet())
    assert [(part.text, part.link) for part in words.emergency if part.link] == [(number, f"tel:{number}")]
    assert number in words.numbers
    assert set(words.texts) == set(PAGE_WORDS)


def test_where_nobody_knows_a_number_the_page_names_none() -> None:
    words = page_words(voice_of(words_for("en"), "en", None), leaflet())
    assert words.emergency == (Text("In an emergency, call the emergency number."),)
    assert "" not in words.numbers
