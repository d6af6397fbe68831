"""Joints of whole figures, held to tables of values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.body import solve, solve_in_space
from handoutgen.drawing.skeleton.frames import SIDES, seen

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "joints.yaml").read_text())
STANDING = {"legs": {"hip": 0}, "arms": {"shoulder": 0, "elbow": 0}}


def figure(**words: Any) -> PosedFigure:
    return PosedFigure.model_validate(words)


def places(**words: Any) -> dict[str, list[float]]:
    return {name: [round(float(x), 1) + 0.0 for x in place] for name, place in solve(figure(**words)).anchors().items()}


@pytest.mark.parametrize("name", TABLE)
def test_joints_are_where_the_table_has_them(name: str) -> None:
    anchors = solve(figure(**TABLE[name]["figure"])).anchors()
    for joint, place in TABLE[name]["joints"].items():
        assert anchors[joint] == pytest.approx(place, abs=0.1), joint


def test_standing_the_joints_have_the_heights_of_the_table_of_bones() -> None:
    found = places(**STANDING)
    assert found["pelvis"] == [0, 53, 0]
    assert found["right_hip"] == [0, 53, 5]
    assert found["right_knee"] == [0, 28.5, 5]
    assert found["right_ankle"] == [0, 3.9, 5]
    assert found["left_shoulder"] == [-0.6, 79.8, -10.6]
    assert found["left_elbow"] == [-0.6, 61.2, -10.6]
    assert found["left_wrist"] == [-0.6, 46.6, -10.6]
    assert found["right_toes"] == [11, -0.4, 5]
    assert found["crown"][1] == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize(
    ("facing", "near", "toes", "right_hip"),
    [
        (0, "right", [11, -0.4, 5], [0, 53, 5]),
        (90, "right", [-5, -0.4, 11], [-5, 53, 0]),
        (180, "left", [-11, -0.4, -5], [0, 53, -5]),
        (-90, "right", [5, -0.4, -11], [5, 53, 0]),
        (30, "right", [7, -0.4, 9.8], [-2.5, 53, 4.3]),
        (150, "left", [-12, -0.4, 1.2], [-2.5, 53, -4.3]),
    ],
)
def test_facing_turns_the_whole_figure(facing: float, near: str, toes: list[float], right_hip: list[float]) -> None:
    skeleton = solve(figure(facing=facing, **STANDING))
    assert (skeleton.near, skeleton.far) == (near, "left" if near == "right" else "right")
    assert skeleton.anchors()["right_toes"] == pytest.approx(toes, abs=0.06)
    assert skeleton.hips["right"] == pytest.approx(right_hip, abs=0.06)


def test_lying_on_the_right_side_the_left_limbs_are_on_top_and_near_for_who_looks_down() -> None:
    lying = {"facing": 90, "roll": 90, "at": [0, 9.5], **STANDING}
    found = places(**lying)
    assert found["right_hip"] == [0, 4.5, 0]
    assert found["left_hip"] == [0, 14.5, 0]
    assert found["head"][0] < -30
    assert found["left_ankle"] == [49.1, 14.5, 0]
    assert solve(figure(**lying)).near == "right"
    assert solve(figure(camera=30, **lying)).near == "left"


def test_leaning_after_rolling_curls_the_body_forward_where_it_lies() -> None:
    found = solve(figure(facing=90, roll=90, at=[0, 9.5], pelvis=20, chest=40)).anchors()
    assert found["head"][2] > 15
    assert found["head"][1] == pytest.approx(9.5, abs=0.01)


def test_the_camera_looks_down_on_a_figure_that_stands_in_the_room() -> None:
    flat, above = solve_in_space(figure(facing=60)), solve(figure(facing=60, camera=20))
    assert above.camera == 20
    assert flat.camera == 0
    assert above.spine == pytest.approx(seen(flat.spine, 20))
    for name, place in flat.anchors().items():
        assert above.anchors()[name] == pytest.approx(seen(place, 20)), name
    x, y, _ = flat.anchors()["right_toes"]
    assert above.anchors()["right_toes"][0] == pytest.approx(x)
    assert above.anchors()["right_toes"][1] < y


def test_every_anchor_that_a_pose_may_name_is_there() -> None:
    found = solve(figure()).anchors()
    assert set(ANCHORS) <= set(found)
    assert all(place.shape == (3,) for place in found.values())


def test_near_and_far_are_other_names_for_right_and_left() -> None:
    found = places(facing=180, right_arm={"shoulder": 60}, left_arm={"shoulder": -10})
    assert found["near_wrist"] == found["left_wrist"] != found["right_wrist"] == found["far_wrist"]


def test_a_hand_tied_to_a_knee_moves_with_it_in_its_own_plane() -> None:
    seated = {"at": [0, 33], "near_leg": {"hip": 90, "knee": 90}, "pelvis": 30}
    found = solve(figure(near_arm={"wrist": ["near_knee", -2, 4]}, **seated)).anchors()
    assert found["near_wrist"][:2] == pytest.approx(found["near_knee"][:2] + np.array([-2, 4]))
    assert found["near_wrist"][2] == pytest.approx(10.6)
    deep = solve(figure(near_arm={"wrist": ["near_knee", -2, 4, 1]}, **seated)).anchors()
    assert deep["near_wrist"] == pytest.approx(deep["near_knee"] + np.array([-2, 4, 1]))


def test_a_hand_tied_to_a_knee_goes_as_deep_as_the_knee_when_the_figure_faces_the_viewer() -> None:
    legs = {"hip": 125, "knee": 90}
    found = solve(figure(facing=90, at=[0, 33], pelvis=40, legs=legs, arms={"wrist": ["right_knee", 0, 3]})).anchors()
    assert found["right_wrist"] == pytest.approx(found["right_knee"] + np.array([0, 3, 0]))


def test_an_ankle_can_be_tied_to_the_other_knee() -> None:
    found = solve(figure(right_leg={"ankle": ["left_knee", 0, 3, 4]}, left_leg={"hip": 90, "knee": 90}, at=[0, 33]))
    anchors = found.anchors()
    assert anchors["right_ankle"] == pytest.approx(anchors["left_knee"] + np.array([0, 3, 4]))


def test_limbs_tied_to_each_other_are_named() -> None:
    tied = solve(figure(right_arm={"wrist": ["left_hand", 0, 0]}, left_arm={"wrist": ["right_hand", 0, 0]}))
    named = [(found.joint, found.key) for found in tied.complaints]
    assert named == [("the right wrist", "right_arm"), ("the left wrist", "left_arm")]
    assert "tied to it in turn" in tied.complaints[0].text


def test_limbs_keep_the_lengths_of_their_bones() -> None:
    for entry in TABLE.values():
        skeleton = solve(figure(**entry["figure"]))
        for limbs, upper, lower in (
            (skeleton.legs, bones.THIGH, bones.SHANK),
            (skeleton.arms, bones.UPPER_ARM, bones.FOREARM),
        ):
            for side in SIDES:
                limb = limbs[side]
                assert np.linalg.norm(limb.joint - limb.root) == pytest.approx(upper)
                assert np.linalg.norm(limb.end - limb.joint) == pytest.approx(lower)


def test_pelvis_and_chest_turn_apart() -> None:
    skeleton = solve(figure(pelvis=-90, chest=-90, pelvis_turn=50, twist=-50, at=[0, 9]))
    assert skeleton.chest.right == pytest.approx([0, 0, 1])
    assert skeleton.pelvis.right[2] == pytest.approx(np.cos(np.radians(50)))
    assert skeleton.hips["right"][1] < skeleton.hips["left"][1]


def test_the_pelvis_tilts_alone() -> None:
    skeleton = solve(figure(facing=90, pelvis_tilt=8))
    assert skeleton.hips["left"][1] - skeleton.hips["right"][1] == pytest.approx(10 * np.sin(np.radians(8)))
    assert skeleton.chest.up == pytest.approx([0, 1, 0])


def test_a_tilted_head_moves_to_its_side() -> None:
    straight, tilted = (solve(figure(facing=90, tilt=tilt)) for tilt in (0, 30))
    assert tilted.head[0] - straight.head[0] == pytest.approx(-7.2 * np.sin(np.radians(12)))
    bent = solve(figure(facing=90, bend=20))
    assert bent.head_frame.up == pytest.approx(bent.chest.up)


def test_lifted_shoulders_take_the_arms_along() -> None:
    lifted, low = (solve(figure(shrug=shrug)) for shrug in (3, 0))
    for side in SIDES:
        assert lifted.arms[side].end[1] - low.arms[side].end[1] == pytest.approx(3)
        assert lifted.shoulders[side] == pytest.approx(lifted.arms[side].root)


def test_age_stoops_the_upper_spine_only() -> None:
    young, old = solve(figure()), solve(figure(body="older_woman"))
    assert old.spine[20] == pytest.approx(young.spine[20])
    assert old.head[0] > young.head[0] + 0.5


def test_toes_turn_out_on_both_sides() -> None:
    found = solve(figure(facing=90, legs={"ankle": [0, 4.3], "foot": 0, "out": 30}))
    assert found.legs["right"].foot_forward == pytest.approx([-0.5, 0, np.sqrt(0.75)])
    assert found.legs["left"].foot_forward == pytest.approx([0.5, 0, np.sqrt(0.75)])
    hanging = solve(figure(facing=90, legs={"hip": 0, "out": 30}))
    assert hanging.legs["right"].foot_forward == pytest.approx([-0.5, 0, np.sqrt(0.75)])


def test_a_foot_pitches_and_its_instep_stays_square_to_it() -> None:
    leg = solve(figure(near_leg={"ankle": [0, 8], "foot": -30})).legs["right"]
    assert leg.foot_forward == pytest.approx([np.sqrt(0.75), -0.5, 0])
    assert leg.foot_up == pytest.approx([0.5, np.sqrt(0.75), 0])
    flexed = solve(figure(near_leg={"hip": 0, "ankle_flex": 20})).legs["right"]
    assert flexed.foot_forward[1] == pytest.approx(np.sin(np.radians(20)))
