"""A hand such as Nastaliq (ISO 15924: Aran): the words and direction of its script, with fonts of its own."""

from __future__ import annotations

import pytest

from handoutgen.content.words import words_for
from handoutgen.language import language_of

HANDED = ["ur-Aran", "ur-Aran-PK", "fa-Aran", "ps-Aran"]


@pytest.mark.parametrize("tag", HANDED)
def test_a_hand_has_the_words_and_direction_of_its_script(tag: str) -> None:
    handed, plain = language_of(tag), language_of(tag.replace("-Aran", ""))
    assert (handed.direction, handed.written_in) == (plain.direction, "Arab") == ("rtl", plain.written_in)
    assert handed.conventions == plain.conventions
    assert (handed.plurals, handed.decimal_sign) == (plain.plurals, plain.decimal_sign)
    said, usual = words_for(tag), words_for(plain.tag)
    assert not said.missing
    assert said.texts == usual.texts


def test_fonts_alone_differ() -> None:
    assert (language_of("ur-Aran").hand, language_of("ur-Aran").drawn_in) == ("Aran", "Aran")
    assert (language_of("ur").hand, language_of("ur").drawn_in) == ("", "Arab")


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [
        ("ur-Aran", "ur"), ("ur-Aran-PK", "ur-PK"), ("fa-Aran-AF", "fa-AF"), ("pa-Aran", "pa-Arab"),
        ("pa-Aran-PK", "pa-PK"), ("ur", "ur"), ("zh-Hant", "zh-Hant"), ("en-GB", "en-GB"), ("pa-Arab", "pa-Arab"),
    ],
)  # fmt: skip
def test_who_listens_hears_nothing_of_a_hand(tag: str, spoken: str) -> None:
    assert language_of(tag).spoken == spoken


@pytest.mark.parametrize(
    ("tag", "drawn"),
    [("ur", "ur-Aran"), ("ur-PK", "ur-Aran-PK"), ("ur-Arab", "ur-Aran"), ("ur-Aran", "ur-Aran"), ("pa", "pa"),
     ("pa-Arab", "pa-Aran"), ("en-GB", "en-GB"), ("he", "he")],
)  # fmt: skip
def test_a_language_of_that_script_can_be_drawn_in_a_hand(tag: str, drawn: str) -> None:
    assert language_of(tag).in_hand("Aran") == drawn
    assert language_of(tag).in_hand("") == tag


@pytest.mark.parametrize(
    ("tag", "there"),
    [("ur-Aran", ("ur", "ur-Arab")), ("ur-Aran-PK", ("ur-PK", "ur-Arab-PK")), ("pa-Aran", ("pa-Arab",)), ("ur", ()),
     ("en-GB", ())],
)  # fmt: skip
def test_which_leaflets_have_the_words(tag: str, there: tuple[str, ...]) -> None:
    """Punjabi alone is written in Gurmukhi, and has no words for Shahmukhi."""
    assert language_of(tag).same_words == there


def test_punjabi_in_nastaliq_has_no_words_yet() -> None:
    assert words_for("pa-Aran").missing
