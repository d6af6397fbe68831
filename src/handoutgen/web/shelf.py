"""The project's folders → the leaflets that can be handed out here, with an index; made anew when files change.

An id that comes in an address is looked up in this list and never made into a path.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from datetime import date
from pathlib import Path

from handoutgen.content.load import LoadedClinic
from handoutgen.errors import HandoutError
from handoutgen.finding.index import LeafletIndex
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet, listed_leaflets
from handoutgen.library.files import find_clinic, leaflet_files
from handoutgen.library.resources import library_folder
from handoutgen.memory import Bound
from handoutgen.service.traffic_light import Blocks
from handoutgen.workshop import Workshop

FileStamps = tuple[object, ...]
one_request: ContextVar[object] = ContextVar("one_request", default=None)
"""Set anew for each request, which asks several times: within one, the shelf stays as it is."""
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
        self._watched: tuple[str, ...] = ()
        self._looked_for: object = None
        """The request for which it was last looked whether files have changed."""

    def index(self) -> LeafletIndex:
        """What there is now. Raises HandoutError when the folders cannot be read."""
        with self._lock:
            request = one_request.get()
            if self._made is not None and request is not None and request is self._looked_for:
                return self._made[1]
            stamps = self._stamps()
            if self._made is None or self._made[0] != stamps:
                self._watched = tuple(self._places())
                stamps = self._stamps()  # before anything is read: what changes while it is read is read again
                listed = listed_leaflets(self._project, self._loaded_clinic(), self._today(), self._workshop)
                self._made = (stamps, LeafletIndex(listed))
            self._looked_for = request
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

    def _stamps(self) -> FileStamps:
        """When the files were last written: cheap enough for every request among a thousand leaflets."""
        return (self._today(), _stamps_of(self._watched))

    def _places(self) -> Iterator[str]:
        """Every file that is read, and every folder in which another could come to be."""
        for root in (self._project / "handouts", library_folder("handouts")):
            yield str(root)
            with contextlib.suppress(OSError):
                for folder in (each for each in root.iterdir() if each.is_dir()):
                    yield str(folder)  # which is written when it gets its figures
                    yield from (str(each) for each in [folder / "figures"] if each.is_dir())
        for languages in leaflet_files(self._project).values():
            yield from map(str, languages.values())
        yield str(self._project / "clinics")
        if self._clinic:
            with contextlib.suppress(HandoutError):
                yield str(find_clinic(self._clinic, self._project))


def _stamps_of(places: Sequence[str]) -> list[tuple[int, int]]:
    """In one loop, and with no Path for each: there are thousands, at each request."""
    stamps, ask = [], os.stat
    for place in places:
        try:
            told = ask(place)
        except OSError:
            stamps.append((0, 0))
        else:
            stamps.append((told.st_mtime_ns, told.st_size))
    return stamps


def refuse_missing(leaflets: Mapping[str, ListedLeaflet], name: str) -> ListedLeaflet:
    """The leaflet of an id; raises HandoutError for one that is not on the shelf."""
    if name in leaflets:
        return leaflets[name]
    raise HandoutError("There is no such leaflet here.", "Search for it.")
