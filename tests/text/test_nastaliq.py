"""Text in Nastaliq: its font, its shapes, and lines whose ink never meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
import uharfbuzz as hb

from handoutgen.language import language_of
from handoutgen.text.fontbook import FontBook
from handoutgen.text.hands import DEPTH, ROOMY, RoomInHand, leading_in_hand
from handoutgen.text.leading import spacing_for
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Line, Run, TextStyle
from handoutgen.text.shaping import shape_word
from handoutgen.text.web_font import faces_for
from pdf.copying.copied_texts import TEXTS

TALL = (
    "میگنیشیم، پوٹاشیم اور کیلشیم کی گولیوں سے بڑی عمر کے لوگوں کو فائدہ ہونے کا امکان کم ہے۔ کمپنی کے گھنٹے گرم ہیں۔ "
)
"""Words that reach as high as any."""
Box = tuple[float, float, float, float]


def set_text(text: str, fonts: FontBook, width: float, *, size: float = 12, bold: bool = False, tag: str = "ur-Aran"
             ) -> tuple[Line, ...]:  # fmt: skip
    style = TextStyle(size, size, direction=language_of(tag).direction, language=tag)
    return break_lines([Run(text, bold=bold)], style, width, fonts)


def room(lines: tuple[Line, ...], fonts: FontBook, size: float = 12) -> RoomInHand:
    found = leading_in_hand(lines, size, size * 1.3, "ur-Aran", fonts)
    assert found
    return found


def boxes(line: Line, fonts: FontBook) -> Iterator[Box]:
    """Left, right, bottom and top of each glyph's ink over the baseline, straight from the font."""
    for run in line.runs:
        face, x = fonts.face(run.face), run.x - run.lead
        for number, glyph in enumerate(run.glyphs):
            box = face.hb_font.get_glyph_extents(glyph.gid) if glyph.gid >= 0 else None
            per = run.size / 1000
            if box is not None and box.height:
                edges = [
                    (e * face.scale + glyph.x_offset) * per + x for e in (box.x_bearing, box.x_bearing + box.width)
                ]
                high = [(e * face.scale + glyph.y_offset) * per for e in (box.y_bearing + box.height, box.y_bearing)]
                yield (edges[0], edges[1], high[0], high[1])
            x = run.x if run.lead and not number else x + glyph.advance * per


def meets(above: Line, below: Line, leading: float, fonts: FontBook) -> bool:
    return any(
        a[0] < b[1] and b[0] < a[1] and a[2] <= b[3] - leading
        for a, b in product(boxes(above, fonts), boxes(below, fonts))
    )


@pytest.mark.parametrize("language", ["ur", "fa"])
@pytest.mark.parametrize("bold", [False, True])
def test_every_word_is_shaped_as_harfbuzz_shapes_it(fonts: FontBook, language: str, bold: bool) -> None:
    tag = f"{language}-Aran"
    found = {word for text in TEXTS[language] for word in re.findall(r"[^\W\d_a-zA-Z][^\W\d_a-zA-Z\u200c]*", text)}
    assert len(found) > 100
    for word in found:
        (piece,) = shape_word(fonts, word, bold, tag, rtl=True)
        assert piece.face == ("nastaliq-bold" if bold else "nastaliq")
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.direction, buffer.script, buffer.language = "rtl", "Arab", language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(fonts.face(piece.face).hb_font, buffer)
        theirs = [
            (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        assert [(g.gid, g.advance, g.x_offset, g.y_offset) for g in piece.glyphs] == theirs, word


def test_names_in_latin_letters_and_figures_stay_in_the_text_face(fonts: FontBook) -> None:
    (line,) = set_text("لیں Baclofen 10 mg فون 0117 496 0000", fonts, 900)
    faces = {run.face: "".join(g.text for g in run.glyphs) for run in line.runs}
    assert set(faces) == {"nastaliq", "atkinson"}
    assert not re.search("[a-zA-Z0-9]", faces["nastaliq"])


@pytest.mark.parametrize("tag", ["ur", "ar", "fa", "en-GB"])
def test_no_other_text_sees_that_font(fonts: FontBook, tag: str) -> None:
    """Not even for a letter that no other has: it would stand in another hand than its word."""
    assert not any(face.spec.script == "Aran" for bold in (False, True) for face in fonts.chain(tag, bold))
    lines = set_text(TALL * 3, fonts, 200, tag=tag)
    assert {run.face for line in lines for run in line.runs} == {"vazirmatn"}
    assert leading_in_hand(lines, 12, 15.6, tag, fonts) is None
    assert spacing_for(lines, 12, 15.6, tag, fonts).leading == 15.6


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(("size", "width"), [(12.0, 200.0), (18.0, 240.0), (31.0, 460.0)])
def test_the_ink_of_two_lines_never_meets(fonts: FontBook, size: float, width: float, bold: bool) -> None:
    for text in (*TEXTS["ur"], *TEXTS["fa"], TALL * 4):
        lines = set_text(text, fonts, width, size=size, bold=bold)
        leading = room(lines, fonts, size).leading
        assert not any(meets(a, b, leading, fonts) for a, b in pairwise(lines))


def test_at_the_leading_of_other_scripts_it_would(fonts: FontBook) -> None:
    lines = set_text(TALL * 4, fonts, 200)
    assert sum(meets(a, b, 12 * 1.5, fonts) for a, b in pairwise(lines)) > 2


def test_text_stands_alike_where_its_words_leave_room(fonts: FontBook) -> None:
    rooms = [room(set_text(text, fonts, 300), fonts) for text in TEXTS["ur"]]
    assert {each.leading for each in rooms} == {round(12 * ROOMY["Aran"], 2)}
    assert len({each.lowered for each in rooms}) == 1


def test_a_first_line_has_the_room_that_its_tall_words_reach_into(fonts: FontBook) -> None:
    low, high = (set_text(text, fonts, 900) for text in ("دوا درد", "میگنیشیم"))
    assert room(low, fonts).tops == (0.0,)
    found = room(high, fonts)
    top = max(box[3] for box in boxes(high[0], fonts))
    assert found.tops[0] == pytest.approx(top - (found.leading - 12 * DEPTH["Aran"]), abs=0.1)
    assert found.tops[0] > 6


def test_a_figure_alone_stands_as_the_words_beside_it(fonts: FontBook) -> None:
    words, figure = (room(set_text(text, fonts, 900), fonts) for text in ("دوا درد", "10."))
    assert (words.leading, words.lowered) == (figure.leading, figure.lowered)


def test_a_title_in_english_keeps_the_leading_of_english(fonts: FontBook) -> None:
    lines = set_text("Non-drug therapies for the prevention of lower limb muscle cramps", fonts, 150)
    assert room(lines, fonts) == RoomInHand(12 * 1.3, 0.0, (0.0,) * len(lines))


def test_a_web_page_gets_both_weights_of_it(fonts: FontBook) -> None:
    families = [(face.family, face.weight) for face in faces_for(fonts, "دوا 5 mg", "ur-Aran")]
    assert {("nastaliq", 400), ("nastaliq", 700), ("atkinson", 400)} <= set(families)
    assert "nastaliq" not in {face.family for face in faces_for(fonts, "دوا 5 mg", "ur")}
