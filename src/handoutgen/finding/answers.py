"""Where the words of a question stand, word by word → the leaflets that answer it, with a score, the best first.

A word counts for more the fewer leaflets have it. Of several words it is best to stand in one phrase, so that "back
pain" finds the back before the calf.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet
from handoutgen.finding.results import MOST_OTHER_NAMES, FoundLeaflet, marked

MOST_FOUND, MOST_CORRECTED = 50, 3
TITLE, SUBTITLE, SEARCH_WORD, CODE = 1.3, 0.5, 1.0, 4.0
"""What a word counts for in each; a code counts whole."""
IN_ONE_PHRASE = 0.3
"""Of what two words count, added when one title or search word has both."""
FILLED = 0.1
"""Of what a word counts, added when it is all that the title or search word says."""
LEAST_OF_BEST = 0.2
"""Words that count for less than this part of the best answer's are no answer."""
LEAST_CORRECTED = 0.5
"""Of the words of a question: a leaflet that has fewer, and all of them corrected, is found by chance."""

Editions = Sequence[tuple[ListedLeaflet, LeafletEdition]]


class TextPlace(NamedTuple):
    """One text of one edition, both by number."""

    edition: int
    text: int
    """0 is the title, 1 the subtitle, the search words come after them."""


class WordMatch(NamedTuple):
    """A word of the question in a text: how alike, and from where to where."""

    place: TextPlace
    start: int
    end: int
    likeness: float
    is_corrected: bool


def texts_of(edition: LeafletEdition) -> tuple[str, ...]:
    """An edition's texts by their numbers."""
    return (edition.title, edition.subtitle, *edition.search_words)


class Answers:
    """What the words of one question add up to."""

    def __init__(self, editions: Editions, count: int, language: str) -> None:
        self._editions = editions
        self._count = count
        self._language = language
        self._scores: dict[int, float] = defaultdict(float)
        self._in_text: dict[TextPlace, list[float]] = defaultdict(list)
        self._spans: dict[TextPlace, list[tuple[int, int]]] = defaultdict(list)
        self._words: dict[int, int] = defaultdict(int)
        self._asked = 0
        self._sure: set[int] = set()
        self._codes: dict[int, str] = {}
        self._worth_of_code = 0.0
        self._corrections: list[Sequence[WordMatch]] = []

    def take_word(self, matches: Sequence[WordMatch]) -> None:
        """All places where one word of the question stands."""
        self._asked += 1
        rarity = self._rarity({self._editions[match.place.edition][0].id for match in matches})
        in_text: dict[TextPlace, float] = {}
        for match in matches:
            in_text[match.place] = max(self._value(match), in_text.get(match.place, 0))
            self._spans[match.place].append((match.start, match.end))
            if not match.is_corrected:
                self._sure.add(match.place.edition)
        in_edition: dict[int, float] = {}
        for place, value in in_text.items():
            in_edition[place.edition] = max(value, in_edition.get(place.edition, 0))
            self._in_text[place].append(value * rarity)
        for edition, value in in_edition.items():
            self._scores[edition] += value * rarity
            self._words[edition] += 1
        if matches and all(match.is_corrected for match in matches):
            self._corrections.append(matches)

    def take_code(self, coded: Sequence[tuple[ListedLeaflet, str]]) -> None:
        """All leaflets that have a code that was typed, each with how it writes it."""
        leaflets: dict[str, str] = {}
        for leaflet, code in coded:
            leaflets.setdefault(leaflet.id, code)
        self._worth_of_code = CODE * self._rarity(set(leaflets))
        for number, (leaflet, _) in enumerate(self._editions):
            if leaflet.id in leaflets:
                self._codes[number] = leaflets[leaflet.id]

    def found(self) -> tuple[FoundLeaflet, ...]:
        """The leaflets that answer, the best first."""
        said = {number: self._said(number) for number in self._scores if self._is_meant(number)}
        least = max(said.values(), default=0) * LEAST_OF_BEST
        best: dict[str, tuple[float, bool, int]] = {}
        for number in dict.fromkeys((*said, *self._codes)):
            score = said.get(number, 0)
            if score < least and number not in self._codes:
                continue
            leaflet, edition = self._editions[number]
            is_preferred = edition is leaflet.edition(self._language)
            ranked = (score + (self._worth_of_code if number in self._codes else 0), is_preferred, -number)
            best[leaflet.id] = max(ranked, best.get(leaflet.id, ranked))
        in_order = sorted(best.values(), key=lambda each: (-each[0], -each[2]))[:MOST_FOUND]
        return tuple(self._found(-number, score) for score, _, number in in_order)

    def corrected(self, found: Iterable[FoundLeaflet]) -> tuple[str, ...]:
        """For each word that was taken for misspelt what it was taken for in what was found, as leaflets write it."""
        shown = {id(each.edition) for each in found}
        said: list[str] = []
        for matches in self._corrections:
            there = [match for match in matches if id(self._editions[match.place.edition][1]) in shown]
            if there:
                place, start, end, *_ = max(there, key=self._value)
                said.append(self._text(place)[start:end])
        return tuple(dict.fromkeys(said))[:MOST_CORRECTED]

    def _is_meant(self, number: int) -> bool:
        """Whether an edition has a word as it was typed, or enough of them corrected."""
        return number in self._sure or self._words[number] >= LEAST_CORRECTED * self._asked

    def _text(self, place: TextPlace) -> str:
        return texts_of(self._editions[place.edition][1])[place.text]

    def _rarity(self, leaflets: set[str]) -> float:
        return math.log(1 + self._count / max(len(leaflets), 1))

    def _value(self, match: WordMatch) -> float:
        weight = (TITLE, SUBTITLE, SEARCH_WORD)[min(match.place.text, 2)]
        return weight * match.likeness * (1 + FILLED * (match.end - match.start) / len(self._text(match.place)))

    def _said(self, number: int) -> float:
        """What the words in an edition count."""
        texts = (TextPlace(number, text) for text in range(len(texts_of(self._editions[number][1]))))
        together = (self._in_text[place] for place in texts if place in self._in_text)
        phrase = max((sum(values) for values in together if len(values) > 1), default=0)
        return self._scores[number] + IN_ONE_PHRASE * phrase

    def _found(self, number: int, score: float) -> FoundLeaflet:
        leaflet, edition = self._editions[number]
        title, subtitle, *also = (
            marked(text, self._spans.get(TextPlace(number, at), ())) for at, text in enumerate(texts_of(edition))
        )
        names = sorted(also, key=lambda text: not text.spans)[:MOST_OTHER_NAMES]
        code = self._codes.get(number, "")
        return FoundLeaflet(
            leaflet, edition, score, title, subtitle, tuple(names),
            is_close=number not in self._sure and number not in self._codes,
            code=code if code != leaflet.id else "",
        )  # fmt: skip
