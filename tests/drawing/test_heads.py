"""Heads: sizes, what is seen from where, hair, coverings and faces."""

from itertools import pairwise
from typing import Any, get_args

import pytest
from shapely.geometry import Polygon

from handoutgen.content.poses.looks import HairName, Looks
from handoutgen.drawing.detail import DrawnShape, Fineness
from handoutgen.drawing.heads import coverings, face, hair, outlines
from handoutgen.drawing.heads.head import head, head_view
from handoutgen.drawing.heads.outlines import HeadView

VIEWS: tuple[HeadView, ...] = get_args(HeadView)
HAIR: tuple[HairName, ...] = get_args(HairName)


def shapes(view: HeadView, size: Fineness = "small", **looks: Any) -> list[DrawnShape]:
    return head(view, Looks(**looks), size)


def kinds(details: list[DrawnShape]) -> list[str]:
    return [detail.kind for detail in details]


def skull(details: list[DrawnShape]) -> Polygon:
    found = max((each.shape for each in details if each.kind == "skin"), key=lambda shape: shape.area)
    assert isinstance(found, Polygon)
    return found


@pytest.mark.parametrize(
    ("towards", "expected"),
    [(1, "front"), (0.9, "front"), (0.5, "three_quarter"), (0.3, "side"), (-0.5, "side"), (-0.7, "back"), (-1, "back")],
)
def test_the_view_follows_where_the_face_looks(towards: float, expected: str) -> None:
    assert head_view(towards) == expected


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", HAIR)
def test_every_area_of_every_head_is_one_simple_closed_shape(view: HeadView, name: HairName) -> None:
    for detail in shapes(view, "large", hair=name, beard=True, glasses=True, hearing_aid=True, body="older_man"):
        assert detail.shape.is_valid and not detail.shape.is_empty
        if detail.kind in ("skin", "hair", "cloth", "white"):
            assert isinstance(detail.shape, Polygon)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("body", ["man", "older_woman", "heavy"])
def test_a_head_is_as_high_as_a_seventh_of_a_person_and_a_half(view: HeadView, body: str) -> None:
    x0, y0, x1, y1 = skull(shapes(view, body=body, hair="bald")).bounds

    lowest = -2.4 if view == "back" else -5.2
    assert y1 == pytest.approx(8.1, abs=0.25)
    assert y0 == pytest.approx(lowest, abs=0.25)
    assert 9 < x1 - x0 < 12.2


@pytest.mark.parametrize(("view", "eyes"), [("side", 1), ("three_quarter", 2), ("front", 2), ("back", 0)])
def test_as_many_eyes_are_seen_as_face_the_viewer(view: HeadView, eyes: int) -> None:
    assert kinds(shapes(view)).count("dot") == eyes
    assert kinds(shapes(view, eyes="closed")).count("dot") == 0
    large = shapes(view, "large")
    assert kinds(large).count("dot") == 0
    assert kinds(large).count("dark") == eyes
    assert len(shapes(view, "large", eyes="up")) == len(large)


def test_a_large_iris_lies_in_the_white_of_its_eye() -> None:
    details = shapes("front", "large", hair="bald")
    whites = [each.shape for each in details if each.kind == "white" and each.shape.area > 0.5]
    irises = [each.shape for each in details if each.kind == "dark"]

    assert len(whites) == len(irises) == 2
    for white, iris in zip(whites, irises, strict=True):
        assert white.buffer(0.01).contains(iris)
        assert 0.15 < iris.area / white.area < 0.8


def test_eyes_that_look_up_have_their_iris_higher() -> None:
    def irises(eyes: str) -> list[float]:
        return [each.shape.centroid.y for each in shapes("front", "large", eyes=eyes) if each.kind == "dark"]

    assert all(up > ahead + 0.1 for up, ahead in zip(irises("up"), irises("open"), strict=True))


def test_no_eye_of_a_turned_head_leaves_the_face() -> None:
    details = shapes("three_quarter", "large", hair="bald")
    eyes = [each.shape for each in details if each.kind == "white" and each.shape.area > 0.3]
    assert len(eyes) == 2
    assert all(skull(details).contains(eye) for eye in eyes)


def test_noses_and_lips_differ_in_profile() -> None:
    profiles = [outlines.profile(nose, "thin", old=False) for nose in ("straight", "round", "broad")]
    assert all(first.symmetric_difference(second).area > 0.15 for first, second in pairwise(profiles))
    assert outlines.profile("broad", "full", old=False).area > outlines.profile("broad", "thin", old=False).area
    pursed = skull(shapes("side", mouth="pursed", nose="round"))
    assert pursed.bounds[2] < 6.1 and pursed.intersects(Polygon([(5.3, -2.6), (5.6, -2.6), (5.6, -2.1), (5.3, -2.1)]))


