"""What is seen on props: hands of a clock, readings, what is open, empty or full, parts that may be left out."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from shapely.geometry import Point

from drawing.prop_examples import ANCHORS, drawn, prop_of
from handoutgen.content.poses.things import aids, beds, cloth, devices, exercise, household, medicines, rooms
from handoutgen.content.poses.things.base import Small
from handoutgen.drawing import style
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import pieces_of
from handoutgen.drawing.props.beds import soft
from handoutgen.drawing.props.breathing import draw_dry_inhaler
from handoutgen.drawing.props.brush import PALE, Brush
from handoutgen.drawing.props.cloth import end_of, sleeve
from handoutgen.drawing.props.devices import draw_digits, heart
from handoutgen.drawing.props.entry import CENTIMETRE, at_layer, layer_in_hand
from handoutgen.drawing.props.exercise import box_solids
from handoutgen.drawing.props.household import draw_clock
from handoutgen.drawing.props.layering import wrap_pieces
from handoutgen.drawing.props.limbs_wrapped import LimbPart
from handoutgen.drawing.props.medicines import draw_pill_box
from handoutgen.drawing.props.rooms import stairs_solids
from handoutgen.drawing.props.seats import as_chair
from handoutgen.drawing.props.walking import walker_axes
from handoutgen.drawing.props.wheelchair import wheelchair_axes
from handoutgen.drawing.style import FigureColours


def brush(size: float = 400) -> Brush:
    return Brush(Pen(size), FigureColours(), ANCHORS)


def fills(own: Brush) -> list[str | None]:
    return [stroke.fill for stroke in own.pen.strokes]


@pytest.mark.parametrize(
    ("hour", "minute", "degrees"), [(3, 0, 90), (15, 0, 90), (6, 30, 195), (12, 0, 0), (9, 45, 292.5)]
)
def test_a_clock_shows_the_time(hour: int, minute: int, degrees: float) -> None:
    own = brush()
    draw_clock(own, household.ClockProp(type="clock", at=[0, 0], hour=hour, minute=minute))
    hours, minutes = (stroke.course[-1] for stroke in own.pen.strokes[-3:-1])
    for (x, y), wanted in ((hours, degrees), (minutes, minute * 6)):
        assert math.degrees(math.atan2(x, y)) % 360 == pytest.approx(wanted % 360, abs=1e-6)
    assert np.hypot(*minutes) > np.hypot(*hours)


@pytest.mark.parametrize(("digits", "strokes"), [("1", 2), ("8", 7), ("128", 14), ("5.8", 13), ("97", 9)])
def test_readings_are_made_of_segments(digits: str, strokes: int) -> None:
    own = brush()
    draw_digits(own, digits, 0, 0, 2)
    assert len(own.pen.strokes) == strokes


def test_readings_too_small_for_their_gaps_are_left_out() -> None:
    own = brush(30)
    draw_digits(own, "128", 0, 0, 0.75)
    assert own.pen.strokes == []


def test_a_heart_has_a_point_below_and_a_notch_above() -> None:
    shape = heart(0, 0, 2)
    assert shape.contains(Point(0.5, 0.4))
    assert not shape.contains(Point(0, 0.7))
    assert shape.bounds[0] == pytest.approx(-shape.bounds[2], abs=0.01)


def test_a_pill_box_opens_on_its_day() -> None:
    tablets = {}
    for day in (1, 3):
        own = brush()
        draw_pill_box(own, medicines.PillBoxProp(type="pill_box", at=[0, 0], open=day))
        assert fills(own).count(style.CLOTH) == 1
        open_one = next(stroke for stroke in own.pen.strokes if stroke.fill == style.CLOTH)
        tablets[day] = float(open_one.course[:, 0].mean())
    assert tablets[3] - tablets[1] == pytest.approx(2 * 2.8)


@pytest.mark.parametrize(("empty", "full"), [(0, 10), (3, 7), (28, 0)])
def test_a_blister_shows_how_many_tablets_are_left(empty: int, full: int) -> None:
    pen = drawn(prop_of("blister", at=[0, 0], empty=empty), size=300)
    assert [stroke.fill for stroke in pen.strokes].count(style.WHITE) == full


@pytest.mark.parametrize("empty", [0, 1])
def test_a_blister_from_its_edge_shows_a_tablet_under_the_foil_once_one_is_pressed_out(empty: int) -> None:
    pen = drawn(prop_of("blister", at=[0, 0], edge=True, rows=1, columns=4, empty=empty), size=300)
    tablets = [stroke for stroke in pen.strokes if stroke.fill == style.CLOTH]
    assert len(tablets) == 4
    assert [stroke.course[:, 1].max() < 0 for stroke in tablets].count(True) == empty


def test_a_pack_has_no_more_empty_places_than_places() -> None:
    assert drawn(prop_of("blister", at=[0, 0], rows=1, columns=2, empty=28), size=300).strokes


@pytest.mark.parametrize(
    ("kind", "key"),
    [("glucose_meter", "strip"), ("tube", "cream"), ("nebuliser_mask", "mist"), ("cup", "steam"), ("chair", "rest"),
     ("chair", "arms"), ("bed", "legs"), ("bed", "board"), ("worktop", "sink"), ("stairs", "rail"), ("step", "edge"),
     ("frame", "wheels"), ("inhaler", "mask"), ("tablet", "scored"), ("bench", "padded"), ("sofa", "no_arm"),
     ("blister", "edge")],
)  # fmt: skip
def test_parts_that_may_be_left_out_change_the_drawing(kind: str, key: str) -> None:
    keys = {"x": [0, 60]} if kind in ("bed", "worktop", "step", "bench", "sofa") else {"x": 0}
    keys = {"at": [0, 0]} if issubclass(type(prop_of(kind)), Small) else keys
    without, with_it = (
        [(stroke.fill, stroke.course.round(6).tolist()) for stroke in drawn(prop_of(kind, **keys, **{key: on})).strokes]
        for on in (False, True)
    )
    assert without != with_it


@pytest.mark.parametrize("shows", ["nothing", "call", "timer", "tick"])
def test_a_phone_shows_one_thing(shows: str) -> None:
    pen = drawn(prop_of("phone", at=[0, 0], shows=shows), size=200)
    accents = [stroke for stroke in pen.strokes if style.ACCENT in (stroke.fill, stroke.colour)]
    assert bool(accents) == (shows != "nothing")


def test_a_capped_pen_hides_its_needle() -> None:
    with_needle = drawn(prop_of("insulin_pen", at=[0, 0])).bounds()
    capped = drawn(prop_of("insulin_pen", at=[0, 0], needle=False)).bounds()
    assert with_needle[0] == pytest.approx(0)
    assert capped[0] > 0.3


def test_a_worktop_from_its_end_has_room_for_toes_under_its_doors() -> None:
    for side in (-1, 1):
        pen = drawn(prop_of("worktop", x=[0, 36], view="end", side=side))
        plinth, panel = (stroke.course[:, 0] for stroke in pen.strokes[:2])
        recess = plinth.min() - panel.min() if side < 0 else panel.max() - plinth.max()
        assert recess == pytest.approx(3.3, abs=0.05)


def test_one_cm_is_its_share_of_170() -> None:
    assert pytest.approx(100) == CENTIMETRE * 170
    own = brush().moved((0, 0), 0, CENTIMETRE)
    inhaler = medicines.DryInhalerProp(type="dry_inhaler", at=[0, 0])
    draw_dry_inhaler(own, inhaler)
    assert own.pen.bounds()[2] == pytest.approx(10 * CENTIMETRE, abs=0.01)


def test_a_pillow_bulges_and_keeps_its_size() -> None:
    x0, y0, x1, y1 = soft(3, 4, 20, 8).bounds
    assert (x0, y0, x1, y1) == pytest.approx((-7, 0, 13, 8), abs=0.05)
    assert 0.88 < soft(0, 0, 20, 8).area / 160 < 0.98


def test_a_sleeve_is_as_long_and_thick_as_it_says() -> None:
    part = LimbPart(np.array([0.0, 0.0]), np.array([0.0, 1.0]), np.array([-1.0, 0.0]), 3.0)
    x0, y0, x1, y1 = sleeve(part, 8, 4).bounds
    assert (x1 - x0) == pytest.approx(8, abs=0.01)
    assert 8 < y1 - y0 < 9.2


def test_an_end_is_a_hand_or_a_place() -> None:
    band = prop_of("band", ends=["near_hand", [3, 4]])
    assert isinstance(band, cloth.BandProp)
    assert [tuple(end_of(brush(), end)) for end in band.ends] == [tuple(ANCHORS["near_hand"]), (3, 4)]


def test_a_band_without_ends_has_no_part_behind_the_limb() -> None:
    loop = prop_of("band", wraps="far_thigh")
    assert isinstance(loop, cloth.BandProp)
    assert [piece.layer for piece in wrap_pieces(loop)] == ["after_far_leg"]
    strap = loop.model_copy(update={"ends": ("near_hand",)})
    assert [piece.layer for piece in wrap_pieces(strap)] == ["before_far_leg", "after_far_leg"]


def test_an_authors_layer_comes_before_that_of_the_room() -> None:
    tin = exercise.TinProp(type="tin", held_by="near_hand", layer="front")
    assert at_layer(tin, layer_in_hand("near_hand")).layer == "front"
    assert at_layer(tin.model_copy(update={"layer": None}), "back").layer == "back"
    assert layer_in_hand(None) == "back"


def test_stairs_rise_to_the_side_they_say() -> None:
    for side in (1, -1):
        boxes = stairs_solids(rooms.StairsProp(type="stairs", x=2, side=side, steps=4))
        assert all(side * (b.middle[0] - a.middle[0]) == pytest.approx(16.5) for a, b in pairwise(boxes))
        assert [box.size[1] for box in boxes] == [10, 20, 30, 40]
        assert min(side * (box.middle[0] - 2) for box in boxes) == pytest.approx(16.5 / 2)


def test_a_box_stands_on_its_base() -> None:
    (solid,) = box_solids(exercise.BoxProp(type="box", x=5, y=40))
    assert solid.middle == pytest.approx((5, 47.5, 0))


def test_a_chair_from_the_front_is_the_same_chair_turned() -> None:
    front = rooms.ChairFrontProp(type="chair_front", x=10, h=30)
    chair = as_chair(front)
    assert (chair.h, chair.facing) == (30, 90)
    assert (chair.x, chair.z) == pytest.approx((10, -12.5))


def test_walkers_show_their_far_side_unless_they_face_somewhere() -> None:
    frame = aids.FrameProp(type="frame", x=10)
    turned = walker_axes(frame, 16.5)
    near = turned.points([(0, 0, 16.5)])[0]
    assert near[0] == pytest.approx(10)
    assert walker_axes(frame.model_copy(update={"facing": 90.0}), 16.5).facing == 90
    wheelchair = aids.WheelchairProp(type="wheelchair", x=3)
    assert wheelchair_axes(wheelchair).points([(0, 0, 16.5)])[0][0] == pytest.approx(3)


def test_a_bed_of_another_height_moves_as_a_whole() -> None:
    low, high = (drawn(beds.BedProp(type="bed", x=(0, 100), h=h, board=True)).bounds() for h in (0, 20))
    assert high == pytest.approx((low[0], low[1] + 20, low[2], low[3] + 20))


def test_a_cuff_that_lies_about_is_open_at_its_end() -> None:
    pen = drawn(devices.CuffProp(type="cuff", at=[0, 0]), size=200)
    assert PALE in [stroke.fill for stroke in pen.strokes]


def test_the_tube_of_a_nebuliser_goes_where_it_is_told() -> None:
    mask = prop_of("nebuliser", at=[40, 60], tube=["mouth", 2, -7], scale=1.5)
    hose = drawn(mask).strokes[0].course
    assert tuple(hose[-1]) == pytest.approx(tuple(ANCHORS["mouth"] + np.array([2, -7])))
    assert hose[0][0] < 40, "it leaves the compressor on the side of its end"


def test_what_is_put_to_the_face_comes_before_the_head() -> None:
    for kind in ("inhaler", "dry_inhaler", "nebuliser_mask"):
        assert [piece.layer for piece in pieces_of(prop_of(kind, at=["mouth", 0, 0]))] == ["after_head"]


def test_a_reading_is_never_upside_down() -> None:
    upright, turned = (
        drawn(prop_of("glucose_meter", at=[0, 0], angle=angle, strip=False), size=300).strokes for angle in (0, 180)
    )
    digits = [[stroke.course for stroke in strokes if len(stroke.course) == 2] for strokes in (upright, turned)]
    middles = [np.mean([course.mean(0) for course in courses], axis=0) for courses in digits]
    for first, second in zip(*digits, strict=True):
        assert first - middles[0] == pytest.approx(second - middles[1], abs=1e-6)


@pytest.mark.parametrize("folds", [0, 1, 3, 6])
def test_a_towel_lies_on_the_floor_in_one_piece_with_its_folds_above(folds: int) -> None:
    towel = drawn(prop_of("floor_towel", x=[0, 50], folds=folds, h=4)).strokes[0].course
    assert np.ptp(towel[:, 0]) == pytest.approx(50, abs=0.5)
    assert towel[:, 1].min() == pytest.approx(0, abs=0.4)
    assert towel[:, 1].max() == pytest.approx(4 if folds > 1 else 2.9 if folds else 1.3, abs=0.5)


def test_a_box_parts_from_the_clothes_of_who_lifts_it() -> None:
    assert drawn(prop_of("box", x=0)).strokes[0].fill == style.WHITE
