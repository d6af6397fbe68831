"""Set lines in a hand such as Nastaliq in; how far apart they stand, and the white that their tall words need, out.

Nastaliq runs downhill: a word ends on the line and begins as far over it as it is long, so that a long one reaches more
than two ems up. To part all lines by the tallest word would tear paragraphs open, and short words, which are nearly
all, would float. So lines stand as close as hands have them written, and further apart only where the ink of two would
meet at one place of the line; and a first line has the white over it that its own words reach into.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.language import language_of
from handoutgen.memory import Memory, Shelf
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import NO_INK, GlyphRun, Line

ROOMY = {"Aran": 2.2}
"""The leading of a hand, in em: what keeps nearly all words of Urdu clear of the line before. Its font asks for 2.5, by
the tallest that it can write."""
DEPTH = {"Aran": 0.62}
"""How far its words reach below the line, in em."""
ASCENT = 0.8
"""Where the design has a baseline: so far below the top of its line box, beside half the extra leading, in em."""
APART = 0.06
"""The least white between the ink of two lines, in em."""
STRIP = 0.15
"""How wide the strips are in which the ink of a line is measured, in em."""
_Box = tuple[float, float, float, float]
"""Left, right, top and bottom of a glyph's ink, in 1/1000 em from its origin."""
_Strips = dict[int, tuple[float, float]]
"""The highest and the lowest ink of a line by strip, over its baseline, in pt."""


class RoomInHand(NamedTuple):
    """How lines in a hand stand, in pt: from baseline to baseline; how much lower than in the design a baseline stands
    in its line box; and for each line, what it needs over its box where it is the first."""

    leading: float
    lowered: float
    tops: tuple[float, ...]


def leading_in_hand(
    lines: Sequence[Line], size: float, leading: float, language: str, fonts: FontBook
) -> RoomInHand | None:
    """The room of lines of a text of `size` pt whose design has `leading`; None for a language in no such hand. A line
    without a letter in that hand stands as the rest, so that a figure is level with the words beside it; several (the
    title of a source in English) are set as in the design."""
    hand = language_of(language).hand
    if hand not in ROOMY:
        return None
    told = tuple([(run.face, run.x, run.text) for line in lines for run in line.runs])
    key = (told, tuple([len(line.runs) for line in lines]), size, leading, hand)
    return fonts.shelves[_ROOMS].get(key, lambda: _room(lines, size, leading, hand, fonts))


def _room(lines: Sequence[Line], size: float, leading: float, hand: str, fonts: FontBook) -> RoomInHand:
    if len(lines) > 1 and not any(fonts.face(run.face).spec.script == hand for line in lines for run in line.runs):
        return RoomInHand(leading, 0.0, (0.0,) * len(lines))
    strips = [_strips(line, size * STRIP, fonts) for line in lines]
    met = max((_needed(above, below) for above, below in pairwise(strips)), default=0.0)
    roomy = max(leading, round(size * ROOMY[hand], 2), round(met + APART * size, 2))
    baseline = roomy - size * DEPTH[hand]
    tops = [max((top for top, _ in each.values()), default=0.0) for each in strips]
    return RoomInHand(
        roomy,
        round(baseline - (roomy - size) / 2 - ASCENT * size, 2),
        tuple([max(0.0, round(top - baseline, 2)) for top in tops]),
    )


def _needed(above: _Strips, below: _Strips) -> float:
    """How far apart two lines must stand for the ink of no strip to meet."""
    return max([below[at][0] - above[at][1] for at in above.keys() & below.keys()], default=0.0)


def _strips(line: Line, wide: float, fonts: FontBook) -> _Strips:
    found: _Strips = {}
    for run in line.runs:
        for left, right, top, bottom in _ink(run, fonts.face(run.face)):
            for at in range(floor(left / wide), floor(right / wide) + 1):
                high, low = found.get(at, (top, bottom))
                found[at] = (max(high, top), min(low, bottom))
    return found


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


def _rooms() -> Memory[RoomInHand]:
    return Memory(bounds.ROOMS_IN_HAND)


def _boxes() -> dict[int, _Box]:
    return {}


_BOXES, _ROOMS = Shelf(_boxes), Shelf(_rooms)
"""Of a face, by glyph; of a font book, by what the lines say and where."""
