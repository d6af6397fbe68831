"""The order of mixed text, held against another implementation and against what a reader must see."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.text.bidi import levels, visual_order
from handoutgen.unbreakable import kept_together

CONTROLS = "\u2066\u2067\u2068\u2069"


def display(text: str, base: int, keep: bool = True) -> str:
    found = levels(text, base, kept_together(text) if keep else ()) or [0] * len(text)
    for index in range(len(text) - 1, -1, -1):  # L1 counts isolate controls at the end as white space
        if not (text[index].isspace() or text[index] in CONTROLS):
            break
        found[index] = base
    return "".join(text[index] for index in visual_order(found) if text[index] not in CONTROLS)


LETTERS = "abאبا12٣٤ .,-+%/:\u0301\u064b"
EITHER = st.one_of(*[st.text(LETTERS + more, min_size=1, max_size=12) for more in (CONTROLS, "()[]")])
"""Isolates or brackets, not both: the reference asks what is inside an isolate, too, what stands before a bracket."""


@given(EITHER, st.sampled_from([0, 1]))
def test_levels_agree_with_the_reference(text: str, base: int) -> None:
    theirs = get_display(text, base_dir="LR"[base])
    assert display(text, base, keep=False) == "".join(c for c in theirs if c not in CONTROLS)


def test_what_stands_before_a_bracket_is_not_asked_inside_an_isolate() -> None:
    # UAX#9 N0 c1: "[1]" holds only a number, and the strong character before it is the Hebrew letter (BD13).
    assert display("1א\u20661\u2069[1]", base=0, keep=False) == "1]1[1א"


@pytest.mark.parametrize(
    "kept", ["5 mg", "0117 496 0000", "+44 (0)117 496 0000", "22 November 2026", "9.30 am", "www.nhs.uk/ms"]
)
def test_a_dose_or_number_reads_the_same_in_arabic_text(kept: str) -> None:
    assert kept in display(f"تناول {kept} الآن", base=1)


@pytest.mark.parametrize(
    "phrase", ["Baclofen 5 mg", "5 mg Baclofen", "co-codamol 30 mg twice", "9am–5pm", "6–8", "5 mg Baclofen 10 mg"]
)
def test_a_latin_phrase_with_a_dose_or_a_range_reads_left_to_right(phrase: str) -> None:
    assert phrase in display(f"تناول {phrase} الآن", base=1)
    assert phrase in display(f"{phrase} الآن", base=1)
    assert phrase in display(f"الآن {phrase}", base=1)


def test_a_list_of_doses_runs_right_to_left() -> None:
    assert "10 mg ،5 mg" in display("تناول 5 mg، 10 mg الآن", base=1)


def test_a_unit_in_arabic_letters_follows_its_number_from_right_to_left() -> None:
    assert display("٥ ملغ", base=1) == "غلم ٥"
    assert display("6–8 ساعات", base=1) == "تاعاس 6–8"
    assert display("٦–٨", base=1) == "٨–٦"


def test_without_the_isolates_a_dose_would_be_turned_round() -> None:
    assert "mg 5" in display("تناول 5 mg الآن", base=1, keep=False)


def test_a_number_after_an_arabic_word_keeps_its_place_in_english_text() -> None:
    assert display("say نعم 5 mg now", base=0).endswith("5 mg now")


def test_plain_left_to_right_text_needs_no_levels() -> None:
    assert levels("Leg cramps: 5 mg", 0) is None
    assert levels("Leg cramps", 1) is not None


def test_an_override_is_obeyed_and_ends() -> None:
    assert levels("a\u202ebc\u202cd", 0) == [0, 0, 1, 1, 0, 0]


def test_deep_nesting_does_not_overflow() -> None:
    found = levels("\u2067" * 3000 + "a", 0)
    assert found is not None
    assert max(found) < 126


def test_a_joiner_inside_a_unit_of_arabic_letters_is_no_stretch_from_left_to_right() -> None:
    text = "از ۳۰ میلی\u200cگرم در روز"
    kept = kept_together(text)
    assert [text[each.start : each.end] for each in kept] == ["۳۰ میلی\u200cگرم"]
    assert levels(text, 1, kept) == levels(text, 1)
