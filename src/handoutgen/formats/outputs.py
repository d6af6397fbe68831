"""All that a leaflet can become: printed forms, and alternatives to paper."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from handoutgen.errors import UsageProblem
from handoutgen.formats.paper import FORMATS, Format


class Alternative(Struct, frozen=True):
    """The whole leaflet for those who cannot use paper: it has neither pages nor a print size."""

    name: str
    title: str
    suffix: str
    """How its files' names end."""
    has_line_ends: bool = False
    """Whether old Windows programs need its lines ended in their own way."""
    has_links: bool = False
    """Whether words that name another part of it can lead there."""
    has_cells: bool = False
    """Whether it is braille, whose pages hold a number of cells and lines, and which needs liblouis."""
    is_spoken: bool = False
    """Whether it is sound, which needs a program that speaks."""

    @property
    def is_sized(self) -> bool:
        """It is made once, whatever print sizes are asked for."""
        return False


ALTERNATIVES: Mapping[str, Alternative] = MappingProxyType({
    "text": Alternative("text", "plain text", ".txt", has_line_ends=True),
    "email": Alternative("email", "e-mail text", ".eml"),
    "script": Alternative("script", "script to read aloud", ".txt"),
    "ssml": Alternative("ssml", "speech in SSML", ".ssml"),
    "audio": Alternative("audio", "spoken file", ".wav", is_spoken=True),
    "html": Alternative("html", "web page", ".html", has_links=True),
    "epub": Alternative("epub", "EPUB book", ".epub", has_links=True),
    "braille": Alternative("braille", "braille", ".brf", has_cells=True),
    "braille-1": Alternative("braille-1", "uncontracted braille", ".brf", has_cells=True),
})  # fmt: skip

Output = Format | Alternative
OUTPUTS: Mapping[str, Output] = MappingProxyType({**FORMATS, **ALTERNATIVES})

ALL = "all"
"""What stands for every leaflet, clinic, format, size or language that there is."""
GROUPS: Mapping[str, Mapping[str, Output]] = MappingProxyType({ALL: OUTPUTS, "alternatives": ALTERNATIVES})
"""Words that stand for several formats: all there are, and all that need no paper. Of a group, each is made that can
be; the others are told."""


def parse_format(text: str) -> Output:
    """A printed form or an alternative by its name; raises UsageProblem with the nearest one."""
    if text in OUTPUTS:
        return OUTPUTS[text]
    near = difflib.get_close_matches(text, (*OUTPUTS, *GROUPS), n=1)
    guess = f'Did you mean "{near[0]}"? ' if near else ""
    raise UsageProblem(f'There is no format "{text}".', f"{guess}The formats are: {', '.join(OUTPUTS)}.")


def parse_printed(text: str) -> Format:
    """A printed form by its name; raises UsageProblem for an alternative too."""
    output = parse_format(text)
    if isinstance(output, Format):
        return output
    raise UsageProblem(f"There are no printed pages in the {output.title}.", f"Choose one of: {', '.join(FORMATS)}.")
