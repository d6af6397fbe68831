"""The regions of a body map: where each lies on the skeleton, as a shape within the body."""

import math
from typing import Final, NamedTuple

from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.content.poses.closeups import BACK_ONLY, FRONT_ONLY, RegionName
from handoutgen.drawing.bodymap.legs import calf_heads, straight_leg
from handoutgen.drawing.bodymap.person import MappedPerson
from handoutgen.drawing.figure.trunk import trunk_outline
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, ellipse, smooth
from handoutgen.drawing.skeleton.frames import LeftOrRight

_ROUND: Final = 0.9
"""Corners of a region, in % of stature."""


class LimbRegion(NamedTuple):
    """A stretch of a leg or an arm, from ``start`` to ``end`` of the upper or lower bone."""

    leg: bool
    lower: bool
    start: float
    end: float


class TrunkRegion(NamedTuple):
    """A part of the trunk between two levels of the spine (0 hips, 1 neck), as wide as this share of it."""

    start: float
    end: float
    width: float


class JointRegion(NamedTuple):
    """An oval round a place on a limb: the place on the lower bone, half width across and half length along."""

    leg: bool
    place: float
    across: float
    along: float


_LIMBS: Final[dict[str, LimbRegion]] = {
    "upper_arm": LimbRegion(False, False, 0.24, 0.82),
    "forearm": LimbRegion(False, True, 0.16, 0.8),
    "thigh": LimbRegion(True, False, 0.3, 0.8),
    "shin": LimbRegion(True, True, 0.2, 0.8),
}
_JOINTS: Final[dict[str, JointRegion]] = {
    "shoulder": JointRegion(False, -1.2, 4.4, 3.6),
    "elbow": JointRegion(False, 0.0, 2.8, 2.6),
    "wrist": JointRegion(False, 0.98, 3.0, 2.5),
    "hand": JointRegion(False, 1.38, 3.4, 4.6),
    "knee": JointRegion(True, 0.0, 3.9, 3.5),
    "ankle": JointRegion(True, 0.94, 3.2, 2.6),
    "foot": JointRegion(True, 1.12, 3.6, 2.6),
    "heel": JointRegion(True, 1.12, 2.8, 2.0),
}
_TRUNK: Final[dict[str, TrunkRegion]] = {
    "chest": TrunkRegion(0.56, 0.9, 0.82),
    "belly": TrunkRegion(0.22, 0.52, 0.8),
    "lower_belly": TrunkRegion(-0.02, 0.2, 0.74),
    "upper_back": TrunkRegion(0.68, 0.95, 0.8),
    "middle_back": TrunkRegion(0.42, 0.66, 0.78),
    "lower_back": TrunkRegion(0.1, 0.4, 0.8),
}


def region_shape(person: MappedPerson, region: RegionName) -> BaseGeometry:
    """A region's shape on the page, within the body: one piece, or two where a muscle has two heads; empty if it is not
    seen from this side."""
    name, side = _name_and_side(region)
    if name in (BACK_ONLY if person.front else FRONT_ONLY):
        return ellipse(0, 0, 0, 0)
    if name in _TRUNK:
        shape = _trunk(person, _TRUNK[name])
    elif name == "calf":
        leg = straight_leg(person.skeleton.legs[side], person.build)
        return unary_union([head.intersection(person.body) for head in calf_heads(leg)])
    elif name in _LIMBS:
        shape = _limb(person, _LIMBS[name], side)
    elif name in _JOINTS:
        shape = _joint(person, _JOINTS[name], side)
    else:
        return _single(person, name, side)
    return smooth(biggest(shape.intersection(person.body)), 0.1, _ROUND, 0.4)


def _name_and_side(region: str) -> tuple[str, LeftOrRight]:
    if region.startswith("right_"):
        return region.removeprefix("right_"), "right"
    return region.removeprefix("left_"), "left"


def _trunk(person: MappedPerson, region: TrunkRegion) -> BaseGeometry:
    whole = trunk_outline(person.skeleton, person.build, region.start, region.end)
    x0, y0, x1, y1 = whole.bounds
    middle, half = (x0 + x1) / 2, (x1 - x0) / 2 * region.width
    return whole.intersection(LineString([(middle, y0), (middle, y1)]).buffer(half, cap_style="flat"))


def _limb(person: MappedPerson, region: LimbRegion, side: LeftOrRight) -> BaseGeometry:
    skeleton = person.skeleton
    limb = skeleton.legs[side] if region.leg else skeleton.arms[side]
    start, end = (limb.joint, limb.end) if region.lower else (limb.root, limb.joint)
    whole = limb_outline(limb, person.build, BoneStretch(lower=region.lower))
    first, last = (start + (end - start) * place for place in (region.start, region.end))
    return whole.intersection(LineString([first[:2], last[:2]]).buffer(12, cap_style="flat"))


def _joint(person: MappedPerson, region: JointRegion, side: LeftOrRight) -> BaseGeometry:
    skeleton = person.skeleton
    limb = skeleton.legs[side] if region.leg else skeleton.arms[side]
    place = limb.joint + (limb.end - limb.joint) * region.place if region.place >= 0 else limb.root
    angle = 0.0 if region.leg or region.place < 0 else _angle(limb.lower[0], limb.lower[1])
    return ellipse(float(place[0]), float(place[1]), region.across, region.along, angle)


def _angle(x: float, y: float) -> float:
    """How far a limb that runs along (x, y) is turned from hanging straight down, in degrees."""
    return math.degrees(math.atan2(x, -y))


def _single(person: MappedPerson, name: str, side: LeftOrRight) -> BaseGeometry:
    skeleton = person.skeleton
    x, y = (float(value) for value in skeleton.head[:2])
    hip = skeleton.hips[side]
    out = 1.0 if hip[0] > 0 else -1.0
    shapes: dict[str, BaseGeometry] = {
        "head": ellipse(x, y + 4.6, 4.0, 3.2),
        "face": ellipse(x, y - 0.4, 3.4, 4.2),
        "jaw": ellipse(x, y - 3.4, 3.0, 1.5),
        "neck": ellipse(x, y - 6.2, 2.6, 1.9) if person.front else ellipse(x, y - 5.6, 2.6, 2.6),
        "groin": ellipse(float(hip[0]) - out * 1.6, float(hip[1]) - 2.2, 2.4, 3.4, out * 28),
        "hip": ellipse(float(hip[0]) + out * 2.6, float(hip[1]) + 0.4, 2.7, 4.2, out * -6),
        "buttock": ellipse(float(hip[0]) - out * 0.3, float(hip[1]) - 1.6, 4.0, 4.2),
    }
    shape = shapes[name]
    return shape if name in ("head", "face", "jaw") else shape.intersection(person.body)
