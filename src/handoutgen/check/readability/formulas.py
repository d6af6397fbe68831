"""The formulas of readability, each with where it comes from. They count words and syllables, and know no meaning.

W words, S sentences, Y syllables, P words of three syllables or more.
"""

from __future__ import annotations

from math import sqrt

from msgspec import Struct


class Counts(Struct, frozen=True):
    """What the formulas ask of a text."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0
    """Of three syllables or more."""
    hard_words: int = 0
    """Of these, those that Gunning counts: no names, no compounds of easy words, none made long by -es, -ed or -ing."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
            self.hard_words + other.hard_words,
        )


def flesch_reading_ease(counts: Counts) -> float:
    """From 0, very hard, to 100, very easy (Flesch 1948)."""
    return 206.835 - 1.015 * _per_sentence(counts) - 84.6 * _per_word(counts)


def flesch_kincaid_grade(counts: Counts) -> float:
    """School grade in the US (Kincaid and others 1975): 5 more is the age in years."""
    return 0.39 * _per_sentence(counts) + 11.8 * _per_word(counts) - 15.59


def smog_grade(counts: Counts) -> float:
    """School grade at which all of it is understood (McLaughlin 1969). Made for 30 sentences: a guess of fewer."""
    return 3.1291 + 1.0430 * sqrt(counts.long_words * 30 / counts.sentences)


def gunning_fog(counts: Counts) -> float:
    """School grade in the US (Gunning 1952)."""
    return 0.4 * (_per_sentence(counts) + 100 * counts.hard_words / counts.words)


def fernandez_huerta(counts: Counts) -> float:
    """Reading ease of Spanish, from 0, very hard, to 100, very easy (Fernández Huerta 1959)."""
    return 206.84 - 60 * _per_word(counts) - 1.02 * _per_sentence(counts)


def _per_sentence(counts: Counts) -> float:
    return counts.words / counts.sentences


def _per_word(counts: Counts) -> float:
    return counts.syllables / counts.words
