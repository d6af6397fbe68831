"""The reason for handing out a leaflet past its date is printed, so it must be a text that can be."""

from __future__ import annotations

import pytest

from handoutgen.check.reason import LONGEST_REASON, refuse_reason
from handoutgen.errors import UsageProblem


def uncovered(text: str) -> list[tuple[int, str]]:
    return [(index, character) for index, character in enumerate(text) if ord(character) > 0xFFFF]


@pytest.mark.parametrize("reason", ["The review is under way.", "Prüfung läuft", "x" * LONGEST_REASON])
def test_a_few_words_are_a_reason(reason: str) -> None:
    refuse_reason(reason, uncovered)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("", "empty"), ("  ", "empty"), ("\u200b", "empty"), ("\u2060\u00ad", "empty"),
        ("x" * 5000, "5,000 characters"),
        ("soon 😀", "U+1F600"), ("a\u202eb", "turns text round"), ("a\x07b", "control character"),
        ("a\nb", "line break"), ("ask {clinic.phone}", "field"), ("A &amp; B", "HTML code"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_as_it_stands_is_refused_with_an_example(reason: str, told: str) -> None:
    with pytest.raises(UsageProblem, match="past its review date") as caught:
        refuse_reason(reason, uncovered)
    assert told in caught.value.message
    assert "--allow-expired" in caught.value.remedy
