"""No text keeps a check busy: 20,000 characters that break one rule a thousand times are judged in a moment."""

from __future__ import annotations

import time

import pytest

from check.rules.example_leaflets import found_in
from handoutgen.check.rules.record import Example

LONGEST = 19_000
MOST_SECONDS = 5.0
"""On a busy machine; it takes a tenth of it."""
SAID = (
    "The patient rests. ", "Wake the patient ",
    "See your doctor soon ", "You should call 999 ", "Patients ", "work out your dose ", "1g or ", "the " * 5, "(((",
    "not un", "stop taking your tablets suddenly ", "sleepy tablets make you ", "Take 1 tablet od ",
    "[here](http://a) ", "sudden speech ", "mcg ", "is taken by the ", "take your tablets away from ",
    "If a, ", "if a, or if b, ",
)  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_a_text_without_an_end_is_judged_in_a_moment(words: str) -> None:
    example = Example((words * LONGEST)[:LONGEST].rpartition(" ")[0] or words * (LONGEST // len(words)))
    began = time.process_time()
    found_in(example)
    assert time.process_time() - began < MOST_SECONDS
