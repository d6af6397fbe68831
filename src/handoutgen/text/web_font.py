"""Text for a web page → the faces that it needs, each cut down to it, as WOFF files (W3C, WOFF File Format 1.0).

WOFF 2 would be a fifth smaller and needs a Brotli compressor, which Python has not: 10 kB of a page are no reason for a
dependency.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import uharfbuzz as hb

from handoutgen import bounds
from handoutgen.memory import Memory, Shelf
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook

BASIC_LATIN = frozenset(map(chr, range(0x20, 0x7F)))
"""Is in every file that has a letter of it: then nearly all clinics' pages of a leaflet share their files."""
LETTERS = frozenset(filter(str.isalpha, BASIC_LATIN))
_HEADER = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")
_TABLE = struct.Struct(">4sIII")


class CutFace(NamedTuple):
    """A face for a page."""

    family: str
    weight: int
    data: bytes


def faces_for(fonts: FontBook, text: str, language: str) -> list[CutFace]:
    """The faces for a text in the order in which a page tries them, each in both weights."""
    wanted = _characters_by_family(fonts, text, language)
    return [
        CutFace(face.spec.family, face.weight, web_font(face, wanted[face.spec.family]))
        for bold in (False, True)
        for face in fonts.chain(language, bold)
        if face.spec.family in wanted and face.spec.bold == bold
    ]


def _characters_by_family(fonts: FontBook, text: str, language: str) -> dict[str, frozenset[str]]:
    first = fonts.chain(language, False)[0]
    signs = set(text)
    found: dict[str, set[str]] = {first.spec.family: signs & first.letters}
    others = signs - first.letters
    for stretch in _with_letters_before(others, text) if others else ():
        for face, piece in fonts.split(stretch, language, False):
            found.setdefault(face.spec.family, set()).update(piece)
    return {
        family: frozenset(characters | BASIC_LATIN if characters & LETTERS else characters)
        for family, characters in found.items()
    }


def _with_letters_before(signs: set[str], text: str) -> set[str]:
    """The stretches of these signs in a text, each with the letter before it, to which a mark may belong."""
    of_them = re.compile(f"[{re.escape(''.join(sorted(signs)))}]+")
    return {text[max(0, found.start() - 1) : found.end()].strip() for found in of_them.finditer(text)}


def web_font(face: Face, characters: frozenset[str]) -> bytes:
    """The face with the glyphs of these characters, and what joins, kerns and places them. The same bytes each time."""
    return face.shelves[_FILES].get(characters, lambda: _woff(_subset(face, characters)))


def _subset(face: Face, characters: frozenset[str]) -> bytes:
    wanted = hb.SubsetInput()
    for character in characters:
        wanted.unicode_set.add(ord(character))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    made: Any = hb.subset(face.hb_face, wanted)
    return bytes(made.blob.data)


def _woff(font: bytes) -> bytes:
    """A TrueType file in its packing for the web: each table compressed, in the order of the file."""
    tables = list(_tables(font))
    packed = [(tag, checksum, raw, zlib.compress(raw, 9)) for tag, checksum, raw in tables]
    packed = [(tag, checksum, raw, small if len(small) < len(raw) else raw) for tag, checksum, raw, small in packed]
    at = _HEADER.size + _ENTRY.size * len(packed)
    entries, bodies = b"", b""
    for tag, checksum, raw, small in packed:
        entries += _ENTRY.pack(tag, at + len(bodies), len(small), len(raw), checksum)
        bodies += small + b"\0" * (-len(small) % 4)
    whole = at + len(bodies)
    unpacked = 12 + 16 * len(tables) + sum(len(raw) + -len(raw) % 4 for _, _, raw in tables)
    header = _HEADER.pack(b"wOFF", struct.unpack(">I", font[:4])[0], whole, len(tables), 0, unpacked, 1, 0, *5 * (0,))
    return header + entries + bodies


def _tables(font: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    count = struct.unpack(">H", font[4:6])[0]
    for index in range(count):
        tag, checksum, start, length = _TABLE.unpack_from(font, 12 + 16 * index)
        yield tag, checksum, font[start : start + length]


def _files() -> Memory[bytes]:
    return Memory(bounds.WEB_FONTS)


_FILES = Shelf(_files)
