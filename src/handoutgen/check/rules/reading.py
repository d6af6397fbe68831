"""A leaflet's texts as the rules read them: without signs and fields, cut into sentences once for all rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from string import ascii_letters
from typing import Any

from handoutgen.check.passages import CheckedPassage, TextAt, passages, sentences, without_fields
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.memory import Shelves

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_LETTERS = frozenset(ascii_letters)
HELP_LEVELS = ("emergency", "urgent", "routine")
_COUNTRIES = {"uk": "GB"}
FARTHEST = 500
"""Characters from a place within which its sentence is read: no text may keep a check busy."""
COUNTRY = 2
"""Letters of a tag that is a country."""
FromTo = tuple[int, int]
"""From where to where in a text."""


@dataclass(frozen=True)
class JudgedText:
    """One text with its sentences. Places in `plain` are places in the author's own text."""

    at: TextAt
    language: str
    countries: frozenset[str] = frozenset()
    """Where alone it is printed, in capitals; empty for wherever the leaflet is."""
    leaflet: Leaflet | None = None
    """What it is a part of; None for words that stand alone, such as a drawing's."""

    @property
    def path(self) -> ModelPath:
        """Where the text stands in the leaflet."""
        return self.at.path

    @cached_property
    def titles(self) -> Sequence[str]:
        """The titles over it, from the leaflet's own inwards."""
        part: Any = self.leaflet
        found: list[str] = []
        for key in self.path if part is not None else ():
            found.append(getattr(part, "title", None) or "")
            part = part[key] if isinstance(key, int) else getattr(part, key)
        return [title for title in found if isinstance(title, str) and title]

    @cached_property
    def plain(self) -> str:
        """The text without Markdown signs, each field as one word."""
        return without_fields(self.at.blank)

    @cached_property
    def cut(self) -> Sequence[tuple[CheckedPassage, list[FromTo]]]:
        """Paragraphs, entries and cells, each with its sentences."""
        return [(passage, sentences(self.plain, passage)) for passage in passages(self.plain)]

    @cached_property
    def said(self) -> Sequence[FromTo]:
        """Every sentence, in order."""
        return [sentence for _, inner in self.cut for sentence in inner]

    @cached_property
    def tokens(self) -> Sequence[tuple[str, int, int]]:
        """Its words in small letters, each with its place."""
        return [(match.group(), *match.span()) for match in _WORD.finditer(self._small)]

    @property
    def _small(self) -> str:
        """The text in small letters, each character where it was; nothing where that cannot be."""
        low = self.plain.lower().replace("’", "'")
        return low if len(low) == len(self.plain) else ""  # a letter that is two in small, which no English word has

    def sentence_at(self, index: int) -> str:
        """The sentence around a place; of an endless one, what is near."""
        return self._said_from(index, 0)

    def around(self, index: int) -> str:
        """The sentence around a place with the one before and the one after it, of the whole text."""
        return self._said_from(index, 1)

    def _said_from(self, index: int, more: int) -> str:
        number = bisect_right(self.said, (index, len(self.plain))) - 1
        if number < 0 or index >= self.said[number][1]:
            return self.plain[max(0, index - FARTHEST) : index + FARTHEST]
        near = self.said[max(0, number - more) : number + more + 1]
        return self.plain[max(near[0][0], index - FARTHEST) : min(near[-1][1], index + FARTHEST)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each of its words in small letters once, and each of its figures and signs."""
        return frozenset(_WORD.findall(self._small)) | (set(self.plain) - _LETTERS)

    @property
    def help_level(self) -> str:
        """Which level of help it belongs to; empty for none."""
        return str(self.path[1]) if self.path[0] == "help" and self.path[1:2] and self.path[1] in HELP_LEVELS else ""

    @cached_property
    def shelves(self) -> Shelves:
        """What a rule works out from it once, however many places in it are asked about."""
        return Shelves()

    def stands_under(self, *keys: str) -> bool:
        """Whether it is the value of one of these keys, or an entry of its list."""
        return not set(keys).isdisjoint(self.path)


def judged_texts(leaflet: Leaflet, texts: Iterable[TextAt]) -> tuple[JudgedText, ...]:
    """A leaflet's texts to be read by the rules."""
    countries = _Countries(leaflet)
    return tuple(JudgedText(text, leaflet.language, countries.of(text.path[:-1])[1], leaflet) for text in texts)


class _Countries:
    """For which countries the parts of a leaflet are, as the innermost says; of each part it is found out once."""

    def __init__(self, leaflet: Leaflet) -> None:
        self._known: dict[ModelPath, tuple[Any, frozenset[str]]] = {(): (leaflet, frozenset())}

    def of(self, path: ModelPath) -> tuple[Any, frozenset[str]]:
        """The part at a path, and its countries."""
        known = self._known.get(path)
        if known is None:
            (around, outer), key = self.of(path[:-1]), path[-1]
            part = around[key] if isinstance(key, int) else getattr(around, key)
            tags = getattr(part, "only_for", ())
            own = frozenset(_COUNTRIES.get(tag, tag.upper()) for tag in tags if len(tag) == COUNTRY)
            known = self._known[path] = (part, own or outer)
        return known


@dataclass(frozen=True)
class JudgedLeaflet:
    """A leaflet with all its texts as they are read."""

    leaflet: Leaflet
    texts: Sequence[JudgedText]
    language: str
    shelves: Shelves = field(default_factory=Shelves)
    """What a rule works out from it that another asks for too."""

    def with_any(self, words: frozenset[str]) -> Sequence[JudgedText]:
        """The texts with one of these words, figures or signs, in their order."""
        said = self._texts_by_word
        numbers = {number for word in words & said.keys() for number in said[word]}
        return [self.texts[number] for number in sorted(numbers)]

    @cached_property
    def _texts_by_word(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.texts):
            for word in text.vocabulary:
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def whole(self) -> str:
        """All that it says, for what may stand anywhere in it."""
        return "\n\n".join(text.plain for text in self.texts)
