"""A sign that stands under two levels of help is told; two signs that differ in what matters are two."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from handoutgen.check.findings import Findings
from handoutgen.check.leaflet import check_leaflet
from handoutgen.check.repeated_signs import check_repeated_signs
from handoutgen.content.load import leaflet_from, load_leaflet
from handoutgen.diagnostics import Diagnostic
from story.small_leaflet import LEAFLET

ROOT = Path(__file__).parents[2]
WHOLE = [*sorted((ROOT / "handouts").glob("*/*.yaml")), *sorted((ROOT / "tests/leaflets").glob("*/*/*.yaml"))]


def found(urgent: str, routine: str, emergency: str = "chest pain", language: str = "en-GB") -> list[Diagnostic]:
    levels = {"emergency": emergency, "urgent": urgent, "routine": routine}
    guide = {
        key: {"lead_in": "clauses" if sign[:4] == "you " else "things", "signs": [sign]} for key, sign in levels.items()
    }
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, "language": language, "help": guide})), sort_keys=False)
    told = check_leaflet(leaflet_from(text.encode(), Path(f"{language}.yaml")), today=date(2026, 11, 3))
    return [finding for finding in told if finding.code == "HG131"]


@pytest.mark.parametrize(
    ("urgent", "routine"),
    [
        ("fever", "a fever"),
        ("a high temperature", "A **high temperature**."),
        ("a high temperature", "fever"),
        ("you have a fever", "a fever"),
        ("a high temperature or shivering", "a high temperature"),
        ("vomiting", "being sick"),
        ("swollen ankles", "a swollen ankle"),
        ("fever, chills or a rash", "rashes or chills"),
        ("a temperature of 38°C or more", "a temperature of 38°C or more"),
        ("pain in your leg", "a pain in the leg"),
    ],
)
def test_the_same_sign_under_two_levels_is_told(urgent: str, routine: str) -> None:
    (finding,) = found(urgent, routine)
    assert "stands under routine and under urgent" in finding.message
    assert "what makes the difference" in finding.hint


@pytest.mark.parametrize(
    ("urgent", "routine"),
    [
        ("a temperature of 38°C", "a temperature of 39°C"),
        ("a fever", "a fever that does not go"),
        ("a fever", "a fever for 3 days"),
        ("a fever and a stiff neck", "a fever"),
        ("severe pain", "pain"),
        ("numbness in your leg or foot", "swelling in your ankle or foot"),
        ("a fever or chills that do not go", "a fever"),
        ("severe chest or tummy pain", "tummy pain"),
        ("pain in your left leg", "pain in your right leg"),
        ("more than 1 fit", "a fit"),
        ("you are sick", "you are sicker"),
    ],
)
def test_signs_that_differ_in_what_matters_are_two(urgent: str, routine: str) -> None:
    assert found(urgent, routine) == []


@pytest.mark.parametrize(
    ("language", "urgent", "routine"),
    [
        ("cy", "twymyn", "Y **twymyn**."),
        ("cy", "tymheredd o 38°C", "tymheredd o 38°C"),
        ("ar", "حُمّى", "الحمى"),  # with vowel marks; with the article
        ("ar", "حرارة ٣٨", "حرارة 38"),
        ("ar", "ألم في الصدر", "ألم في الصـدر"),  # with a letter lengthened
        ("he", "חֹם", "חם"),
        ("hi", "बुखार", "बुखार।"),
    ],
)
def test_the_same_sign_is_told_in_every_language(language: str, urgent: str, routine: str) -> None:
    (finding,) = found(urgent, routine, language=language)
    assert "stands under routine and under urgent" in finding.message


@pytest.mark.parametrize(
    ("language", "urgent", "routine"),
    [
        ("cy", "twymyn", "twymyn am 3 diwrnod"),
        ("cy", "poen yn y frest", "poen yn y goes"),
        ("cy", "a twymyn", "twymyn"),  # English small words are words of other languages
        ("ar", "حمى", "حمى لمدة 3 أيام"),
        ("ar", "حرارة ٣٨", "حرارة 39"),
        ("ar", "ألم", "الم"),  # too short to have an article
        ("hi", "बुखार", "बखर"),  # differ in vowels alone
        ("cy", "twymyn, cryndod sydd ddim yn mynd", "twymyn"),  # taken apart in English alone
    ],
)
def test_other_signs_are_two_in_every_language(language: str, urgent: str, routine: str) -> None:
    assert found(urgent, routine, language=language) == []


def test_a_sign_under_all_three_levels_is_told_twice_with_the_first_level() -> None:
    assert [finding.message.partition("under ")[2] for finding in found("fever", "fever", "fever")] == [
        "urgent and under emergency", "routine and under emergency",
    ]  # fmt: skip


def test_a_sign_twice_under_one_level_is_no_matter_of_levels() -> None:
    assert found("fever or fever", "pain") == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.parent.name)
def test_no_leaflet_that_is_handed_out_is_told_of_it(path: Path) -> None:
    loaded = load_leaflet(path)
    findings = Findings(loaded.sources)
    check_repeated_signs(loaded.leaflet.help, loaded.leaflet.language, findings)
    assert findings.in_order() == []


def grouped(urgent: Mapping[str, object], routine: Mapping[str, object]) -> list[str]:
    guide = {**LEAFLET["help"], "urgent": urgent, "routine": routine}
    text = yaml.safe_dump(json.loads(json.dumps({**LEAFLET, "help": guide})), sort_keys=False)
    told = check_leaflet(leaflet_from(text.encode(), Path("en-GB.yaml")), today=date(2026, 11, 3))
    return [finding.code for finding in told if finding.code in ("HG127", "HG131", "HG203")]


def test_a_sign_of_another_time_is_another_sign() -> None:
    before = {"groups": [{"when": "Before your operation", "signs": ["a fever"]}]}
    after = {"groups": [{"when": "After your operation", "signs": ["a fever"]}]}
    assert grouped(before, after) == []
    assert grouped(before, {"signs": ["a fever"]}) == []
    assert grouped(before, before) == ["HG131"]


def test_signs_of_one_time_are_held_to_the_rules_of_all_signs() -> None:
    clause = {"groups": [{"when": "After it", "signs": ["you heard a crack"]}]}
    long = {"groups": [{"when": "After it", "signs": [f"pain at place {number}" for number in range(13)]}]}
    assert grouped(clause, {"signs": ["a lump"]}) == ["HG127"]
    assert grouped(long, {"signs": ["a lump"]}) == ["HG203"]
