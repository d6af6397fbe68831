"""A reason for what a leaflet lacks: taken where something asks for it, refused where it says what is not so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.load import draft_from
from handoutgen.content.reasons import NAMES, check_reasons, way_out
from story.small_leaflet import LEAFLET


def refused(**values: Any) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    check_reasons(values, lambda code, message, hint, path: found.append((code, f"{message}: {hint} {path}")))
    return found


@pytest.mark.parametrize("name", [*NAMES, "MRSA"])
def test_a_reason_is_taken_for_what_is_not_there(name: str) -> None:
    assert refused(none_because={name: "Each ward tells its own."}) == []


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("about", {"about": {"text": "Words."}}),
        ("uncertainty", {"management": {"uncertainty": "Much."}}),
        ("support", {"support": [{"name": "A charity"}]}),
        ("before", {"sections": [{"id": "before"}]}),
        ("dose", {"sections": [{"subsections": [{"dose": "1 a day."}]}]}),
        ("figures", {"management": {"strategies": [{"how": [{"figure": {"pose": "sit"}}]}]}}),
        ("MRSA", {"glossary": [{"term": "MRSA"}]}),
    ],
)
def test_a_reason_for_what_is_there_is_refused(name: str, there: dict[str, Any]) -> None:
    ((code, told),) = refused(**there, none_because={name: "There is none."})
    assert code == "HG058"
    assert f'has "{name}"' in told
    assert f"('none_because', '{name}')" in told


def test_a_reason_that_nothing_asks_for_is_refused_with_the_name_that_was_meant() -> None:
    ((code, told),) = refused(none_because={"suport": "There is none."})
    assert code == "HG058"
    assert 'did you mean "support"?' in told


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("picture", 'did you mean "figures"?'),
        ("dosage", 'did you mean "dose"?'),
        ("urgent", "write the reason in that level of help: urgent: {none_because: …}."),
        ("nonsense-name", "use one of: about, causes"),
    ],
)
def test_other_words_for_a_part_and_levels_of_help_are_sent_to_their_place(name: str, hint: str) -> None:
    ((_, told),) = refused(none_because={name: "There is none."})
    assert f'nothing asks a leaflet for "{name}": {hint}' in told


def test_a_wrong_reason_is_told_at_its_name() -> None:
    text = yaml.safe_dump({**LEAFLET, "none_because": {"suport": "There is none."}}, sort_keys=False)
    (finding,) = draft_from(text.encode(), Path("en-GB.yaml")).diagnostics
    line = text.splitlines()[finding.span.line - 1]
    assert line[finding.span.column - 1 :] == "suport: There is none."


def test_a_strategy_has_a_part_or_a_reason() -> None:
    strategy = {"risks": "You may fall.", "none_because": {"risks": "None is known.", "benefits": "Nobody knows."}}
    ((code, told),) = refused(management={"strategies": [strategy]})
    assert (code, 'has "risks"' in told) == ("HG058", True)


def test_what_has_another_shape_is_passed_over() -> None:
    assert refused(none_because="x", management=["x"], sections={"id": "x"}, glossary=["x"]) == []
    assert refused(none_because={}, management={"strategies": ["x"]}) == []


def test_the_way_out_is_named_as_it_is_written() -> None:
    assert way_out("before") == "or say why there is none: none_because: {before: …}"
