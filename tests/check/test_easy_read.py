"""An Easy Read that leaves out what keeps readers safe is refused; long sentences and lines of many are told."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.check.easy_read import LONGEST_SENTENCE
from handoutgen.check.leaflet import check_leaflet
from handoutgen.content.easy_read_rules import KINDS
from handoutgen.content.load import draft_from
from handoutgen.errors import ContentRefused
from story.small_easy_read import ICON, easy_read_for, pair
from story.small_leaflet import LEAFLET, STRATEGY, leaflet

ROOT = Path(__file__).parents[2]
SAFE: dict[str, Any] = {
    **LEAFLET,
    "management": {"strategies": [{**STRATEGY, "caution": "Slowly.", "stop_if": ["it hurts", "you fall"]}]},
    "help": {**LEAFLET["help"], "urgent": {
        "signs": ["a hot leg"], "action": "Call 111.",
        "instead": [{"only_for": ["us", "ie"], "action": "Call another doctor."}],
    }},
}  # fmt: skip
TOLD = ("HG022", "HG069", "HG118", "HG136", "HG137", "HG138", "HG139")


def easy() -> dict[str, Any]:
    return deepcopy(easy_read_for(leaflet(**SAFE)))


def found(easy_read: dict[str, Any], **changes: Any) -> list[tuple[str, bool, str]]:
    text = yaml.safe_dump(json.loads(json.dumps({**SAFE, **changes, "easy_read": easy_read})), sort_keys=False)
    loaded = draft_from(text.encode(), Path("en-GB.yaml"))
    findings = check_leaflet(loaded, today=date(2026, 11, 3), icons={"phone", "leg", "info"})
    return [(f.code, f.is_error, f.message) for f in (*loaded.diagnostics, *findings) if f.code in TOLD]


def codes(easy_read: dict[str, Any], **changes: Any) -> list[str]:
    return [code for code, *_ in found(easy_read, **changes)]


def without(name: str) -> dict[str, Any]:
    made = easy()
    for part in made["parts"]:
        part["pairs"] = [each for each in part["pairs"] if name not in each.get("says", ())] or [pair("It is so.")]
    return made


def test_one_that_says_all_of_it_is_right() -> None:
    assert found(easy()) == []


@pytest.mark.parametrize(
    "name",
    ["help.emergency.signs.1", "help.urgent.action", "help.routine.signs.1", "stretch.caution", "stretch.stop_if.2"],
)
def test_whatever_keeps_readers_safe_and_is_left_out_is_an_error(name: str) -> None:
    [(code, is_error, message)] = found(without(name))
    assert (code, is_error) == ("HG136", True)
    assert f"leaves out {name}: “" in message


def test_what_only_some_clinics_are_told_is_asked_of_them() -> None:
    [(code, _, message)] = found(without("help.urgent.instead.1"))
    assert code == "HG136" and "help.urgent.instead.1 for clinics tagged ie" in message


def test_a_new_warning_in_the_leaflet_is_missed_in_its_easy_read() -> None:
    strategy = {**STRATEGY, "caution": "Slowly.", "stop_if": ["it hurts", "you fall", "it is new"]}
    [(code, _, message)] = found(easy(), management={"strategies": [strategy]})
    assert code == "HG136" and "stretch.stop_if.3" in message and "it is new" in message


def test_a_list_is_named_entry_by_entry() -> None:
    made = easy()
    made["parts"][-1]["pairs"].append(pair("Stop.", "stretch.stop_if"))
    [(code, is_error, message)] = found(made)
    assert (code, is_error) == ("HG137", True) and '"stretch.stop_if"' in message


def test_a_name_that_there_is_not_is_an_error() -> None:
    made = easy()
    made["parts"][0]["pairs"].append(pair("Stop.", "stretch.stop_if.9"))
    assert codes(made) == ["HG137"]


def test_each_level_of_help_has_one_part_which_brings_the_number() -> None:
    made = easy()
    del made["parts"][1]["help_level"]
    [(code, is_error, message)] = found(made)
    assert (code, is_error) == ("HG136", True) and "no part of the Easy Read is for emergency help" in message
    made["parts"][1]["help_level"] = "urgent"
    assert [message.split(" of the")[0] for *_, message in found(made)] == ["no part", "more than one part"]


def test_a_level_that_the_leaflet_lacks_has_none() -> None:
    levels = {**SAFE["help"], "routine": {"none_because": "All of it is urgent."}}
    made = easy()
    for each in made["parts"][3]["pairs"]:
        del each["says"]
    assert codes(made, help=levels) == ["HG136"]


def test_a_sentence_of_more_than_15_words_is_told() -> None:
    made = easy()
    assert LONGEST_SENTENCE == 15
    fifteen = "Sit down on a chair with your foot up, and then rest it there a while"
    made["parts"][0]["pairs"] = [pair(f"{fifteen[:-6]}."), pair(f"{fifteen}.")]
    [(code, is_error, message)] = found(made)
    assert (code, is_error) == ("HG138", False) and "16 words" in message


def test_a_third_sentence_beside_one_picture_is_told() -> None:
    made = easy()
    made["parts"][0]["pairs"] = [pair("A **cramp** is sudden. It hurts."), pair("Sit down. Rest it. Wait.")]
    assert [(code, is_error) for code, is_error, _ in found(made)] == [("HG139", False)]


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (ICON, []),
        ({"icon": "leg"}, ["HG022"]),
        ({"alt": "A leg"}, ["HG022"]),
        ({}, ["HG022"]),
        ({**ICON, "pose": "calf-wall"}, ["HG069"]),
        ({"icon": "lgg", "alt": "A leg"}, ["HG118"]),
    ],
)
def test_each_pair_has_one_picture_with_words_for_it(picture: dict[str, str], told: list[str]) -> None:
    assert set(picture) - {"alt"} <= set(KINDS)
    made = easy()
    made["parts"][0]["pairs"].append({"text": "Sit down.", "picture": picture})
    assert codes(made) == told


def test_a_pair_without_a_picture_is_refused() -> None:
    made = easy()
    made["parts"][0]["pairs"].append({"text": "Sit down."})
    with pytest.raises(ContentRefused) as refused:
        found(made)
    assert [finding.code for finding in refused.value.diagnostics] == ["HG022"]
