"""The person on a body map: upright, arms a little away from the trunk, in plain light clothes."""

import math
from typing import Final

from msgspec import Struct
from shapely.geometry import LineString, Polygon, box
from shapely.ops import unary_union

from handoutgen.content.poses.closeups import BodyMap
from handoutgen.content.poses.looks import Looks
from handoutgen.content.poses.model import ArmPose, HandPose, LegPose, PosedFigure
from handoutgen.drawing.bodymap.legs import leg_lines, leg_outline, shorts_leg, straight_leg
from handoutgen.drawing.detail import DrawnShape, placed, placement, turned
from handoutgen.drawing.figure.girth import BUILDS, Build
from handoutgen.drawing.figure.trunk import neck_outline, trunk_outline
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.hands.hand import HandView, hand
from handoutgen.drawing.hands.simple import simple_hand
from handoutgen.drawing.heads.head import head
from handoutgen.drawing.heads.outlines import Course
from handoutgen.drawing.outline.shapes import biggest, disc, ellipse, hand_set_line, hull, lines_of, smooth
from handoutgen.drawing.outline.vectors import unit
from handoutgen.drawing.skeleton.body import Skeleton, solve
from handoutgen.drawing.skeleton.limbs import Arm

_SIDES: Final = ("right", "left")
_HEAD_SCALE: Final = 1.03
_HAND_SCALE: Final = 1.06
_WAIST, _HEM, _CHEST = 0.2, -11.0, 0.5
"""Waistband and hem of the shorts: a level of the spine, and % of stature from the hips; lower edge of the top."""
_CROTCH: Final = -5.0
"""How far down from the hips the seat of shorts is of one piece."""
_BAND: Final = 1.5
"""How high the waistband is."""
_APART: Final = 5.0
"""How far each leg is out from straight down, in degrees."""
_SPINE: Final = 31.5
"""From the hips to the neck, in % of stature."""
_HIPS: Final = (-0.17, 0.3)
"""The lower end of the trunk: levels of the spine."""


_FRONT: Final[tuple[Course, ...]] = (
    [(1.3, 27.6), (2.8, 27.8), (4.1, 28.2)],
    [(0.0, 8.3), (0.3, 7.8), (0.0, 7.4)],
)
_BACK: Final[tuple[Course, ...]] = (
    [(2.6, 25.6), (3.0, 22.6), (5.0, 19.8), (7.0, 21.4)],
    [(0.0, 28.0), (0.0, 17.0), (0.0, 4.0)],
    [(0.6, -3.0), (2.8, -4.6), (5.4, -4.2)],
)
"""Lines on the skin of one half, from the middle and up from the hips."""


class MappedPerson(Struct, frozen=True):
    """A person ready to be marked: the skeleton, the build, and the contour of the whole body but the head."""

    skeleton: Skeleton
    build: Build
    front: bool
    body: Polygon
    details: tuple[DrawnShape, ...]
    """Back to front."""


def mapped_person(body_map: BodyMap) -> MappedPerson:
    """The person of a body map."""
    front = body_map.view == "front"
    skeleton = solve(_standing(body_map))
    build = BUILDS[body_map.body]
    if body_map.part == "legs":
        body = _legs(skeleton, build, front)
        drawn = [DrawnShape("skin", body), *_leg_lines(skeleton, build, front), *_cloth([_shorts(skeleton)], body)]
        drawn += _seams(skeleton, body)
        waist = box(*body.buffer(0.1).bounds)
        drawn += [line for line in _landmarks(skeleton, front) if line.shape.within(waist)]
    else:
        body = _body(skeleton, build, front)
        drawn = [DrawnShape("skin", body), *_backs_of_hands(skeleton, front), *_leg_lines(skeleton, build, front)]
        drawn += [*_cloth(_clothes(skeleton, body_map, front), body), *_landmarks(skeleton, front)]
        drawn += _head(skeleton, body_map, front)
    return MappedPerson(skeleton, build, front, body, tuple(drawn))


def _standing(body_map: BodyMap) -> PosedFigure:
    looks = {name: getattr(body_map, name) for name in Looks.model_fields}
    leg = LegPose(abduction=_APART)
    arm = ArmPose(abduction=24, elbow=6, hand=HandPose(shape="flat"))
    facing = 90.0 if body_map.view == "front" else -90.0
    return PosedFigure(**looks, facing=facing, legs=leg, arms=arm)


def _body(skeleton: Skeleton, build: Build, front: bool) -> Polygon:
    arms = [limb_outline(limb, build, BoneStretch(), BoneStretch(lower=True)) for limb in skeleton.arms.values()]
    root = skeleton.neck_base[:2] - skeleton.chest.up[:2] * 0.6
    shoulders = [hull(disc(root, 3.0), disc(skeleton.shoulders[side][:2], 2.6)) for side in _SIDES]
    upper = smooth(unary_union([*arms, *shoulders, trunk_outline(skeleton, build, -0.1, 1.0)]), 1.5, 0.5, 0.8)
    flesh = smooth(unary_union([upper, _hips(skeleton, build, front)]), 0.45, 0.3, 0.6)
    ends = [biggest(_hand(skeleton.arms[side], front)[0].shape) for side in _SIDES]
    return smooth(unary_union([flesh, neck_outline(skeleton, build), *ends]), 0.25, 0.1, 0.25)


