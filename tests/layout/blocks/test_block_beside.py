"""Cells and rows of two languages: level, each in its own direction, numbered for both, kept whole where it matters."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.layout.blocks.beside_cells import Column, turned
from handoutgen.layout.blocks.beside_pictures import picture_over_both
from handoutgen.layout.blocks.beside_rows import PairedRows
from handoutgen.layout.flow.atoms import NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.beside import PairedRow, RowCell
from handoutgen.story.passages import Picture
from handoutgen.story.voice import voice_of
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import puts, setting_for

LONG = "Stand with your feet apart and bend both knees slowly. " * 4


def arabic(setting: Setting) -> Setting:
    return replace(setting, voice=voice_of(words_for("ar"), "ar", None))


def rows_for(fonts: FontBook, base: float = 12) -> PairedRows:
    """English beside Arabic, on an English page."""
    setting = setting_for(fonts, base)
    return PairedRows(
        setting, Column(setting, Element("Part"), False), Column(arabic(setting), Element("Part"), True)
    )  # fmt: skip


def row(one: str, other: str, kind: str = "paragraph", **more: object) -> PairedRow:
    cells = (RowCell(("a", 1), kind, [Text(words)], **more) for words in (one, other))  # type: ignore[arg-type]
    return PairedRow(*cells)


def texts(atom: Atom) -> list[tuple[Any, str]]:
    return [(put, "".join(line.text for line in put.piece.lines)) for put in puts(atom, TextPiece)]


def test_cells_are_level_at_their_tops_with_the_number_between_them(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    first, second = rows.body([row("One.", "واحد."), row(LONG, "اثنان.")], 700)
    (one, _), (other, _), (number, said) = texts(first)
    assert one.down == other.down == number.down
    grid = rows.setting.grid
    assert one.x == 0
    assert other.x == pytest.approx(grid.second)
    assert grid.measure < number.x < grid.second - number.piece.width
    assert said == "1"
    assert [said for _, said in texts(second)][-1] == "2"
    assert number.piece.element is None


def test_an_item_that_runs_against_the_page_has_its_mark_on_the_other_side(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    (atom,) = rows.body([row("One.", "واحد.", "item", mark="•")], 700)
    (mark, dot), (words, _), (other_mark, other_dot), (other_words, _), _ = texts(atom)
    assert dot == other_dot == "•"
    assert mark.x < words.x
    assert other_mark.x + other_mark.piece.width > other_words.x + other_words.piece.width - 0.1


def test_in_large_print_the_second_stands_under_the_first(fonts: FontBook) -> None:
    (atom,) = rows_for(fonts, 18).body([row("One.", "واحد.")], 700)
    (one, _), (other, _), (number, _) = texts(atom)
    assert one.x == other.x > number.x
    assert other.down >= one.down + one.piece.height


def test_items_of_a_list_share_a_list_and_what_stands_between_parts_it(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    items = [row("a", "ا", "item", mark="1.", group=("x",)), row("b", "ب", "item", mark="2.", group=("x",))]
    rows.body([*items, row("Then.", "ثم."), *items], 700)
    assert [kid.role for kid in rows.one.part.kids] == ["L", "P", "L"]
    assert [len(kid.kids) for kid in rows.other.part.kids] == [2, 0, 2]
    assert rows.one.part.kids[0].numbering == "Decimal"


def test_what_keeps_safe_is_tinted_and_one_whole_if_a_page_can_hold_it(fonts: FontBook) -> None:
    stop = [row("Stop if", "توقف", tone="safe", group=("s",)), row("it hurts", "ألم", "item", mark="•", tone="safe",
            group=("s",)), row("you fall", "سقوط", "item", mark="•", tone="safe", group=("s",))]  # fmt: skip
    whole = rows_for(fonts).body(stop, 700)
    assert all(puts(atom, Frame)[0].piece.fill for atom in whole)
    assert [atom.cost == NEVER for atom in whole] == [False, True, True]
    parted = rows_for(fonts).body(stop, 60)
    assert parted[2].cost < NEVER
    assert parted[2].heading is not None
    assert any(said == "Stop if" for _, said in texts(parted[2].heading))


def test_a_heading_stays_with_what_follows_it_and_has_no_number(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    heading, text = rows.body([row("About", "عن", "heading", level=2), row("One.", "واحد.")], 700)
    assert [said for _, said in texts(heading)] == ["About", "عن"]
    assert text.cost == NEVER
    assert [kid.role for kid in rows.one.part.kids] == ["H2", "P"]


def test_lines_that_are_not_paired_stand_in_one_row_or_where_too_high_one_after_another(fonts: FontBook) -> None:
    lines = tuple(RowCell(("r", n), "paragraph", [Text(LONG)]) for n in range(3))
    block = PairedRow(RowCell(("r",), "block", several=lines), RowCell(("r",), "block", several=lines[:1]))
    assert len(rows_for(fonts).body([block], 700)) == 1
    assert len(rows_for(fonts).body([block], 200)) == 4


def test_in_large_print_a_row_that_no_page_can_hold_goes_on_in_the_other_language(fonts: FontBook) -> None:
    rows = rows_for(fonts, 24)
    first, second, third = rows.body([row(LONG, LONG), row("One.", "واحد.")], 300)
    assert [len(texts(atom)) for atom in (first, second)] == [2, 2]
    numbers = [said for atom in (first, second, third) for _, said in texts(atom)[-1:]]
    assert numbers == ["1", "1", "2"]


def test_a_paragraph_higher_than_a_page_is_parted_and_numbered_once(fonts: FontBook) -> None:
    atoms = rows_for(fonts, 24).body([row(LONG * 3, "x")._replace(other=None)], 300)
    assert len(atoms) > 2
    assert all(atom.height < 300 for atom in atoms)
    assert [said for _, said in texts(atoms[0])][-1] == "1"
    assert "1" not in [said for atom in atoms[1:] for _, said in texts(atom)]


def test_a_row_that_one_language_has_leaves_the_other_side_white(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    (atom,) = rows.body([row("One.", "x")._replace(other=None)], 700)
    assert [said for _, said in texts(atom)] == ["One.", "1"]
    assert rows.other.part.kids == []


def test_the_names_stand_over_their_columns_and_later_are_no_words(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    said = texts(rows.names(in_tree=True))
    assert [words for _, words in said] == ["English", "العربية"]
    assert said[1][0].x >= rows.setting.grid.second
    assert all(put.piece.element is None for put, _ in texts(rows.names(in_tree=False)))


def test_a_picture_is_drawn_once_and_a_figure_in_each_language(fonts: FontBook) -> None:
    rows = rows_for(fonts)
    picture = Picture("leg.svg", "A leg", [Text("Calf")], ("heel",), ((0.25, 0.5),))
    told = RowCell(("p",), "picture", [Text("Calf")], picture=picture)
    both = PairedRow(told, replace(told, picture=replace(picture, alt="ساق")))
    atom = picture_over_both(rows.setting, (rows.one, rows.other), both)
    drawn, frame = puts(atom, DrawingPiece)
    assert (drawn.piece.element.alt, frame.piece.element.alt) == ("A leg", "ساق")
    assert frame.piece.width == rows.setting.grid.full
    ((letter, said),) = texts(atom)
    assert said == "A"
    assert letter.x + letter.piece.ink_width / 2 == pytest.approx(drawn.x + drawn.piece.width * 0.25)
    mirrored = picture_over_both(arabic(rows.setting), (rows.one, rows.other), both)
    ((other, _),) = texts(mirrored)
    full = rows.setting.grid.full
    assert other.x + other.piece.ink_width / 2 == pytest.approx(full - drawn.x - drawn.piece.width * 0.25)


def test_an_atom_turned_twice_is_where_it_was(fonts: FontBook) -> None:
    (atom,) = rows_for(fonts).body([row("One.", "واحد.", "item", mark="•")], 700)
    again = turned(turned(atom, 500), 500)
    assert [put.x for put in again.puts] == pytest.approx([put.x for put in atom.puts])
