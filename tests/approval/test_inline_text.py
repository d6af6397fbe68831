"""One way to write what was read: the same words with the same looks are one text, and others never are."""

from __future__ import annotations

from itertools import combinations

import pytest

from handoutgen.approval.inline_text import one_line, written_lines, written_row

PROSE = """\
First line
goes on.

- one
- two **bold {clinic.phone} bold**
  1. inner
  2. last

     of it

| a | b |
|---|---|
| \\| | [x](tel:{clinic.phone}) |
"""
WRITTEN = [
    "First line goes on.", "- one", "- two **bold {clinic.phone} bold**", "  1. inner", "  2. last", "    of it",
    "| a | b |", "| \\| | [x](tel:{clinic.phone}) |",
]  # fmt: skip
UNLIKE = [
    "a", "**a**", "\\*\\*a\\*\\*", "[a](https://a.example)", "[a](https://b.example)", "**[a](https://a.example)**",
    "a.", "A", "{clinic.phone}", "{{clinic.phone}}", "**{clinic.phone}**", "a **b** c",
    "a b **c**", "a **b c**", "a b", "a\u00a0b", "\\[a](b)", "a \\\\ b",
    "2.5 mg", "25 mg",
]  # fmt: skip


def test_prose_is_a_line_for_each_paragraph_entry_and_row() -> None:
    assert list(written_lines(PROSE, "prose")) == WRITTEN


@pytest.mark.parametrize(("one", "two"), list(combinations(UNLIKE, 2)))
def test_texts_that_a_reader_can_tell_apart_are_never_one(one: str, two: str) -> None:
    assert list(written_lines(one, "phrase")) != list(written_lines(two, "phrase"))


@pytest.mark.parametrize(
    ("one", "two"),
    [("a\nb", "a b"), ("a  b", "a b"), ("caf\u00e9", "cafe\u0301"), ("__a__", "**a**"), ("a\\.", "a.")],
)
def test_texts_that_a_reader_cannot_tell_apart_are_one(one: str, two: str) -> None:
    assert list(written_lines(one, "phrase")) == list(written_lines(two, "phrase"))


def test_a_paragraph_that_begins_like_a_list_is_none() -> None:
    assert list(written_lines("1\\. a", "prose")) != list(written_lines("1. a", "prose"))


def test_what_is_no_markdown_stays_as_it_is() -> None:
    assert list(written_lines("a *  {{b", "plain")) == ["a * {{b"]
    assert list(written_lines("# a\nb", "phrase")) == ["# a b"]


def test_an_empty_cell_is_a_place_to_write() -> None:
    assert written_row(("a", "", "**b**")) == "| a |  | **b** |"
    assert written_row(("a|b", "c")) != written_row(("a", "b|c"))


def test_no_line_breaks_in_two() -> None:
    assert one_line(" a\u2028b\x85c\x1cd\r\ne\tf\u00a0g ") == "a b c d e f\u00a0g"
