"""Syllables are counted as the words are spoken."""

from __future__ import annotations

import pytest

from handoutgen.check.readability.syllables import syllables

ENGLISH = {
    1: "walk walked eyes you toes sleep used cause through weigh",
    2: "walking wanted table tablets causes spasm rhythm being fluid about muscle quiet safely headache lion",
    3: "area medicine exercise idea hospital appointment infection vegetable",
    4: "diabetes temperature operation information anxiety emergency medication",
    5: "paracetamol antibiotic physiology refrigerator",
    6: "physiotherapist responsibility",
}
SPANISH = {
    "sol": 1,
    "agua": 2,
    "día": 2,
    "poeta": 3,
    "país": 2,
    "cuidado": 3,
    "medicina": 4,
    "teléfono": 4,
    "médico": 3,
}


@pytest.mark.parametrize(("count", "words"), ENGLISH.items())
def test_english(count: int, words: str) -> None:
    plain = words.split()
    assert {word: syllables(word) for word in plain} == dict.fromkeys(plain, count)


@pytest.mark.parametrize(("word", "count"), SPANISH.items())
def test_spanish(word: str, count: int) -> None:
    assert syllables(word, "es") == count


@pytest.mark.parametrize(
    ("word", "count"), [("well-being", 3), ("nurse's", 1), ("don't", 1), ("9", 1), ("7", 2), ("24", 3)]
)
def test_parts_of_a_compound_and_numbers_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count
