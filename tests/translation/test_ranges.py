"""Ranges that a translation turns round; numbers that a language may put in another order."""

from __future__ import annotations

import pytest

from handoutgen.translation.ranges import turned_ranges


@pytest.mark.parametrize(
    ("source", "made", "tag", "told"),
    [
        ("Hold for 20 to 30 seconds.", "Wytrzymaj od 30 do 20 sekund.", "pl", "20 to 30"),
        ("Have 6 to 8 drinks.", "喝8至6杯。", "zh-Hans", "6 to 8"),
        ("Hold for 20 to 30 seconds.", "اثبت من ٣٠ إلى ٢٠ ثانية.", "ar", "20 to 30"),
        ("Take 5 mg to 10 mg.", "Tome de 10 mg a 5 mg.", "es", "5 mg to 10"),
        ("Take 0.5-1 mg.", "Weź 1–0,5 mg.", "pl", "0.5-1"),
    ],
)
def test_a_range_that_is_turned_round_is_told(source: str, made: str, tag: str, told: str) -> None:
    assert turned_ranges(source, "en-GB", made, tag) == [told]


@pytest.mark.parametrize(
    ("source", "made", "tag"),
    [
        ("Hold for 20 to 30 seconds.", "Wytrzymaj od 20 do 30 sekund.", "pl"),
        ("Hold for 20 to 30 seconds.", "اثبت من ٢٠ إلى ٣٠ ثانية.", "ar"),
        ("Pick 1 or 2 of the 6 things.", "从6项中选1或2项。", "zh-Hans"),
        ("Take 1 of 5.", "5つのうち1つ。", "ja"),
        ("Take 5 mg 2 times.", "2 razy po 5 mg.", "pl"),
        ("Call from 9pm to 5am.", "Dzwoń od 5:00 do 21:00.", "pl"),
        ("Count from 5 to 1.", "Licz od 5 do 1.", "pl"),
        ("Hold for 20 to 30 seconds.", "Powtórz 30. Potem wytrzymaj 20 sekund.", "pl"),
        ("Rest for 10 to 15 minutes.", "15 minut, 10 do 15 minut.", "pl"),
    ],
)
def test_what_a_language_may_say_in_another_order_is_not(source: str, made: str, tag: str) -> None:
    assert turned_ranges(source, "en-GB", made, tag) == []
