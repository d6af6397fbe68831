"""A subset TrueType program and glyphs composed of its glyphs in; a program that holds these as well, out.

What a right-to-left word needs of a font is more than its glyphs: a vowel mark at its very height over this letter, a
letter that is wider by the space before it, a glyph without ink for the second half of a ligature. As glyphs of the
font they are one code each in a plain string. They are composite glyphs (OpenType, "glyf"): a few bytes, no outlines.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_OFFSETS_IN_WORDS, _MORE_PARTS = 0x0001 | 0x0002, 0x0020
_MAGIC = 0xB1B0AFBA
"""What the checksum of a whole font comes to, by its head table (OpenType `head`)."""


class ComposedGlyph(NamedTuple):
    """A glyph made of others, each moved to the right and up."""

    parts: tuple[tuple[int, int, int], ...]
    """Glyph, dx and dy in the font's own units. None: no ink."""
    advance: int
    """In 1/1000 em, as a PDF has it; in the font it is the nearest unit (PDF/A-2 6.2.11.5 wants no more)."""


def with_composed(tables: Mapping[str, bytes], composed: Mapping[int, ComposedGlyph], count: int) -> bytes:
    """A font file of these tables and `count` glyphs, `composed` among them by their glyph numbers, all above those
    that the tables have. Numbers between that are nobody's are glyphs without ink."""
    font = _Glyphs(tables)
    had = len(font.outlines)
    for gid in range(had, count):
        font.add(composed.get(gid, ComposedGlyph((), 0)))
    return _assembled(font.tables(max(1, *(len(glyph.parts) for glyph in composed.values()))))


class _Glyphs:
    """The outlines and metrics of a font, glyph by glyph."""

    def __init__(self, tables: Mapping[str, bytes]) -> None:
        self._tables = dict(tables)
        self._per_em = struct.unpack_from(">H", tables["head"], 18)[0]
        count = struct.unpack_from(">H", tables["maxp"], 4)[0]
        far = struct.unpack_from(">h", tables["head"], 50)[0] == 1
        places = struct.unpack_from(f">{count + 1}{'I' if far else 'H'}", tables["loca"])
        places = places if far else tuple(2 * place for place in places)
        glyf = tables["glyf"]
        self.outlines = [glyf[a:b] for a, b in pairwise(places)]
        full = struct.unpack_from(">H", tables["hhea"], 34)[0]
        advances = struct.unpack_from(">" + "Hh" * full, tables["hmtx"])
        bearings = struct.unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)
        self.metrics = list(zip(advances[::2], advances[1::2], strict=True))
        self.metrics += [(self.metrics[-1][0], bearing) for bearing in bearings]

    def add(self, glyph: ComposedGlyph) -> None:
        """One more glyph."""
        parts = [part for part in glyph.parts if self.outlines[part[0]]]
        advance = round(glyph.advance * self._per_em / 1000)
        if not parts:
            self.outlines.append(b"")
            self.metrics.append((advance, 0))
            return
        boxes = [_moved(struct.unpack_from(">4h", self.outlines[gid], 2), dx, dy) for gid, dx, dy in parts]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        outline = struct.pack(">5h", -1, left, bottom, right, top)
        for index, (gid, dx, dy) in enumerate(parts, 1):
            outline += struct.pack(">HHhh", _OFFSETS_IN_WORDS | (_MORE_PARTS if index < len(parts) else 0), gid, dx, dy)
        self.outlines.append(outline + b"\0" * (-len(outline) % 4))
        self.metrics.append((advance, left))

    def tables(self, most_parts: int) -> dict[str, bytes]:
        """All tables, written anew where they count glyphs; `most_parts` is of the composed glyphs."""
        count = len(self.outlines)
        places = list(accumulate(map(len, self.outlines), initial=0))
        head, hhea, maxp = (bytearray(self._tables[name]) for name in ("head", "hhea", "maxp"))
        struct.pack_into(">h", head, 50, 1)
        struct.pack_into(">H", hhea, 10, max(advance for advance, _ in self.metrics))
        struct.pack_into(">H", hhea, 34, count)
        struct.pack_into(">H", maxp, 4, count)
        _allow(maxp, most_parts)
        return {
            **self._tables,
            "glyf": b"".join(self.outlines),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": b"".join([struct.pack(">Hh", *metric) for metric in self.metrics]),
            "loca": struct.pack(f">{count + 1}I", *places),
            "maxp": bytes(maxp),
        }


def _allow(maxp: bytearray, most_parts: int) -> None:
    """Raise a profile's limits to what composed glyphs of so many parts can come to (OpenType, "maxp")."""
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    points, contours = most_parts * max(points, composite_points), most_parts * max(contours, composite_contours)
    struct.pack_into(">2H", maxp, 10, *(min(0xFFFF, most) for most in (points, contours)))
    struct.pack_into(">2H", maxp, 28, max(elements, most_parts), depth + 1)


def _moved(box: tuple[int, ...], dx: int, dy: int) -> tuple[int, int, int, int]:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    """A font file: its directory, then the tables, each on a multiple of four bytes (OpenType, "Organization")."""
    names = sorted(tables)
    power = len(names).bit_length() - 1
    index = [struct.pack(">IHHHH", 0x00010000, len(names), 16 << power, power, 16 * (len(names) - (1 << power)))]
    bodies: list[bytes] = []
    offset = 12 + 16 * len(names)
    head_at = 0
    for name in names:
        body = tables[name]
        if name == "head":
            body, head_at = body[:8] + bytes(4) + body[12:], offset
        index.append(struct.pack(">4sIII", name.encode("ascii"), _checksum(body), offset, len(body)))
        bodies.append(body + b"\0" * (-len(body) % 4))
        offset += len(bodies[-1])
    font = bytearray(b"".join([*index, *bodies]))
    struct.pack_into(">I", font, head_at + 8, (_MAGIC - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: Sequence[int] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
