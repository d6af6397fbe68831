"""Ranges of a text (20 to 30 seconds) that a translation turns round (30 to 20).

Numbers of a text may change places from language to language: "1 of 6" is 6中1 in Chinese. So order is compared where
every language goes up: the two ends of a range, side by side in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handoutgen.translation.quantities import Quantity, quantities_in

_TO = re.compile(r"(?:[^\S\n]*[^\W\d_%°]{1,14}\.?)?\s*(?:\bto\b|[-–—−])\s*", re.IGNORECASE)
"""What stands between the ends in the source: "to" or a dash, and maybe a unit before it."""
_FARTHEST = 25
"""Signs between the two ends in a translation."""
_ENDS_SENTENCE = re.compile(r"[.!?;。！？؟۔।\n]\s")


def turned_ranges(source: str, tag: str, made: str, other_tag: str) -> list[str]:
    """The ranges of a source that stand in its translation the other way round and nowhere the right way, as they are
    written in the source. Both texts are without phone numbers and addresses."""
    pairs = list(_side_by_side(made, quantities_in(made, other_tag)))
    told = []
    for first, last in pairwise(quantities_in(source, tag)):
        if not _TO.fullmatch(source[first.end : last.start]) or not _goes_up(first, last):
            continue
        is_right = any(_same(first, one) and _same(last, other) for one, other in pairs)
        if not is_right and any(_same(last, one) and _same(first, other) for one, other in pairs):
            told.append(source[first.start : last.end])
    return told


def _side_by_side(text: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if len(between) <= _FARTHEST and not _ENDS_SENTENCE.search(between):
            yield one, other


def _goes_up(first: Quantity, last: Quantity) -> bool:
    """Whether both are plain numbers and the second is more: hours go round."""
    try:
        (one,), (other,) = (map(float, each.readings) for each in (first, last))
    except ValueError:
        return False
    return one < other


def _same(one: Quantity, other: Quantity) -> bool:
    return bool(one.readings & other.readings)
