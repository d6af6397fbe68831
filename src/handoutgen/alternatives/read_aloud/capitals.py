"""A word in capitals → whether it is said letter by letter.

An abbreviation that is said as a word is understood all the same: a voice knows the usual ones itself, and so does a
person who reads. A word that is said letter by letter is lost, and NOT is such a word. So only what is no word for
certain is said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from handoutgen.language import language_of
from handoutgen.memory import Once

_EVERYWHERE = "everywhere"


class _Lists(Struct, frozen=True):
    """By primary language; `_EVERYWHERE` for all of them."""

    spelled: Mapping[str, frozenset[str]]
    vowels: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    """Without a vowel."""


@Once
def _lists() -> _Lists:
    said: Any = yaml.safe_load((Path(__file__).parent / "capitals.yaml").read_text(encoding="utf-8"))
    return _Lists(
        *(
            {language: frozenset(listed) for language, listed in said[kind].items()}
            for kind in ("spelled", "vowels", "words_without_vowels")
        )
    )


def is_spelled(word: str, language: str) -> bool:
    """Whether a word of A to Z and figures is an abbreviation that is said letter by letter in a leaflet of this
    language: one that is listed, that has a figure in it, or that has no vowel and is no word."""
    lists, nothing = _lists(), frozenset[str]()
    written = language_of(language)
    tongue = written.primary if written.written_in in ("Latn", "") else "en"
    if not word.isalpha() or word in lists.spelled[_EVERYWHERE] | lists.spelled.get(tongue, nothing):
        return True
    vowels = lists.vowels.get(tongue, lists.vowels[_EVERYWHERE])
    return vowels.isdisjoint(word) and word not in lists.words.get(tongue, nothing)
