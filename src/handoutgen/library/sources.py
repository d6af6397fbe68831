"""A translation → the file of the leaflet that it was made from."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.load import LoadedLeaflet
from handoutgen.library.files import DEFAULT_LANGUAGE, yaml_files


def source_tag(loaded: LoadedLeaflet) -> str:
    """The language that a leaflet was translated from; empty for one that does not say that it was."""
    made = loaded.leaflet.review.translation
    tag = (made.of or DEFAULT_LANGUAGE) if made else ""
    return "" if tag == loaded.leaflet.language else tag


def source_path(loaded: LoadedLeaflet) -> Path | None:
    """The source's file, which lies beside the translation; None where there is none."""
    tag = source_tag(loaded)
    return yaml_files(loaded.folder).get(tag) if tag else None
