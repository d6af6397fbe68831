"""The spine between pelvis and chest, and the places that hang on trunk, arm and leg."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from handoutgen.content.poses.model import LegPose, PosedFigure
from handoutgen.drawing.outline.vectors import Array, vector
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.anchors import leg_anchors, on_sides, trunk_anchors
from handoutgen.drawing.skeleton.body import solve_in_space
from handoutgen.drawing.skeleton.frames import SIDES, BodyFrame, LeftOrRight, seen, square_to, standing
from handoutgen.drawing.skeleton.joints import joint_angles, key_of
from handoutgen.drawing.skeleton.limbs import KNEE, Leg, Swing, bones_at
from handoutgen.drawing.skeleton.placing import foot_directions
from handoutgen.drawing.skeleton.spine import LINKS, Trunk, TrunkPosture, postures, trunk_of

HIPS = vector(0, 53, 0)


def figure(**words: Any) -> PosedFigure:
    return PosedFigure.model_validate(words)


def trunk(**words: Any) -> Trunk:
    return trunk_of(figure(**words), standing(0), HIPS)


def test_the_parts_of_the_trunk_follow_each_other_where_nothing_is_said() -> None:
    stand = postures(figure(pelvis=20))
    assert (stand.pelvis, stand.chest, stand.head) == tuple([TrunkPosture(20, 0, 0)] * 3)
    stand = postures(figure(pelvis=20, chest=40, neck=-10, bend=5, twist=10, turn=20, pelvis_turn=3, pelvis_tilt=2))
    assert stand.pelvis == TrunkPosture(20, 3, 2)
    assert stand.chest == TrunkPosture(40, 13, 5)
    assert stand.head == TrunkPosture(30, 33, 5)
    assert postures(figure(head=-90, neck=44, tilt=7)).head == TrunkPosture(-90, 0, 7)


def test_half_way_between_two_postures() -> None:
    assert TrunkPosture(0, 10, 20).towards(TrunkPosture(40, 30, 0), 0.5) == TrunkPosture(20, 20, 10)
    assert TrunkPosture(1, 2, 3).leaning_more(4) == TrunkPosture(5, 2, 3)


def test_the_spine_bends_evenly_and_keeps_its_length() -> None:
    bent = trunk(pelvis=0, chest=60)
    assert len(bent.spine) == len(bent.frames) == LINKS + 1
    steps = np.linalg.norm(np.diff(bent.spine, axis=0), axis=1)
    assert steps.sum() == pytest.approx(bones.SPINE)
    assert steps == pytest.approx(bones.SPINE / LINKS)
    leans = [np.degrees(np.arctan2(frame.up[0], frame.up[1])) for frame in bent.frames]
    assert leans[0] == pytest.approx(0)
    assert leans[LINKS // 2] == pytest.approx(30, abs=2)
    assert leans[-1] == pytest.approx(60, abs=0.1)
    assert (np.diff(leans) > -1e-9).all()


def test_directions_of_a_frame_stay_square_to_each_other() -> None:
    frame = standing(35, 20).leaning(50).turning(-30).bending(10)
    axes = np.array([frame.forward, frame.up, frame.right])
    assert axes @ axes.T == pytest.approx(np.eye(3))
    assert np.cross(frame.forward, frame.up) == pytest.approx(frame.right)


@pytest.mark.parametrize(
    ("frame", "up", "right"),
    [
        (standing(0).leaning(90), [1, 0, 0], [0, 0, 1]),
        (standing(0).turning(90), [0, 1, 0], [-1, 0, 0]),
        (standing(0).bending(90), [0, 0, 1], [0, -1, 0]),
        (standing(90).bending(90), [-1, 0, 0], [0, -1, 0]),
        (standing(90, 90), [-1, 0, 0], [0, -1, 0]),
    ],
)
def test_which_way_a_body_leans_turns_and_bends(frame: BodyFrame, up: list[float], right: list[float]) -> None:
    assert frame.up == pytest.approx(up, abs=1e-9)
    assert frame.right == pytest.approx(right, abs=1e-9)


def test_a_place_in_a_frame() -> None:
    assert standing(0).place(vector(1, 2, 3), 10, 20, 30) == pytest.approx([11, 22, 33])
    assert standing(90).place(vector(1, 2, 3), 10, 20, 30) == pytest.approx([-29, 22, 13])
    assert standing(0).sideways("left") == pytest.approx([0, 0, -1])


def test_what_the_viewer_sees_from_above() -> None:
    assert seen(vector(3, 2, 0), 90) == pytest.approx([3, 0, 2])
    assert seen(vector(3, 0, 2), 90) == pytest.approx([3, -2, 0])
    assert seen(vector(3, 2, 5), 0) == pytest.approx([3, 2, 5])
    assert square_to(vector(0, 1, 0), vector(3, 2, 5)) == pytest.approx([3, 0, 5])


def test_places_on_head_and_trunk() -> None:
    found = trunk_anchors(trunk())
    assert found["head"] == pytest.approx([0.8, 91.7, 0])
    assert found["mouth"] == pytest.approx([0.8 + 5 * 1.03, 91.7 - 2.3 * 1.03, 0])
    assert found["chin"][1] < found["mouth"][1] < found["nose"][1] < found["eye"][1] < found["crown"][1]
    assert found["ear"][0] < found["eye"][0] < found["nose"][0]
    assert found["belly"] == pytest.approx([6.5, 53 + 0.3 * 31.5, 0])
    assert found["chest"][1] > found["belly"][1]
    turned = trunk_anchors(trunk(turn=90))
    assert turned["nose"] == pytest.approx([0.8, 91.7, 6 * 1.03])


def test_places_on_a_leg_whose_toes_are_bent() -> None:
    flat = solve_in_space(figure(legs={"ankle": [0, 4.3], "foot": 0})).legs["right"]
    found = {name: place[:2] for name, place in leg_anchors(flat).items()}
    assert found["heel"] == pytest.approx([-4, 0])
    assert found["ball"] == pytest.approx([6.8, 0])
    assert found["toes"] == pytest.approx([11, 0])
    bent = solve_in_space(figure(legs={"ankle": [0, 4.3], "foot": 0, "toes": 90})).legs["right"]
    assert leg_anchors(bent)["toes"][:2] == pytest.approx([6.8, 4.2])
    assert leg_anchors(bent)["ball"] == pytest.approx(leg_anchors(flat)["ball"])


def test_both_names_of_a_side() -> None:
    place = vector(1, 2, 3)
    assert [name for name, _ in on_sides({"knee": place}, "left", "right")] == ["left_knee", "far_knee"]
    assert [name for name, _ in on_sides({"knee": place}, "left", "left")] == ["left_knee", "near_knee"]


def test_which_word_poses_a_limb() -> None:
    both = figure(legs={"hip": 3}, near_leg={"hip": 4}, left_arm={"elbow": 4})
    assert key_of(both, "leg", "right", "right") == "near_leg"
    assert key_of(both, "leg", "left", "right") == "legs"
    assert key_of(both, "arm", "left", "right") == "left_arm"
    assert key_of(both, "arm", "right", "right") == "right_arm"


def foot(side: LeftOrRight, words: dict[str, float]) -> tuple[Array, Array]:
    leg = bones_at(HIPS, Swing(0, 0, 0, 0), (24, 24), standing(0), side, KNEE)
    return foot_directions(LegPose.model_validate(words), leg, standing(0), side)


@pytest.mark.parametrize(
    ("words", "forward", "up"),
    [
        ({}, [1, 0, 0], [0, 1, 0]),
        ({"foot": 90}, [0, 1, 0], [-1, 0, 0]),
        ({"ankle_flex": 30}, [0.866, 0.5, 0], [-0.5, 0.866, 0]),
        ({"ankle_flex": -90}, [0, -1, 0], [1, 0, 0]),
        ({"foot": 0, "out": 90}, [0, 0, 1], [0, 1, 0]),
        ({"out": 90}, [0, 0, 1], [0, 1, 0]),
        ({"foot": 30, "out": 90}, [0, 0.5, 0.866], [0, 0.866, -0.5]),
    ],
)
def test_where_a_right_foot_points(words: dict[str, float], forward: list[float], up: list[float]) -> None:
    found = foot("right", words)
    assert found[0] == pytest.approx(forward, abs=1e-3)
    assert found[1] == pytest.approx(up, abs=1e-3)


def test_a_left_foot_turns_out_to_the_left() -> None:
    assert foot("left", {"foot": 0, "out": 90})[0] == pytest.approx([0, 0, -1], abs=1e-9)


def test_all_joints_of_a_standing_figure_are_measured_and_near_rest() -> None:
    skeleton = solve_in_space(figure(arms={"elbow": 0}))
    found = list(joint_angles(figure(), skeleton.trunk, skeleton.legs, skeleton.arms, "right"))
    assert {each.joint for each in found} >= {
        "the spine",
        "the neck",
        "the left hip",
        "the right ankle",
        "the left wrist",
    }
    assert all(abs(each.angle) < 1e-3 for each in found)
    assert isinstance(skeleton.legs["right"], Leg)


def test_an_elbow_without_a_pole_points_down_backward_and_a_little_outwards() -> None:
    reaching = {"wrist": [15, 70]}
    told = figure(near_arm=reaching | {"pole": [-0.35, -1, 0.25]}, far_arm=reaching | {"pole": [-0.35, -1, -0.25]})
    left, right = solve_in_space(figure(arms=reaching)), solve_in_space(told)
    for side in SIDES:
        assert left.arms[side].joint == pytest.approx(right.arms[side].joint)
        assert left.arms[side].upper == pytest.approx(right.arms[side].upper)


def test_a_knee_without_a_pole_points_forward_or_out_with_the_pelvis() -> None:
    low = {"at": [0, 40], "pelvis": 20}
    forward, up = standing(0).leaning(20).forward, standing(0).leaning(20).up
    for splay in (0, 1):
        pole = [float(x) for x in forward + up * 0.3 + vector(0, 0, splay)]
        told = solve_in_space(figure(near_leg={"ankle": [5, 4.3], "pole": pole}, **low))
        left = solve_in_space(figure(near_leg={"ankle": [5, 4.3], "splay": splay}, **low))
        assert left.legs["right"].joint == pytest.approx(told.legs["right"].joint)