def _hand(arm: Arm, front: bool) -> list[DrawnShape]:
    """The palm in front, the back of the hand behind; the thumb points away from the body in front, as palms do."""
    view: HandView = "palm" if front else "back"
    shape = simple_hand("flat", view) or hand("flat", view)
    angle = math.degrees(math.atan2(arm.lower[1], arm.lower[0]))
    right_of_page = arm.end[0] > 0
    place = turned(arm.end[:2].tolist(), angle, _HAND_SCALE, flip=not right_of_page)
    return placed([DrawnShape("skin", shape.contour), *shape.details], place)


def _hips(skeleton: Skeleton, build: Build, front: bool) -> Polygon:
    """Both legs with their feet, and the lower end of the trunk."""
    legs = [leg_outline(straight_leg(skeleton.legs[side], build), front=front) for side in _SIDES]
    return smooth(unary_union([*legs, trunk_outline(skeleton, build, *_HIPS)]), 0.45, 0.2, 0.4)


def _legs(skeleton: Skeleton, build: Build, front: bool) -> Polygon:
    """The body from the waistband down, in shorts that stand off the thighs."""
    hips = float(skeleton.spine[0][1])
    shorts = [shorts_leg(straight_leg(skeleton.legs[side], build), hips + _HEM) for side in _SIDES]
    seat = hull(
        trunk_outline(skeleton, build, 0.0, _WAIST),
        *(leg.intersection(box(-50, hips + _CROTCH, 50, 200)) for leg in shorts),
    )
    whole = unary_union([_hips(skeleton, build, front), *shorts, seat])
    return biggest(whole.intersection(box(-50, -200, 50, hips + _SPINE * _WAIST)))


def _leg_lines(skeleton: Skeleton, build: Build, front: bool) -> list[DrawnShape]:
    return [line for side in _SIDES for line in leg_lines(straight_leg(skeleton.legs[side], build), front=front)]


def _seams(skeleton: Skeleton, body: Polygon) -> list[DrawnShape]:
    """Waistband and middle seam of shorts that are seen whole."""
    hips = float(skeleton.spine[0][1])
    band = hips + _SPINE * _WAIST - _BAND
    courses = [[(-14.0, band), (14.0, band)], [(0.0, band), (0.0, hips + _HEM)]]
    return [DrawnShape("line", line) for course in courses for line in lines_of(LineString(course).intersection(body))]


def _backs_of_hands(skeleton: Skeleton, front: bool) -> list[DrawnShape]:
    return [line for side in _SIDES for line in _hand(skeleton.arms[side], front)[1:]]


def _landmarks(skeleton: Skeleton, front: bool) -> list[DrawnShape]:
    """Collar bones and navel, or spine and shoulder blades, so that a place is found again."""
    hips = float(skeleton.spine[0][1])
    lines = [[(x * side, hips + y) for x, y in course] for course in (_FRONT if front else _BACK) for side in (1, -1)]
    return [DrawnShape("fine", hand_set_line(course)) for course in lines]


def _shorts(skeleton: Skeleton) -> Polygon:
    hips = float(skeleton.spine[0][1])
    return box(-14, hips + _HEM, 14, hips + _SPINE * _WAIST)


def _clothes(skeleton: Skeleton, looks: Looks, front: bool) -> list[Polygon]:
    """Shorts, and a top that ends at the ribs."""
    if looks.body in ("man", "older_man"):
        return [_shorts(skeleton)]
    hips = float(skeleton.spine[0][1])
    top = box(-9.3, hips + _SPINE * _CHEST, 9.3, hips + _SPINE * 1.02)
    neck = ellipse(float(skeleton.neck_base[0]), float(skeleton.neck_base[1]) + 1.2, 4.6, 4.4 if front else 3.0)
    armholes = [
        ellipse(float(skeleton.shoulders[side][0]), float(skeleton.shoulders[side][1]) - 1.0, 4.6, 5.6)
        for side in _SIDES
    ]
    return [_shorts(skeleton), biggest(top.difference(unary_union([neck, *armholes])))]


def _cloth(pieces: list[Polygon], body: Polygon) -> list[DrawnShape]:
    """Clothes on the body, filled, with lines only at their edges on the skin; then the body's contour."""
    drawn: list[DrawnShape] = []
    for piece in pieces:
        cloth = biggest(piece.intersection(body))
        drawn.append(DrawnShape("cloth", cloth, "none"))
        drawn += [DrawnShape("line", edge) for edge in lines_of(cloth.exterior.intersection(body.buffer(-0.02)))]
    return [*drawn, DrawnShape("line", LineString(body.exterior.coords), "contour")]


def _head(skeleton: Skeleton, looks: Looks, front: bool) -> list[DrawnShape]:
    frame = skeleton.head_frame
    across = unit((-frame.right if front else frame.right)[:2]) * _HEAD_SCALE
    up = unit(frame.up[:2]) * _HEAD_SCALE
    return placed(head("front" if front else "back", looks, "small"), placement(skeleton.head[:2], across, up))
