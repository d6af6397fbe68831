"""The words of many texts, and for a word that somebody typed those that may have been meant, the likeliest first.

A word that is there, or that begins one that is, is taken as it stands. Only when there is none is it taken for
misspelt, and the fewer changes the better: a letter more, a letter less, another letter, two that changed places. This
is Damerau and Levenshtein's distance where no letter is changed twice (optimal string alignment); the unrestricted one
gives the same for misspelt words, and took eight times as long.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handoutgen.finding.folding import WordAt

Where = TypeVar("Where", bound=Hashable)
SHORTEST_BEGINNING = 2
"""Letters of a word that is taken for the beginning of a longer one."""
SHORTEST_STEM, LONGEST_ENDING = 4, 4
"""Letters of a word that is found in a longer one that was typed, such as cramp in cramping, and of what may follow
it; a word of one letter less may have one letter after it, as leg has in legs."""
MOST_CHANGES = ((9, 3), (6, 2), (4, 1))
"""From so many letters on, so many changes."""
SHORTEST_UNFINISHED, LONGEST_UNFINISHED = 5, 20
"""Letters of a word that is taken for a misspelt beginning."""
MOST_MEANT = 200


class Meant(NamedTuple):
    """A word that may have been meant."""

    word: str
    likeness: float
    """1 for the very word, less the less alike it is."""
    is_corrected: bool = False


class Vocabulary(Generic[Where]):
    """Words and where each of them stands."""

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[Where, int, int]]] = {}
        self._first_of_two: dict[str, int] = {}
        """Of what is no word but two as one, the letters of the first."""
        self._in_order: list[str] = []
        self._by_length: dict[int, list[str]] = {}
        self._beginnings: dict[int, list[str]] = {}

    def add(self, words: Sequence[WordAt], place: Where) -> None:
        """All words of a text; two that stand side by side count as one word too, for "backpain"."""
        for word in words:
            self._places.setdefault(word.folded, []).append((place, word.start, word.end))
            self._first_of_two.pop(word.folded, None)
        for first, second in pairwise(words):
            both = first.folded + second.folded
            if both not in self._places:
                self._first_of_two[both] = len(first.folded)
            self._places.setdefault(both, []).append((place, first.start, second.end))
        self._in_order, self._by_length, self._beginnings = [], {}, {}

    def places(self, word: str) -> Sequence[tuple[Where, int, int]]:
        """Every text that has the word, and from where to where."""
        return self._places.get(word, ())

    def meant_by(self, typed: str, is_last: bool = True) -> list[Meant]:
        """The words that may have been meant by a folded one, at most `MOST_MEANT`; only the last one of a question may
        be a misspelt beginning."""
        found = {meant.word: meant for meant in (*self._longer(typed), *self._shorter(typed))}
        if typed in self._places:
            found[typed] = Meant(typed, 1)
        sure = sorted(found.values(), key=lambda meant: -meant.likeness)[:MOST_MEANT]
        return sure or self._corrections(typed) or (self._unfinished(typed) if is_last else [])

    @property
    def _words(self) -> list[str]:
        if len(self._in_order) != len(self._places):
            self._in_order = sorted(self._places)
        return self._in_order

    def _about_as_long(self, length: int, most: int) -> list[str]:
        """Words that so many letters more or less make as long as this: to look at no others takes a seventh."""
        if not self._by_length:
            for word in self._words:
                self._by_length.setdefault(len(word), []).append(word)
        return [word for near in range(length - most, length + most + 1) for word in self._by_length.get(near, ())]

    def _beginnings_of(self, length: int) -> list[str]:
        """What longer words begin with, each once, in order."""
        if length not in self._beginnings:
            self._beginnings[length] = list(dict.fromkeys(word[:length] for word in self._words if len(word) > length))
        return self._beginnings[length]

    def _longer(self, typed: str) -> Iterator[Meant]:
        """Words that begin with what was typed."""
        if len(typed) < SHORTEST_BEGINNING:
            return
        for word in self._beginning_with(typed):
            if len(typed) > self._first_of_two.get(word, 0) + 1:
                yield Meant(word, 0.7 + 0.25 * len(typed) / len(word))

    def _shorter(self, typed: str) -> Iterator[Meant]:
        """Words that what was typed begins with, but for an ending."""
        least = max(SHORTEST_STEM, len(typed) - LONGEST_ENDING, (len(typed) + 1) // 2)
        for length in range(min(least, max(len(typed) - 1, SHORTEST_STEM - 1)), len(typed)):
            if typed[:length] in self._places:
                yield Meant(typed[:length], 0.5 + 0.4 * length / len(typed))

    def _corrections(self, typed: str) -> list[Meant]:
        """The nearest words that are near enough, and those that are one change farther."""
        most = changes_in(typed)
        found = _near(typed, self._about_as_long(len(typed), most), most)
        nearest = min((changes for _, changes in found), default=0)
        return [
            Meant(word, 0.8 - 0.1 * changes - 0.1 * (changes - nearest), True)
            for word, changes in sorted(found, key=lambda each: each[1])
            if changes <= nearest + 1
        ][:MOST_MEANT]

    def _unfinished(self, typed: str) -> list[Meant]:
        """Words that begin with something near, for who has not typed to the end."""
        length = len(typed)
        if not SHORTEST_UNFINISHED <= length <= LONGEST_UNFINISHED:
            return []
        near = sorted(_near(typed, self._beginnings_of(length), changes_in(typed) - (length >= 6)), key=itemgetter(1))
        return [
            Meant(word, 0.6 - 0.1 * changes, True)
            for beginning, changes in near
            for word in self._beginning_with(beginning)
        ][:MOST_MEANT]

    def _beginning_with(self, beginning: str) -> Iterator[str]:
        """Longer words that begin with this."""
        words = self._words
        for index in range(bisect_left(words, beginning), len(words)):
            if not words[index].startswith(beginning):
                return
            if words[index] != beginning:
                yield words[index]


def changes_in(word: str) -> int:
    """How many letters of a word may be wrong."""
    return next((changes for least, changes in MOST_CHANGES if len(word) >= least), 0)


def _near(typed: str, words: Sequence[str], most: int) -> list[tuple[str, int]]:
    """The words that are at most so many changes away, each with how many."""
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None) if most else ()
    return [(word, int(changes)) for word, changes, _ in found]
