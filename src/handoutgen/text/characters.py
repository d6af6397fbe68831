"""What single characters are to text setting: which vanish, which may borrow a glyph, which belong together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

SOFT_HYPHEN, ZERO_WIDTH_SPACE, WORD_JOINER = "\u00ad", "\u200b", "\u2060"
NO_BREAK_SPACES = "\u00a0\u202f\u2007"
BIDI_MARKS = "\u200e\u200f\u061c"
BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"
SILENT = SOFT_HYPHEN + ZERO_WIDTH_SPACE + WORD_JOINER + "\ufeff" + BIDI_MARKS + BIDI_CONTROLS
"""Characters that steer text and are gone once it is set: neither ink nor words."""
DROPPED = frozenset(SILENT + JOINERS + "\ufe0e\ufe0f")
"""Characters that need no glyph. Joiners and variation selectors stay in the text: words are spelt with them."""

STAND_INS = {
    0x00A0: 0x0020,
    0x202F: 0x0020,
    0x2007: 0x0020,
    0x2010: 0x002D,
    0x2011: 0x002D,
    0x00B5: 0x03BC,
}
"""Glyphs that may be borrowed from another character of the same face when it lacks its own: no-break spaces and
hyphens look like the common ones, and the micro sign is canonically a Greek mu."""


def clusters(text: str) -> Iterator[str]:
    """The grapheme clusters of a text, near enough to UAX#29: a base with its marks and joiners, an Indic conjunct
    with its vowel signs. Tailored so that no cut ever parts what shaping joins into one letter."""
    start = 0
    for index in range(1, len(text)):
        if not _holds_together(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def cling(pair: str) -> bool:
    """Whether of two characters one is a sign that closes or opens, and the other a letter or figure it belongs to
    (UAX#14, classes CL, CP, EX, IS and OP)."""
    kinds = [unicodedata.category(character) for character in pair]
    if len(kinds) < 2:
        return False
    return (kinds[0][0] in "LMN" and kinds[1] in ("Pe", "Pf", "Po")) or (
        kinds[0] in ("Ps", "Pi") and kinds[1][0] in "LMN"
    )


def _holds_together(before: str, after: str) -> bool:
    if unicodedata.category(after)[0] == "M" or after in DROPPED:
        return True
    if before == "\u200d":
        return True
    # A virama asks for the next consonant: the two make one conjunct.
    return unicodedata.combining(before) == 9 and unicodedata.category(after) == "Lo"
