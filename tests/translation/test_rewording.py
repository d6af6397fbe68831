"""Other words in a leaflet's file: only their own lines change, however they are written."""

from __future__ import annotations

import pytest

from handoutgen.content.yaml.nodes import ModelPath, find_node
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.translation.rewording import reworded

FILE = """\
# The first line.
title: Cramps   # by hand
note: "Ask \\"now\\""
main: >-
  One line
  and another.

about:
  # Inside.
  text: |
    One.

    - Two.
    - Three.
  caution: 'It''s so'
steps:
- {hold: 20 seconds, times: 3 times}
- [a, "b"]
"""


def said(data: bytes, path: ModelPath) -> str:
    root = read_yaml(data, "").root
    assert root
    node, depth = find_node(root, path)
    assert depth == len(path)
    return getattr(node, "text", "")


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        (("title",), "Skurcze", "title: Cramps ", "title: Skurcze "),
        (("title",), "Skurcze: #1", "title: Cramps ", 'title: "Skurcze: #1" '),
        (("title",), "no", "title: Cramps ", 'title: "no" '),
        (("main",), "Inne słowa.", "  One line\n  and another.\n", "  Inne słowa.\n"),
        (("about", "text"), "Raz.\n\n- Dwa.", "    One.\n\n    - Two.\n    - Three.\n", "    Raz.\n\n    - Dwa.\n"),
        (("about", "caution"), "- nie", "'It''s so'", '"- nie"'),
        (("steps", 0, "times"), "3 razy, potem 4", "3 times}", '"3 razy, potem 4"}'),
        (("steps", 1, 0), "Ą [x]", "[a,", '["Ą [x]",'),
    ],
)
def test_a_text_changes_on_its_own_lines_in_the_way_it_was_written(
    path: ModelPath, text: str, old: str, new: str
) -> None:
    assert FILE.count(old) == 1
    for end, mark in (("\n", b""), ("\r\n", b"\xef\xbb\xbf")):
        before = mark + FILE.replace("\n", end).encode("utf-8")
        made = reworded(before, {path: text})
        assert made == mark + FILE.replace(old, new).replace("\n", end).encode("utf-8")
        assert said(made, path).strip() == text


def test_what_the_style_of_a_block_cannot_hold_is_quoted() -> None:
    made = reworded(FILE.encode("utf-8"), {("main",): "- One\n  - two", ("about", "text"): " x"})
    assert said(made, ("main",)) == "- One\n  - two"
    assert "# Inside." in made.decode("utf-8")


def test_long_words_in_a_folded_block_are_wrapped() -> None:
    text = "wyraz " * 60
    made = reworded(FILE.encode("utf-8"), {("main",): text.strip()})
    assert max(len(line) for line in made.decode("utf-8").splitlines()) <= 120
    assert said(made, ("main",)) == text.strip()


def test_nothing_asked_is_nothing_changed() -> None:
    assert reworded(b"not: [yaml", {}) == b"not: [yaml"


@pytest.mark.parametrize("path", [("nowhere",), ("about",), ("steps", 7), ("about", "text", "more")])
def test_a_place_that_is_not_there_or_no_text_is_refused(path: ModelPath) -> None:
    with pytest.raises(HandoutError, match="cannot be changed here"):
        reworded(FILE.encode("utf-8"), {path: "x"})
    with pytest.raises(ContentRefused):
        reworded(b"", {path: "x"})
