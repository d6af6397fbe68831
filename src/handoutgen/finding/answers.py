"""Where the words of a question stand, word by word → the leaflets that answer it, with a score, the best first.

A word counts for more the fewer leaflets have it. Of several words it is best to stand in one phrase, so that "back
pain" finds the back before the calf.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from handoutgen.finding.leaflets import ListedLeaflet
from handoutgen.finding.results import MOST_OTHER_NAMES, SEARCH_WORD, SUBTITLE, TITLE, FoundLeaflet, marked
from handoutgen.finding.vocabulary import Meant

MOST_FOUND, MOST_CORRECTED = 50, 3
CODE = 4.0
"""What a code counts for, which counts whole."""
IN_ONE_PHRASE = 0.3
"""Of what two words count, added when one title or search word has both."""
FILLED = 0.1
"""Of what a word counts, added when it is all that the title or search word says."""
LEAST_OF_BEST = 0.2
"""Words that count for less than this part of the best answer's are no answer."""
LEAST_CORRECTED = 0.5
"""Of the words of a question: a leaflet that has fewer, and all of them corrected, is found by chance."""

WordPlaces = Sequence[tuple[int, int, int]]
"""Where a word stands: in which text, by its number, and from where to where in it."""
WordMatch = tuple[Meant, WordPlaces]
"""A word that was meant, and everywhere it stands."""


class EditionTexts:
    """All texts of all editions, each by a number: of a thousand leaflets a word may stand in thousands, and what is
    asked of each is worked out here, once."""

    def __init__(self, leaflets: Iterable[ListedLeaflet]) -> None:
        self.editions = [(leaflet, edition) for leaflet in leaflets for edition in leaflet.editions.values()]
        self.leaflet = [leaflet.id for leaflet, _ in self.editions]
        """Of each edition, whose it is."""
        self.texts: list[str] = []
        self.edition: list[int] = []
        """Of each text, the number of its edition."""
        self.weight: list[float] = []
        """Of each text, what a word counts for in it."""
        self.length: list[int] = []
        self.first: list[int] = []
        """Of each edition, the number of its title; the subtitle and the search words come after it. Last, how many
        texts there are."""
        for number, (_, edition) in enumerate(self.editions):
            self.first.append(len(self.texts))
            for at, text in enumerate((edition.title, edition.subtitle, *edition.search_words)):
                self.texts.append(text)
                self.length.append(len(text))
                self.edition.append(number)
                self.weight.append((TITLE, SUBTITLE, SEARCH_WORD)[min(at, 2)])
        self.first.append(len(self.texts))

    def of(self, edition: int) -> range:
        """The numbers of an edition's texts."""
        return range(self.first[edition], self.first[edition + 1])

    def value(self, likeness: float, place: tuple[int, int, int]) -> float:
        """What a word counts for in one place, as much alike as it is."""
        text, start, end = place
        return self.weight[text] * likeness * (1 + FILLED * (end - start) / self.length[text])


