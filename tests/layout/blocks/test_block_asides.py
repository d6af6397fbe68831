"""Asides and the quiet lists of a section: "Important", "Stop if", "Ask first"."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.model import Callout
from handoutgen.layout.blocks.sections import callout_atoms, quiet_list
from handoutgen.layout.flow.atoms import EASY, NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    costs,
    gaps,
    icons,
    left_edges,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
    words,
)


def set_aside(look: Look, **content: Any) -> tuple[Element, Atom]:
    parent = Element("Div")
    (atom,) = callout_atoms(look, parent, Callout.model_validate(content), 300, before=look.unit)
    return parent, atom


@pytest.mark.parametrize(
    ("kind", "word", "icon"), [("important", "Important", "warning"), ("tip", "Tip", "tip"), ("note", "Note", "info")]
)
def test_an_aside_says_in_a_word_and_an_icon_what_it_is_for(fonts: FontBook, kind: str, word: str, icon: str) -> None:
    parent, atom = set_aside(look_for(fonts), kind=kind, text="No heat on numb skin.")
    assert shape(parent) == "Div(Div(P P))"
    assert parent.kids[0].ident == kind
    assert said_by(parent) == [word, "No heat on numb skin."]
    assert icons(atom) == [icon]


def test_an_authors_title_stands_in_place_of_the_word(fonts: FontBook) -> None:
    assert said_by(set_aside(look_for(fonts), title="Numb skin", text="No heat.")[0]) == ["Numb skin", "No heat."]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_an_asides_bar_is_as_high_as_it_and_its_words_hang_right_of_its_icon(fonts: FontBook, base: float) -> None:
    _, atom = set_aside(look_for(fonts, base), text=words(30))
    (bar,) = puts(atom, UprightRule)
    assert (bar.down, bar.piece.height) == (0.0, atom.height)
    assert left_edges(puts(atom, TextPiece)) == pytest.approx([base * (0.25 + 0.8 + 1.5 + 0.6)])
    (icon,) = puts(atom, DrawingPiece)
    assert bar.x < icon.x < icon.right < puts(atom, TextPiece)[0].x
    assert right_end(atom) <= 300


def test_a_short_aside_stays_with_what_it_is_said_of_and_a_long_one_may_start_a_page(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, short = set_aside(look, text="Mind the stove.")
    _, long = set_aside(look, text=words(80))
    assert (short.cost, long.cost) == (NEVER, EASY)
    assert short.height < look.grid.depth * 0.3 < long.height
    assert gaps(look, [short, long]) == [1, 1]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_stop_if_is_never_parted_from_its_items(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    parent = Element("Div")
    atoms = quiet_list(look, parent, "stop", "Stop if", ["you feel pain", words(40), "you feel dizzy"], 300)
    assert shape(parent) == "Div(P L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)))"
    assert said_by(parent)[:3] == ["Stop if", "•", "you feel pain"]
    assert set(costs(atoms)[1:]) == {NEVER}
    assert len(atoms) > 4  # one of the items is long enough to be parted elsewhere


@pytest.mark.parametrize("base", [12, 18, 24])
def test_its_items_hang_under_its_word_and_the_icon_left_of_it(fonts: FontBook, base: float) -> None:
    atoms = quiet_list(look_for(fonts, base), Element("Div"), "ask", "Ask first if", ["one", words(9)], 300)
    hang = base * (1.35 + 0.5)
    assert icons(atoms) == ["ask"]
    assert put_that_says(atoms, "Ask first if").x == pytest.approx(hang)
    assert left_edges(put for put in puts(atoms, TextPiece) if put.text == "•") == pytest.approx([hang])
    assert put_that_says(atoms, "one").x == pytest.approx(hang + 1.15 * base)
    assert right_end(atoms) <= 300
    assert lines_of(atoms[0]) == ["Ask first if"]
