"""Places to write: never less than 10 mm from line to line, and a line that is long enough for a hand."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.writing import blank_lines, labelled_line, least_pitch, pitch
from handoutgen.layout.flow.atoms import EASY, FAIR
from handoutgen.layout.flow.pieces import Rule
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import costs, fields, look_for, put_that_says, puts, said_by, shape


@pytest.mark.parametrize(
    ("base", "high", "least"), [(12, mm(10), mm(10)), (14, mm(10), mm(10)), (18, 36, 28.8), (24, 48, 38.4)]
)
def test_lines_to_write_on_stand_ten_millimetres_apart_or_more(
    fonts: FontBook, base: float, high: float, least: float
) -> None:
    look = look_for(fonts, base)
    assert pitch(look) == high
    assert least_pitch(look) == pytest.approx(least)
    assert min(pitch(look), least_pitch(look)) >= mm(10)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_empty_lines_are_rules_at_the_foot_of_their_room_and_counted_for_who_hears_them(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    parent = Element("Sect")
    atoms = blank_lines(look, parent, "My notes:", 3, 200)
    assert [(put.x, put.down, put.piece.width) for put in puts(atoms)] == [(0.0, pitch(look), 200)] * 3
    assert [atom.height for atom in atoms] == [pitch(look)] * 3
    assert {put.piece.colour for put in puts(atoms, Rule)} == {look.palette.write}
    assert costs(atoms) == [EASY, FAIR, FAIR]
    assert fields(parent) == [("3 empty lines", "My notes")]
    assert {put.piece.element for put in puts(atoms, Rule)} == set(parent.kids)


def test_lines_for_pens_only_and_no_lines_at_all_are_nothing_to_hear(fonts: FontBook) -> None:
    look, parent = look_for(fonts), Element("Sect")
    assert {put.piece.element for put in puts(blank_lines(look, None, "My notes", 3, 200), Rule)} == {None}
    assert blank_lines(look, parent, "My notes", 0, 200) == []
    assert parent.kids == []


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_word_stands_on_the_line_beside_it(fonts: FontBook, base: float) -> None:
    look, parent = look_for(fonts, base), Element("Div")
    atom = labelled_line(look, parent, "Name:", 300)
    label, (rule,) = put_that_says(atom, "Name:"), puts(atom, Rule)
    assert shape(parent) == "Div(P Form)"
    assert fields(parent) == [("1 empty line", "Name")]
    assert rule.piece.element is parent.kids[1]
    assert label.down + label.piece.baseline == pytest.approx(rule.down)
    assert rule.x == pytest.approx(label.right + 0.5 + base * 0.5)
    assert rule.right == pytest.approx(300)
    assert rule.down == pitch(look)


@pytest.mark.parametrize(("base", "shortest"), [(12, 96), (24, mm(40))])
def test_where_too_little_of_the_line_would_be_left_it_goes_under_the_word(
    fonts: FontBook, base: float, shortest: float
) -> None:
    look = look_for(fonts, base)
    taken = look.natural_width("Name:") + 0.5 + base * 0.5
    beside, under = (labelled_line(look, None, "Name:", taken + shortest + more) for more in (0.1, -0.1))
    assert puts(beside, Rule)[0].piece.width == pytest.approx(shortest + 0.1)
    assert (puts(under, Rule)[0].x, puts(under, Rule)[0].piece.width) == (0.0, pytest.approx(taken + shortest - 0.1))
    assert puts(under, Rule)[0].down == look.scale.body.leading + pitch(look)
    assert under.height == look.scale.body.leading + pitch(look)


def test_how_high_a_line_is_can_be_said(fonts: FontBook) -> None:
    atom = labelled_line(look_for(fonts), None, "Name:", 300, 40)
    assert puts(atom, Rule)[0].down == 40


def test_a_copy_for_pens_only_has_no_words_to_read(fonts: FontBook) -> None:
    look, parent = look_for(fonts), Element("Div")
    copy = labelled_line(look, None, "Name:", 300)
    assert [put.piece.element for put in puts(copy)] == [None, None]
    labelled_line(look, parent, "Name:", 300)
    assert said_by(parent) == ["Name:"]
