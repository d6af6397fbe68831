"""No mark of a line touches a letter of the next, however closely the design sets its lines."""

from itertools import pairwise

import pytest

from handoutgen.language import language_of
from handoutgen.layout.flow.pieces import TextPiece, level_with
from handoutgen.text.fontbook import FontBook
from handoutgen.text.leading import MOST, baseline_offset, spacing_for
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Line, Run, TextStyle
from leaflets.set_lines import SetLine, inked_glyphs
from pdf.copying.copied_texts import TEXTS

OTHERS = [language for language in TEXTS if language not in ("en", "ar", "fa", "ur")]
TIGHT = 1.04
"""The closest that any form sets a title."""


def set_text(text: str, language: str, fonts: FontBook, size: float, width: float, bold: bool) -> tuple[Line, ...]:
    style = TextStyle(size, size, direction=language_of(language).direction, language=language)
    return break_lines([Run(text, bold=bold)], style, width, fonts, balance=bold)


def ink(line: Line, fonts: FontBook) -> tuple[float, float]:
    """The highest and lowest ink of a line over its baseline, in pt, glyph by glyph from the font."""
    edges = [0.0]
    for run in line.runs:
        face = fonts.face(run.face)
        for glyph in run.glyphs:
            box = face.hb_font.get_glyph_extents(glyph.gid) if glyph.gid >= 0 else None
            if box is not None:
                at = [box.y_bearing, box.y_bearing + box.height]
                edges += [(edge * face.scale + glyph.y_offset) * run.size / 1000 for edge in at]
    return max(edges), min(edges)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(("size", "width"), [(12.0, 200.0), (18.0, 240.0), (31.0, 460.0)])
@pytest.mark.parametrize("language", OTHERS)
def test_the_ink_of_lines_never_meets(fonts: FontBook, language: str, size: float, width: float, bold: bool) -> None:
    for text in TEXTS[language]:
        lines = set_text(text, language, fonts, size, width, bold)
        leading = spacing_for(lines, size, size * TIGHT, language, fonts).leading
        for above, below in pairwise(lines):
            assert ink(above, fonts)[1] > ink(below, fonts)[0] - leading


@pytest.mark.parametrize("language", ["th", "my", "km", "kn"])
def test_at_the_leading_of_a_latin_title_they_would_meet(fonts: FontBook, language: str) -> None:
    met = 0
    for text in TEXTS[language]:
        lines = set_text(text, language, fonts, 31, 460, True)
        met += sum(ink(above, fonts)[1] <= ink(below, fonts)[0] - 31 * 1.1 for above, below in pairwise(lines))
    assert met


DEEP_UNDER_HIGH = "ړې ښې ړې ښې ړې ښې أُ لَاّ أُ لَاّ أُ لَاّ "
"""Letters of Pashto and Arabic that reach far below their line, and marks that stand high over the next."""


def met(lines: tuple[Line, ...], size: float, leading: float, fonts: FontBook) -> int:
    """How many pairs of lines have glyphs whose boxes meet, glyph by glyph."""
    put = [SetLine(line, 0.0, -number * leading, 999.0) for number, line in enumerate(lines)]
    boxes = [[glyph.box for glyph in inked_glyphs(each, fonts)] for each in put]
    return sum(
        any(min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1]) for a in above for b in below)
        for above, below in pairwise(boxes)
    )


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(("size", "width"), [(12.0, 120.0), (18.0, 240.0), (31.0, 300.0)])
@pytest.mark.parametrize("language", ["ar", "ps", "ur", "en-GB"])
def test_no_mark_over_an_arabic_letter_touches_the_line_above(
    fonts: FontBook, language: str, size: float, width: float, bold: bool
) -> None:
    lines = set_text(DEEP_UNDER_HIGH * 8, language, fonts, size, width, bold)
    assert met(lines, size, size * TIGHT, fonts)
    spacing = spacing_for(lines, size, size * TIGHT, language, fonts)
    assert not met(lines, size, spacing.leading, fonts)
    assert spacing.leading < size * 1.9


def test_deep_letters_have_white_under_them_where_they_end_a_text(fonts: FontBook) -> None:
    lines = set_text("غړنګې ړې", "ps", fonts, 31, 300, True)
    spacing = spacing_for(lines, 31, 31 * TIGHT, "ps", fonts)
    foot = spacing.leading - baseline_offset(31, spacing.leading) + (spacing.leading - 31) / 2
    assert -ink(lines[-1], fonts)[1] > foot
    assert spacing.drops[-1] == pytest.approx(-ink(lines[-1], fonts)[1] - foot, abs=0.01)
    piece = TextPiece(None, lines, 31, spacing.leading, 300, drops=spacing.drops)
    bare = TextPiece(None, lines, 31, spacing.leading, 300)
    assert piece.height - bare.height == piece.foot - bare.foot == pytest.approx(spacing.drops[-1])
    assert piece.baseline == bare.baseline
    roomy = spacing_for(lines, 31, 31 * 1.6, "ps", fonts)
    assert roomy == (31 * 1.6, (), ())


def test_high_marks_have_white_over_them_where_they_begin_a_text(fonts: FontBook) -> None:
    lines = set_text("مُدّ ساقًا", "ar", fonts, 31, 300, True)
    spacing = spacing_for(lines, 31, 31 * TIGHT, "ar", fonts)
    over = ink(lines[0], fonts)[0] - baseline_offset(31, spacing.leading)
    assert over > 0
    assert spacing.tops == pytest.approx((over,), abs=0.01)
    words = TextPiece(None, lines, 31, spacing.leading, 300, tops=spacing.tops)
    number = TextPiece(None, set_text("7", "ar", fonts, 31, 300, True), 31, 31 * TIGHT, 300)
    assert level_with(words, number) == pytest.approx(over, abs=0.01)
    assert level_with(number, number) == 0.0


def test_of_a_text_in_two_parts_each_has_the_white_of_its_own_last_line(fonts: FontBook) -> None:
    first, last = set_text("ړې ړې ړې", "ps", fonts, 31, 300, True) + set_text("دا", "ps", fonts, 31, 300, True)
    spacing = spacing_for((first, last), 31, 31 * TIGHT, "ps", fonts)
    piece = TextPiece(None, (first, last), 31, spacing.leading, 300, drops=spacing.drops)
    assert piece.drop == 0.0 < piece.part(0, 1).drop


@pytest.mark.parametrize("language", ["en-GB", "pl", "cy", "ar", "ur"])
def test_text_in_the_faces_of_the_design_keeps_its_leading(fonts: FontBook, language: str) -> None:
    lines = set_text("Żółć gjy (ẹ) " * 20 + "الساق", language, fonts, 12, 150, False)
    assert spacing_for(lines, 12, 13.2, language, fonts).leading == 13.2


def test_all_text_of_a_size_stands_alike_where_the_marks_leave_room(fonts: FontBook) -> None:
    for language in ("bn", "gu", "pa", "ta", "th", "hi"):
        paragraphs = [set_text(text, language, fonts, 12, 200, False) for text in TEXTS[language]]
        assert len({spacing_for(lines, 12, 16, language, fonts).leading for lines in paragraphs}) == 1
        assert spacing_for(paragraphs[0], 12, 16, language, fonts).leading <= 12 * MOST


def test_a_word_in_a_stacked_script_makes_room_in_an_english_text(fonts: FontBook) -> None:
    lines = set_text("Say น้ำป้ำ " * 20, "en-GB", fonts, 12, 150, False)
    assert spacing_for(lines, 12, 12.5, "en-GB", fonts).leading > 12.5
