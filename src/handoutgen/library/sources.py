"""A translation → the file of the leaflet that it was made from."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.yaml.nodes import Scalar, find_node
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.library.files import DEFAULT_LANGUAGE, yaml_files

TRANSLATION = b"translation"
"""The key that a translation's record has."""


def source_tag(loaded: LoadedLeaflet) -> str:
    """The language that a leaflet was translated from; empty for one that does not say that it was."""
    made = loaded.leaflet.review.translation
    tag = (made.of or DEFAULT_LANGUAGE) if made else ""
    return "" if tag == loaded.leaflet.language else tag


def source_beside(path: Path, data: bytes) -> Path | None:
    """The same by a file's bytes alone; nothing is asked of a file that is no translation."""
    if TRANSLATION not in data:
        return None
    root = read_yaml(data, "").root
    if root is None or find_node(root, ("review", "translation"))[1] < 2:
        return None
    node, found = find_node(root, ("review", "translation", "of"))
    tag = node.text.strip() if found == 3 and isinstance(node, Scalar) else DEFAULT_LANGUAGE
    there = yaml_files(path.parent).get(tag)
    return there if there != path else None


def source_path(loaded: LoadedLeaflet) -> Path | None:
    """The source's file, which lies beside the translation; None where there is none."""
    tag = source_tag(loaded)
    return yaml_files(loaded.folder).get(tag) if tag else None
