"""Characters in reading order in; the embedding level of each, out (UAX#9, the Unicode bidirectional algorithm).

Written out here, because the bidi library at hand gives display strings without levels, and shaping needs levels.
Two deliberate narrowings: embeddings and overrides (LRE … PDF) are read as isolates, which UAX#9 2.0 recommends in
their place, and stretches that `keep` names are set left to right whatever they hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import bidirectional

from handoutgen.text.isolates import left_to_right
from handoutgen.unbreakable import Stretch

_ANY_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENERS = {"LRI": 0, "LRE": 0, "LRO": 0, "RLI": 1, "RLE": 1, "RLO": 1, "FSI": -1}
_CLOSERS = frozenset(("PDI", "PDF"))
_FORCED = frozenset(("LRO", "RLO"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_STRONG_OF = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "⟨": "⟩",
    "〈": "〉",
    "⟦": "⟧",
    "⟪": "⟫",
    "⦅": "⦆",
    "｢": "｣",
    "⁅": "⁆",
    "⁽": "⁾",
}
_CLOSING_BRACKETS = {closing: opening for opening, closing in _BRACKETS.items()}
MAX_DEPTH = 125
"""BD2: what is nested deeper stays at the level it is at."""


def levels(text: str, base: int, kept: Sequence[Stretch] = ()) -> list[int] | None:
    """The level of every character of a paragraph of base level 0 or 1; None when all of it is left to right."""
    if base == 0 and not _ANY_RTL.search(text):
        return None
    types = [bidirectional(character) or "L" for character in text]
    spans = left_to_right(types, kept)
    result = [base] * len(text)
    _Isolate(text, types, spans, result).resolve(0, len(text), base)
    for index in range(len(text) - 1, -1, -1):  # L1: white space at the end takes the paragraph's level
        if types[index] not in ("WS", "S", "B", "BN"):
            break
        result[index] = base
    return result


def visual_order(of: Sequence[int]) -> list[int]:
    """The indexes of a line's items from left to right, given their levels in reading order (UAX#9 L2)."""
    order = list(range(len(of)))
    odd = [level for level in of if level % 2]
    if not odd:
        return order
    for level in range(max(of), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and of[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


class _Isolate:
    """The paragraph while its isolates are resolved, the outer ones with the inner ones as single neutral objects."""

    def __init__(self, text: str, types: list[str], spans: dict[int, int], result: list[int]) -> None:
        self.text, self.types, self.spans, self.result = text, types, spans, result
        self.partner = self._match(types)

    @staticmethod
    def _match(types: list[str]) -> dict[int, int]:
        """Which closer ends which opener (BD9); openers left open run to the end."""
        partner: dict[int, int] = {}
        open_ones: list[int] = []
        for index, kind in enumerate(types):
            if kind in _OPENERS:
                open_ones.append(index)
            elif kind in _CLOSERS and open_ones:
                partner[open_ones.pop()] = index
        return partner | {index: len(types) for index in open_ones}

    def resolve(self, start: int, end: int, level: int, forced: bool = False) -> None:
        """Give every character from `start` to before `end` its level within an embedding of `level`."""
        items: list[int] = []
        kinds: list[str] = []
        inner: list[tuple[int, int, int]] = []
        index = start
        while index < end:
            kind = self.types[index]
            stop = index + 1
            if index in self.spans and self.spans[index] <= end:
                stop, kind = self.spans[index], "ON"
                inner.append((index, stop, len(items)))
            elif kind in _OPENERS:
                stop, kind = min(self.partner[index] + 1, end), "ON"
                inner.append((index, stop, len(items)))
            if kind != "BN" and kind != "PDF":
                items.append(index)
                kinds.append("ON" if kind == "PDI" else kind)
            else:
                self.result[index] = level
            index = stop
        if forced:
            kinds = ["R" if level % 2 else "L"] * len(kinds)
        for item, item_level in zip(items, _implicit(self.text, items, kinds, level), strict=True):
            self.result[item] = item_level
        for first, stop, place in inner:
            self._go_inside(first, stop, self.result[items[place]], level)

    def _go_inside(self, first: int, stop: int, at: int, outer: int) -> None:
        if first in self.spans:
            self.result[first:stop] = [at + at % 2] * (stop - first)
            return
        kind = self.types[first]
        odd = _OPENERS[kind] if kind != "FSI" else self._first_strong(first + 1, stop)
        level = outer + 1 + (outer + 1 + odd) % 2
        closed = self.partner[first] < stop
        self.result[first:stop] = [at] * (stop - first)
        if level < MAX_DEPTH:
            self.resolve(first + 1, stop - closed, level, kind in _FORCED)

    def _first_strong(self, index: int, end: int) -> int:
        """P2 and P3: the direction of the first letter outside inner isolates, left to right if there is none."""
        while index < end:
            if self.types[index] in ("L", "R", "AL"):
                return int(self.types[index] != "L")
            index = self.partner.get(index, index) + 1
        return 0


def _implicit(text: str, items: list[int], kinds: list[str], level: int) -> list[int]:
    """W1 to W7, N0 to N2, I1 and I2 over one isolating run sequence, whose ends both have its own direction."""
    edge = "R" if level % 2 else "L"
    original = kinds
    kinds = _weak(kinds, edge)
    _pair_brackets(text, items, kinds, original, edge)
    _neutral(kinds, edge)
    if edge == "L":
        return [level + {"L": 0, "R": 1, "AN": 2, "EN": 2}[kind] for kind in kinds]
    return [level + (kind != "R") for kind in kinds]


def _weak(given: list[str], edge: str) -> list[str]:
    """Numbers and what clings to them."""
    kinds = list(given)
    previous, strong = edge, edge
    for i, kind in enumerate(kinds):  # W1 to W3
        if kind == "NSM":
            kind = previous
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[i] = "R" if kind == "AL" else kind
    for i in range(1, len(kinds) - 1):  # W4
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and ((kinds[i] == "ES" and before == "EN") or (kinds[i] == "CS" and before in ("EN", "AN"))):
            kinds[i] = before
    _terminators(kinds)
    strong = edge
    for i, kind in enumerate(kinds):  # W6 and W7
        if kind in ("ES", "ET", "CS"):
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as % and £ beside a European number become part of it."""
    i = 0
    while i < len(kinds):
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > i and ((i and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")):
            kinds[i:end] = ["EN"] * (end - i)
        i = end + 1


def _pair_brackets(text: str, items: list[int], kinds: list[str], original: list[str], edge: str) -> None:
    """N0: both brackets of a pair take the direction of what they hold."""
    for opening, closing in _bracket_pairs(text, items, kinds):
        inside = {_STRONG_OF[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG_OF}
        if not inside:
            continue
        direction = edge
        if edge not in inside:
            before = next((_STRONG_OF[kind] for kind in reversed(kinds[:opening]) if kind in _STRONG_OF), edge)
            direction = before if before != edge else edge
        for place in (opening, closing):
            kinds[place] = direction
            for after in range(place + 1, len(kinds)):
                if original[after] != "NSM":
                    break
                kinds[after] = direction


def _bracket_pairs(text: str, items: list[int], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: the pairs of brackets among the neutrals, by opening place."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for place, (item, kind) in enumerate(zip(items, kinds, strict=True)):
        character = text[item]
        if kind != "ON":
            continue
        if character in _BRACKETS:
            if len(stack) == 63:
                break
            stack.append((character, place))
        elif character in _CLOSING_BRACKETS:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _CLOSING_BRACKETS[character]:
                    pairs.append((stack[depth][1], place))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _neutral(kinds: list[str], edge: str) -> None:
    """N1 and N2: neutrals between two of one direction take it, the others the embedding's."""
    i = 0
    while i < len(kinds):
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > i:
            before = _STRONG_OF[kinds[i - 1]] if i else edge
            after = _STRONG_OF[kinds[end]] if end < len(kinds) else edge
            kinds[i:end] = [before if before == after else edge] * (end - i)
        i = end + 1
