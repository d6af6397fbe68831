"""Words are compared without what people leave out or write in two ways, and each knows its place in the text."""

from __future__ import annotations

import pytest

from handoutgen.finding.folding import fold, fold_code, little_words, words_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cramps", "cramps"),
        ("ORTHOPÄDIE", "orthopadie"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ŵyneb", "wyneb"),
        ("tŷ", "ty"),
        ("cafe\u0301", "café"),
        ("can’t", "cant"),
        ("can't", "can’t"),
        ("ﬁts", "fits"),
        ("ＭＲＩ", "mri"),
        ("٤٥", "45"),
        ("İ", "i"),
        ("أَلَم", "الم"),
        ("تشنّجات", "تشنجات"),
        ("رعـــاش", "رعاش"),
        ("سكتة", "سكته"),
        ("مستشفى", "مستشفي"),
        ("العصب", "عصب"),
        ("والأعصاب", "أعصاب"),
        ("شکستگی", "شكستگي"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("की", "का"), ("cot", "cat"), ("ال", ""), ("الم", "م"), ("กา", "กี")])
def test_what_is_another_word_stays_one(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Leg cramps, in MS!", ["Leg", "cramps", "in", "MS"]),
        ("X-ray of Parkinson’s (hand)", ["X", "ray", "of", "Parkinson’s", "hand"]),
        ("'quoted' and l'eau", ["quoted", "and", "l'eau"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("تشنُّج الساق", ["تشنُّج", "الساق"]),
        ("小腿抽筋 MS", ["小", "腿", "抽", "筋", "MS"]),
        ("पैर की ऐंठन", ["पैर", "की", "ऐंठन"]),
        ("", []),
        (" … – ’ ", []),
    ],
)
def test_words_stand_where_the_text_has_them(text: str, words: list[str]) -> None:
    assert [text[word.start : word.end] for word in words_in(text)] == words


@pytest.mark.parametrize("code", ["R25.2", "r25.2", " R 25-2", "R252"])
def test_a_code_is_its_letters_and_figures(code: str) -> None:
    assert fold_code(code) == "r252"


def test_little_words_are_folded_as_those_that_are_typed() -> None:
    assert {"my", "cant", "mewn", fold("على")} <= little_words()
    assert {"back", "ms", "leg", "cefn"} & little_words() == set()
