"""An existing Dask cluster → pools. Nothing is started, and no disk is shared: rows travel with all they need.

Needs `distributed` (the extra handoutgen[dask]), which is imported only here and only when asked for.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from handoutgen.batch.digest import Program
from handoutgen.batch.pools import ROWS_IN_A_CHUNK, Pools
from handoutgen.batch.worker import running_program
from handoutgen.errors import HandoutError

SECONDS_TO_ANSWER = 25
SECONDS_WITHOUT_WORKERS = 120
"""So long a cluster may be without any worker: some start theirs anew."""
SECONDS_BETWEEN_LOOKS = 2


@contextmanager
def cluster(address: str, own: Program) -> Iterator[Pools]:
    """The pools of the cluster whose scheduler is at `address`, for as long as the batch lasts.

    Raises HandoutError when `distributed` is not installed, when nobody answers at the address, when the cluster has
    no workers, or when its workers would not build the same bytes as `own`.
    """
    client = _connected(address)
    try:
        _refuse_unfit(client, own)
        watched = _Watched(client, address)
        yield Pools(watched.open, watched.chunks_ahead, ROWS_IN_A_CHUNK, watched.watch)
    finally:
        client.close(timeout=5)


def _connected(address: str) -> Any:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as problem:
        raise HandoutError(
            "--scheduler needs Dask, which is not installed here.", 'Install it with: pip install "handoutgen[dask]"'
        ) from problem
    for name in ("distributed", "distributed.client"):  # what a person should know of its troubles, we say ourselves
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # A client that is begun and fails holds the process up at its end, or waits for ever: ask first who is there.
        asyncio.run(asyncio.wait_for(_who_is_there(distributed, address), SECONDS_TO_ANSWER))
        return distributed.Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except Exception as problem:  # a stranger who answers makes Dask fail in many ways
        raise HandoutError(
            f'No Dask scheduler answers at "{address[:200]}".',
            "Check the address (such as tcp://10.0.0.5:8786) and that the scheduler is running.",
        ) from problem


async def _who_is_there(distributed: Any, address: str) -> None:
    """Returns when a scheduler answers; raises whatever Dask makes of anybody else."""
    arguments = distributed.Security().get_connection_args("client")
    scheduler = importlib.import_module("distributed.core").rpc(
        address, timeout=SECONDS_TO_ANSWER, connection_args=arguments
    )
    try:
        if (await scheduler.identity()).get("type") != "Scheduler":
            raise ValueError(address)
    finally:
        await scheduler.close_rpc()


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


class _Watched:
    """A connection that is looked after: Dask itself would wait for results for ever when the scheduler is gone."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address
        self._threads = 1
        self._looked = self._seen = time.monotonic()
        self._looked -= SECONDS_BETWEEN_LOOKS

    def open(self) -> Executor:
        """The cluster as an executor."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def chunks_ahead(self) -> int:
        """Two chunks for each thread there was lately: workers may come and go."""
        return 2 * max(1, self._threads)

    def watch(self) -> None:
        """Raise HandoutError when the scheduler is gone, or all workers for long."""
        now = time.monotonic()
        if self._client.status in ("closed", "closing", "failed"):
            raise HandoutError(
                f"The Dask scheduler at {self._address[:200]} does not answer any more.", "Start the cluster again."
            )
        if self._client.status != "running" or now - self._looked < SECONDS_BETWEEN_LOOKS:
            return
        self._looked = now
        try:
            self._threads = sum(self._client.nthreads().values())
        except OSError:  # just going; the client tries for some time to reach it again
            return
        if self._threads:
            self._seen = now
        elif now - self._seen > SECONDS_WITHOUT_WORKERS:
            raise HandoutError("The Dask cluster has no workers any more.", "Start some with: dask worker ADDRESS")
