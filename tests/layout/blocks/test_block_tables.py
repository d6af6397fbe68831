"""Tables: rows under a head that is repeated, or each row as a list of its own where the print is too large."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.blocks import TableBlock, Text
from handoutgen.layout.blocks.tables import column_gap, column_widths, row_atom, table_atoms
from handoutgen.layout.flow.atoms import EASY, FAIR, HARD, NEVER, Atom
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    all_of,
    costs,
    fields,
    gaps,
    lines_of,
    look_for,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

DOSES = (("Medicine", "Dose", "When"), ("Baclofen", "5 mg", "With food"), ("Quinine", "", "Never"))


def table(*rows: tuple[str, ...]) -> TableBlock:
    head, *others = (tuple((Text(cell),) if cell else () for cell in row) for row in rows)
    return TableBlock(head, tuple(others))


def set_table(
    look: Look, *rows: tuple[str, ...], width: float = 340, before: float = 0.0
) -> tuple[Element, list[Atom]]:
    parent = Element("Div")
    return parent, table_atoms(look, parent, table(*rows), width, before=before)


def test_a_table_is_a_head_of_column_headers_and_a_body_of_cells(fonts: FontBook) -> None:
    parent, _ = set_table(look_for(fonts), *DOSES)
    rows = "TR(TD(P) TD(P) TD(P)) TR(TD(P) TD(Form) TD(P))"
    assert shape(parent) == f"Div(Table(THead(TR(TH(P) TH(P) TH(P))) TBody({rows})))"
    assert [header.scope for header in all_of(parent, "TH")] == ["Column"] * 3
    assert said_by(parent) == ["Medicine", "Dose", "When", "Baclofen", "5 mg", "With food", "Quinine", "Never"]
    assert fields(parent) == [("Empty", "Dose, Quinine")]


def test_a_head_without_words_is_an_empty_cell(fonts: FontBook) -> None:
    parent, _ = set_table(look_for(fonts), ("", "Dose"), ("Baclofen", "5 mg"))
    assert shape(parent) == "Div(Table(THead(TR(TH TH(P))) TBody(TR(TD(P) TD(P)))))"


def test_the_line_under_an_empty_cell_is_what_somebody_writes_on(fonts: FontBook) -> None:
    look = look_for(fonts)
    parent, atoms = set_table(look, ("A", "B", "C", "D"), ("x", "", "", "y"))
    stretches = puts(atoms[1], Rule)
    assert [put.piece.element for put in stretches] == [None, *all_of(parent, "Form"), None]
    assert [put.x for put in stretches] == pytest.approx([0.0, *(put.right for put in stretches[:-1])])
    assert stretches[-1].right == pytest.approx(340)
    words_start = [put.x for put in puts(atoms[1], TextPiece)]
    assert [put.x + column_gap(look) / 2 for put in stretches[1:]] == pytest.approx(words_start[1:])


def test_rows_without_words_are_one_place_to_write_and_counted(fonts: FontBook) -> None:
    parent, atoms = set_table(look_for(fonts), ("When", "What"), ("8am", "Tea"), *[("", "")] * 3, ("9pm", "Milk"))
    assert shape(parent).endswith("TBody(TR(TD(P) TD(P)) TR(TD(Form)) TR(TD(P) TD(P)))))")
    assert fields(parent) == [("3 empty rows", "When")]
    assert [cell.span for cell in all_of(parent, "TD")] == [1, 1, 2, 1, 1]
    (form,) = all_of(parent, "Form")
    assert [put.piece.element for put in puts(atoms, Rule)] == [None, None, form, form, form, None]
    assert [atom.height for atom in atoms[2:5]] == [mm(10)] * 3


def test_the_head_is_bold_over_a_line_in_ink_and_rows_over_hairlines(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_table(look, *DOSES)
    rules = [{(put.piece.thickness, put.piece.colour) for put in puts(atom, Rule)} for atom in atoms]
    thin = (look.scale.hairline, look.palette.rule)
    assert rules == [{(look.scale.rule, look.palette.ink)}, {thin}, {thin}]
    head, *rows = [
        {run.face for put in puts(atom, TextPiece) for line in put.piece.lines for run in line.runs} for atom in atoms
    ]
    assert len(head) == len(set().union(*rows)) == 1
    assert head.isdisjoint(set().union(*rows))


def test_cells_stand_two_fifths_of_a_unit_from_the_lines_over_and_under_them(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_table(look, *DOSES)
    assert {put.down for put in puts(atoms, TextPiece)} == {look.unit * 0.4}
    to_write = mm(10)  # the last row has an empty cell, with room for a hand
    assert [atom.height for atom in atoms] == pytest.approx([16 + 0.8 * look.unit, 16 + 0.8 * look.unit, to_write])
    assert [{put.down for put in puts(atom, Rule)} for atom in atoms] == [{atom.height} for atom in atoms]


def test_a_row_is_as_high_as_its_highest_cell(fonts: FontBook) -> None:
    look = look_for(fonts)
    cells = [look.text(None, "One line.", 80), look.text(None, words(3), 80)]
    assert row_atom(look, cells, [80, 80], Rule(172, 1, "#000000")).height == pytest.approx(3 * 16 + 0.8 * look.unit)


def test_the_head_never_ends_a_page_and_no_row_ends_a_table_alone(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_table(look, DOSES[0], *[("Baclofen", "5 mg", "Daily")] * 4, before=look.unit)
    assert costs(atoms) == [EASY, NEVER, HARD, FAIR, NEVER]
    assert gaps(look, atoms) == [1, 0, 0, 0, 0]


def test_a_table_of_one_row_is_never_parted(fonts: FontBook) -> None:
    assert costs(set_table(look_for(fonts), *DOSES[:2])[1]) == [EASY, NEVER]


def test_the_head_is_repeated_on_each_page_but_read_only_once(fonts: FontBook) -> None:
    _, atoms = set_table(look_for(fonts), DOSES[0], *[(f"Medicine {n}", "5 mg", "Daily") for n in range(1, 8)])
    pages = break_pages(atoms, atoms[0].height * 4 + 1).pages
    assert [len(page) for page in pages] == [3, 4, 3]
    for page in pages:
        assert lines_of(page[0]) == ["Medicine", "Dose", "When"]
    for page in pages[1:]:
        assert [put.piece.element for put in puts(page[0], TextPiece)] == [None, None, None]


def test_columns_are_as_wide_as_their_words_and_the_last_takes_the_rest(fonts: FontBook) -> None:
    look = look_for(fonts)
    block = table(*DOSES)
    widths = column_widths(look, block.head, block.rows, 340)
    assert widths is not None
    assert widths[:2] == [
        max(look.natural_width("Medicine", bold=True), look.natural_width("Baclofen")) + 0.5,
        mm(25),  # has an empty cell
    ]
    assert sum(widths) + 2 * column_gap(look) == pytest.approx(340)


def test_columns_with_more_to_say_are_wider_and_none_is_narrower_than_its_longest_word(fonts: FontBook) -> None:
    look = look_for(fonts)
    block = table(("A", "Stretching"), (words(4), words(30)))
    widths = column_widths(look, block.head, block.rows, 300)
    assert widths is not None
    assert sum(widths) + column_gap(look) == pytest.approx(300)
    assert widths[1] > widths[0] >= look.longest_word("stretching")
    assert right_end(set_table(look, ("A", "Stretching"), (words(4), words(30)), width=300)[1]) == pytest.approx(300)


@pytest.mark.parametrize(("base", "columns"), [(12, True), (14, True), (18, True), (24, False)])
def test_giant_print_sets_each_row_as_a_list_of_its_own(fonts: FontBook, base: float, columns: bool) -> None:
    look = look_for(fonts, base)
    parent, atoms = set_table(look, *DOSES, width=look.grid.measure)
    assert bool(all_of(parent, "Table")) is columns
    assert right_end(atoms) == pytest.approx(look.grid.measure)


def test_words_too_wide_to_stand_side_by_side_are_never_torn(fonts: FontBook) -> None:
    look = look_for(fonts)
    long = "x" * 30
    block = table(("A", "B"), (long, long))
    room = 2 * look.longest_word(long) + 1 + column_gap(look)
    assert column_widths(look, block.head, block.rows, room + 1) is not None
    assert column_widths(look, block.head, block.rows, room - 1) is None


def test_in_a_list_each_cell_is_said_with_the_name_of_its_column_and_an_empty_one_is_a_line_to_write_on(
    fonts: FontBook,
) -> None:
    look = look_for(fonts, 24)
    parent, atoms = set_table(look, *DOSES)
    assert shape(parent) == "Div(P Div(P P P) Div(P P Form P))"
    assert fields(parent) == [("1 empty line", "Dose")]
    said = ["Medicine", "Baclofen", "Dose: 5 mg", "When: With food", "Quinine", "Dose:", "When: Never"]
    assert said_by(parent) == said
    assert lines_of(atoms) == said
    to_write = [put.piece for put in puts(atoms, Rule) if put.piece.colour == look.palette.write]
    assert [rule.width >= mm(40) for rule in to_write] == [True]


def test_in_a_list_the_first_columns_name_stays_with_the_first_row(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    _, atoms = set_table(look, *DOSES, before=look.unit * 2)
    assert costs(atoms) == [EASY, NEVER, EASY]
    assert gaps(look, atoms)[0] == 2


def test_in_a_list_a_column_without_a_name_is_said_without_one(fonts: FontBook) -> None:
    parent, _ = set_table(look_for(fonts, 24), ("", "", "When"), ("Baclofen", "5 mg", "Daily"))
    assert shape(parent) == "Div(Div(P P P))"
    assert said_by(parent) == ["Baclofen", "5 mg", "When: Daily"]


def test_in_a_list_a_row_of_four_lines_is_whole_and_a_longer_one_breaks_between_its_cells(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    short, long = (set_table(look, ("", *"abcde"[:count]), ("Row", *"12345"[:count]), width=150)[1] for count in (2, 4))
    assert (len(short), len(long)) == (1, 6)
    assert set(costs(long)[1:]) == {FAIR}
