"""A choice → the bytes that `handoutgen build` would write, made one at a time by one workshop.

A build holds the interpreter for some tenths of a second, so two at once would only make both slow. What somebody waits
for goes before what is made ahead.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from handoutgen.build import Built, Order, build
from handoutgen.content.clinic import Clinic
from handoutgen.content.for_person import ForPerson
from handoutgen.content.load import LoadedClinic, LoadedLeaflet, draft_leaflet, load_clinic
from handoutgen.errors import HandoutError
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.memory import Bound, Memory
from handoutgen.pack import CoverNote, Packed, PackOrder, build_pack
from handoutgen.service.requests import Asked, orders_for
from handoutgen.web.choice import LeafletChoice, on_its_paper
from handoutgen.web.finished import FinishedLeaflets
from handoutgen.workshop import Workshop

LOOKS = Bound(2)
"""Leaflets whose parts are kept: some 65 MB each once all sizes and forms are made. What is finished is kept apart."""
COUNTS = Bound(4_000)
READ = Bound(64)
MOST_WAITING = 24
MOST_AHEAD = 8
"""Small pictures and counts that wait to be made ahead: more than one page asks for at once, and few enough that they
hold up nobody. Who is refused asks again."""


class PaperCount(NamedTuple):
    """How much paper a choice takes."""

    pages: int
    sheets: int


class Busy(HandoutError):  # noqa: N818 - says what it is to staff
    """More is asked for than can be made in a time that anybody waits."""


@dataclass(slots=True)
class _Turn:
    """Whose turn it is: those whom somebody waits for come first."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    is_taken: bool = False
    urgent: int = 0
    ahead: int = 0

    @contextmanager
    def taken(self, is_urgent: bool) -> Iterator[None]:
        with self.changed:
            if self.urgent >= MOST_WAITING or (not is_urgent and self.ahead >= MOST_AHEAD):
                raise Busy("Too many leaflets are being made at once.", "Try again in a moment.")
            self.urgent += is_urgent
            self.ahead += not is_urgent
            self.changed.wait_for(lambda: not self.is_taken and (is_urgent or not self.urgent))
            self.urgent -= is_urgent
            self.ahead -= not is_urgent
            self.is_taken = True
        try:
            yield
        finally:
            with self.changed:
                self.is_taken = False
                self.changed.notify_all()


class Press:
    """Makes leaflets for one clinic, or for none. Safe to use from several threads."""

    def __init__(self, project: Path, clinic: str | None, today: Callable[[], date]) -> None:
        self._project = project
        self._clinic = clinic
        self._today = today
        self._workshop = Workshop(LOOKS)
        self._turn = _Turn()
        self._maker = ThreadPoolExecutor(1, "press")
        """One thread: made in many, what is kept lies scattered over the heaps of all, and memory is twice as much."""
        self._finished = FinishedLeaflets()
        self._counts: Memory[PaperCount] = Memory(COUNTS)
        self._leaflets: Memory[LoadedLeaflet] = Memory(READ)
        self._clinics: Memory[LoadedClinic] = Memory(READ)
        self._paths: dict[tuple[object, ...], Path] = {}
        self._reading = threading.Lock()
        self._counting = threading.Lock()

    def order(
        self,
        choice: LeafletChoice,
        reason: str | None = None,
        person: ForPerson | None = None,
        *,
        is_proof: bool = False,
    ) -> Order:
        """The order that `handoutgen build` would make of the same words. Raises UsageProblem."""
        chosen = replace(choice.options, proof=is_proof, for_person=person)
        asked = Asked(
            leaflets=(choice.leaflet,),
            clinics=(self._clinic,) if self._clinic else (),
            sizes=(choice.order_size,),
            formats=(on_its_paper(choice),),
            languages=(choice.language,),
            today=self._today(),
            allow_expired=reason,
            options=chosen,
        )
        return orders_for(asked, self._project)[0]

    def make(self, order: Order, *, is_urgent: bool = True) -> Built:
        """The finished leaflet. Raises what `build` does, and `Busy`."""
        with self._turn.taken(is_urgent):
            return self._maker.submit(build, order, self._workshop).result()

    def leaflet(self, choice: LeafletChoice, reason: str | None = None, *, is_urgent: bool = True) -> Built:
        """As `make`, by a choice; how much paper it takes is remembered."""
        order = self.order(choice, reason)
        built = self._finished.get(order, lambda: self.make(order, is_urgent=is_urgent))
        key = self._key(choice)
        with self._counting:
            self._counts.keep(key, PaperCount(built.pages, built.sheets))
        return built

    def pack(self, choices: Sequence[LeafletChoice], note: CoverNote | None, *, both_sides: bool) -> Packed:
        """Several leaflets as one file. Raises what `build_pack` does, and `Busy`."""
        orders = tuple(self.order(choice) for choice in choices)
        with self._turn.taken(True):
            asked = PackOrder(orders, note, both_sides=both_sides)
            return self._maker.submit(build_pack, asked, self._workshop).result()

    def text(self, choice: LeafletChoice, reason: str | None = None) -> Built:
        """The same leaflet as plain text."""
        return self.make(replace(self.order(choice, reason), format="text", size="standard"))

    def known_paper(self, choice: LeafletChoice) -> PaperCount | None:
        """How much paper it takes, if it has been made of these very files."""
        key = self._key(choice)
        with self._counting:
            return self._counts.find(key)

    def paper(self, choice: LeafletChoice, *, is_urgent: bool = False) -> PaperCount | None:
        """How much paper it takes, made now if need be; None for what cannot be made. Raises `Busy`."""
        if (known := self.known_paper(choice)) is not None:
            return known
        try:
            built = self.leaflet(choice, is_urgent=is_urgent)
        except Busy:
            raise
        except HandoutError:
            return None
        return PaperCount(built.pages, built.sheets)

    def loaded(self, path: Path) -> LoadedLeaflet:
        """A leaflet's content, read without waiting for a build. Raises as `draft_leaflet` does."""
        with self._reading:
            return self._leaflets.get((path, _digest(path)), lambda: draft_leaflet(path))

    def clinic(self) -> Clinic | None:
        """The clinic as its file is now, read without waiting for a build. Raises as `load_clinic` does."""
        path = self.clinic_path()
        if path is None:
            return None
        with self._reading:
            return self._clinics.get((path, _digest(path)), lambda: load_clinic(path)).clinic

    def clinic_path(self) -> Path | None:
        """The clinic's file. Raises UsageProblem when it is gone."""
        return find_clinic(self._clinic, self._project) if self._clinic else None

    def _key(self, choice: LeafletChoice) -> tuple[object, ...]:
        """A choice with the bytes of the files that decide how long it is."""
        return (choice, _digest(self._leaflet_path(choice)), _digest(self.clinic_path()))

    def _leaflet_path(self, choice: LeafletChoice) -> Path:
        """Its file; looked for again when leaflets have come or gone. A list asks for thirty of a thousand."""
        key = (choice.leaflet, choice.language, _written(self._project / "handouts"))
        path = self._paths.get(key)
        if path is None or not path.is_file():
            if len(self._paths) >= COUNTS.kept:
                self._paths.clear()
            path = self._paths[key] = find_leaflet(choice.leaflet, self._project, choice.language)
        return path


def _written(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _digest(path: Path | None) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest() if path else b""
    except OSError:
        return b"unreadable"
