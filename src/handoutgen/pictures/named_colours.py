"""A clinic's colours by their names → the operators that set one (ISO 32000-1 8.6.6.3).

A page that names its colours has the same bytes for every clinic; which colours they are stands once in the file, in
the colour space SPACE.
"""

from __future__ import annotations

from handoutgen.design.colour import NAMES, parse
from handoutgen.pictures.geometry import plain

SPACE = "Pal"
"""The resource name of the colour space that holds a clinic's colours."""


def operators_of(name: str) -> tuple[str, str]:
    """The operators that set a named colour for filling and for stroking. ValueError for a name that no palette has."""
    number = NAMES.index(name)
    return f"/{SPACE} cs {number} sc", f"/{SPACE} CS {number} SC"


def setting_of(colour: str) -> tuple[str, str]:
    """The same for a colour that is written "#rrggbb" or named. ValueError for one that is neither."""
    if colour in NAMES:
        return operators_of(colour)
    channels = " ".join(map(plain, parse(colour)))
    return f"{channels} rg", f"{channels} RG"
