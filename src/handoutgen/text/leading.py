"""Set lines in; how far apart their baselines must be so that no mark of one touches a letter of the next, out.

The design's leading is made for Latin letters. Scripts that stack vowel signs and tone marks over and under their
letters need what their font says of itself: its line spacing, which is the same for all text of a size, and the ink of
the very lines, which is more where marks are stacked high over deep ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from handoutgen.language import language_of
from handoutgen.memory import Shelf
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import NO_INK, Line

STACKED = frozenset([
    "Beng", "Deva", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Mlym", "Mymr", "Sinh", "Taml", "Telu", "Thai",
])  # fmt: skip
"""Scripts whose marks stand over and under their letters."""
MOST = 1.5
"""Of a font's own line spacing, in em: some allow for stacks that only other languages of their script have."""
APART = 0.03
"""The least white between the ink of two lines, in em."""
_InkReach = tuple[float, float]
"""How far ink reaches above the baseline and below it, both as positive numbers."""


def leading_for(lines: Sequence[Line], size: float, leading: float, language: str, fonts: FontBook) -> float:
    """The leading in pt for lines of a text of `size` pt: `leading`, or more where their script needs it. Text in the
    faces that the design is made for keeps it."""
    first = fonts.chain(language, bold=False)[0]
    if first is fonts.main and not any(fonts.face(run.face).spec.script for line in lines for run in line.runs):
        return leading
    if language_of(language).written_in in STACKED:
        own = (first.metrics.ascent - first.metrics.descent) / 1000
        leading = max(leading, round(size * min(own, MOST), 2))
    reach = [_ink(line, fonts) for line in lines]
    needed = max((below + above for (_, below), (above, _) in pairwise(reach)), default=0.0)
    return max(leading, round(needed + APART * size, 2))


def _ink(line: Line, fonts: FontBook) -> _InkReach:
    """Of a line, in pt."""
    above = below = 0.0
    for run in line.runs:
        face, scale = fonts.face(run.face), run.size / 1000
        for glyph in run.glyphs:
            if glyph.gid != NO_INK:
                top, bottom = _reach(face, glyph.gid)
                above = max(above, (top + glyph.y_offset) * scale)
                below = max(below, (bottom - glyph.y_offset) * scale)
    return above, below


def _reach(face: Face, gid: int) -> _InkReach:
    """Of a glyph, in 1/1000 em."""
    known = face.shelves[_REACH]
    found = known.get(gid)
    if found is None:
        box = face.hb_font.get_glyph_extents(gid)
        inked = box is not None and box.height != 0
        top, bottom = (box.y_bearing, -box.y_bearing - box.height) if inked else (0, 0)
        found = known[gid] = (top * face.scale, bottom * face.scale)
    return found


def _reaches() -> dict[int, _InkReach]:
    return {}


_REACH = Shelf(_reaches)
"""Of a face, by glyph."""
