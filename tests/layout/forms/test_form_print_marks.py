"""Marks for the hands that print and fold: only where the hand needs them, and inside what an office printer prints."""

from __future__ import annotations

import pytest

from handoutgen.design.grid import OFFICE_PRINTER_INSET
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms.print_marks import INSET, fold_ticks, proof_marks
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import look_for, placed_text

WIDE, HIGH = mm(297), mm(210)


def test_a_tick_stands_at_the_head_and_the_foot_of_each_fold_and_nowhere_else(fonts: FontBook) -> None:
    page = fold_ticks(look_for(fonts), WIDE, HIGH, (mm(97), mm(197)))
    assert [(type(put.piece), put.x) for put in page.pieces] == [
        (UprightRule, mm(97)), (UprightRule, mm(97)), (UprightRule, mm(197)), (UprightRule, mm(197)),
    ]  # fmt: skip
    assert (page.width, page.height) == (WIDE, HIGH)
    assert fold_ticks(look_for(fonts), WIDE, HIGH, ()).pieces == ()


@pytest.mark.parametrize("base", [12, 18, 24])
def test_ticks_are_three_millimetres_thin_and_inside_the_printable_area(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    pieces = fold_ticks(look, WIDE, HIGH, (mm(100),)).pieces
    assert [put.piece.height for put in pieces] == [mm(3), mm(3)]
    assert {put.piece.thickness for put in pieces if isinstance(put.piece, UprightRule)} == {look.scale.hairline}
    assert min(put.y for put in pieces) == INSET
    assert max(put.top for put in pieces) == pytest.approx(HIGH - INSET)
    assert INSET > OFFICE_PRINTER_INSET == mm(6.5)


def test_ticks_of_the_same_sheet_are_drawn_once(fonts: FontBook) -> None:
    look = look_for(fonts)
    assert fold_ticks(look, WIDE, HIGH, (mm(100),)) is fold_ticks(look, WIDE, HIGH, (mm(100),))
    assert fold_ticks(look, WIDE, HIGH, (mm(99),)).pieces[0].x == mm(99)


def test_a_proof_shows_the_printable_area_its_folds_and_a_ruler_of_fifty_millimetres(fonts: FontBook) -> None:
    page = proof_marks(look_for(fonts), WIDE, HIGH, (mm(100),))
    (frame,) = [put for put in page.pieces if isinstance(put.piece, Frame)]
    assert (frame.x, frame.y, frame.right, frame.top) == pytest.approx((INSET, INSET, WIDE - INSET, HIGH - INSET))
    (ruler,) = [put for put in page.pieces if isinstance(put.piece, Rule)]
    assert ruler.piece.width == mm(50)
    ticks = [put for put in page.pieces if isinstance(put.piece, UprightRule) and put.piece.height == mm(2)]
    assert [(put.x - ruler.x) / mm(10) for put in ticks] == pytest.approx([0, 1, 2, 3, 4, 5])
    (fold,) = [put for put in page.pieces if isinstance(put.piece, UprightRule) and put.piece.height > mm(2)]
    assert (fold.x, fold.y, fold.top) == pytest.approx((mm(100), INSET, HIGH - INSET))
    assert placed_text(page.pieces) == ["50 mm"]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_no_mark_of_a_proof_is_outside_the_printable_area_or_read_out(fonts: FontBook, base: float) -> None:
    page = proof_marks(look_for(fonts, base), WIDE, HIGH, (mm(100), mm(200)))
    for put in page.pieces:
        assert INSET <= put.x <= put.right <= WIDE - INSET + 0.001
        assert INSET <= put.y <= put.top <= HIGH - INSET + 0.001
    assert [put.piece.element for put in page.pieces if isinstance(put.piece, TextPiece)] == [None]
