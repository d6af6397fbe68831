"""Where sentences end: the first of a text and what stands behind it, or all of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = r"(?:[-*+]\s|\d{1,9}[.)]\s|\|)"
"""How a list or a table begins."""
_END = re.compile(rf"[.!?…](?:[\"'”’)\]]|\*\*)*(?=\s|$)|\n\s*\n|(?=\n\s*{_BEGINS})|[。！？]|।")
"""A sentence's last sign with what closes after it; or the end of a paragraph, also before a list or a table."""
_BLOCK = re.compile(rf"\s*{_BEGINS}")
LONGEST = 160
"""A first sentence longer than this is cut at a word, in characters."""


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line; one that is too long ends with "…" after a whole word."""
    found = _END.search(text)
    sentence = " ".join((text[: found.end()] if found else text).split())
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def sentences_of(line: str) -> Iterator[str]:
    """The sentences of a text on one line; put together again with a space between them they are the text."""
    start = 0
    for found in _END.finditer(line):
        if line[start : found.end()].strip():
            yield line[start : found.end()].strip()
        start = found.end()
    if line[start:].strip() or not start:
        yield line[start:].strip()


def parted(text: str) -> tuple[str, str]:
    """The first sentence of a text in full, on one line, and what stands behind it. Both are empty where neither can
    stand alone: a list or a table begins there, or the sentence ends within strong words or a link."""
    found = _END.search(text)
    end = found.end() if found else len(text)
    sentence, rest = " ".join(text[:end].split()), text[end:]
    is_cut = sentence.count("**") % 2 or sentence.count("[") != sentence.count("]")
    between = text[len(text[:end].rstrip()) : len(text) - len(rest.lstrip())]
    becomes_a_list = _BLOCK.match(rest) and "\n" not in between
    return ("", "") if is_cut or becomes_a_list or _BLOCK.match(text) else (sentence, rest.strip())
