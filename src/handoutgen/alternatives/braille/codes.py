"""Which braille code a language is written in, and by which of liblouis's tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from handoutgen.errors import HandoutError
from handoutgen.language import language_of

Grade = Literal[1, 2]
"""Uncontracted (1) or contracted (2)."""
DISPLAY = "en-us-brf.dis"
"""Each cell as a sign of North American ASCII braille, which embossers take whatever the language."""


class BrailleCode(Struct, frozen=True):
    """How one language is written."""

    plain: str
    """The table of uncontracted braille."""
    contracted: str = ""
    """The table of contracted braille; empty where leaflets are read without, or where liblouis's does not read back
    word by word (French abbreviates whole phrases)."""
    bullet: str = "- "
    """In print, before the items of a list."""
    blank: str = "..."
    """In print, for a place to write."""
    note: tuple[str, str] = ("", "")
    """The cells that open and close a transcriber's note; without them it stands in brackets."""
    apart: str = ""
    """Between which characters of a word its table must not look, or it writes what the code forbids."""

    def tables(self, grade: Grade) -> tuple[str, str]:
        """For liblouis, the display first."""
        return DISPLAY, (self.contracted or self.plain) if grade == 2 else self.plain


BEFORE_ING = r"(?<=[(\[{“‘«/])(?=[Ii][Nn][Gg])"
"""The groupsign for ing does not begin a word (UEB 10.4.3), but liblouis 3.24 writes it behind a bracket."""

CODES: Mapping[str, BrailleCode] = MappingProxyType({
    # Unified English Braille: "•" is 456-256, a low line 46-36; notes are between 4-46-126 and 4-46-345 (UEB 3.27).
    "en": BrailleCode("en-ueb-g1.ctb", "en-ueb-g2.ctb", "• ", "_", ("@.<", "@.>"), BEFORE_ING),
    "fr": BrailleCode("fr-bfu-comp6.utb"),
    "cs": BrailleCode("cs-g1.ctb"),
    "hu": BrailleCode("hu-hu-g1.ctb"),
})  # fmt: skip
"""By primary language tag: those whose tables read back this program's own words in that language as they were."""


def code_of(language: str) -> BrailleCode:
    """The code for a language tag. Raises HandoutError for a language that cannot be written so far."""
    tongue = language_of(language)
    if tongue.primary in CODES:
        return CODES[tongue.primary]
    raise HandoutError(
        f"Braille cannot be made in {tongue.english_name}: no table of liblouis for it is known to read back rightly.",
        f"It can be made in: {', '.join(sorted(CODES))}. Plain text (--format text) goes to any braille display.",
    )
