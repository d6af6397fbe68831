"""A text in; its stretches of one script each out, as HarfBuzz wants to be told of them (Unicode, UAX#24).

The script of a character is Unicode's Script property as HarfBuzz itself carries it, so that shaping and cutting never
differ, and no block of the standard is left out. HarfBuzz has no Script_Extensions (which scripts share a sign): those
of our scripts stand here, and a test holds them to the Unicode data in fontTools.
"""

from __future__ import annotations

from handoutgen import bounds
from handoutgen.memory import remembered

COMMON = "Zyyy"
"""What HarfBuzz is told of text without a letter of any script."""
Candidates = tuple[str, ...]

_INDIC = ("Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Sinh", "Taml", "Telu")
_EAST_ASIAN = ("Hani", "Bopo", "Hang", "Hira", "Kana")
_KANA = ("Hira", "Kana")
_SHARED: tuple[tuple[int, int, Candidates], ...] = (
    (0x060C, 0x060C, ("Arab",)), (0x061B, 0x061B, ("Arab",)), (0x061F, 0x061F, ("Arab",)), (0x0640, 0x0640, ("Arab",)),
    (0x0964, 0x0965, _INDIC), (0x204F, 0x204F, ("Arab",)), (0x2E41, 0x2E41, ("Arab",)),
    (0x2FF0, 0x2FFF, ("Hani",)), (0x3001, 0x3003, _EAST_ASIAN), (0x3006, 0x3006, ("Hani",)),
    (0x3008, 0x3011, _EAST_ASIAN), (0x3013, 0x301F, _EAST_ASIAN), (0x3030, 0x3030, _EAST_ASIAN),
    (0x3031, 0x3035, _KANA), (0x3037, 0x3037, _EAST_ASIAN), (0x303C, 0x303D, ("Hani", *_KANA)),
    (0x303E, 0x303F, ("Hani",)), (0x309B, 0x309C, _KANA), (0x30A0, 0x30A0, _KANA), (0x30FB, 0x30FB, _EAST_ASIAN),
    (0x30FC, 0x30FC, _KANA), (0x3190, 0x319F, ("Hani",)), (0x31C0, 0x31E5, ("Hani",)), (0x31EF, 0x31EF, ("Hani",)),
    (0x3220, 0x3247, ("Hani",)), (0x3280, 0x32B0, ("Hani",)), (0x32C0, 0x32CB, ("Hani",)), (0x32FF, 0x32FF, ("Hani",)),
    (0x3358, 0x3370, ("Hani",)), (0x337B, 0x337F, ("Hani",)), (0x33E0, 0x33FE, ("Hani",)),
    (0xFD3E, 0xFD3F, ("Arab",)), (0xFE45, 0xFE46, _EAST_ASIAN), (0xFF61, 0xFF65, _EAST_ASIAN),
    (0xFF70, 0xFF70, _KANA), (0xFF9E, 0xFF9F, _KANA),
)  # fmt: skip
"""The common signs that belong to some of the scripts of our fonts and to no alphabet of Europe: signs that Latin,
Greek or Cyrillic text has as well, and marks, go with whatever stands before them."""


@remembered(bounds.CHARACTERS)
def scripts_of(character: str) -> Candidates:
    """The scripts (ISO 15924) that a character may be part of; none for what is common to all or is inherited."""
    import uharfbuzz as hb  # late: a text in everyday letters is told without it

    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character)])
    buffer.guess_segment_properties()
    if buffer.script:
        return (str(buffer.script),)
    code = ord(character)
    return next((scripts for first, last, scripts in _SHARED if first <= code <= last), ())


def script_pieces(text: str) -> list[tuple[str, str]]:
    """A text cut where its script changes. Common signs go with what stands before them, or after at the start; those
    of some scripts with what stands before them only if that is one of these (UAX#24 5.1 and 5.2)."""
    if text.isascii():
        return [("Latn", text)]
    pieces: list[tuple[Candidates, str]] = []
    for character in text:
        scripts = scripts_of(character)
        before = pieces[-1][0] if pieces else ()
        both = tuple([script for script in before if script in scripts]) if before and scripts else before or scripts
        if pieces and (both or not before):
            pieces[-1] = (both, pieces[-1][1] + character)
        else:
            pieces.append((scripts, character))
    return [(scripts[0] if scripts else COMMON, piece) for scripts, piece in pieces]
