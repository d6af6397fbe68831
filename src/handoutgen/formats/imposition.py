"""How pages lie on paper: pure permutations from reading order to the sides of sheets.

A side is a tuple of slots; a slot says which page (from 0, in reading order) stands where. Nothing here moves meaning:
the structure tree keeps the reading order, imposition moves ink only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct


class Slot(Struct, frozen=True):
    """Page `page` with its left edge `x` pt from the sheet's left edge (and its foot `y` pt above the sheet's)."""

    page: int
    x: float = 0.0
    y: float = 0.0


Side = tuple[Slot, ...]


def flat(count: int) -> tuple[Side, ...]:
    """One page to a side."""
    return tuple((Slot(page),) for page in range(count))


def saddle_stitch(count: int, page_width: float, *, rtl: bool = False) -> tuple[Side, ...]:
    """Sheets folded once and stapled in the fold: for 8 pages 8|1, 2|7, 6|3, 4|5 (left|right, from 1).

    Raises ValueError when `count` is not a multiple of 4. A right-to-left booklet opens the other way: left and right
    change places.
    """
    if count <= 0 or count % 4:
        raise ValueError(f"a folded booklet has a multiple of 4 pages, not {count}")
    sides: list[Side] = []
    for sheet in range(count // 4):
        front = (count - 1 - 2 * sheet, 2 * sheet)
        back = (2 * sheet + 1, count - 2 - 2 * sheet)
        for left, right in (front, back):
            pair = (right, left) if rtl else (left, right)
            slots = (Slot(pair[0], 0.0), Slot(pair[1], page_width))
            sides.append(tuple(sorted(slots, key=lambda slot: slot.page)))
    return tuple(sides)


COVER, FLAP, INSIDE, BACK = 0, 1, (2, 3, 4), 5
"""The panels of a leaflet folded in three, as pages in reading order."""


def c_fold(panels: Sequence[float], *, rtl: bool = False) -> tuple[Side, Side]:
    """A letter fold: outside flap, back, cover; inside 1, 2, 3. `panels` are the inside widths in pt; the last is the
    flap's, a little narrower so that it lies flat. Right to left everything is mirrored."""
    outside, inside = [FLAP, BACK, COVER], list(INSIDE)
    wide_out, wide_in = list(reversed(panels)), list(panels)
    if rtl:
        outside, inside, wide_out, wide_in = outside[::-1], inside[::-1], wide_out[::-1], wide_in[::-1]
    return _row(outside, wide_out), _row(inside, wide_in)


def _row(pages: Sequence[int], widths: Sequence[float]) -> Side:
    starts = [0.0, *accumulate(widths)][:-1]
    return tuple(sorted((Slot(p, x) for p, x in zip(pages, starts, strict=True)), key=lambda slot: slot.page))


def unfolded_booklet(sides: Sequence[Side], page_width: float, *, rtl: bool = False) -> list[int]:
    """The pages in the order a reader turns them, found by folding the stack of sheets: what a test of imposition
    asks."""
    firsts, lasts = [], []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        left_front, right_front = (_at(front, x) for x in (0.0, page_width))
        left_back, right_back = (_at(back, x) for x in (0.0, page_width))
        if rtl:
            left_front, right_front, left_back, right_back = right_front, left_front, right_back, left_back
        firsts += [right_front, left_back]
        lasts += [left_front, right_back]
    return firsts + lasts[::-1]


def _at(side: Side, x: float) -> int:
    return next(slot.page for slot in side if abs(slot.x - x) < 0.01)
