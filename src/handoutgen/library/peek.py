"""What the files of leaflets and clinics say of themselves, read from the raw YAML instead of through the model.

A file with an error elsewhere still has its place in a list and its rows in a batch (which fail, and say why).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from handoutgen import bounds
from handoutgen.content.digits import day_of
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.nodes import Mapping, Node, Scalar, Sequence, find_node
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import HandoutError
from handoutgen.memory import remembered

Origin = Literal["project", "library"]
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.-]+")


class LeafletEntry(Struct, frozen=True):
    """A leaflet in one language. Texts are empty where its file was not opened or does not say them."""

    id: str
    language: str
    path: Path
    origin: Origin = "project"
    title: str = ""
    version: str = ""
    status: str = "draft"
    owner: str = ""
    next_review: date | None = None
    is_readable: bool = True
    """Whether its file, if it was opened, could be read as YAML."""


class ClinicEntry(Struct, frozen=True):
    """A clinic. What its file does not say, or was not asked, is as for a clinic that says nothing."""

    id: str
    path: Path
    name: str = ""
    paper: str = "a4"
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_readable: bool = True
    """Whether its file, if it was opened, could be read as YAML."""


def peek_leaflet(path: Path) -> LeafletEntry:
    """A leaflet by its file alone: id and language are what the file says, cut to what a file name may hold."""
    root = _root_of(path)
    ident, language = _text(root, "id") or path.parent.name, _text(root, "language") or path.stem
    return LeafletEntry(
        id=_fit_for_a_name(ident),
        language=_fit_for_a_name(language),
        path=path,
        title=_text(root, "title"),
        version=_text(root, "review", "version"),
        status=_text(root, "review", "status") or "draft",
        owner=_text(root, "review", "owner"),
        next_review=_day(root, "review", "next_review"),
        is_readable=root is not None,
    )


def peek_clinic(path: Path) -> ClinicEntry:
    """A clinic by its file; its id is the file's name."""
    root = _root_of(path)
    paper = _text(root, "paper") or "a4"
    name, languages, tags = _text(root, "name"), _texts(root, "languages"), _texts(root, "tags")
    return ClinicEntry(path.stem, path, name, paper, languages, tags, root is not None)


def peek_due(data: bytes) -> date | None:
    """When a leaflet's next review is due; None where the file does not say it properly (its build will)."""
    return _day(read_yaml(data, "").root, "review", "next_review")


def peek_language(data: bytes) -> str:
    """The language of a leaflet; empty when the file names none."""
    return _text(read_yaml(data, "").root, "language")


def peek_logo(data: bytes) -> str | None:
    """The name of a clinic's logo file; None when it has none."""
    if b"logo" not in data:
        return None
    return _text(read_yaml(data, "").root, "logo", "file") or None


def peek_pose(path: Path, key: str) -> str:
    """What a pose's file says under a key at its top, such as its title; empty when there is no such file."""
    if not path.is_file():
        return ""
    try:
        return _said(read_content(path), key)
    except HandoutError:
        return ""


@remembered(bounds.POSES)
def _said(data: bytes, key: str) -> str:
    return _text(read_yaml(data, "").root, key)


def peek_pack(path: Path) -> tuple[str, tuple[str, ...]]:
    """The title of a ready pack and the ids of its leaflets, as far as its file says them."""
    root = _root_of(path)
    return _text(root, "title"), _texts(root, "leaflets")


def peek_poses(data: bytes) -> tuple[str, ...]:
    """The poses that a leaflet's figures name, by words that can name a file."""
    root = read_yaml(data, "").root if b"pose" in data else None
    named = (_text(figure, "pose") for figure in _figures(root)) if root else ()
    return tuple(dict.fromkeys(name for name in named if re.fullmatch(r"[a-z0-9-]{1,60}", name)))


def _figures(node: Node) -> Iterator[Mapping]:
    """All groups of keys that stand below a key `figure`."""
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            figure = here.values.get("figure")
            if isinstance(figure, Mapping):
                yield figure
            waiting.extend(here.values.values())
        elif isinstance(here, Sequence):
            waiting.extend(here.items)


def _fit_for_a_name(text: str) -> str:
    return _NOT_IN_NAMES.sub("-", text)[:60].strip("-.") or "leaflet"


def _root_of(path: Path) -> Mapping | None:
    try:
        return read_yaml(read_content(path), path.name).root
    except HandoutError:
        return None


def _day(root: Mapping | None, *keys: str) -> date | None:
    try:
        return day_of(_text(root, *keys))
    except ValueError:
        return None


def _text(root: Mapping | None, *keys: str) -> str:
    return next(iter(_texts(root, *keys)), "")


def _texts(root: Mapping | None, *keys: str) -> tuple[str, ...]:
    """The text, or the list of texts, at a path of keys."""
    if root is None:
        return ()
    node, found = find_node(root, keys)
    if found < len(keys):
        return ()
    nodes = node.items if isinstance(node, Sequence) else [node]
    return tuple(each.text.strip() for each in nodes if isinstance(each, Scalar) and each.text.strip())
