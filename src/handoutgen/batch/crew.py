"""Who does the work: this process, several processes of this machine, or the workers of a Dask cluster.

Each is a `concurrent.futures.Executor`; any other would do as well.
"""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from handoutgen.batch.digest import Program
from handoutgen.batch.worker import attend, running_program
from handoutgen.errors import HandoutError

T = TypeVar("T")

ROWS_TO_A_LOT = 8
"""On a cluster, so many rows travel together: the leaflet's figures go over the net once for them all."""
SECONDS_TO_ANSWER = 30


@dataclass(frozen=True, slots=True)
class Crew:
    """How to get an executor (a new one when the old one broke), how many lots to hand out ahead, rows to a lot."""

    open: Callable[[], Executor]
    window: Callable[[], int]
    lot: int = 1


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


def crew_of(jobs: int) -> Crew:
    """A crew of this machine: `jobs` processes, or this one alone."""
    if jobs <= 1:
        return Crew(Serial, lambda: 1)
    # "spawn" everywhere, as Windows has it: a fork would copy threads and locks in an unknown state.
    context = multiprocessing.get_context("spawn")
    return Crew(lambda: ProcessPoolExecutor(jobs, context, attend), lambda: 2 * jobs)


@contextmanager
def cluster(address: str, own: Program) -> Iterator[Crew]:
    """The crew of an existing Dask cluster, for as long as the batch lasts. Nothing is started and no disk is shared.

    Raises HandoutError when `distributed` is not installed, when nobody answers at the address, when the cluster has
    no workers, or when its workers would not build the same bytes.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as problem:
        raise HandoutError(
            "--scheduler needs Dask, which is not installed here.", 'Install it with: pip install "handoutgen[dask]"'
        ) from problem
    try:
        client = distributed.Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as problem:
        raise HandoutError(
            f"No Dask scheduler answers at {address[:200]}.",
            "Check the address (such as tcp://10.0.0.5:8786) and that the scheduler is running.",
        ) from problem
    try:
        _refuse_unfit(client, own)
        yield Crew(
            lambda: client.get_executor(pure=False),
            lambda: 2 * max(1, sum(each["nthreads"] for each in client.scheduler_info(-1)["workers"].values())),
            ROWS_TO_A_LOT,
        )
    finally:
        client.close(timeout=5)


def _refuse_unfit(client: Any, own: Program) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)
    except TimeoutError as problem:
        raise HandoutError("The Dask cluster has no workers.", "Start some with: dask worker ADDRESS") from problem
    try:
        running = client.run(running_program)
    except Exception as problem:
        raise HandoutError(
            "The workers of the Dask cluster cannot run handoutgen.",
            "Install the same version of handoutgen where the workers run, and start them again.",
        ) from problem
    others = sorted(address for address, program in running.items() if program != own)
    if others:
        raise HandoutError(
            f"{len(others)} of {len(running)} workers run another version of handoutgen, its fonts or its libraries: "
            f"{', '.join(others[:5])}.",
            "Install the same versions everywhere and start the workers again: all files of a batch must be alike.",
        )
