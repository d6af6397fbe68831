"""Cells: numbers as UEB wants them, signs that there are none for, languages, and a computer without liblouis.

What is expected was written by hand from the Rules of Unified English Braille (second edition, 2013): 6.1 to 6.6 on
numeric mode, 7 on punctuation, 8 on capitals, in North American ASCII braille, where # is dots 3456, the letters a to j
are the figures 1 to 0, and " is dot 5, the space inside a number.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from alternatives.braille_reading import needs_liblouis
from handoutgen.alternatives.braille import liblouis
from handoutgen.alternatives.braille.cells import Translator
from handoutgen.alternatives.braille.codes import CODES, Grade, code_of
from handoutgen.alternatives.braille.proof import reads_alike, refuse_misread
from handoutgen.content import words_file
from handoutgen.errors import HandoutError

WORDS = Path(words_file.__file__).parent / "fixed_words"


@pytest.fixture(scope="module")
def ueb() -> Translator:
    return Translator("en-GB", 2)


@needs_liblouis
@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("999", "#III"),
        ("0117 496 0123", '#JAAG"DIF"JABC'),
        ("0117\u00a0496\u00a00199", '#JAAG"DIF"JAII'),
        ("Call 999 now", ",CALL #III N["),
        ("+44 117 496 0123", '"6#DD"AAG"DIF"JABC'),
        ("(612) 555-0123", '"<#FAB"> #EEE-#JABC'),
        ("116 123", '#AAF"ABC'),
        ("111 or 999", "#AAA OR #III"),
        ("5 mg", "#E MG"),
        ("0.5 ml", "#J4E ML"),
        ("10:30", "#AJ3#CJ"),
        ("10 000 steps", '#AJ"JJJ /EPS'),
        ("in 2026 15 people", "9 #BJBF #AE P"),
        ("5 10", "#E #AJ"),
        ("2–3", "#B,-#C"),
        ("MS", ",,MS"),
        ("1. Sit", "#A4 ,SIT"),
    ],
)  # fmt: skip
def test_numbers_are_in_numeric_mode_and_two_are_never_one(ueb: Translator, text: str, cells: str) -> None:
    assert ueb.write(text) == cells


@needs_liblouis
def test_words_of_print_and_of_cells_are_as_many(ueb: Translator) -> None:
    text = "Call 0117 496 0123 or 10 000 5 times, in 2026 15 people."
    assert ueb.words(text) == [
        "Call", "0117 496 0123", "or", "10 000", "5", "times,", "in", "2026", "15", "people."
    ]  # fmt: skip
    assert len(ueb.words(text)) == len(ueb.write(text).split())
    assert ueb.words("  ") == []


@needs_liblouis
@pytest.mark.parametrize("text", ["مرحبا", "Take 😀", "中文", "a\u2717"])
@pytest.mark.parametrize("again", [False, True])
def test_what_braille_has_no_sign_for_is_refused_by_its_name(ueb: Translator, text: str, again: bool) -> None:
    sign = text[-1]
    with pytest.raises(HandoutError, match=rf"no sign for: .*U\+{ord(sign):04X}"):
        ueb.write(text)


@needs_liblouis
@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("(inguinal)", '"<9GU9AL">'), ("“Ingrown” nails", "8,9GR[N0 NAILS"), ("being (ing)", '2+ "<9G">'),
        ("inguinal", "9GU9AL"), ("call (0117 496 0123) (ingrown)", 'CALL "<#JAAG"DIF"JABC"> "<9GR[N">'),
    ],
)  # fmt: skip
def test_the_groupsign_for_ing_never_begins_a_word(ueb: Translator, text: str, cells: str) -> None:
    """UEB 10.4.3; liblouis 3.24 alone writes "(uinal)" behind a bracket."""
    assert ueb.write(text) == cells


@needs_liblouis
def test_a_word_that_is_read_as_another_is_refused_with_what_is_read(ueb: Translator) -> None:
    told = [(word, ueb.write(word)) for word in ("ou", "als", "it)", "Enough")]
    with pytest.raises(HandoutError) as caught:
        refuse_misread(told, ueb)
    assert caught.value.message.endswith("other words: “ou” as “out”, “als” as “alsos”.")
    assert "braille-1" in caught.value.remedy
    refuse_misread(told[2:], ueb)


@needs_liblouis
@pytest.mark.parametrize(
    ("word", "other"),
    [("5", "6"), ("0117 496 0123", "0117 496 0124"), ("it)", "is)"), ("www.nhs.uk/5", "www.nhs.uk/6"), ("rest", "test"),
     ("enough", "en")],
)  # fmt: skip
def test_cells_of_another_word_do_not_read_alike(ueb: Translator, word: str, other: str) -> None:
    assert reads_alike(word, ueb.write(word), ueb)
    assert not reads_alike(word, ueb.write(other), ueb)


@needs_liblouis
def test_what_is_not_seen_is_not_written(ueb: Translator) -> None:
    assert ueb.write("re\u00adst\u200e \u2066now\u2069") == ueb.write("rest now")
    assert ueb.write("e\u0301") == ueb.write("\u00e9")


def texts(value: Any) -> list[str]:
    """All strings of a file of words."""
    if isinstance(value, dict | list):
        return [text for each in (value.values() if isinstance(value, dict) else value) for text in texts(each)]
    return [re.sub(r"\{\w+\}", "7", value)] if isinstance(value, str) and len(value) > 1 else []


@needs_liblouis
@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("language", CODES)
def test_a_language_is_offered_whose_words_read_back_as_they_were(language: str, grade: Grade) -> None:
    translator = Translator(language, grade)
    said = yaml.safe_load((WORDS / f"{language}.yaml").read_text(encoding="utf-8"))
    misread = []
    for text in (text for text in texts(said) if re.search(r"\w", text) and "[" not in text):
        cells = translator.write(text)
        assert len(translator.words(text)) == len(cells.split()), text
        read = translator.read(cells)
        if re.sub(r"[\W_]+", " ", read).casefold().strip() != re.sub(r"[\W_]+", " ", text).casefold().strip():
            misread.append((text, read))
    assert misread == []


def test_a_language_without_a_table_that_reads_back_is_refused_with_those_that_have_one() -> None:
    assert code_of("en-US") is code_of("en-GB")
    with pytest.raises(HandoutError, match="cannot be made in Arabic") as caught:
        code_of("ar")
    assert "cs, en, fr, hu" in caught.value.remedy


def test_without_liblouis_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liblouis, "_found", lambda: None)
    assert not liblouis.is_installed()
    assert liblouis.version_here() == ""
    with pytest.raises(HandoutError, match="not on this computer") as caught:
        Translator("en-GB", 2)
    for said in ("apt install liblouis20 liblouis-data", "dnf", "brew install liblouis", "win64.zip"):
        assert said in caught.value.remedy
    assert "\n" not in caught.value.remedy


@needs_liblouis
def test_a_table_that_is_not_there_is_told_and_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(HandoutError, match=r"cannot use its tables no-such-table\.ctb"):
        liblouis.louis().to_braille("a", ["no-such-table.ctb"])
    assert capfd.readouterr() == ("", "")
    assert re.fullmatch(r"\d+\.\d+(\.\d+)?", liblouis.version_here())


def test_tables_that_stand_beside_the_bin_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "share/liblouis/tables").mkdir(parents=True)
    told: list[bytes] = []

    class Library:
        lou_setDataPath = staticmethod(told.append)  # noqa: N815 - its name in C

    library: Any = Library()
    liblouis._tell_where_tables_are(library, tmp_path / "bin" / "liblouis.dll")
    liblouis._tell_where_tables_are(library, tmp_path / "elsewhere" / "bin" / "liblouis.dll")
    liblouis._tell_where_tables_are(library, Path("liblouis.so.20"))
    assert told == [str(tmp_path / "share").encode()]
