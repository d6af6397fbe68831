"""Bullets that came in with pasted text are warned about where they stand; what makes a list or is a word is left."""

from __future__ import annotations

import pytest

from check.checked_texts import TODAY, changed_leaflet, clinic_saying, leaflet_with_prose
from handoutgen.check import check_leaflet
from handoutgen.check.clinic import check_clinic
from handoutgen.check.findings import Findings
from handoutgen.check.pasted_lists import check_pasted_list
from handoutgen.content.load import LoadedLeaflet
from handoutgen.diagnostics import Diagnostic, Severity


def pasted(loaded: LoadedLeaflet) -> list[Diagnostic]:
    return [finding for finding in check_leaflet(loaded, today=TODAY) if finding.code == "HG215"]


@pytest.mark.parametrize(
    "words",
    [
        "Do these:\n    • stretch\n    • drink", "• stretch", "Do these:\n    · stretch\n    · drink",
        "Do these:\n    – stretch\n    – drink", "Do these:\n    o stretch\n    o drink",
        "a. stretch\n    b. drink", "a) stretch\n    b) drink", "i. stretch\n    ii. drink",
    ],
)  # fmt: skip
def test_bullets_at_the_start_of_lines_are_warned_about_with_what_to_write(words: str) -> None:
    (finding,) = pasted(leaflet_with_prose(words))
    assert finding.severity is Severity.WARNING
    assert '"- "' in finding.hint


@pytest.mark.parametrize(
    "words",
    [
        "Do these:\n\n    - stretch\n    - drink", "Do these:\n\n    1. stretch\n    2. drink",
        "A pause – like this –\n    is none.", "See Dr A. Reed.\n    a. is a letter.", "One\n    – and no more.",
        "He drinks\n    o once.",
    ],
)  # fmt: skip
def test_lists_and_signs_that_stand_there_by_chance_are_left_alone(words: str) -> None:
    assert pasted(leaflet_with_prose(words)) == []


def test_a_folded_text_is_judged_by_its_lines_in_the_file() -> None:
    loaded = changed_leaflet(
        "  - Call {clinic.phone} if it gets worse.", "  - Do these\n    - stretch\n    - drink\n    every day."
    )
    (finding,) = pasted(loaded)
    line = loaded.sources.text.splitlines()[finding.span.line - 1]
    assert line == "    - stretch"
    assert finding.span.column == 5


@pytest.mark.parametrize("key", ["title", "short", "brief"])
def test_every_text_field_is_looked_at_short_forms_too(key: str) -> None:
    old = str(getattr(leaflet_with_prose("Words.").leaflet.strategies[0], key))
    assert len(pasted(changed_leaflet(f"{key}: {old}", f"{key}: • {old}"))) == 1


def test_in_a_language_with_the_word_o_it_is_no_bullet() -> None:
    loaded = leaflet_with_prose("Bene.")
    for language, count in (("en-GB", 1), ("it", 0), ("es-ES", 0)):
        findings = Findings(loaded.sources)
        check_pasted_list(("about", "text"), "o uno\no due", language, findings)
        assert len(findings.in_order()) == count, language


def test_a_clinics_own_sentences_are_looked_at() -> None:
    clinic = clinic_saying('emergency_number: "999"', "feedback: |", "  Tell us:", "  • by phone", "  • by letter")
    assert [finding.code for finding in check_clinic(clinic, str)] == ["HG215"]
