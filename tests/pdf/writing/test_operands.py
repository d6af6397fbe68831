"""The operators of a run, by a face whose glyphs are all 500 wide and whose codes tell what they show."""

from __future__ import annotations

import pytest

from handoutgen.pdf.writing.composed import ComposedGlyph
from handoutgen.pdf.writing.operands import GlyphShape, operands
from handoutgen.text.model import NO_INK, Glyph, GlyphRun

RLM = "\u200f"


class PlainFace:
    """Glyph 7 has the code 7; composed ones are numbered from F1."""

    unit = 0.5

    def __init__(self) -> None:
        self.composed: dict[tuple[GlyphShape, str], str] = {}

    def width(self, gid: int) -> float:
        return 500.0

    def code(self, shape: GlyphShape, text: str) -> str:
        if isinstance(shape, int):
            return f"{shape:X}"
        return self.composed.setdefault((shape, text), f"F{1 + len(self.composed)}")


def written(*glyphs: Glyph, rtl: bool = False, lead: float = 0.0) -> tuple[str, list[GlyphShape]]:
    """The operators, and the composed glyphs in them."""
    face = PlainFace()
    run = GlyphRun("plain", 10, 0, 0, "#000000", "", glyphs, rtl=rtl, lead=lead)
    return operands(run, face).text, [shape for shape, _ in face.composed]


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ([Glyph(1, "a", 500), Glyph(2, "b", 500)], "[<12>] TJ"),
        ([Glyph(1, "A", 480), Glyph(2, "V", 500)], "[<1>20<2>] TJ"),
        ([Glyph(1, "a", 500), Glyph(2, "b", 480)], "[<12>] TJ"),  # nothing stands behind it
        ([], ""),
    ],
)
def test_kerning_is_a_number_between_codes(glyphs: list[Glyph], text: str) -> None:
    assert written(*glyphs) == (text, [])


def test_a_glyph_off_its_place_is_composed_and_moves_nothing() -> None:
    text, composed = written(Glyph(1, "a", 500), Glyph(2, "b", 500, -200, 50), Glyph(3, "c", 500))
    assert text == "[<1F13>] TJ"
    assert composed == [ComposedGlyph(((2, -400, 100),), 500)]


def test_marks_that_take_no_room_are_one_code_with_their_letter() -> None:
    text, composed = written(Glyph(1, "a", 500), Glyph(2, "\u0301", 0, -200, 50), Glyph(4, "", 0), Glyph(3, "b", 500))
    assert text == "[<F13>] TJ"
    assert composed == [ComposedGlyph(((1, 0, 0), (2, 600, 100), (4, 1000, 0)), 500)]


def test_a_glyph_that_is_kerned_far_is_composed_and_moves_nothing() -> None:
    text, composed = written(Glyph(1, "a", 300), Glyph(2, "b", 500))
    assert text == "[<F12>] TJ"
    assert composed == [ComposedGlyph(((1, 0, 0),), 300)]


def test_a_right_to_left_run_is_one_string_without_numbers() -> None:
    text, composed = written(Glyph(3, "\u0628", 480), Glyph(4, "\u0627", 500), rtl=True)
    assert text == "[<F14>] TJ"
    assert composed == [ComposedGlyph(((3, 0, 0),), 480)]


def test_a_lead_stands_apart_from_what_it_leads() -> None:
    text, composed = written(Glyph(NO_INK, " ", 251), Glyph(1, "a", 500), lead=3.0)
    assert text == "[300<F1>-1 -48<1>] TJ"
    assert composed == [ComposedGlyph((), 251)]
    assert written(Glyph(NO_INK, RLM, 0), Glyph(1, "a", 500), lead=3.0)[0] == "[300<F1>-1 -299<1>] TJ"


def test_what_a_run_shows_is_told_in_the_order_of_first_use() -> None:
    glyphs = (Glyph(2, "b", 500), Glyph(1, "a", 500), Glyph(2, "b", 500))
    shown = operands(GlyphRun("plain", 10, 0, 0, "#000000", "bab", glyphs), PlainFace())
    assert shown.pairs == ((2, "b"), (1, "a"))
