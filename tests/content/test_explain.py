"""Findings of the model told with a remedy that works when it is followed to the letter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.authoring.model_paths import homes_of
from handoutgen.content.explain import explain
from handoutgen.content.load import draft_from, leaflet_from
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused
from story.small_leaflet import LEAFLET

NO_LEVEL = {"none_because": "There is none."}


def refusals(**changes: Any) -> list[tuple[Diagnostic, str]]:
    """Each finding of the small leaflet with other values, and the line of the file that it points at."""
    values = {key: value for key, value in {**LEAFLET, **changes}.items() if value != "gone"}
    text = yaml.safe_dump(json.loads(json.dumps(values)), sort_keys=False).replace("null", "")
    try:
        found = draft_from(text.encode(), Path("en-GB.yaml")).diagnostics
    except ContentRefused as refusal:
        found = tuple(refusal.diagnostics)
    return [(each, text.splitlines()[each.span.line - 1].strip()) for each in found]


def test_the_remedy_for_a_long_text_says_where_its_quotes_go() -> None:
    told = explain({"type": "string_type", "loc": ("dose",), "input": {"Adults": "one " * 60}}, ExtraSection)
    assert (
        told.hint
        == 'write it as one text after dose: with a double quote before "Adults:" and one after its last word.'
    )


def test_a_reason_inside_a_section_is_sent_to_its_place() -> None:
    told = explain({"type": "extra_forbidden", "loc": ("none_because",), "input": "x"}, ExtraSection)
    assert "at the top of the file" in told.hint
    assert "none_because: {support: …}" in told.hint
    assert "urgent: {none_because: …}" in told.hint


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("dose", "move it: dose stands in a section or in a subsection."),
        ("caution", "move it: caution stands in a section or in a subsection or in a strategy."),
        ("emergency", "move it: emergency stands in help."),
    ],
)
def test_a_key_that_has_its_place_elsewhere_is_sent_there(key: str, hint: str) -> None:
    ((told, _),) = refusals(**{key: "Words."})
    assert (told.code, told.hint, told.label) == ("HG021", hint, "")


def test_a_key_that_is_nearly_one_of_this_place_is_meant_for_it() -> None:
    ((told, _),) = refusals(about={"text": "What it is.", "levels": "full"})
    assert (told.hint, told.label) == ("rename the key.", 'did you mean "level"?')


def test_a_key_of_nearly_every_place_is_sent_nowhere() -> None:
    assert homes_of(Leaflet, "title") == ()
    assert homes_of(Leaflet, "review") == ("at the top of the file",)


@pytest.mark.parametrize("level", ["emergency", "urgent", "routine"])
def test_a_level_that_is_not_there_may_say_why(level: str) -> None:
    guide = {key: NO_LEVEL if key == "routine" else {"signs": ["a lump"]} for key in LEAFLET["help"] if key != level}
    ((told, line),) = refusals(help=guide)
    assert (told.code, line) == ("HG022", "help:")
    assert f"{level}: {{none_because: …}}" in told.hint


def test_a_level_with_nothing_below_it_may_say_why() -> None:
    ((told, line),) = refusals(help={**LEAFLET["help"], "urgent": None})
    assert (told.code, line) == ("HG011", "urgent:")
    assert "none_because: and why" in told.hint


@pytest.mark.parametrize("given", ["Nothing.", ["support: none"], [{"support": "none"}]])
def test_reasons_are_written_as_names_with_their_values(given: Any) -> None:
    told = next(each for each, _ in refusals(none_because=given) if each.code == "HG028")
    assert told.message == "names with their values are wanted here"
    assert told.hint.endswith("without a dash, such as support: No charity helps with it.")


def test_a_list_that_is_too_long_says_by_how_much_and_points_at_the_first_too_many() -> None:
    ((told, line),) = refusals(key_points=[f"Point {number}." for number in range(1, 8)])
    assert told.message == "this list has 7 entries, at most 5 are allowed"
    assert told.hint.startswith("take 2 away")
    assert line == "- Point 6."


def test_a_section_may_follow_any_other_and_is_told_which_there_are() -> None:
    first, second = (
        {"id": "first", "title": "First", "text": "One."},
        {"id": "second", "title": "Second", "text": "Two."},
    )
    assert refusals(sections=[first, {**second, "after": "first"}]) == []
    ((told, line),) = refusals(sections=[first, {**second, "after": "third"}])
    assert (told.code, line) == ("HG063", "after: third")
    assert told.hint.endswith("support, first.")


def test_a_name_that_may_not_be_one_is_told_at_the_name() -> None:
    text = yaml.safe_dump({**LEAFLET, "levels": {"about": "full"}}, sort_keys=False)
    with pytest.raises(ContentRefused) as refusal:
        leaflet_from(text.encode(), Path("en-GB.yaml"))
    (told,) = refusal.value.diagnostics
    line = text.splitlines()[told.span.line - 1]
    assert (told.code, line[told.span.column - 1 :]) == ("HG030", "about: full")
