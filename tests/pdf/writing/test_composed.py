"""Fonts with glyphs composed of their own: whole files, with the ink and the widths that were asked for."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import uharfbuzz as hb

from handoutgen.pdf.writing.composed import ComposedGlyph, with_composed
from handoutgen.pdf.writing.fontfile import TABLES_KEPT, font_file, subset_tag
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook

FONTS = Path(__file__).resolve().parents[3] / "fonts"
FACES = ("vazirmatn", "atkinson", "noto")


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return FontBook(FONTS)


def glyph(face: Face, character: str) -> int:
    return int(face.hb_font.get_nominal_glyph(ord(character)))


def program(face: Face, composed: dict[int, ComposedGlyph]) -> bytes:
    tables = {tag: bytes(face.hb_face.reference_table(tag).data) for tag in TABLES_KEPT}
    return with_composed(tables, composed, 1 + max(composed))


def opened(data: bytes) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob(data)))


def box(font: hb.Font, gid: int) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of a glyph's ink."""
    extents = font.get_glyph_extents(gid)
    return (
        extents.x_bearing, extents.y_bearing + extents.height, extents.x_bearing + extents.width, extents.y_bearing
    )  # fmt: skip


@pytest.mark.parametrize("key", FACES)
def test_a_composed_glyph_is_the_glyph_moved_and_as_wide_as_asked(fonts: FontBook, key: str) -> None:
    face = fonts.face(key)
    base, new = glyph(face, "("), face.glyph_count
    font = opened(program(face, {new: ComposedGlyph(((base, 70, -30),), 444)}))
    left, bottom, right, top = box(face.hb_font, base)
    assert box(font, new) == (left + 70, bottom - 30, right + 70, top - 30)
    assert font.get_glyph_h_advance(new) == round(444 * face.hb_face.upem / 1000)
    assert box(font, base) == box(face.hb_font, base), "the others are as they were"
    assert [font.get_glyph_h_advance(gid) for gid in range(face.glyph_count)] == [
        face.hb_font.get_glyph_h_advance(gid) for gid in range(face.glyph_count)
    ]


def test_several_parts_lie_over_each_other(fonts: FontBook) -> None:
    face = fonts.face("vazirmatn")
    beh, fatha, new = glyph(face, "ب"), glyph(face, "\u064e"), face.glyph_count
    font = opened(program(face, {new: ComposedGlyph(((beh, 0, 0), (fatha, 300, 200)), 700)}))
    one, other, both = box(font, beh), box(font, fatha), box(font, new)
    moved = other[0] + 300, other[1] + 200, other[2] + 300, other[3] + 200
    assert both == (*map(min, one[:2], moved[:2]), *map(max, one[2:], moved[2:]))


def test_glyphs_without_ink_and_the_numbers_between_are_empty(fonts: FontBook) -> None:
    face = fonts.face("atkinson")
    space, new = glyph(face, " "), face.glyph_count
    font = opened(program(face, {new + 1: ComposedGlyph((), 250), new + 3: ComposedGlyph(((space, 5, 5),), 90)}))
    assert font.face.glyph_count == new + 4
    assert [font.get_glyph_h_advance(new + number) for number in range(4)] == [0, 250, 0, 90]
    assert all(box(font, new + number) == (0, 0, 0, 0) for number in range(4))


@pytest.mark.parametrize("key", FACES)
def test_the_file_adds_up(fonts: FontBook, key: str) -> None:
    """Every table's checksum, and the whole file's, as OpenType has them; side bearings, which move the ink."""
    face = fonts.face(key)
    base, new = glyph(face, "("), face.glyph_count
    data = program(face, {new: ComposedGlyph(((base, 70, 0), (base, -40, 0)), 444)})

    def total(part: bytes) -> int:
        padded = part + b"\0" * (-len(part) % 4)
        return int(sum(struct.unpack(f">{len(padded) // 4}I", padded))) & 0xFFFFFFFF

    assert total(data) == 0xB1B0AFBA
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        body = data[offset : offset + length]
        assert checksum == total(body[:8] + bytes(4) + body[12:] if tag == b"head" else body)
        if tag == b"hmtx":
            assert struct.unpack_from(">h", body, 4 * new + 2)[0] == box(opened(data), new)[0]
        if tag == b"maxp":
            assert struct.unpack_from(">2H", body, 28) >= (2, 1), "as many parts as there are, and a depth"


def test_a_font_is_named_after_what_is_composed_in_it(fonts: FontBook) -> None:
    face = fonts.face("vazirmatn")
    base, new = glyph(face, "ب"), face.glyph_count
    some = frozenset([base])
    one, other = ({new: ComposedGlyph(((base, dx, 0),), 500)} for dx in (0, 1))
    assert len({subset_tag(face, some, made) for made in ({}, one, other)}) == 3
    assert len({font_file(face, some, made) for made in ({}, one, other)}) == 3
