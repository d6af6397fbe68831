"""A text → its words as they are compared: without case, accents or vowel marks, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from handoutgen.content.yaml.installed import read_installed
from handoutgen.memory import Once

JOINERS = "\u200c\u200d"
"""Characters without a width that stand inside words of Persian and of India."""
_JOINED = f"\u0640{JOINERS}"
"""Those, and Arabic's stretcher."""
_APOSTROPHES = "'’‘ʼ`"
_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Japanese and Chinese are written without spaces: each sign is a word."""
_WORD = re.compile(rf"[{_ALONE}]|[^\s'{_ALONE}]+(?:'[^\s'{_ALONE}]+)*")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Accents, and the vowel marks of Hebrew and Arabic, which most people leave out. In other scripts, such as those of
India, marks are letters."""
_LETTERS: Mapping[str, str] = MappingProxyType({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
    "ى": "ي", "ی": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك",
})  # fmt: skip
"""Letters that no accent is taken from, and Arabic letters that are written one for the other."""
_TABLE = str.maketrans({**_LETTERS, **dict.fromkeys(_JOINED + _APOSTROPHES)})
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
"""Arabic's "the", and "and the", "with the", which are written together with their word."""
_SHORTEST_STEM = 3
_DIGIT = re.compile(r"\d")
_LITTLE = Path(__file__).with_name("little_words.yaml")


class WordAt(NamedTuple):
    """A word as it is compared, and where it stands in its text."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> list[WordAt]:
    """All words of a text, in order."""
    plain = "".join(map(_letter_or_space, text))
    found = (WordAt(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(plain))
    return [word for word in found if word.folded]


def fold(word: str) -> str:
    """A word as it is compared."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold())).casefold().translate(_TABLE)
    bare = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), unicodedata.normalize("NFC", bare))
    article = next((each for each in _ARTICLES if bare.startswith(each)), "")
    return bare[len(article) :] if len(bare) - len(article) >= _SHORTEST_STEM else bare


def fold_code(code: str) -> str:
    """A code as it is compared: R25.2 and r252 are one."""
    return "".join(letter for letter in fold(code) if letter.isalnum())


def little_words() -> frozenset[str]:
    """Words that say nothing of what somebody looks for, folded."""
    return _little()


def _letter_or_space(letter: str) -> str:
    """The letter, if words are made of it; as many characters as it has, so that places stay right."""
    if letter.isalnum() or letter in _JOINED or unicodedata.category(letter)[0] == "M":
        return letter
    return "'" if letter in _APOSTROPHES else " "


@Once
def _little() -> frozenset[str]:
    return frozenset(fold(word) for words in read_installed(_LITTLE).values() for word in words)
