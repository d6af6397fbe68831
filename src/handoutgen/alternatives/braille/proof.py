"""Words in cells, read back by liblouis: whether each is the word that was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handoutgen.alternatives.braille.cells import Translator
from handoutgen.errors import HandoutError

_ALIKE = str.maketrans("‘’“”«»„–—‑−…", '\'\'"""""----.')
"""Quotation marks and dashes that braille has one sign for."""
_SIGN_INSIDE = re.compile(r"\w[./@:_-]\w")
READS_WRONGLY = {"enough": "5"}
"""Words in UEB that liblouis 3.24 writes as they should be, and reads as others: enough is the lower wordsign 26."""


def refuse_misread(words: Iterable[tuple[str, str]], translator: Translator) -> None:
    """Raise HandoutError for words, each with its cells, that are read back as others: somebody must look at them."""
    misread = {word: cells for word, cells in words if not reads_alike(word, cells, translator)}
    if misread:
        named = ", ".join(f"“{word}” as “{translator.read(cells)}”" for word, cells in list(misread.items())[:5])
        raise HandoutError(
            f"liblouis reads what it wrote in braille as other words: {named}.",
            "Write them in another way, or try --format braille-1, which has no contractions.",
        )


def reads_alike(word: str, cells: str, translator: Translator) -> bool:
    """Whether cells say a word, but for what braille does not tell apart: capitals in a row, kinds of quotation marks
    and of dashes.

    liblouis writes better than it reads. So a word also counts as read that is read alone, if those very cells stand
    between its signs ("it)"). Of addresses and abbreviations ("www.nhs.uk", "a.m."), whose letters it takes for
    contractions, the figures must be read, and the letters are as liblouis wrote them.
    """
    read = translator.read(cells)
    if _alike(word) == _alike(read):
        return True
    if _figures(word) != _figures(read):
        return False
    core = re.sub(r"^\W+|\W+$", "", word)
    if _SIGN_INSIDE.search(core):
        return True
    alone = READS_WRONGLY.get(core.casefold())
    if alone is not None:
        return alone in cells
    alone = translator.write(core)
    return bool(alone) and alone in cells and _alike(translator.read(alone)) == _alike(core)


def _alike(word: str) -> str:
    return " ".join(word.translate(_ALIKE).replace("...", ".").casefold().split())


def _figures(word: str) -> list[str]:
    return [sign for sign in word if sign.isnumeric()]
