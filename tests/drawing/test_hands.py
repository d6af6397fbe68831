"""Hands: proportions, joints, what hides what, and where a held thing lies."""

from typing import get_args

import numpy as np
import pytest
from shapely.geometry import LineString, MultiLineString, Point, Polygon

from handoutgen.content.poses.hand_shapes import HandShapeName
from handoutgen.drawing.hands import measures
from handoutgen.drawing.hands.hand import TURNS, HandView, hand, mirrored, turned_hand
from handoutgen.drawing.hands.postures import POSTURES, HandPosture
from handoutgen.drawing.hands.rig import Chain, HandRig, rigged, rotation_about_x, seen
from handoutgen.drawing.hands.surface import marks
from handoutgen.drawing.hands.tracing import hidden, in_front, outline, runs
from handoutgen.drawing.outline.vectors import Array

SHAPES: tuple[HandShapeName, ...] = get_args(HandShapeName)
STRAIGHT = HandPosture((0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0))


def digit(rig: HandRig, name: str) -> Chain:
    return next(chain for chain in rig.digits if chain.name == name)


def tip(rig: HandRig, name: str) -> Array:
    chain = digit(rig, name)
    end: Array = chain.balls[-1, :3] + chain.tip_direction * chain.balls[-1, 3]
    return end


def count_across(shape: Polygon, radius: float) -> int:
    """How many pieces of a circle round the wrist lie in a hand."""
    cut = Point(0, 0).buffer(radius, 64).exterior.intersection(shape)
    return len(cut.geoms) if isinstance(cut, MultiLineString) else int(isinstance(cut, LineString))


def test_every_shape_of_the_grammar_has_a_posture() -> None:
    assert sorted(POSTURES) == sorted(SHAPES)


def test_a_hand_is_as_long_as_measured_and_its_middle_finger_as_its_palm() -> None:
    rig = rigged(STRAIGHT)
    palm = measures.FINGER_MEASURES["middle"].knuckle[0]

    assert tip(rig, "middle")[0] == pytest.approx(10.8, abs=0.3)
    assert tip(rig, "middle")[0] - palm == pytest.approx(palm, rel=0.05)
    lengths = {name: float(tip(rig, name)[0]) for name in measures.FINGERS}
    assert lengths["middle"] > lengths["ring"] > lengths["index"] - 0.2 > lengths["little"]


def test_a_thumb_beside_the_hand_reaches_the_first_bone_of_the_index() -> None:
    rig = rigged(POSTURES["edge"])
    index = digit(rig, "index").balls
    knuckle, joint = index[0, 0], index[digit(rig, "index").joints[1], 0]
    assert knuckle < tip(rig, "thumb")[0] < joint + 0.3


def test_an_open_hand_has_five_fingers_apart() -> None:
    for view in ("back", "palm"):
        shape = hand("open", view).contour
        assert count_across(shape, 8.3) == 4
        assert count_across(shape, 6.75) == 5


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("view", [None, *TURNS])
def test_contours_are_simple_and_lines_lie_on_the_hand(shape: HandShapeName, view: HandView | None) -> None:
    drawn = hand(shape, view)

    assert drawn.contour.is_valid and drawn.contour.exterior.is_simple
    assert len(drawn.contour.interiors) <= 1
    skin = drawn.contour.buffer(0.25)
    assert all(skin.contains(detail.shape) for detail in drawn.details)
    assert all(detail.shape.length > 0.2 for detail in drawn.details)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_held_thing_lies_in_the_hand_or_at_it(shape: HandShapeName) -> None:
    drawn = hand(shape)
    assert drawn.contour.distance(Point(drawn.holds.point)) < 0.6
    for detail in drawn.over:
        assert drawn.contour.buffer(0.2).contains(detail.shape)


@pytest.mark.parametrize(
    ("shape", "finger"),
    [("thumb_index", "index"), ("thumb_middle", "middle"), ("thumb_ring", "ring"), ("thumb_little", "little")],
)
def test_the_thumb_touches_the_finger_it_is_named_for(shape: str, finger: str) -> None:
    rig = rigged(POSTURES[shape])
    ends = {chain.name: chain.balls[-1] for chain in rig.digits}
    gaps = {
        name: float(np.linalg.norm(ends["thumb"][:3] - end[:3]) - ends["thumb"][3] - end[3])
        for name, end in ends.items()
        if name != "thumb"
    }
    assert min(gaps, key=lambda name: gaps[name]) == finger
    assert -0.35 < gaps[finger] < 0.12


