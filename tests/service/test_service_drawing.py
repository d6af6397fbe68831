"""Poses become files: whole, stamped, one by one, with what is doubtful at the word that says it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from handoutgen.content.poses.load import load_pose
from handoutgen.content.poses.stamp import REVISION, read_stamp
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.library.poses import PoseEntry
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.model import Drawing
from handoutgen.service.drawing import draw_poses, drawing_object, drawn_pose, refuse_without_drawing_room
from handoutgen.service.drawing_doubts import doubts_of, faults_in
from service.drawn_poses import STAND, written


def entry(path: Path) -> PoseEntry:
    return PoseEntry(path.stem, path, "project")


def test_a_drawing_lies_beside_its_pose_and_says_what_it_was_made_from(tmp_path: Path) -> None:
    path = written(tmp_path)
    (outcome,) = draw_poses([entry(path)], None)
    assert outcome.path == path.with_suffix(".svg")
    stamp = read_stamp(outcome.path.read_bytes())
    assert stamp is not None
    assert (stamp.pose, stamp.digest, stamp.revision) == ("stand", load_pose(path).digest, REVISION)
    assert 0.3 < stamp.anchors["pelvis"][1] < stamp.anchors["near_knee"][1] < stamp.anchors["right_ankle"][1] < 1


def test_a_drawing_is_the_same_every_time_and_a_figure_that_a_leaflet_takes(tmp_path: Path) -> None:
    loaded = load_pose(written(tmp_path))
    first = drawn_pose(loaded).svg
    assert drawn_pose(loaded).svg == first
    (tmp_path / "stand.svg").write_text(first, encoding="utf-8")
    assert isinstance(load_figure(tmp_path, "stand.svg", max_width_pt=300), Drawing)


def test_large_print_has_heavier_lines_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path)
    (outcome,) = draw_poses([entry(path)], tmp_path / "out", large=True)
    assert outcome.path == tmp_path / "out" / "stand-large.svg"
    assert outcome.drawn is not None and outcome.drawn.svg != drawn_pose(load_pose(path)).svg


def test_a_pose_that_fails_is_told_and_the_next_is_drawn(tmp_path: Path) -> None:
    broken, good = written(tmp_path, "broken", STAND.replace("at:", "att:")), written(tmp_path)
    first, second = draw_poses([entry(broken), entry(good)], None)
    assert isinstance(first.problem, ContentRefused) and first.exit_code == 1
    assert not broken.with_suffix(".svg").exists()
    assert second.problem is None and second.exit_code == 0


def test_an_older_drawing_stays_when_its_pose_is_broken(tmp_path: Path) -> None:
    path = written(tmp_path)
    list(draw_poses([entry(path)], None))
    before = path.with_suffix(".svg").read_bytes()
    written(tmp_path, "stand", STAND.replace("53", "5x"))
    (outcome,) = draw_poses([entry(path)], None)
    assert outcome.problem is not None
    assert path.with_suffix(".svg").read_bytes() == before


def test_a_joint_past_its_range_is_a_warning_at_its_word(tmp_path: Path) -> None:
    path = written(tmp_path, "bent", STAND + "  near_leg: {hip: 0, knee: 175}\n")
    found = drawn_pose(load_pose(path)).diagnostics
    assert [(f.code, str(f.severity), f.span.line, f.span.column) for f in found] == [("HG093", "warning", 9, 3)]
    assert "knee" in found[0].message and found[0].hint


def test_a_joint_of_a_step_is_found_in_its_step(tmp_path: Path) -> None:
    steps = "steps:\n  - figure: {at: [0, 50]}\n  - figure: {at: [0, 50], near_leg: {knee: 175}}\n"
    found = drawn_pose(load_pose(written(tmp_path, "bent", STAND + steps))).diagnostics
    assert {(f.code, f.span.line) for f in found} == {("HG093", 11)}


def test_a_limb_in_the_mat_and_a_person_in_the_air_are_told_at_their_words(tmp_path: Path) -> None:
    text = STAND.replace("figure:", "props: [{type: floor, x: [-30, 30]}]\nfigure:").replace("53", "40")
    found = drawn_pose(load_pose(written(tmp_path, "deep", text))).diagnostics
    assert ("HG501", "warning") in {(f.code, str(f.severity)) for f in found}
    high = drawn_pose(load_pose(written(tmp_path, "high", text.replace("40", "90")))).diagnostics
    assert [(f.code, f.span.line) for f in high] == [("HG502", 7)]


def test_what_an_eye_would_find_in_the_drawing_is_a_note(tmp_path: Path) -> None:
    loaded = load_pose(written(tmp_path))
    svg = drawn_pose(loaded).svg
    assert list(faults_in(loaded, svg)) == []
    (found,) = faults_in(loaded, svg + " " * 16_000)
    assert (found.code, str(found.severity), found.span.line) == ("HG503", "note", 1)
    assert "kB" in found.message


def test_each_joint_out_of_range_is_told_once(tmp_path: Path) -> None:
    loaded = load_pose(written(tmp_path))
    complaint = Complaint("the neck", "The neck bends 99°, but 50° is as far as it goes: set `neck` to 50.", "neck")
    (found,) = doubts_of(loaded, [complaint])
    assert (found.code, found.message) == ("HG093", "the neck bends 99°, but 50° is as far as it goes")
    assert (found.hint, found.span.line) == ("set `neck` to 50.", 5)


@pytest.mark.parametrize("missing", ["numpy", "shapely"])
def test_without_the_extra_its_name_is_told(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_without_drawing_room()
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(HandoutError) as refusal:
        refuse_without_drawing_room()
    assert 'pip install "handoutgen[draw]"' in refusal.value.remedy
    assert refusal.value.exit_code == 1


def test_a_pose_that_ships_is_not_drawn_into_the_program(tmp_path: Path) -> None:
    shipped = PoseEntry("stand", written(tmp_path), "library")
    with pytest.raises(HandoutError, match="ships with handoutgen"):
        draw_poses([shipped], None)
    (outcome,) = draw_poses([shipped], tmp_path / "out")
    assert outcome.path == tmp_path / "out" / "stand.svg"


def test_outcomes_as_objects_have_stable_keys(tmp_path: Path) -> None:
    broken, good = written(tmp_path, "broken", "a: b\n"), written(tmp_path)
    first, second = map(drawing_object, draw_poses([entry(broken), entry(good)], None))
    assert list(first) == ["pose", "file", "error", "exit_code"]
    assert list(second) == ["pose", "file", "path", "bytes", "sha256", "diagnostics"]
    assert second["bytes"] == good.with_suffix(".svg").stat().st_size
