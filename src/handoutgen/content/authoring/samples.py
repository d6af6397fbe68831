"""The texts that starters bring for an author to replace: none of them may reach a patient.

What stands behind comment signs is a sample too, once an author takes the signs away. Case, spaces, full stops and the
signs between the figures of a number make no text another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from handoutgen import bounds
from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet, uncommented, words_of_starters
from handoutgen.content.clinic import Clinic
from handoutgen.content.kinds import KindName
from handoutgen.content.load import model_from
from handoutgen.content.model import Leaflet
from handoutgen.content.parts import keys_of
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.memory import remembered

GENUINE = (
    "Questions to ask", "What can I do myself?", "No outside funding.", "None.", "Do not", "Do not take it if",
    "When", "What you can expect", "What you can do again", "The first week", "After two weeks", "After a few days",
    "After some weeks", "Your exercises", "What the operation is", "What the test is", "What it is for",
    "What has happened", "The first days", "Main line", "Out-of-hours line", "Monday to Friday, 9am to 5pm",
    "Before your operation", "Go to the nearest emergency department",
    "Ask us for this leaflet in large print, another format or another language.",
    "Tell us if you need an interpreter. It is free.", "Tell us what would make this leaflet better.",
)  # fmt: skip
"""Texts of starters that a finished leaflet or clinic may have just so."""
_MACHINE = frozenset({
    "id", "code", "language", "icon", "kind", "status", "version", "locale", "languages", "subjects", "file", "pose",
    "lead_in", "level", "paper", "colour", "tags", "only_for", "not_for", "year", "of",
})  # fmt: skip
"""Fields that are for programs, or are made from the name."""
_IDS = ("sources", "uncertainty_sources")
"""Fields that name entries of another list by their ids."""
_HEADINGS = frozenset({
    "title", "do_title", "do_not_title", "ask_first_title", "head", "rows", "when", "short", "prompts", "questions",
    "items",
})  # fmt: skip
"""Fields whose texts name something. What is a sample elsewhere makes a good heading, cell or prompt ("What helps")."""
_SHORTEST = 4
"""A text of fewer letters, such as 999, is no sample."""
_WORDS_IN_A_SENTENCE = 4
"""A sample of so many words is one within a longer text too; fewer may be anybody's sentence."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+\s*(?:[-*]|\d+[.)])?\s*")
_BETWEEN_SIGNS = re.compile(r"[\n:,#\[\]{}\"]+| - ")
_NO_VALUES = re.compile(r"(?m)^[ #-]*(?:(?:id|pose|icon):.*$|\w+:)|(?<=\S) {2,}#.*$")
"""Keys of a starter, what is for programs, and remarks behind values."""
_NO_HEADINGS = re.compile(rf"(?m)^[ #-]*(?!(?:{'|'.join(sorted(_HEADINGS))}):)\w+: [^{{\[\n]*$")
"""Lines of a starter whose value, written behind its key, is no heading."""
_COUNTRY = re.compile(r"^(?:00)?44")
_LETTER, _NO_FIGURE = re.compile(r"[^\W\d_]"), re.compile(r"\D")
_WORD, _SCHEME = re.compile(r"\w+|\?"), re.compile(r"^https?:")
_FEWEST_FIGURES = 7


class _Samples(NamedTuple):
    """What the starters' texts come down to."""

    headings: frozenset[str]
    texts: frozenset[str]


class _Glance(NamedTuple):
    """What a sample must look like at a glance: nearly all texts are told apart by it, without loading any starter."""

    beginnings: frozenset[str]
    """The words that follow a sign in the starters, as many as a sentence has at least."""
    ends: frozenset[str]
    """As many words before a sign."""
    short: frozenset[str]
    """All words between two signs: a sample of fewer words is one of these."""

    def may_know(self, plain: str) -> bool:
        """Whether a text that came down to these words may be a sample."""
        words = plain.split(" ")
        if len(words) < _WORDS_IN_A_SENTENCE:
            return plain in self.short
        first, last = words[:_WORDS_IN_A_SENTENCE], words[-_WORDS_IN_A_SENTENCE:]
        return " ".join(first) in self.beginnings and " ".join(last) in self.ends


