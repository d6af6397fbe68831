"""Ready packs → those that a question names, and those that hold what it found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handoutgen.content.packs import ReadyPack
from handoutgen.finding.folding import words_in
from handoutgen.finding.index import MOST_LETTERS, words_of
from handoutgen.finding.vocabulary import Vocabulary

LEAST_NAMED = 0.5
"""Of the words of a question, that a title has to have."""
MOST_PACKS = 3


class PackIndex:
    """The packs there are. It never changes: make a new one when files have changed."""

    def __init__(self, packs: Iterable[ReadyPack]) -> None:
        self.packs = tuple(packs)
        self._words: Vocabulary[int] = Vocabulary()
        for number, pack in enumerate(self.packs):
            self._words.add(words_in(pack.title), number)

    def named(self, query: str) -> list[ReadyPack]:
        """Packs whose titles have enough of the words, the best first."""
        words = words_of(query[:MOST_LETTERS])
        scores: dict[int, float] = {}
        counts: dict[int, int] = {}
        for place, word in enumerate(words):
            likest: dict[int, float] = {}
            for meant in self._words.meant_by(word, is_last=place == len(words) - 1):
                for number, _, _ in self._words.places(meant.word):
                    likest[number] = max(meant.likeness, likest.get(number, 0))
            for number, likeness in likest.items():
                scores[number] = scores.get(number, 0) + likeness
                counts[number] = counts.get(number, 0) + 1
        enough = [number for number in scores if counts[number] >= LEAST_NAMED * len(words)]
        best = sorted(enough, key=lambda number: (-scores[number], number))
        return [self.packs[number] for number in best[:MOST_PACKS]]

    def holding(self, leaflets: Sequence[str]) -> list[ReadyPack]:
        """Packs that have the first of these leaflets."""
        return [pack for pack in self.packs if leaflets and leaflets[0] in pack.leaflets][:MOST_PACKS]
