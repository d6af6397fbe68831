"""One at a time at a file, and nothing left of it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from handoutgen.service.alone import alone_with


def test_two_at_once_go_one_after_the_other_and_leave_nothing(tmp_path: Path) -> None:
    path, seen = tmp_path / "hill.yaml", list[int]()
    path.write_text("x", encoding="utf-8")

    def work() -> None:
        for _ in range(40):
            with alone_with(path):
                seen.append(1)
                time.sleep(0.0005)
                assert len(seen) == 1
                seen.clear()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert seen == [] and [each.name for each in tmp_path.iterdir()] == ["hill.yaml"]


def test_a_lock_that_a_dead_process_left_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".hill.lock").touch()
    with alone_with(tmp_path / "hill.yaml"):
        pass


def test_where_there_can_be_no_lock_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    with alone_with(tmp_path / "nowhere" / "hill.yaml"):
        pass
