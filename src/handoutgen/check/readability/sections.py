"""A leaflet counted section by section, with its own names of illnesses and medicines, and without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from handoutgen.check.passages import texts_of, words_in
from handoutgen.check.readability import formulas
from handoutgen.check.readability.formulas import Counts
from handoutgen.check.readability.syllables import syllables
from handoutgen.check.rules.reading import JudgedText, judged_texts
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.language import language_of

LANGUAGES = ("en", "es")
"""Languages with a way to count syllables, and a formula that was made for them."""
LONG_WORD = 3
"""Syllables from which on SMOG and Gunning call a word long."""
WHOLE = "whole leaflet"
_NOT_SENTENCES = frozenset({
    "title", "subtitle", "labels", "columns", "rows", "head", "short", "brief", "glossary", "credit", "tools",
    "support", "dose_box", "alt", "easy_read",
})  # fmt: skip
"""Keys whose texts are no sentences that follow each other, or stand elsewhere in other words."""
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_MADE_LONG = re.compile(r"(?:es|ed|ing)$")


class Counted(Struct, frozen=True):
    """A section and its counts."""

    name: str
    path: ModelPath
    all_words: Counts
    """With every word."""
    own_names_apart: Counts
    """Without the names that the leaflet is about or explains."""


def counted_sections(leaflet: Leaflet, texts: Sequence[JudgedText] | None = None) -> list[Counted]:
    """The whole leaflet first, then each section that has sentences. Nothing for a language without a formula.

    An entry of a list is a sentence of its own: without its full stop, lists would be counted as one long sentence.
    `texts` are the leaflet's, where they have been read already.
    """
    primary = language_of(leaflet.language).primary
    if primary not in LANGUAGES:
        return []
    texts = judged_texts(leaflet, texts_of(leaflet)) if texts is None else texts
    names = _own_names(leaflet, texts)
    found: dict[ModelPath, tuple[Counts, Counts]] = {}
    for text in texts:
        if _NOT_SENTENCES.isdisjoint(text.path):
            path = _section_of(text.path)
            every, others = found.get(path, (Counts(), Counts()))
            for start, end in text.said:
                words = words_in(text.plain[start:end])
                every += (counted := _of_sentence(words, words, primary))
                kept = [word for word in words if word.lower().removesuffix("s") not in names]
                others += counted if len(kept) == len(words) else _of_sentence(kept, words, primary)
            found[path] = (every, others)
    sections = [Counted(_name_of(leaflet, path), path, *counts) for path, counts in found.items() if counts[0].words]
    return [_together(sections), *sections] if sections else []


def _together(sections: Sequence[Counted]) -> Counted:
    every = sum((each.all_words for each in sections), Counts())
    return Counted(WHOLE, (), every, sum((each.own_names_apart for each in sections), Counts()))


def _of_sentence(words: Sequence[str], whole: Sequence[str], language: str) -> Counts:
    """The counts of these words of a sentence."""
    spoken = [(word, syllables(word, language)) for word in words]
    long = [word for word, count in spoken if count >= LONG_WORD]
    hard = [word for word in long if _is_hard(word, whole[0], language)]
    return Counts(len(words), 1, sum(count for _, count in spoken), len(long), len(hard)) if words else Counts()


def _is_hard(word: str, first: str, language: str) -> bool:
    """As Gunning counts: a name within a sentence, and a compound of easy words, are not hard."""
    if (word[0].isupper() and word != first) or word[0].isdigit():
        return False
    if "-" in word:
        return any(syllables(part, language) >= LONG_WORD for part in word.split("-") if part)
    return not (_MADE_LONG.search(word) and syllables(word, language) == LONG_WORD)


def _own_names(leaflet: Leaflet, texts: Sequence[JudgedText]) -> frozenset[str]:
    """Words of the title, of what the glossary explains, and of words taught in bold."""
    taught = [leaflet.title, leaflet.subtitle or "", *(entry.term for entry in leaflet.glossary)]
    taught += [bold for text in texts if "**" in text.at.text for bold in _BOLD.findall(text.at.text)]
    words = (word.lower().removesuffix("s") for phrase in taught for word in words_in(phrase))
    return frozenset(word for word in words if syllables(word) >= LONG_WORD)


def _section_of(path: ModelPath) -> ModelPath:
    if path[:2] == ("management", "strategies"):
        return path[:3]
    if path[0] == "sections":
        return path[:2]
    return path[:1] if path[0] in ("about", "causes", "symptoms", "management", "help") else ("title",)


def _name_of(leaflet: Leaflet, path: ModelPath) -> str:
    if path == ("title",):
        return "main message and key points"
    match path:
        case ("management", "strategies", int(place)):
            return f"management: {leaflet.strategies[place].title}"
        case ("sections", int(place)):
            return f"section: {leaflet.sections[place].id}"
    return str(path[0])


def scores_of(counts: Counts, language: str) -> Mapping[str, float]:
    """The scores of a language, by the names of their formulas; nothing without sentences."""
    return dict(_scores(counts, language_of(language).primary)) if counts.words and counts.sentences else {}


def _scores(counts: Counts, primary: str) -> Iterator[tuple[str, float]]:
    if primary == "es":
        yield "Fernández-Huerta", formulas.fernandez_huerta(counts)
        return
    yield "Flesch reading ease", formulas.flesch_reading_ease(counts)
    yield "Flesch-Kincaid grade", formulas.flesch_kincaid_grade(counts)
    yield "SMOG grade", formulas.smog_grade(counts)
    yield "Gunning fog", formulas.gunning_fog(counts)
