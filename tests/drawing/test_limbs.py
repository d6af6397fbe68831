"""Two bones: angles to places and back, and reaching a place."""

from __future__ import annotations

import numpy as np
import pytest

from handoutgen.drawing.outline.vectors import unit, vector
from handoutgen.drawing.skeleton.frames import LeftOrRight, cross, standing
from handoutgen.drawing.skeleton.limbs import ELBOW, KNEE, Swing, bones_at, bones_to, reach, swing_of

UPRIGHT = standing(0)
ROOT = vector(1, 2, 3)


@pytest.mark.parametrize(
    ("target", "joint", "missed"),
    [
        ((8, 0, 0), (4, -3, 0), 0),
        ((6, 0, 0), (3, -4, 0), 0),
        ((0, 8, 0), (3, 4, 0), 0),
        ((12, 0, 0), (4.99, -0.316, 0), 2.02),
    ],
)
def test_reach(target: tuple[float, ...], joint: tuple[float, ...], missed: float) -> None:
    pole = vector(1, -1, 0)
    found = reach(ROOT, ROOT + vector(*target), 5, 5, pole)
    assert found.joint - ROOT == pytest.approx(joint, abs=1e-3)
    assert found.missed == pytest.approx(missed)
    assert np.linalg.norm(found.end - found.joint) == pytest.approx(5)


def test_a_place_nearer_than_the_bones_fold_is_missed() -> None:
    found = reach(ROOT, ROOT + vector(1, 0, 0), 6, 4, vector(0, 1, 0))
    assert found.missed == pytest.approx(1 - 2.02)
    assert found.end - ROOT == pytest.approx([2.02, 0, 0])
    assert np.linalg.norm(found.end - found.joint) == pytest.approx(4)


def test_a_place_in_the_root_itself_and_a_pole_along_the_limb_still_have_an_answer() -> None:
    for target, pole in ((ROOT, vector(0, 1, 0)), (ROOT + vector(6, 0, 0), vector(1, 0, 0))):
        found = reach(ROOT, target, 5, 5, pole)
        assert np.isfinite(found.joint).all()
        assert np.linalg.norm(found.joint - ROOT) == pytest.approx(5)


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("sign", [KNEE, ELBOW])
@pytest.mark.parametrize("facing", [0, 40, 180])
@pytest.mark.parametrize(
    "swing",
    [Swing(0, 0, 0, 30), Swing(90, 20, -30, 100), Swing(-40, 5, 60, 10), Swing(170, -30, 10, 140), Swing(200, 0, 0, 5)],
)
def test_angles_come_back_from_places(side: LeftOrRight, sign: int, facing: float, swing: Swing) -> None:
    trunk = standing(facing).leaning(25).turning(10)
    found = swing_of(bones_at(ROOT, swing, (3, 2), trunk, side, sign), trunk, side)
    assert [found.flexion, found.abduction, found.rotation, found.bend] == pytest.approx(
        [swing.flexion, swing.abduction, swing.rotation, swing.bend], abs=1e-4
    )


@pytest.mark.parametrize(
    ("swing", "sign", "upper", "lower"),
    [
        (Swing(0, 0, 0, 90), KNEE, (0, -1, 0), (-1, 0, 0)),
        (Swing(0, 0, 0, 90), ELBOW, (0, -1, 0), (1, 0, 0)),
        (Swing(90, 0, 0, 0), KNEE, (1, 0, 0), (1, 0, 0)),
        (Swing(90, 0, 0, 90), KNEE, (1, 0, 0), (0, -1, 0)),
        (Swing(0, 90, 0, 90), ELBOW, (0, 0, 1), (1, 0, 0)),
        (Swing(0, 90, 90, 90), ELBOW, (0, 0, 1), (0, 1, 0)),
        (Swing(0, 0, 90, 90), ELBOW, (0, -1, 0), (0, 0, 1)),
        (Swing(180, 0, 0, 90), ELBOW, (0, 1, 0), (-1, 0, 0)),
    ],
)
def test_where_a_right_limb_goes(swing: Swing, sign: int, upper: tuple[float, ...], lower: tuple[float, ...]) -> None:
    found = bones_at(ROOT, swing, (3, 2), UPRIGHT, "right", sign)
    assert found.upper == pytest.approx(upper, abs=1e-9)
    assert found.lower == pytest.approx(lower, abs=1e-9)


@pytest.mark.parametrize("sign", [KNEE, ELBOW])
@pytest.mark.parametrize("bend", [20, 90, 150])
def test_the_two_fronts_together_point_at_the_crook_or_away_from_it(sign: int, bend: float) -> None:
    found = bones_at(ROOT, Swing(30, 10, 0, bend), (3, 2), UPRIGHT, "right", sign)
    crook = unit(found.lower - found.upper)
    assert unit(found.front + found.lower_front) * sign == pytest.approx(crook)


def test_a_limb_on_its_way_to_a_place_bends_towards_its_pole() -> None:
    knee = bones_to(ROOT, ROOT + vector(0, -4, 0), (3, 2), vector(1, 0, 0), KNEE)
    assert knee.joint[0] > ROOT[0]
    assert knee.front[0] > 0.5
    elbow = bones_to(ROOT, ROOT + vector(0, -4, 0), (3, 2), vector(-1, 0, 0), ELBOW)
    assert elbow.joint[0] < ROOT[0]
    assert elbow.front[0] > 0.5
    straight = bones_to(ROOT, ROOT + vector(0, -5, 0), (3, 2), vector(-1, 0, 0), ELBOW)
    assert straight.front == pytest.approx([1, 0, 0], abs=0.2)


def test_directions_square_to_both() -> None:
    assert cross(UPRIGHT.forward, UPRIGHT.up) == pytest.approx(UPRIGHT.right)
