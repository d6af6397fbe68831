"""On a cover without the help box: whom to call in an emergency, and the clinic's main line beside it, in a frame."""

from __future__ import annotations

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.emergency_line import whom_to_call
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, all_of, icons, puts, said_by, setting_for

LINE = {"label": "Nurse line", "number": "0117 496 0123"}
LONG = {**LINE, "label": "Beratungstelefonnummer" * 2}
WIDE = 340.0


def test_both_numbers_can_be_called_the_emergency_first(fonts: FontBook) -> None:
    parent = Element("Document")
    atom = whom_to_call(setting_for(fonts, clinic=a_clinic(phones=[LINE])), parent, WIDE)
    assert [link.uri for link in all_of(parent, "Link")] == ["tel:999", "tel:01174960123"]
    assert icons(atom) == ["emergency", "phone"]
    assert "".join(said_by(parent)) == "In an emergency, call 999.Nurse line0117 496 0123"
    assert parent.kids[0].ident == "emergency"


def test_their_words_stand_in_halves_of_one_frame(fonts: FontBook) -> None:
    atom = whom_to_call(setting_for(fonts, clinic=a_clinic(phones=[LINE])), Element("Document"), WIDE)
    frame = next(put for put in puts(atom, Frame) if put.piece.stroke and put.piece.width == WIDE)
    first, label, number = puts(atom, TextPiece)
    _, phone = puts(atom, DrawingPiece)
    assert (frame.piece.height, label.x) == (atom.height, number.x)
    assert first.x + first.piece.ink_width < WIDE / 2 < phone.x < label.x
    assert number.x + number.piece.ink_width < WIDE
    for put in (first, label, number):
        assert 0 < put.down < put.down + put.piece.height < atom.height


@pytest.mark.parametrize("clinic", [None, a_clinic(phones=[]), a_clinic(phones=[LONG])])
def test_the_emergency_stands_alone_without_a_line_or_where_a_word_of_it_is_too_long(
    fonts: FontBook, clinic: Clinic | None
) -> None:
    parent = Element("Document")
    atom = whom_to_call(setting_for(fonts, clinic=clinic), parent, WIDE)
    assert icons(atom) == ["emergency"]
    assert "".join(said_by(parent)) == "In an emergency, call 999."
