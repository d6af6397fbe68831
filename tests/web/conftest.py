from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from web.browser import Served, chromium, served
from web.desk import Desk, desk_for, small_clinic_project

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_clinic_project(tmp_path / "project")


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Desk:
    """A browser at the desk of the small project."""
    return desk_for(project, kept=tmp_path / "kept" / "kept.json")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The pages of this project's own leaflets, for a clinic."""
    with served(PROJECT, "riverside-neurology", tmp_path_factory.mktemp("own")) as running:
        yield running
