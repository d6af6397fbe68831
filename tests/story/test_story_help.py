"""Whom to call and when: the same words everywhere, the most urgent first, with the number of the clinic's country."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.clinic import Clinic
from handoutgen.content.helping import Help, HelpLevel, LeadIn, SignGroup
from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import Words
from handoutgen.story.help import (
    LEVELS,
    help_title,
    in_an_emergency,
    label_words,
    level_label,
    levels_of,
    run_in_words,
    sign_lists,
    what_to_do,
    when_closed,
    where_help_is,
)
from handoutgen.story.references import Pointer
from handoutgen.story.voice import Voice
from story.small_leaflet import bare_clinic, clinic, text_of, voice


def level(*signs: str, action: str | None = None) -> HelpLevel:
    return HelpLevel(signs=signs, action=action)


def other_words(spoken: Voice, **changes: str) -> Voice:
    """The voice with some fixed words changed, as a translation would."""
    return replace(spoken, words=Words(spoken.words.language, {**spoken.words.texts, **changes}))


def test_the_levels_go_from_what_cannot_wait_to_what_can() -> None:
    assert LEVELS == ("emergency", "urgent", "routine")


@pytest.mark.parametrize(
    ("whose", "locale", "labels"),
    [
        (
            clinic(), "en-GB",
            ["Call 999 now", "Call us today on 0117 496 0123",
             "Tell us at your next visit, or call 0117 496 0123"],
        ),
        (bare_clinic(), "en-GB", ["Call 999 now", "Call your clinic today", "Tell us at your next visit"]),
        (None, "en-GB", ["Call 999 now", "Call your clinic today", "Tell us at your next visit"]),
        (None, "en-US", ["Call 911 now", "Call your clinic today", "Tell us at your next visit"]),
        (None, "en-IE", ["Call 112 now", "Call your clinic today", "Tell us at your next visit"]),
        (None, "en-NZ", ["Call 111 now", "Call your clinic today", "Tell us at your next visit"]),
    ],
    ids=["clinic", "clinic without a phone", "en-GB", "en-US", "en-IE", "en-NZ"],
)  # fmt: skip
def test_a_label_says_the_number_where_there_is_one(whose: Clinic | None, locale: str, labels: list[str]) -> None:
    assert [level_label(voice(whose, locale), key, level("a sign")) for key in LEVELS] == labels


def test_the_clinics_emergency_number_comes_before_that_of_the_words() -> None:
    assert (
        level_label(voice(bare_clinic(emergency_number="000"), "en-US"), "emergency", level("a sign")) == "Call 000 now"
    )


def test_where_nobody_knows_the_emergency_number_the_label_does_without() -> None:
    for locale in ("en", "en-ZZ", "en-001"):
        spoken = voice(None, locale, locale)
        assert level_label(spoken, "emergency", level("a sign")) == "Call the emergency number now"
        assert text_of(in_an_emergency(spoken)) == "In an emergency, call the emergency number."


def test_a_leaflet_in_another_language_has_the_number_of_the_clinics_country_or_of_its_own_region() -> None:
    assert level_label(voice(bare_clinic(), "pl", "pl"), "emergency", level("a sign")).endswith("numer 999")
    assert level_label(voice(None, "pl-PL", "pl-PL"), "emergency", level("a sign")).endswith("numer 112")
    assert level_label(voice(None, "pl", "pl"), "emergency", level("a sign")).endswith("numer alarmowy")


@pytest.mark.parametrize(("key", "lead_in"), [("emergency", " if you have:"), ("routine", " about:")])
def test_the_label_is_bold_and_leads_into_the_signs(key: str, lead_in: str) -> None:
    *label, after = label_words(voice(), key, level("a sign"))
    assert text_of(label) == level_label(voice(), key, level("a sign"))
    assert {run.strong for run in label} == {True}
    assert after == Text(lead_in)


def test_the_number_in_a_label_can_be_dialled() -> None:
    dialled = [run for run in label_words(voice(), "emergency", level("a sign")) if run.link]
    assert dialled == [Text("999", strong=True, link="tel:999")]


def test_a_level_can_be_one_paragraph() -> None:
    urgent = level("a hot leg", "a swollen leg", action="Ask for {clinic.name}.")
    assert run_in_words(voice(clinic()), "urgent", urgent) == [
        Text("Call us today on ", strong=True), Text("0117 496 0123", strong=True, link="tel:01174960123"),
        Text(" if you have:"), Text(" "), Text("a hot leg"),
        Text("; "), Text("a swollen leg"), Text("."), Text(" "), Text("Ask for Riverside Clinic."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "end"),
    [
        ({}, "a leg. Wait."),
        ({"more": [Text("Call the night line.")]}, "a leg. Call the night line. Wait."),
    ],
)
def test_what_else_to_do_follows_in_this_order(options: dict[str, Any], end: str) -> None:
    said = text_of(run_in_words(voice(), "urgent", level("a leg", action="Wait."), **options))
    assert said == f"Call your clinic today if you have: {end}"


def test_a_level_without_an_action_ends_with_its_signs() -> None:
    assert text_of(run_in_words(voice(), "routine", level("more cramps"))) == (
        "Tell us at your next visit about: more cramps."
    )


def test_no_run_of_a_paragraph_is_empty() -> None:
    spoken = other_words(voice(), full_stop="")
    assert all(run.text for run in run_in_words(spoken, "routine", level("more")))


def test_a_clinic_that_closes_says_whom_to_call_then_with_the_number_in_bold() -> None:
    assert when_closed(voice(clinic())) == (
        Text("When we are closed, call "), Text("0117 496 0199", strong=True, link="tel:01174960199"), Text(".")
    )  # fmt: skip


@pytest.mark.parametrize("whose", [None, bare_clinic()], ids=["no clinic", "no such line"])
def test_without_a_line_for_the_night_nothing_is_said_of_it(whose: Clinic | None) -> None:
    assert when_closed(voice(whose)) == ()


def test_the_number_may_stand_first_in_another_language() -> None:
    spoken = other_words(voice(clinic()), out_of_hours_call="{number} at night")
    assert when_closed(spoken) == (Text("0117 496 0199", strong=True, link="tel:01174960199"), Text(" at night"))


def test_after_the_signs_comes_the_line_for_the_night_then_the_authors_action() -> None:
    closed = (Text("At night, call."),)
    urgent = level("a leg", action="Ask **us**.")
    both = [closed, (Text("Ask "), Text("us", strong=True), Text("."))]
    assert what_to_do(voice(), urgent, closed) == both
    assert what_to_do(voice(), urgent, ()) == both[1:]
    assert what_to_do(voice(), level("a leg"), closed) == [closed]
    assert what_to_do(voice(), level("a leg"), ()) == []


def test_the_heading_is_the_authors_or_the_fixed_one() -> None:
    assert help_title(voice(), None) == "When to get help"
    assert help_title(voice(), "Get help") == "Get help"


@pytest.mark.parametrize(
    ("whose", "title", "line"),
    [
        (clinic(), None, "In an emergency, call 999. “When to get help” is on page 3."),
        (clinic(), "Get help", "In an emergency, call 999. “Get help” is on page 3."),
        (None, None, "In an emergency, call 999. “When to get help” is on page 3."),
    ],
)
def test_a_first_page_without_the_levels_says_where_they_are(
    whose: Clinic | None, title: str | None, line: str
) -> None:
    said = where_help_is(voice(whose), title, 3)
    assert "".join(part.text for part in said) == line
    assert [part.link for part in said if part.link] == ["tel:999"]
    assert [part.heading for part in said if isinstance(part, Pointer)] == [title or "When to get help"]


def test_the_authors_words_stand_in_the_place_of_the_fixed_label() -> None:
    ward = HelpLevel(signs=("a fever",), where="Call the ward on {clinic.phone}")
    assert level_label(voice(clinic()), "urgent", ward) == "Call the ward on 0117 496 0123"
    *label, after = label_words(voice(clinic()), "urgent", ward)
    assert {run.strong for run in label} == {True}
    assert after == Text(" if you have:")


def test_signs_that_are_clauses_are_led_into_by_if_alone() -> None:
    clauses = HelpLevel(signs=("you faint",), lead_in=LeadIn.CLAUSES)
    assert label_words(voice(), "emergency", clauses)[-1] == Text(" if:")
    assert label_words(voice(), "routine", clauses)[-1] == Text(" if:")


def test_a_level_that_is_not_there_is_not_among_the_levels() -> None:
    none = HelpLevel(none_because="The ward is called for all of it.")
    assert [key for key, _ in levels_of(Help(emergency=none, urgent=level("a fever"), routine=none))] == ["urgent"]


def test_several_actions_are_each_said() -> None:
    said = what_to_do(voice(), HelpLevel(signs=("a fever",), action="Lie down.", actions=("Keep warm.",)), ())
    assert [text_of(runs) for runs in said] == ["Lie down.", "Keep warm."]


GROUPED = HelpLevel(
    signs=("chest pain",),
    groups=(
        SignGroup(when="Before your operation", signs=("a hard lump", "sickness")),
        SignGroup(when="After it:", signs=("a wound that opens",)),
    ),
)


def test_signs_that_count_at_one_time_stand_under_it_after_those_that_always_count() -> None:
    assert sign_lists(GROUPED) == [
        ("", ("chest pain",)), ("Before your operation:", ("a hard lump", "sickness")),
        ("After it:", ("a wound that opens",)),
    ]  # fmt: skip
    assert sign_lists(GROUPED.model_copy(update={"signs": ()})) == sign_lists(GROUPED)[1:]


def test_in_one_paragraph_each_time_is_bold_before_its_signs() -> None:
    said = run_in_words(voice(), "emergency", GROUPED)
    assert text_of(said) == (
        "Call 999 now if you have: chest pain. Before your operation: a hard lump; sickness. "
        "After it: a wound that opens."
    )
    assert [run.text for run in said if run.strong][-2:] == ["Before your operation:", "After it:"]


def test_a_level_may_have_groups_alone() -> None:
    grouped = HelpLevel(groups=GROUPED.groups)
    assert grouped.is_there
    assert [(path, when, sign) for path, when, sign in grouped.each_sign] == [
        (("groups", 0, "signs", 0), "Before your operation", "a hard lump"),
        (("groups", 0, "signs", 1), "Before your operation", "sickness"),
        (("groups", 1, "signs", 0), "After it:", "a wound that opens"),
    ]
