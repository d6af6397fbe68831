"""The glyphs on paper are those that HarfBuzz gives for the whole stretch of text in its script."""

import re
from itertools import chain

import pytest
import uharfbuzz as hb

from handoutgen.language import language_of
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import GlyphRun, Run, TextStyle
from handoutgen.text.shaping import shape_word
from pdf.copying.copied_texts import TEXTS

LATIN = re.compile(r"[A-Za-z][!-~]*")
OF_SCRIPT = {
    "hi": "Deva", "bn": "Beng", "pa": "Guru", "gu": "Gujr", "ta": "Taml", "te": "Telu", "ti": "Ethi", "th": "Thai",
    "ml": "Mlym", "kn": "Knda", "si": "Sinh", "km": "Khmr", "my": "Mymr", "lo": "Laoo", "hy": "Armn", "ka": "Geor",
}  # fmt: skip
Placed = tuple[int, int, int, int]


def by_harfbuzz(fonts: FontBook, face: str, text: str, script: str, language: str) -> list[Placed]:
    """What HarfBuzz makes of a text in one go, with nothing of ours between: glyph, advance, offsets."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.script, buffer.language = script, language
    buffer.direction = language_of(language).direction
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(fonts.face(face).hb_font, buffer)
    return [
        (info.codepoint, at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def as_placed(run: GlyphRun, scale: float) -> list[Placed]:
    return [
        (glyph.gid, round(glyph.advance / scale), round(glyph.x_offset / scale), round(glyph.y_offset / scale))
        for glyph in run.glyphs
    ]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", OF_SCRIPT)
def test_a_stretch_of_text_is_shaped_as_harfbuzz_shapes_it_whole(fonts: FontBook, language: str, bold: bool) -> None:
    style = TextStyle(12, 18, language=language)
    own = fonts.chain(language, bold)[0]
    stretches = [part.strip() for text in TEXTS[language] for part in LATIN.split(text)]
    assert len(stretches) > 4
    for stretch in filter(None, stretches):
        lines = break_lines([Run(stretch, bold=bold)], style, 100_000, fonts)
        (line,) = lines
        assert {run.face for run in line.runs} == {own.key}, stretch
        ours = list(chain.from_iterable(as_placed(run, own.scale) for run in line.runs))
        assert ours == by_harfbuzz(fonts, own.key, stretch, OF_SCRIPT[language], language), stretch


@pytest.mark.parametrize("language", OF_SCRIPT)
def test_the_right_script_matters(fonts: FontBook, language: str) -> None:
    """What would come out if the stretch fell to no script: the test above would see it, where there is anything."""
    own = fonts.chain(language, False)[0].key
    joined = " ".join(TEXTS[language])
    right = by_harfbuzz(fonts, own, joined, OF_SCRIPT[language], language)
    none = by_harfbuzz(fonts, own, joined, "Zyyy", language)
    assert (right != none) == (language != "ti")


@pytest.mark.parametrize(("language", "script"), [("ar", "Arab"), ("fa", "Arab"), ("ur", "Arab"), ("he", "Hebr")])
def test_a_word_from_right_to_left_is_shaped_as_harfbuzz_shapes_it(fonts: FontBook, language: str, script: str) -> None:
    found = {word for text in TEXTS[language] for word in re.findall(r"[^\W\d_a-zA-Z][^\W\d_a-zA-Z\u200c]*", text)}
    assert len(found) > 100
    for word in found:
        (piece,) = shape_word(fonts, word, False, language, rtl=True)
        scale = fonts.face(piece.face).scale
        ours = [(g.gid, round(g.advance / scale), round(g.x_offset / scale)) for g in piece.glyphs]
        assert ours == [placed[:3] for placed in by_harfbuzz(fonts, piece.face, word, script, language)], word
