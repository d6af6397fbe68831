"""Atoms put on a page, a page's spare room shared out, and the small moves that blocks are built with."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import (
    EASY,
    HARD,
    NEVER,
    Atom,
    continued,
    glued,
    is_reminder,
    kept_together,
    merge,
    overlay,
    piece_atom,
    reminding,
    total_height,
    without_meaning,
)
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import DrawingPiece, Rule, TextPiece
from handoutgen.layout.flow.spread import spread_out
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.text.leading import baseline_offset
from layout.setting_for_tests import block, costs, look_for, puts, said_by, words


def befores(atoms: list[Atom]) -> list[float]:
    return [atom.before for atom in atoms]


def test_atoms_stand_one_under_another_from_the_top_margin_without_the_first_ones_space(fonts: FontBook) -> None:
    grid = look_for(fonts).grid
    placed = place_atoms(grid, [block(20, before=99), block(30, before=8), block(10)])
    top = grid.height - grid.top
    assert [(put.x, put.top, put.y) for put in placed] == [
        (grid.left, top, top - 20), (grid.left, top - 28, top - 58), (grid.left, top - 58, top - 68),
    ]  # fmt: skip


def test_or_from_where_they_are_told_and_each_piece_where_its_atom_has_it(fonts: FontBook) -> None:
    grid = look_for(fonts).grid
    (placed,) = place_atoms(grid, [block(20).moved(7, 5)], 100)
    assert (placed.x, placed.top) == (grid.left + 7, 95)
    assert place_atoms(grid, [], 100) == []


@pytest.mark.parametrize(
    ("depth", "expected"),
    [(80, [0, 5, 0, 5]), (90, [0, 10, 0, 10]), (94, [0, 12, 0, 12]), (500, [0, 35, 0, 35])],
)
def test_spare_room_goes_to_the_gaps_that_are_there_each_alike_and_never_more_than_three_units(
    depth: float, expected: list[float]
) -> None:
    page = [block(20), block(20, before=5), block(10), block(20, before=5)]
    assert befores(spread_out(page, depth, 10)) == expected


def test_a_page_without_gaps_stays_as_it_is() -> None:
    page = [block(20, before=5), block(20)]
    assert befores(spread_out(page, 100, 10)) == [5, 0]
    assert spread_out([], 100, 10) == []


def test_a_page_that_is_spread_out_is_as_high_as_it_may_be() -> None:
    page = [block(20), block(20, before=5), block(20, before=9)]
    assert total_height(spread_out(page, 95, 10)) == pytest.approx(95)


def test_side_by_side_the_highest_gives_the_height_and_the_first_the_break() -> None:
    both = overlay(block(20, before=3, cost=HARD), block(30, before=9, cost=NEVER).moved(50))
    assert (both.height, both.before, both.cost) == (30, 3, HARD)
    assert [put.x for put in puts(both)] == [0, 50]


def test_merged_atoms_keep_the_first_ones_break_and_their_pieces_places() -> None:
    whole = merge([block(20, before=3, cost=HARD), block(30, before=9, cost=NEVER)])
    assert (whole.height, whole.before, whole.cost) == (59, 3, HARD)
    assert [put.down for put in puts(whole)] == [0, 29]


def test_gluing_makes_no_break_cheaper_and_leaves_the_first_free() -> None:
    atoms = [block(1, cost=EASY), block(1, cost=EASY), block(1, cost=NEVER)]
    assert costs(glued(atoms, HARD)) == [EASY, HARD, NEVER]
    assert costs(glued(atoms)) == [EASY, NEVER, NEVER]


@pytest.mark.parametrize(("up_to", "expected"), [(45, [EASY, HARD, NEVER]), (44.9, [EASY, EASY, NEVER])])
def test_a_short_stretch_is_kept_together_and_a_longer_one_left_alone(up_to: float, expected: list[float]) -> None:
    atoms = [block(20, before=99), block(20, before=5), block(0, cost=NEVER)]
    assert costs(kept_together(atoms, up_to)) == expected


def test_a_reminder_stands_over_all_but_the_first_and_never_takes_a_tables_head_away() -> None:
    reminder, head = block(1), block(2)
    atoms = continued([block(20), block(20), replace(block(20), heading=head)], reminder)
    assert [atom.heading for atom in atoms] == [None, reminder, head]


def test_moving_an_atom_down_makes_it_higher_and_moves_its_repeated_head_along() -> None:
    atom = replace(block(20), heading=block(5)).moved(7, 3)
    assert (atom.height, puts(atom)[0].x, puts(atom)[0].down) == (23, 7, 3)
    assert atom.heading is not None
    assert (puts(atom.heading)[0].x, puts(atom.heading)[0].down) == (7, 0)


def test_a_reminder_runs_over_the_text_of_a_page_and_a_tables_head_does_not(fonts: FontBook) -> None:
    look = look_for(fonts)
    words = merge([piece_atom(look.text(None, "Calf (continued)", 200)), piece_atom(Rule(10, 1, "#000000"))])
    said = reminding(words)
    assert [put.piece.running for put in puts(said, TextPiece)] == ["Header"]
    assert (len(said.puts), said.height) == (len(words.puts), words.height)
    assert [is_reminder(atom) for atom in (said, said.moved(3), words, block(5))] == [True, True, False, False]


def test_a_copy_without_meaning_is_the_same_ink_that_nobody_hears(fonts: FontBook) -> None:
    look, parent = look_for(fonts), Element("P")
    linked = look.text(parent, look.voice.phrase("See [the NHS](https://www.nhs.uk/a) first."), 200)
    picture = DrawingPiece(Element("Figure", alt="A leg"), Drawing(1, 1, ""), 10, 10)
    plain = look.text(Element("P"), "Word.", 200)
    line = Rule(10, 1, "#000000", element=Element("Form"))
    copy = without_meaning(merge([piece_atom(each) for each in (linked, plain, picture, line)]))
    assert [put.piece.element for put in puts(copy, Rule)] == [None]
    texts = [put.piece for put in puts(copy, TextPiece)]
    assert [piece.element for piece in texts] == [None, None]
    assert {run.tag for piece in texts for line in piece.lines for run in line.runs} == {None}
    assert [put.piece.element for put in puts(copy, DrawingPiece)] == [None]
    assert texts[0].lines[0].text == linked.lines[0].text
    assert said_by(parent) == ["See the NHS (www.nhs.uk/a) first."]
    assert [kid.text for kid in parent.kids] == ["See ", "the NHS (www.nhs.uk/a)", " first."]


def test_a_piece_of_text_is_as_high_as_its_lines_and_may_be_taken_apart(fonts: FontBook) -> None:
    element = Element("P")
    piece = look_for(fonts).text(element, words(4), 80)
    assert (len(piece.lines), piece.height) == (4, 4 * 16)
    part = piece.part(1, 3)
    assert (part.height, part.element, part.lines) == (2 * 16, element, piece.lines[1:3])
    assert piece.ink_width == max(line.width for line in piece.lines)


@pytest.mark.parametrize(("size", "leading", "offset"), [(10, 10, 8), (12, 16, 11.6), (20, 24, 18)])
def test_a_baseline_stands_below_the_ascent_and_half_of_the_extra_leading(
    size: float, leading: float, offset: float
) -> None:
    assert baseline_offset(size, leading) == pytest.approx(offset)
