"""Bodies in furniture, each shown beside the same body where it belongs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from handoutgen.content.poses.model import PoseScene
from handoutgen.drawing.checks.collisions import SolidPart, clearances, collisions, depth_in, way_out_of
from handoutgen.drawing.outline.vectors import vector
from handoutgen.drawing.props.space import Box
from handoutgen.drawing.skeleton.complaints import Complaint

SEATED = {"at": [0, 33], "near_leg": {"hip": 90, "knee": 88}, "far_leg": {"hip": 90, "knee": 88}}
CHAIR = {"type": "chair", "x": -14, "back": -1}
LYING = {"at": [0, 8.8], "pelvis": -88, "chest": -88, "legs": {"ankle": [49, 4.3], "foot": 75}}
MAT = {"type": "mat", "x": [-58, 64], "y": 0}
WALL = {"type": "wall", "x": 30}
FLOOR = {"type": "floor", "x": [-40, 40]}


def found(figure: dict[str, Any], *props: dict[str, Any]) -> tuple[Complaint, ...]:
    return collisions(PoseScene.model_validate({"figure": figure, "props": props}))


def parts(figure: dict[str, Any], *props: dict[str, Any]) -> set[str]:
    return {each.joint.removeprefix("the ") for each in found(figure, *props)}


@pytest.mark.parametrize(
    ("figure", "props"),
    [(SEATED, [CHAIR, FLOOR]), (LYING, [MAT]), ({}, [FLOOR]), ({"at": [0, 53]}, [WALL, FLOOR])],
    ids=["seated", "lying", "standing", "by a wall"],
)
def test_a_body_where_it_belongs(figure: dict[str, Any], props: list[dict[str, Any]]) -> None:
    assert found(figure, *props) == ()


def test_a_seat_that_is_too_high_for_the_body() -> None:
    low = SEATED | {"at": [0, 27]}
    assert {"seat", "right thigh", "left thigh"} <= parts(low, CHAIR)


def test_a_body_that_sits_too_far_back() -> None:
    assert "back" in parts(SEATED | {"at": [-12, 33]}, CHAIR)


def test_a_body_in_its_mat() -> None:
    assert {"seat", "back", "head"} <= parts(LYING | {"at": [0, 1]}, MAT)


def test_a_head_through_a_wall() -> None:
    assert parts({"at": [27, 53]}, WALL) >= {"head"}
    (head,) = [each for each in found({"at": [27, 53]}, WALL) if each.joint == "the head"]
    assert head.key == "head"
    assert head.text.endswith("too deep in the wall: move it to the left, or the wall away.")


def test_a_forearm_through_a_wall_but_not_the_arm_at_the_side() -> None:
    figure = {"near_arm": {"shoulder": 90, "elbow": 0}, "far_arm": {"shoulder": 0}}
    assert parts(figure, WALL | {"x": 25}) == {"right forearm"}
    (arm,) = found(figure, WALL | {"x": 25})
    assert arm.key == "near_arm"


def test_feet_under_the_floor() -> None:
    assert parts({"at": [0, 50]}, FLOOR) == {"right foot", "left foot"}
    assert parts({"at": [0, 53]}, FLOOR) == set()
    raised = {"at": [0, 56.9], "legs": {"ankle": [0, 7.9], "foot": -42, "toes": 42}}
    assert parts(raised, FLOOR) == set()
    assert parts(raised | {"legs": {"ankle": [0, 7.9], "foot": -42}}, FLOOR) == {"right foot", "left foot"}


def test_limbs_that_are_not_drawn_hit_nothing() -> None:
    low = {"at": [0, 50]}
    assert parts(low | {"skip": ["far_leg"]}, FLOOR) == {"right foot"}
    assert parts(low | {"skip": ["right_leg", "left_leg"]}, FLOOR) == set()


def test_a_turned_seat_is_hit_where_it_stands() -> None:
    chair = {"type": "chair_front", "x": 0}
    figure = {"facing": 90, "at": [0, 33, 0], "legs": {"hip": 90, "knee": 88}}
    assert parts(figure, chair) == set()
    assert "seat" in parts(figure | {"at": [0, 26, 0]}, chair)


def test_all_people_are_looked_at() -> None:
    scene = PoseScene.model_validate({"figures": [{}, {"at": [0, 50]}], "props": [FLOOR]})
    assert {each.joint for each in collisions(scene)} == {"the right foot", "the left foot"}


@pytest.mark.parametrize(
    ("place", "way"),
    [
        ((0, 74, 0), "up"), ((0, 34, 0), "down"), ((-16, 54, 0), "to the left"), ((16, 54, 0), "to the right"),
        ((0, 54, 17), "towards the viewer"), ((0, 54, -17), "away from the viewer"),
    ],
)  # fmt: skip
def test_the_way_out(place: tuple[float, float, float], way: str) -> None:
    ball = SolidPart("hand", vector(*place)[None, :], np.array([3.0]), 0, "arms")
    hit = depth_in(ball, Box((0, 54, 0), (30, 38, 32)))
    assert hit.depth > 1
    assert way_out_of(hit.way_out) == way


def test_how_far_parts_are_from_a_box() -> None:
    balls = np.array([[0.0, 12, 0], [0, 0, 0], [8, 9, 0], [0, 4, 0]])
    part = SolidPart("thigh", balls, np.array([2.0, 1, 1, 3]), 0, "legs")
    gaps = clearances(part, Box((0, 0, 0), (10, 10, 10)))
    assert gaps == pytest.approx([5, -6, 4, -4])


def test_a_floor_is_solid_where_its_line_is() -> None:
    low = {"at": [100, 50]}
    assert parts(low, {"type": "floor", "x": [80, 120]}) == {"right foot", "left foot"}
    assert parts(low, {"type": "floor", "x": [-40, 60]}) == set()
    assert parts({"at": [100, 60]}, {"type": "floor", "x": [80, 120], "y": 10}) == {"right foot", "left foot"}


def test_an_arm_that_is_left_out() -> None:
    figure = {"near_arm": {"shoulder": 90, "elbow": 0}, "far_arm": {"shoulder": 0}}
    assert parts(figure | {"skip": ["near_arm"]}, WALL | {"x": 25}) == set()
