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
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from msgspec import Struct

from handoutgen.batch.worker import PREFIX, attend

T = TypeVar("T")

ROWS_IN_A_CHUNK = 12
"""A worker gets this many rows at a time, so that one makes a clinic's forms, which have much in common. Many numbers
divide it: most plans ask for 1, 2, 3, 4 or 6 forms."""
MOST_POOLS = 16
"""More processes than this share pools."""
CHUNKS_EACH = 4
"""Each process should get at least this many, or one would sit idle while another has the last of them."""


def _nothing_to_watch() -> None:
    """A pool of this machine tells by itself when it breaks."""


class Pools(Struct, frozen=True):
    """Executors side by side, each a pool of workers, and how to keep them busy."""

    open: Callable[[], Executor]
    """Starts one of them: at the beginning, and again when it broke."""
    chunks_ahead: Callable[[], int]
    """How many chunks one of them is given before the first comes back."""
    chunk: int = 1
    """How many rows are handed out together."""
    watch: Callable[[], None] = _nothing_to_watch
    """Called again and again; raises HandoutError when no more results can come."""
    count: int = 1
    """How many there are."""


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


def pools_of(jobs: int, rows: int = 1) -> Pools:
    """Pools for a number of rows on this machine: `jobs` processes, or this one alone."""
    if jobs <= 1:
        return Pools(Serial, lambda: 1)
    # "spawn" everywhere, as Windows has it: a fork would copy threads and locks in an unknown state.
    context = multiprocessing.get_context("spawn")
    chunk = max(1, min(ROWS_IN_A_CHUNK, rows // (jobs * CHUNKS_EACH)))
    # A pool has as few processes as can be, best of all one, for only so is it known who has which clinics. But each
    # takes some open files of the main process, and systems allow 256 or 1,024.
    processes = -(-jobs // MOST_POOLS)
    scratch = _ScratchFolder()

    def pool() -> Executor:
        return _Pool(processes, context, attend, (scratch.folder,))

    return Pools(pool, lambda: 2 * processes, chunk, count=jobs // processes)


class _ScratchFolder:
    """A folder for what the pools' processes keep on disk. It goes with the pools, whatever became of the processes."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix=PREFIX)
        weakref.finalize(self, _clear, self.folder)


def _clear(folder: str) -> None:
    """Take a folder away. A Ctrl-C that comes meanwhile stops nothing that matters, and from here nobody could hear
    it; it is held back where that can be done, for it also tears what takes the folder away."""
    for _ in range(3):
        with suppress(KeyboardInterrupt, OSError):
            with _interrupts_held():
                shutil.rmtree(folder, ignore_errors=True)
            return


class _Pool(ProcessPoolExecutor):
    """Its processes never see Ctrl-C, which a terminal sends to all: stopping is the main process's to say."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Hand work to a process as usual; a process that this starts inherits that Ctrl-C is held back."""
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
