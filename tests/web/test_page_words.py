"""The page's own words: every language has every key of English with the same fields, and drafts say that they are."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.yaml.installed import read_installed
from handoutgen.errors import InternalError
from handoutgen.web import words as room
from handoutgen.web.words import (
    InterfaceWords,
    differences,
    interface_languages,
    interface_words,
    words_from,
)

ENGLISH = words_from("en", {"find": {"title": "Find", "count": "{n} of {q}", "heads": ["A {n}", "B"]}})
GROUPS = {
    "nav", "person", "find", "results", "state", "size", "show", "form", "lang", "ticks", "lines", "light", "do",
    "note", "wait", "pack", "keys", "spoken", "lead", "clinic", "approve", "queue",
}  # fmt: skip


def told(group: dict[str, Any], **more: str) -> tuple[str, ...]:
    return differences(words_from("cy", {"find": group, **more}), ENGLISH)


def test_the_page_is_there_in_english_and_in_drafts_of_two_more_languages() -> None:
    assert interface_languages() == ("en", "ar", "cy")
    assert {key.partition(".")[0] for key in interface_words("en").texts} >= GROUPS


@pytest.mark.parametrize("language", interface_languages())
def test_each_language_has_the_words_of_english(language: str) -> None:
    own = interface_words(language)
    assert own.language == language
    assert differences(own, interface_words("en")) == ()
    assert all(text.strip() for text in own.texts.values())


@pytest.mark.parametrize("language", interface_languages())
def test_a_translation_that_nobody_has_checked_says_so_in_its_language(language: str) -> None:
    assert bool(interface_words(language).draft) is (language != "en")


SAME_IN_ENGLISH = {"form.poster_name", "keys.letters", "pack.sheets_all", "size.points", "size.pt"}


@pytest.mark.parametrize("language", interface_languages()[1:])
def test_nothing_was_left_in_english_but_what_is_the_same_in_both(language: str) -> None:
    english = interface_words("en").texts
    same = {key for key, text in interface_words(language).texts.items() if english.get(key) == text}
    assert same - SAME_IN_ENGLISH == set()


GOOD = {"title": "Chwilio", "count": "{q}: {n}", "heads": ["{n} A", "B"]}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, ()),
        ({"title": None}, ("find.title is missing",)),
        ({"heads": None}, ("find.heads is missing",)),
        ({"more": "Mwy"}, ("find.more is not in English",)),
        ({"tables": ["Mwy"]}, ("find.tables is not in English",)),
        ({"title": "Chwilio {n}"}, ("find.title has other fields",)),
        ({"count": "{n}"}, ("find.count has other fields",)),
        ({"count_one": "un {q}"}, ()),
        ({"count_two": "{n} {q}"}, ()),
        ({"count_one": "un"}, ("find.count_one has other fields",)),
        ({"title_one": "un"}, ("find.title_one is a form of a text without {n}",)),
        ({"heads": ["A", "B"]}, ("find.heads has other entries",)),
        ({"heads": ["{n} A"]}, ("find.heads has other entries",)),
        ({"title": ["Chwilio"]}, ("find.title is missing", "find.title is not in English")),
    ],
)
def test_a_key_or_a_field_that_is_missing_or_too_much_is_told(
    changes: dict[str, Any], problem: tuple[str, ...]
) -> None:
    group = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    assert told(group) == problem


def test_the_sentence_on_the_draft_is_no_group() -> None:
    assert told(GOOD, draft="Drafft.") == ()
    assert words_from("cy", {"find": GOOD, "draft": "Drafft."}).draft == "Drafft."


def test_a_file_that_is_not_in_step_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(path: Any) -> dict[str, Any]:
        values = read_installed(path)
        return {**values, "nav": {}} if path.stem == "cy" else values

    monkeypatch.setattr(room, "read_installed", torn)
    interface_words.cache_clear()
    with pytest.raises(InternalError, match=r"nav\.skip is missing"):
        interface_words("cy")
    interface_words.cache_clear()


@pytest.mark.parametrize(
    ("asked", "got"), [("cy", "cy"), ("cy-GB", "cy"), ("en-US", "en"), ("pl", "en"), ("../en", "en"), ("", "en")]
)
def test_a_language_that_the_page_is_not_there_in_gets_english(asked: str, got: str) -> None:
    assert interface_words(asked).language == got


def test_fields_are_filled_and_what_is_filled_in_is_not_read_again() -> None:
    assert interface_words("en").get("results.none", q="{n} <b>") == "No leaflet is called “{n} <b>”."
    with pytest.raises(KeyError):
        interface_words("en").get("results.none")
    with pytest.raises(KeyError):
        interface_words("en").get("results.no such key")


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 pages"),
        ("en", 1, "1 page"),
        ("en", 2, "2 pages"),
        ("cy", 1, "1 dudalen"),
        ("cy", 2, "2 tudalen"),
        ("cy", 11, "11 tudalen"),
        ("ar", 1, "صفحة واحدة"),
        ("ar", 2, "صفحتان"),
        ("ar", 3, "3 صفحات"),
        ("ar", 10, "10 صفحات"),
        ("ar", 11, "11 صفحة"),
        ("ar", 100, "100 صفحة"),
        ("ar", 102, "102 صفحة"),
        ("ar", 103, "103 صفحات"),
    ],
)
def test_a_number_chooses_its_form(language: str, number: int, said: str) -> None:
    assert interface_words(language).get("results.pages", n=number) == said


def test_a_form_goes_before_the_key_for_its_numbers_alone() -> None:
    words = InterfaceWords("ar", {"a.b": "{n}", "a.b_many": "many", "a.b_few": "few"}, {})
    assert [words.get("a.b", n=number) for number in (1, 2, 3, 11, 99, 100)] == ["1", "2", "few", "many", "many", "100"]


def test_a_language_knows_its_direction_and_its_own_name() -> None:
    assert [(interface_words(tag).direction, interface_words(tag).own_name) for tag in interface_languages()] == [
        ("ltr", "English"), ("rtl", "العربية"), ("ltr", "Cymraeg")
    ]  # fmt: skip
