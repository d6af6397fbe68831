"""A face and the glyphs used of it in; the bytes of its PDF objects (program, descriptor, widths, ToUnicode) out."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.composed import ComposedGlyph, with_composed
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.reportlab_seam import stream
from handoutgen.text.faces import Face

TABLES_KEPT = ("glyf", "loca", "head", "hhea", "hmtx", "maxp")
SILENT_TEXT = "\u200b"
"""What a glyph without text of its own says. ToUnicode may not map to nothing, U+0000, U+FEFF or U+FFFE
(PDF/UA-1 7.21.7); a zero-width space is what extractors drop."""


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
