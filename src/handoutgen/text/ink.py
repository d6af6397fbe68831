"""A set line in; where along it its ink is, and how far apart two lines must stand, out.

The highest mark of a line and the deepest of the one over it are seldom at the same place. So ink is measured in strips
across the line: lines stand apart by what meets, not by what is highest and deepest of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor

from handoutgen.memory import Shelf
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import NO_INK, GlyphRun, Line

STRIP = 0.15
"""How wide the strips are in which the ink of a line is measured, in em."""
_Box = tuple[float, float, float, float]
"""Left, right, top and bottom of a glyph's ink, in 1/1000 em from its origin."""
Strips = dict[int, tuple[float, float]]
"""The highest and the lowest ink of a line by strip, over its baseline, in pt."""


def apart_for(strips: Sequence[Strips]) -> float:
    """How far apart lines of such ink must stand, in pt, for none to meet at one place."""
    return max((_between(above, below) for above, below in pairwise(strips)), default=0.0)


def strips_of(line: Line, size: float, fonts: FontBook) -> Strips:
    """The ink of a line of a text of `size` pt."""
    found: Strips = {}
    wide = size * STRIP
    for run in line.runs:
        for left, right, top, bottom in _ink(run, fonts.face(run.face)):
            for at in range(floor(left / wide), floor(right / wide) + 1):
                high, low = found.get(at, (top, bottom))
                found[at] = (max(high, top), min(low, bottom))
    return found


def reach_of(line: Line, fonts: FontBook) -> tuple[float, float]:
    """How far the ink of a line reaches above its baseline and below it, in pt, both as positive numbers."""
    boxes = [box for run in line.runs for box in _ink(run, fonts.face(run.face))]
    return max([0.0, *(top for _, _, top, _ in boxes)]), max([0.0, *(-bottom for *_, bottom in boxes)])


def _between(above: Strips, below: Strips) -> float:
    return max([below[at][0] - above[at][1] for at in above.keys() & below.keys()], default=0.0)


def _ink(run: GlyphRun, face: Face) -> Iterator[_Box]:
    """The boxes of a run's glyphs on the line, in pt."""
    scale, known = run.size / 1000, face.shelves[_BOXES]
    pen = run.x
    for number, glyph in enumerate(run.glyphs):
        if glyph.gid != NO_INK:
            box = known.get(glyph.gid)
            if box is None:
                box = known[glyph.gid] = _box(face, glyph.gid)
            if box[0] < box[1]:
                x, y = pen + glyph.x_offset * scale, glyph.y_offset * scale
                yield x + box[0] * scale, x + box[1] * scale, y + box[2] * scale, y + box[3] * scale
        if number or not run.lead:  # the first glyph of a run with a lead takes no room
            pen += glyph.advance * scale


def _box(face: Face, gid: int) -> _Box:
    found = face.hb_font.get_glyph_extents(gid)
    if found is None or not found.height:
        return (0.0, 0.0, 0.0, 0.0)
    edges = (found.x_bearing, found.x_bearing + found.width, found.y_bearing, found.y_bearing + found.height)
    left, right, top, bottom = (edge * face.scale for edge in edges)
    return left, right, top, bottom


def _boxes() -> dict[int, _Box]:
    return {}


_BOXES = Shelf(_boxes)
"""Of a face, by glyph."""
