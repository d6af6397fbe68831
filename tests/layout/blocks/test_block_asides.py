"""Asides and the quiet lists of a section: "Important", "Stop if", "Ask first"."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.sections import Callout
from handoutgen.layout.blocks.asides import callout_atoms, quiet_list
from handoutgen.layout.flow.atoms import EASY, HARD, NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
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
    assert shape(parent) == "Div(Div(H3 P))"
    assert parent.kids[0].ident == kind
    assert said_by(parent) == [word, "No heat on numb skin."]
    assert icons(atom) == [icon]


def test_an_authors_title_follows_the_word_for_its_kind(fonts: FontBook) -> None:
    parent, _ = set_aside(look_for(fonts), kind="important", title="Numb skin", text="No heat.")
    assert said_by(parent) == ["Important: Numb skin", "No heat."]


def test_an_asides_heading_is_of_the_level_below_the_one_it_stands_under(fonts: FontBook) -> None:
    parent = Element("Div")
    callout_atoms(look_for(fonts), parent, Callout(text="No heat."), 300, before=0.0, role="H4")
    assert shape(parent) == "Div(Div(H4 P))"


@pytest.mark.parametrize("base", [12, 18, 24])
def test_an_asides_bar_is_as_high_as_it_and_its_words_hang_right_of_its_icon(fonts: FontBook, base: float) -> None:
    _, atom = set_aside(look_for(fonts, base), text=words(9))
    (bar,) = puts(atom, UprightRule)
    assert (bar.down, bar.piece.height) == (0.0, atom.height)
    assert left_edges(puts(atom, TextPiece)) == pytest.approx([base * (0.25 + 0.8 + 1.5 + 0.6)])
    (icon,) = puts(atom, DrawingPiece)
    assert bar.x < icon.x < icon.right < puts(atom, TextPiece)[0].x
    assert right_end(atom) <= 300


def test_a_short_aside_stays_with_what_it_is_said_of_and_a_long_one_may_start_a_page(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, short = set_aside(look, text="Mind the stove.", kind="important")
    _, note = set_aside(look, text="Mind the stove.")
    _, long = set_aside(look, text=words(80))
    assert (short.cost, long.cost) == (NEVER, EASY)
    assert note.cost == HARD, "it may head the next column"
    _, in_large_print = set_aside(look_for(fonts, 18), text="Mind the stove.")
    assert in_large_print.cost == NEVER
    assert short.height < look.grid.depth * 0.3 < long.height
    assert gaps(look, [short, long]) == [1, 1]


def set_long(look: Look, text: str) -> list[Atom]:
    return callout_atoms(look, Element("Div"), Callout(text=text, title="Numb skin"), 300, before=look.unit)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_an_aside_higher_than_half_a_page_may_part_and_its_bar_runs_on_beside_each_part(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    atoms = set_long(look, "\n\n".join([words(60)] * 3))
    assert len(atoms) > 3
    assert max(atom.height for atom in atoms) < look.grid.depth * 0.25
    for atom in atoms:
        (bar,) = puts(atom, UprightRule)
        assert (bar.down, bar.piece.height, bar.x) == (0.0, atom.height, base * 0.125)
    assert gaps(look, atoms) == [1] + [0] * (len(atoms) - 1)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_its_icon_and_heading_stay_with_its_first_lines(fonts: FontBook, base: float) -> None:
    atoms = set_long(look_for(fonts, base), words(200))
    assert [icons(atom) for atom in atoms[:2]] == [["info"], []]
    assert lines_of(atoms[0]) == ["Note: Numb skin"]
    assert costs(atoms)[:3] == [EASY, NEVER, HARD]


def test_a_long_aside_says_the_same_words_with_the_same_white_as_a_short_one(fonts: FontBook) -> None:
    look = look_for(fonts)
    long = set_long(look, "\n\n".join([words(60)] * 3))
    lines = [line.text for put in puts(long, TextPiece) for line in put.piece.lines]
    assert " ".join(lines).split() == ["Note:", "Numb", "skin", *words(180).split()]
    assert sum(atom.height for atom in long) == pytest.approx(16 * len(lines) + 2 * look.unit)


def test_a_tables_head_in_a_long_aside_has_the_bar_beside_it_on_each_page(fonts: FontBook) -> None:
    table = "| A | B |\n|---|---|\n" + "| one | two |\n" * 40
    repeated = [atom.heading for atom in set_long(look_for(fonts), table) if atom.heading]
    assert len(repeated) == 40
    assert {len(puts(head, UprightRule)) for head in repeated} == {1}


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
def test_the_words_of_its_items_stand_under_its_word_and_their_bullets_under_the_icon(
    fonts: FontBook, base: float
) -> None:
    atoms = quiet_list(look_for(fonts, base), Element("Div"), "ask", "Ask first if", ["one", words(9)], 300)
    size = mm(6.5) * base / 12 if base < 18 else base * 1.35
    hang = size + base * 0.5
    (mark,) = puts(atoms, DrawingPiece)
    assert mark.piece.width == pytest.approx(size, rel=0.01)
    assert icons(atoms) == ["ask"]
    assert put_that_says(atoms, "Ask first if").x == pytest.approx(hang, rel=0.01)
    assert left_edges(put for put in puts(atoms, TextPiece) if put.text == "•") == pytest.approx(
        [hang - 1.15 * base], rel=0.01
    )
    assert put_that_says(atoms, "one").x == pytest.approx(hang, rel=0.01)
    assert right_end(atoms) <= 300
    assert lines_of(atoms[0]) == ["Ask first if"]
