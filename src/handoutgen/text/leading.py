"""Set lines in; how far apart their baselines must be so that no mark of one touches a letter of the next, out.

The design's leading is made for Latin letters. Scripts that stack vowel signs and tone marks over and under their
letters need what their font says of itself: its line spacing, which is the same for all text of a size, and the ink of
the very lines, which is more where marks are stacked high over deep ones. Arabic letters have the design's leading, for
few of their marks reach so far; where one would touch the line over it, the lines of that text stand further apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.language import language_of
from handoutgen.memory import Memory, Shelf
from handoutgen.text.fontbook import FontBook
from handoutgen.text.ink import apart_for, reach_of, strips_of
from handoutgen.text.model import Line

STACKED = frozenset([
    "Beng", "Deva", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Mlym", "Mymr", "Sinh", "Taml", "Telu", "Thai",
])  # fmt: skip
"""Scripts whose marks stand over and under their letters."""
MOST = 1.5
"""Of a font's own line spacing, in em: some allow for stacks that only other languages of their script have."""
APART = 0.03
"""The least white between the ink of two lines, in em."""
ASCENT = 0.8
"""Where a text's first baseline stands below the top of its line box, beside half the extra leading, in em."""
ARABIC = "vazirmatn"
"""The family of Arabic letters that the design is made for too."""


def baseline_offset(size: float, leading: float) -> float:
    """The distance in pt from the top of a line box to its baseline."""
    return (leading - size) / 2 + ASCENT * size


class Spacing(NamedTuple):
    """How lines stand, in pt: from baseline to baseline; and for each line, how far its ink reaches over its line box,
    which is white that it needs where it is the first, and how far into what stands close under it, where it is the
    last. None for text that needs none."""

    leading: float
    tops: tuple[float, ...] = ()
    drops: tuple[float, ...] = ()


def spacing_for(lines: Sequence[Line], size: float, leading: float, language: str, fonts: FontBook) -> Spacing:
    """Of lines of a text of `size` pt: `leading`, or more where their script needs it. Latin text in the faces that the
    design is made for keeps it."""
    first = fonts.chain(language, bold=False)[0]
    specs = [fonts.face(name).spec for name in {run.face for line in lines for run in line.runs}]
    if first is fonts.main and not any(spec.script for spec in specs):
        arabic = any(spec.family == ARABIC for spec in specs)
        return _clear(lines, size, leading, fonts) if arabic else Spacing(leading)
    if language_of(language).written_in in STACKED:
        own = (first.metrics.ascent - first.metrics.descent) / 1000
        leading = max(leading, round(size * min(own, MOST), 2))
    reach = [reach_of(line, fonts) for line in lines]
    needed = max((below + above for (_, below), (above, _) in pairwise(reach)), default=0.0)
    return Spacing(max(leading, round(needed + APART * size, 2)))


def _clear(lines: Sequence[Line], size: float, leading: float, fonts: FontBook) -> Spacing:
    """At which no ink of two lines meets, nor that of the last one what stands close under the text."""
    told = tuple([(run.face, run.x, run.text) for line in lines for run in line.runs])
    key = (told, tuple([len(line.runs) for line in lines]), size, leading)

    def spacing() -> Spacing:
        strips = [strips_of(line, size, fonts) for line in lines]
        apart = max(leading, round(apart_for(strips) + APART * size, 2))
        over = baseline_offset(size, apart)
        under = apart - over + (apart - size) / 2  # what stands under it has half its leading over its letters too
        tops = [round(max(0.0, max((top for top, _ in each.values()), default=0.0) - over), 2) for each in strips]
        drops = [round(max(0.0, -min((low for _, low in each.values()), default=0.0) - under), 2) for each in strips]
        return Spacing(apart, tuple(tops) if any(tops) else (), tuple(drops) if any(drops) else ())

    return fonts.shelves[_SPACINGS].get(key, spacing)


def _spacings() -> Memory[Spacing]:
    return Memory(bounds.SPACINGS)


_SPACINGS = Shelf(_spacings)
"""Of a font book, by what the lines say and where."""
