"""Poses by name: the project's own first, subject by subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.library.poses import drawing_beside, find_pose, list_poses, poses_in
from service.drawn_poses import written


def test_the_projects_poses_hide_those_that_ship(tmp_path: Path) -> None:
    own = written(tmp_path, "sit-to-stand")
    found = {entry.name: entry for entry in list_poses(tmp_path)}
    assert (found["sit-to-stand"].path, found["sit-to-stand"].origin, found["sit-to-stand"].subject) == (
        own, "project", "back"
    )  # fmt: skip
    assert {entry.origin for entry in list_poses(tmp_path / "empty")} == {"library"}


def test_poses_stand_by_subject_and_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        written(tmp_path, name)
    (tmp_path / "poses" / "loose.yaml").write_text("", encoding="utf-8")
    own = [entry for entry in list_poses(tmp_path) if entry.origin == "project"]
    assert [(entry.subject, entry.name) for entry in own] == [("", "loose"), ("back", "a"), ("back", "b")]
    assert own[1].drawing == tmp_path / "poses/back/a.svg"


def test_only_files_that_can_be_poses_count(tmp_path: Path) -> None:
    written(tmp_path)
    for name in ("stand.svg", "Stand.yaml", "notes.txt", ".hidden.yaml"):
        (tmp_path / "poses/back" / name).write_text("", encoding="utf-8")
    assert [path.name for path in poses_in(tmp_path / "poses")] == ["stand.yaml"]
    assert poses_in(tmp_path / "none") == []


@pytest.mark.parametrize("name", ["stant", "../back/stand", "nothing.yaml"])
def test_what_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    written(tmp_path)
    with pytest.raises(UsageProblem):
        find_pose(name, tmp_path)


def test_a_pose_in_the_poses_folder_of_handouts_is_the_projects_own(tmp_path: Path) -> None:
    (tmp_path / "handouts").mkdir()
    written(tmp_path / "handouts")
    assert find_pose("stand", tmp_path).origin == "project"


def test_the_heavier_drawing_has_a_name_of_its_own() -> None:
    assert [drawing_beside(Path("a/b.yaml"), large).name for large in (False, True)] == ["b.svg", "b-large.svg"]
