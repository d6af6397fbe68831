"""What single characters are to text setting: which vanish, which may borrow a glyph, which belong together."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
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

_SCRIPTS = (
    (0x0000, "Zyyy"), (0x0041, "Latn"), (0x005B, "Zyyy"), (0x0061, "Latn"), (0x007B, "Zyyy"),
    (0x00AA, "Latn"), (0x00AB, "Zyyy"), (0x00BA, "Latn"), (0x00BB, "Zyyy"), (0x00C0, "Latn"),
    (0x00D7, "Zyyy"), (0x00D8, "Latn"), (0x00F7, "Zyyy"), (0x00F8, "Latn"), (0x02B9, "Zyyy"),
    (0x0300, "Zinh"), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Zyyy"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, "Zyyy"), (0x0750, "Arab"), (0x0780, "Zyyy"), (0x08A0, "Arab"),
    (0x0900, "Deva"), (0x0964, "Zyyy"), (0x0966, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"),
    (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"),
    (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Zyyy"), (0x1AB0, "Zinh"), (0x1B00, "Zyyy"),
    (0x1C80, "Cyrl"), (0x1C90, "Zyyy"), (0x1D00, "Latn"), (0x1DC0, "Zinh"), (0x1E00, "Latn"),
    (0x1F00, "Grek"), (0x2000, "Zyyy"), (0x20D0, "Zinh"), (0x2100, "Zyyy"), (0x2C60, "Latn"),
    (0x2C80, "Zyyy"), (0x2DE0, "Cyrl"), (0x2E00, "Zyyy"), (0xA640, "Cyrl"), (0xA6A0, "Zyyy"),
    (0xA720, "Latn"), (0xA800, "Zyyy"), (0xA8E0, "Deva"), (0xA900, "Zyyy"), (0xAB30, "Latn"),
    (0xAB70, "Zyyy"), (0xFB00, "Latn"), (0xFB07, "Zyyy"), (0xFB1D, "Hebr"), (0xFB50, "Arab"),
    (0xFE00, "Zinh"), (0xFE10, "Zyyy"), (0xFE70, "Arab"), (0xFEFF, "Zyyy"),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPTS]


def script_of(character: str) -> str:
    """The ISO 15924 code HarfBuzz is told, for the scripts our faces hold; Zyyy common, Zinh inherited (UAX#24)."""
    return _SCRIPTS[bisect_right(_STARTS, ord(character)) - 1][1]


def script_pieces(text: str) -> list[tuple[str, str]]:
    """A text cut where its script changes. Common signs go with what stands before them, or after at the start."""
    if text.isascii():
        return [("Latn", text)]
    pieces: list[tuple[str, str]] = []
    for character in text:
        script = script_of(character)
        if pieces and (script in ("Zyyy", "Zinh") or script == pieces[-1][0]):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + character)
        elif pieces and pieces[-1][0] in ("Zyyy", "Zinh"):
            pieces[-1] = (script, pieces[-1][1] + character)
        else:
            pieces.append((script, character))
    return pieces


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


def _holds_together(before: str, after: str) -> bool:
    if unicodedata.category(after)[0] == "M" or after in DROPPED:
        return True
    if before == "\u200d":
        return True
    # A virama asks for the next consonant: the two make one conjunct.
    return unicodedata.combining(before) == 9 and unicodedata.category(after) == "Lo"
