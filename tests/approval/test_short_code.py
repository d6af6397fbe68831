"""The short code is told apart from a slip of the eye or of the finger, and is the same wherever it is made."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handoutgen.approval.short_code import ALPHABET, LENGTH, code_as_typed, in_groups, short_code

DIGESTS = [f"{number:064x}" for number in range(200)]
CODES = [short_code(digest, "en-GB") for digest in DIGESTS]


def test_the_alphabet_has_no_look_alikes_and_makes_no_words() -> None:
    for alike in ("0O", "1IL", "5S", "2Z", "8B", "6G", "UV"):
        assert len(set(alike) & set(ALPHABET)) <= 1
    assert not set("AEIOUY01") & set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 23


def test_a_text_has_one_code_and_another_text_or_language_another() -> None:
    assert short_code("0" * 64, "en-GB") == CODES[0] == "W2XTKTTF"
    assert len(set(CODES)) == len(CODES)
    assert short_code(DIGESTS[0], "cy") != CODES[0]
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in CODES)


def test_it_is_printed_in_two_groups_that_no_line_parts() -> None:
    assert in_groups("K7QX4MP6") == "K7QX\u00a04MP6"


@pytest.mark.parametrize(
    "typed",
    ["K7QX 4MP6", "K7QX\u00a04MP6", "k7qx4mp6", "k7qx-4mp6", " K7QX  4MP6 ", "K7QX–4MPG", "\u2066K7QX 4MP6\u2069"],
)
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    assert code_as_typed(typed) == "K7QX4MP6"


@pytest.mark.parametrize(
    "typed", ["", "K7QX", "K7QX 4MP", "K7QX 4MP66", "K7QX 4MPO", "K7QX 4MP٦", "K7QX/4MP6", "ß" * 8]
)
def test_what_cannot_have_been_printed_is_none(typed: str) -> None:
    assert code_as_typed(typed) is None


def test_every_single_misread_character_is_told() -> None:
    for code in CODES[:20]:
        for place in range(LENGTH):
            others = (code[:place] + sign + code[place + 1 :] for sign in ALPHABET if sign != code[place])
            assert not any(map(code_as_typed, others))


def test_every_two_characters_that_changed_places_are_told() -> None:
    for code in CODES:
        for first, second in [*pairwise(range(LENGTH)), (0, 7), (2, 5)]:
            signs = list(code)
            signs[first], signs[second] = signs[second], signs[first]
            assert code_as_typed("".join(signs)) == (code if code[first] == code[second] else None)
