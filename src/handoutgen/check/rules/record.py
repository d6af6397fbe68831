"""What a rule is: one record with its examples, which are its tests, and what finds the places that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity
from handoutgen.language import Language

BRITISH = ("GB", "IE", "AU", "NZ", "ZA")
"""Regions that spell as the United Kingdom does; so does English without a region."""


class Hit(Struct, frozen=True):
    """A place that breaks a rule: from `start` to `end` of a text, or a value as a whole where `start` is None."""

    start: int | None
    end: int
    message: str
    hint: str
    severity: Severity | None = None
    """Where it is not the rule's own."""
    path: ModelPath | None = None
    """Of a rule about whole leaflets: the value it is about."""


class Example(Struct, frozen=True):
    """A text or some keys of a leaflet, and the language they are in."""

    text: str = ""
    """Stands as a paragraph of the leaflet."""
    language: str = "en-GB"
    keys: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Values of the leaflet's keys, in the place of its own."""


LookInText = Callable[[JudgedText], Iterable[Hit]]


class Cued:
    """A look for what only a text with one of these words, signs or figures can have: of the others none is read."""

    def __init__(self, cues: Callable[[], frozenset[str]], look: LookInText) -> None:
        self._cues, self.look = cues, look

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words, which a list gives that is read when they are first asked for."""
        return self._cues()

    def __call__(self, text: JudgedText) -> Iterable[Hit]:
        """What it finds in a text."""
        return () if self.cues.isdisjoint(text.vocabulary) else self.look(text)


def hits_in_texts(look: LookInText, read: JudgedLeaflet) -> Iterator[tuple[JudgedText, Hit]]:
    """All that a look finds in a leaflet's texts, in their order."""
    texts, find = (read.with_any(look.cues), look.look) if isinstance(look, Cued) else (read.texts, look)
    for text in texts:
        for hit in find(text):
            yield text, hit


LookInLeaflet = Callable[[JudgedLeaflet], Iterable[Hit]]
Fix = Callable[[JudgedText, Hit], str | None]


class TextRule(Struct, frozen=True, kw_only=True):
    """One rule. Its examples are its tests: what is wrong is found, and nothing is found in what is right."""

    code: str
    severity: Severity
    source: str
    """Who says so."""
    why: str
    """What happens to a reader otherwise."""
    remedy: str
    """What to write instead."""
    wrong: tuple[str | Example, ...]
    right: tuple[str | Example, ...]
    advised: tuple[str | Example, ...] = ()
    """What is found, but is only advice: an editor may as well leave it."""
    advice: str = ""
    """What of it is only advice, where not all is or nothing."""
    in_text: LookInText | None = None
    """Finds places in each text that a patient reads."""
    in_leaflet: LookInLeaflet | None = None
    """Finds places that show only in the leaflet as a whole."""
    fix: Fix | None = None
    """What may take the place of what was found in a text, without asking; None where a person must look."""
    languages: tuple[str, ...] = ("en",)
    regions: tuple[str, ...] = ()
    """Countries whose leaflets it is for; none for all."""

    def is_for(self, language: Language) -> bool:
        """Whether it is a rule of this language, in this country."""
        return language.primary in self.languages and (not self.regions or (language.region or "GB") in self.regions)
