"""Lines that were set and what a reader made of the file; the share of their words that came out, in their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import bidirectional, category, normalize

_JOINERS = "\u200c\u200d"
_TURNS = {"R": "R", "AL": "R", "L": "L", "EN": "L", "AN": "L"}
_SLACK = 4
"""How many strange words may stand among those of a line."""


def with_signs(text: str) -> list[str]:
    """What stands between white space. Marks that are neither seen nor spelt do not count, and letters with their marks
    are compared as Unicode holds them equal."""
    spelt = normalize("NFC", re.sub("[\u00a0\u202f]", " ", text))
    return "".join([c for c in spelt if category(c) != "Cf" or c in _JOINERS]).split()


def words(text: str) -> list[str]:
    """The words that one would search for: without the signs around them, and cut where the direction changes ("מ-30"
    is a word and a number)."""
    found: list[str] = []
    for whole in with_signs(text):
        start, last = 0, ""
        for place, character in enumerate(whole):
            turn = _TURNS.get(bidirectional(character), last)
            if last and turn != last:
                found.append(whole[start:place])
                start = place
            last = turn
        found.append(whole[start:])
    return [bare for word in found if (bare := _bare(word))]


def _bare(word: str) -> str:
    places = [place for place, c in enumerate(word) if category(c)[0] in "LMN"]
    return word[places[0] : places[-1] + 1] if places else ""


def share(lines: Sequence[Sequence[str]], copied: Sequence[str]) -> float:
    """How many of the words of all lines were copied, in the order of their line, from 0 to 1."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(copied):
        places.setdefault(word, []).append(place)
    found = sum([_found(line, copied, places) for line in lines])
    return found / max(1, sum(map(len, lines)))


def share_anywhere(lines: Sequence[Sequence[str]], copied: Sequence[str]) -> float:
    """How many of the words of all lines were copied whole, wherever they came to stand, from 0 to 1. Each counts as
    often as it was written."""
    written = Counter(word for line in lines for word in line)
    return (written & Counter(copied)).total() / max(1, written.total())


def missing(line: Sequence[str], copied: Sequence[str]) -> list[str]:
    """The words of a line without which it has no fewer words that were copied in its order: those that were lost."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(copied):
        places.setdefault(word, []).append(place)
    best = _found(line, copied, places)
    lost: list[str] = []
    kept = list(line)
    for word in line:
        without = kept.copy()
        without.remove(word)
        if _found(without, copied, places) == best:
            kept = without
            lost.append(word)
    return lost


def _found(line: Sequence[str], copied: Sequence[str], places: dict[str, list[int]]) -> int:
    """The most words of a line that stand in its order within any stretch of about its length."""
    wanted = list(line)
    if line and any(copied[start : start + len(line)] == wanted for start in places.get(line[0], [])):
        return len(line)
    starts = {place for word in line for place in places.get(word, [])}
    return max((_in_order(line, copied[start : start + len(line) + _SLACK]) for start in starts), default=0)


def _in_order(wanted: Sequence[str], got: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    before = [0] * (len(got) + 1)
    for word in wanted:
        row = [0]
        for place, other in enumerate(got):
            row.append(before[place] + 1 if word == other else max(before[place + 1], row[-1]))
        before = row
    return before[-1]
