"""A postcode of figures → whether it has lost its first 0 in a spreadsheet, which takes it for a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handoutgen.clinic_list.countries import Country

_FIGURES = re.compile(r"[0-9]+")
_ZIP_IN_LINE = re.compile(r"\b[A-Z]{2},? ([0-9]{3,4})(?:-[0-9]{4})?$")
"""Boston, MA 2139."""
_BEFORE_TOWN = re.compile(r"([0-9]{4}) [^\W\d_]{2}")
"""1067 Dresden: where house numbers come after the street."""
LOST = 2
"""No postcode begins with more zeros than these."""


def has_lost_its_zero(postcode: str, country: Country) -> bool:
    """Whether a postcode in a cell of its own is figures alone, and has one or two fewer than the country's have."""
    figures = postcode.partition("-")[0].strip() if country.code == "US" else postcode.strip()
    wanted = country.postcode_figures
    return bool(wanted and _FIGURES.fullmatch(figures) and wanted - LOST <= len(figures) < wanted)


def lost_in(lines: Sequence[str], country: Country) -> str:
    """The postcode in the lines of an address that has lost its first 0; empty when there is none."""
    for line in lines:
        found = _ZIP_IN_LINE.search(line) if country.code == "US" else None
        if country.code in ("DE", "ES", "FI", "IT"):
            found = _BEFORE_TOWN.match(line)
        if found:
            return found[1]
    return ""
