"""A character that no font has becomes a diagnostic with its place in the YAML, never a box on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.said import printed_strings
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.text.fontbook import FontBook

CODE = "HG301"


def uncovered_characters(loaded: LoadedLeaflet, fonts: FontBook) -> Iterator[Diagnostic]:
    """One error for every character of the leaflet that no font covers."""
    for path, text, _ in printed_strings(loaded.leaflet):
        if text.isascii():
            continue
        for index, character in fonts.uncovered(text):
            yield Diagnostic(
                CODE, Severity.ERROR,
                f"no font has the character “{character}” (U+{ord(character):04X})",
                "write it another way, for example in words.",
                loaded.sources.span(path, index, 1),
            )  # fmt: skip
