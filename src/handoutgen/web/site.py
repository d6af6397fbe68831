"""All that one running program has: where its project is, who may ask, and what it keeps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.errors import HandoutError
from handoutgen.memory import Bound, Memory
from handoutgen.web.bench import Benches
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.guard import Origins
from handoutgen.web.kept import KeptFile
from handoutgen.web.lead import LeadDoor
from handoutgen.web.pictures import Pictures
from handoutgen.web.press import Press
from handoutgen.web.ready_packs import ReadyPacks
from handoutgen.web.shelf import LeafletShelf
from handoutgen.web.tickets import Tickets
from handoutgen.web.visits import Visits

OPENED = Bound(8)


class Site(Struct, frozen=True):
    """One clinic's pages on one computer."""

    project: Path
    clinic: str | None
    origins: Origins
    tickets: Tickets
    kept: KeptFile
    today: Callable[[], date]
    clock: Callable[[], float]
    """Seconds; what visits and tickets are timed by."""
    press: Press
    shelf: LeafletShelf
    packs: ReadyPacks
    pictures: Pictures = field(default_factory=Pictures)
    visits: Visits = field(default_factory=Visits)
    lead: LeadDoor = field(default_factory=LeadDoor)
    opened: Memory[bytes] = field(default_factory=lambda: Memory(OPENED))
    """The clinic's file as it was when its form was opened, by its digest."""
    saving: threading.Lock = field(default_factory=threading.Lock)
    """Held from reading the clinic's file to replacing it."""

    def leaflet_of(self, choice: LeafletChoice) -> Leaflet | None:
        """A choice's leaflet as its file is now; None where that has a mistake (its page tells)."""
        try:
            return self.press.loaded(self.shelf.leaflets()[choice.leaflet].editions[choice.language].path).leaflet
        except HandoutError:
            return None

    def clinic_now(self) -> Clinic | None:
        """The clinic as its file is now; None where there is none, or its file has a mistake (its leaflets tell)."""
        try:
            return self.press.clinic()
        except HandoutError:
            return None


def site_of(
    project: Path,
    clinic: str | None,
    origins: Origins,
    tickets: Tickets,
    kept: KeptFile,
    today: Callable[[], date],
    clock: Callable[[], float],
    benches: Benches | None = None,
) -> Site:
    """A site with an empty press and shelf, which makes leaflets on these benches, or in this process."""
    press = Press(project, clinic, today, benches)
    shelf = LeafletShelf(project, clinic, today)
    return Site(project, clinic, origins, tickets, kept, today, clock, press, shelf, ReadyPacks(project))
