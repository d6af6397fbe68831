"""Body maps: a plain person from both sides, and regions that lie where their names say."""

from typing import get_args

import numpy as np
import pytest
from shapely.geometry import LineString

from handoutgen.content.poses.closeups import BACK_ONLY, FRONT_ONLY, ON_LEGS, BodyMap, RegionName
from handoutgen.drawing import bodymap, style
from handoutgen.drawing.bodymap.draw import draw_body_map
from handoutgen.drawing.bodymap.legs import leg_outline, straight_leg
from handoutgen.drawing.bodymap.person import MappedPerson, mapped_person
from handoutgen.drawing.bodymap.regions import region_shape
from handoutgen.drawing.pen import Pen

REGIONS: tuple[RegionName, ...] = get_args(RegionName)
FRONT, BACK = mapped_person(BodyMap(view="front")), mapped_person(BodyMap(view="back"))


@pytest.mark.parametrize("person", [FRONT, BACK], ids=["front", "back"])
def test_the_body_is_one_simple_shape_from_the_soles_into_the_head(person: MappedPerson) -> None:
    x0, y0, x1, y1 = person.body.bounds
    assert person.body.is_valid and not person.body.interiors
    assert 90 < y1 - y0 < 95
    assert x0 == pytest.approx(-x1, abs=1.5)


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_is_seen_from_the_front_or_the_back(region: RegionName) -> None:
    bare = region.removeprefix("right_").removeprefix("left_")
    front, back = region_shape(FRONT, region).area, region_shape(BACK, region).area
    assert (front > 2) is (bare not in BACK_ONLY)
    assert (back > 2) is (bare not in FRONT_ONLY)


@pytest.mark.parametrize("region", [name for name in REGIONS if name.startswith("left_")])
def test_left_and_right_are_the_figures_own(region: RegionName) -> None:
    other: RegionName = next(name for name in REGIONS if name == region.replace("left_", "right_"))
    for person, sign in ((FRONT, 1), (BACK, -1)):
        left, right = region_shape(person, region), region_shape(person, other)
        if not left.is_empty and left.area > 0:
            assert left.centroid.x * sign > 0 > right.centroid.x * sign
            assert left.area == pytest.approx(right.area, rel=0.1)


@pytest.mark.parametrize("region", [name for name in REGIONS if name not in ("head", "face", "jaw")])
def test_regions_lie_within_the_body(region: RegionName) -> None:
    for person in (FRONT, BACK):
        assert region_shape(person, region).difference(person.body.buffer(0.1)).area < 0.3


def test_regions_follow_each_other_from_head_to_heel() -> None:
    order: list[RegionName] = [
        "face",
        "chest",
        "belly",
        "lower_belly",
        "left_thigh",
        "left_knee",
        "left_shin",
        "left_foot",
    ]
    heights = [region_shape(FRONT, region).centroid.y for region in order]
    assert heights == sorted(heights, reverse=True)
    arm: list[RegionName] = ["left_shoulder", "left_upper_arm", "left_elbow", "left_forearm", "left_wrist", "left_hand"]
    outwards = [region_shape(FRONT, region).centroid.x for region in arm]
    assert outwards == sorted(outwards)


def test_marked_regions_are_painted_in_the_accent_with_a_white_line() -> None:
    plain, marked = Pen(100), Pen(100)
    draw_body_map(plain, BodyMap())
    draw_body_map(marked, BodyMap(regions=("left_knee", "lower_back", "face")))

    added = marked.strokes[len(plain.strokes) :]
    assert [(stroke.fill, stroke.colour) for stroke in added] == [(style.WHITE, style.WHITE), (style.ACCENT, None)] * 2


def test_a_map_of_the_legs_ends_at_the_waistband_and_has_its_regions_where_the_whole_body_has_them() -> None:
    whole, legs = BACK, mapped_person(BodyMap(view="back", part="legs"))
    waistband = max(
        each.shape.bounds[3] for each in whole.details if each.kind == "cloth" and each.shape.bounds[3] < 60
    )
    assert legs.body.bounds[3] == pytest.approx(waistband, abs=0.2)
    assert legs.body.bounds[1] == pytest.approx(whole.body.bounds[1], abs=0.2)
    assert all(each.shape.bounds[3] <= legs.body.bounds[3] + 0.1 for each in legs.details)
    for region in REGIONS:
        bare = region.removeprefix("right_").removeprefix("left_")
        if bare in ON_LEGS and bare not in FRONT_ONLY:
            assert region_shape(legs, region).area == pytest.approx(region_shape(whole, region).area, rel=0.05), region


def test_a_man_wears_shorts_and_a_woman_a_top_as_well() -> None:
    def cloth(body_map: BodyMap) -> int:
        return sum(each.kind == "cloth" for each in mapped_person(body_map).details)

    assert (cloth(BodyMap(body="man")), cloth(BodyMap(body="woman"))) == (1, 2)


def test_the_room_offers_what_draws_a_body_map() -> None:
    assert bodymap.draw_body_map is draw_body_map


def test_a_calf_from_behind_has_two_heads_of_which_the_inner_one_reaches_lower() -> None:
    for person in (BACK, mapped_person(BodyMap(view="back", part="legs"))):
        for region in ("left_calf", "right_calf"):
            first, second = sorted(region_shape(person, region).geoms, key=lambda head: abs(head.centroid.x))  # type: ignore[attr-defined]
            assert first.bounds[1] < second.bounds[1]
            assert first.area == pytest.approx(second.area, rel=0.2)
            assert not first.intersects(second)


def test_legs_are_widest_at_the_calf_and_narrow_at_knee_and_ankle() -> None:
    for person in (FRONT, BACK):
        leg = person.skeleton.legs["right"]
        wide = [_width(person, leg.joint[:2] + (leg.end - leg.joint)[:2] * place) for place in (0.02, 0.3, 0.85)]
        assert wide[1] > wide[0] > wide[2]


def _width(person: MappedPerson, place: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    level = LineString([(0.5, place[1]), (30, place[1])] if place[0] > 0 else [(-0.5, place[1]), (-30, place[1])])
    return level.intersection(person.body).length


@pytest.mark.parametrize("front", [True, False])
def test_a_leg_is_one_shape_that_stands_flat_with_its_toes_outwards(front: bool) -> None:
    for side in ("right", "left"):
        leg = straight_leg(FRONT.skeleton.legs[side], FRONT.build)
        outline = leg_outline(leg, front=front)
        assert outline.is_valid and not outline.interiors
        below = outline.bounds[1]
        sole = [x for x, y in outline.exterior.coords if y < below + 0.4]
        assert max(sole) - min(sole) > 2.5
        assert leg.out * ((max(sole) + min(sole)) / 2 - leg.ankle[0]) > 0
