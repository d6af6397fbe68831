"""A check that asks for a part takes a reason in its place, and its remedy says how to write one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.check.leaflet import check_leaflet
from handoutgen.content.load import leaflet_from
from handoutgen.diagnostics import Diagnostic
from handoutgen.story.telling import tell
from story.small_leaflet import LEAFLET, STRATEGY, voice, whole_text

REASON = "Nobody knows of one."


def found(code: str, **changes: Any) -> list[Diagnostic]:
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, **changes})), sort_keys=False)
    told = check_leaflet(leaflet_from(text.encode(), Path("en-GB.yaml")), today=date(2026, 11, 3))
    return [each for each in told if each.code == code]


@pytest.mark.parametrize(
    ("code", "name"), [("HG114", "tools"), ("HG115", "figures"), ("HG116", "uncertainty"), ("HG117", "support")]
)
def test_a_part_of_the_whole_may_be_missing_for_a_reason(code: str, name: str) -> None:
    (finding,) = found(code)
    assert f"none_because: {{{name}: …}}" in finding.hint
    assert found(code, none_because={name: REASON}) == []
    assert len(found(code, none_because={"before": REASON})) == 1


def test_a_strategy_may_lack_what_it_says_of_itself_for_a_reason() -> None:
    (finding,) = found("HG111")
    assert "why, benefits and risks" in finding.message
    assert "none_because: {why: …}" in finding.hint
    (finding,) = found("HG111", management={"strategies": [{**STRATEGY, "none_because": {"risks": REASON}}]})
    assert "why and benefits" in finding.message
    reasons = dict.fromkeys(("why", "benefits", "risks"), REASON)
    assert found("HG111", management={"strategies": [{**STRATEGY, "none_because": reasons}]}) == []


def test_an_exercise_may_lack_a_picture_for_a_reason() -> None:
    (finding,) = found("HG129", kind="exercises")
    assert "none_because: {figure: …}" in finding.hint
    without = {"strategies": [{**STRATEGY, "none_because": {"figure": REASON}}]}
    assert found("HG129", kind="exercises", management=without) == []


def test_a_short_form_may_stand_alone_for_a_reason() -> None:
    about = {"text": "They test you for MRSA."}
    (finding,) = found("HG210", about=about)
    assert "none_because: {MRSA: …}" in finding.hint
    assert found("HG210", about=about, none_because={"MRSA": "Wards and patients say the letters."}) == []


def test_a_reason_is_judged_by_no_rule_of_plain_language_and_printed_nowhere() -> None:
    reason = "Patients can't be told by XYZQ."
    assert found("HG210", none_because={"support": reason}) == []
    assert found("HG205", none_because={"support": reason}) == []
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, "none_because": {"support": reason}})), sort_keys=False)
    assert "XYZQ" not in whole_text(tell(leaflet_from(text.encode(), Path("en-GB.yaml")).leaflet, voice()))


@pytest.mark.parametrize(
    "there",
    [
        {"tools": [{"kind": "notes", "title": "My notes"}]},
        {"about": {"table": {"head": ["Day", "Pain"], "rows": [["Monday", ""]]}}},
        {
            "about": {
                "text": "Words.",
                "subsections": [{"title": "A", "table": {"head": ["a", "b"], "rows": [["", ""]]}}],
            }
        },
    ],
    ids=["notes", "a table", "a table below"],
)
def test_notes_and_empty_cells_are_something_to_write_on(there: dict[str, Any]) -> None:
    assert found("HG114", **there) == []
    assert len(found("HG114", about={"table": {"head": ["Day", "Pain"], "rows": [["Monday", "Less"]]}})) == 1
