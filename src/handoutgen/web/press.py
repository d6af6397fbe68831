"""A choice → the bytes that `handoutgen build` would write, made on a bench when it is its turn."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.build import Built, Order, build
from handoutgen.content.clinic import Clinic
from handoutgen.content.for_person import ForPerson
from handoutgen.content.load import LoadedClinic, LoadedLeaflet, clinic_from, draft_leaflet, load_clinic
from handoutgen.errors import HandoutError
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.memory import Bound, Memory
from handoutgen.pack import CoverNote, Packed, PackOrder, build_pack
from handoutgen.service.clinic_details import ClinicFile, TypedClinic, typed_clinic
from handoutgen.service.requests import Asked, orders_for
from handoutgen.web.bench import Benches, OwnBench
from handoutgen.web.choice import LeafletChoice, on_its_paper
from handoutgen.web.finished import FinishedLeaflets
from handoutgen.web.turns import Busy, Turns
from handoutgen.workshop import Workshop

NO_LOOKS = Bound(1)
COUNTS = Bound(4_000)
READ = Bound(64)


class PaperCount(NamedTuple):
    """How much paper a choice takes."""

    pages: int
    sheets: int


class Press:
    """Makes leaflets for one clinic, or for none. Safe to use from several threads."""

    def __init__(
        self, project: Path, clinic: str | None, today: Callable[[], date], benches: Benches | None = None
    ) -> None:
        self._project = project
        self._clinic = clinic
        self._today = today
        self._benches = benches or OwnBench()
        self._turn = Turns(self._benches.count)
        self._finished = FinishedLeaflets()
        self._counts: Memory[PaperCount] = Memory(COUNTS)
        self._leaflets: Memory[LoadedLeaflet] = Memory(READ)
        self._clinics: Memory[LoadedClinic] = Memory(READ)
        self._paths: dict[tuple[object, ...], Path] = {}
        self._reading = threading.Lock()
        self._desk = Workshop(NO_LOOKS)
        """For what is read and checked, and never laid out."""
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
        with self._turn.taken(is_urgent, str(order.leaflet)) as bench:
            return self._benches.run(bench, _build, order)

    def leaflet(self, choice: LeafletChoice, reason: str | None = None, *, is_urgent: bool = True) -> Built:
        """As `make`, by a choice; how much paper it takes is remembered."""
        order = self.order(choice, reason)
        built = self._finished.find(order) or self._made_and_kept(order, is_urgent)
        key = self.sources_of(choice)
        with self._counting:
            self._counts.keep(key, PaperCount(built.pages, built.sheets))
        return built

    def _made_and_kept(self, order: Order, is_urgent: bool) -> Built:
        """It is looked for again when its turn has come: those who asked for the same before have made it."""
        with self._turn.taken(is_urgent, str(order.leaflet)) as bench:
            return self._finished.get(order, lambda: self._benches.run(bench, _build, order))

    def small_picture(self, choice: LeafletChoice, reason: str | None, draw: Callable[[bytes], bytes]) -> bytes:
        """A small picture of a choice's first page, drawn from its file. Raises as `leaflet`, and what `draw` does."""
        order = self.order(choice, reason)
        return self._finished.small_picture(order, lambda: draw(self.leaflet(choice, reason, is_urgent=False).data))

    def pack(self, choices: Sequence[LeafletChoice], note: CoverNote | None, *, both_sides: bool) -> Packed:
        """Several leaflets as one file. Raises what `build_pack` does, and `Busy`."""
        orders = tuple(self.order(choice) for choice in choices)
        with self._turn.taken(True) as bench:
            return self._benches.run(bench, _pack, PackOrder(orders, note, both_sides=both_sides))

    def for_typed(self, choice: LeafletChoice, typed: TypedClinic) -> Built:
        """The leaflet as it would be for the clinic as somebody is typing it; nothing is saved. Raises as `make`."""
        order = self.order(choice)
        with self._turn.taken(True, str(order.leaflet)) as bench:
            return self._benches.run(bench, _build_typed, order, typed.data)

    def before(self, visit: str) -> int | None:
        """How many are made before what this visit waits for; None when it waits for nothing."""
        return self._turn.before(visit)

    def close(self) -> None:
        """End the processes that make leaflets, where there are some."""
        self._benches.close()

    def typed_clinic(self, file: ClinicFile, typed: Mapping[str, str]) -> TypedClinic:
        """What was typed into the clinic's fields, and what the checks say of it, without waiting for a build."""
        with self._reading:
            return typed_clinic(file, typed, self._desk)

    def without_paper(self, choice: LeafletChoice, form: str) -> Built:
        """The same leaflet as `text` or `html`."""
        return self.make(replace(self.order(choice), format=form, size="standard"))

    def known_paper(self, choice: LeafletChoice) -> PaperCount | None:
        """How much paper it takes, if it has been made of these very files."""
        return self.known_papers([choice])[0]

    def known_papers(self, choices: Sequence[LeafletChoice]) -> list[PaperCount | None]:
        """The same of many, for which the clinic's file is read once."""
        clinic = _digest(self.clinic_path())
        keys = [(choice, _digest(self._leaflet_path(choice)), clinic) for choice in choices]
        with self._counting:
            return [self._counts.find(key) for key in keys]

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

    def sources_of(self, choice: LeafletChoice) -> tuple[object, ...]:
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


def _build(workshop: Workshop, order: Order) -> Built:
    return build(order, workshop)


def _build_typed(workshop: Workshop, order: Order, data: bytes) -> Built:
    assert order.clinic  # noqa: S101 - details are typed for a clinic
    return build(order, workshop, clinic_from(data, order.clinic))


def _pack(workshop: Workshop, order: PackOrder) -> Packed:
    return build_pack(order, workshop)
