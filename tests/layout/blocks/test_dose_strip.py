"""How much of two exercises side by side, said once: what they must share, and how low it is."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dose_strip import dose_strip, is_alike
from handoutgen.layout.blocks.dosed_exercises import exercise_rows
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.writing import LEAST_PITCH
from handoutgen.layout.flow.pieces import Frame, TextPiece, UprightRule
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import fields, puts, said_by, setting_for, shape

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
DOSE = {"hold": "20 to 30 seconds", "times": "3 times each leg"}


def a_way(title: str = "Calf stretch", **dose: Any) -> HowTo:
    fields: dict[str, Any] = {"title": title, "steps": ["Stand.", "Lean."], "figure": FIGURE}
    return HowTo.model_validate({**fields, "dose_box": dose} if dose else fields)


@pytest.mark.parametrize(("other", "expected"), [
    (DOSE, True), ({**DOSE, "times": "5 times"}, False), ({"hold": DOSE["hold"]}, False), ({}, False),
])  # fmt: skip
def test_amounts_are_shared_when_they_are_the_same(fonts: FontBook, other: dict[str, str], expected: bool) -> None:
    assert is_alike(setting_for(fonts), [a_way(**DOSE), a_way(**other)]) is expected


def test_amounts_that_a_clinician_has_yet_to_fill_in_are_never_shared(fonts: FontBook) -> None:
    assert not is_alike(setting_for(fonts), [a_way(), a_way()])
    assert not is_alike(setting_for(fonts), [a_way(hold="5 seconds"), a_way(hold="5 seconds")])


def test_a_row_says_what_the_boxes_say_and_is_lower(fonts: FontBook) -> None:
    look, root, boxed = setting_for(fonts), Element("Document"), Element("Document")
    row = dose_strip(look, root, a_way(**DOSE), look.grid.full)
    box = dose_box(look, boxed, a_way(**DOSE), look.grid.measure)
    assert (said_by(root), shape(root), fields(root)) == (said_by(boxed), shape(boxed), fields(boxed))
    assert LEAST_PITCH <= row.height < box.height
    assert max(put.x + put.piece.width for put in puts(row)) <= look.grid.full + 0.01
    words = [put for put in puts(row) if isinstance(put.piece, TextPiece)]
    assert len({round(put.down + put.piece.baseline, 3) for put in words if isinstance(put.piece, TextPiece)}) == 1
    assert all(isinstance(put.piece, TextPiece) and len(put.piece.lines) == 1 for put in words)


def test_cells_part_where_no_word_stands(fonts: FontBook) -> None:
    look = setting_for(fonts)
    row = puts(dose_strip(look, Element("Document"), a_way(**DOSE), look.grid.full))
    for rule in (put.x for put in row if isinstance(put.piece, UprightRule)):
        assert not any(put.x < rule < put.x + put.piece.width for put in row if isinstance(put.piece, TextPiece))


def test_where_one_line_has_no_room_it_is_a_box(fonts: FontBook) -> None:
    look, root = setting_for(fonts), Element("Document")
    narrow = dose_strip(look, root, a_way(**DOSE), look.grid.measure)
    assert narrow.height == dose_box(look, Element("Div"), a_way(**DOSE), look.grid.measure).height
    assert len(root.kids) == 1


@pytest.mark.parametrize(("shares", "frames"), [(True, 1), (False, 2)])
def test_a_pair_has_one_box_where_it_may_share_it(fonts: FontBook, shares: bool, frames: int) -> None:
    look, sect = setting_for(fonts), Element("Sect")
    ways = pictured((a_way("One", **DOSE), a_way("Two", **DOSE)))
    (row,) = exercise_rows(look, sect, ways, 120.0, in_pairs=True, shares_dose=shares)
    found = [put for put in puts(row) if isinstance(put.piece, Frame) and put.piece.stroke]
    assert len(found) == frames
    assert said_by(sect).count("Hold for") == frames
