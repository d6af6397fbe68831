"""Things in hands, and cloth round limbs."""

from __future__ import annotations

import numpy as np
import pytest

from drawing.prop_examples import ANCHORS, drawn, prop_of
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import pieces_of
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.holding import Grip, laid
from handoutgen.drawing.props.limbs_wrapped import limb_part
from handoutgen.drawing.style import FigureColours


def held(axis: tuple[float, float] | None, **keys: object) -> Brush:
    anchors: dict[str, Array] = dict(ANCHORS)
    if axis:
        anchors["near_hand_axis"] = np.array(axis, dtype=np.float64)
    prop = prop_of("phone", held_by="near_hand", **keys)
    return laid(Brush(Pen(100), FigureColours(), anchors), prop, Grip(2, 1, 90))  # type: ignore[arg-type]


def on_page(brush: Brush, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = brush.place
    return a * x + b * y + e, c * x + d * y + f


@pytest.mark.parametrize("axis", [None, (0, 1), (1, 0), (-1, 0), (0.6, 0.8)])
@pytest.mark.parametrize("keys", [{}, {"flip": True}, {"scale": 2}, {"angle": 30}])
def test_the_grip_of_a_thing_lies_in_the_hand_however_it_is_turned(
    axis: tuple[float, float] | None, keys: dict[str, object]
) -> None:
    assert on_page(held(axis, **keys), 2, 1) == pytest.approx(tuple(ANCHORS["near_hand"]))


def test_what_points_up_in_a_thing_points_out_beside_the_thumb() -> None:
    brush = held((1, 0))
    grip, above = np.array(on_page(brush, 2, 1)), np.array(on_page(brush, 2, 5))
    assert above - grip == pytest.approx((4, 0), abs=1e-9)
    assert brush.angle == pytest.approx(-90)


def test_a_brush_finds_its_way_back_from_the_page() -> None:
    brush = held((0.6, 0.8), scale=2)
    assert brush.to_own(np.array(on_page(brush, 3, -4))) == pytest.approx((3, -4))


def test_a_bag_hangs_straight_down_from_any_hand() -> None:
    anchors = {**ANCHORS, "near_hand_axis": np.array([1.0, 0.0])}
    x0, y0, x1, y1 = drawn(prop_of("bag", held_by="near_hand"), anchors=anchors).bounds()
    hand = ANCHORS["near_hand"]
    assert (x0 + x1) / 2 == pytest.approx(hand[0], abs=0.8)
    assert y1 <= hand[1] + 1
    assert y0 < hand[1] - 25


@pytest.mark.parametrize(
    ("hand", "layer"),
    [("near_hand", "before_near_arm"), ("far_hand", "before_far_arm"), ("left_hand", "before_left_arm")],
)
def test_a_held_thing_comes_just_before_its_arm(hand: str, layer: str) -> None:
    assert [piece.layer for piece in pieces_of(prop_of("tin", held_by=hand))] == [layer]
    assert [piece.layer for piece in pieces_of(prop_of("stick", held_by=hand, foot=[20, 0]))] == [layer]


@pytest.mark.parametrize("side", ["near", "far", "left", "right"])
def test_a_crutch_runs_behind_the_forearm_and_its_cuff_lies_round_it(side: str) -> None:
    shaft, cuff = pieces_of(prop_of("crutch", held_by=f"{side}_hand", foot=[20, 0]))
    assert (shaft.layer, cuff.layer) == (f"before_{side}_arm", f"after_{side}_arm")
    (ring,) = drawn(prop_of("crutch", foot=[20, 0], part="cuff")).strokes
    assert np.ptp(ring.course, axis=0).max() < 9
    assert (
        len(drawn(prop_of("crutch", foot=[20, 0])).strokes)
        == len(drawn(prop_of("crutch", foot=[20, 0], part="shaft")).strokes) + 1
    )


def test_water_stays_level_in_a_tilted_glass() -> None:
    water = drawn(prop_of("glass", at=[0, 0], angle=30)).strokes[1].course
    top = water[water[:, 1] > water[:, 1].max() - 1e-6]
    assert len(top) >= 2
    assert np.ptp(top[:, 0]) > 3


def test_a_towel_round_a_foot_goes_past_the_sole_and_ends_in_the_hands() -> None:
    towel = prop_of("towel", wraps="near_foot", ends=["near_hand", "far_hand"], tail=0)
    behind, before = pieces_of(towel)
    assert (behind.layer, before.layer) == ("before_near_leg", "after_near_leg")
    _, low, _, high = drawn(towel).bounds()
    assert low < ANCHORS["near_ball"][1]
    assert high == pytest.approx(ANCHORS["near_hand"][1], abs=2.5)


def test_the_end_of_a_towel_hangs_from_the_hand_and_a_band_has_none() -> None:
    wrapped = {"wraps": "near_foot", "ends": ["near_hand", "far_hand"]}
    with_tail = len(drawn(prop_of("towel", **wrapped)).strokes)
    assert with_tail == len(drawn(prop_of("towel", **wrapped, tail=0)).strokes) + 3
    assert len(drawn(prop_of("band", **wrapped)).strokes) == 2


def test_a_band_between_two_hands_reaches_beyond_both_and_sags() -> None:
    anchors = {"near_hand": np.array([0.0, 50.0]), "far_hand": np.array([30.0, 50.0])}
    ends = ["near_hand", "far_hand"]
    x0, y0, x1, _ = drawn(prop_of("band", ends=ends), anchors=anchors).bounds()
    assert (x0, x1) == pytest.approx((-2.6, 32.6), abs=0.1)
    assert y0 == pytest.approx(49, abs=0.1)
    assert drawn(prop_of("band", ends=ends, sag=5), anchors=anchors).bounds()[1] < 46


def test_a_band_round_both_thighs_is_as_wide_as_both() -> None:
    one = drawn(prop_of("band", wraps="near_thigh")).bounds()
    both = drawn(prop_of("band", wraps="both_thighs")).bounds()
    assert both[2] - both[0] > one[2] - one[0] + 3


def test_a_cuff_lies_round_the_upper_arm() -> None:
    part = limb_part(Brush(Pen(100), FigureColours(), ANCHORS), "near_upper_arm")
    assert part.middle == pytest.approx((2.24, 69.92))
    cuff = drawn(prop_of("cuff", wraps="near_upper_arm")).strokes[0].course - part.middle
    assert np.ptp(cuff @ part.along) == pytest.approx(9.8, abs=0.3)
    assert np.ptp(cuff @ part.across) == pytest.approx(2 * (part.radius + 0.7), abs=0.1)


def test_a_limb_without_a_figure_is_no_crash() -> None:
    assert drawn(prop_of("towel", wraps="near_foot", ends=["near_hand", "far_hand"]), anchors={}).strokes


def test_a_cold_pack_lies_on_top_of_the_knee() -> None:
    x0, y0, x1, y1 = drawn(prop_of("cold_pack", wraps="near_knee")).bounds()
    knee = ANCHORS["near_knee"]
    assert x0 < knee[0] < x1
    assert (y0 + y1) / 2 > knee[1] + 3
