"""A task → the finished bytes, in whatever process on whatever machine takes it.

All a task needs travels with it, and all it gives travels back with its hash. Each process keeps one bench: a workshop
and a folder for the content, made with the first task. That is the only state of the whole batch room.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import shutil
import tempfile
import traceback
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.batch.digest import Program, program
from handoutgen.batch.payload import Payload, unpack
from handoutgen.batch.task import Failure, Made, Result, Task, Untold
from handoutgen.build import Order, build
from handoutgen.codes import ROOM
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.memory import Memory
from handoutgen.workshop import Workshop

PREFIX = "handoutgen-"
"""Of folders for temporary files."""


class Bench:
    """A process's workshop, and the content of its tasks as files."""

    def __init__(self) -> None:
        # Its folders are settled: each is written once, under a name that stands for all that is in it.
        self.workshop = Workshop(bounds.LOOKS_OF_A_WORKER, is_settled=True)
        self.program = program()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_scratch))
        self.leave = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        """Take the folder away, at the latest when the process ends."""
        folder = self.folder
        self._unpacked: Memory[Path] = Memory(
            bounds.UNPACKED, lambda key, _: shutil.rmtree(folder / str(key), ignore_errors=True)
        )

    def path_of(self, payload: Payload) -> Path:
        """Where a payload's content file lies, unpacked once. The path is the same each time, so that the workshop
        knows the content again."""
        # The place is in the key too: two clinics may have the same words and differ in their file's name.
        key = hashlib.sha256(repr((payload.digest, payload.place)).encode()).hexdigest()[:24]
        return self._unpacked.get(key, lambda: unpack(payload, self.folder / key))


_bench: Bench | None = None
_scratch: str | None = None
"""The folder for all benches of one batch, which its main process clears away even when a worker was killed; None
for the system's own."""
_at_work = Lock()
"""A Dask worker may have several threads; a workshop serves one at a time."""


def perform(tasks: tuple[Task, ...]) -> tuple[Result, ...]:
    """Build each task. A task that fails does not stop the next; only the death of the process does."""
    with _at_work:
        return tuple(_perform(task) for task in tasks)


def attend(scratch: str) -> None:
    """Begin as a worker of one machine, with its bench in the folder `scratch`: Ctrl-C is the main process's to answer,
    and when that is gone, so are we."""
    import multiprocessing
    import os
    import signal
    from multiprocessing.connection import wait

    global _scratch
    _scratch = scratch
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def leave_with(sentinel: int) -> None:
            wait([sentinel])
            if _bench is not None:
                _bench.leave()
            with contextlib.suppress(OSError):
                Path(scratch).rmdir()  # the last one out
            os._exit(1)

        # A killed main process cannot tell its workers to stop, and they would wait for rows for ever.
        Thread(target=leave_with, args=(parent.sentinel,), daemon=True).start()


def running_program() -> Program:
    """What a worker would build with."""
    return _own_bench().program


def _own_bench() -> Bench:
    global _bench
    if _bench is None:
        gc.set_threshold(*bounds.GARBAGE_THRESHOLDS)
        _bench = Bench()
    return _bench


def _perform(task: Task) -> Result:
    """The one boundary of a task."""
    try:
        bench = _own_bench()
        if bench.program != task.program:
            return Failure(
                "refused", "a worker runs another version of handoutgen, its fonts or its libraries.",
                "Install the same versions everywhere, start the workers again, and run the batch again.",
            )  # fmt: skip
        return _made(task, bench)
    except ContentRefused as problem:
        return Failure("refused", problem.message, diagnostics=_as_shown(problem.diagnostics, task))
    except HandoutError as problem:
        kind: Literal["usage", "refused"] = "usage" if problem.exit_code == 2 else "refused"
        of_the_form = type(problem) is HandoutError and not isinstance(problem.__cause__, OSError)
        return Failure(kind, problem.message, problem.remedy, is_of_the_form=of_the_form)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        remedy = "Free some space in the folder for temporary files, or set TMPDIR (Windows: TEMP) to another one."
        return Failure("refused", f"a worker cannot keep its files: {reason}.", remedy)
    except Exception as problem:
        words = next(iter(str(problem).strip().splitlines()), "")
        message = words if isinstance(problem, InternalError) and words else f"{type(problem).__name__}: {words}"
        return Failure("internal", message, details="".join(traceback.format_exception(problem)))


def _made(task: Task, bench: Bench) -> Made:
    leaflet = bench.path_of(task.leaflet)
    clinic = bench.path_of(task.clinic) if task.clinic else None
    order = Order(leaflet, clinic, task.format, task.size, task.today, task.allow_expired, task.options)
    built = build(order, bench.workshop)
    review = bench.workshop.leaflet(leaflet).leaflet.review
    due = review.next_review
    if task.leaflet.beside:
        beside = bench.workshop.leaflet(leaflet.with_name(task.leaflet.beside))
        due = min(due, beside.leaflet.review.next_review)
    warnings = sum(finding.severity is Severity.WARNING for finding in built.diagnostics)
    return Made(
        built.data, hashlib.sha256(built.data).hexdigest(), built.pages, built.sheets,
        review.version, due.isoformat(), warnings,
        tuple(Untold(found.code, found.message) for found in built.diagnostics if found.code in ROOM.meanings),
    )  # fmt: skip


def _as_shown(found: tuple[Diagnostic, ...], task: Task) -> tuple[Diagnostic, ...]:
    """Findings with the paths that the user knows, not those of the bench."""
    named: dict[str, str] = {}
    for payload in (task.leaflet, task.clinic):
        if payload is not None:
            with contextlib.suppress(OSError):
                named[_own_bench().path_of(payload).as_posix()] = payload.shown
    return tuple(_renamed(finding, lambda file: named.get(file, file)) for finding in found)


def _renamed(finding: Diagnostic, name: Callable[[str], str]) -> Diagnostic:
    spans = tuple(replace(span, file=name(span.file)) for span in finding.also)
    return replace(finding, span=replace(finding.span, file=name(finding.span.file)), also=spans)
