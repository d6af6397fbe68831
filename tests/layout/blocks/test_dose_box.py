"""The cells under an exercise: alike where that costs no line, else as wide as their words wish."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.flow.pieces import TextPiece, UprightRule
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import puts, setting_for

DOSE = {"hold": "20 to 30 seconds", "times": "3 times each leg"}
WAY = HowTo.model_validate({"title": "Calf stretch", "steps": ["Stand.", "Lean."], "dose_box": DOSE})


def cells(fonts: FontBook, base: float, width: float) -> tuple[list[float], list[TextPiece]]:
    """How wide the cells are, and the words in them."""
    box = puts(dose_box(setting_for(fonts, base), Element("Document"), WAY, width))
    edges = [0.0, *(put.x for put in box if isinstance(put.piece, UprightRule)), width]
    words = [put.piece for put in box if isinstance(put.piece, TextPiece)]
    return [right - left for left, right in pairwise(edges)], words


def test_cells_are_alike_where_all_words_stand_on_one_line_so(fonts: FontBook) -> None:
    widths, words = cells(fonts, 12, 482)
    assert widths == pytest.approx([482 / 3] * 3)
    assert all(len(piece.lines) == 1 for piece in words)


def test_an_amount_takes_room_that_others_leave_rather_than_a_second_line(fonts: FontBook) -> None:
    widths, words = cells(fonts, 18, 440)
    assert max(widths) > 440 / 3 + 1
    assert sum(widths) == pytest.approx(440)
    assert all(len(piece.lines) == 1 for piece in words)


def test_cells_are_alike_where_an_amount_takes_two_lines_in_any_case(fonts: FontBook) -> None:
    widths, words = cells(fonts, 18, 330)
    assert widths == pytest.approx([110] * 3)
    assert max(len(piece.lines) for piece in words) == 2
