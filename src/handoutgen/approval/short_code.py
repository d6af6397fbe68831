"""The digest of a leaflet's text → eight characters that fit in a footer, and can be read out on the telephone.

The alphabet has 23 characters. Of each pair that looks alike in print or in
handwriting one is left out (0 O, 1 I L, 5 S, 2 Z, 8 B, 6 G, U V), and so are all vowels and Y, so that no words come
about. 23 is a prime: a weighted sum modulo it, which is the last character, tells every single misread character and
every two that changed places (the scheme of ISBN-10 and ISO 7064). What is left says 23^7, or 3.4 thousand million,
texts apart. The code finds a text; it is no signature, for anybody can work one out.
"""

from __future__ import annotations

import hashlib

ALPHABET = "23456789CDFHJKMNPQRTVWX"
LENGTH, GROUP = 8, 4
_MEANT = str.maketrans("SZBG", "5286")
"""What is written for a look-alike that is never printed."""
_BETWEEN = str.maketrans("", "", " \t\u00a0\u202f-\u2010\u2011\u2013\u2066\u2067\u2068\u2069\u200e\u200f")
"""What may stand between the groups, or around a code in text that runs from right to left."""
_PURPOSE = "handoutgen short code, 1"


def short_code(digest: str, language: str) -> str:
    """The code of a text by its digest (`ContentText.digest`) in a language: "K7QX4MP6". The same everywhere."""
    told = hashlib.sha256(f"{_PURPOSE}\n{language}\n{digest}".encode()).digest()
    number, signs = int.from_bytes(told), ""
    for _ in range(LENGTH - 1):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs + _check_character(signs)


def in_groups(code: str) -> str:
    """As it is printed: "K7QX 4MP6", with a space at which no line breaks."""
    return f"{code[:GROUP]}\u00a0{code[GROUP:]}"


def code_as_typed(typed: str) -> str | None:
    """The code that somebody has typed: in capitals or not, with a space, a hyphen or nothing between its groups. None
    for what cannot have been printed: too short, too long, or a character that does not fit the others."""
    code = typed.upper().translate(_BETWEEN).translate(_MEANT)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return code if _check_character(code[:-1]) == code[-1] else None


def _check_character(signs: str) -> str:
    """Makes the sum of all characters, each times its place from the right, a multiple of 23."""
    weighted = sum(weight * ALPHABET.index(sign) for weight, sign in zip(range(LENGTH, 1, -1), signs, strict=True))
    return ALPHABET[-weighted % len(ALPHABET)]
