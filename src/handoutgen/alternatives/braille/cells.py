"""Text → cells of North American ASCII braille, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from handoutgen.alternatives.braille.codes import BrailleCode, Grade, code_of
from handoutgen.alternatives.braille.liblouis import Louis, louis
from handoutgen.errors import HandoutError
from handoutgen.unbreakable import phone_numbers

FIRST, LAST = " ", "_"
"""The 64 signs of ASCII braille, from the blank cell on."""
_UNKNOWN = re.compile(r"'\\[XYZ][0-9A-J]+'")
"""What liblouis writes for a character that its table does not know, as the display shows it."""
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_APART = "\u00a0"
"""liblouis takes a space between figures for a part of one number, and this one for what parts two."""


class Translator:
    """Writes and reads one language in one grade."""

    def __init__(self, language: str, grade: Grade) -> None:
        """Raises HandoutError where there is no liblouis, or no table for the language."""
        self.code: BrailleCode = code_of(language)
        self._louis: Louis = louis()
        self._tables = self.code.tables(grade)
        self._known: set[str] = set()

    def write(self, text: str) -> str:
        """Words in a row as cells, with one blank cell between them. Raises HandoutError for a character that the
        code has no sign for: nothing is left out or put in its place unseen."""
        plain = _plain(text)
        self._refuse_unknown(plain)
        cells = self._cells(_parted(plain)) if plain else ""
        if strange := sorted({sign for sign in cells if not FIRST <= sign <= LAST}):
            raise HandoutError(f"liblouis wrote signs that are no ASCII braille: {' '.join(strange)}.", "Report it.")
        return cells

    def _cells(self, words: Sequence[str]) -> str:
        parts = [self._parts(word) for word in words]
        said = _numbers_told_apart([part for each in parts for part in each])
        told = self._louis.to_braille(said, self._tables).replace(_APART, " ")
        if len(words) == sum(map(len, parts)):
            return told
        cells = iter(told.split())
        return " ".join("".join(next(cells) for _ in each) for each in parts)

    def _parts(self, word: str) -> list[str]:
        """The word, or apart what liblouis must not see beside the rest of it."""
        return re.split(self.code.apart, word) if self.code.apart else [word]

    def words(self, text: str) -> list[str]:
        """The words of a text that are one word in cells too: a phone number with its spaces is one."""
        return _parted(_plain(text)) if text.strip() else []

    def read(self, cells: str) -> str:
        """Cells as text."""
        return self._louis.to_print(cells, self._tables).replace(_APART, " ")

    def _refuse_unknown(self, text: str) -> None:
        strange = []
        for sign in sorted(set(text) - self._known - {" "}):
            if _UNKNOWN.search(self._louis.to_braille(sign, self._tables)):
                strange.append(sign)
            else:
                self._known.add(sign)
        if strange:
            named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in strange[:8])
            raise HandoutError(
                f"Braille has no sign for: {named}.",
                "Write it in words or in the letters of the leaflet's language. "
                f"(liblouis {self._louis.version}, {self._tables[1]})",
            )


def _plain(text: str) -> str:
    """Composed letters, single spaces, and nothing that is not seen, such as a soft hyphen or a mark of direction."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    return " ".join(seen.split())


def _parted(text: str) -> list[str]:
    """The words of a text, with a number that has spaces in it as one: a phone number, and thousands. Both are in
    numeric mode from end to end (UEB 6.6), while two numbers beside each other are two."""
    whole = [(kept.start, kept.end) for kept in phone_numbers(text)]
    whole += [match.span() for match in _THOUSANDS.finditer(text)]
    words, at = [], 0
    for match in re.finditer(" ", text):
        place = match.start()
        beside = text[place - 1 : place].isdecimal() and text[place + 1 : place + 2].isdecimal()
        if not (beside and any(start < place < end for start, end in whole)):
            words.append(text[at:place])
            at = place + 1
    return [*words, text[at:]]


def _numbers_told_apart(words: Sequence[str]) -> str:
    """The words in a row, with what parts two numbers told from a space inside one."""
    said = words[0]
    for before, word in pairwise(words):
        said += (_APART if before[-1:].isdecimal() and word[:1].isdecimal() else " ") + word
    return said
