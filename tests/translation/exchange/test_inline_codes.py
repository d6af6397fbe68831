"""Texts taken apart for translation tools: every piece put together again is the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.translation.exchange.inline_codes import FieldCode, InlinePiece, SpanCode, pieces_of, segments_of

SIGNS = st.lists(
    st.sampled_from(["**", "a", " ", "\n", "- ", "1. ", "|", "[", "](", ")", "{", "}", "\\", "b", "{x.y}"])
)


def joined(pieces: tuple[InlinePiece, ...]) -> str:
    told = ""
    for piece in pieces:
        if isinstance(piece, SpanCode):
            told += piece.start + joined(piece.inner) + piece.end
        else:
            told += piece.written if isinstance(piece, FieldCode) else piece
    return told


@given(SIGNS)
def test_nothing_is_lost_between_words_and_codes(signs: list[str]) -> None:
    assert joined(pieces_of("".join(signs))) == "".join(signs)


@given(SIGNS)
def test_stretches_differ_from_the_text_in_line_ends_and_spaces_alone(signs: list[str]) -> None:
    text = "".join(signs)
    assert "".join("".join(each.text for each in segments_of(text)).split()) == "".join(text.split())


def test_strong_words_links_and_fields_are_codes_and_escaped_signs_are_words() -> None:
    strong, link, field, words = pieces_of(r"**Stop**[the **page**](https://a.org){clinic.phone} 2 \* {{3}}")
    assert strong == SpanCode("**", "**", ("Stop",), False)
    assert isinstance(link, SpanCode)
    assert (link.end, link.is_link, len(link.inner)) == ("](https://a.org)", True, 2)
    assert field == FieldCode("{clinic.phone}")
    assert words == r" 2 \* {{3}}"


@pytest.mark.parametrize(
    ("text", "words", "between"),
    [
        ("One.\n\nTwo.", ["One.", "Two."], ["\n\n"]),
        ("One\ngoes on.", ["One goes on."], []),
        ("- One\n  goes on\n- Two", ["One goes on", "Two"], ["- ", "\n- "]),
        ("1. One\n   - Two", ["One", "Two"], ["1. ", "\n   - "]),
        (
            "| A | B |\n|---|---|\n| 1 | {x.y} |",
            ["A", "B", "1", "{x.y}"],
            ["| ", " | ", " |\n|---|---|\n| ", " | ", " |"],
        ),
    ],
)  # fmt: skip
def test_list_marks_bars_and_line_ends_are_not_for_translators(
    text: str, words: list[str], between: list[str]
) -> None:  # fmt: skip
    found = segments_of(text)
    assert [each.text for each in found if each.says_something] == words
    assert [each.text for each in found if not each.says_something] == between
