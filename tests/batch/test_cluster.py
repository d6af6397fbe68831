"""The same rows on a real Dask scheduler with two worker processes of its own, one of them killed in mid-run.

Everything is started by the test as a user would start it, in folders that hold nothing of the project: what a worker
needs must come with the rows.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

from batch_project import Project, failed, made
from handoutgen.batch import run as run_module
from handoutgen.batch.cluster import cluster
from handoutgen.batch.digest import Program, program
from handoutgen.batch.plan_file import load_plan
from handoutgen.batch.pools import Pools
from handoutgen.errors import HandoutError

pytest.importorskip("distributed", reason="the extra handoutgen[dask] is not installed")
# distributed leaves sockets and files to the garbage collector when a worker is killed under it.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed.*"),
]
TEXT = "leaflets: [back-pain, cramps]\nclinics: all\nsizes: [standard, large, giant]\nlanguages: all\n"


@dataclass
class Cluster:
    """A scheduler's address, its process and its worker processes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def started(folder: Path, workers: int) -> Iterator[Cluster]:
    """A scheduler and its workers as processes; ended again whatever happens."""
    address = f"tcp://127.0.0.1:{free_port()}"
    processes: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> None:
        here = folder / f"machine-{len(processes)}"
        here.mkdir(parents=True)
        with (here / "said.txt").open("wb") as said:
            command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
            processes.append(subprocess.Popen(command, cwd=here, stdout=said, stderr=said))

    try:
        start("dask_scheduler", "--port", address.rpartition(":")[2], "--host", "127.0.0.1", "--no-dashboard")
        for _ in range(workers):
            # No nanny: nobody starts a killed worker again.
            start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        yield Cluster(address, processes[0], processes[1:])
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_cluster_makes_the_same_bytes_and_a_killed_worker_loses_no_row(project: Project) -> None:
    project.run(TEXT)
    alone = (project.files(), (project.out / "manifest.json").read_bytes())
    shutil.rmtree(project.out)
    with started(project.folder / "machines", 2) as machines:
        batch = project.prepared(TEXT)
        with run_module.folder_held(project.out) as ledger, cluster(machines.address, batch.program) as pools:
            wait_for(lambda: both_are_there(pools))
            batch.ledger = ledger
            outcomes = []
            for outcome in batch.outcomes(batch.to_build(), pools):
                outcomes.append(outcome)
                if len(outcomes) == 1:
                    machines.workers[0].kill()
        assert machines.workers[0].wait() != 0
        assert machines.workers[1].poll() is None
    assert failed(outcomes) == []
    assert len(made(outcomes)) == 27
    assert (project.files(), (project.out / "manifest.json").read_bytes()) == alone


def both_are_there(pools: Pools) -> bool:
    pools.watch()
    return pools.chunks_ahead() >= 4


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the cluster did not start"
        time.sleep(0.1)


@pytest.mark.parametrize("who", ["scheduler", "workers"])
def test_a_cluster_that_is_gone_ends_the_batch_and_what_is_done_is_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    monkeypatch.setattr("handoutgen.batch.cluster.SECONDS_WITHOUT_WORKERS", 1)
    monkeypatch.setattr("handoutgen.batch.cluster.SECONDS_TO_ANSWER", 8)
    with (
        started(project.folder / "machines", 1) as machines,
        pytest.raises(HandoutError) as gone,
        run_module.folder_held(project.out) as ledger,
        cluster(machines.address, program()) as pools,
    ):
        batch = project.prepared(TEXT)
        batch.ledger = ledger
        for _ in batch.outcomes(batch.to_build(), pools):
            for process in [machines.scheduler] if who == "scheduler" else machines.workers:
                process.kill()
    assert ("does not answer any more" if who == "scheduler" else "no workers any more") in gone.value.message
    done = len(project.files())
    assert 1 <= done < 27
    assert len(project.run(TEXT)) == 27 - done


def test_workers_with_another_version_are_refused_before_any_work(project: Project) -> None:
    own = program()
    with (
        started(project.folder / "machines", 1) as machines,
        pytest.raises(HandoutError) as refused,
        cluster(machines.address, Program(own.fonts, "another")),
    ):
        pass
    assert "1 of 1 workers run another version" in refused.value.message


def test_an_address_where_nobody_answers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handoutgen.batch.cluster.SECONDS_TO_ANSWER", 1)
    with (
        pytest.raises(HandoutError, match="No Dask scheduler answers"),
        cluster(f"tcp://127.0.0.1:{free_port()}", program()),
    ):
        pass


@pytest.mark.parametrize("address", ["nope://x", "", "tcp://127.0.0.1:99999999", "inproc://x"])
def test_an_address_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("handoutgen.batch.cluster.SECONDS_TO_ANSWER", 1)
    with pytest.raises(HandoutError, match="No Dask scheduler answers"), cluster(address, program()):
        pass


@pytest.mark.parametrize("words", [b"", b"\x00" * 64, b"\xff" * 64], ids=["silent", "no frames", "huge frames"])
def test_a_stranger_at_the_address_is_no_scheduler(monkeypatch: pytest.MonkeyPatch, words: bytes) -> None:
    monkeypatch.setattr("handoutgen.batch.cluster.SECONDS_TO_ANSWER", 1)
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        address = f"tcp://127.0.0.1:{stranger.getsockname()[1]}"

        def answer() -> None:
            with contextlib.suppress(OSError):
                caller = stranger.accept()[0]
                with caller:
                    caller.sendall(words)
                    caller.recv(1 << 16)
                    caller.recv(1 << 16)  # until it goes

        answering = Thread(target=answer)
        answering.start()
        with pytest.raises(HandoutError, match="No Dask scheduler answers"), cluster(address, program()):
            pass
        answering.join()


def test_without_dask_the_remedy_is_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(HandoutError) as refused, cluster("tcp://127.0.0.1:1", program()):
        pass
    assert 'pip install "handoutgen[dask]"' in refused.value.remedy


def test_the_command_line_hands_rows_to_the_cluster(project: Project) -> None:
    project.write_plan(TEXT)
    with started(project.folder / "machines", 1) as machines:
        words = ["batch", "plan.yaml", "--scheduler", machines.address, "--today", "2026-12-01"]
        command = [sys.executable, "-m", "handoutgen", *words]
        answer = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert re.search(r"27 made, 0 unchanged", answer.stdout)
    assert load_plan(project.folder / "plan.yaml").plan.out == "out"
    assert len(project.files()) == 27
