"""A language tag (BCP 47, RFC 5646) → what of it decides how a leaflet is set: direction, fonts, whose fixed words.

The only place that takes a tag apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]

SENTENCE_ENDS = (".", "!", "?", "؟", "۔", "।", "。")
"""What ends a sentence, in any script."""

_RIGHT_TO_LEFT_SCRIPTS = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])
_RIGHT_TO_LEFT = frozenset(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])
"""Languages whose usual script runs from right to left, where the tag names no script."""
_LETTERS_OF_NOTO = frozenset([
    "vi", "el", "uk", "ru", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "hi", "mr", "ne", "sa",
    "yo", "ig", "ee", "ak", "tw", "ln", "bm", "ff", "wo",
])  # fmt: skip
"""Languages written with letters that the first face lacks: all their text is set in the face that has them, so that
neither a word nor a page is a patchwork of two designs."""


@dataclass(frozen=True, slots=True)
class Language:
    """A tag taken apart. Parts that the tag does not name are empty."""

    tag: str
    primary: str
    """In small letters: "en" in en-GB."""
    script: str = ""
    """As ISO 15924 writes it: "Cyrl" in sr-Cyrl-RS."""
    region: str = ""
    """In capitals: "GB" in en-GB."""

    @property
    def direction(self) -> Direction:
        """Which way it is written: by the script the tag names, else by the language's usual one."""
        right_to_left = self.script in _RIGHT_TO_LEFT_SCRIPTS if self.script else self.primary in _RIGHT_TO_LEFT
        return "rtl" if right_to_left else "ltr"

    @property
    def first_family(self) -> str | None:
        """The font family that sets all of its text; None for the program's first."""
        return "noto" if self.primary in _LETTERS_OF_NOTO else None

    @property
    def from_general_to_narrow(self) -> tuple[str, ...]:
        """The tags it is made of, longer and longer: en, en-GB."""
        parts = self.tag.split("-")
        return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def language_of(tag: str) -> Language:
    """The parts of a tag: the first is the language; a script has four letters, a region two letters or three
    figures (RFC 5646 2.2). What is not well formed has a language and nothing else."""
    primary, *rest = tag.split("-")
    script = next((part for part in rest[:2] if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest if _is_region(part)), "")
    return Language(tag, primary.lower(), script.capitalize(), region.upper())


def _is_region(part: str) -> bool:
    return (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdecimal())


def locale_for(language: str, locale: str | None) -> str:
    """Whose fixed words a leaflet in `language` gets: those of `locale` if that is a way of writing the same language
    (a leaflet in en-GB for a clinic in en-US), else the language's own."""
    if locale and language_of(locale).primary == language_of(language).primary:
        return locale
    return language
