"""One folder, one batch: the living keep the others out, the dead do not."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from handoutgen.batch.lock import locked
from handoutgen.batch.processes import beginning_of, is_running
from handoutgen.errors import HandoutError


def write_lock(folder: Path, host: str, process: int, began: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "lock-0.json"
    path.write_text(json.dumps({"host": host, "process": process, "began": began}), encoding="utf-8")
    return path


def finished_process() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    return process.pid


def test_a_second_batch_is_told_who_works_there(tmp_path: Path) -> None:
    with locked(tmp_path / "state"), pytest.raises(HandoutError) as refused, locked(tmp_path / "state"):
        pytest.fail("two batches in one folder")
    assert str(os.getpid()) in refused.value.message
    assert "another --out" in refused.value.remedy


def test_the_folder_is_free_again_afterwards_also_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), locked(tmp_path):
        raise RuntimeError
    with locked(tmp_path) as died:
        assert died is False
    assert list(tmp_path.iterdir()) == []


def test_the_second_one_leaves_the_first_ones_lock_alone(tmp_path: Path) -> None:
    with locked(tmp_path):
        for _ in range(2):
            with pytest.raises(HandoutError), locked(tmp_path):
                pass
        assert len(list(tmp_path.iterdir())) == 1


def test_a_lock_whose_owner_is_gone_is_taken_away(tmp_path: Path) -> None:
    lock = write_lock(tmp_path, platform.node(), finished_process(), "then")
    with locked(tmp_path) as died:
        assert died is True
        assert not lock.exists()


def test_a_process_that_only_has_the_dead_ones_number_does_not_count(tmp_path: Path) -> None:
    write_lock(tmp_path, platform.node(), os.getpid(), "another moment")
    with locked(tmp_path) as died:
        assert died is True


def test_an_owner_on_another_machine_counts_as_alive_and_the_file_is_named(tmp_path: Path) -> None:
    lock = write_lock(tmp_path, "another-machine", 1, "then")
    with pytest.raises(HandoutError) as refused, locked(tmp_path):
        pass
    assert str(lock) in refused.value.remedy
    assert lock.exists()


def test_a_lock_that_cannot_be_read_is_not_taken_away(tmp_path: Path) -> None:
    (tmp_path / "lock-0.json").write_text("{", encoding="utf-8")
    with pytest.raises(HandoutError, match="cannot be read"), locked(tmp_path):
        pass


@pytest.mark.parametrize(
    "text",
    [
        "[]", "{}", '{"host": "x", "process": 1e400, "began": "x"}', '{"host": "x", "process": -1, "began": "x"}',
        '{"host": "x", "process": 4294967296, "began": "x"}', '{"host": 1, "process": 1, "began": "x"}',
        '{"host": "x", "process": true, "began": "x"}', "[" * 9_000, "[" * 100_000, " " * 20_000,
    ],
)  # fmt: skip
def test_a_lock_that_no_batch_has_written_is_named_to_be_deleted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lock-0.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HandoutError, match="cannot be read") as refused, locked(tmp_path):
        pass
    assert "delete that file" in refused.value.remedy
    assert path.exists()


def test_we_run_and_a_finished_process_does_not() -> None:
    assert is_running(os.getpid())
    assert beginning_of(os.getpid()) == beginning_of(os.getpid()) != ""
    assert not is_running(finished_process())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such state")
def test_a_killed_process_that_nobody_has_counted_yet_does_not_run() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process.kill()
    try:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # wait until it is dead, and leave it a zombie
        assert not is_running(process.pid)
    finally:
        process.wait()
