"""The contents list: titles that lead to their headings, dots, and page numbers one under the other."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.contents_list import ContentsEntry, contents_atoms
from handoutgen.layout.flow.atoms import FREE, HARD, NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    all_of,
    costs,
    gaps,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

TITLES = [("About", 2, False), ("What you can do", 3, False), ("1. Stretching", 3, True), ("Help", 12, False)]


def set_list(look: Look, *rows: tuple[str, int, bool]) -> tuple[Element, list[Element], list[Atom]]:
    sect, targets = Element("Sect"), [Element("H2") for _ in rows]
    entries = [
        ContentsEntry(title, target, page, is_below)
        for (title, page, is_below), target in zip(rows, targets, strict=True)
    ]
    return sect, targets, contents_atoms(look, sect, entries)


def test_each_entry_is_a_link_to_its_heading_and_a_page_number(fonts: FontBook) -> None:
    sect, targets, _ = set_list(look_for(fonts, 18), *TITLES)
    entry = "TOCI(Reference(Link Span))"
    assert shape(sect) == f"Sect(H2 TOC({entry} {entry} {entry} {entry}))"
    assert said_by(sect) == [
        "Contents", "About", "2", "What you can do", "3", "1. Stretching", "3", "Help", "12",
    ]  # fmt: skip
    links = all_of(sect, "Link")
    assert [link.target for link in links] == targets
    assert [link.description for link in links] == [f"Go to {title}" for title, _, _ in TITLES]
    assert all_of(sect, "H2")[0].bookmark == "Contents"


@pytest.mark.parametrize("base", [18, 24])
def test_page_numbers_end_at_the_right_margin(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, _, atoms = set_list(look, *TITLES)
    numbers = [put for put in puts(atoms, TextPiece) if put.text.isdigit()]
    assert [number.right for number in numbers] == pytest.approx([look.grid.measure] * 4)
    assert right_end(atoms) == pytest.approx(look.grid.measure)


def test_strategies_stand_further_in_than_the_part_they_are_in(fonts: FontBook) -> None:
    _, _, atoms = set_list(look_for(fonts, 18), *TITLES)
    assert [put_that_says(atoms, title).x for title, _, _ in TITLES] == pytest.approx([0, 0, 18 * 1.15, 0])


def test_dots_lead_from_the_last_line_of_a_title_to_its_number_and_are_not_read(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    long = words(6)
    _, _, (first, second) = set_list(look, ("About", 2, False), (long, 3, False))
    for atom, title, page in ((first, "About", "2"), (second, long, "3")):
        name, number, (dots,) = put_that_says(atom, title), put_that_says(atom, page), puts(atom, DrawingPiece)
        end = name.x + name.piece.lines[-1].width
        assert end < dots.x < dots.right < number.x
        assert dots.piece.element is None
        last = name.down + (len(name.piece.lines) - 1) * name.piece.leading
        assert number.down == pytest.approx(last)
        assert dots.down + dots.piece.height == pytest.approx(last + name.piece.baseline)
    assert len(put_that_says(second, long).piece.lines) == 2


def test_a_title_as_long_as_its_line_has_no_dots_and_touches_no_number(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    room = look.grid.measure - look.natural_width("888") - look.scale.base
    title = "a" * int(room / look.natural_width("a"))
    _, _, (atom,) = set_list(look, (title, 888, False))
    assert puts(atom, DrawingPiece) == []
    assert put_that_says(atom, title).right < put_that_says(atom, "888").x


def test_the_first_two_and_the_last_two_entries_stay_together(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    _, _, atoms = set_list(look, *TITLES, ("Sources", 14, False))
    assert costs(atoms) == [FREE, NEVER, HARD, HARD, NEVER]
    assert gaps(look, atoms) == [3, 0.35, 0.35, 0.35, 0.35]
    assert lines_of(atoms[0]) == ["Contents", "About", "2"]
