"""Fixed words come in the reader's language, with the region's own where they differ, and never in another."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from handoutgen.content import words
from handoutgen.content.words import format_date, format_month, languages_with_words, words_for
from handoutgen.errors import HandoutError, InternalError

DAY = date(2026, 11, 26)
FOLDER = Path(words.__file__).parent / "fixed_words"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "26 November 2026", "November 2026"), ("en-GB", "26 November 2026", "November 2026"),
        ("en-US", "November 26, 2026", "November 2026"), ("de", "26. November 2026", "November 2026"),
        ("pl", "26 listopada 2026", "listopad 2026"), ("es", "26 de noviembre de 2026", "noviembre de 2026"),
        ("hu", "2026. november 26.", "2026. november"), ("ru", "26 ноября 2026\u202fг.", "ноябрь 2026\u202fг."),
        ("vi", "26 tháng 11, 2026", "tháng 11 năm 2026"), ("zh-Hans", "2026年11月26日", "2026年11月"),
        ("zh-HK", "2026年11月26日", "2026年11月"), ("ar", "26 نوفمبر 2026", "نوفمبر 2026"),
        ("ar-SY", "26 تشرين الثاني 2026", "تشرين الثاني 2026"), ("fa", "26 نوامبر 2026", "نوامبر 2026"),
        ("prs", "26 نومبر 2026", "نومبر 2026"), ("ur", "26 نومبر، 2026", "نومبر 2026"),
        ("ckb", "26ی تشرینی دووەمی 2026", "تشرینی دووەمی 2026"), ("ti", "ሕዳር 26, 2026", "ሕዳር 2026"),
        ("tl", "Nobyembre 26, 2026", "Nobyembre 2026"), ("gu", "26 નવેમ્બર, 2026", "નવેમ્બર 2026"),
    ],
)  # fmt: skip
def test_days_and_months_are_written_as_the_locale_writes_them(language: str, day: str, month: str) -> None:
    assert (format_date(DAY, language), format_month(DAY, language)) == (day, month)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en-GB", date(2026, 9, 1), "Sept 2026"), ("en-US", DAY, "Nov 2026"), ("de", DAY, "Nov. 2026"),
        ("ckb", DAY, "تشرینی دووەمی 2026"), ("zh-Hans", DAY, "2026年11月"), ("ur", DAY, "نومبر 2026"),
    ],
)  # fmt: skip
def test_a_month_is_abbreviated_where_a_file_or_the_locale_says_how(language: str, day: date, month: str) -> None:
    assert words_for(language).short_month(day) == month


@pytest.mark.parametrize(
    ("language", "monday"), [("en-GB", "Mon"), ("pl", "pon."), ("ar", "الاثنين"), ("zh-Hant", "週一")]
)
def test_days_of_the_week_are_short(language: str, monday: str) -> None:
    assert words_for(language).weekday(1) == monday


@pytest.mark.parametrize(
    ("language", "files"),
    [
        ("en-GB", "en"), ("en-US", "en-US"), ("pl-PL", "pl"), ("zh", "zh-Hans"), ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"), ("fa-IR", "fa"), ("fa-AF", "prs"), ("fil", "tl"),
        ("fil-PH", "tl"), ("pt-BR", "pt"),
    ],
)  # fmt: skip
def test_a_language_has_the_words_of_the_nearest_file(language: str, files: str) -> None:
    words = words_for(language)
    assert words.missing == ()
    assert words.texts == words_for(files).texts


@pytest.mark.parametrize("language", ["xx", "pa-Arab", "pa-PK", "ku", "ku-Arab", "uz-Cyrl", "sr", "../../secret", ""])
def test_what_no_file_has_is_missing_and_never_english_or_of_another_script(language: str) -> None:
    words = words_for(language)
    assert {"key_points", "stop_if", "emergency_call", "empty_lines"} <= set(words.missing)
    assert words.texts == {}
    with pytest.raises(HandoutError, match="stop_if"):
        words.get("stop_if")


def test_a_language_without_names_of_months_lacks_them_too() -> None:
    assert {"date", "month_year", "weekday_1"} <= set(words_for("ku-Arab").missing)
    assert "date" not in words_for("sr").missing
    with pytest.raises(HandoutError, match="date"):
        words_for("ku-Arab").day(DAY)
    with pytest.raises(HandoutError, match="weekday_2"):
        words_for("ku-Arab").weekday(2)


def test_an_unknown_key_is_our_bug() -> None:
    with pytest.raises(KeyError):
        words_for("en-GB").get("nothing")


def test_values_are_put_in_as_they_are() -> None:
    assert words_for("en-GB").get("scan_code", address="{title} & co") == "Scan for more, or go to {title} & co"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", {1: "1 empty line", 2: "2 empty lines"}),
        ("pl", {1: "1 pusta linia", 3: "3 puste linie", 5: "5 pustych linii", 22: "22 puste linie"}),
        ("ru", {1: "1 пустая линия", 21: "21 пустая линия", 12: "12 пустых линий"}),
        ("ar", {2: "سطران فارغان", 3: "3 أسطر فارغة", 11: "11 سطرًا فارغًا", 100: "100 سطر فارغ"}),
        ("cy", {1: "1 llinell wag", 2: "2 linell wag"}),
        ("zh-Hans", {1: "1行空白", 7: "7行空白"}),
        ("ro", {3: "3 linii goale", 20: "20 de linii goale"}),
    ],
)
def test_what_is_counted_takes_the_plural_form_of_the_language(language: str, said: dict[int, str]) -> None:
    assert {count: words_for(language).get("empty_lines", count=count) for count in said} == said


def test_only_words_that_somebody_translated_can_be_a_draft() -> None:
    assert [words_for(tag).is_draft for tag in ("en", "en-US", "pl", "xx")] == [False, False, True, False]


def test_english_reads_no_data_of_other_languages() -> None:
    code = (
        "import sys, datetime; from handoutgen.content.words import words_for; words = words_for('en-GB');"
        "words.day(datetime.date(2026, 1, 1)); words.weekday(1); words.get('empty_lines', count=2);"
        "from handoutgen.language import language_of; language_of('en-US').direction;"
        "sys.exit(any(name.partition('.')[0] == 'babel' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    other = code.replace("words_for('en-GB')", "words_for('pl')")
    assert subprocess.run([sys.executable, "-c", other], check=False).returncode == 1


def test_there_are_words_in_thirty_languages() -> None:
    asked = (
        "ar bn ckb cs cy de el es fa fr gu hi hu it ne pa pl prs ps pt ro ru so ta ti tl tr uk ur vi zh-Hans zh-Hant"
    )
    assert set(languages_with_words()) == {*asked.split(), "en", "en-US"}


def write_words(folder: Path, tag: str, text: str) -> Path:
    path = folder / f"{tag}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_projects_own_words_go_before_the_programs(tmp_path: Path) -> None:
    write_words(tmp_path, "pl", "stop_if: Przestań, jeśli\nreviewed_by: Anna Kowalska\n")
    words = words_for("pl-PL", (tmp_path,))
    assert (words.get("stop_if"), words.get("ask_first")) == ("Przestań, jeśli", words_for("pl").get("ask_first"))
    assert words.is_draft  # the others are as they were
    assert words.own != words_for("pl-PL").own == ""
    assert words_for("cs", (tmp_path,)) == words_for("cs")


def test_a_projects_words_are_read_again_when_they_have_changed(tmp_path: Path) -> None:
    path = write_words(tmp_path, "en", "tip: Hint\n")
    assert words_for("en-GB", (tmp_path,)).get("tip") == "Hint"
    path.write_text("tip: Good idea\n", encoding="utf-8")
    assert words_for("en-GB", (tmp_path,)).get("tip") == "Good idea"
    path.unlink()
    assert words_for("en-GB", (tmp_path,)) == words_for("en-GB")


def test_what_is_wrong_in_a_projects_words_is_told_with_them(tmp_path: Path) -> None:
    write_words(tmp_path, "pl", "stop_if: Przestań, jeśli\nno_such_key: x\n")
    found = words_for("pl", (tmp_path,)).diagnostics
    assert [(each.code, each.span.line) for each in found] == [("HG021", 2)]
    assert found[0].span.file.endswith("/pl.yaml")


def test_a_project_adds_a_language(tmp_path: Path) -> None:
    english = (FOLDER / "en.yaml").read_text(encoding="utf-8")
    write_words(tmp_path, "ca", english.replace("Take care", "Compte") + "reviewed_by: Maria Puig\n")
    words = words_for("ca-ES", (tmp_path,))
    assert (words.missing, words.is_draft, words.get("caution")) == ((), False, "Compte")
    assert words_for("ca-ES").missing


def test_of_two_folders_the_nearer_one_counts(tmp_path: Path) -> None:
    near = tmp_path / "near"
    near.mkdir()
    write_words(tmp_path, "en", "tip: Hint\nnote: Mind\n")
    write_words(near, "en", "tip: Idea\n")
    words = words_for("en-GB", (tmp_path, near, tmp_path / "nowhere"))
    assert (words.get("tip"), words.get("note")) == ("Idea", "Mind")


def test_a_form_that_a_newer_cldr_asks_for_falls_back_to_other() -> None:
    older = words.Words("pl", {"empty_lines.one": "1 linia", "empty_lines.other": "{count} linii"})
    assert older.get("empty_lines", count=3) == "3 linii"


def test_a_broken_file_of_ours_is_our_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de.yaml").write_text("tip: {", encoding="utf-8")
    monkeypatch.setattr(words, "_FOLDER", tmp_path)
    with pytest.raises(InternalError, match=r"de\.yaml cannot be read: line 1"):
        words_for("de-LI")


def test_a_file_of_a_project_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    write_words(tmp_path, "pl", "tip: " + "a" * 70_000)
    assert [found.code for found in words_for("pl", (tmp_path,)).diagnostics] == ["HG004"]
