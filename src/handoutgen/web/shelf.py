"""The project's folders → the leaflets that can be handed out here, by id, peeked at again only when a file changes.

An id that comes in an address is looked up in this list and never made into a path.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from handoutgen.content.clinic import Clinic
from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.library.files import DEFAULT_LANGUAGE, leaflet_files
from handoutgen.library.peek import LeafletEntry, peek_leaflet
from handoutgen.library.status import LeafletStatus, leaflet_statuses

FileStamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ShelfLeaflet:
    """A leaflet with its languages; never without one."""

    id: str
    languages: Mapping[str, LeafletEntry]

    @property
    def first(self) -> LeafletEntry:
        """The one in the usual language, or else the first."""
        return self.languages.get(DEFAULT_LANGUAGE) or next(iter(self.languages.values()))

    def nearest(self, wanted: str | None) -> LeafletEntry:
        """The one in the language that is wanted, in another way of writing it, or else the first."""
        if wanted is None:
            return self.first
        primary = language_of(wanted).primary
        alike = (entry for tag, entry in self.languages.items() if language_of(tag).primary == primary)
        return self.languages.get(wanted) or next(alike, self.first)


class LeafletShelf:
    """All leaflets of a project and of the library. Safe to use from several threads."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._peeked: dict[Path, tuple[FileStamp, LeafletEntry]] = {}
        self._lock = threading.Lock()

    def leaflets(self) -> dict[str, ShelfLeaflet]:
        """All that there are now, by id."""
        with self._lock:
            files = leaflet_files(self._project)
            there = {path for languages in files.values() for path in languages.values()}
            self._peeked = {path: known for path, known in self._peeked.items() if path in there}
            return {
                name: ShelfLeaflet(name, {tag: self._peek(name, tag, path) for tag, path in languages.items()})
                for name, languages in files.items()
                if languages
            }

    def _peek(self, name: str, tag: str, path: Path) -> LeafletEntry:
        stamp = _stamp_of(path)
        known = self._peeked.get(path)
        if known is None or known[0] != stamp:
            entry = replace(peek_leaflet(path), id=name, language=tag)
            known = self._peeked[path] = (stamp, replace(entry, title=entry.title or name))
        return known[1]


def statuses(leaflets: Sequence[ShelfLeaflet], clinics: Sequence[Clinic], today: date) -> tuple[LeafletStatus, ...]:
    """How every leaflet stands today, in each language."""
    entries = [entry for leaflet in leaflets for entry in leaflet.languages.values()]
    return leaflet_statuses(entries, clinics, today)


def _stamp_of(path: Path) -> FileStamp:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)


def languages_on(leaflets: Mapping[str, ShelfLeaflet]) -> tuple[str, ...]:
    """Every language that some leaflet has, the usual one first."""
    tags = {tag for leaflet in leaflets.values() for tag in leaflet.languages}
    return tuple(sorted(tags, key=lambda tag: (tag != DEFAULT_LANGUAGE, tag)))


def title_of(entry: LeafletEntry) -> str:
    """Its title, or its id where the file does not say one."""
    return entry.title or entry.id


def refuse_missing(leaflets: Mapping[str, ShelfLeaflet], name: str) -> ShelfLeaflet:
    """The leaflet of an id; raises HandoutError for one that is not on the shelf."""
    if name in leaflets:
        return leaflets[name]
    raise HandoutError("There is no such leaflet here.", "Search for it.")