@pytest.mark.parametrize("view", ["side", "three_quarter", "front"])
def test_an_older_face_has_lines(view: HeadView) -> None:
    young, old = kinds(shapes(view, body="woman")), kinds(shapes(view, body="older_woman"))
    assert old.count("fine") - young.count("fine") == len(face.wrinkles(view, glasses=False)) >= 4


@pytest.mark.parametrize("name", hair.OVER_EARS)
def test_an_ear_under_hair_or_cloth_is_not_drawn_nor_its_hearing_aid(name: HairName) -> None:
    bare = len(shapes("side", hair="short", hearing_aid=True)) - len(shapes("side", hair="short"))
    covered = shapes("side", hair=name, hearing_aid=True)
    assert bare == 2
    assert len(covered) == len(shapes("side", hair=name))


@pytest.mark.parametrize("name", ["bald", "scarf", "turban"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_hair_is_seen_where_there_is_none(name: HairName, view: HeadView) -> None:
    assert "hair" not in kinds(shapes(view, hair=name))


@pytest.mark.parametrize("view", ["front", "three_quarter"])
def test_a_face_is_seen_in_the_opening_of_a_headscarf(view: HeadView) -> None:
    cloth, opening, *_ = coverings.covering(view, "scarf", skull(shapes(view, hair="bald")))
    assert (cloth.kind, opening.kind) == ("white", "skin")
    assert cloth.shape.contains(opening.shape.centroid)
    for x, y in face.EYES[view]:
        assert opening.shape.buffer(0.1).contains(Polygon([(x - 0.1, y), (x + 0.1, y), (x, y + 0.1)]))


def test_long_hair_is_longer_than_a_bob_and_an_afro_wider_than_short_hair() -> None:
    def reach(name: HairName) -> tuple[float, float]:
        bounds = [each.shape.bounds for each in shapes("front", hair=name) if each.kind == "hair"]
        return min(box[1] for box in bounds), max(box[2] for box in bounds)

    assert reach("long")[0] < reach("bob")[0] - 5
    assert reach("afro")[1] > reach("short")[1] + 1.5
    assert reach("locs")[0] < -6


@pytest.mark.parametrize(("mouth", "dark"), [("shut", 0), ("none", 0), ("open", 1), ("pursed", 1)])
def test_a_mouth_does_what_it_is_told(mouth: str, dark: int) -> None:
    assert kinds(shapes("front", mouth=mouth)).count("dark") == dark
    lines = kinds(shapes("front", mouth=mouth)).count("line")
    assert lines == kinds(shapes("front", mouth="none")).count("line") + (mouth == "shut")


def test_a_smile_lifts_the_corners_of_the_mouth_and_effort_drops_them_and_the_brows() -> None:
    def heights(mood: str) -> tuple[float, float]:
        mouth = face.mouth_of("front", "shut", mood)[0].shape.coords[0][1]
        inner_end_of_brow = face.brows_of("front", mood, strong=False)[0].shape.coords[-1][1]
        return mouth, inner_end_of_brow

    smile, calm, effort = (heights(mood) for mood in ("smile", "calm", "effort"))
    assert smile[0] > calm[0] + 0.2 > effort[0] + 0.5
    assert smile[1] == calm[1] > effort[1] + 0.2


@pytest.mark.parametrize("view", ["side", "three_quarter", "front"])
def test_no_line_at_the_corner_of_the_eye_crosses_the_side_of_glasses(view: HeadView) -> None:
    sides = [each.shape for each in face.glasses_of(view) if each.shape.length > 1.3 and not each.shape.is_ring]
    for line in face.wrinkles(view, glasses=True):
        assert all(line.shape.distance(side) > 0.3 for side in sides)


def test_the_far_lens_of_glasses_stays_inside_a_face_half_turned() -> None:
    outline = skull(shapes("three_quarter", body="older_man"))
    assert all(outline.buffer(-0.3).contains(each.shape) for each in face.glasses_of("three_quarter"))


def test_a_beard_seen_from_the_side_keeps_the_mouth_clear() -> None:
    dark, grey = (shapes("side", beard=True, body="man", hair_colour=colour) for colour in ("dark", "grey"))
    bare = shapes("side", body="man")
    mouth = face.mouth_of("side", "shut", "smile")[0].shape
    assert any(each.shape.equals(mouth) for each in bare) and any(each.shape.equals(mouth) for each in grey)
    assert not any(each.shape.equals(mouth) for each in dark)
    (beard,) = (each.shape for each in face.beard_of("side", grey=True))
    assert beard.buffer(-0.4).buffer(0.4).area > 0.97 * beard.area
