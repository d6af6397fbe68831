"""The poses that ship: each is free of mistakes, says in words what it shows, and lies beside its drawing of today."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from drawn_alike import alike
from handoutgen.check.drawings import check_pose
from handoutgen.content.poses.load import load_pose
from handoutgen.content.poses.model import SUBJECTS_OF_POSES
from handoutgen.diagnostics import Severity
from handoutgen.library.poses import poses_in
from handoutgen.pictures.examine import doubts
from handoutgen.pictures.figures import load_figure
from handoutgen.service.drawing import drawn_pose

ROOT = Path(__file__).parents[2] / "handouts" / "poses"
POSES = poses_in(ROOT)
EVERY = 1 if os.environ.get("HANDOUTGEN_ALL_TESTS") else 12
"""Drawing takes half a second each: between commits, every twelfth."""
MOST_BYTES = 16_000
"""Of one frame: a leaflet with ten of them stays small enough to send."""


def test_no_name_stands_twice_in_one_folder_and_every_subject_is_known() -> None:
    assert len({path.stem for path in POSES}) == len(POSES) > 0
    assert {path.parent.name for path in POSES} <= set(SUBJECTS_OF_POSES)
    assert {path.parent for path in POSES} == {path.parent for path in ROOT.glob("*/*.yaml")}


@pytest.mark.parametrize("path", POSES, ids=lambda path: path.stem)
def test_a_pose_has_no_mistakes_and_its_drawing_is_in_step(path: Path) -> None:
    loaded = load_pose(path)
    assert check_pose(loaded) == ()
    assert loaded.pose.alt.endswith(".") and len(loaded.pose.alt.split()) >= 8
    assert not loaded.pose.alt.lower().startswith(("image", "picture", "drawing"))


@pytest.mark.parametrize("path", POSES, ids=lambda path: path.stem)
def test_a_drawing_is_a_figure_that_leaflets_take(path: Path) -> None:
    figure = load_figure(path.parent, path.with_suffix(".svg").name, max_width_pt=300)
    assert list(doubts(figure)) == []
    assert path.with_suffix(".svg").stat().st_size <= MOST_BYTES * len(load_pose(path).pose.scenes())


@pytest.mark.parametrize("path", POSES[::EVERY], ids=lambda path: path.stem)
def test_a_pose_is_drawn_as_it_was_and_nothing_in_it_is_doubtful(path: Path) -> None:
    """After a change of the engine: handoutgen draw handouts/poses, look at every drawing, and raise REVISION."""
    drawn = drawn_pose(load_pose(path))
    assert [f for f in drawn.diagnostics if f.severity is not Severity.NOTE] == []
    assert alike(drawn.svg, path.with_suffix(".svg").read_text(encoding="utf-8"))


CURVE = re.compile(r'<path d="M([\d.]+)')


@pytest.mark.parametrize("stem", ["sit-to-stand", "cat-stretch", "walk-frame"])
def test_a_drawing_with_a_curve_begun_elsewhere_or_a_part_less_is_not_the_same(stem: str) -> None:
    svg = next(path for path in POSES if path.stem == stem).with_suffix(".svg").read_text(encoding="utf-8")
    longest = max(re.findall(r"<path [^>]*/>", svg), key=len)
    moved = CURVE.sub(lambda found: f'<path d="M{float(found[1]) + 3:g}', longest, count=1)
    assert moved != longest
    assert alike(svg, svg)
    assert not alike(svg, svg.replace(longest, moved))
    assert not alike(svg, svg.replace(longest, ""))
