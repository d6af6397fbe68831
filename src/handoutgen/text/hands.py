"""Set lines in a hand such as Nastaliq in; how far apart they stand, and the white that their tall words need, out.

Nastaliq runs downhill: a word ends on the line and begins as far over it as it is long, so that a long one reaches more
than two ems up. To part all lines by the tallest word would tear paragraphs open, and short words, which are nearly
all, would float. So lines stand as close as hands have them written, and further apart only where the ink of two would
meet at one place of the line; and a first line has the white over it that its own words reach into.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.language import language_of
from handoutgen.memory import Memory, Shelf
from handoutgen.text.fontbook import FontBook
from handoutgen.text.ink import apart_for, strips_of
from handoutgen.text.leading import baseline_offset
from handoutgen.text.model import Line

ROOMY = {"Aran": 2.2}
"""The leading of a hand, in em: what keeps nearly all words of Urdu clear of the line before. Its font asks for 2.5, by
the tallest that it can write."""
DEPTH = {"Aran": 0.62}
"""How far its words reach below the line, in em."""
APART = 0.06
"""The least white between the ink of two lines, in em."""


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
    strips = [strips_of(line, size, fonts) for line in lines]
    roomy = max(leading, round(size * ROOMY[hand], 2), round(apart_for(strips) + APART * size, 2))
    baseline = roomy - size * DEPTH[hand]
    tops = [max((top for top, _ in each.values()), default=0.0) for each in strips]
    return RoomInHand(
        roomy,
        round(baseline - baseline_offset(size, roomy), 2),
        tuple([max(0.0, round(top - baseline, 2)) for top in tops]),
    )


def _rooms() -> Memory[RoomInHand]:
    return Memory(bounds.ROOMS_IN_HAND)


_ROOMS = Shelf(_rooms)
"""Of a font book, by what the lines say and where."""
