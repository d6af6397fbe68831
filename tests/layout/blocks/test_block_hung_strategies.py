"""Strategies in brief in large print: what hangs under their titles, and the row that closes their page."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.layout.blocks.hung_strategies import closing_row, hung_strategy
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_strategy,
    all_of,
    icons,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
)

WARNED: dict[str, Any] = {"caution": "Go slowly.", "stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}


def hung(fonts: FontBook, base: float = 18, *, safety: bool = True, title: str = "Stretching") -> tuple[Element, Atom]:
    root, look = Element("Document"), look_for(fonts, base)
    strategy = a_strategy(title=title, **WARNED)
    return root, hung_strategy(look, root, (3, strategy), look.grid.full, Detail(safety=safety))


@pytest.mark.parametrize("base", [18, 24])
def test_what_keeps_readers_safe_hangs_under_the_title_each_with_its_icon(fonts: FontBook, base: float) -> None:
    _, atom = hung(fonts, base)
    left = put_that_says(atom, "Stretching").x
    marks = puts(atom, DrawingPiece)[1:]
    assert icons(atom) == ["stretching-icon", "warning", "stop", "ask"]
    assert [put.x for put in marks] == pytest.approx([left] * 3)
    for text in ("Take care: Go slowly.", "Stop if you feel pain.", "Ask first if you are pregnant."):
        assert put_that_says(atom, text).x > left
    assert right_end(atom) <= look_for(fonts, base).grid.full + 0.01


def test_a_caution_stands_for_the_lists_where_little_is_said(fonts: FontBook) -> None:
    root, atom = hung(fonts, safety=False)
    assert icons(atom) == ["stretching-icon", "warning"]
    assert said_by(root) == ["3 ", "Stretching", "Do stretching each day.", "Take care: Go slowly."]


def test_a_title_too_long_to_stand_beside_its_icon_has_all_at_the_left_edge(fonts: FontBook) -> None:
    _, atom = hung(fonts, 36, title="Physiotherapeuticallyandmore")
    assert put_that_says(atom, "Take care: Go slowly.").x < 2 * 36


def closed(fonts: FontBook, web: str | None) -> tuple[Element, Atom]:
    root = Element("Document")
    clinic = a_clinic(web=web) if web else a_clinic()
    return root, closing_row(setting_for(fonts, 18, clinic), root, ["There is more.", "Ask for it."])


def test_the_closing_row_has_a_code_beside_its_words_and_the_address_among_them(fonts: FontBook) -> None:
    root, atom = closed(fonts, "https://clinic.example/leaflets")
    assert said_by(root) == ["There is more.", "clinic.example/leaflets", "Ask for it."]
    (code,) = puts(atom, DrawingPiece)
    assert code.right < put_that_says(atom, "There is more.").x
    assert [link.uri for link in all_of(root, "Link")] == ["https://clinic.example/leaflets"]
    assert len(puts(atom, Rule)) == 1
    assert puts(atom, Frame) == []  # nothing stands behind text in large print


def test_without_a_page_to_open_it_is_words_alone(fonts: FontBook) -> None:
    root, atom = closed(fonts, None)
    assert said_by(root) == ["There is more.", "Ask for it."]
    assert (puts(atom, DrawingPiece), put_that_says(atom, "Ask for it.").x) == ([], 0)
