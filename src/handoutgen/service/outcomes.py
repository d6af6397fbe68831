"""Orders → outcomes, one by one: a leaflet that fails is told and the next one is built."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from handoutgen import diagnostics
from handoutgen.errors import DONE, REFUSED, HandoutError
from handoutgen.service.problems import exit_code_of, joint_exit_code, problem_object

if TYPE_CHECKING:
    from handoutgen.build import Built, Order
    from handoutgen.workshop import Workshop


class BuildOutcome(Struct, frozen=True):
    """What became of one order: a file (`path` and `built`), or the `problem` that stopped it."""

    order: Order
    path: Path | None = None
    built: Built | None = None
    problem: Exception | None = None
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """What this outcome alone would be answered with."""
        return exit_code_of(self.problem) if self.problem else DONE


def run_orders(orders: Sequence[Order], out: Path, workshop: Workshop) -> Iterator[BuildOutcome]:
    """Build and write each order. Two that would have one name are not written over each other."""
    written: dict[Path, Order] = {}
    for order in orders:
        yield _run(order, out, workshop, written)


def _run(order: Order, out: Path, workshop: Workshop, written: dict[Path, Order]) -> BuildOutcome:
    from handoutgen.build import build
    from handoutgen.output import write_whole

    start = time.perf_counter()
    try:
        built = build(order, workshop)
        path = out / built.file_name
        if path in written:
            raise HandoutError(
                f"{_said(order)} and {_said(written[path])} would both be written to {path}.",
                "Give one of the two leaflets or clinics another id, or build them into two folders with --out.",
            )
        write_whole(path, built.data)
    except Exception as problem:  # one boundary for each job: the next leaflet is built all the same
        return BuildOutcome(order, problem=problem, seconds=time.perf_counter() - start)
    written[path] = order
    return BuildOutcome(order, path, built, seconds=time.perf_counter() - start)


def _said(order: Order) -> str:
    """An order by its files: two with one name are two leaflets, or two clinics, of one id."""
    return f"{order.leaflet} for {order.clinic}" if order.clinic else str(order.leaflet)


def exit_code_for(outcomes: Sequence[BuildOutcome], refused: Sequence[HandoutError] = ()) -> int:
    """One exit code for all: our fault outweighs everything, then whatever they all share, then "some failed". What was
    `refused` before any work counts as failed."""
    return joint_exit_code([*(outcome.exit_code for outcome in outcomes), *(REFUSED for _ in refused)])


def as_object(outcome: BuildOutcome) -> dict[str, Any]:
    """An outcome for programs. Keys are stable; a failed one has `error` and no `path`."""
    order, built = outcome.order, outcome.built
    asked = {
        "leaflet": str(order.leaflet),
        "clinic": str(order.clinic) if order.clinic else None,
        "format": order.format,
        "size": order.size,
        **({"beside": order.options.beside} if order.options.beside else {}),
    }
    if built is None or outcome.problem is not None:
        assert outcome.problem is not None  # noqa: S101 - one of the two is there
        return {**asked, "error": problem_object(outcome.problem), "exit_code": outcome.exit_code}
    return {
        **asked,
        "path": str(outcome.path),
        "pages": built.pages,
        "sheets": built.sheets,
        "bytes": len(built.data),
        "sha256": hashlib.sha256(built.data).hexdigest(),
        "diagnostics": [diagnostics.describe(finding) for finding in built.diagnostics],
    }
