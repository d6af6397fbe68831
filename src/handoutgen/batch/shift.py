"""Jobs and a crew → results as they come; a worker that dies takes no row with it but the one that killed it.

When a pool of processes breaks, every row in work is a suspect. Suspects are tried once more, one at a time, so that
the guilty one is found and the others are made.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from handoutgen.batch.crew import Crew
from handoutgen.batch.task import Failure, Result, Task
from handoutgen.batch.worker import perform
from handoutgen.errors import HandoutError

Job = TypeVar("Job")

HEARTBEAT = 0.5
"""Seconds after which waiting looks up again: on Windows a wait without end cannot be stopped with Ctrl-C."""
MOST_DEATHS_IN_A_ROW = 5
"""So many rows in a row that kill their worker are no fault of the rows."""


@dataclass(frozen=True, slots=True)
class _Lot(Generic[Job]):
    """Jobs handed out together, each with its task."""

    pairs: tuple[tuple[Job, Task], ...]
    suspect: bool = False


class Shift(Generic[Job]):
    """One batch's work. `pack` makes a job's task, or its failure when its files cannot be read any more."""

    def __init__(self, jobs: Iterable[Job], crew: Crew, pack: Callable[[Job], Task | Failure]) -> None:
        self._jobs = iter(jobs)
        self._crew = crew
        self._pack = pack
        self._executor: Executor = crew.open()
        self._handed_out: dict[Future[tuple[Result, ...]], _Lot[Job]] = {}
        self._suspects: deque[_Lot[Job]] = deque()
        self._unpackable: list[tuple[Job, Failure]] = []
        self._deaths = 0

    def results(self) -> Iterator[tuple[Job, Task | None, Result]]:
        """Each job with its task and what became of it, in the order they end."""
        while True:
            self._look_after()
            self._hand_out()
            yield from ((job, None, failure) for job, failure in self._unpackable)
            self._unpackable.clear()
            if not self._handed_out:
                if self._suspects:
                    continue
                return
            done, _ = wait(self._handed_out, HEARTBEAT, FIRST_COMPLETED)
            broken = False
            for future in done:
                lot = self._handed_out.pop(future)
                try:
                    results = future.result()
                except (Exception, CancelledError) as problem:
                    broken = broken or isinstance(problem, BrokenExecutor)
                    yield from self._lost(lot, problem)
                else:
                    self._deaths = 0
                    yield from ((job, task, made) for (job, task), made in zip(lot.pairs, results, strict=True))
            if broken:
                self._start_again()

    def stop(self) -> None:
        """Hand out no more rows; do not wait for those in work."""
        for future in self._handed_out:
            future.cancel()
        self._executor.shutdown(wait=False)  # Dask's executor knows no cancel_futures

    def _look_after(self) -> None:
        try:
            self._crew.watch()
        except HandoutError:
            self._handed_out.clear()  # nobody is there to cancel them
            raise

    def _hand_out(self) -> None:
        """Fill the crew's window; a suspect works alone."""
        while True:
            if self._suspects:
                if self._handed_out:
                    return
                lot = self._suspects.popleft()
            elif len(self._handed_out) < self._crew.window():
                lot = self._next_lot()
                if not lot.pairs:
                    return
            else:
                return
            self._submit(lot)
            if lot.suspect:
                return

    def _next_lot(self) -> _Lot[Job]:
        pairs: list[tuple[Job, Task]] = []
        for job in self._jobs:
            packed = self._pack(job)
            if isinstance(packed, Failure):
                self._unpackable.append((job, packed))
                continue
            pairs.append((job, packed))
            if len(pairs) >= self._crew.lot:
                break
        return _Lot(tuple(pairs))

    def _submit(self, lot: _Lot[Job]) -> None:
        tasks = tuple(task for _, task in lot.pairs)
        try:
            future = self._executor.submit(perform, tasks)
        except BrokenExecutor:  # broken since we looked, and not by this lot
            self._start_again()
            future = self._executor.submit(perform, tasks)
        self._handed_out[future] = lot

    def _lost(self, lot: _Lot[Job], problem: BaseException) -> Iterator[tuple[Job, Task | None, Result]]:
        """A lot whose worker died: its rows are tried once more, alone; the second time they have failed."""
        if not lot.suspect:
            self._suspects.extend(_Lot((pair,), suspect=True) for pair in lot.pairs)
            return
        self._deaths += 1
        if self._deaths >= MOST_DEATHS_IN_A_ROW:
            raise HandoutError(
                f"{self._deaths} workers in a row have died ({_said(problem)}), so the batch stops.",
                "Check that there is memory enough, or use fewer --jobs; --jobs 1 shows the reason. Then run it again.",
            ) from problem
        for job, task in lot.pairs:
            message = f"the worker that made this row died, twice ({_said(problem)})."
            yield job, task, Failure("internal", message, "It may have run out of memory: try fewer --jobs.")

    def _start_again(self) -> None:
        """A new executor. What the old one finished in time comes in as ever; the rest are suspects."""
        self._executor.shutdown(wait=False)
        for future, lot in list(self._handed_out.items()):
            if not (future.done() and not future.cancelled() and future.exception() is None):
                del self._handed_out[future]
                # Only one of them did it. A suspect that was alone cannot be here.
                self._suspects.extend(_Lot((pair,), suspect=True) for pair in lot.pairs)
        self._executor = self._crew.open()


def _said(problem: BaseException) -> str:
    words = next(iter(str(problem).strip().splitlines()), "")
    return f"{type(problem).__name__}: {words[:200]}" if words else type(problem).__name__
