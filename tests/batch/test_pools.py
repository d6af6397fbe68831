"""What the processes of a batch keep on disk goes with them, whatever disturbs the end."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from handoutgen.batch.pools import _clear


def test_a_folder_is_taken_away_although_it_is_disturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "scratch"
    (folder / "inside").mkdir(parents=True)
    rmtree, disturbances = shutil.rmtree, [KeyboardInterrupt(), OSError(9, "Bad file descriptor")]

    def disturbed(*args: Any, **kwargs: Any) -> None:
        if disturbances:
            raise disturbances.pop()
        rmtree(*args, **kwargs)

    monkeypatch.setattr(shutil, "rmtree", disturbed)
    _clear(str(folder))
    assert not folder.exists()


def test_a_folder_that_is_gone_is_no_matter(tmp_path: Path) -> None:
    _clear(str(tmp_path / "none"))
