"""Glyph runs in; text operators and embedded Type0 fonts out (PDF 32000-1 9.7).

ReportLab's own TrueType fonts allow one character per code, so that ligatures and shaped letters cannot say what they
mean. Here a code (CID) stands for a pair of glyph and text: its own number when the text is the one the font itself
gives the glyph, otherwise a number above the font's last glyph, led back to the glyph by a CIDToGIDMap. Every code is
in ToUnicode (PDF/UA-1 7.21.7, PDF/A-2 6.2.11.7), every width is the font program's own (6.2.11.5), and the glyph
.notdef is never shown (7.21.8).
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from handoutgen.errors import InternalError
from handoutgen.pdf.fontfile import RawObject, RawStream, font_descriptor, font_file, subset_tag, to_unicode, widths
from handoutgen.pdf.number import pdf_number
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Glyph, GlyphRun

OPERANDS_KEPT = 20_000


class FontEmbedder:
    """The fonts of one document. Ask for `operators` while drawing, then for the font objects with `finish`."""

    def __init__(self, document: PDFDocument, fonts: FontBook) -> None:
        self._document = document
        self._fonts = fonts
        self._embedded: dict[str, _EmbeddedFace] = {}

    def operators(self, run: GlyphRun) -> str:
        """What shows a run inside a text object, from choosing the font to the last glyph. Place and colour are the
        caller's; text rise is left at 0."""
        face = self._embedded.get(run.face)
        if face is None:
            name = f"F{len(self._embedded) + 1}"
            face = self._embedded[run.face] = _EmbeddedFace(self._fonts.face(run.face), name)
        return f"/{face.name} {pdf_number(run.size)} Tf {face.show(run.glyphs, run.size)}"

    def finish(self) -> dict[str, PDFObjectReference]:
        """The font resources by name, their objects added to the document. Call once, when all is drawn."""
        return {face.name: face.embed(self._document) for face in self._embedded.values()}


class _EmbeddedFace:
    """One face as this document uses it: which codes it has given out."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], str] = {}
        self._glyph_of: dict[int, int] = {}
        self._text_of: dict[int, str] = {}
        self._seen: dict[tuple[int, float], tuple[tuple[Glyph, ...], str]] = {}
        self._extra = face.glyph_count
        self._widths: dict[int, float] = face.derived.setdefault("pdf widths", {})
        self._shared: dict[Any, Any] = face.derived.setdefault("pdf operands", {})

    def show(self, glyphs: tuple[Glyph, ...], size: float) -> str:
        """The TJ operators of some glyphs. The tuple itself is the key to what is remembered: it is shared by all
        documents that set the same words, and held so that its identity stays its own."""
        key = (id(glyphs), size)
        seen = self._seen.get(key)
        if seen is None:
            shared = self._shared.get(key)
            if shared is None:
                shared = self._remember(key, glyphs, _Operands(self, size).encode(glyphs))
            elif shared[2] is not None:
                self._adopt(shared[2])
            else:
                shared = (glyphs, _Operands(self, size).encode(glyphs), None)
            seen = self._seen[key] = shared[:2]
        return seen[1]

    def _remember(self, key: Any, glyphs: tuple[Glyph, ...], operands: str) -> Any:
        """Keep operands for other documents if all their codes are the font's own, the same in any document."""
        pairs = {(glyph.gid, glyph.text) for glyph in glyphs}
        own = pairs if all(self.face.nominal_texts.get(gid) == text for gid, text in pairs) else None
        if len(self._shared) >= OPERANDS_KEPT:
            self._shared.clear()
        kept = self._shared[key] = (glyphs, operands, own)
        return kept

    def _adopt(self, pairs: set[tuple[int, str]]) -> None:
        for pair in pairs:
            if pair not in self._codes:
                self._allot(*pair)

    def code(self, gid: int, text: str) -> str:
        """The code of a glyph that stands for a text, as four hexadecimal digits."""
        return self._codes.get((gid, text)) or self._allot(gid, text)

    def _allot(self, gid: int, text: str) -> str:
        if gid == 0:
            raise InternalError(f"{self.face.key} has no glyph for {text!r}: coverage should have been checked before.")
        cid = gid
        if self.face.nominal_texts.get(gid, text) != text or gid in self._glyph_of:
            cid = self._extra
            self._extra += 1
        if cid > 0xFFFF:
            raise InternalError(f"{self.face.key}: more than 65,536 codes in one document.")
        self._glyph_of[cid] = gid
        self._text_of[cid] = text
        code = self._codes[gid, text] = f"{cid:04X}"
        return code

    def width(self, gid: int) -> float:
        """The advance width of a glyph in the font program, in 1/1000 em."""
        found = self._widths.get(gid)
        if found is None:
            found = self._widths[gid] = self.face.width(gid)
        return found

    def embed(self, document: PDFDocument) -> PDFObjectReference:
        """Add the font's objects to the document (PDF 32000-1 9.7.6, 9.8, 9.9)."""
        glyphs = frozenset(self._glyph_of.values())
        base = f"/{subset_tag(self.face, glyphs)}+{self.face.postscript_name}"

        def add(content: Any) -> str:
            return str(document.Reference(content).format(document).decode("ascii"))

        file = add(font_file(self.face, glyphs))
        descriptor = add(RawObject(font_descriptor(self.face, base, file)))
        cid_map = "/Identity"
        if self._extra > self.face.glyph_count:
            gids = (self._glyph_of.get(cid, cid if cid < self.face.glyph_count else 0) for cid in range(self._extra))
            cid_map = add(RawStream(b"".join(gid.to_bytes(2, "big") for gid in gids)))
        descendant = add(
            RawObject(
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {descriptor}/CIDToGIDMap {cid_map}"
                f"/W {widths({cid: self.width(gid) for cid, gid in self._glyph_of.items()})}>>"
            )
        )
        unicode_map = add(RawStream(to_unicode(self._text_of)))
        return document.Reference(
            RawObject(
                f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
                f"/DescendantFonts[{descendant}]/ToUnicode {unicode_map}>>"
            )
        )


class _Operands:
    """One TJ array in the making, with the kerning between what the font advances and what shaping wants."""

    def __init__(self, face: _EmbeddedFace, size: float) -> None:
        self.face = face
        self.size = size
        self.out: list[str] = []
        self.array: list[str] = []
        self.hex: list[str] = []

    def encode(self, glyphs: tuple[Glyph, ...]) -> str:
        """TJ for all glyphs, with Ts around any that are raised or lowered."""
        rise = owed = 0.0
        for glyph in glyphs:
            owed -= glyph.x_offset
            if glyph.y_offset != rise:
                rise = self._raise(glyph.y_offset)
            if abs(owed) >= 0.0005:
                self._adjust(owed)
            self.hex.append(self.face.code(glyph.gid, glyph.text))
            owed = self.face.width(glyph.gid) - glyph.advance + glyph.x_offset
        if rise:
            self._raise(0.0)
        else:
            self._flush()
        return " ".join(self.out)

    def _adjust(self, amount: float) -> None:
        """Move the next glyph to the left by some 1/1000 em."""
        if self.hex:
            self.array.append(f"<{''.join(self.hex)}>")
            self.hex.clear()
        self.array.append(pdf_number(amount))

    def _raise(self, rise: float) -> float:
        self._flush()
        self.out.append(f"{pdf_number(rise * self.size / 1000)} Ts")
        return rise

    def _flush(self) -> None:
        if self.hex:
            self.array.append(f"<{''.join(self.hex)}>")
            self.hex.clear()
        if self.array:
            self.out.append(f"[{''.join(self.array)}] TJ")
            self.array.clear()
