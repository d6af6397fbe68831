"""The sketched hands of whole figures: as large as the traced ones, few lines, flat where they rest."""

from __future__ import annotations

import pytest
from shapely import affinity
from shapely.geometry import Point, Polygon, box

from drawing.figures import body_of
from handoutgen.content.poses.model import Pose
from handoutgen.drawing.figure.arms import arm_hand, hand_place
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.layers import layers
from handoutgen.drawing.hands.hand import TURNS, HandView, hand
from handoutgen.drawing.hands.postures import POSTURES
from handoutgen.drawing.hands.simple import simple_hand
from handoutgen.drawing.hands.sketches import SKETCHES
from handoutgen.drawing.scene import draw

MOST_LINES = 4
"""More would run together in a hand of six millimetres."""
ALWAYS_SKETCHED = ("flat", "edge", "rest", "relaxed", "grip", "stick", "rail", "fist", "cup", "hold", "point", "press")


@pytest.mark.parametrize(("shape", "view"), sorted(SKETCHES))
def test_a_sketch_is_one_smooth_outline_with_few_lines_on_it(shape: str, view: HandView) -> None:
    drawn = simple_hand(shape, view)
    assert drawn is not None
    assert drawn.contour.is_valid and drawn.contour.exterior.is_simple
    assert not drawn.contour.interiors
    assert len(drawn.details) <= MOST_LINES
    assert all(each.kind == "line" and each.shape.length > 0.6 for each in drawn.details)
    assert all(drawn.contour.buffer(0.1).contains(each.shape) for each in drawn.details)


@pytest.mark.parametrize(("shape", "view"), sorted(SKETCHES))
def test_a_sketch_is_as_large_as_the_traced_hand_and_holds_things_at_the_same_place(shape: str, view: HandView) -> None:
    drawn, traced = simple_hand(shape, view), hand(shape, view)
    assert drawn is not None
    assert drawn.holds == traced.holds
    assert drawn.contour.bounds[2] == pytest.approx(traced.contour.bounds[2], abs=1.4)
    if shape != "hold":
        assert drawn.contour.intersection(traced.contour).area > 0.65 * traced.contour.area
    assert drawn.contour.distance(Point(drawn.holds.point)) < 0.6


@pytest.mark.parametrize("shape", ALWAYS_SKETCHED)
def test_the_shapes_that_poses_use_are_sketched_from_their_usual_side(shape: str) -> None:
    assert simple_hand(shape) is not None


def test_a_hand_that_is_turned_far_from_every_view_is_traced() -> None:
    assert simple_hand("flat", None, 45) is None
    turned, straight = simple_hand("flat", None, 20), simple_hand("flat", "back")
    assert turned is not None and straight is not None
    assert turned.contour.equals(straight.contour)
    assert simple_hand("tabletop") is None


@pytest.mark.parametrize("shape", ["flat", "edge", "rest"])
@pytest.mark.parametrize("view", ["thumb", "little_finger"])
def test_a_resting_hand_lies_flat_with_its_thumb_beside_it_and_not_below(shape: str, view: HandView) -> None:
    drawn = simple_hand(shape, view)
    assert drawn is not None
    sole = drawn.contour.intersection(box(3, -9, 9.5, 0)).bounds[1]
    assert drawn.contour.bounds[1] > sole - 0.2
    under = drawn.contour.exterior.intersection(box(3, sole - 0.1, 9.5, sole + 0.15))
    assert under.length > 6


@pytest.mark.parametrize("shape", ["grip", "stick", "rail", "fist"])
def test_a_closed_hand_shows_four_fingers_and_a_thumb(shape: str) -> None:
    drawn = simple_hand(shape, "back")
    assert drawn is not None
    ends = drawn.contour.intersection(box(7.2, -9, 9, 9))
    assert len(drawn.details) == 4
    assert sum(isinstance(part, Polygon) for part in getattr(ends, "geoms", [ends])) >= 2
    assert drawn.contour.bounds[3] > 2.9
    assert sum(each.shape.area for each in drawn.over) > 0.9 * drawn.contour.area


VIEWS = list(TURNS)


@pytest.mark.parametrize(("number", "shape"), [*enumerate(sorted(POSTURES))])
def test_every_shape_is_drawn_on_a_figure_and_each_view_on_many(number: int, shape: str) -> None:
    for view in {VIEWS[number % len(VIEWS)], VIEWS[(number + 2) % len(VIEWS)]}:  # all pairs would take four minutes
        figure = {"at": [0, 53], "near_arm": {"shoulder": 60, "hand": {"shape": shape, "view": view}}}
        keys = {"name": "word", "title": "Word", "subject": "back", "alt": "Word."}
        assert draw(Pose.model_validate({**keys, "figure": figure})).svg.count("<path") > 10


def share_painted_as_skin(body: Dressed, side: str) -> float:
    """Of a hand's fingers: what part of some spots on them is painted as skin when all is drawn."""
    for _, paint in layers(body):
        paint()
    limb = body.skeleton.arms["right" if side == "right" else "left"]
    fingers = arm_hand(limb).contour.buffer(-0.3).intersection(box(5, -9, 12, 9))
    on_page = affinity.affine_transform(fingers, list(hand_place(limb)))
    x0, y0, x1, y1 = on_page.bounds
    spots = [Point(x0 + (x1 - x0) * i / 12, y0 + (y1 - y0) * j / 12) for i in range(13) for j in range(13)]
    spots = [spot for spot in spots if on_page.contains(spot)]
    filled = [(Polygon(stroke.course).buffer(0), stroke.fill) for stroke in body.pen.strokes if stroke.fill]
    tops = [[fill for shape, fill in filled if shape.contains(spot)][-1:] for spot in spots]
    return sum(top not in ([], [body.palette.cloth]) for top in tops) / len(spots)


def test_a_hand_on_the_chest_is_not_painted_over_by_the_other_sleeve() -> None:
    arm = {"shoulder": 40, "abduction": 10, "elbow": 130, "rotation": 70, "hand": "flat"}
    for side in ("right", "left"):
        body = body_of(facing=48, camera=14, twist=40, right_arm=arm, left_arm=arm)
        assert share_painted_as_skin(body, side) > 0.95


def test_the_fingertips_of_a_far_hand_are_not_cut_off() -> None:
    arms = {
        "near_arm": {"wrist": [19, 53.5], "pole": [-1, 0.4, 0], "hand": {"shape": "edge", "angle": -26}},
        "far_arm": {"wrist": [18, 57], "pole": [-1, 0.4, 0], "hand": {"shape": "edge", "angle": -14}},
    }
    assert share_painted_as_skin(body_of(chest=40, pelvis=30, **arms), "left") > 0.97
