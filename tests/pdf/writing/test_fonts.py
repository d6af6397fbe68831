"""Fonts in the file: every code says its text, has the width it shows, and the bytes are always the same."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.fontfile import to_unicode
from handoutgen.pdf.writing.fonts import FontEmbedder
from handoutgen.pdf.writing.reportlab_seam import SheetCanvas, stream
from handoutgen.text.characters import BIDI_MARKS
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import NO_INK, Glyph, GlyphRun, Line, Run, TextStyle

FONTS = Path(__file__).resolve().parents[3] / "fonts"
SAMPLES = {
    "en-GB": "AVATAR office: take 5 mg baclofen, ½ × ≤ → ✓ ☐. Call 0117 496 0000 on 22 November 2026.",
    "pl": "Skurcze nóg są częste. Weź 5 mg leku Baclofen. Zadzwoń 0117 496 0000, 22 listopada 2026.",
    "vi": "Chuột rút ở chân. Uống 5 mg Baclofen. Gọi 0117 496 0000, ngày 22/11/2026.",
    "uk": "Судоми ніг. Приймайте 5 mg Baclofen. Телефон 0117 496 0000, 22 листопада 2026.",
    "el": "Κράμπες στα πόδια. Πάρτε 5 mg Baclofen. Τηλ. 0117 496 0000, 22 Νοεμβρίου 2026.",
    "ar": "تشنجات الساق شائعة (مُؤلِمة). تناول 5 mg من Baclofen ثلاث مرات. اتصل 0117 496 0000 في 22/11/2026.",
    "ur": "ٹانگوں میں کھنچاؤ عام ہے۔ 5 mg Baclofen لیں۔ فون 0117 496 0000، 22/11/2026۔",
    "hi": "मांसपेशियों में ऐंठन। क्षत्रिय 5 mg Baclofen लें। फ़ोन 0117 496 0000, 22 नवंबर 2026।",
}


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return FontBook(FONTS)


def lay_out(language: str, fonts: FontBook) -> tuple[Line, ...]:
    direction = "rtl" if language in ("ar", "ur") else "ltr"
    style = TextStyle(12, 17, language=language, direction=direction)  # type: ignore[arg-type]
    return break_lines([Run(SAMPLES[language])], style, 240, fonts)


def write(pages: Sequence[tuple[Line, ...]], fonts: FontBook) -> bytes:
    """A bare page for each set of lines."""
    sheet = SheetCanvas()
    embedder = FontEmbedder(sheet.document, fonts)
    for lines in pages:
        shown = [
            f"1 0 0 1 {30 + run.x:.3f} {270 - 17 * index} Tm {embedder.operators(run)}"
            for index, line in enumerate(lines)
            for run in line.runs
        ]
        sheet.end_page(300, 300, stream(" ".join(["BT", *shown, "ET"]).encode("ascii")))
    sheet.resources.data = f"<</Font {embedder.finish()}>>"
    sheet.document.info_object.data = "<<>>"
    return sheet.document.format()


def unicode_map(font: Any) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> ?<([0-9A-F]+)>", font.ToUnicode.read_bytes().split(b"beginbfchar", 1)[1])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def codes_shown(page: Any) -> list[tuple[str, list[int]]]:
    """The codes of each text run on a page, with its font's name: a run starts at its Tf."""
    runs: list[tuple[str, list[int]]] = []
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            runs.append((str(step.operands[0]), []))
        elif str(step.operator) == "TJ":
            for item in step.operands[0]:
                if isinstance(item, pikepdf.String):
                    data = bytes(item)
                    runs[-1][1].extend(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    return [run for run in runs if run[1]]


@pytest.mark.parametrize("language", SAMPLES)
def test_the_codes_of_a_page_spell_its_text_in_reading_order(language: str, fonts: FontBook) -> None:
    lines = lay_out(language, fonts)
    runs = [run for line in lines for run in line.runs]
    with pikepdf.open(io.BytesIO(write([lines], fonts))) as pdf:
        maps = {name: unicode_map(font) for name, font in pdf.pages[0].Resources.Font.items()}
        shown = codes_shown(pdf.pages[0])
        assert len(shown) == len(runs)
        spoken = ""
        for run, (name, codes) in zip(runs, shown, strict=True):
            said = "".join(maps[name][code] for code in codes)
            spoken += said[::-1] if run.rtl else said
    assert " ".join(re.sub(f"[{BIDI_MARKS}]", "", spoken).split()) == SAMPLES[language]


def test_a_missing_character_in_a_right_to_left_word_is_refused_too(fonts: FontBook) -> None:
    run = GlyphRun("vazirmatn", 12, 0, 4, "#000000", "漢", (Glyph(0, "漢", 500.0),), rtl=True)
    with pytest.raises(InternalError, match="漢"):
        FontEmbedder(SheetCanvas().document, fonts).operators(run)


@pytest.mark.parametrize("language", ["en-GB", "pl", "vi", "uk", "el", "hi"])
def test_pdfium_reads_the_words_back(language: str, fonts: FontBook) -> None:
    with pypdfium2.PdfDocument(write([lay_out(language, fonts)], fonts)) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert text.split() == SAMPLES[language].split()


@pytest.mark.parametrize("language", SAMPLES)
def test_every_code_has_a_text_a_glyph_and_the_width_of_its_glyph(language: str, fonts: FontBook) -> None:
    with pikepdf.open(io.BytesIO(write([lay_out(language, fonts)], fonts))) as pdf:
        faces = pdf.pages[0].Resources.Font
        for name, codes in codes_shown(pdf.pages[0]):
            descendant = faces[name].DescendantFonts[0]
            texts = unicode_map(faces[name])
            program = hb.Font(hb.Face(hb.Blob(bytes(descendant.FontDescriptor.FontFile2.read_bytes()))))
            gids = glyph_map(descendant)
            declared = declared_widths(descendant)
            for code in codes:
                gid = gids(code)
                assert gid != 0
                assert texts[code].strip("\0\ufeff\ufffe")
                # A composed glyph has the number of its code; its width is whole, and the font's unit nearest to it.
                near = 500 / program.face.upem if gid == code and declared[code].is_integer() else 0.001
                assert declared[code] == pytest.approx(
                    program.get_glyph_h_advance(gid) * 1000 / program.face.upem, abs=near
                )


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_validator_finds_nothing_wrong_with_the_fonts(profile: str, fonts: FontBook) -> None:
    data = write([lay_out(language, fonts) for language in SAMPLES], fonts)
    failed = {failure.rule_id for failure in page_validation.validate_pdf_bytes(data, profile=profile).failures}
    assert not [rule for rule in failed if re.search("FONT|GLYPH|UNICODE|CMAP|CID|NOTDEF|WIDTH|EMBED|SUBSET", rule)]
    assert failed  # a bare page fails other rules, so the validator did look


def glyph_map(descendant: Any) -> Any:
    if descendant.CIDToGIDMap == "/Identity":
        return lambda code: code
    data = descendant.CIDToGIDMap.read_bytes()
    return lambda code: int.from_bytes(data[2 * code : 2 * code + 2], "big")


def declared_widths(descendant: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    array = list(descendant.W)
    for first, run in zip(array[::2], array[1::2], strict=True):
        found.update({int(first) + k: float(width) for k, width in enumerate(run)})
    return found


def test_shown_advances_are_those_of_the_layout(fonts: FontBook) -> None:
    lines = lay_out("ar", fonts)
    runs = [run for line in lines for run in line.runs]
    with pikepdf.open(io.BytesIO(write([lines], fonts))) as pdf:
        faces = {name: declared_widths(font.DescendantFonts[0]) for name, font in pdf.pages[0].Resources.Font.items()}
        advances: list[float] = []
        for step in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(step.operator) == "Tf":
                widths = faces[str(step.operands[0])]
                advances.append(0.0)
            elif str(step.operator) == "TJ":
                for item in step.operands[0]:
                    if isinstance(item, pikepdf.String):
                        data = bytes(item)
                        advances[-1] += sum(widths[data[i] * 256 + data[i + 1]] for i in range(0, len(data), 2))
                    else:
                        advances[-1] -= float(item)
    for run, advance in zip(runs, filter(None, advances), strict=True):
        last = run.glyphs[-1]
        # Kerning after the last glyph moves nothing, so it is not written. A right-to-left run is of whole widths.
        owed = 0.0 if run.rtl else fonts.face(run.face).width(last.gid) - last.advance
        assert advance - owed == pytest.approx(run.width * 1000 / run.size, abs=0.51 if run.rtl else 0.02)


def test_a_glyph_off_its_place_is_composed_in_the_font(fonts: FontBook) -> None:
    """Not moved by the operators: to raise the baseline parts a word for poppler and for PDFium."""
    glyphs = (Glyph(40, "x", 500.0), Glyph(41, "y", 400.0, x_offset=-250.0, y_offset=100.0), Glyph(40, "x", 500.0))
    run = GlyphRun("atkinson", 10, 0, 10, "#000000", "xyx", glyphs)
    data = write([(Line((run,), 10, "xyx"),)], fonts)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"Ts" not in pdf.pages[0].Contents.read_bytes()
        ((name, codes),) = codes_shown(pdf.pages[0])
        font = pdf.pages[0].Resources.Font[name]
        assert "".join(unicode_map(font)[code] for code in codes) == "xyx"
        program = hb.Font(hb.Face(hb.Blob(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())))
    moved, own = program.get_glyph_extents(codes[1]), fonts.face("atkinson").hb_font.get_glyph_extents(41)
    assert (moved.x_bearing, moved.y_bearing) == (own.x_bearing - 250, own.y_bearing + 100)
    assert program.get_glyph_h_advance(codes[1]) == 400


def test_a_lead_takes_the_pen_away_and_back(fonts: FontBook) -> None:
    glyphs = (Glyph(NO_INK, " ", 251.0), Glyph(40, "x", 500.0))
    run = GlyphRun("atkinson", 10, 0, 5, "#000000", " x", glyphs, lead=30.0)
    shown = FontEmbedder(SheetCanvas().document, fonts).operators(run)
    away, lead, *back = re.findall(r"-?[\d.]+(?=[ <\]])|(?<=<)[0-9A-F]{4}(?=>)", shown.partition(" Tf ")[2])[:4]
    assert float(away) == 3000
    assert len(back) == 2, "pdf.js overlooks a number behind a mark without ink"
    assert sum(map(float, back)) == pytest.approx(251 - 3000)
    assert float(back[0]) != 0
    assert lead != "0028"


def test_one_glyph_with_two_texts_gets_a_second_code(fonts: FontBook) -> None:
    gid = fonts.face("atkinson").hb_font.get_nominal_glyph(ord("("))
    runs = tuple(GlyphRun("atkinson", 12, 0, 4, "#000000", t, (Glyph(gid, t, 300.0),)) for t in ("(", ")"))
    with pikepdf.open(io.BytesIO(write([(Line(runs, 8, "()"),)], fonts))) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        codes = [code for _, run in codes_shown(pdf.pages[0]) for code in run]
        assert [unicode_map(font)[code] for code in codes] == ["(", ")"]
        assert codes == [gid, fonts.face("atkinson").glyph_count]
        assert [glyph_map(font.DescendantFonts[0])(code) for code in codes] == [gid, gid]


def test_the_box_for_a_missing_character_is_never_drawn(fonts: FontBook) -> None:
    run = GlyphRun("atkinson", 12, 0, 4, "#000000", "漢", (Glyph(0, "漢", 500.0),))
    with pytest.raises(InternalError, match="漢"):
        FontEmbedder(SheetCanvas().document, fonts).operators(run)


def test_the_bytes_do_not_depend_on_what_the_process_did_before(fonts: FontBook) -> None:
    def render(language: str, book: FontBook) -> bytes:
        return write([lay_out(language, book)], book)

    first = {language: render(language, FontBook(FONTS)) for language in SAMPLES}
    for language in reversed(SAMPLES):
        assert render(language, fonts) == first[language]
        assert render(language, fonts) == first[language]


def test_a_subset_holds_the_basic_letters_and_what_else_is_used_and_is_named_after_them(fonts: FontBook) -> None:
    def font(text: str) -> tuple[str, int, set[str]]:
        lines = break_lines([Run(text)], TextStyle(12, 17), 240, fonts)
        with pikepdf.open(io.BytesIO(write([lines], fonts))) as pdf:
            (found,) = pdf.pages[0].Resources.Font.values()
            program = found.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            return str(found.BaseFont), len(program), set(unicode_map(found).values())

    plain, more, signs = font("cramp"), font("crämps"), font("½ ×")
    assert plain == font("Jolly 12 & Quick?")
    assert plain[2] == set(map(chr, range(0x20, 0x7F)))
    assert (more[2] - plain[2], plain[2] - more[2]) == ({"ä"}, set())
    assert signs[2] == set("½ ×")  # no letters, so no alphabet
    assert len({plain[0], more[0], signs[0]}) == 3
    assert re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-Regular", plain[0])
    assert signs[1] < plain[1] < more[1] < 16_000


def test_a_character_map_keeps_to_a_hundred_rows_a_block_and_splits_far_characters() -> None:
    written = to_unicode(dict.fromkeys(range(1, 251), "a") | {300: "𝄞", 301: "ffi", 302: ""}).decode("ascii")
    assert re.findall(r"(\d+) beginbfchar", written) == ["100", "100", "53"]
    assert "<D834DD1E>" in written
    assert "<006600660069>" in written
    assert "<012E> <200B>" in written
