"""Promise 3: the same inputs give the same bytes, on any machine and any day."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handoutgen.pdf.writing.render import render
from handoutgen.workshop import Workshop
from leaflets.conftest import LEG_CRAMPS, Make


def built(folder: Path, **environment: str) -> dict[str, str]:
    """The hashes of what one process builds in a folder of its own."""
    command = [sys.executable, "-m", "handoutgen", "build", "leg-cramps-ms", "--size", "standard", "--size", "giant"]
    env = {**os.environ, **environment}
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    files = sorted((folder / "out").glob("*.pdf"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    found = built(tmp_path_factory.mktemp("one"), PYTHONHASHSEED="1", TZ="UTC")
    assert len(found) == 2
    return found


@pytest.mark.parametrize(("seed", "zone"), [("2", "Pacific/Auckland"), ("777", "America/Los_Angeles")])
def test_another_process_folder_hash_seed_and_time_zone_give_the_same_bytes(
    tmp_path: Path, expected: dict[str, str], seed: str, zone: str
) -> None:
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    assert built(folder, PYTHONHASHSEED=seed, TZ=zone) == expected


def test_a_copy_of_the_leaflet_elsewhere_gives_the_same_bytes(tmp_path: Path, expected: dict[str, str]) -> None:
    shutil.copytree(LEG_CRAMPS.parent, tmp_path / "handouts" / "leg-cramps-ms")
    assert built(tmp_path) == expected


def test_what_a_process_did_before_does_not_show(make: Make, workshop: Workshop) -> None:
    """Fonts, drawings and parts are remembered: none of that may reach the bytes."""
    made = make("a4", "standard")
    make("letter", "30")
    assert render(made.plan, workshop.fonts) == made.data
    assert render(made.plan, Workshop().fonts) == made.data
