"""A value → a cell of a CSV table that every spreadsheet takes as text.

A cell that begins like a formula is run when somebody opens the table. The file that programs read is manifest.json.
"""

from __future__ import annotations

_FORMULAS = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
             "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""The wide ones, as East Asian keyboards have them, are taken for the others."""
_CONTROLS = ("\t", "\r", "\n")


def text_cell(value: object) -> object:
    """The value; a text that a spreadsheet would take for a formula with an apostrophe before it, which says "text"."""
    if not isinstance(value, str):
        return value
    looks_like_one = value.lstrip().startswith(_FORMULAS) or value.startswith(_CONTROLS)
    return f"'{value}" if looks_like_one else value
