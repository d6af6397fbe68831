"""A row → the task that travels, with the bytes of its content read when it leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from handoutgen import bounds
from handoutgen.batch.digest import Program
from handoutgen.batch.matrix import Row
from handoutgen.batch.payload import Payload, clinic_payload, leaflet_payload
from handoutgen.batch.task import Failure, Task
from handoutgen.errors import HandoutError
from handoutgen.formats import Options
from handoutgen.memory import Memory


class TaskMaker:
    """Keeps the payloads of the leaflet and the clinics in turn, so that rows in a row share them."""

    def __init__(self) -> None:
        self._leaflets: Memory[Payload] = Memory(bounds.LEAFLET_PAYLOADS)
        self._clinics: Memory[Payload] = Memory(bounds.CLINIC_PAYLOADS)

    def task(
        self, row: Row, today: date, allow_expired: str | None, options: Options, program: Program
    ) -> Task | Failure:
        """The row's task; its failure when a file of it cannot be read."""
        try:
            leaflet = self._leaflets.get(
                (row.leaflet.path, options.beside), lambda: leaflet_payload(row.leaflet.path, options.beside)
            )
            clinic = self._clinic(row.clinic.path) if row.clinic else None
        except HandoutError as problem:
            return Failure("refused", problem.message, problem.remedy)
        return Task(leaflet, clinic, row.format, row.size, today, allow_expired, options, program)

    def _clinic(self, path: Path) -> Payload:
        return self._clinics.get(path, lambda: clinic_payload(path))
