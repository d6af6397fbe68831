"""What a short form says of a leaflet's sections and strategies: never without what keeps readers safe."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.glance import glances, keeps_safe, strategy_reminders
from handoutgen.story.stretches import line_words, table_words, to_do
from story.small_leaflet import STRATEGY, leaflet, text_of, voice

WARNING = {"kind": "important", "title": "Ice", "text": "Never on skin.\n\n- not bare\n- not long"}


def with_section(**changes: Any) -> Leaflet:
    return leaflet(sections=[{"id": "more", "title": "More", "text": "So much more.", **changes}])


def said_of(whole: Leaflet) -> list[str]:
    return [text_of(words) for glance in glances(voice(), whole) for words in glance.reminders]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"dose": "1 tablet a day."}, "How much: 1 tablet a day."),
        ({"caution": "Not on a full stomach."}, "Take care: Not on a full stomach."),
        ({"do_not": ["run", "jump"]}, "Do not: run; jump."),
        ({"do_not_title": "Not if", "do_not": ["you are pregnant"]}, "Not if: you are pregnant."),
        ({"ask_first": ["you fell", "you faint"]}, "Ask first if you fell; you faint."),
        ({"ask_first_title": "Ask a nurse if", "ask_first": ["you fell"]}, "Ask a nurse if you fell."),
        ({"callouts": [WARNING]}, "Important: Ice: Never on skin. not bare; not long"),
        ({"subsections": [{"title": "At night", "dose": "2 a day."}]}, "At night. How much: 2 a day."),
        ({"subsections": [{"title": "A tube?", "do_not": ["crush it"]}]}, "A tube? Do not: crush it."),
        ({"subsections": [{"title": "A tube?", "ask_first": ["it is new"]}]}, "A tube? Ask first if it is new."),
        ({"subsections": [{"title": "Tube", "do_not_title": "By tube, no", "do_not": ["oil"]}]}, "By tube, no: oil."),
        ({"subsections": [{"title": "Tube", "caution": "Rinse the tube."}]}, "Take care: Rinse the tube."),
    ],
    ids=[
        "dose",
        "caution",
        "do not",
        "its own words",
        "ask first",
        "its own words to ask",
        "an important aside",
        "a subsection's dose",
        "a subsection's list",
        "a subsection's list to ask",
        "a subsection's own words",
        "a subsection's caution",
    ],
)
def test_what_keeps_readers_safe_is_said_under_the_sections_title(keys: dict[str, Any], said: str) -> None:
    whole = with_section(**keys)
    (glance,) = glances(voice(), whole)
    assert (glance.ident, glance.title) == ("more", "More")
    assert said_of(whole) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tell us of:\n\n- metal\n  - a clip\n  - a pump\n- a pregnancy",
            "Tell us of: metal (a clip; a pump); a pregnancy",
        ),
        ("- metal\n  - old\n    - a clip\n  - new\n- a tattoo", "metal (old (a clip); new); a tattoo"),
        ("1. Sit.\n   - Low.\n2. Wait.", "Sit. (Low.); Wait."),
        ("- Sit.\n\n  Rest.\n- Wait.", "Sit. Rest.; Wait."),
    ],
    ids=["a list in an item", "three levels", "in a numbered list", "two paragraphs in an item"],
)
def test_an_important_aside_is_said_with_all_that_its_lists_hold(text: str, said: str) -> None:
    aside = {"kind": "important", "title": "Ice", "text": text}
    assert said_of(with_section(callouts=[aside])) == [f"Important: Ice: {said}"]
    assert reminders_of(callouts=[aside]) == [f"Important: Ice: {said}"]


def test_a_section_with_nothing_to_say_in_short_is_passed_over() -> None:
    assert glances(voice(), with_section(callouts=[{"kind": "tip", "text": "Slowly."}], do=["Rest."])) == []
    (glance,) = glances(voice(), with_section(brief="More, in a line."))
    assert (text_of(glance.brief), glance.reminders) == ("More, in a line.", ())


SAFE: list[ModelPath] = [
    ("sections", 0, "dose"), ("sections", 0, "caution"), ("sections", 0, "do_not", 1), ("sections", 0, "do_not_title"),
    ("sections", 0, "callouts", 0, "text"), ("sections", 0, "callouts", 0, "title"),
    ("sections", 0, "subsections", 0, "do_not", 0), ("about", "do_not", 0), ("about", "ask_first", 0),
    ("sections", 0, "subsections", 0, "title"),
]  # fmt: skip
UNSAFE: list[ModelPath] = [
    ("sections", 0, "text"), ("sections", 0, "do", 0), ("sections", 0, "callouts", 1, "text"),
    ("sections", 0, "subsections", 1, "title"), ("sections", 0, "brief"), ("management", "strategies", 0, "stop_if", 0),
    ("title",), ("sections", 0, "figure", "alt"),
]  # fmt: skip


def test_a_form_is_held_to_these_fields_and_no_others() -> None:
    whole = leaflet(
        about={"text": "A.", "do_not": ["fall"], "ask_first": ["you fell"]},
        sections=[
            {
                "id": "more", "title": "More", "text": "B.", "do": ["Rest."], "do_not": ["run", "jump"],
                "callouts": [WARNING, {"kind": "tip", "text": "Slowly."}],
                "subsections": [{"title": "Inside", "do_not": ["swim"]}, {"title": "Outside", "text": "C."}],
            }
        ],
    )  # fmt: skip
    assert [path for path in SAFE if not keeps_safe(whole, path)] == []
    assert [path for path in UNSAFE if keeps_safe(whole, path)] == []


def reminders_of(**changes: Any) -> list[str]:
    return [text_of(words) for words in strategy_reminders(voice(), Strategy.model_validate({**STRATEGY, **changes}))]


def test_a_strategys_caution_stands_for_when_to_stop_and_when_to_ask() -> None:
    safe: dict[str, Any] = {"stop_if": ["it hurts"], "ask_first": ["you fell"], "callouts": [WARNING]}
    warning = "Important: Ice: Never on skin. not bare; not long"
    assert reminders_of(**safe) == ["Stop if it hurts.", "Ask first if you fell.", warning]
    assert reminders_of(**safe, caution="Warm, not hot.") == ["Take care: Warm, not hot.", warning]
    assert reminders_of() == []


def test_words_over_a_list_are_the_authors_or_the_fixed_ones() -> None:
    section = with_section(do=["a"], do_title="Bring", do_not=["b"]).sections[0]
    assert to_do(voice(), section, "do") == (("a",), "Bring")
    assert to_do(voice(), section, "do_not") == (("b",), "Do not")
    assert to_do(voice(), section, "ask_first") == ((), "Ask first if")
    assert text_of(line_words(voice(), with_section(dose="1 a day.").sections[0], "dose")) == "How much: 1 a day."


def test_an_empty_cell_says_nothing_and_is_kept() -> None:
    table = with_section(table={"head": ["When", "What"], "rows": [["**Now**", ""]]}).sections[0].table
    assert table is not None
    head, rows = table_words(voice(), table)
    assert [text_of(cell) for cell in head] == ["When", "What"]
    assert [text_of(cell) for cell in rows[0]] == ["Now", ""]
