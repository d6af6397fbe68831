"""A character that no font has becomes a diagnostic with its place in the YAML, never a box on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.story.printed_words import printed_strings
from handoutgen.text.model import Uncovered

CODE = "HG301"


def uncovered_characters(loaded: LoadedLeaflet, uncovered: Uncovered) -> Iterator[Diagnostic]:
    """One error for every character of the leaflet that no font covers."""
    for path, text, _ in printed_strings(loaded.leaflet):
        yield from _told(path, text, loaded.sources, uncovered)


def uncovered_in_clinic(loaded: LoadedClinic, uncovered: Uncovered) -> list[Diagnostic]:
    """As `uncovered_characters`, for what a clinic says of itself."""
    if loaded.sources.text.isascii():
        return []
    texts = _texts_in(loaded.clinic.model_dump(mode="json", exclude_unset=True), ())
    return [finding for path, text in texts for finding in _told(path, text, loaded.sources, uncovered)]


def _texts_in(value: object, path: ModelPath) -> Iterator[tuple[ModelPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts_in(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts_in(inner, (*path, index))


def _told(path: ModelPath, text: str, sources: SourceMap, uncovered: Uncovered) -> Iterator[Diagnostic]:
    if text.isascii():
        return
    for index, character in uncovered(text):
        yield Diagnostic(
            CODE, Severity.ERROR,
            f"no font has the character “{character}” (U+{ord(character):04X})",
            "write it another way, for example in words.",
            sources.span(path, index, 1),
        )  # fmt: skip
