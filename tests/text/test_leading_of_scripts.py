"""No mark of a line touches a letter of the next, however closely the design sets its lines."""

from itertools import pairwise

import pytest

from handoutgen.language import language_of
from handoutgen.text.fontbook import FontBook
from handoutgen.text.leading import MOST, leading_for
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Line, Run, TextStyle
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
        leading = leading_for(lines, size, size * TIGHT, language, fonts)
        for above, below in pairwise(lines):
            assert ink(above, fonts)[1] > ink(below, fonts)[0] - leading


@pytest.mark.parametrize("language", ["th", "my", "km", "kn"])
def test_at_the_leading_of_a_latin_title_they_would_meet(fonts: FontBook, language: str) -> None:
    met = 0
    for text in TEXTS[language]:
        lines = set_text(text, language, fonts, 31, 460, True)
        met += sum(ink(above, fonts)[1] <= ink(below, fonts)[0] - 31 * 1.1 for above, below in pairwise(lines))
    assert met


@pytest.mark.parametrize("language", ["en-GB", "pl", "cy", "ar", "ur"])
def test_text_in_the_faces_of_the_design_keeps_its_leading(fonts: FontBook, language: str) -> None:
    lines = set_text("Żółć gjy (ẹ) " * 20 + "الساق", language, fonts, 12, 150, False)
    assert leading_for(lines, 12, 13.2, language, fonts) == 13.2


def test_all_text_of_a_size_stands_alike_where_the_marks_leave_room(fonts: FontBook) -> None:
    for language in ("bn", "gu", "pa", "ta", "th", "hi"):
        paragraphs = [set_text(text, language, fonts, 12, 200, False) for text in TEXTS[language]]
        assert len({leading_for(lines, 12, 16, language, fonts) for lines in paragraphs}) == 1
        assert leading_for(paragraphs[0], 12, 16, language, fonts) <= 12 * MOST


def test_a_word_in_a_stacked_script_makes_room_in_an_english_text(fonts: FontBook) -> None:
    lines = set_text("Say น้ำป้ำ " * 20, "en-GB", fonts, 12, 150, False)
    assert leading_for(lines, 12, 12.5, "en-GB", fonts) > 12.5
