"""A real batch, killed at random moments: whole files only, and the next run goes on where it was."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def killing() -> ModuleType:
    """The trial that the benchmark runs a hundred times."""
    spec = importlib.util.spec_from_file_location("batch_kills", ROOT / "benchmarks" / "batch_kills.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_batch_killed_at_random_moments_leaves_whole_files_only_and_goes_on(
    killing: ModuleType, tmp_path: Path
) -> None:
    trial = killing.run_trial(tmp_path, kills=5, clinics=6, jobs=2, seed=int(time.time()))
    assert trial.faults == []
    assert trial.kills == 5


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc who is a child of whom")
def test_the_workers_of_a_killed_batch_end_too(killing: ModuleType, tmp_path: Path) -> None:
    trial = killing.Trial(tmp_path, 2)
    trial.set_up(40)
    process = trial.start("killed")
    workers: set[int] = set()
    while len(workers) < 2 and process.poll() is None:
        workers = children_of(process.pid)
        time.sleep(0.02)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(is_there(worker) for worker in workers):
        time.sleep(0.05)
    assert [worker for worker in workers if is_there(worker)] == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc who is a child of whom")
def test_a_killed_worker_leaves_no_folder_behind(
    killing: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    trial = killing.Trial(tmp_path, 2)
    trial.set_up(40)
    process = trial.start("killed")
    while process.poll() is None and len(list(temporary.glob("handoutgen-*/handoutgen-*"))) < 2:
        time.sleep(0.02)
    os.kill(min(children_of(process.pid)), 9)
    assert process.wait() == 0
    assert list(temporary.glob("handoutgen-*")) == []


@pytest.mark.parametrize("again", [(), (0.15,), (0.05, 0.3)])
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(
    killing: ModuleType, tmp_path: Path, again: tuple[float, ...]
) -> None:
    if sys.platform == "win32":
        pytest.skip("Ctrl-C goes to the whole console there, the tests included")
    import signal

    trial = killing.Trial(tmp_path, 2)
    trial.set_up(40)
    process = trial.start("killed")
    while not trial.files("killed") and process.poll() is None:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    for seconds in again:  # somebody is impatient
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
    said = tmp_path / "said.txt"
    assert process.wait(60) == 1
    assert "Run the same command again to go on." in said.read_text(encoding="utf-8")
    assert "Traceback" not in said.read_text(encoding="utf-8")
    assert (tmp_path / "killed" / "manifest.json").exists()
    trial.finish()
    assert trial.faults == []


def children_of(process: int) -> set[int]:
    """The worker processes among a process's children: not the one that only keeps count of shared things."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_bytes().rpartition(b")")[2].split()[1])
            words = (stat.parent / "cmdline").read_bytes()
        except (OSError, IndexError):
            continue
        if parent == process and b"spawn_main" in words:
            found.add(int(stat.parent.name))
    return found


def is_there(process: int) -> bool:
    from handoutgen.batch.processes import is_running

    return is_running(process)


def test_two_batches_on_one_folder_at_once(killing: ModuleType, tmp_path: Path) -> None:
    trial = killing.Trial(tmp_path, 1)
    trial.set_up(40)
    first = trial.start("killed")
    while not trial.files("killed") and first.poll() is None:
        time.sleep(0.02)
    words = ["batch", "plan.yaml", "--out", "killed", "--today", killing.TODAY]
    second = subprocess.run(
        [sys.executable, "-m", "handoutgen", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert first.poll() is None, "the first one ended before the second began: make it longer"
    assert second.returncode == 1
    assert "Another batch is working in killed" in second.stderr
    assert first.wait() == 0
    trial.look(all_of_them=True)
    assert trial.faults == []
