"""Where leaflets are made: in this process for one desk, or in processes of their own for a whole clinic.

A build holds the interpreter for some tenths of a second, so in one process two at once would only make both slow, and
every page with them. What a process makes for one person goes through its pipe and stays in its memory alone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.connection import wait
from typing import Any, NamedTuple, TypeVar

from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError, InternalError, UsageProblem
from handoutgen.memory import Bound
from handoutgen.workshop import Workshop

LOOKS = Bound(2)
"""Leaflets whose parts are kept: some 65 MB each once all sizes and forms are made. What is finished is kept apart."""
MOST_SECONDS = 90.0
"""Of one build or pack: what takes longer is stuck, and its process is ended."""
LAST_SECONDS = 5.0
"""Of what is still being made when the pages are stopped."""
T = TypeVar("T")


class OwnBench:
    """Makes in this process, one at a time."""

    count = 1

    def __init__(self) -> None:
        self._workshop = Workshop(LOOKS)
        self._maker = ThreadPoolExecutor(1, "press")
        """One thread: made in many, what is kept lies scattered over the heaps of all, and memory is twice as much."""

    def run(self, bench: int, work: Callable[..., T], *words: Any) -> T:
        """The work done with the workshop. Raises what the work does."""
        return self._maker.submit(work, self._workshop, *words).result()

    def close(self) -> None:
        """End the thread."""
        self._maker.shutdown(wait=False, cancel_futures=True)


class ProcessBenches:
    """Makes in so many processes, each begun when it is needed and again when it has died. Workers are spawned, as
    Windows does it: no threads, sockets or open files of ours are theirs."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pools: list[ProcessPoolExecutor | None] = [None] * count
        self._is_closed = False

    def run(self, bench: int, work: Callable[..., T], *words: Any) -> T:
        """The work done on a bench that nobody else has now. Raises what the work does; HandoutError when its process
        was ended, by the system or because it took too long."""
        pool = self._pools[bench]
        if pool is None and self._is_closed:
            raise HandoutError("These pages are being stopped.", "Open them again.")
        if pool is None:
            method = multiprocessing.get_context("spawn")
            pool = self._pools[bench] = ProcessPoolExecutor(1, method, initializer=_attend)
        try:
            done = pool.submit(_done, work, words).result(MOST_SECONDS)
            pool.submit(_nothing)  # the pool's own threads, and the worker, hold what they did last until the next
        except (RuntimeError, TimeoutError, CancelledError) as problem:  # of the pool: work itself raises nothing here
            self._end(bench)
            raise HandoutError("The making of this leaflet was stopped.", "Try again.") from problem
        if isinstance(done, _Failed):
            raise done.problem
        result: T = done
        return result

    def close(self) -> None:
        """End the processes; one that still makes something has a few seconds for it."""
        self._is_closed = True
        for bench, pool in enumerate(self._pools):
            if pool is not None:
                processes = _processes_of(pool)
                pool.shutdown(wait=False, cancel_futures=True)
                self._pools[bench] = None
                late = threading.Timer(LAST_SECONDS, _kill, (processes,))
                late.daemon = True
                late.start()

    def _end(self, bench: int) -> None:
        pool, self._pools[bench] = self._pools[bench], None
        if pool is None:
            return
        _kill(_processes_of(pool))
        pool.shutdown(wait=False, cancel_futures=True)


Benches = OwnBench | ProcessBenches


def _processes_of(pool: ProcessPoolExecutor) -> Sequence[Any]:
    """The executor keeps them to itself; without them one that is stuck could not be ended."""
    return list((getattr(pool, "_processes", None) or {}).values())


def _kill(processes: Sequence[Any]) -> None:
    for process in processes:
        process.kill()


class _Failed(NamedTuple):
    """A failure on its way through a pipe, which exceptions with arguments of their own do not survive."""

    kind: str
    message: str = ""
    remedy: str = ""
    found: Sequence[Diagnostic] = ()

    @property
    def problem(self) -> Exception:
        """The failure as it was; of our own faults the kind alone, for the words may be a person's."""
        if self.kind == "refused":
            return ContentRefused(self.found)
        if self.kind == "fault":
            return InternalError(self.message)
        return (UsageProblem if self.kind == "usage" else HandoutError)(self.message, self.remedy)


_workshop: Workshop | None = None


def _attend() -> None:
    """Begin as a worker: Ctrl-C is the main process's to answer, and when that is gone, so are we."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def leave_with(sentinel: int) -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=leave_with, args=(parent.sentinel,), daemon=True).start()


def _nothing() -> None:
    """Takes the place of the last work, with the words in it, wherever that is still held."""


def _done(work: Callable[..., Any], words: Sequence[Any]) -> Any:
    """The one boundary of a worker."""
    global _workshop
    if _workshop is None:
        _workshop = Workshop(LOOKS)
    try:
        return work(_workshop, *words)
    except ContentRefused as problem:
        return _Failed("refused", found=problem.diagnostics)
    except HandoutError as problem:
        return _Failed("usage" if isinstance(problem, UsageProblem) else "mended", problem.message, problem.remedy)
    except Exception as problem:
        return _Failed("fault", type(problem).__name__)
