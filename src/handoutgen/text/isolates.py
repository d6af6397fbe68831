"""Stretches to be kept whole in; what of them must stand left to right inside right-to-left text, out.

Plain UAX#9 turns "5 mg" round after an Arabic word and splits a phone number into groups that run backwards. A dose is
isolated together with the Latin words beside it ("Baclofen 5 mg" is one phrase), a unit in Arabic letters is not: that
reads rightly from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.unbreakable import Stretch

_WORD = frozenset(("L", "EN", "ES", "NSM"))
_DASHES = frozenset(("ON", "ES"))
_NO_EDGE = frozenset(("WS", "NSM", "BN"))
"""What no isolate begins or ends with: spaces, marks, and joiners, which stand inside words of Arabic letters."""


def left_to_right(types: Sequence[str], kept: Sequence[Stretch]) -> dict[int, int]:
    """Where each isolate starts and ends, from the bidi classes of a paragraph and its kept stretches."""
    spans: dict[int, int] = {}
    last = -1
    for start, end in (_widened(types, *part) for k in kept for part in _parts(types, k.start, k.end)):
        if last >= 0 and start < spans[last]:
            spans[last] = max(end, spans[last])
        else:
            last = start
            spans[start] = end
    return spans


def _parts(types: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between its right-to-left letters that have an order to lose."""
    first = start
    for index in range(start, end + 1):
        if index == end or types[index] in ("R", "AL"):
            part = _trimmed(types, first, index)
            if _has_order(types[part[0] : part[1]]):
                yield part
            first = index + 1


def _trimmed(types: Sequence[str], start: int, end: int) -> tuple[int, int]:
    while start < end and types[start] in _NO_EDGE:
        start += 1
    while end > start and types[end - 1] in _NO_EDGE:
        end -= 1
    return start, end


def _has_order(types: Sequence[str]) -> bool:
    """Whether there is more than one number. A range in Arabic digits ("٦–٨") runs right to left as it should."""
    between = set(types) - {"EN", "AN"}
    return bool(between) and not ("AN" in types and between <= _DASHES)


def _widened(types: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A stretch with the Latin words at its sides."""
    while (word := _word(types, start - 1, -1)) is not None:
        start = word
    while (word := _word(types, end, 1)) is not None:
        end = word + 1
    return start, end


def _word(types: Sequence[str], index: int, step: int) -> int | None:
    """The far end of the Latin word that lies one space away, if there is one."""
    if not (0 <= index < len(types) and types[index] == "WS"):
        return None
    index += step
    first = index
    while 0 <= index < len(types) and types[index] in _WORD:
        index += step
    word = types[index + 1 : first + 1] if step < 0 else types[first:index]
    return index - step if "L" in word else None
