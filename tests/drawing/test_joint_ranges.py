"""What no body does is named: the joint, how far it went, how far it may go, and what to change."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.skeleton.body import solve
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.ranges import MARGIN, RANGES, Motion


def complaints(**words: Any) -> tuple[Complaint, ...]:
    return solve(PosedFigure.model_validate(words)).complaints


@pytest.mark.parametrize(
    ("words", "joint", "key", "text"),
    [
        ({"near_leg": {"hip": 150}}, "the right hip", "near_leg", "The right hip bends 150°, but 134° is as far"),
        ({"left_leg": {"hip": -50}}, "the left hip", "left_leg", "The left hip goes back 50°, but 30° is as far"),
        (
            {"legs": {"knee": 160}},
            "the right knee",
            "legs",
            "bends 160°, but 142° is as far as it goes: lessen `knee`.",
        ),
        ({"legs": {"knee": -40}}, "the left knee", "legs", "The left knee bends forward 40°, but 0° is as far"),
        ({"near_arm": {"elbow": -30}}, "the right elbow", "near_arm", "The right elbow bends back 30°, but 0°"),
        ({"far_leg": {"abduction": 60}}, "the left hip", "far_leg", "goes out to its side 60°, but 45° is"),
        ({"far_leg": {"abduction": -40}}, "the left hip", "far_leg", "crosses the other leg by 40°, but 30° is"),
        ({"near_leg": {"knee": 60, "rotation": 80}}, "the right hip", "near_leg", "turns outwards 80°, but 60° is"),
        ({"near_leg": {"ankle_flex": 50}}, "the right ankle", "near_leg", "bends up 50°, but 38° is as far"),
        ({"near_leg": {"ankle": [0, 8], "foot": -120}}, "the right ankle", "near_leg", "set `foot` to about -111"),
        ({"near_leg": {"toes": 90}}, "the right toes", "near_leg", "The right toes bend up 90°, but 70°"),
        (
            {"near_arm": {"shoulder": 200}},
            "the right shoulder",
            "near_arm",
            "reaches back over the head to 200°, but 180°",
        ),
        ({"near_arm": {"shoulder": -80}}, "the right shoulder", "near_arm", "reaches back 80°, but 60°"),
        (
            {"arms": {"elbow": 170}},
            "the right elbow",
            "arms",
            "bends 170°, but 150° is as far as it goes: lessen `elbow`.",
        ),
        ({"near_arm": {"elbow": 90, "rotation": 120}}, "the right shoulder", "near_arm", "turns inwards 120°, but 90°"),
        ({"near_arm": {"hand": {"bend": 95}}}, "the right wrist", "near_arm", "The right wrist bends 95°, but 80°"),
        ({"near_arm": {"elbow": 0, "hand": {"angle": 10}}}, "the right wrist", "near_arm", "wrist bends 100°, but 80°"),
        ({"neck": 60}, "the neck", "neck", "The neck bends forward 60°, but 45° is as far as it goes: lessen `neck`."),
        ({"neck": -90}, "the neck", "neck", "The neck bends back 90°, but 75°"),
        ({"head": 90}, "the neck", "head", "bring `head` closer to `chest`"),
        ({"turn": -100}, "the neck", "turn", "The neck turns to the left 100°, but 80°"),
        ({"tilt": 60}, "the neck", "tilt", "The neck tilts to the right 60°, but 45°"),
        ({"pelvis": 0, "chest": 110}, "the spine", "chest", "The spine bends forward 110°, but 90°"),
        ({"bend": -50}, "the spine", "bend", "The spine bends to the left 50°, but 35°"),
        ({"twist": 60}, "the spine", "twist", "The spine twists to the right 60°, but 45°"),
    ],
)
def test_a_joint_out_of_range_is_named(words: dict[str, Any], joint: str, key: str, text: str) -> None:
    found = complaints(**words)
    assert any(text in one.text and (one.joint, one.key) == (joint, key) for one in found), found


def test_standing_upright_nothing_is_wrong() -> None:
    assert complaints() == ()


@pytest.mark.parametrize("motion", get_args(Motion))
def test_limits_hold_on_both_sides_of_the_margin(motion: Motion) -> None:
    limits = RANGES[motion]
    assert limits.excess(limits.high + MARGIN) == 0
    assert limits.excess(limits.high + MARGIN + 1) == MARGIN + 1
    assert limits.excess(limits.low - MARGIN) == 0
    assert limits.excess(limits.low - MARGIN - 1) == -MARGIN - 1
    assert limits.nearest(999) == limits.high
    assert limits.nearest(-999) == limits.low
    assert limits.nearest((limits.low + limits.high) / 2) == (limits.low + limits.high) / 2
    assert len(limits.source) > 20


def test_a_place_out_of_reach_is_named_with_what_is_missing() -> None:
    (far,) = complaints(near_arm={"wrist": [60, 80]})
    assert far.joint == "the right wrist"
    assert far.key == "near_arm"
    assert far.text.startswith("The right wrist is to be 27.4 farther away than the limb reaches: move it nearer")
    near = complaints(near_arm={"wrist": [-0.6, 81]})
    assert any("farther in than it can be bent: move it farther away" in found.text for found in near)


def test_an_elbow_that_points_the_wrong_way_gets_a_better_pole() -> None:
    lying = {"at": [0, 9], "pelvis": -90, "chest": -90}
    (found,) = [
        c for c in complaints(near_arm={"wrist": [-10, 2], "pole": [0, 1, 0]}, **lying) if "shoulder" in c.joint
    ]
    assert "set `pole` to about [" in found.text
    pole = [float(x) for x in found.text.split("[")[1].split("]")[0].split(",")]
    assert complaints(near_arm={"wrist": [-10, 2], "pole": pole}, **lying) == ()


def test_arms_out_at_the_side_are_held_to_no_forward_angle() -> None:
    assert complaints(near_arm={"abduction": 90}) == ()
    assert complaints(facing=90, right_arm={"wrist": [-37, 80, -17], "pole": [0, -1, 0]}) == ()


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ({"pelvis": 0, "chest": 110}, "bring `pelvis` and `chest` closer together."),
        ({"near_leg": {"hip": 150}}, "change `hip`."),
        ({"near_leg": {"abduction": 60}}, "change `abduction`."),
        ({"near_leg": {"knee": 60, "rotation": 80}}, "lessen `rotation`."),
        ({"near_leg": {"ankle_flex": 50}}, "lessen `ankle_flex`."),
        ({"near_leg": {"toes": 90}}, "lessen `toes`."),
        ({"near_arm": {"shoulder": 200}}, "change `shoulder`."),
        ({"near_arm": {"elbow": 90, "rotation": 120}}, "lessen `rotation`."),
        ({"near_arm": {"elbow": 0, "hand": {"angle": 10}}}, "bring the hand's `angle` closer to that of the forearm."),
        ({"at": [0, 12], "near_leg": {"ankle": [2, 8]}}, "move the ankle away from the hip."),
        ({"near_arm": {"wrist": [3, 84]}}, "move the wrist away from the shoulder."),
        ({"near_leg": {"ankle": [0, 8, 60]}}, "move the ankle aside or use `pelvis_turn`."),
        ({"near_arm": {"wrist": [-30, 85], "pole": [0, -1, 0]}}, "move the wrist, or turn the elbow with `pole`."),
        ({"near_leg": {"ankle": [-40, 30], "pole": [0, -1, 0]}}, "move the ankle or `at`."),
        ({"near_arm": {"wrist": [8, 75, -30]}}, "move the wrist outwards."),
        ({"tilt": 60}, "bring `tilt` closer to `bend`."),
        ({"twist": 60}, "lessen `twist`."),
        ({"bend": 50}, "lessen `bend`."),
    ],
)
def test_what_to_change(words: dict[str, Any], remedy: str) -> None:
    found = [complaint.text for complaint in complaints(**words)]
    assert any(text.endswith(f": {remedy}") for text in found), found


@pytest.mark.parametrize(("angle", "found"), [(-90, 0), (90, 1), (-10, 0), (-11 - 180, 1), (270, 0), (-171, 0), (0, 1)])
def test_a_wrist_bends_by_the_shorter_way_round(angle: float, found: int) -> None:
    assert len(complaints(near_arm={"elbow": 0, "hand": {"angle": angle}})) == found


def test_a_forearm_that_points_at_the_viewer_has_no_angle_to_its_hand() -> None:
    assert complaints(facing=90, near_arm={"shoulder": 90, "elbow": 0, "hand": {"angle": 10}}) == ()