def test_a_fist_is_short_and_a_hook_keeps_its_knuckles_straight() -> None:
    def length(shape: str) -> float:
        return float(hand(shape, "back").contour.bounds[2])

    assert length("fist") < length("hook") < length("flat")
    assert length("fist") < 6.6


def test_fingers_before_a_held_thing_are_painted_again_only_where_they_are_seen_before_it() -> None:
    palm, back = hand("grip", "palm"), hand("grip", "back")
    painted = sum(each.shape.area for each in palm.over if each.kind == "skin")
    behind = sum(each.shape.area for each in back.over if each.kind == "skin")

    assert 0.1 * palm.contour.area < painted < 0.7 * palm.contour.area
    assert behind > 0.8 * back.contour.area


def test_the_wrist_bends_to_the_palm_and_tilts_to_the_thumb() -> None:
    bent, tilted = rigged(STRAIGHT, bend=60), rigged(STRAIGHT, tilt=20)
    assert tip(bent, "middle")[2] < -8
    assert tip(tilted, "middle")[1] > 3
    assert tip(rigged(STRAIGHT, bend=-60), "middle")[2] > 8


def test_turning_shows_the_thumbs_edge_the_palm_and_the_other_edge() -> None:
    def towards_viewer(turn: float, name: str) -> float:
        return float(tip(seen(rigged(STRAIGHT), rotation_about_x(turn)), name)[2])

    assert towards_viewer(90, "thumb") > 1 > -1 > towards_viewer(270, "thumb")
    assert seen(rigged(STRAIGHT), rotation_about_x(180)).back[2] == pytest.approx(-1)


def test_the_other_hand_is_a_mirror_image_and_thumbs_stay_up() -> None:
    right = turned_hand("open", 0)
    left = mirrored(right)
    assert left.contour.bounds[1] == pytest.approx(-right.contour.bounds[3])
    for view in ("back", "palm"):
        _, low, _, high = hand("open", view).contour.bounds
        assert high > -low + 1


def test_a_turn_in_degrees_comes_before_a_view() -> None:
    assert hand("open", "back", 180).contour.equals(hand("open", "palm").contour)
    assert hand("rest").contour.equals(hand("rest", "thumb").contour)


def test_a_forearm_is_joined_to_the_hand() -> None:
    drawn = turned_hand("flat", 0, forearm=8)
    assert drawn.contour.bounds[0] < -8
    assert drawn.contour.area > hand("flat", "back").contour.area + 20


def test_what_lies_behind_a_ball_is_hidden_and_what_lies_before_it_is_not() -> None:
    balls = np.array([[0.0, 0.0, 0.0, 1.0]])
    course = np.array([[0.0, 0.0], [0.0, 0.0], [2.0, 0.0]])
    assert hidden(course, np.array([-1.0, 1.0, -1.0]), balls).tolist() == [True, False, False]


def test_a_closed_course_falls_into_the_stretches_that_are_shown() -> None:
    course = np.arange(12, dtype=np.float64).reshape(6, 2)
    shown = np.array([True, False, True, True, False, True])
    assert [run[:, 0].tolist() for run in runs(course, shown)] == [[4, 6], [10, 0]]
    assert len(runs(course, np.ones(6, dtype=np.bool_))[0]) == 7


def test_nails_are_seen_from_the_back_and_lines_of_the_palm_from_the_palm() -> None:
    def closed_lines(turn: float) -> int:
        rig = seen(rigged(POSTURES["open"]), rotation_about_x(turn))
        return sum(LineString(mark.shape.coords).is_ring for mark in marks(rig))

    assert closed_lines(0) >= 4
    assert closed_lines(180) == 0
    palm = seen(rigged(POSTURES["open"]), rotation_about_x(180))
    assert len(marks(palm)) == 2


def test_the_named_fingers_alone_are_found_before_a_plane() -> None:
    rig = seen(rigged(POSTURES["grip"]), rotation_about_x(180))
    thumb = in_front(rig, -100, ["thumb"])
    assert thumb.area == pytest.approx(outline([digit(rig, "thumb")]).area, rel=0.1)
    assert in_front(rig, 100).is_empty
