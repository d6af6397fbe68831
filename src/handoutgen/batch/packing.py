"""A row → the task that travels, with the bytes of its content read when it leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from handoutgen.batch.digest import Program
from handoutgen.batch.matrix import Row
from handoutgen.batch.order import CLINICS_AT_A_TIME
from handoutgen.batch.packet import Packet, clinic_packet, leaflet_packet
from handoutgen.batch.task import Failure, Task
from handoutgen.errors import HandoutError
from handoutgen.formats import Options


class Packing:
    """Keeps the packets of the leaflet and the clinics in turn, so that rows in a row share them."""

    def __init__(self) -> None:
        self._leaflets: dict[Path, Packet] = {}
        self._clinics: dict[Path, Packet] = {}

    def task(
        self, row: Row, today: date, allow_expired: str | None, options: Options, program: Program
    ) -> Task | Failure:
        """The row's task; its failure when a file of it cannot be read."""
        try:
            leaflet = _kept(self._leaflets, row.leaflet.path, leaflet_packet, 2)
            clinic = _kept(self._clinics, row.clinic.path, clinic_packet, 2 * CLINICS_AT_A_TIME) if row.clinic else None
        except HandoutError as problem:
            return Failure("refused", problem.message, problem.remedy)
        return Task(leaflet, clinic, row.format, row.size, today, allow_expired, options, program)


def _kept(memory: dict[Path, Packet], path: Path, read: Callable[[Path], Packet], most: int) -> Packet:
    if path not in memory:
        while len(memory) >= most:
            del memory[next(iter(memory))]
        memory[path] = read(path)
    return memory[path]
