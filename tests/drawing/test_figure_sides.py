"""Figures from the side: far limbs part from near ones, creases lie where they would be seen, patches keep to cloth."""

from __future__ import annotations

from typing import Any

import pytest
from shapely.geometry import LineString, Polygon
from shapely.ops import unary_union

from drawing.figures import body_of
from handoutgen.drawing import style
from handoutgen.drawing.figure.dressed import in_shade
from handoutgen.drawing.figure.layers import layers
from handoutgen.drawing.figure.legs import draw_leg
from handoutgen.drawing.figure.slivers import before_far_limbs, without_slivers
from handoutgen.drawing.figure.trousers import SHORTS_END, leg_cloth
from handoutgen.drawing.pen import Stroke


def creases(**words: Any) -> list[Stroke]:
    body = body_of(feet="bare", **words)
    draw_leg(body, "right", None, [])
    contours = [each for each in body.pen.strokes if each.colour and each.width == body.pen.width("contour")]
    return [each for each in contours if not each.closed and LineString(each.course).length < 4]


def test_far_limbs_are_darker_seen_from_the_side_and_not_from_the_front() -> None:
    body = body_of(skin="light")
    shaded = in_shade(body).palette.skin
    assert all(int(shaded[i : i + 2], 16) < int(body.palette.skin[i : i + 2], 16) for i in (1, 3, 5))
    for facing, seen in ((0, {style.SKINS["light"], shaded}), (90, {style.SKINS["light"]})):
        person = body_of(skin="light", facing=facing, bottom="shorts", near_leg={"hip": 30}, far_leg={"hip": -10})
        for name, paint in layers(person):
            if name.endswith("leg"):
                paint()
        fills = {stroke.fill for stroke in person.pen.strokes}
        assert fills & {style.SKINS["light"], shaded} == seen, facing


@pytest.mark.parametrize(
    ("knee", "bottom", "creased"), [(60, "skirt", False), (120, "skirt", True), (120, "shorts", False)]
)
def test_a_bare_knee_has_a_crease_where_it_is_bent_far_and_no_hem_is_near(
    knee: float, bottom: str, creased: bool
) -> None:
    assert bool(creases(bottom=bottom, legs={"hip": 60, "knee": knee})) is creased


def test_a_marked_muscle_of_the_thigh_ends_before_the_hem_of_shorts() -> None:
    body = body_of(bottom="shorts", muscles=[{"name": "quadriceps"}])
    draw_leg(body, "right", None, [])
    (patch,) = (Polygon(stroke.course) for stroke in body.pen.strokes if stroke.fill == style.ACCENT)
    limb = body.skeleton.legs["right"]
    hem = limb.root[1] + (limb.joint[1] - limb.root[1]) * SHORTS_END
    assert hem + 0.5 < patch.bounds[1]
    assert leg_cloth(body, "right").outline.buffer(-0.3).contains(patch)


def test_a_gap_between_the_legs_that_would_close_in_print_is_filled() -> None:
    body = body_of(near_leg={"ankle": [-8, 4.3]}, far_leg={"ankle": [10, 4.3]}, bottom="trousers")
    leg = without_slivers(body, leg_cloth(body, "left").outline, cloth=True)
    near = before_far_limbs(body)
    both = unary_union([leg, near]).buffer(0.05)
    narrow = both.buffer(0.3).buffer(-0.3).difference(both)
    assert max((part.area for part in getattr(narrow, "geoms", [narrow])), default=0) < 0.12


def test_a_bend_that_points_to_the_viewer_has_no_crease() -> None:
    words: dict[str, Any] = {"bottom": "skirt", "legs": {"hip": 60, "knee": 120}}
    assert creases(facing=0, **words) and not creases(facing=90, **words)


@pytest.mark.parametrize("facing", [0, 90, -90])
def test_a_trunk_without_legs_is_open_below(facing: float) -> None:
    body = body_of(facing=facing, skip=["right_leg", "left_leg"])
    trunk = next(paint for name, paint in layers(body) if name == "trunk")
    trunk()
    lines = [each for each in body.pen.strokes if each.colour]
    lowest = min(each.course[:, 1].min() for each in lines)
    ends = [end for each in lines if not each.closed for end in (each.course[0], each.course[-1])]
    assert len(ends) == 2 and all(abs(end[1] - lowest) < 0.3 for end in ends)
