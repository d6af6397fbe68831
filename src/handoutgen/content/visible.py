"""Whether a text leaves any mark on paper: spaces and signs without ink alone are no text, however many they are."""

from __future__ import annotations

import unicodedata

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers and the empty braille cell: letters and signs by their class, and yet blank."""


def says_something(text: str) -> bool:
    """Whether at least one character of a text can be seen. Marks that sit on a letter do not count without one."""
    return any(character not in _BLANK and unicodedata.category(character)[0] not in "CZM" for character in text)
