"""Markdown in a column: paragraphs, lists inside lists, and what a page break may not part."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.flow.atoms import EASY, FAIR, HARD, LAST_RESORT, NEVER, Atom, text_atoms
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    all_of,
    costs,
    gaps,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    words,
)

NESTED = "- one\n- two\n\n  - inner\n  - more\n- three"


def set_in(look: Look, source: str, width: float = 300, before: float = 0.0) -> tuple[Element, list[Atom]]:
    parent = Element("Div")
    return parent, prose(look, parent, source, width, before=before)


def test_paragraphs_stand_one_unit_apart_and_the_first_where_it_is_told(fonts: FontBook) -> None:
    look = look_for(fonts)
    parent, atoms = set_in(look, "First.\n\nSecond.\n\nThird.", before=look.unit * 2)
    assert shape(parent) == "Div(P P P)"
    assert said_by(parent) == ["First.", "Second.", "Third."]
    assert gaps(look, atoms) == [2, 1, 1]
    assert costs(atoms) == [EASY, EASY, EASY]


def test_a_list_is_never_parted_from_the_words_that_introduce_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_in(look, "Bring:\n\n- a towel\n- a chair\n- water")
    assert lines_of(atoms) == ["Bring:", "a towel", "•", "a chair", "•", "water", "•"]
    assert costs(atoms) == [EASY, NEVER, LAST_RESORT, LAST_RESORT]
    assert gaps(look, atoms) == [0, 0.5, 0.4, 0.4]


def test_a_list_without_words_before_it_may_start_a_page(fonts: FontBook) -> None:
    assert costs(set_in(look_for(fonts), "- a towel\n- a chair")[1]) == [FAIR, LAST_RESORT]


def test_a_table_is_never_parted_from_the_words_that_introduce_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_in(look, "Doses:\n\n| A | B |\n|---|---|\n| 1 | 2 |")
    assert atoms[1].cost == NEVER
    assert gaps(look, atoms)[1] == 1


def test_a_numbered_list_starts_where_its_author_starts_it(fonts: FontBook) -> None:
    parent, atoms = set_in(look_for(fonts), "3. three\n4. four")
    assert said_by(parent) == ["3.", "three", "4.", "four"]
    assert parent.kids[0].numbering == "Decimal"
    assert {put.x for put in puts(atoms)} == {0.0, 1.6 * 12}


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_list_in_a_list_hangs_by_the_same_indent_again(fonts: FontBook, base: float) -> None:
    parent, atoms = set_in(look_for(fonts, base), NESTED)
    inner = "LBody(P L(LI(Lbl LBody) LI(Lbl LBody)))"
    assert shape(parent) == f"Div(L(LI(Lbl LBody) LI(Lbl {inner}) LI(Lbl LBody)))"
    indent = 1.15 * base
    assert [put_that_says(atoms, text).x for text in ("one", "two", "inner", "more", "three")] == pytest.approx(
        [indent, indent, 2 * indent, 2 * indent, indent]
    )
    assert [round(put.x / indent, 4) for put in puts(atoms) if put.text == "•"] == [0, 0, 1, 1, 0]


def test_an_inner_list_stays_with_the_item_it_belongs_to(fonts: FontBook) -> None:
    _, atoms = set_in(look_for(fonts), NESTED)
    assert [lines_of(atom)[0] for atom in atoms] == ["one", "two", "inner", "more", "three"]
    assert atoms[2].cost == NEVER


@pytest.mark.parametrize("base", [12, 18])
def test_items_of_prose_stand_as_far_apart_as_those_of_other_lists(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    assert gaps(look, set_in(look, "- a\n- b\n- c")[1]) == [0, 0.4, 0.4]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_no_words_are_wider_than_their_column(fonts: FontBook, base: float) -> None:
    source = f"{words(30)}\n\n- {words(15)}\n\n  1. {words(15)}\n\n{words(3)} **{words(9)}**"
    assert right_end(set_in(look_for(fonts, base), source)[1]) <= 300


@pytest.mark.parametrize(("lines", "parts"), [(5, [5]), (6, [2, 1, 1, 2]), (8, [2, 1, 1, 1, 1, 2])])
def test_a_paragraph_of_more_than_five_lines_may_be_parted_but_never_leaves_one_line_alone(
    fonts: FontBook, lines: int, parts: list[int]
) -> None:
    _, atoms = set_in(look_for(fonts), words(lines), width=80, before=9)
    assert [len(put.piece.lines) for put in puts(atoms)] == parts
    assert costs(atoms) == [EASY] + [HARD] * (len(parts) - 1)
    assert [atom.before for atom in atoms] == [9] + [0] * (len(parts) - 1)


def test_a_long_first_item_stays_with_the_second(fonts: FontBook) -> None:
    _, atoms = set_in(look_for(fonts), f"- {words(8)}\n- two\n- three\n- four", width=80)
    assert costs(atoms) == [FAIR, *[LAST_RESORT] * 6, FAIR, LAST_RESORT]


def test_how_long_a_paragraph_stays_whole_can_be_said(fonts: FontBook) -> None:
    piece = look_for(fonts).text(None, words(8), 80)
    assert [len(atom.puts) for atom in text_atoms(piece, whole_up_to=8)] == [1]
    assert len(text_atoms(piece, whole_up_to=7)) == 6


def test_a_clinics_number_stands_where_the_author_asks_for_it(fonts: FontBook) -> None:
    parent, _ = set_in(setting_for(fonts, 12, a_clinic()), "Call {clinic.phone} first.")
    assert said_by(parent) == ["Call 0117 496 0123 first."]


def test_a_links_address_is_printed_unless_its_words_name_the_site(fonts: FontBook) -> None:
    parent, _ = set_in(look_for(fonts), "[Read more](https://www.nhs.uk/cramps) or see [nhs.uk](https://www.nhs.uk/).")
    assert shape(parent) == "Div(P(Link Link))"
    assert said_by(parent) == ["Read more (www.nhs.uk/cramps) or see nhs.uk."]
    assert [link.text for link in all_of(parent, "Link")] == ["Read more (www.nhs.uk/cramps)", "nhs.uk"]
