"""Findings of the model told with a remedy that works when it is followed to the letter."""

from __future__ import annotations

from handoutgen.content.explain import explain
from handoutgen.content.sections import ExtraSection


def test_the_remedy_for_a_long_text_says_where_its_quotes_go() -> None:
    told = explain({"type": "string_type", "loc": ("dose",), "input": {"Adults": "one " * 60}}, ExtraSection)
    assert (
        told.hint
        == 'write it as one text after dose: with a double quote before "Adults:" and one after its last word.'
    )


def test_a_reason_inside_a_section_is_sent_to_its_place() -> None:
    told = explain({"type": "extra_forbidden", "loc": ("none_because",), "input": "x"}, ExtraSection)
    assert "at the top of the file, by name: none_because: {before: …}" in told.hint
