"""A part in both languages → whether it still has a text of the source, word for word."""

from __future__ import annotations

import re

from handoutgen.content.load import LoadedLeaflet
from handoutgen.language import language_of
from handoutgen.translation.parts import PartText
from handoutgen.translation.step import PartStep

FEWEST_WORDS = 3
"""Of a text: fewer may be a name, or the same in both languages."""
_NAMES = frozenset({"name", "owner", "role", "organisation", "supersedes"})
"""Keys of what is called alike in every language."""
_WORD = re.compile(r"[^\W\d_]+")
_NOT_WORDS = re.compile(r"\{[^{}]*\}|\]\([^()]*\)|https?://\S+")


def left_in_source(source: LoadedLeaflet, translation: LoadedLeaflet, step: PartStep) -> PartText | None:
    """The first text of a part that is the source's, where the two are in different languages."""
    one, other = (language_of(each.leaflet.language) for each in (source, translation))
    if (one.primary, one.written_in) == (other.primary, other.written_in) or not (step.source and step.translation):
        return None
    there = {_bare(text.text) for text in step.source.texts if _says_much(text)}
    return next((text for text in step.translation.texts if _says_much(text) and _bare(text.text) in there), None)


def _says_much(text: PartText) -> bool:
    return text.steps[-1] not in _NAMES and len(_WORD.findall(_NOT_WORDS.sub(" ", text.text))) >= FEWEST_WORDS


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()
