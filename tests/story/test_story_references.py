"""Words that send the reader to another part are told from words that happen to be the same."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.inline import Text, parse_phrase
from handoutgen.content.words import words_for
from handoutgen.story.headings import help_references, whole_references
from handoutgen.story.references import Pointer, References, no_references
from handoutgen.story.voice import voice_of
from story.small_leaflet import STRATEGY, leaflet

WORDS = words_for("en-GB")
HEADINGS = {"When to get help": "When to get help", "Medicines": "2. Medicines", "Sources": "Sources", "What?": "What?"}
REFERENCES = References(WORDS, HEADINGS, has_page_numbers=True)


def led(text: str, references: References = REFERENCES) -> list[tuple[str, str | int | None]]:
    """What leads somewhere, and where."""
    parts = references.marked(parse_phrase(text, {}))
    assert "".join(part.text for part in parts) == "".join(part.text for part in parse_phrase(text, {}))
    return [(part.text, part.heading or part.page) for part in parts if isinstance(part, Pointer)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See “When to get help” for the signs.", [("When to get help", "When to get help")]),
        ("The signs are in 'When to get help'.", [("When to get help", "When to get help")]),
        ("Read «When to get help.»", [("When to get help", "When to get help")]),
        ("Look there („Medicines“).", [("Medicines", "2. Medicines")]),
        ("see “when to  get help”", [("when to  get help", "When to get help")]),
        ("For the signs, see When to get help.", [("When to get help", "When to get help")]),
        ("See **When to get help** and “Medicines”.",
         [("When to get help", "When to get help"), ("Medicines", "2. Medicines")]),
        ("See “What?” first.", [("What?", "What?")]),
        ("See page 4.", [("page 4", 4)]),
        ("More of this (turn to Page 12).", [("Page 12", 12)]),
    ],
)  # fmt: skip
def test_a_title_in_quotation_marks_or_after_see_leads_to_its_part(text: str, found: list[tuple[str, object]]) -> None:
    assert led(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Medicines can help.",
        "Ask when to get help.",
        "See medicines as a help.",
        "See Medicinesque things.",
        "Oversee Sources.",
        "“Medicines and more” is a book.",
        "The number is on page 4 of your letter.",
        "See page 4a.",
        "See [“Medicines”](https://nhs.uk).",
        "See “When **to** get help”.",
    ],
)
def test_other_words_lead_nowhere(text: str) -> None:
    assert led(text) == []


def test_a_form_without_page_numbers_has_no_pages_to_lead_to() -> None:
    assert led("See page 4 and “Sources”.", References(WORDS, HEADINGS, has_page_numbers=False)) == [
        ("Sources", "Sources")
    ]
    assert led("See page 4 and “Sources”.", no_references()) == []


def test_words_stay_as_bold_as_they_were() -> None:
    assert REFERENCES.marked((Text("See “"), Text("Sources", strong=True), Text("”."))) == (
        Text("See “"),
        Pointer("Sources", strong=True, heading="Sources"),
        Text("”."),
    )


def test_a_whole_leaflet_can_refer_to_each_of_its_parts_and_strategies_by_what_readers_call_them() -> None:
    strategies = [{**STRATEGY, "id": title.casefold(), "title": title} for title in ("Rest", "Sources")]
    whole = whole_references(leaflet(management={"strategies": strategies}), voice_of(WORDS, "en-GB", None))
    assert led("See “Rest” and “Key points”.", whole) == [("Rest", "1. Rest"), ("Key points", "Key points")]
    assert led("See “Sources”.", whole) == [], "two parts are called so"
    assert led("See “How to contact us”.", whole) == [], "without a clinic there is no such part"


def test_a_short_form_can_refer_to_what_it_never_leaves_out() -> None:
    short = help_references(leaflet(), voice_of(WORDS, "en-GB", None))
    assert led("See “When to get help” and “Sources”, page 2.", short) == [("When to get help", "When to get help")]
