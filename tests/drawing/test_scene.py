"""Whole drawings: layers, steps, arrows, colours, anchors."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from drawing.figures import SITTING, STANDING, body_of, pose_of
from handoutgen.content.poses.model import Arrow
from handoutgen.drawing import style
from handoutgen.drawing.arrows import arrow_course, draw_arrow
from handoutgen.drawing.figure.layers import layers
from handoutgen.drawing.figure.portrait import HEAD_SCALE
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.scene import draw, palette_of
from handoutgen.drawing.skeleton import bones


def names(**words: object) -> list[str]:
    return [name for name, _ in layers(body_of(**words)) if name.endswith(("arm", "leg", "trunk", "head"))]


def test_from_the_side_far_limbs_come_first_and_the_near_arm_last() -> None:
    assert names() == ["far_arm", "far_leg", "near_leg", "trunk", "head", "near_arm"]


def test_a_thigh_drawn_up_comes_after_the_trunk() -> None:
    assert names(near_leg={"hip": 120, "knee": 100}).index("near_leg") > names().index("trunk") - 1
    raised = names(near_leg={"hip": 120, "knee": 100})
    assert raised.index("near_leg") > raised.index("trunk")


def test_sitting_towards_the_viewer_both_legs_come_after_the_trunk() -> None:
    found = names(facing=90, **SITTING)
    assert found.index("trunk") < min(found.index("near_leg"), found.index("far_leg"))


def test_from_the_front_the_leg_that_is_nearer_comes_later() -> None:
    found = names(facing=90, right_leg={"hip": 20}, left_leg={"hip": -10}, legs=None)
    assert found.index("far_leg") < found.index("near_leg")
    found = names(facing=90, right_leg={"hip": -10}, left_leg={"hip": 20}, legs=None)
    assert found.index("far_leg") > found.index("near_leg")


def test_an_arm_behind_the_trunk_comes_first_and_a_skipped_limb_not_at_all() -> None:
    assert names(facing=90, left_arm={"behind": True})[0] == "far_arm"
    assert "far_leg" not in names(skip=["left_leg"])
    assert "near_arm" not in names(skip=["near_arm"])


def test_head_anchors_are_where_the_head_is_drawn() -> None:
    assert HEAD_SCALE == bones.HEAD_SCALE


def test_colours_are_those_of_the_person() -> None:
    svg = draw(pose_of(figure=STANDING | {"skin": "dark", "hair_colour": "brown"})).svg
    assert style.SKINS["dark"] in svg and style.HAIR["brown"] in svg and style.SKINS["light"] not in svg
    assert palette_of(body_of(skin="mid").figure).skin == style.SKINS["mid"]


def test_steps_stand_side_by_side_and_share_what_they_do_not_say() -> None:
    floor = {"type": "floor", "x": [-20, 20]}
    one = draw(pose_of(props=[floor]))
    two = draw(pose_of(props=[floor], figure=STANDING, steps=[{"figure": {}}, {"figure": {"pelvis": 20}}]))
    widths = [float(re.search(r'width="([\d.]+)mm"', each.svg).group(1)) for each in (one, two)]  # type: ignore[union-attr]
    assert widths[1] > 2 * widths[0]
    assert two.svg.count("<path") > 1.8 * one.svg.count("<path")


def test_large_print_has_the_same_shapes_in_heavier_lines() -> None:
    pose = pose_of()
    usual, large = draw(pose), draw(pose, large=True)
    assert usual.svg.count("<path") == large.svg.count("<path")
    assert 'stroke-width="0.353"' in usual.svg and 'stroke-width="0.529"' in large.svg


def test_the_same_pose_is_the_same_drawing() -> None:
    assert draw(pose_of()).svg == draw(pose_of()).svg


def test_anchors_are_shares_of_the_picture() -> None:
    anchors = draw(pose_of()).anchors
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in anchors.values())
    assert anchors["head"][1] < anchors["pelvis"][1] < anchors["near_knee"][1] < anchors["near_ankle"][1]
    assert "near_hand_axis" not in anchors


def test_what_is_wrong_with_a_pose_is_told_with_its_drawing() -> None:
    drawn = draw(pose_of(figure={"near_arm": {"wrist": [90, 60]}}))
    assert any("arm" in each.joint or "wrist" in each.joint for each in drawn.complaints)


@pytest.mark.parametrize("top", ["tshirt", "long", "vest", "tunic", "dress"])
@pytest.mark.parametrize("bottom", ["shorts", "trousers", "skirt"])
def test_every_top_goes_with_every_bottom_standing_and_sitting(top: str, bottom: str) -> None:
    for seat in (STANDING | {"facing": 0}, SITTING | {"facing": 60}):
        svg = draw(pose_of(figure=seat | {"top": top, "bottom": bottom, "feet": "sock"})).svg
        assert 16 < svg.count("<path") < 150
        assert "nan" not in svg


def test_a_prop_is_drawn_between_the_layers_it_names() -> None:
    ball = {"type": "ball", "at": [0, 60], "layer": "after_trunk"}
    svg = draw(pose_of(props=[ball])).svg
    assert svg != draw(pose_of(props=[ball | {"layer": "back"}])).svg
    assert svg.count("<path") == draw(pose_of(props=[ball | {"layer": "back"}])).svg.count("<path")


def test_an_arrow_ends_in_its_tip_and_has_a_white_line_round_it() -> None:
    pen = Pen(100)
    draw_arrow(pen, Arrow.model_validate({"points": [[0, 0], [10, 0]]}), {})
    white, accent = pen.strokes[:2], pen.strokes[2:]
    assert [stroke.colour for stroke in white] == [style.WHITE] * 2
    assert [stroke.colour for stroke in accent] == [style.ACCENT] * 2
    assert white[0].width > accent[0].width == pytest.approx(1.75 * 25.4 / 72)
    assert accent[1].course[1] == pytest.approx([10, 0])
    assert accent[1].course[0][0] == pytest.approx(10 - 2.0 * 0.95)


def test_an_arrow_may_have_two_tips_and_run_on_a_circle() -> None:
    pen = Pen(100)
    draw_arrow(pen, Arrow.model_validate({"arc": [0, 0, 10, 0, 90], "both": True}), {})
    assert len(pen.strokes) == 6
    course = arrow_course(Arrow.model_validate({"arc": [0, 0, 10, 0, 90]}), {})
    assert np.hypot(*course.T) == pytest.approx(np.full(len(course), 10.0))
    assert course[-1] == pytest.approx([0, 10])


def test_an_arrow_may_start_at_a_place_on_the_figure() -> None:
    arrow = Arrow.model_validate({"points": [["near_wrist", 2, 0], [0, 50]]})
    course = arrow_course(arrow, {"near_wrist": np.array([10.0, 40.0, 5.0])})
    assert course[0] == pytest.approx([12, 40])


def test_a_curved_arrow_is_smooth() -> None:
    course = arrow_course(Arrow.model_validate({"points": [[0, 0], [5, 5], [10, 0]]}), {})
    turns = np.diff(np.unwrap(np.arctan2(*np.diff(course, axis=0).T[::-1])))
    assert np.abs(turns).max() < math.radians(15)
