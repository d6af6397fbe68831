"""Close-ups: hands with arms and sleeves, fingers over things, faces, parts of the body and spots."""

from typing import Any, get_args

import pytest
from shapely.geometry import Point, Polygon

from handoutgen.content.poses.closeups import CloseUp, CloseUpBody, HandPart, HeadPart
from handoutgen.drawing import style
from handoutgen.drawing.closeups import draw_closeup
from handoutgen.drawing.closeups.arms import drawn_hand, fingers_again, sleeve_of
from handoutgen.drawing.closeups.body import body_part
from handoutgen.drawing.closeups.draw import hand_placement
from handoutgen.drawing.closeups.faces import head_part
from handoutgen.drawing.detail import placed
from handoutgen.drawing.pen import Pen

PARTS: tuple[str, ...] = get_args(CloseUpBody.model_fields["part"].annotation)


def drawn(*parts: dict[str, Any], **looks: Any) -> Pen:
    pen = Pen(200)
    draw_closeup(pen, CloseUp.model_validate({"parts": parts, **looks}))
    return pen


def a_hand(**said: Any) -> HandPart:
    return HandPart.model_validate({"type": "hand", "at": [0, 0], **said})


def test_a_hand_stands_on_its_wrist_and_points_where_it_is_told() -> None:
    pen = drawn({"type": "hand", "shape": "flat", "at": [10, 20], "angle": 90, "arm": 0}, skin="brown")
    x0, y0, x1, y1 = pen.bounds()
    assert pen.strokes[0].fill == style.SKINS["brown"]
    assert y1 == pytest.approx(20 + 10.8, abs=0.4)
    assert x0 < 10 < x1 and y0 == pytest.approx(19, abs=0.5)


def test_a_left_hand_is_the_mirror_image_of_a_right_one() -> None:
    right, left = (placed(drawn_hand(part), hand_placement(part))[0].shape for part in _both())
    assert left.bounds[0] == pytest.approx(-right.bounds[2], abs=0.01)


def _both() -> tuple[HandPart, HandPart]:
    return a_hand(shape="open", angle=90), a_hand(shape="open", angle=90, side="left")


def test_the_arm_is_cut_straight_and_a_sleeve_is_wider_than_the_arm_under_it() -> None:
    part = a_hand(arm=10, sleeve=4)
    skin, (cloth,) = drawn_hand(part)[0].shape, sleeve_of(part)

    assert skin.bounds[0] == pytest.approx(-10)
    assert cloth.shape.bounds[0] == pytest.approx(-10) and cloth.shape.bounds[2] == pytest.approx(-4, abs=0.01)
    assert sleeve_of(a_hand(arm=3, sleeve=4)) == [] == sleeve_of(a_hand(arm=8))
    at_the_end = skin.intersection(Polygon([(-10, -9), (-9, -9), (-9, 9), (-10, 9)]))
    assert cloth.shape.buffer(0.01).contains(at_the_end)


def test_single_joints_differ_from_the_shape() -> None:
    fist, pointing = (
        drawn_hand(a_hand(shape="fist", arm=0, **said))[0].shape for said in ({}, {"bends": {"index": [0, 0, 0]}})
    )
    thumb_up = drawn_hand(a_hand(shape="fist", arm=0, bends={"thumb": [75, 0, 0, 0, 0]}))[0].shape
    assert pointing.bounds[2] > fist.bounds[2] + 3
    assert thumb_up.bounds[3] > fist.bounds[3] + 1.5


def test_fingers_come_over_a_thing_and_the_palm_does_not() -> None:
    part = a_hand(shape="grip", turn=180, arm=0)
    whole = drawn_hand(part)[0].shape
    over = [each.shape for each in fingers_again(part, ["index", "middle", "ring", "little"]) if each.kind == "skin"]

    assert sum(shape.area for shape in over) < whole.area / 2
    assert not any(shape.contains(Point(1.5, 0)) for shape in over)
    assert any(shape.distance(Point(6, 0)) < 1.5 for shape in over)


def test_a_part_may_name_a_hand_that_is_not_there() -> None:
    assert not drawn({"type": "fingers", "of": 3}).strokes


def test_things_and_fingers_are_drawn_in_their_order() -> None:
    pen = drawn(
        {"type": "hand", "shape": "grip", "at": [0, 0], "turn": 180},
        {"type": "ball", "at": [4.2, 0], "r": 2},
        {"type": "fingers", "of": 1},
    )
    fills = [stroke.fill for stroke in pen.strokes if stroke.fill]
    skin = style.SKINS["light"]
    assert fills[0] == skin == fills[-1]
    assert any(fill != skin for fill in fills)


def test_a_head_is_flipped_about_its_own_axis() -> None:
    head = {"type": "head", "view": "side", "at": [5, 0]}
    right, left = drawn(head, hair="bald"), drawn({**head, "flip": True}, hair="bald")
    assert right.bounds()[2] - 5 == pytest.approx(5 - left.bounds()[0], abs=0.01)
    assert right.bounds()[2] > 10.5


@pytest.mark.parametrize("view", ["front", "side", "three_quarter", "back"])
def test_a_bust_has_a_neck_and_shoulders_below_the_chin(view: str) -> None:
    closeup = CloseUp.model_validate({"parts": [{"type": "spot", "at": [0, 0]}]})
    with_bust, without = (
        head_part(HeadPart.model_validate({"type": "head", "at": [0, 0], "view": view, "bust": bust}), closeup, "large")
        for bust in (True, False)
    )
    neck, shirt = with_bust[:2]
    assert len(with_bust) == len(without) + 2
    assert (neck.kind, shirt.kind) == ("skin", "cloth")
    assert shirt.shape.bounds[3] < -7 and neck.shape.intersects(shirt.shape)


@pytest.mark.parametrize("name", [part for part in PARTS if part != "person"])
def test_parts_of_the_body_are_simple_shapes(name: str) -> None:
    details = body_part(name)
    assert details[0].kind == "skin"
    assert all(detail.shape.is_valid and not detail.shape.is_empty for detail in details)


def test_a_whole_person_has_a_face_and_wears_clothes() -> None:
    pen = drawn({"type": "body", "part": "person", "at": [0, 0]})
    assert style.CLOTH in {stroke.fill for stroke in pen.strokes}
    assert max(stroke.course[:, 1].max() for stroke in pen.strokes) > 90


def test_a_trouser_leg_leaves_the_ankle_of_a_sole_bare() -> None:
    trousers = next(each.shape for each in body_part("sole") if each.kind == "cloth")
    assert trousers.bounds[2] < -3 and trousers.bounds[0] < -12


def test_a_sole_has_five_toes_and_the_big_one_is_the_biggest() -> None:
    toes = [each.shape for each in body_part("sole")[:5]]
    assert sorted(range(5), key=lambda toe: toes[toe].area)[-1] == 4
    assert all(toe.bounds[2] > 10 for toe in toes)


@pytest.mark.parametrize(("ring", "filled"), [(False, True), (True, False)])
def test_a_spot_is_filled_or_a_ring_and_has_a_white_line_round_it(ring: bool, filled: bool) -> None:
    pen = drawn({"type": "spot", "at": [3, 4], "width": 4, "height": 2, "ring": ring})
    white, accent = pen.strokes
    assert white.colour == style.WHITE
    assert (accent.fill == style.ACCENT) is filled
    assert accent.course.max(0) == pytest.approx([5, 5], abs=0.01)