class Answers:
    """What the words of one question add up to."""

    def __init__(self, texts: EditionTexts, count: int, language: str) -> None:
        self._texts = texts
        self._editions = texts.editions
        self._count = count
        self._language = language
        self._scores: dict[int, float] = defaultdict(float)
        self._in_text: dict[int, list[float]] = defaultdict(list)
        self._matches: list[WordMatch] = []
        self._words: dict[int, int] = defaultdict(int)
        self._asked = 0
        self._sure: set[int] = set()
        self._codes: dict[int, str] = {}
        self._worth_of_code = 0.0
        self._corrections: list[Sequence[WordMatch]] = []

    def take_word(self, matches: Sequence[WordMatch]) -> None:
        """All places where one word of the question stands."""
        self._asked += 1
        self._matches += matches
        edition_of, weight, length = self._texts.edition, self._texts.weight, self._texts.length
        in_text: dict[int, float] = {}
        for meant, places in matches:
            likeness = meant.likeness
            for text, start, end in places:  # thousands: what `value` says, without a call for each
                value = weight[text] * likeness * (1 + FILLED * (end - start) / length[text])
                if value > in_text.get(text, 0):
                    in_text[text] = value
            if not meant.is_corrected:
                self._sure.update([edition_of[place[0]] for place in places])
        in_edition: dict[int, float] = {}
        for text, value in in_text.items():
            edition = edition_of[text]
            if value > in_edition.get(edition, 0):
                in_edition[edition] = value
        rarity = self._rarity(set(map(self._texts.leaflet.__getitem__, in_edition)))
        for text, value in in_text.items():
            self._in_text[text].append(value * rarity)
        for edition, value in in_edition.items():
            self._scores[edition] += value * rarity
            self._words[edition] += 1
        if matches and all(meant.is_corrected for meant, _ in matches):
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
        phrases, sure, words, enough = self._phrases(), self._sure, self._words, LEAST_CORRECTED * self._asked
        said = {
            number: score + IN_ONE_PHRASE * phrases.get(number, 0)
            for number, score in self._scores.items()
            if number in sure or words[number] >= enough  # as it was typed, or enough of them corrected
        }
        least = max(said.values(), default=0) * LEAST_OF_BEST
        answering: dict[str, list[int]] = defaultdict(list)
        for number in dict.fromkeys((*said, *self._codes)):
            if said.get(number, 0) >= least or number in self._codes:
                answering[self._texts.leaflet[number]].append(number)
        worth = {number: said.get(number, 0) for each in answering.values() for number in each}
        for number in self._codes:
            worth[number] += self._worth_of_code
        best = [each[0] if len(each) == 1 else self._best(each, worth) for each in answering.values()]
        in_order = sorted(best, key=lambda number: (-round(worth[number], 9), self._is_medicine(number), number))
        in_order = in_order[:MOST_FOUND]
        spans = self._spans(set(in_order))
        return tuple(self._found(number, worth[number], spans) for number in in_order)

    def corrected(self, found: Iterable[FoundLeaflet]) -> tuple[str, ...]:
        """For each word that was taken for misspelt what it was taken for in what was found, as leaflets write it."""
        shown = {id(each.edition) for each in found}
        there = {number for number, (_, edition) in enumerate(self._editions) if id(edition) in shown}
        said: list[str] = []
        for matches in self._corrections:
            stands = [
                (meant.likeness, place)
                for meant, places in matches
                for place in places
                if self._texts.edition[place[0]] in there
            ]
            if stands:
                _, (text, start, end) = max(stands, key=lambda each: self._texts.value(*each))
                said.append(self._texts.texts[text][start:end])
        return tuple(dict.fromkeys(said))[:MOST_CORRECTED]

    def _rarity(self, leaflets: set[str]) -> float:
        return math.log(1 + self._count / max(len(leaflets), 1))

    def _phrases(self) -> dict[int, float]:
        """What words that stand together in one text count, the most of each edition."""
        most: dict[int, float] = {}
        for text, values in self._in_text.items():
            if len(values) > 1:
                edition = self._texts.edition[text]
                together = sum(values)
                if together > most.get(edition, 0):
                    most[edition] = together
        return most

    def _best(self, numbers: Sequence[int], worth: Mapping[int, float]) -> int:
        """Of several editions of one leaflet the one that answers best, or else the one in the language asked in."""
        leaflet = self._editions[numbers[0]][0]
        preferred = leaflet.edition(self._language)
        return max(numbers, key=lambda number: (worth[number], self._editions[number][1] is preferred, -number))

    def _spans(self, editions: set[int]) -> dict[int, list[tuple[int, int]]]:
        """In each text of these editions, what is to be underlined."""
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for _, places in self._matches:
            for text, start, end in places:
                if self._texts.edition[text] in editions:
                    spans[text].append((start, end))
        return spans

    def _is_medicine(self, edition: int) -> bool:
        return self._editions[edition][0].is_medicine

    def _found(self, number: int, score: float, spans: Mapping[int, Sequence[tuple[int, int]]]) -> FoundLeaflet:
        leaflet, edition = self._editions[number]
        title, subtitle, *also = (marked(self._texts.texts[at], spans.get(at, ())) for at in self._texts.of(number))
        names = sorted(also, key=lambda text: not text.spans)[:MOST_OTHER_NAMES]
        code = self._codes.get(number, "")
        return FoundLeaflet(
            leaflet, edition, score, title, subtitle, tuple(names),
            is_close=number not in self._sure and number not in self._codes,
            code=code if code != leaflet.id else "",
        )  # fmt: skip
