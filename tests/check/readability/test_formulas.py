"""The formulas give the figures of worked examples that others have published."""

from __future__ import annotations

import pytest

from handoutgen.check.readability.formulas import (
    Counts,
    fernandez_huerta,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    smog_grade,
)
from handoutgen.check.readability.sections import scores_of
from handoutgen.check.readability.syllables import syllables


def counted(sentence: str) -> Counts:
    words = sentence.replace(",", "").rstrip(".").split()
    return Counts(len(words), 1, sum(map(syllables, words)), sum(syllables(word) > 2 for word in words))


@pytest.mark.parametrize(
    ("sentence", "ease"),
    [
        ("The cat sat on the mat.", 116.1),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69.0),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
    ],
)
def test_reading_ease_of_the_sentences_by_which_it_is_taught(sentence: str, ease: float) -> None:
    """Wikipedia, Flesch–Kincaid readability tests: 116, 69 and 37.5."""
    assert round(flesch_reading_ease(counted(sentence)), 1) == ease


def test_grade_of_the_sentence_by_which_it_is_taught() -> None:
    """Wikipedia, Flesch–Kincaid readability tests: grade 11.3."""
    sentence = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert round(flesch_kincaid_grade(counted(sentence)), 1) == 11.3


@pytest.mark.parametrize(
    ("long_words", "grade"),
    [(1, 4), (4, 5), (9, 6), (16, 7), (25, 8), (36, 9), (49, 10), (64, 11), (81, 12), (100, 13)],
)
def test_smog_agrees_with_the_table_for_30_sentences(long_words: int, grade: int) -> None:
    """McGraw's conversion table to McLaughlin's SMOG: 13 to 20 long words are grade 7, and so on."""
    assert abs(smog_grade(Counts(300, 30, 400, long_words)) - grade) < 0.7


def test_fog_and_the_spanish_index_follow_their_definitions() -> None:
    assert gunning_fog(Counts(words=100, sentences=5, hard_words=10)) == pytest.approx(0.4 * (20 + 10))
    assert fernandez_huerta(Counts(words=100, sentences=5, syllables=200)) == pytest.approx(206.84 - 120 - 20.4)


def test_a_language_has_its_own_formulas_and_nothing_is_told_of_no_words() -> None:
    counts = Counts(10, 2, 14, 1, 1)
    assert list(scores_of(counts, "es-MX")) == ["Fernández-Huerta"]
    assert "SMOG grade" in scores_of(counts, "en-GB")
    assert scores_of(Counts(), "en-GB") == {}
