"""Jobs and pools of workers → results as they come; a worker that dies takes no row with it but the one that killed it.

Each pool works through a stretch of the jobs of its own, so that what it has laid out for one clinic serves
the next; when it has none left, it takes half of another's. When a pool's workers die, every row they had is a suspect.
Suspects are tried once more, one at a time, so that the guilty one is found and the others are made.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from itertools import pairwise
from typing import Generic, TypeVar

from msgspec import Struct

from handoutgen.batch.pools import Pools
from handoutgen.batch.task import Failure, Result, Task
from handoutgen.batch.worker import perform
from handoutgen.errors import HandoutError

AnyJob = TypeVar("AnyJob")

HEARTBEAT = 0.5
"""Seconds after which waiting looks up again: on Windows a wait without end cannot be stopped with Ctrl-C."""
MOST_DEATHS_IN_A_ROW = 5
"""So many rows in a row that kill their worker are no fault of the rows."""


class _Chunk(Struct, Generic[AnyJob], frozen=True):
    """Jobs handed out together, each with its task."""

    pairs: tuple[tuple[AnyJob, Task], ...]
    suspect: bool = False


class _WorkerPool(Generic[AnyJob]):
    """An executor, the jobs that are set aside for it, and what it is at."""

    def __init__(self, jobs: Sequence[AnyJob], open_executor: Callable[[], Executor]) -> None:
        self.jobs = deque(jobs)
        self.suspects: deque[_Chunk[AnyJob]] = deque()
        self.handed_out: dict[Future[tuple[Result, ...]], _Chunk[AnyJob]] = {}
        self._open = open_executor
        self._executor = open_executor()

    def submit(self, chunk: _Chunk[AnyJob]) -> None:
        """Have it worked at."""
        tasks = tuple(task for _, task in chunk.pairs)
        try:
            future = self._executor.submit(perform, tasks)
        except BrokenExecutor:  # broken since we looked, and not by this chunk
            self.start_again()
            future = self._executor.submit(perform, tasks)
        self.handed_out[future] = chunk

    def suspect(self, chunk: _Chunk[AnyJob]) -> None:
        """Its rows may have killed a worker: each is tried once more, alone."""
        self.suspects.extend(_Chunk((pair,), suspect=True) for pair in chunk.pairs)

    def start_again(self) -> None:
        """Replace a broken executor. Results it finished in time still count; the rows of all its other chunks are
        suspects."""
        self._executor.shutdown(wait=False)
        for future, chunk in list(self.handed_out.items()):
            if not (future.done() and not future.cancelled() and future.exception() is None):
                del self.handed_out[future]
                self.suspect(chunk)  # only one of them did it; a suspect that was alone cannot be here
        self._executor = self._open()

    def stop(self) -> None:
        """Nothing more; do not wait for what is in work."""
        for future in self.handed_out:
            future.cancel()
        self._executor.shutdown(wait=False)  # Dask's executor knows no cancel_futures


class Scheduler(Generic[AnyJob]):
    """One batch's work. `pack` makes a job's task, or its failure when its files cannot be read any more."""

    def __init__(self, jobs: Sequence[AnyJob], pools: Pools, pack: Callable[[AnyJob], Task | Failure]) -> None:
        self._setup = pools
        self._pack = pack
        self._unpackable: list[tuple[AnyJob, Failure]] = []
        self._deaths = 0
        chunks = -(-len(jobs) // pools.chunk)
        bounds = [pools.chunk * (chunks * pool // pools.count) for pool in range(pools.count)]
        self._pools = [_WorkerPool(jobs[a:b], pools.open) for a, b in pairwise([*bounds, len(jobs)])]

    def results(self) -> Iterator[tuple[AnyJob, Task | None, Result]]:
        """Each job with its task and what became of it, in the order they end."""
        while True:
            self._look_after()
            self._hand_out()
            yield from ((job, None, failure) for job, failure in self._unpackable)
            self._unpackable.clear()
            at_work = [future for pool in self._pools for future in pool.handed_out]
            if not at_work:
                if any(pool.suspects for pool in self._pools):
                    continue
                return
            done, _ = wait(at_work, HEARTBEAT, FIRST_COMPLETED)
            if any(future.cancelled() for future in done):
                time.sleep(HEARTBEAT)  # whoever took them back may be going: see `_look_after`
            for pool in self._pools:
                yield from self._taken_in(pool, [future for future in done if future in pool.handed_out])

    def stop(self) -> None:
        """Hand out no more rows; do not wait for those in work."""
        for pool in self._pools:
            pool.stop()

    def _taken_in(
        self, pool: _WorkerPool[AnyJob], done: Sequence[Future[tuple[Result, ...]]]
    ) -> Iterator[tuple[AnyJob, Task | None, Result]]:
        """The results of chunks that have ended."""
        broken = False
        for future in done:
            chunk = pool.handed_out.pop(future)
            try:
                results = future.result()
            except CancelledError:  # not by us: a scheduler takes its work back when it goes. Nobody's rows did it.
                pool.suspects.append(chunk)
            except Exception as problem:
                broken = broken or isinstance(problem, BrokenExecutor)
                yield from self._lost(pool, chunk, problem)
            else:
                self._deaths = 0
                yield from ((job, task, made) for (job, task), made in zip(chunk.pairs, results, strict=True))
        if broken:
            pool.start_again()

    def _look_after(self) -> None:
        try:
            self._setup.watch()
        except HandoutError:
            self._pools.clear()  # nobody is there to be told to stop
            raise

    def _hand_out(self) -> None:
        """Give every pool the chunks it may have ahead: one for each before a second for any. A suspect works alone."""
        for most in range(1, self._setup.chunks_ahead() + 1):
            for pool in self._pools:
                if pool.suspects:
                    if not pool.handed_out:
                        pool.submit(pool.suspects.popleft())
                elif len(pool.handed_out) < most and not any(chunk.suspect for chunk in pool.handed_out.values()):
                    chunk = self._next_chunk(pool)
                    if chunk.pairs:
                        pool.submit(chunk)

    def _next_chunk(self, pool: _WorkerPool[AnyJob]) -> _Chunk[AnyJob]:
        if not pool.jobs:
            self._help_out(pool)
        pairs: list[tuple[AnyJob, Task]] = []
        while pool.jobs and len(pairs) < self._setup.chunk:
            job = pool.jobs.popleft()
            packed = self._pack(job)
            if isinstance(packed, Failure):
                self._unpackable.append((job, packed))
            else:
                pairs.append((job, packed))
        return _Chunk(tuple(pairs))

    def _help_out(self, pool: _WorkerPool[AnyJob]) -> None:
        """Take the later half of what the busiest pool has left, in whole chunks."""
        busiest = max(self._pools, key=lambda other: len(other.jobs))
        chunks = -(-len(busiest.jobs) // self._setup.chunk)
        count = len(busiest.jobs) - self._setup.chunk * (chunks // 2)
        pool.jobs.extend(reversed([busiest.jobs.pop() for _ in range(count)]))

    def _lost(
        self, pool: _WorkerPool[AnyJob], chunk: _Chunk[AnyJob], problem: BaseException
    ) -> Iterator[tuple[AnyJob, Task | None, Result]]:
        """A chunk whose worker died: its rows are tried once more, alone; the second time they have failed."""
        if not chunk.suspect:
            pool.suspect(chunk)
            return
        self._deaths += 1
        if self._deaths >= MOST_DEATHS_IN_A_ROW:
            raise HandoutError(
                f"{self._deaths} workers in a row have died ({_said(problem)}), so the batch stops.",
                "Check that there is memory enough, or use fewer --jobs; --jobs 1 shows the reason. Then run it again.",
            ) from problem
        for job, task in chunk.pairs:
            message = f"the worker that made this row died, twice ({_said(problem)})."
            yield job, task, Failure("internal", message, "It may have run out of memory: try fewer --jobs.")


def _said(problem: BaseException) -> str:
    words = next(iter(str(problem).strip().splitlines()), "")
    return f"{type(problem).__name__}: {words[:200]}" if words else type(problem).__name__
