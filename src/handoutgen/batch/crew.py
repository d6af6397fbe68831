"""Who does the work: this process, or several processes of this machine (`cluster` has the workers of a Dask cluster).

Each is a `concurrent.futures.Executor`; any other would do as well.
"""

from __future__ import annotations

import multiprocessing
import shutil
import signal
import tempfile
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from handoutgen.batch.worker import PREFIX, attend

T = TypeVar("T")

ROWS_TO_A_LOT = 12
"""So many rows go to a worker together, so that a clinic's forms, which have much in common, are made by the same one.
A number that many others divide: most plans ask for 1, 2, 3, 4 or 6 forms."""
MOST_HANDS = 16
"""So many pools of processes side by side."""
LOTS_EACH = 4
"""At least so many lots for each process, or one would sit idle while another has the last of them."""


def _nothing_to_watch() -> None:
    """A pool of this machine tells by itself when it breaks."""


@dataclass(frozen=True, slots=True)
class Crew:
    """How to get an executor (a new one when the old one broke), how many lots to hand out ahead, rows to a lot, and
    how many such executors there are side by side. `watch` is called again and again, and raises HandoutError when no
    more results can come."""

    open: Callable[[], Executor]
    window: Callable[[], int]
    """Of one executor."""
    lot: int = 1
    watch: Callable[[], None] = _nothing_to_watch
    hands: int = 1


class Serial(Executor):
    """The work done at once, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do it, and give back a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as problem:
            future.set_exception(problem)
        return future


def crew_of(jobs: int, rows: int = 1) -> Crew:
    """A crew of this machine for so many rows: `jobs` processes, or this one alone."""
    if jobs <= 1:
        return Crew(Serial, lambda: 1)
    # "spawn" everywhere, as Windows has it: a fork would copy threads and locks in an unknown state.
    context = multiprocessing.get_context("spawn")
    lot = max(1, min(ROWS_TO_A_LOT, rows // (jobs * LOTS_EACH)))
    # A pool has as few processes as can be, best of all one, for only so is it known who has which clinics. But each
    # takes some open files of the main process, and systems allow 256 or 1,024.
    processes = -(-jobs // MOST_HANDS)
    house = _House()

    def pool() -> Executor:
        return _Pool(processes, context, attend, (house.folder,))

    return Crew(pool, lambda: 2 * processes, lot, hands=jobs // processes)


class _House:
    """A folder for what a crew's processes keep on disk. It goes with the crew, whatever became of the processes."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix=PREFIX)
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


class _Pool(ProcessPoolExecutor):
    """Its processes never see Ctrl-C, which a terminal sends to all: stopping is the main process's to say."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As ever; processes that it starts inherit that the signal is held back."""
        with _interrupts_held():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, and is not lost, where the system can hold it back. By itself a worker is deaf to it only after a
    second of imports (`attend`)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
