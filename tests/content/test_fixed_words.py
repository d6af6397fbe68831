"""Every file of fixed words that ships: each key, the same slots, the right plural forms, and no line of English."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from handoutgen.content import words
from handoutgen.content.words import languages_with_words, words_for
from handoutgen.content.words_file import english_of, slots_in, words_in
from handoutgen.language import language_of

FOLDER = Path(words.__file__).parent / "fixed_words"
ENGLISH = (FOLDER / "en.yaml").read_bytes()
TRANSLATED = [tag for tag in languages_with_words() if not tag.startswith("en")]
LATIN_WORDS: dict[str, set[str]] = {
    "el": {"E-mail", "e-mail", "cookies"}, "ru": {"cookie"}, "uk": {"cookie"}, "ti": {"cookies"},
    "zh-Hans": {"Cookie"}, "zh-Hant": {"Cookie"},
}  # fmt: skip
"""Words in Latin letters that a language in another script uses as they are."""
SAFETY = (
    "help", "stop_if", "ask_first", "caution", "do", "do_not", "risks", "emergency", "urgent", "routine",
    "emergency_call", "emergency_no_number", "urgent_call", "urgent_no_number", "in_an_emergency",
    "in_an_emergency_no_number", "emergency_signs", "routine_signs", "signs_if", "out_of_hours_call", "care_in_full",
    "others_intro", "disclaimer", "draft", "section_do_not_take", "section_missed_dose",
)  # fmt: skip


def texts_of(tag: str) -> dict[str, str]:
    return dict(words_in((FOLDER / f"{tag}.yaml").read_bytes(), f"{tag}.yaml", tag, ENGLISH).texts)


@pytest.mark.parametrize("tag", languages_with_words())
def test_every_file_is_in_step_with_english(tag: str) -> None:
    read = words_in((FOLDER / f"{tag}.yaml").read_bytes(), f"{tag}.yaml", tag, ENGLISH)
    assert [f"{each.span.line}: {each.message}" for each in read.diagnostics] == []
    assert words_for(tag).missing == ()


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_text_has_the_slots_of_english(tag: str) -> None:
    english, own = english_of(ENGLISH).texts, texts_of(tag)
    for key, text in own.items():
        if key == "month_year":
            assert slots_in(text) == {"month", "year"}
        elif "." not in key or key.endswith(".other"):
            assert slots_in(text) == slots_in(english[key]), key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_no_text_is_left_in_english(tag: str) -> None:
    english, own = english_of(ENGLISH).texts, texts_of(tag)
    same = {key for key in SAFETY if own[key] == english[key]}
    assert same == set()
    copied = [key for key, text in own.items() if len(text.split()) > 2 and text == english.get(key)]
    assert copied == []


@pytest.mark.parametrize("tag", [tag for tag in TRANSLATED if language_of(tag).written_in != "Latn"])
def test_other_scripts_have_no_latin_letters(tag: str) -> None:
    allowed = LATIN_WORDS.get(tag, set())
    for key, text in texts_of(tag).items():
        bare = re.sub(r"\{\w+\}", " ", text)
        latin = set(re.findall(r"[A-Za-z][A-Za-z-]*", bare)) - allowed
        assert latin == set(), key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_letters_are_composed_and_no_stray_spaces_are_left(tag: str) -> None:
    for key, text in texts_of(tag).items():
        assert text == text.strip() or key in ("comma", "colon", "between_items"), key
        assert "  " not in text, key
        assert unicodedata.normalize("NFC", text) == text, key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_label_before_a_place_to_write_ends_in_a_colon(tag: str) -> None:
    own = texts_of(tag)
    for key in ("name_label", "week_label", "clinic_blank", "phone_blank", "next_visit_label", "dose_label"):
        assert own[key].endswith((":", "：", "፦")), key
    for key in ("emergency_signs", "urgent_signs", "routine_signs", "signs_if"):
        assert own[key].endswith((":", "：", "፦")), key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_sentences_end_as_the_language_ends_them(tag: str) -> None:
    english, own = english_of(ENGLISH).texts, texts_of(tag)
    for key, text in own.items():
        if english.get(key, "").endswith("."):
            assert text.endswith(own["full_stop"]), key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_words_say_that_nobody_has_checked_them(tag: str) -> None:
    assert words_for(tag).is_draft
    assert (FOLDER / f"{tag}.yaml").read_text(encoding="utf-8").splitlines()[0].startswith("# Fixed words in ")
