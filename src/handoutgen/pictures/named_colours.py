"""A clinic's colours by their names → the operators that set one (ISO 32000-1 8.6.6.3).

A page that names its colours has the same bytes for every clinic; which colours they are stands once in the file, in
the colour space SPACE.
"""

from __future__ import annotations

from handoutgen.design.colour import NAMES

SPACE = "Pal"
"""The resource name of the colour space that holds a clinic's colours."""


def operators_of(name: str) -> tuple[str, str]:
    """The operators that set a named colour for filling and for stroking. ValueError for a name that no palette has."""
    number = NAMES.index(name)
    return f"/{SPACE} cs {number} sc", f"/{SPACE} CS {number} SC"
