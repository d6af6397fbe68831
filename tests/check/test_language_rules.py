"""A leaflet's texts are in the script of its tag, and its language has fixed words: each rule with what breaks it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.check import check_leaflet
from handoutgen.check.language import FEWEST_LETTERS, check_words_file
from handoutgen.content.load import draft_from
from handoutgen.content.words import words_for
from handoutgen.diagnostics import Diagnostic
from leaflets.samples import ARABIC, CRAMPS

TODAY = date(2026, 12, 1)
RULES = ("HG311", "HG312", "HG313", "HG314")
ENGLISH_PROSE = "This paragraph has been left in English by whoever translated the leaflet."


def found_in(leaflet: Path, language: str, replaced: tuple[str, str] = ("", "")) -> list[Diagnostic]:
    text = leaflet.read_text(encoding="utf-8")
    own = "ar" if leaflet == ARABIC else "en-GB"
    text = text.replace(f"language: {own}", f"language: {language}").replace(*replaced, 1)
    loaded = draft_from(text.encode(), leaflet)
    return [finding for finding in check_leaflet(loaded, today=TODAY) if finding.code in RULES]


def codes(found: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize("language", ["en-GB", "en", "en-US"])
def test_an_english_leaflet_under_its_own_tag_has_nothing_to_mend(language: str) -> None:
    assert found_in(CRAMPS, language) == []


@pytest.mark.parametrize("language", ["ar", "ar-SY", "fa", "ur", "ckb", "ps", "prs"])
def test_an_arabic_text_may_be_in_any_language_of_its_script(language: str) -> None:
    assert codes(found_in(ARABIC, language)) == ["HG314"]


@pytest.mark.parametrize(
    ("leaflet", "language", "letters"),
    [
        (ARABIC, "en-GB", "Arabic"), (ARABIC, "pl", "Arabic"), (ARABIC, "he", "Arabic"), (ARABIC, "zh-Hans", "Arabic"),
        (CRAMPS, "ar", "Latin"), (CRAMPS, "ur", "Latin"), (CRAMPS, "ru", "Latin"), (CRAMPS, "pa-Arab", "Latin"),
        (CRAMPS, "hi", "Latin"), (CRAMPS, "ti", "Latin"), (CRAMPS, "sr", "Latin"), (CRAMPS, "ku-Arab", "Latin"),
    ],
)  # fmt: skip
def test_a_text_in_other_letters_than_its_tag_says_is_an_error(leaflet: Path, language: str, letters: str) -> None:
    first = found_in(leaflet, language)[0]
    assert (first.code, first.is_error) == ("HG311", True)
    assert f"the texts are in {letters} letters" in first.message
    assert "write the tag of their language" in first.hint


def test_a_language_whose_script_nobody_knows_is_not_judged() -> None:
    assert codes(found_in(CRAMPS, "xx")) == ["HG313"]


def test_a_long_text_without_a_letter_of_the_language_is_a_warning() -> None:
    prose = "هناك 3 أشياء يمكن أن تساعد. اختر 1 أو 2 منها لتبدأ."
    [warning, draft] = sorted(found_in(ARABIC, "ar", (prose, ENGLISH_PROSE)), key=lambda each: each.code)
    assert (warning.code, warning.is_error, draft.code) == ("HG312", False, "HG314")
    assert "This paragraph has been left in English" in warning.message


@pytest.mark.parametrize("text", ["Paracetamol, ibuprofen", "x" * (FEWEST_LETTERS - 1), ENGLISH_PROSE + " تشنج"])
def test_names_and_mixed_texts_are_none(text: str) -> None:
    prose = "هناك 3 أشياء يمكن أن تساعد. اختر 1 أو 2 منها لتبدأ."
    assert codes(found_in(ARABIC, "ar", (prose, text))) == ["HG314"]


def test_a_language_without_fixed_words_is_an_error_that_says_where_to_write_them() -> None:
    [finding] = found_in(CRAMPS, "sk")
    assert (finding.code, finding.is_error) == ("HG313", True)
    assert finding.message == "there are no fixed words in Slovak (sk)"
    assert "words/sk.yaml" in finding.hint


def test_a_single_missing_key_is_named(tmp_path: Path) -> None:
    loaded = draft_from(CRAMPS.read_bytes().replace(b"language: en-GB", b"language: pl"), CRAMPS)
    polish = words_for("pl")
    without = {key: text for key, text in polish.texts.items() if key != "stop_if"}
    lacking = type(polish)("pl", without, ("stop_if",), is_draft=True)
    [finding] = [f for f in check_leaflet(loaded, today=TODAY, words=lacking) if f.code in RULES]
    assert (finding.code, finding.message) == ("HG313", "there are no fixed words in Polish (pl): stop_if")


@pytest.mark.parametrize("language", ["pl", "cy", "es", "vi", "tl", "fil", "so"])
def test_words_that_nobody_has_checked_are_a_note(language: str) -> None:
    [finding] = found_in(CRAMPS, language)
    assert (finding.code, str(finding.severity)) == ("HG314", "note")


def test_a_projects_file_of_words_is_checked_alone(tmp_path: Path) -> None:
    file = tmp_path / "pl.yaml"
    file.write_text("stop_if: Przestań, jeśli\nnothing: x\n", encoding="utf-8")
    assert [(each.code, each.is_error) for each in check_words_file(file)] == [("HG021", True), ("HG314", False)]
    file.write_text("stop_if: Przestań, jeśli\nreviewed_by: Anna\n", encoding="utf-8")
    assert check_words_file(file) == ()
    other = tmp_path / "sk.yaml"
    other.write_text("stop_if: Prestaňte, ak\nreviewed_by: Jana\n", encoding="utf-8")
    [lacking] = check_words_file(other)
    assert (lacking.code, lacking.is_error) == ("HG313", False)
    assert "key_points" in lacking.message
    english = tmp_path / "en-GB.yaml"
    english.write_text("tip: Hint\n", encoding="utf-8")
    assert check_words_file(english) == ()
