"""A face and the glyphs used of it, or all, in; its PDF objects (program, descriptor, widths, ToUnicode) out."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

import uharfbuzz as hb

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.composed import ComposedGlyph, with_composed
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, stream
from handoutgen.text.faces import Face

TABLES_KEPT = ("glyf", "loca", "head", "hhea", "hmtx", "maxp")
SILENT_TEXT = "\u200b"
"""What a glyph without text of its own says. ToUnicode may not map to nothing, U+0000, U+FEFF or U+FFFE
(PDF/UA-1 7.21.7); a zero-width space is what extractors drop."""


_PRESENTATION_FORMS = range(0xFB50, 0xFEFD)
"""Arabic letters by how they are joined: nobody types them."""


class FontParts(NamedTuple):
    """A font's parts, apart from how they refer to each other."""

    name: str
    file: bytes
    cid_map: bytes | None
    widths: str
    to_unicode: bytes


def embed(document: ArchivalDocument, face: Face, parts: FontParts) -> str:
    """Add a font's objects to the document (PDF 32000-1 9.7.6, 9.8, 9.9); how to refer to it."""

    def add(content: str | bytes) -> str:
        return document.add(content).reference

    descriptor = add(font_descriptor(face, parts.name, add(parts.file)))
    cid_map = add(parts.cid_map) if parts.cid_map else "/Identity"
    descendant = add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{parts.name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor}/CIDToGIDMap {cid_map}/W {parts.widths}>>"
    )
    return add(
        f"<</Type/Font/Subtype/Type0/BaseFont{parts.name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant}]/ToUnicode {add(parts.to_unicode)}>>"
    )


def whole_font(face: Face) -> FontParts:
    """A face with all its glyphs, for text that is typed later: a code is the number of a glyph, and means the lowest
    character that has it."""
    program = bytes(face.hb_face.blob.data)
    glyph_of = face.hb_font.get_nominal_glyph
    typed = [code for code in sorted(face.characters, reverse=True) if code >= 0x20 and code not in _PRESENTATION_FORMS]
    return FontParts(
        name=f"/{face.postscript_name}",
        file=stream(program, f"/Length1 {len(program)}"),
        cid_map=None,
        widths=widths({gid: face.width(gid) for gid in range(face.glyph_count)}),
        to_unicode=stream(to_unicode({glyph_of(code): chr(code) for code in typed if code != 0xFEFF})),
    )


def subset_tag(face: Face, glyphs: frozenset[int], composed: Mapping[int, ComposedGlyph]) -> str:
    """Six capitals that differ when the subset does (PDF 32000-1 9.6.4), the same on every machine."""
    more = f" {sorted(composed.items())}" if composed else ""
    digest = hashlib.sha256(f"{face.postscript_name} {sorted(glyphs)}{more}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def font_file(face: Face, glyphs: frozenset[int], composed: Mapping[int, ComposedGlyph]) -> bytes:
    """The font program with only these glyphs, which keep their ids, and those composed of them, as a stream object."""
    made = _subset(face, glyphs)
    if composed:
        tables = {tag: bytes(made.reference_table(tag).data) for tag in TABLES_KEPT}
        program = with_composed(tables, composed, 1 + max(composed))
    else:
        program = bytes(made.blob.data)
    return stream(program, f"/Length1 {len(program)}")


def _subset(face: Face, glyphs: frozenset[int]) -> Any:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    dropped = [tag for tag in face.hb_face.table_tags if tag not in TABLES_KEPT]
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
    made = hb.subset(face.hb_face, wanted)
    if made is None:
        raise InternalError(f"{face.key} could not be cut down to the glyphs used.")
    return made


def font_descriptor(face: Face, base_font: str, file: str) -> str:
    """Table 122 of PDF 32000-1. Symbolic, because codes are glyph numbers."""
    metrics = face.metrics
    box = struct.unpack(">4h", face.hb_face.reference_table("head").data[36:44])
    return (
        f"<</Type/FontDescriptor/FontName{base_font}/Flags 4/ItalicAngle 0"
        f"/FontBBox[{' '.join(pdf_number(round(edge * face.scale)) for edge in box)}]"
        f"/Ascent {pdf_number(metrics.ascent)}/Descent {pdf_number(metrics.descent)}"
        f"/CapHeight {pdf_number(metrics.cap_height)}/StemV {50 + face.weight**2 // 4225}/FontFile2 {file}>>"
    )


def widths(of: Mapping[int, float]) -> str:
    """The W array: neighbouring codes share a bracket (PDF 32000-1 9.7.4.3)."""
    parts: list[str] = []
    previous = -2
    for cid in sorted(of):
        parts.append(f" {pdf_number(of[cid])}" if cid == previous + 1 else f"]{cid}[{pdf_number(of[cid])}")
        previous = cid
    return f"[{''.join(parts)[1:]}]]"


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap, at most 100 codes to a block (Adobe technical note 5014)."""
    rows = [f"<{cid:04X}> <{(texts[cid] or SILENT_TEXT).encode('utf-16-be').hex().upper()}>" for cid in sorted(texts)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
