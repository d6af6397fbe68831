"""A sheet of cards that are alike: where they stand, which is read, and where to cut."""

from __future__ import annotations

from handoutgen.layout.flow.pieces import Frame, Rule, UprightRule
from handoutgen.layout.forms.cut_sheet import CROSS, CutSheet
from handoutgen.units import mm
from layout.setting_for_tests import block

SHEET = CutSheet((400, 300), (150, 100), 2, 2, 10)
FILLED = CutSheet((400, 300), (200, 150), 2, 2, 10)


def test_cards_stand_in_the_middle_and_their_text_at_the_top_and_at_the_foot() -> None:
    assert SHEET.inner == (130, 80)
    page = SHEET.filled([block(20)], block(5))
    frames = [put for put in page.pieces if isinstance(put.piece, Frame)]
    assert sorted({put.x for put in frames}) == [60, 210]
    assert sorted({put.top for put in frames if put.piece.height == 20}) == [140, 240]
    assert sorted({put.y for put in frames if put.piece.height == 5}) == [60, 160]


def test_marks_stand_outside_of_cards_and_in_line_with_their_edges() -> None:
    page = SHEET.filled([block(20)])
    upright = [put for put in page.pieces if isinstance(put.piece, UprightRule) and put.piece.height > CROSS]
    level = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.width > CROSS]
    assert sorted({put.x for put in upright}) == [50, 200, 350]
    assert sorted({put.y for put in level}) == [50, 150, 250]
    assert all(put.top <= 50 - mm(1) + 0.001 or put.y >= 250 + mm(1) - 0.001 for put in upright)


def test_a_small_cross_stands_where_four_cards_meet_and_nowhere_near_their_text() -> None:
    page = SHEET.filled([block(20)])
    (upright,) = [put for put in page.pieces if isinstance(put.piece, UprightRule) and put.piece.height == CROSS]
    (level,) = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.width == CROSS]
    assert (upright.x, upright.y + CROSS / 2) == (200, 150)
    assert (level.x + CROSS / 2, level.y) == (200, 150)
    assert SHEET.padding > CROSS / 2


def test_cards_that_fill_the_sheet_have_marks_only_where_two_meet() -> None:
    page = FILLED.filled([block(20)])
    upright = [put for put in page.pieces if isinstance(put.piece, UprightRule)]
    level = [put for put in page.pieces if isinstance(put.piece, Rule)]
    assert {put.x for put in upright} == {200}
    assert {put.y for put in level} == {150}
    assert min(put.x for put in level) >= mm(6.5)
    assert min(put.y for put in upright) >= mm(6.5)
