"""The tree of elements: looked through in reading order, and no farther than asked."""

from __future__ import annotations

import pytest

from handoutgen.plan.element import Element


def _tree() -> Element:
    root = Element("Document")
    card = root.add("Sect").add("Div")
    card.add("H3", "first")
    card.add("H3", "second")
    root.add("H3", "third")
    return root


def test_the_first_of_a_role_is_the_first_that_is_read() -> None:
    root = _tree()
    assert root.first("H3").text == "first"
    assert root.first("Document") is root
    assert [each.text for each in root.walk() if each.role == "H3"] == ["first", "second", "third"]


def test_a_role_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match="no H1 in Document"):
        _tree().first("H1")
