"""Where the first sentence of a text ends."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…](?:[\"'”’)\]]|\*\*)*(?=\s|$)|\n\s*\n|[。！？]|।")
"""A sentence's last sign with what closes after it; or the end of a paragraph."""
LONGEST = 160
"""A first sentence longer than this is cut at a word, in characters."""


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line; one that is too long ends with "…" after a whole word."""
    found = _END.search(text)
    sentence = " ".join((text[: found.end()] if found else text).split())
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
