"""Leaflets → an index in memory, and a question as a patient would put it → the leaflets that answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from handoutgen.content.subjects import LeafletSubject, leaflet_subjects
from handoutgen.finding.answers import Answers, EditionTexts, WordMatch
from handoutgen.finding.folding import JOINERS, fold_code, little_words, words_in
from handoutgen.finding.leaflets import ListedLeaflet
from handoutgen.finding.results import SearchResults
from handoutgen.finding.vocabulary import Meant, Vocabulary
from handoutgen.library.files import DEFAULT_LANGUAGE

MOST_LETTERS, MOST_WORDS = 120, 8
"""Of a question; the rest is not looked at."""
MOST_NEAREST = 6
WRITTEN_APART = 0.9
"""How alike are "back ache" and "backache"."""


class LeafletIndex:
    """What there is to find. It never changes: make a new one when files have changed."""

    def __init__(self, leaflets: Iterable[ListedLeaflet]) -> None:
        self.leaflets: Mapping[str, ListedLeaflet] = {leaflet.id: leaflet for leaflet in leaflets}
        every = self.leaflets.values()
        tags = {tag for leaflet in every for tag in leaflet.languages}
        self.languages = tuple(sorted(tags, key=lambda tag: (tag != DEFAULT_LANGUAGE, tag)))
        """Every language that some leaflet has, the usual one first."""
        self._texts = EditionTexts(every)
        self._words: Vocabulary[int] = Vocabulary()
        for number, text in enumerate(self._texts.texts):
            self._words.add(words_in(text), number)
        self._codes: dict[str, list[tuple[ListedLeaflet, str]]] = defaultdict(list)
        for leaflet in every:
            for code in dict.fromkeys((leaflet.code, *leaflet.other_codes, leaflet.id)):
                self._codes[fold_code(code)].append((leaflet, code))
        self._subject_words = _words_of_subjects({subject for leaflet in every for subject in leaflet.subjects})

    def under(self, subject: str, language: str = DEFAULT_LANGUAGE) -> tuple[ListedLeaflet, ...]:
        """The leaflets of a subject, from A to Z by their titles in a language."""
        return self.from_a_to_z(
            language, (leaflet for leaflet in self.leaflets.values() if subject in leaflet.subjects)
        )

    def from_a_to_z(
        self, language: str = DEFAULT_LANGUAGE, leaflets: Iterable[ListedLeaflet] | None = None
    ) -> tuple[ListedLeaflet, ...]:
        """All leaflets, or these, by their titles in a language."""

        def by_title(leaflet: ListedLeaflet) -> tuple[list[str], str]:
            return [word.folded for word in words_in(leaflet.edition(language).title)], leaflet.id

        return tuple(sorted(self.leaflets.values() if leaflets is None else leaflets, key=by_title))

    def search(self, query: str, language: str = DEFAULT_LANGUAGE) -> SearchResults:
        """The leaflets that answer a question, the best first, at most `MOST_FOUND`. Of two editions that answer alike
        the one in `language` is shown."""
        asked = " ".join("".join(filter(_is_seen, query[:MOST_LETTERS])).split())
        words = words_of(asked)
        answers = Answers(self._texts, len(self.leaflets), language)
        for number in range(len(words)):
            answers.take_word(list(self._matches(words, number)))
        answers.take_code(list(self._coded(asked)))
        if found := answers.found():
            return SearchResults(asked, found, answers.corrected(found))
        subject = self._subject_of(words)
        return SearchResults(asked, (), (), self.under(subject.id, language)[:MOST_NEAREST] if subject else (), subject)

    def _matches(self, words: Sequence[str], number: int) -> Iterator[WordMatch]:
        """Where a word stands, alone or as one with its neighbour; what is there is not corrected."""
        pairs = ("".join(words[first : first + 2]) for first in (number - 1, number) if 0 <= first < len(words) - 1)
        joined = [Meant(pair, WRITTEN_APART) for pair in pairs if self._words.places(pair)]
        alone = self._words.meant_by(words[number], is_last=number == len(words) - 1)
        for meant in (*joined, *(each for each in alone if not (joined and each.is_corrected))):
            yield meant, self._words.places(meant.word)

    def _coded(self, asked: str) -> Iterator[tuple[ListedLeaflet, str]]:
        """Leaflets by codes that were typed whole: between spaces, or as all that was typed."""
        parts = [part for part in map(fold_code, asked.split()[:MOST_WORDS]) if part not in little_words()]
        for code in dict.fromkeys((fold_code(asked), *parts)):
            yield from self._codes.get(code, ()) if code else ()

    def _subject_of(self, words: Sequence[str]) -> LeafletSubject | None:
        """The subject that the words are likeliest about, of those that have leaflets."""
        scores: dict[str, float] = {}
        for word in words:
            likest: dict[str, float] = {}
            for meant in self._subject_words.meant_by(word):
                for ident, _, _ in self._subject_words.places(meant.word):
                    likest[ident] = max(meant.likeness, likest.get(ident, 0))
            for ident, likeness in likest.items():
                scores[ident] = scores.get(ident, 0) + likeness
        return leaflet_subjects()[max(scores, key=scores.__getitem__)] if scores else None


def _is_seen(letter: str) -> bool:
    """Whether a character may be said back: none that steers a screen, or turns the text after it round."""
    return letter.isprintable() or letter.isspace() or letter in JOINERS


def _words_of_subjects(there: set[str]) -> Vocabulary[str]:
    """The names and words of the subjects that have leaflets, in all languages."""
    vocabulary: Vocabulary[str] = Vocabulary()
    for subject in leaflet_subjects().values():
        if subject.id in there:
            for text in (*subject.names.values(), *(word for words in subject.words.values() for word in words)):
                vocabulary.add(words_in(text), subject.id)
    return vocabulary


def words_of(asked: str) -> list[str]:
    """The words of a question that say something, or all of them if none does, folded."""
    every = list(dict.fromkeys(word.folded for word in words_in(asked)))
    return ([word for word in every if word not in little_words()] or every)[:MOST_WORDS]
