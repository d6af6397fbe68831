"""What keeps readers safe, as far as a machine can tell: cautions, pictures of exercises, signs that read right."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.check.findings import Findings
from handoutgen.check.leaflet import check_leaflet
from handoutgen.check.record import ASKED_FOR, check_record
from handoutgen.check.safety import check_safety
from handoutgen.content.load import draft_leaflet, leaflet_from
from story.small_leaflet import LEAFLET, STRATEGY

ROOT = Path(__file__).parents[2]
LEAFLETS = sorted([*(ROOT / "handouts").glob("*/*.yaml"), *(ROOT / "tests/leaflets").rglob("en-GB.yaml")])
LEAFLETS = [path for path in LEAFLETS if path.parent.name != "poses"]
NEW = ("HG126", "HG127", "HG129", "HG130")


def found(**changes: Any) -> list[str]:
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, **changes})), sort_keys=False)
    loaded = leaflet_from(text.encode(), Path("en-GB.yaml"))
    return [f.code for f in check_leaflet(loaded, today=date(2026, 11, 3)) if f.code in NEW]


def with_strategy(**changes: Any) -> list[str]:
    return found(management={"strategies": [{**STRATEGY, **changes}]})


@pytest.mark.parametrize(
    "safety",
    [{"stop_if": ["it hurts"]}, {"ask_first": ["you fell"]}, {"callouts": [{"kind": "important", "text": "No ice."}]}],
    ids=lambda safety: next(iter(safety)),
)
def test_a_strategy_with_safety_lines_needs_a_caution_for_the_short_forms(safety: dict[str, Any]) -> None:
    assert with_strategy(**safety) == ["HG126"]
    assert with_strategy(**safety, caution="Warm, not hot.") == []


@pytest.mark.parametrize(
    "words",
    [
        {"what": "A warm pack. Do not use it on numb skin."},
        {"what": "Paracetamol. Take no more than 8 tablets a day."},
        {"risks": "It is not safe if you are pregnant."},
        {"how": [{"steps": ["Warm it.", "Never fall asleep on it."]}]},
    ],
    ids=lambda words: next(iter(words)),
)
def test_a_warning_in_its_text_that_its_line_in_brief_leaves_out_needs_a_caution(words: dict[str, Any]) -> None:
    assert with_strategy(brief="Warm it.", **words) == ["HG126"]
    assert with_strategy(brief="Warm it. Never on numb skin.", **words) == []
    assert with_strategy(brief="Warm it.", caution="Never on numb skin.", **words) == []


def test_when_to_stop_may_be_told_once_for_all_in_the_caution_of_a_section() -> None:
    strategies = {"strategies": [{**STRATEGY, "brief": "Warm it.", "risks": "Stop if it hurts."}]}
    sections = [{"id": "before", "text": "Go slowly.", "caution": "Stop if an exercise hurts."}]
    assert found(management=strategies) == ["HG126"]
    assert found(management=strategies, sections=sections) == []


def test_one_without_needs_none() -> None:
    assert with_strategy(callouts=[{"kind": "tip", "text": "Slowly."}]) == []


def test_a_strategy_without_an_icon_is_told_which_one_it_has() -> None:
    assert found(management={"strategies": [{k: v for k, v in STRATEGY.items() if k != "icon"}]}) == ["HG130"]


def test_an_exercise_needs_a_picture() -> None:
    assert found(kind="exercises") == ["HG129"]


def level(lead_in: str, sign: str) -> list[str]:
    guide = {**LEAFLET["help"], "emergency": {"lead_in": lead_in, "signs": [sign]}}
    return found(help=guide)


THINGS = (
    "chest pain", "sudden trouble breathing", "a face that drops on 1 side", "an arm that is suddenly weak or numb",
    "a leg that is swollen, sore or throbbing", "a cramp that lasts more than 10 minutes", "blood in your urine",
    "a medicine that does not suit you", "new or worse symptoms for over 24 hours", "thoughts of harming yourself",
    "a wound that opens", "a cold or a cough", "a fall and cough", "a cold or cough",
)  # fmt: skip
CLAUSES = (
    "you heard a crack", "your leg swells", "you cannot put weight on it", "there is blood in your stool",
    "the wound opens", "it bleeds and does not stop", "your skin is hot and red", "somebody faints",
    "a stitch comes out",
)  # fmt: skip


NO_SUBJECT = (
    "cannot breathe", "have chest pain", "are dizzy", "Can’t see", "feel faint", "is swollen", "keep being sick",
    "vomit blood", "faint", "cough up blood", "lose feeling in a leg", "unable to pass urine", "look pale",
    "have: a fever", "think you took too much", "fall over", "stop passing urine", "were sick", "get worse",
)  # fmt: skip
NO_VERB = (
    "vomit that looks like coffee grounds", "cough", "faint red marks on the skin", "looks of fear", "heard a crack",
    "lost feeling in a leg", "had a fit", "been sick", "keeping nothing down", "feelings of panic", "seeing double",
    "need for more painkillers", "falls", "cannulas that leak", "isolated swelling", "doses missed", "starts and stops",
    "stopped hair growth", "becoming confused", "areas of numb skin", "amber urine", "getting up at night",
    "see-through fluid from the nose", "stopped breathing for a moment",
)  # fmt: skip


@pytest.mark.parametrize("lead_in", ["things", "clauses"])
@pytest.mark.parametrize("sign", NO_SUBJECT)
def test_a_clause_without_its_subject_reads_right_after_neither_lead_in(lead_in: str, sign: str) -> None:
    assert level(lead_in, sign) == ["HG127"]


@pytest.mark.parametrize("sign", NO_VERB)
def test_what_only_looks_like_one_is_none(sign: str) -> None:
    assert level("things", sign) == []


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_no_sign_of_a_leaflet_that_reads_right_is_told(path: Path) -> None:
    loaded = draft_leaflet(path)
    findings = Findings(loaded.sources)
    check_safety(loaded.leaflet, findings)
    assert [f.message for f in findings.in_order() if f.code == "HG127"] == []


@pytest.mark.parametrize("sign", THINGS)
def test_things_follow_if_you_have(sign: str) -> None:
    assert level("things", sign) == []


def test_what_is_most_likely_a_clause_is_a_warning_after_words_for_things() -> None:
    assert level("things", "treatment at home is not working") == ["HG127"]
    assert level("clauses", "treatment at home is not working") == []


@pytest.mark.parametrize(
    ("key", "said"), [("emergency", "if you have:"), ("urgent", "if you have:"), ("routine", "about:")]
)
def test_a_sign_that_does_not_fit_is_told_with_the_words_that_are_printed(key: str, said: str) -> None:
    values = {**LEAFLET, "help": {**LEAFLET["help"], key: {"signs": ["you heard a crack"]}}}
    loaded = leaflet_from(yaml.safe_dump(values, sort_keys=False).encode(), Path("en-GB.yaml"))
    (told,) = [each.message for each in check_leaflet(loaded, today=date(2026, 11, 3)) if each.code == "HG127"]
    assert told == f'"{said} you heard a crack" does not read right'


@pytest.mark.parametrize("sign", CLAUSES)
def test_clauses_follow_if(sign: str) -> None:
    assert level("clauses", sign) == []
    assert level("things", sign) == ["HG127"]


@pytest.mark.parametrize("sign", ["chest pain", "a high temperature", "blood in your urine"])
def test_a_thing_after_if_alone_is_told(sign: str) -> None:
    assert level("clauses", sign) == ["HG127"]


def notes_on_the_record(**review: Any) -> list[str]:
    text = yaml.safe_dump(
        json.loads(json.dumps({**LEAFLET, "review": {**LEAFLET["review"], **review}})), sort_keys=False
    )
    loaded = leaflet_from(text.encode(), Path("en-GB.yaml"))
    findings = Findings(loaded.sources)
    check_record(loaded.leaflet, findings)
    check_safety(loaded.leaflet, findings)
    return [finding.message for finding in findings.in_order() if finding.code == "HG128"]


def test_what_the_record_lacks_is_told_in_one_note_and_sources_nobody_read_again_in_another() -> None:
    unread, note = notes_on_the_record()
    assert all(key in note for key in ASKED_FOR)
    assert unread == "no source says when it was last read"
    _, shorter = notes_on_the_record(need="Asked for.", audience="Adults.")
    assert "need" not in shorter
    assert "authors" in shorter
