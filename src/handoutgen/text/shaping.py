"""A word of one look and one direction in; its glyphs, face by face, out, by HarfBuzz.

Words come again and again, within a leaflet and from one leaflet to the next, so each is shaped once per font book.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from unicodedata import combining

import uharfbuzz as hb

from handoutgen import bounds
from handoutgen.memory import Memory, Shelf
from handoutgen.text.characters import STAND_INS
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Glyph
from handoutgen.text.scripts import COMMON, script_pieces

CLUSTER_LEVEL = hb.BufferClusterLevel.MONOTONE_CHARACTERS
"""Marks and letters keep clusters of their own, so that each glyph can say what it stands for."""
FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.BOT | hb.BufferFlags.EOT
ALPHABETS = frozenset(("Latn", "Grek", "Cyrl"))
WHOLE_LETTERS = {"ccmp": False}
"""Some faces take an accented letter apart to stack marks on it. Where no mark follows, it stays one glyph, for the
second half would have no character to stand for."""


class ShapedPart(NamedTuple):
    """Part of a word in one face. `glyphs` in visual order, `width` in 1/1000 em."""

    face: str
    text: str
    glyphs: tuple[Glyph, ...]
    width: float


def _words() -> Memory[tuple[ShapedPart, ...]]:
    return Memory(bounds.SHAPED_WORDS)


def _spaces() -> dict[tuple[str, str], ShapedPart]:
    return {}


def _known_glyphs() -> dict[tuple[str, int, float, float, float], Glyph]:
    return {}


_WORDS, _SPACES, _GLYPHS = Shelf(_words), Shelf(_spaces), Shelf(_known_glyphs)
"""Of a font book, its words and the spaces after them; of a face, its glyphs, so that equal ones are one object."""


def shape_word(fonts: FontBook, text: str, bold: bool, language: str, rtl: bool) -> tuple[ShapedPart, ...]:
    """The pieces of a word in logical order, from memory where it was met before."""
    return fonts.shelves[_WORDS].get((text, bold, language, rtl), lambda: _shaped(fonts, text, bold, language, rtl))


def _shaped(fonts: FontBook, text: str, bold: bool, language: str, rtl: bool) -> tuple[ShapedPart, ...]:
    return tuple(
        shape(face, part, script, language, rtl)
        for face, whole in fonts.split(text, language, bold)
        for script, part in script_pieces(whole)
    )


def shape_in_face(fonts: FontBook, face_key: str, text: str, language: str) -> ShapedPart:
    """A text in a face that is already settled, such as the space after a word."""
    spaces = fonts.shelves[_SPACES]
    found = spaces.get((face_key, text))
    if found is None:
        found = spaces[face_key, text] = shape(fonts.face(face_key), text, COMMON, language, rtl=False)
    return found


def shape(face: Face, text: str, script: str, language: str, rtl: bool) -> ShapedPart:
    """Glyphs for one piece of text, with kerning, ligatures and marks where the face has them."""
    buffer = hb.Buffer()
    if text.isascii():
        buffer.add_str(text)
    else:
        buffer.add_codepoints(_code_points(face, text))
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    buffer.language = language
    buffer.cluster_level = CLUSTER_LEVEL
    buffer.flags = FLAGS
    hb.shape(face.hb_font, buffer, WHOLE_LETTERS if script in ALPHABETS and not _has_marks(text) else None)
    glyphs = _glyphs(face, text, buffer, rtl)
    return ShapedPart(face.key, text, glyphs, sum([glyph.advance for glyph in glyphs]))


def _has_marks(text: str) -> bool:
    return not text.isascii() and any(combining(character) for character in text)


def _code_points(face: Face, text: str) -> list[int]:
    has = face.characters
    return [code if (code := ord(character)) in has else STAND_INS.get(code, code) for character in text]


def _glyphs(face: Face, text: str, buffer: Any, rtl: bool) -> tuple[Glyph, ...]:
    shaped = [
        (info.cluster, info.codepoint, position.x_advance, position.x_offset, position.y_offset)
        for info, position in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True)
    ]
    if rtl:
        shaped.reverse()
    if not shaped:
        shaped = [(0, face.hb_font.get_nominal_glyph(0x20) or 0, 0, 0, 0)]
    texts = _texts(text, [glyph[0] for glyph in shaped])
    known = face.shelves[_GLYPHS]
    scale = face.scale
    glyphs: list[Glyph] = []
    for said, (_, gid, advance, x, y) in zip(texts, shaped, strict=True):
        key = (said, gid, advance, x, y)
        glyph = known.get(key)
        if glyph is None:
            glyph = known[key] = Glyph(gid, said, advance * scale, x * scale, y * scale)
        glyphs.append(glyph)
    if rtl:
        glyphs.reverse()
    return tuple(glyphs)


def _texts(text: str, starts: list[int]) -> list[str]:
    """What each glyph of a word stands for, glyphs and `starts` (of their clusters) in logical order.

    A cluster of several glyphs (a conjunct with its vowel sign) shares its characters out in order, so that reading the
    glyphs one by one spells the word and nothing needs a stand-in. A ligature's only glyph gets all its characters.
    """
    if len(starts) == len(text) and len(set(starts)) == len(text):
        return list(text)
    texts: list[str] = []
    first = 0
    while first < len(starts):
        end = first
        while end < len(starts) and starts[end] == starts[first]:
            end += 1
        begin = starts[first] if first else 0
        characters = text[begin : starts[end] if end < len(starts) else len(text)]
        count = end - first
        texts += [characters[k : k + 1] for k in range(count - 1)]
        texts.append(characters[count - 1 :])
        first = end
    return texts
