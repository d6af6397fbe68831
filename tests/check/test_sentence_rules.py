"""Where a sentence ends, and which full stops end none."""

from __future__ import annotations

import pytest

from handoutgen.check.passages import CheckedPassage, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Take it at 9 p.m. each night. Rest.", 2),
        ("Come at 9 a.m. Bring a bag.", 2),
        ("See Dr. Ruiz. She helps.", 2),
        ("Take No. 4 first. Rest.", 2),
        ("Did it help? No. Call us.", 3),
        ("Take 2.5 mg. Rest.", 2),
    ],
)
def test_a_short_form_ends_a_sentence_only_where_another_begins(text: str, count: int) -> None:
    assert len(sentences(text, CheckedPassage(0, len(text), is_item=False))) == count