def samples_in(model: BaseModel) -> list[tuple[ModelPath, str]]:
    """Every text of a leaflet or clinic that is still a starter's, or has a sentence of one in it, with its path."""
    return [(path, text) for path, text in _texts(model, ()) if _is_sample(text, path)]


def _is_sample(text: str, path: ModelPath) -> bool:
    plain = _plain(text)
    if _is_heading(path):
        return glance_at_headings().may_know(plain) and plain in _samples().headings
    may_know = glance().may_know
    if may_know(plain) and plain in _samples().texts:
        return True
    said = _SENTENCE_END.split(text)
    sentences = map(_plain, said if len(said) > 1 else ())
    return any(
        len(sentence.split()) >= _WORDS_IN_A_SENTENCE and may_know(sentence) and sentence in _samples().texts
        for sentence in sentences
    )


@remembered(bounds.MODEL_FIELDS)
def glance() -> _Glance:
    """What every sample looks like at a glance, from the starters' words as they lie on disk."""
    return _glance_of(words_of_starters())


@remembered(bounds.MODEL_FIELDS)
def glance_at_headings() -> _Glance:
    """The same of the samples that stand as headings, which are few."""
    return _glance_of(_NO_HEADINGS.sub("", words_of_starters()))


def _glance_of(written: str) -> _Glance:
    ends, short, words, begun = set[str](), set[str](), list[str](), list[int]()
    for piece in map(_plain, _BETWEEN_SIGNS.split(_NO_VALUES.sub("\n", written))):
        short.add(piece)
        ends.add(" ".join(words[-_WORDS_IN_A_SENTENCE:]))
        begun.append(len(words))
        words += piece.split()
    ends.add(" ".join(words[-_WORDS_IN_A_SENTENCE:]))
    beginnings = {" ".join(words[start : start + _WORDS_IN_A_SENTENCE]) for start in begun}
    return _Glance(frozenset(beginnings), frozenset(ends), frozenset(short - _genuine() - {""}))


def _genuine() -> frozenset[str]:
    return frozenset(map(_plain, GENUINE))


def all_samples() -> frozenset[str]:
    """Every sample, come down to what it says."""
    return _samples().headings | _samples().texts


def sample_headings() -> frozenset[str]:
    """Those of them that stand as headings."""
    return _samples().headings


@remembered(bounds.MODEL_FIELDS)
def _samples() -> _Samples:
    models: list[BaseModel] = [_model(starter_clinic("x"), Clinic)]
    models += (_model(starter_leaflet("x", "en-GB", kind=kind), Leaflet) for kind in KindName)
    found = [(path, text) for model in models for path, text in _texts(model, ()) if len(text) >= _SHORTEST]
    genuine = _genuine()
    headings = frozenset(_plain(text) for path, text in found if _is_heading(path)) - genuine
    return _Samples(headings, frozenset(_plain(text) for _, text in found) - genuine)


def _model(starter: str, model: type[BaseModel]) -> BaseModel:
    """A whole starter. Its files need not be there: no rule between keys and files is asked."""
    return model_from(uncommented(starter).encode(), Path("en-GB.yaml"), model, lambda *_: [])[0]


def _is_heading(path: ModelPath) -> bool:
    return next((step for step in reversed(path) if isinstance(step, str)), "") in _HEADINGS


def _plain(text: str) -> str:
    """What a text says, without what makes no difference: a number's figures, or else words in small letters."""
    if not _LETTER.search(text):
        figures = _NO_FIGURE.sub("", text)
        if len(figures) >= _FEWEST_FIGURES:
            return _COUNTRY.sub("", figures).lstrip("0")
    return " ".join(_WORD.findall(_SCHEME.sub("", text.casefold())))


def _texts(value: Any, path: ModelPath) -> Iterator[tuple[ModelPath, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, str(value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    else:
        for name in keys_of(type(value)):
            if name not in _MACHINE and (name not in _IDS or not path):
                yield from _texts(getattr(value, name), (*path, name))
