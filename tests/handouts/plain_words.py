"""Running text to plain-language facts: its sentences, and the school grade that Flesch and Kincaid give it.

Kept apart from the program's own checks on purpose: a leaflet is judged here by a second, simpler ruler.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKS = re.compile(r"\*\*|\[|\]\([^)]*\)")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")
_VOWELS = re.compile(r"[aeiouy]+")


def words(text: str) -> list[str]:
    """The words of a text, Markdown marks left out."""
    return _WORD.findall(_MARKS.sub("", text))


def syllables(word: str) -> int:
    """Syllables by groups of vowels: near enough for a grade, and never 0."""
    count = 0
    for part in word.lower().split("-"):
        if part.isdigit():
            count += 1
            continue
        groups = len(_VOWELS.findall(part))
        silent = part.endswith("e") and not part.endswith("le") and groups > 1
        silent = silent or (part.endswith("ed") and not part.endswith(("ted", "ded")) and groups > 1)
        count += max(1, groups - silent)
    return count


def sentences(text: str) -> list[str]:
    """Sentences of a Markdown text; an item of a list ends a sentence whatever its mark."""
    lines = [_MARKS.sub("", line).lstrip("- ") for line in re.split(r"\n\s*\n|\n(?=- )", text)]
    return [part.strip() for line in lines for part in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", line) if part.strip()]


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al. 1975)."""
    said = [sentence for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in said for word in words(sentence)]
    return 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
