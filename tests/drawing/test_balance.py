"""Bodies that would fall or float, each shown beside one that stands."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.poses.model import PosedFigure, PoseScene
from handoutgen.drawing.checks.balance import FOOT_MASS, HEAD_MASS, LIMB_MASSES, TRUNK_MASS, imbalances, mass_middle
from handoutgen.drawing.skeleton.body import solve_in_space

FLOOR = {"type": "floor", "x": [-40, 60]}
CHAIR = {"type": "chair", "x": -14, "back": -1}
LEANING = {"pelvis": 40, "chest": 50}


def told(figure: dict[str, Any], *props: dict[str, Any], **scene: Any) -> list[str]:
    found = imbalances(PoseScene.model_validate({"figure": figure, "props": props} | scene))
    assert all((each.joint, each.key) == ("the figure", "at") for each in found)
    return [each.text for each in found]


def middle(**words: Any) -> list[float]:
    return [float(x) for x in mass_middle(solve_in_space(PosedFigure.model_validate(words)))]


def test_the_parts_make_a_whole_body() -> None:
    assert HEAD_MASS + TRUNK_MASS + 2 * (sum(LIMB_MASSES.values()) + FOOT_MASS) == pytest.approx(1)


def test_the_middle_of_a_standing_body_is_a_little_over_its_hips() -> None:
    x, y, z = middle()
    assert x == pytest.approx(0.1, abs=0.2)
    assert y == pytest.approx(57, abs=2)
    assert z == pytest.approx(0, abs=1e-9)


def test_the_middle_follows_what_moves() -> None:
    assert middle(right_leg={"hip": 0, "abduction": 40})[2] > 2
    assert middle(arms={"shoulder": 90, "elbow": 0})[0] > middle()[0] + 1.5
    assert middle(arms={"shoulder": 180, "elbow": 0})[1] > middle()[1] + 3
    assert middle(**LEANING)[0] > 3


def test_a_body_over_its_feet() -> None:
    assert told({}, FLOOR) == []
    assert told({"at": [5, 53], "legs": {"ankle": [5, 4.3], "foot": 0}}, FLOOR) == []


def test_a_body_that_leans_far_before_its_feet() -> None:
    (text,) = told(LEANING | {"at": [12, 52], "legs": {"ankle": [0, 4.3], "foot": 0}}, FLOOR)
    assert text.startswith("The body's middle stands ")
    assert "beside what it rests on: move `at` over the feet" in text


def test_a_body_that_leans_with_its_hands_on_a_table() -> None:
    leaning = LEANING | {"at": [12, 52], "legs": {"ankle": [0, 4.3], "foot": 0}}
    on_table = leaning | {"arms": {"wrist": [49, 45]}}
    assert told(on_table, FLOOR, {"type": "table", "x": [36, 60], "h": 42}) == []
    assert len(told(on_table, FLOOR)) == 1


def test_who_holds_a_rail_does_not_fall() -> None:
    leaning = LEANING | {"at": [12, 52], "legs": {"ankle": [0, 4.3], "foot": 0}}
    assert told(leaning, FLOOR, {"type": "rail", "points": [[30, 0], [30, 60]]}) == []


def test_a_body_beside_its_one_foot() -> None:
    lifted = {"facing": 90, "left_leg": {"hip": 0, "abduction": 35}}
    assert len(told(lifted, FLOOR)) == 1
    shifted = {"right_leg": {"ankle": [0, 4.3, 0], "foot": 0}, "at": [-2, 52.5, 0]}
    assert told(lifted | shifted, FLOOR) == []


def test_who_sits_does_not_fall() -> None:
    seated = {"at": [0, 33], "legs": {"hip": 90, "knee": 88}}
    assert told(seated, FLOOR, CHAIR) == []


def test_a_body_that_floats() -> None:
    (text,) = told({"at": [0, 62]}, FLOOR)
    assert text.startswith("The figure rests on nothing, 8.6 over what is nearest")
    assert told({"at": [0, 62]}) == []


def test_close_ups_are_not_weighed() -> None:
    assert told({"at": [0, 62]}, FLOOR, crop=60) == []
    assert told({"at": [0, 62], "skip": ["far_leg"]}, FLOOR) == []
