"""Whether a plainer word can stand where a formal one stands."""

from __future__ import annotations

import pytest

from handoutgen.check.rules.fitting import SUGGEST, SUGGEST_A_CLAUSE, WRITE, explains, remedy_of
from handoutgen.check.rules.words import Found


@pytest.mark.parametrize(
    ("text", "word", "instead", "remedy"),
    [
        ("We ensure your care.", "ensure", "make sure", SUGGEST_A_CLAUSE),
        ("We ensure your care, which is free.", "ensure", "make sure", SUGGEST_A_CLAUSE),
        ("Please ensure your mask is clean.", "ensure", "make sure", WRITE),
        ("Rest prior to it.", "prior to", "before", WRITE),
        ("It is unforeseen.", "unforeseen", "that nobody expected", SUGGEST),
        ("The test requires salt.", "requires", "need", SUGGEST),
        ("Patients with gout may require salt.", "require", "need", WRITE),
        ("You are tired or require salt.", "require", "need", WRITE),
        ("You have needs requiring salt.", "requiring", "need", SUGGEST),
    ],
)
def test_a_word_is_to_be_written_where_it_fits_alone(text: str, word: str, instead: str, remedy: str) -> None:
    start = text.index(word)
    found = Found(start, start + len(word), word, instead)
    assert remedy_of(text, found, is_loose=False) == remedy
    assert remedy_of(text, found, is_loose=True) == (SUGGEST if remedy == WRITE and word != "ensure" else remedy)


@pytest.mark.parametrize(
    ("instead", "term", "is_so"),
    [
        ("after the operation", "post-operative", True),
        ("after the operation", "post-operatively", False),
        ("being asleep or numb", "anaesthesia", True),
        ("swelling", "oedema", False),
        ("inside", "internal", False),
    ],
)
def test_words_of_another_kind_explain_and_do_not_replace(instead: str, term: str, is_so: bool) -> None:
    assert explains(instead, term) is is_so
