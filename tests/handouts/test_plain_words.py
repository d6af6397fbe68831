"""The ruler that the leaflets are measured with is itself measured."""

from __future__ import annotations

import pytest

from handouts import plain_words


@pytest.mark.parametrize(
    ("word", "count"),
    [("calf", 1), ("muscle", 2), ("multiple", 3), ("sclerosis", 3), ("stretched", 1), ("wanted", 2), ("20", 1)],
)
def test_syllables_are_counted_by_ear(word: str, count: int) -> None:
    assert plain_words.syllables(word) == count


def test_an_item_of_a_list_is_a_sentence() -> None:
    assert plain_words.sentences("Sit down. Rest:\n\n- your leg\n- your foot") == [
        "Sit down.", "Rest:", "your leg", "your foot",
    ]  # fmt: skip


def test_marks_and_addresses_are_not_words() -> None:
    assert plain_words.words("See **the** [page](https://example.org/a).") == ["See", "the", "page"]


def test_plain_text_reads_younger_than_clinical_text() -> None:
    plain = ["Sit down. Pull your toes up. Rub your leg."]
    clinical = ["Electrolyte imbalance exacerbates involuntary muscular contractions in neurological conditions."]
    assert plain_words.grade(plain) < 2 < 15 < plain_words.grade(clinical)
