"""The printed forms a leaflet can take, as data: paper, sheets, and which print sizes make sense on them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from handoutgen.errors import UsageProblem
from handoutgen.formats.sizes import SIZES, Size
from handoutgen.units import inches, mm

Duplex = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]


@dataclass(frozen=True, slots=True)
class Format:
    """A printed form. Lengths in pt; `page_*` is what the reader holds, `largest_base` the biggest body text."""

    name: str
    title: str
    page_width: float
    page_height: float
    duplex: Duplex
    largest_base: float
    instead: str
    """The format to use when the print size is too large for this one."""
    composition: str = "leaflet"
    """What of the leaflet the form shows, and how: a name in `layout.compositions`."""


A4 = Format("a4", "A4 leaflet", mm(210), mm(297), "DuplexFlipLongEdge", 36, "a4")
LETTER = Format("letter", "Letter leaflet", inches(8.5), inches(11), "DuplexFlipLongEdge", 36, "letter")

FORMATS = MappingProxyType({f.name: f for f in (A4, LETTER)})


def parse_format(text: str) -> Format:
    """A format by its name; raises UsageProblem with the nearest one."""
    if text in FORMATS:
        return FORMATS[text]
    near = difflib.get_close_matches(text, FORMATS, n=1)
    guess = f'Did you mean "{near[0]}"? ' if near else ""
    raise UsageProblem(f'There is no format "{text}".', f"{guess}The formats are: {', '.join(FORMATS)}.")


def refuse(form: Format, size: Size) -> None:
    """Raise UsageProblem when the size makes no sense in the format, naming the nearest good choice."""
    if size.base <= form.largest_base:
        return
    fitting = [s.name for s in SIZES.values() if s.base <= form.largest_base]
    raise UsageProblem(
        f"{form.title} cannot be made in {size.name} print: {size.base:g} pt leaves too few words to a line.",
        f"Use --format {form.instead} --size {size.name}, or this format in {' or '.join(fitting)}.",
    )
