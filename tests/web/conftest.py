from __future__ import annotations

from pathlib import Path

import pytest

from web.desk import Desk, desk_for, small_clinic_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_clinic_project(tmp_path / "project")


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Desk:
    """A browser at the desk of the small project."""
    return desk_for(project, kept=tmp_path / "kept" / "kept.json")
