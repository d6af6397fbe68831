"""Bodies in furniture: heads, trunks and limbs that lie deeper in a mat, a seat, a bed or a wall than flesh gives way.

The body is a row of balls along each bone, as thick as it is drawn; things are boxes in the room.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from handoutgen.content.poses.model import PosedFigure, PoseScene
from handoutgen.content.poses.props import Prop
from handoutgen.content.poses.things.rooms import FloorProp
from handoutgen.drawing.figure.girth import BUILDS, LIMB_GIRTHS, TRUNK_GIRTHS, Bone, Build, along
from handoutgen.drawing.outline.vectors import Array, vector
from handoutgen.drawing.props import solids
from handoutgen.drawing.props.space import Box
from handoutgen.drawing.skeleton.anchors import leg_anchors
from handoutgen.drawing.skeleton.body import Skeleton, solve_in_space
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import SIDES, LeftOrRight, standing
from handoutgen.drawing.skeleton.joints import key_of
from handoutgen.drawing.skeleton.limbs import Limb

FLESH: Final = 1.2
"""How far, in % of stature, soft parts give way beyond what the thing does: 2 cm of a person of 170 cm."""
BUTTOCK: Final = 3.0
"""The same for the seat of somebody who sits or lies: buttocks spread, and are drawn with their cloth."""
SKULL: Final = 0.5
"""The same for a head: hair alone gives way."""
_HEAD_RADIUS: Final = 6.0
_HEAD_MIDDLE: Final = (0.4, 1.4)
"""Forward of and above the joint under the skull."""
_NOT_SEEN: Final = 0.4
"""A part that is deeper by less than this is not seen to be."""
_UNDER_FLOOR: Final = 60.0
_SOLE: Final = 0.4
_BALLS: Final = 9


class SolidPart(Struct, frozen=True):
    """Balls along a part of the body: their middles (a row each) and radii, how far it gives way, and whose it is."""

    name: str
    middles: Array
    radii: Array
    gives: float
    key: str


class _Depth(Struct, frozen=True):
    """How deep a part lies in a box, and which way is out, in % of stature."""

    depth: float
    way_out: Array


def collisions(scene: PoseScene) -> tuple[Complaint, ...]:
    """What of the people of a scene lies in what of its things."""
    people = [figure for figure in (scene.figure, *scene.figures) if figure]
    return tuple(found for figure in people for found in collisions_of(figure, scene.props))


def collisions_of(figure: PosedFigure, props: Sequence[Prop]) -> Iterator[Complaint]:
    """What of one person lies in things; of all boxes that a part is in, the one it is deepest in."""
    parts = body_parts(figure, solve_in_space(figure))
    things = solid_things(props)
    for part in parts:
        hits = [(depth_in(part, box), name) for name, box in things]
        deep = [(hit, name) for hit, name in hits if hit.depth > _NOT_SEEN]
        if deep:
            yield _complaint(part, *max(deep, key=lambda each: each[0].depth))


def solid_things(props: Sequence[Prop]) -> list[tuple[str, Box]]:
    """All boxes of all things, and what each belongs to."""
    return [(str(prop.type), box) for prop in props for box in (*_ground(prop), *solids(prop))]


def _ground(prop: Prop) -> list[Box]:
    """What lies under the line of a floor."""
    if not isinstance(prop, FloorProp):
        return []
    left, right = prop.x
    return [Box(((left + right) / 2, prop.y - _UNDER_FLOOR / 2, 0), (right - left, _UNDER_FLOOR, 400))]


def body_parts(figure: PosedFigure, skeleton: Skeleton) -> list[SolidPart]:
    """All parts of a body that can be in a thing; limbs that are not drawn are left out."""
    build = BUILDS[figure.body]
    head = skeleton.head_frame.place(skeleton.head, *_HEAD_MIDDLE)
    parts = [SolidPart("head", head[None, :], np.array([_HEAD_RADIUS]), SKULL, "head"), *_trunk(skeleton, build)]
    for side in SIDES:
        if not _left_out(figure, "leg", side, skeleton.near):
            parts += _leg_parts(skeleton, side, build, key_of(figure, "leg", side, skeleton.near))
        if not _left_out(figure, "arm", side, skeleton.near):
            parts += _arm_parts(skeleton, side, build, key_of(figure, "arm", side, skeleton.near))
    return parts


def _left_out(figure: PosedFigure, limb: str, side: LeftOrRight, near: LeftOrRight) -> bool:
    names = {f"{side}_{limb}", f"{'near' if side == near else 'far'}_{limb}"}
    return not names.isdisjoint(figure.skip)


def _trunk(skeleton: Skeleton, build: Build) -> Iterator[SolidPart]:
    """Three rows of balls along the spine, as wide and as deep as the trunk."""
    count = len(skeleton.spine) - 1
    for name, gives, places in (("seat", BUTTOCK, (0.0, 0.08)), ("back", FLESH, (0.25, 0.42, 0.62, 0.78, 0.9))):
        middles, radii = [], []
        for place in places:
            width, depth, forward = along(TRUNK_GIRTHS, place)
            at = round(place * count)
            frame, spine = skeleton.frames[at], skeleton.spine[at]
            for across in (-1, 0, 1):
                middles.append(frame.place(spine, forward, 0, across * (width - depth)))
                radii.append(depth * build.depth)
        yield SolidPart(name, np.array(middles), np.array(radii), gives, "at")


def _leg_parts(skeleton: Skeleton, side: LeftOrRight, build: Build, key: str) -> list[SolidPart]:
    leg = skeleton.legs[side]
    places = leg_anchors(leg)
    sole = np.array([places[name] + leg.foot_up * _SOLE for name in ("heel", "ball", "toes")])
    return [
        _bone(f"{side} thigh", "thigh", leg.root, leg.joint, leg, build, key, BUTTOCK),
        _bone(f"{side} shin", "shin", leg.joint, leg.end, leg, build, key, FLESH),
        SolidPart(f"{side} foot", sole, np.full(3, _SOLE), FLESH, key),
    ]


def _arm_parts(skeleton: Skeleton, side: LeftOrRight, build: Build, key: str) -> list[SolidPart]:
    arm = skeleton.arms[side]
    return [
        _bone(f"{side} upper arm", "upper_arm", arm.root, arm.joint, arm, build, key, FLESH),
        _bone(f"{side} forearm", "forearm", arm.joint, arm.end, arm, build, key, FLESH),
    ]


def _bone(
    name: str, bone: Bone, start: Array, end: Array, limb: Limb, build: Build, key: str, gives: float
) -> SolidPart:
    front = limb.upper_front if bone in ("thigh", "upper_arm") else limb.lower_front
    places = np.linspace(0, 1, _BALLS)
    rows = [along(LIMB_GIRTHS[bone], float(place)) for place in places]
    middles = [start + (end - start) * place + front * row[1] for place, row in zip(places, rows, strict=True)]
    return SolidPart(name, np.array(middles), np.array([row[0] * build.limb for row in rows]), gives, key)


def depth_in(part: SolidPart, box: Box) -> _Depth:
    """How much deeper a part lies in a box than both give way; 0 or less if it does not."""
    beyond, axes, signs = _beyond(part, box)
    depths = -clearances(part, box) - part.gives - box.soft
    ball = int(np.argmax(depths))
    axis = int(np.argmax(beyond[ball]))
    return _Depth(float(depths[ball]), axes[axis] * signs[ball][axis])


def clearances(part: SolidPart, box: Box) -> Array:
    """How far each ball of a part is from a box; below 0 inside it."""
    beyond, _, _ = _beyond(part, box)
    outside = np.linalg.norm(np.maximum(beyond, 0), axis=1)
    gaps: Array = np.where(outside > 0, outside, beyond.max(axis=1)) - part.radii
    return gaps


def _beyond(part: SolidPart, box: Box) -> tuple[Array, Array, Array]:
    """How far each ball's middle lies beyond the faces along each of the box's axes; the axes; which face it is."""
    frame = standing(box.facing)
    axes = np.array([frame.forward, frame.up, frame.right])
    offsets = (part.middles - vector(*box.middle)) @ axes.T
    return np.abs(offsets) - np.array(box.size) / 2, axes, np.sign(offsets)


_WAYS: Final[Mapping[str, tuple[int, int]]] = {
    "up": (1, 1), "down": (1, -1), "to the right": (0, 1), "to the left": (0, -1),
    "towards the viewer": (2, 1), "away from the viewer": (2, -1),
}  # fmt: skip


def way_out_of(direction: Array) -> str:
    """A direction in words."""
    return max(_WAYS, key=lambda name: float(direction[_WAYS[name][0]]) * _WAYS[name][1])


def _complaint(part: SolidPart, found: _Depth, thing: str) -> Complaint:
    way = way_out_of(found.way_out)
    thing = thing.replace("_", " ")
    text = f"The {part.name} is {found.depth:.1f} too deep in the {thing}: move it {way}, or the {thing} away."
    return Complaint(f"the {part.name}", text, part.key)
