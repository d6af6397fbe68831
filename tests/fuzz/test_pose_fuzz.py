"""Broken poses by the hundred: each ends in a pose or in findings with places inside the file."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.test_yaml_fuzz import assert_places_are_in
from fuzz.yaml_mutants import Mutate, byte_mutants, structure_mutants
from handoutgen.content.poses.load import pose_from
from handoutgen.errors import ContentRefused

ROOT = Path(__file__).parents[2] / "handouts" / "poses"
POSES = [
    ROOT / "balance-falls/sit-to-stand.yaml",
    ROOT / "back/lifting-safely.yaml",
    ROOT / "hand-wrist/thumb-touch.yaml",
]
SEED = 20261126
COUNT = 700


@pytest.mark.parametrize("path", POSES, ids=lambda path: path.stem)
@pytest.mark.parametrize("mutants", [structure_mutants, byte_mutants], ids=["nodes", "bytes"])
def test_a_broken_pose_loads_or_is_refused_with_places(path: Path, mutants: Callable[[bytes], Mutate]) -> None:

    make = mutants(path.read_bytes())
    taken = 0
    for number in range(COUNT):
        data = make(random.Random(f"{SEED}-{path.stem}-{number}"))
        try:
            assert_places_are_in(data, pose_from(data, path).diagnostics)
            taken += 1
        except ContentRefused as refusal:
            assert refusal.diagnostics
            assert_places_are_in(data, refusal.diagnostics)
        except Exception as error:
            pytest.fail(f"{path.stem} {number}: {type(error).__name__}: {error}")
    assert COUNT // 100 < taken < COUNT
