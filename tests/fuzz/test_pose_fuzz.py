"""A few of the ten thousand random joint sets of `random_poses`, and what that fuzz itself would notice."""

from __future__ import annotations

import pytest

from fuzz.random_poses import drawn, faults_in, random_words, told_too_far
from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.skeleton.body import solve

SOLVED = 150
DRAWN = (3, 8, 11)


def test_random_joints_are_solved_or_named() -> None:
    assert {number: faults for number in range(SOLVED) if (faults := faults_in(random_words(number)))} == {}


@pytest.mark.parametrize("number", DRAWN)
def test_random_joints_are_drawn(number: int) -> None:
    assert drawn(number) > 1000


def test_the_same_number_is_the_same_pose() -> None:
    assert random_words(7) == random_words(7) != random_words(8)


@pytest.mark.parametrize(
    ("words", "joints"),
    [
        ({}, []),
        ({"legs": {"knee": 170}}, ["the right knee", "the left knee"]),
        ({"near_arm": {"elbow": -40}}, ["the right elbow"]),
        ({"chest": 120, "twist": -90, "turn": 120}, ["the spine", "the spine", "the neck"]),
        ({"far_leg": {"toes": 100, "ankle": [0, 10]}}, ["the left toes"]),
        ({"far_arm": {"hand": {"bend": -99}}}, ["the left wrist"]),
    ],
)
def test_the_fuzz_knows_what_must_be_named(words: dict[str, object], joints: list[str]) -> None:
    figure = PosedFigure.model_validate(words)
    assert list(told_too_far(figure, solve(figure))) == joints
