"""Glyph runs in; text operators and embedded Type0 fonts out (PDF 32000-1 9.7).

ReportLab's own TrueType fonts allow one character per code, so that ligatures and shaped letters cannot say what they
mean. Here a code (CID) stands for a pair of glyph and text: its own number when the text is the one the font itself
gives the glyph, otherwise a number above the font's last glyph, led back to the glyph by a CIDToGIDMap. A glyph that
is composed for this file (see `composed`) has the number of its code. Every code is in ToUnicode (PDF/UA-1 7.21.7,
PDF/A-2 6.2.11.7), every width is the font program's own (6.2.11.5), and the glyph .notdef is never shown (7.21.8).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.errors import InternalError
from handoutgen.memory import Memory, Shelf
from handoutgen.pdf.writing.fontfile import FontParts, embed, font_file, subset_tag, to_unicode, whole_font, widths
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.operands import GlyphShape, ShapeAndText, operands
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, stream
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Glyph, GlyphRun

BASIC_LATIN = frozenset(map(chr, range(0x20, 0x7F)))

GlyphCodes = Mapping[ShapeAndText, str]
"""(glyph, text) to code, in the order of first use."""

_ASKED_FOR_ALL = ("Wingdings", "Wingdings2", "Wingdings3", "Webdings")
"""Names of resources, which may be any (ISO 32000-1 7.8.3). PDFium, and so Chromium and Edge, looks for letters beyond
Western Europe in the font that a field names only if it has one of these (`CPDF_BAFontMap`); else it takes a font of
the computer, or shows nothing."""


class FontEmbedder:
    """The fonts of one document. Ask for `operators` while drawing, then for the font objects with `finish`."""

    def __init__(self, document: ArchivalDocument, fonts: FontBook, operands: Memory[Shown] | None = None) -> None:
        """`operands` remembers what earlier documents of the same fonts have shown."""
        self._document = document
        self._fonts = fonts
        self._operands = operands_memory() if operands is None else operands
        self._names = {key: f"F{number}" for number, key in enumerate(fonts.faces, start=1)}
        self._embedded: dict[str, _EmbeddedFace] = {}
        self._whole: dict[str, str] = {}

    def operators(self, run: GlyphRun) -> str:
        """The operators that show a run inside a text object: its font and size, then its glyphs. The caller sets place
        and colour, and leaves the text rise at 0."""
        face = self._embedded.get(run.face) or self._open(run.face)
        return f"/{face.name} {pdf_number(run.size)} Tf {face.show(run)}"

    def whole(self, key: str) -> str:
        """The resource name of a face that is embedded whole, for text that nobody knows yet: what is typed."""
        if key not in self._whole:
            number = len(self._whole)
            self._whole[key] = _ASKED_FOR_ALL[number] if number < len(_ASKED_FOR_ALL) else f"W{number}"
        return self._whole[key]

    def whole_fonts(self) -> str:
        """The dictionary of these fonts, their objects added to the document. Call once, when all are named."""
        faces = {name: self._fonts.face(key) for key, name in self._whole.items()}
        return f"<<{''.join(f'/{name} {self._embed_whole(face)}' for name, face in faces.items())}>>"

    def _embed_whole(self, face: Face) -> str:
        return embed(self._document, face, face.shelves[_WHOLE].get(face.key, lambda: whole_font(face)))

    def take_used(self) -> dict[str, GlyphCodes]:
        """By face, the codes shown since last asked."""
        used: dict[str, GlyphCodes] = {key: face.used for key, face in self._embedded.items() if face.used}
        for face in self._embedded.values():
            face.used = {}
        return used

    def replay(self, used: Mapping[str, GlyphCodes]) -> bool:
        """Whether drawing in this document, here and now, would give out these very codes. It has then done so."""
        return all((self._embedded.get(key) or self._open(key)).replay(codes) for key, codes in used.items())

    def finish(self) -> str:
        """The dictionary of font resources, their objects added to the document. Call once, when all is drawn."""
        faces = sorted(self._embedded.values(), key=lambda face: face.name)
        return f"<<{''.join(f'/{face.name} {face.embed(self._document)}' for face in faces)}>>"

    def _open(self, key: str) -> _EmbeddedFace:
        face = self._embedded[key] = _EmbeddedFace(self._fonts.face(key), self._names[key], self._operands)
        return face


class Shown(NamedTuple):
    """Glyphs as operators, and the codes that these hold."""

    glyphs: tuple[Glyph, ...]
    operands: str
    codes: GlyphCodes


def operands_memory() -> Memory[Shown]:
    """For what documents of one font book have shown."""
    return Memory(bounds.OPERANDS)


class _EmbeddedFace:
    """One face as this document uses it: which codes it has given out."""

    def __init__(self, face: Face, name: str, shown: Memory[Shown]) -> None:
        self.face = face
        self.name = name
        self.used: dict[ShapeAndText, str] = {}
        self._codes: dict[ShapeAndText, str] = {}
        self._glyph_of: dict[int, GlyphShape] = {}
        self._extra = face.glyph_count
        self._has_alphabet = False
        self._pairs, self._widths = face.shelves[_PAIRS], face.shelves[_WIDTHS]
        self._shown = shown

    def show(self, run: GlyphRun) -> str:
        """The TJ operator of a run's glyphs. Their tuple itself is the key to what is remembered: it is shared by all
        documents that set the same words in the same direction, and held so that its identity stays its own."""
        key = (self.name, id(run.glyphs), run.size)
        shown = self._shown.find(key)
        if shown is None or not self.replay(shown.codes):
            text, pairs = operands(run, self)
            same = self._pairs.setdefault  # one tuple for all, for thousands are remembered
            codes = {same(pair, pair): self.code(*pair) for pair in pairs}
            shown = self._shown.keep(key, Shown(run.glyphs, text, codes))
        self.used.update(shown.codes)
        return shown.operands

    def replay(self, codes: GlyphCodes) -> bool:
        """Whether these codes, asked for in their order, come out as they are; see `FontEmbedder.replay`."""
        return codes.items() <= self._codes.items() or all(self.code(*pair) == code for pair, code in codes.items())

    def code(self, shape: GlyphShape, text: str) -> str:
        """The code of a shape that stands for a text, as four hexadecimal digits."""
        return self._codes.get((shape, text)) or self._allot(shape, text)

    def _allot(self, shape: GlyphShape, text: str) -> str:
        if shape == 0 or (not isinstance(shape, int) and any(gid == 0 for gid, _, _ in shape.parts)):
            raise InternalError(f"{self.face.key} has no glyph for {text!r}: coverage should have been checked before.")
        if isinstance(shape, int) and self.face.nominal_texts.get(shape, text) == text and shape not in self._glyph_of:
            cid = shape
        else:
            cid = self._extra
            self._extra += 1
        if cid > 0xFFFF:
            raise InternalError(f"{self.face.key}: more than 65,536 codes in one document.")
        self._glyph_of[cid] = shape
        code = self._codes[shape, text] = f"{cid:04X}"
        if not self._has_alphabet and text in BASIC_LATIN and text.isalpha():
            self._have_alphabet()
        return code

    def _have_alphabet(self) -> None:
        """Where one letter of the basic alphabet is used, have them all: then nearly all clinics' names, and so nearly
        all documents of a leaflet, need the same font file, which is made once."""
        self._has_alphabet = True
        alphabet = self.face.shelves[_ALPHABET]
        if not alphabet:
            own = self.face.nominal_texts
            alphabet.update({(gid, text): f"{gid:04X}" for gid, text in own.items() if gid and text in BASIC_LATIN})
        # All at once: a glyph with the font's own text has its own number in every document (see `_allot`).
        self._codes.update(alphabet)
        self._glyph_of.update({gid: gid for gid, _ in alphabet if isinstance(gid, int)})

    @property
    def unit(self) -> float:
        """A unit of the font in 1/1000 em."""
        return self.face.scale

    def width(self, gid: int) -> float:
        """The advance width of a glyph in the font program, in 1/1000 em."""
        found = self._widths.get(gid)
        if found is None:
            found = self._widths[gid] = self.face.width(gid)
        return found

    def embed(self, document: ArchivalDocument) -> str:
        """Add the font's objects to the document; how to refer to it."""
        parts = self.face.shelves[_PROGRAMS].get(frozenset(self._codes.items()), self._program)
        return embed(document, self.face, parts)

    def _program(self) -> FontParts:
        """The parts of the font that depend on nothing but the codes given out."""
        plain = {cid: shape for cid, shape in self._glyph_of.items() if isinstance(shape, int)}
        composed = {cid: shape for cid, shape in self._glyph_of.items() if not isinstance(shape, int)}
        glyphs = frozenset([*plain.values(), *(gid for shape in composed.values() for gid, _, _ in shape.parts)])
        advances = {cid: self.width(gid) for cid, gid in plain.items()}
        advances.update((cid, shape.advance) for cid, shape in composed.items())
        cid_map = None
        if self._extra > self.face.glyph_count:
            own = (cid if cid < self.face.glyph_count or cid in composed else 0 for cid in range(self._extra))
            gids = (plain.get(cid, gid) for cid, gid in enumerate(own))
            cid_map = stream(b"".join(gid.to_bytes(2, "big") for gid in gids))
        return FontParts(
            name=f"/{subset_tag(self.face, glyphs, composed)}+{self.face.postscript_name}",
            file=font_file(self.face, glyphs, composed),
            cid_map=cid_map,
            widths=widths(advances),
            to_unicode=stream(to_unicode({int(code, 16): text for (_, text), code in self._codes.items()})),
        )


def _pairs() -> dict[ShapeAndText, ShapeAndText]:
    return {}


def _widths() -> dict[int, float]:
    return {}


def _alphabet() -> dict[ShapeAndText, str]:
    return {}


def _programs() -> Memory[FontParts]:
    return Memory(bounds.FONT_PROGRAMS)


def _whole() -> Memory[FontParts]:
    return Memory(bounds.ONE)


_PAIRS, _WIDTHS, _ALPHABET = Shelf(_pairs), Shelf(_widths), Shelf(_alphabet)
_PROGRAMS, _WHOLE = Shelf(_programs), Shelf(_whole)
"""Of a face."""
