"""A page carries the faces of its words alone, as files that any browser opens."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
import uharfbuzz as hb

from handoutgen.text.fontbook import FontBook
from handoutgen.text.web_font import BASIC_LATIN, faces_for, web_font

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return FontBook(FONTS)


def unpacked(woff: bytes) -> bytes:
    """The TrueType file in a WOFF file, put together again."""
    signature, flavour, length, count, reserved, whole = struct.unpack_from(">4sIIHHI", woff)
    assert (signature, length, reserved) == (b"wOFF", len(woff), 0)
    tables = []
    for index in range(count):
        tag, start, packed, raw, checksum = struct.unpack_from(">4sIIII", woff, 44 + 20 * index)
        body = woff[start : start + packed]
        tables.append((tag, checksum, zlib.decompress(body) if packed < raw else body))
        assert len(tables[-1][2]) == raw
        assert start % 4 == 0
    at, entries, bodies = 12 + 16 * count, b"", b""
    for tag, checksum, body in tables:
        entries += struct.pack(">4sIII", tag, checksum, at + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    font = struct.pack(">IHHHH", flavour, count, 0, 0, 0) + entries + bodies
    assert len(font) == whole
    return font


@pytest.mark.parametrize(
    ("text", "language", "families"),
    [
        ("Hello", "en-GB", ["atkinson"]),
        ("Привіт", "uk", ["noto"]),
        ("مرحبا MS", "ar", ["atkinson", "vazirmatn"]),
        ("a ✓", "en-GB", ["atkinson", "symbols-2"]),
    ],
)
def test_the_families_come_in_the_order_in_which_paper_tries_them(
    fonts: FontBook, text: str, language: str, families: list[str]
) -> None:
    faces = faces_for(fonts, text, language)
    assert list(dict.fromkeys(face.family for face in faces)) == families
    assert {face.weight for face in faces if face.family == families[0]} == {400, 700}


def test_a_cut_face_has_these_characters_alone_and_still_kerns(fonts: FontBook) -> None:
    face = fonts.face("atkinson")
    font = hb.Face(hb.Blob(unpacked(web_font(face, frozenset("AVé")))))
    assert set(map(chr, font.unicodes)) == set("AVé")
    assert hb.Font(font).face.glyph_count < 12
    buffer = hb.Buffer()
    buffer.add_str("AV")
    buffer.guess_segment_properties()
    hb.shape(hb.Font(font), buffer)
    alone = sum(hb.Font(font).get_glyph_h_advance(info.codepoint) for info in buffer.glyph_infos)
    assert sum(position.x_advance for position in buffer.glyph_positions) < alone


def test_arabic_letters_still_join(fonts: FontBook) -> None:
    font = hb.Font(hb.Face(hb.Blob(unpacked(web_font(fonts.face("vazirmatn"), frozenset("بت"))))))
    buffer = hb.Buffer()
    buffer.add_str("ببب")
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    assert len({info.codepoint for info in buffer.glyph_infos}) == 3


def test_pages_of_one_language_share_their_files(fonts: FontBook) -> None:
    one, two = faces_for(fonts, "Ann", "en"), faces_for(fonts, "Zoë".replace("ë", "e"), "en")
    assert [face.data for face in one] == [face.data for face in two]
    assert one[0].data is two[0].data
    font = hb.Face(hb.Blob(unpacked(one[0].data)))
    assert set(map(chr, font.unicodes)) >= BASIC_LATIN


def test_a_mark_that_the_first_face_lacks_comes_with_its_letter(fonts: FontBook) -> None:
    mark = "\u0331"  # macron below
    assert not fonts.fits(fonts.face("atkinson"), f"k{mark}")
    (noto,) = [face for face in faces_for(fonts, f"ab k{mark}c", "en") if (face.family, face.weight) == ("noto", 400)]
    assert set(map(chr, hb.Face(hb.Blob(unpacked(noto.data))).unicodes)) >= {"k", mark}
