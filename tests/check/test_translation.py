"""A translation beside its source: each finding shows both places, and a waiver is used or told."""

from __future__ import annotations

from pathlib import Path

from handoutgen.check.translation import check_translation
from handoutgen.diagnostics import Diagnostic, Severity, render_text
from translation.translated import ENGLISH, loaded_pair, polish


def found(project: Path, translation: str, source: str = ENGLISH) -> list[Diagnostic]:
    one, other = loaded_pair(project, source, translation)
    return check_translation(other, one)


def test_a_translation_that_says_the_same_has_no_finding(tmp_path: Path) -> None:
    assert [finding for finding in found(tmp_path, polish()) if finding.severity is not Severity.NOTE] == []


def test_a_part_that_is_not_translated_is_an_error_at_both_places(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, polish().replace("Zapytaj pielęgniarkę.", "Ask a nurse."))
    assert (finding.code, finding.severity) == ("HG321", Severity.ERROR)
    assert (Path(finding.span.file).name, finding.span.line) == ("pl.yaml", 10)
    assert [(Path(span.file).name, span.line) for span in finding.also] == [("en-GB.yaml", 10)]
    assert finding.also_label == "in en-GB"
    assert "^^^^^^^^^^^^ in en-GB" in render_text([finding])


def test_a_waiver_takes_a_finding_away_by_words_or_by_the_name_of_the_part(tmp_path: Path) -> None:
    text = polish().replace("Zapytaj pielęgniarkę.", "Ask a nurse.")
    waive = "waive:\n  - {{code: HG321, words: {}, reason: A name., by: A nurse}}\nreview:\n"
    for words in ("ask a nurse", "key_points"):
        assert found(tmp_path, text.replace("review:\n", waive.format(words))) == []
    other = found(tmp_path, text.replace("review:\n", waive.format("a doctor")))
    assert [finding.code for finding in other] == ["HG321", "HG135"]
