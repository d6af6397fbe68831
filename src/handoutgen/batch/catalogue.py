"""The project's folders → which leaflets and clinics there are, and what the matrix needs to know of them.

A clinic with an error elsewhere in its file still has rows (they fail, and say why), so its paper, languages and tags
are peeked at in the raw YAML instead of being read through the model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from handoutgen.content.gates import read_day
from handoutgen.content.library import clinic_files, is_path, leaflet_files
from handoutgen.content.nodes import Mapping, Scalar, Sequence, find_node
from handoutgen.content.yaml_reader import MAX_BYTES, read_yaml
from handoutgen.errors import HandoutError

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class LeafletFile:
    """One leaflet in one language."""

    id: str
    language: str
    path: Path


@dataclass(frozen=True, slots=True)
class ClinicFile:
    """One clinic, and what of it decides which rows it has."""

    id: str
    path: Path
    paper: str = "a4"
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Catalogue:
    """All leaflets and clinics of a project, looked up once. Thousands of clinics are opened only where what is in
    them decides the rows (`opens_clinics`)."""

    project: Path
    leaflets: dict[str, dict[str, Path]] = field(default_factory=dict)
    clinics: dict[str, Path] = field(default_factory=dict)
    opens_clinics: bool = True
    _opened: dict[Path, ClinicFile] = field(default_factory=dict)

    def leaflet(self, name: str) -> dict[str, LeafletFile] | None:
        """A leaflet's languages, by its id or by the path of one file; None when there is none."""
        if is_path(name):
            found = peek_leaflet(self.project / name) if (self.project / name).is_file() else None
            return {found.language: found} if found else None
        files = self.leaflets.get(name)
        return {tag: LeafletFile(name, tag, path) for tag, path in files.items()} if files else None

    def clinic(self, name: str) -> ClinicFile | None:
        """A clinic by its id or the path of its file; None when there is none."""
        path = self.project / name if is_path(name) else self.clinics.get(name)
        if path is None or not path.is_file():
            return None
        if path not in self._opened:
            self._opened[path] = peek_clinic(path) if self.opens_clinics else ClinicFile(path.stem, path)
        return self._opened[path]

    def near_leaflet(self, name: str) -> str:
        """The id that may have been meant, or nothing."""
        return next(iter(get_close_matches(name.lower(), self.leaflets, 1, 0.5)), "")

    def near_clinic(self, name: str) -> str:
        """The id that may have been meant, or nothing."""
        return next(iter(get_close_matches(name.lower(), self.clinics, 1, 0.5)), "")


def catalogue_of(project: Path) -> Catalogue:
    """What there is in a project, and in the library that ships with the program."""
    return Catalogue(project, leaflet_files(project), clinic_files(project))


def peek_clinic(path: Path) -> ClinicFile:
    """What the matrix asks of a clinic; where the file cannot be read, a clinic that says nothing."""
    root = _root(path)
    paper = _texts(root, "paper")
    return ClinicFile(
        path.stem, path, paper[0] if paper else "a4", _texts(root, "languages"), _texts(root, "tags")
    )  # fmt: skip


def peek_leaflet(path: Path) -> LeafletFile:
    """Id and language as the file itself says, for a leaflet that was named by its path."""
    root = _root(path)
    ident, language = (_texts(root, key) for key in ("id", "language"))
    named = [ident[0] if ident else path.parent.name, language[0] if language else path.stem]
    first, second = (_NOT_IN_NAMES.sub("-", name)[:60].strip("-.") or "leaflet" for name in named)
    return LeafletFile(first, second, path)


def peek_due(data: bytes) -> date | None:
    """When a leaflet's next review is due; None where the file does not say it properly (its build will)."""
    due = _texts(read_yaml(data, "").root, "review", "next_review")
    try:
        return read_day(due[0]) if due else None
    except ValueError:
        return None


def peek_logo(data: bytes) -> str | None:
    """The name of a clinic's logo file; None when it has none."""
    if b"logo" not in data:
        return None
    return next(iter(_texts(read_yaml(data, "").root, "logo", "file")), None)


def read_some(path: Path) -> bytes:
    """A content file's bytes, a little more than is allowed at most. HandoutError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise HandoutError(f"{path} cannot be read.", "Check that it is there and that you may open it.") from problem


def _root(path: Path) -> Mapping | None:
    try:
        return read_yaml(read_some(path), path.name).root
    except HandoutError:
        return None


def _texts(root: Mapping | None, *keys: str) -> tuple[str, ...]:
    """The text, or the list of texts, at a path of keys."""
    if root is None:
        return ()
    node, found = find_node(root, keys)
    if found < len(keys):
        return ()
    nodes = node.items if isinstance(node, Sequence) else [node]
    return tuple(each.text.strip() for each in nodes if isinstance(each, Scalar) and each.text.strip())
