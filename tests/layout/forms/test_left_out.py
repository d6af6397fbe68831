"""Who builds a form is told what it leaves out: blocks, key points, sections, and what only the full leaflet has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from handoutgen.content.audience import for_tags
from handoutgen.content.load import LoadedLeaflet, leaflet_from
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import FORMATS
from handoutgen.layout.forms.left_out import only_in_full_depth, only_to_write_on, place_of, what_is_left_out
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.chosen import only_chosen
from story.small_leaflet import LEAFLET, STRATEGY, voice

SUMMARY = FORMATS["a4-summary"]


def loaded(**changes: Any) -> LoadedLeaflet:
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, **changes})), sort_keys=False)
    return leaflet_from(text.encode(), Path("en-GB.yaml"))


def told(whole: LoadedLeaflet, *claimed: ModelPath) -> list[tuple[str, str]]:
    composed = Composed(Element("Document"), (), claims=lambda path: path in claimed)
    return [(finding.code, finding.message) for finding in what_is_left_out(whole.leaflet, composed, SUMMARY, whole)]


def test_sections_of_which_nothing_is_said_are_named_in_one_note() -> None:
    whole = loaded(sections=[{"id": "more", "title": "More", "text": "So much."}])
    assert told(whole, ("about", "text"), ("sections", 0, "text")) == []
    (note,) = told(whole, ("sections", 0, "text"))
    assert note == ("HG305", "the A4 summary leaves out: about; all that they warn of is in it")


def test_what_a_clinic_does_not_print_is_never_told_as_left_out() -> None:
    """Claims are asked of the leaflet that the form was made for, whose sections have other numbers."""
    texts = [{"id": name, "title": name, "text": "So much."} for name in ("first", "second", "third")]
    whole = loaded(
        about={"text": "A.", "only_for": ["hill"]}, sections=[{**texts[0], "only_for": ["hill"]}, *texts[1:]]
    )
    printed = for_tags(whole.leaflet, ())
    asked: list[ModelPath] = []

    def claims(path: ModelPath) -> bool:
        asked.append(path)
        return path == ("sections", 0, "text")

    [note] = what_is_left_out(printed, Composed(Element("Document"), (), claims=claims), SUMMARY, whole)
    assert note.message == "the A4 summary leaves out: third; all that they warn of is in it"
    assert note.span == whole.sources.span(("sections", 2))
    assert {path[1] for path in asked if path[0] == "sections"} == {0, 1}


def test_what_else_to_do_is_told_as_the_clinic_says_it() -> None:
    guide = json.loads(json.dumps(LEAFLET))["help"]
    guide["urgent"] |= {"action": "Call 111.", "instead": [{"only_for": ["us"], "action": "See another doctor."}]}
    whole = loaded(help=guide)
    every: list[ModelPath] = [("help", key, "signs", 0) for key in ("emergency", "urgent", "routine")]
    composed = Composed(Element("Document"), (), claims=lambda path: path in (*every, ("about", "text")))
    [note] = what_is_left_out(for_tags(whole.leaflet, ["us"]), composed, SUMMARY, whole)
    assert note.message == "no room on the A4 summary for what else to do: “See another doctor.”"


def test_what_was_put_together_for_one_person_is_no_section_of_the_file() -> None:
    other = {**STRATEGY, "id": "walk", "title": "Walk", "stop_if": ["it hurts"]}
    whole = loaded(management={"strategies": [STRATEGY, other]})
    printed = only_chosen(whole.leaflet, ["stretch"], voice()).leaflet
    assert len(printed.sections) == 1
    composed = Composed(Element("Document"), (), claims=lambda path: path == ("about", "text"))
    assert list(what_is_left_out(printed, composed, SUMMARY, whole)) == []


def test_a_form_that_leaves_out_what_sections_warn_of_does_not_say_that_it_is_in_it() -> None:
    warning = {"kind": "important", "title": "Oh", "text": "Never."}
    parts = [{"title": "Part", "text": "Much.", "do_not": ["Run."]}]
    more = {"id": "more", "title": "More", "text": "So much."}
    whole = loaded(sections=[{**more, "caution": "Sit.", "subsections": parts}])
    about: ModelPath = ("about", "text")
    said: list[ModelPath] = [("sections", 0, "caution"), ("sections", 0, "subsections", 0, "do_not", 0)]
    assert told(whole, about, *said)[0] == ("HG305", "the A4 summary leaves out: more; all that they warn of is in it")
    for each in said:
        ((code, message), *_) = told(whole, about, *(path for path in said if path != each))
        assert (code, message) == ("HG305", "the A4 summary leaves out: more, with what they warn of")
    whole = loaded(sections=[{**more, "callouts": [warning]}])
    assert told(whole, about)[0][1].endswith("more, with what they warn of")


SAFE_STRATEGY = {
    **STRATEGY, "caution": "Warm, not hot.", "stop_if": ["it hurts", "it swells"], "ask_first": ["you had a fall"],
    "callouts": [{"kind": "important", "text": "Never on numb skin."}, {"kind": "tip", "text": "Slowly."}],
}  # fmt: skip


def told_dropped(whole: LoadedLeaflet, block: Audience) -> str:
    composed = Composed(Element("Document"), (), dropped=(block,))
    [finding] = what_is_left_out(whole.leaflet, composed, SUMMARY, whole)
    assert finding.code == "HG302"
    return finding.message


def test_the_warnings_of_a_strategy_that_goes_are_told_with_it() -> None:
    whole = loaded(management={"strategies": [SAFE_STRATEGY]})
    title = whole.leaflet.strategies[0].title
    assert told_dropped(whole, whole.leaflet.strategies[0]) == (
        f"“{title}” is left out of the A4 summary: there is no room for it; its warnings go with it: caution: "
        "“Warm, not hot.”; stop if: “it hurts” / “it swells”; ask first if: “you had a fall”; important: "
        "“Never on numb skin.”"
    )
    plain = loaded()
    assert told_dropped(plain, plain.leaflet.strategies[0]).endswith("there is no room for it")


def test_an_important_aside_that_goes_is_told_in_full_and_a_tip_by_its_name() -> None:
    whole = loaded(management={"strategies": [SAFE_STRATEGY]})
    important, tip = whole.leaflet.strategies[0].callouts
    assert told_dropped(whole, important).endswith("no room for it, and it says: “Never on numb skin.”")
    assert told_dropped(whole, tip).endswith("there is no room for it")


def test_a_key_point_that_is_not_there_is_named_if_others_are() -> None:
    points: list[ModelPath] = [("key_points", index) for index in range(2)]
    assert ("HG303", "“Three.” is left out of the A4 summary: no room for this key point") in told(loaded(), *points)
    assert not [code for code, _ in told(loaded()) if code == "HG303"]


def test_help_levels_that_a_small_form_has_no_room_for_are_named() -> None:
    whole = loaded()
    first: ModelPath = ("help", "emergency", "signs", 0)
    (note,) = [message for _, message in told(whole, first) if "help" in message]
    assert note == "no room on the A4 summary for levels of help: urgent, routine"
    every: list[ModelPath] = [("help", key, "signs", 0) for key in ("emergency", "urgent", "routine")]
    assert not [message for _, message in told(whole, *every) if "help" in message]


def test_what_else_to_do_at_a_level_is_named_if_its_signs_are_there_and_it_is_not() -> None:
    guide = json.loads(json.dumps(LEAFLET))["help"]
    guide["emergency"] |= {"action": "Do not drive.", "actions": ["Sit down.", "Wait."]}
    whole = loaded(help=guide)
    every: list[ModelPath] = [("help", key, "signs", 0) for key in ("emergency", "urgent", "routine")]
    action: ModelPath = ("help", "emergency", "action")
    actions: list[ModelPath] = [("help", "emergency", "actions", index) for index in range(2)]
    notes = [
        [message for code, message in told(whole, *every, *said) if code == "HG307"]
        for said in ([], [action, actions[1]], [action, *actions])
    ]
    assert notes == [
        ["no room on the A4 summary for what else to do: “Do not drive. Sit down. Wait.”"],
        ["no room on the A4 summary for what else to do: “Sit down.”"],
        [],
    ]


def test_a_whole_leaflet_leaves_out_nothing() -> None:
    whole = loaded()
    assert list(what_is_left_out(whole.leaflet, Composed(Element("Document"), ()), SUMMARY, whole)) == []


def test_what_only_the_full_depth_has_is_one_note_and_a_block_knows_its_line() -> None:
    whole = loaded()
    assert only_in_full_depth((), whole) == ()
    (note,) = only_in_full_depth(("Causes", "Sources"), whole)
    assert (note.code, note.message) == ("HG304", "the essential leaflet leaves out: Causes; Sources")
    assert place_of(whole.leaflet.strategies[0], whole).line > 1


def test_nothing_is_advised_that_a_leaflet_beside_another_language_cannot_have() -> None:
    whole = loaded()

    def advised(*, beside: bool) -> list[str | None]:
        full, to_write_on = (
            only_in_full_depth(("A",), whole, beside=beside), only_to_write_on(("B",), whole, beside=beside),
        )  # fmt: skip
        return [note.hint for note in (*full, *to_write_on)]

    assert advised(beside=False) == [
        "the full leaflet has them: --detail full.",
        "print that with --format write-on-a4 or write-on-letter, or add it with --with write-on.",
    ]
    assert advised(beside=True) == [
        "the full leaflet has them: --detail full, without --beside.",
        "print that with --format write-on-a4 or write-on-letter.",
    ]
