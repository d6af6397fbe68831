"""Muscle patches: on the right side of a limb, seen only from where they can be seen."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from shapely.geometry import Point, Polygon, box

from drawing.figures import body_of, pose_of
from handoutgen.content.poses.model import MuscleName
from handoutgen.drawing import style
from handoutgen.drawing.figure.layers import layers
from handoutgen.drawing.figure.muscles import (
    JOINT_PATCHES,
    LIMB_PATCHES,
    Patch,
    draw_patch,
    inset,
    marked_sides,
    seen_patch,
)
from handoutgen.drawing.figure.trunk_muscles import TRUNK_PATCHES
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Stroke
from handoutgen.drawing.scene import draw


def patches(**words: object) -> list[Stroke]:
    body = body_of(**words)
    for _, paint in layers(body):
        paint()
    return [stroke for stroke in body.pen.strokes if stroke.fill == style.ACCENT]


def middle(stroke: Stroke) -> Point:
    return Polygon(stroke.course).centroid


@pytest.mark.parametrize("name", get_args(MuscleName))
def test_every_muscle_is_seen_from_some_side(name: str) -> None:
    words = {"muscles": [{"name": name, "side": "both"}], "feet": "bare", "body": "heavy"}
    assert any(patches(facing=facing, **words) for facing in (0, 90, -90)), name


def test_every_muscle_of_the_grammar_has_its_place() -> None:
    assert {*LIMB_PATCHES, *JOINT_PATCHES, *TRUNK_PATCHES, "neck", "sole"} == set(get_args(MuscleName))


@pytest.mark.parametrize(
    ("name", "from_front", "from_back"),
    [
        ("calf", 0, 2),
        ("hamstring", 0, 2),
        ("quadriceps", 2, 0),
        ("lower_back", 0, 2),
        ("upper_back", 0, 2),
        ("buttock", 0, 2),
        ("belly", 1, 0),
        ("chest", 2, 0),
        ("shoulder", 2, 2),
    ],
)
def test_front_and_back_muscles_show_from_their_side(name: str, from_front: int, from_back: int) -> None:
    counts = [len(patches(muscles=[{"name": name, "side": "both"}], facing=facing)) for facing in (90, -90)]
    assert counts == [from_front, from_back]


def test_a_calf_lies_behind_the_shin_and_a_quadriceps_before_the_thigh() -> None:
    for name, sign in (("calf", -1), ("quadriceps", 1)):
        (patch,) = patches(muscles=[{"name": name}])
        assert middle(patch).x * sign > 0.4, name


def test_one_side_of_the_back_may_be_marked_alone() -> None:
    (patch,) = patches(muscles=[{"name": "lower_back", "side": "right"}], facing=-90)
    assert middle(patch).x > 0
    (patch,) = patches(muscles=[{"name": "lower_back", "side": "left"}], facing=-90)
    assert middle(patch).x < 0


def test_a_side_is_near_far_right_left_or_both() -> None:
    body = body_of(facing=180)
    assert marked_sides(body, "near") == ("left",)
    assert marked_sides(body, "far") == ("right",)
    assert marked_sides(body, "right") == ("right",)
    assert marked_sides(body, "both") == ("right", "left")


def test_a_patch_keeps_clear_of_the_contour() -> None:
    body = body_of()
    ground = box(0, 0, 20, 20)
    draw_patch(body, box(-5, -5, 8, 8), ground)
    keyline, patch = body.pen.strokes
    assert patch.course.min() == pytest.approx(inset(body.pen), abs=0.1)
    assert inset(body.pen) * 0.52 > body.pen.width("contour") / 2 + keyline.width / 2
    assert keyline.colour == style.WHITE and patch.fill == style.ACCENT


def test_a_patch_too_small_to_print_is_left_out() -> None:
    body = body_of()
    draw_patch(body, box(5, 5, 6, 6), box(0, 0, 20, 20))
    assert not body.pen.strokes


def test_only_what_faces_the_viewer_of_a_patch_is_drawn() -> None:
    def pillar(place: float, turn: float) -> tuple[Array, Array]:
        way = np.array([np.sin(turn), 0.0, np.cos(turn)])
        return way * 3 + np.array([0.0, place * 10, 0.0]), way

    facing = seen_patch(pillar, Patch(0, 1, 0, 60))
    aside = seen_patch(pillar, Patch(0, 1, 90, 60))
    away = seen_patch(pillar, Patch(0, 1, 180, 60))
    assert away.is_empty
    assert facing.bounds[0] == pytest.approx(-facing.bounds[2], abs=0.1)
    assert aside.bounds[0] > 0 and aside.bounds[2] == pytest.approx(3, abs=0.1)
    assert seen_patch(pillar, Patch(0.2, 0.6, 0, 60)).bounds[1::2] == pytest.approx((2, 6), abs=0.1)


def test_marks_reach_the_finished_drawing() -> None:
    drawn = draw(pose_of(figure={"near_leg": {"hip": 20}, "muscles": [{"name": "quadriceps"}]}))
    assert drawn.svg.count(f'fill="{style.ACCENT}"') == 1


@pytest.mark.parametrize(("chest", "neck"), [(0, -8), (3, 30), (24, -16)])
def test_a_mark_on_the_neck_from_the_side_stays_on_the_neck(chest: float, neck: float) -> None:
    words = {"chest": chest, "neck": neck, "muscles": [{"name": "neck"}]}
    (mark,) = patches(**words)
    skeleton = body_of(**words).skeleton
    heights = (mark.course - skeleton.neck_base[:2]) @ skeleton.chest.up[:2]
    assert -5 < heights.min() < 0
