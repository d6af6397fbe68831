"""The outlines of limbs, trunk, feet and clothes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import Point

from drawing.figures import SITTING, body_of
from handoutgen.drawing.figure.arms import hand_anchors, has_fingers_over
from handoutgen.drawing.figure.cloth import shirt_cloth
from handoutgen.drawing.figure.feet import foot_outline, from_the_side, on_foot, shoe_drawing, toe_lines
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.girth import BUILDS, LIMB_GIRTHS, TRUNK_GIRTHS, along
from handoutgen.drawing.figure.skirts import DRESS_LENGTH, SKIRT_LENGTH, robe_length, skirt_cloth, top_outline
from handoutgen.drawing.figure.sleeves import draw_sleeve, sleeve_shape
from handoutgen.drawing.figure.slivers import before_far_limbs, without_slivers
from handoutgen.drawing.figure.solids import Ground, Solid, shown_contour
from handoutgen.drawing.figure.trousers import leg_cloth, pelvis_cloth
from handoutgen.drawing.figure.trunk import neck_outline, section, trunk_cloud, trunk_outline, trunk_point
from handoutgen.drawing.figure.tubes import BoneStretch, balls, bone_ends, bone_name, limb_outline
from handoutgen.drawing.outline.shapes import biggest, disc
from handoutgen.drawing.outline.vectors import vector


@pytest.mark.parametrize("table", [*LIMB_GIRTHS.values(), TRUNK_GIRTHS], ids=[*LIMB_GIRTHS, "trunk"])
def test_girths_are_those_of_the_table_and_smooth_between(table: tuple[tuple[float, ...], ...]) -> None:
    for row in table:
        assert along(table, row[0]) == pytest.approx(row[1:])
    places = np.linspace(table[0][0], table[-1][0], 200)
    radii = np.array([along(table, float(place))[0] for place in places])
    assert np.abs(np.diff(radii, 2)).max() < 0.08
    assert along(table, -5) == along(table, table[0][0])


def test_a_limb_is_as_thick_as_its_table_says() -> None:
    body = body_of()
    leg = body.skeleton.legs["right"]
    assert (bone_name(leg, False), bone_name(leg, True)) == ("thigh", "shin")
    assert bone_name(body.skeleton.arms["left"], True) == "forearm"
    assert bone_ends(leg, True)[1] is leg.end
    rows = balls(leg, body.build, BoneStretch())
    middle = rows[len(rows) // 2]
    assert middle[3] == pytest.approx(along(LIMB_GIRTHS["thigh"], 9 / 17)[0], abs=0.05)
    eased = balls(leg, body.build, BoneStretch(ease=1, flare=2))
    assert eased[-1, 3] - rows[-1, 3] == pytest.approx(3)
    outline = limb_outline(leg, body.build, BoneStretch(), BoneStretch(lower=True))
    assert outline.bounds[3] - outline.bounds[1] == pytest.approx(24.5 + 24.6 + 5.4 + 1.95, abs=0.5)


def test_hips_seen_from_the_front_are_no_wider_than_the_pelvis() -> None:
    front, side = body_of(facing=90), body_of()
    thighs = [balls(body.skeleton.legs["right"], body.build, BoneStretch())[0, 3] for body in (front, side)]
    assert thighs == pytest.approx([4.3, 5.4])


def test_other_builds_are_thicker_or_thinner() -> None:
    widths = {name: trunk_outline(body_of(body=name).skeleton, BUILDS[name], 0, 0.5).area for name in BUILDS}
    assert widths["man"] < widths["older_man"] < widths["heavy"]
    assert BUILDS["heavy"].limb > BUILDS["man"].limb > BUILDS["older_woman"].limb


def test_the_trunk_is_deep_from_the_side_and_broad_from_the_front() -> None:
    ring = section(body_of().skeleton, BUILDS["man"], 0.78)
    assert np.ptp(ring[:, 0]) == pytest.approx(13.4, abs=0.2)
    assert np.ptp(ring[:, 2]) == pytest.approx(19.2, abs=0.2)
    front = section(body_of(facing=90).skeleton, BUILDS["man"], 0.78)
    assert np.ptp(front[:, 0]) == pytest.approx(19.2, abs=0.2)


def test_a_point_of_the_trunk_lies_on_its_ring_and_its_way_leads_out() -> None:
    body = body_of()
    place, way = trunk_point(body.skeleton, body.build, 0.5, math.pi)
    ring = section(body.skeleton, body.build, 0.5)
    assert np.min(np.linalg.norm(ring - place, axis=1)) < 1e-9
    assert way == pytest.approx([-1, 0, 0])
    assert trunk_cloud(body.skeleton, body.build, 0, 1).shape[1] == 3


def test_neck_and_shirt_meet_at_an_open_collar() -> None:
    body = body_of()
    assert neck_outline(body.skeleton, body.build).intersects(body.shirt)
    assert not body.shirt.contains(Point(*body.skeleton.head[:2]))


def test_a_surface_is_nearest_in_the_middle_and_gone_beside() -> None:
    solid = Solid((np.array([[0, 0, 1, 2.0], [10, 0, 1, 2.0]]),))
    assert solid.surface(np.array([[0, 0], [0, 1], [5, 0]])) == pytest.approx([3, 1 + math.sqrt(3), -math.inf])
    depth, distance = solid.rim(np.array([[0.0, 2.0], [10.0, 2.5]]))
    assert depth == pytest.approx([1, 1]) and distance == pytest.approx([0, 0.5])


@pytest.mark.parametrize(("height", "shown"), [(0.5, False), (6.0, True)])
def test_an_edge_shows_over_its_ground_only_where_it_lies_well_before_it(height: float, shown: bool) -> None:
    ground_rows = np.array([[0, 0, 0, 5.0]])
    piece_rows = np.array([[4, 0, height, 3.0]])
    ground = Ground(disc((0, 0), 5, 90), Solid((ground_rows,)), vector(0, 0), 20, 1.4)
    lines = shown_contour(disc((4, 0), 3, 90), Solid((piece_rows,)), [ground])
    inside = any(line.intersects(disc((0, 0), 4)) for line in lines)
    assert inside is shown
    assert lines


def test_beyond_the_reach_of_its_joint_an_edge_always_shows() -> None:
    ground = Ground(disc((0, 0), 5, 90), Solid((np.array([[0, 0, 0, 5.0]]),)), vector(-50, 0), 5, 1.4)
    piece = disc((4, 0), 3, 90)
    (whole,) = shown_contour(piece, Solid((np.array([[4, 0, 0, 3.0]]),)), [ground])
    assert whole.is_closed


def test_shorts_end_above_the_knee_and_trousers_above_the_foot() -> None:
    short, long = body_of(bottom="shorts"), body_of(bottom="trousers")
    knee, ankle = short.skeleton.legs["right"].joint[1], short.skeleton.legs["right"].end[1]
    assert leg_cloth(short, "right").outline.bounds[1] == pytest.approx(knee + 24.5 * 0.26, abs=0.1)
    assert leg_cloth(long, "right").outline.bounds[1] == pytest.approx(ankle + 24.6 * 0.14, abs=0.1)
    seat = pelvis_cloth(short)
    assert leg_cloth(short, "right", seat).outline.buffer(0.3).contains(seat.outline.buffer(-0.3))


def test_a_skirt_covers_both_thighs_and_ends_below_the_knee() -> None:
    body = body_of(bottom="skirt", facing=90, legs={"abduction": 8})
    outline = skirt_cloth(body, SKIRT_LENGTH).outline
    knees = [body.skeleton.legs[side].joint for side in ("right", "left")]
    assert all(outline.contains(Point(*knee[:2])) for knee in knees)
    assert outline.contains(Point(*((knees[0] + knees[1]) / 2)[:2]))
    assert body.skeleton.legs["right"].end[1] < outline.bounds[1] < knees[0][1]


def test_a_dress_is_shirt_and_skirt_in_one() -> None:
    dress, shirt = body_of(top="dress"), body_of(top="tshirt")
    assert (robe_length(dress), robe_length(shirt)) == (DRESS_LENGTH, 0)
    assert top_outline(shirt) is shirt.shirt
    assert top_outline(dress).bounds[1] < top_outline(shirt).bounds[1] - 20
    assert dress.bare_legs and not shirt.bare_legs


def test_a_thigh_drawn_up_or_pointing_at_the_viewer_lies_before_the_shirt() -> None:
    assert not body_of().deep
    assert not body_of(**SITTING).deep
    assert body_of(near_leg={"hip": 120, "knee": 100}).deep
    assert body_of(facing=90, **SITTING).deep
    assert body_of(facing=90).frontal and not body_of(facing=10).frontal


def test_a_foot_is_long_from_the_side_and_narrow_from_the_front() -> None:
    side, front = body_of().skeleton.legs["right"], body_of(facing=90).skeleton.legs["right"]
    assert from_the_side(side) and not from_the_side(front)
    wide, narrow = (foot_outline(limb, "shoe").bounds for limb in (side, front))
    assert wide[2] - wide[0] == pytest.approx(15.4, abs=0.3)
    assert narrow[2] - narrow[0] == pytest.approx(5.8, abs=0.4)
    assert wide[1] == pytest.approx(narrow[1], abs=1.1)


def test_toes_bend_up_at_the_ball_of_the_foot() -> None:
    flat = body_of().skeleton.legs["right"]
    bent = body_of(legs={"hip": 0, "toes": 40}).skeleton.legs["right"]
    assert on_foot(bent, 11, -3)[1] > on_foot(flat, 11, -3)[1] + 2
    assert on_foot(bent, 3, -3) == pytest.approx(on_foot(flat, 3, -3))


def test_laces_are_seen_from_the_front_and_the_seam_of_the_heel_from_behind() -> None:
    front, back = (shoe_drawing(body_of(facing=facing).skeleton.legs["right"]) for facing in (90, -90))
    (seam,) = back.lines
    assert len(front.lines) > 1 and abs(seam.coords[0][0] - seam.coords[-1][0]) < 0.1
    assert back.outline.buffer(-0.3).contains(seam)
    assert front.sole is not None and back.sole is not None
    assert front.sole.bounds[3] < front.outline.bounds[3] - 3
    bare = body_of(facing=90, feet="bare").skeleton.legs["right"]
    assert len(toe_lines(bare, fine=True)) == 4 and not toe_lines(bare, fine=False)


def test_a_deep_bend_has_a_fold_that_starts_on_the_contour() -> None:
    body = body_of(legs={"hip": 90, "knee": 110})
    leg = body.skeleton.legs["right"]
    upper, lower = (limb_outline(leg, body.build, BoneStretch(lower=lower)) for lower in (False, True))
    contour = biggest(upper.union(lower))
    line = fold(upper, lower, leg, 3, contour)
    assert line is not None
    assert contour.exterior.distance(Point(line.coords[0])) < 0.05
    assert 1 < line.length < 4.5
    apart = disc((100, 100), 1)
    assert fold(upper, apart, leg, 3, contour) is None


def test_a_far_leg_that_shows_as_a_sliver_is_cut_back_and_a_broad_one_is_not() -> None:
    for offset, kept in ((0.6, False), (9.0, True)):
        body = body_of(near_leg={"ankle": [0, 4.3]}, far_leg={"ankle": [offset, 4.3]}, bottom="trousers")
        leg = leg_cloth(body, "left").outline
        seen = without_slivers(body, leg).difference(before_far_limbs(body).buffer(0.05))
        assert (seen.area > 4) is kept, offset


def test_sleeves_end_where_the_top_says() -> None:
    short, long = body_of(top="tshirt"), body_of(top="long")
    elbow, wrist = short.skeleton.arms["right"].joint[1], short.skeleton.arms["right"].end[1]
    assert sleeve_shape(short, short.skeleton.arms["right"]).bounds[1] > elbow + 5
    assert wrist < sleeve_shape(long, long.skeleton.arms["right"]).bounds[1] < elbow - 8


def test_a_hand_holds_things_beyond_the_wrist_and_says_which_way_they_stand() -> None:
    body = body_of(arms={"shoulder": 90, "elbow": 0, "hand": "grip"})
    places = hand_anchors(body.skeleton)
    wrist = body.skeleton.arms["right"].end
    assert 2 < places["near_hand"][0] - wrist[0] < 7
    assert np.linalg.norm(places["right_hand_axis"]) == pytest.approx(1)
    assert places["near_hand"] == pytest.approx(places["right_hand"])
    assert has_fingers_over(body, "near_hand") == has_fingers_over(body, "right_hand")


def test_a_shirt_is_a_ground_for_what_lies_before_it() -> None:
    body = body_of(facing=90)
    cloth = shirt_cloth(body)
    chest = cloth.solid.surface(body.skeleton.spine[30:31, :2])
    assert chest[0] == pytest.approx(6.7, abs=0.8)
    assert cloth.ground(body.skeleton.spine[0], 10, 1).outline is body.shirt


@pytest.mark.parametrize("shoulder", [0, 30, 60, 90, 130])
@pytest.mark.parametrize("top", ["tshirt", "long"])
def test_a_near_sleeve_seen_from_the_side_is_one_closed_shape(shoulder: float, top: str) -> None:
    body = body_of(top=top, arms={"shoulder": shoulder, "elbow": 10})
    arm = body.skeleton.arms["right"]
    drawn = draw_sleeve(body, arm, sleeve_shape(body, arm), behind=False)
    (stroke,) = body.pen.strokes
    assert stroke.closed and stroke.fill == body.palette.cloth and stroke.colour == body.palette.ink
    spill = drawn.difference(body.shirt.union(sleeve_shape(body, arm)).buffer(0.2))
    assert spill.area < 0.01
