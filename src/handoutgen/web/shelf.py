"""The project's folders → the leaflets that can be handed out here, with an index; made anew when files change.

An id that comes in an address is looked up in this list and never made into a path.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from handoutgen.content.load import LoadedClinic
from handoutgen.errors import HandoutError
from handoutgen.finding.index import LeafletIndex
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet, listed_leaflets
from handoutgen.library.files import DEFAULT_LANGUAGE, find_clinic, leaflet_files
from handoutgen.memory import Bound
from handoutgen.service.traffic_light import Blocks
from handoutgen.workshop import Workshop

FileStamps = tuple[object, ...]
LOOKS = Bound(1)
"""Nothing is laid out here."""


class LeafletShelf:
    """All leaflets of a project and of the library, for one clinic or none. Safe to use from several threads."""

    def __init__(self, project: Path, clinic: str | None, today: Callable[[], date]) -> None:
        self._project = project
        self._clinic = clinic
        self._today = today
        self._workshop = Workshop(LOOKS)
        self._lock = threading.Lock()
        self._made: tuple[FileStamps, LeafletIndex] | None = None

    def index(self) -> LeafletIndex:
        """What there is now. Raises HandoutError when the folders cannot be read."""
        with self._lock:
            stamps = (self._today(), *self._stamps())
            if self._made is None or self._made[0] != stamps:
                listed = listed_leaflets(self._project, self._loaded_clinic(), self._today(), self._workshop)
                self._made = (stamps, LeafletIndex(listed))
            return self._made[1]

    def leaflets(self) -> Mapping[str, ListedLeaflet]:
        """All that there are now, by id."""
        return self.index().leaflets

    def blocked_with(self, clinic: LoadedClinic) -> list[LeafletEdition]:
        """Leaflets that can be printed now, and could not if the clinic's file were this one."""
        now = self.leaflets()
        with self._lock:
            then = listed_leaflets(self._project, clinic, self._today(), self._workshop)
        today = self._today()
        return [
            edition
            for leaflet in then
            for tag, edition in leaflet.editions.items()
            if edition.standing.on(today).blocks is Blocks.ALL
            and leaflet.id in now
            and tag in now[leaflet.id].editions
            and now[leaflet.id].editions[tag].standing.on(today).blocks is not Blocks.ALL
        ]

    def _loaded_clinic(self) -> LoadedClinic | None:
        """The clinic; none while its file has a mistake, which every build tells."""
        try:
            return self._workshop.clinic(find_clinic(self._clinic, self._project)) if self._clinic else None
        except HandoutError:
            return None

    def _stamps(self) -> Iterator[tuple[object, ...]]:
        """When the files were last written: cheap enough for every request."""
        for name, languages in leaflet_files(self._project).items():
            for tag, path in languages.items():
                yield (name, tag, *_stamp_of(path), *_stamp_of(path.parent / "figures"))
        if self._clinic:
            try:
                yield _stamp_of(find_clinic(self._clinic, self._project))
            except HandoutError:
                yield ("no clinic",)


def _stamp_of(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)


def languages_on(leaflets: Mapping[str, ListedLeaflet]) -> tuple[str, ...]:
    """Every language that some leaflet has, the usual one first."""
    tags = {tag for leaflet in leaflets.values() for tag in leaflet.languages}
    return tuple(sorted(tags, key=lambda tag: (tag != DEFAULT_LANGUAGE, tag)))


def refuse_missing(leaflets: Mapping[str, ListedLeaflet], name: str) -> ListedLeaflet:
    """The leaflet of an id; raises HandoutError for one that is not on the shelf."""
    if name in leaflets:
        return leaflets[name]
    raise HandoutError("There is no such leaflet here.", "Search for it.")
