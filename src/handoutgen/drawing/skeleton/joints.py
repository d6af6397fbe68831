"""The angles of a figure's joints, held to what joints can do."""

import math
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.outline.vectors import Array, angle_between
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import SIDES, BodyFrame, LeftOrRight, seen
from handoutgen.drawing.skeleton.limbs import Arm, Leg, Limb, Swing, bones_at, swing_of
from handoutgen.drawing.skeleton.ranges import RANGES, Motion
from handoutgen.drawing.skeleton.spine import Trunk, postures

_AtTrunk: TypeAlias = tuple[Motion, Motion, Motion]

_BENT = 25.0
"""How far knee or elbow must be bent for the turn of thigh or upper arm to show, in degrees."""
_TO_THE_SIDE = 45.0
"""A limb that goes farther out to its side than this has no flexion and no turn that could be told from the rest."""
_ELBOW_INWARDS = 45.0
"""The turn of an upper arm whose elbow points backward and to the side, as it does at rest, in degrees."""
_FLAT = 0.35
"""A forearm that points at the viewer so much that less than this of it shows has no angle to the hand on the page."""
_UNREACHED = 0.6
"""How far, in per cent of stature, a hand or foot may stay from its place."""


class JointAngle(Struct, frozen=True):
    """One angle of one joint, in degrees; the word of the figure that makes it, and what to change in it."""

    motion: Motion
    joint: str
    angle: float
    key: str
    remedy: str

    def complaint(self) -> Complaint | None:
        """What is wrong with it, if anything is."""
        limits = RANGES[self.motion]
        excess = limits.excess(self.angle)
        if not excess:
            return None
        words, limit = (limits.above, limits.high) if excess > 0 else (limits.below, limits.low)
        joint = self.joint[:1].upper() + self.joint[1:]
        text = f"{joint} {words} {abs(self.angle):.0f}°, but {abs(limit):.0f}° is as far as it goes: {self.remedy}."
        return Complaint(self.joint, text, self.key)


def complaints_of(
    figure: PosedFigure, trunk: Trunk, legs: dict[LeftOrRight, Leg], arms: dict[LeftOrRight, Arm], near: LeftOrRight
) -> tuple[Complaint, ...]:
    """What no body does, joint by joint, and the places that hands and feet cannot reach."""
    found = [angle.complaint() for angle in joint_angles(figure, trunk, legs, arms, near)]
    reach = [
        _unreached(limb, end, key_of(figure, kind, side, near))
        for kind, end, limbs in (("leg", "ankle", legs), ("arm", "wrist", arms))
        for side, limb in limbs.items()
    ]
    return tuple(complaint for complaint in (*found, *reach) if complaint)


def joint_angles(
    figure: PosedFigure, trunk: Trunk, legs: dict[LeftOrRight, Leg], arms: dict[LeftOrRight, Arm], near: LeftOrRight
) -> Iterator[JointAngle]:
    """All angles that have a limit, from the spine outwards."""
    yield from _trunk_angles(figure)
    for side in SIDES:
        yield from _leg_angles(legs[side], trunk, key_of(figure, "leg", side, near))
        yield from _arm_angles(arms[side], trunk, key_of(figure, "arm", side, near), figure.camera)


def key_of(figure: PosedFigure, limb: str, side: LeftOrRight, near: LeftOrRight) -> str:
    """The word of the figure that poses a limb ('leg' or 'arm'); that of its side if none does."""
    own, seen_as, both = f"{side}_{limb}", f"{'near' if side == near else 'far'}_{limb}", f"{limb}s"
    return next((key for key in (own, seen_as, both) if getattr(figure, key) is not None), own)


def _trunk_angles(figure: PosedFigure) -> Iterator[JointAngle]:
    stand = postures(figure)
    pelvis, chest, head = stand.pelvis, stand.chest, stand.head
    chest_key = "pelvis" if figure.chest is None else "chest"
    head_key = "neck" if figure.head is None else "head"
    tilt_key = "bend" if figure.tilt is None else "tilt"
    spine, neck = "the spine", "the neck"
    straighter = "bring `pelvis` and `chest` closer together"
    level = "lessen `neck`" if figure.head is None else "bring `head` closer to `chest`"
    yield JointAngle("spine flexion", spine, chest.lean - pelvis.lean, chest_key, straighter)
    yield JointAngle("spine bend", spine, chest.bend - pelvis.bend, "bend", "lessen `bend`")
    yield JointAngle("spine twist", spine, figure.twist, "twist", "lessen `twist`")
    yield JointAngle("neck flexion", neck, head.lean - chest.lean, head_key, level)
    yield JointAngle("neck tilt", neck, head.bend - chest.bend, tilt_key, "bring `tilt` closer to `bend`")
    yield JointAngle("neck turn", neck, figure.turn, "turn", "lessen `turn`")


def _leg_angles(leg: Leg, trunk: Trunk, key: str) -> Iterator[JointAngle]:
    placed = leg.spec.ankle is not None
    hip, knee, ankle, toes = (f"the {leg.side} {joint}" for joint in ("hip", "knee", "ankle", "toes"))
    motions: _AtTrunk = ("hip flexion", "hip abduction", "hip rotation")
    remedies = (
        ("move the ankle or `at`", "move the ankle aside or use `pelvis_turn`")
        if placed
        else ("change `hip`", "change `abduction`")
    )
    swing = swing_of(leg.bones, trunk.pelvis, leg.side)
    straight = RANGES[motions[2]].nearest(swing.rotation)
    pole = _better_pole(leg, trunk.pelvis, replace(swing, rotation=straight)) if placed else "lessen `rotation`"
    yield from _at_trunk(swing, hip, key, motions, (*remedies, pole))
    straighter = "move the ankle away from the hip" if placed else "lessen `knee`"
    yield JointAngle("knee flexion", knee, leg.bones.bend, key, straighter)
    lifted = 90 - angle_between(leg.foot_forward, -leg.lower)
    remedy = "lessen `ankle_flex`" if leg.spec.foot is None else _better_foot(leg.spec.foot, lifted)
    yield JointAngle("ankle flexion", ankle, lifted, key, remedy)
    yield JointAngle("toe extension", toes, leg.spec.toes, key, "lessen `toes`")


def _arm_angles(arm: Arm, trunk: Trunk, key: str, camera: float) -> Iterator[JointAngle]:
    placed = arm.spec.wrist is not None
    shoulder, elbow, wrist = (f"the {arm.side} {joint}" for joint in ("shoulder", "elbow", "wrist"))
    motions: _AtTrunk = ("shoulder flexion", "shoulder abduction", "shoulder rotation")
    lower = "move the wrist, or turn the elbow with `pole`" if placed else "change `shoulder`"
    remedies = (lower, "move the wrist outwards" if placed else "change `abduction`")
    outwards = swing_of(arm.bones, trunk.chest, arm.side)
    swing = replace(outwards, rotation=-outwards.rotation)
    pole = _better_pole(arm, trunk.chest, replace(swing, rotation=-_ELBOW_INWARDS)) if placed else "lessen `rotation`"
    yield from _at_trunk(swing, shoulder, key, motions, (*remedies, pole))
    straighter = "move the wrist away from the shoulder" if placed else "lessen `elbow`"
    yield JointAngle("elbow flexion", elbow, arm.bones.bend, key, straighter)
    bend = _wrist_bend(arm, seen(arm.lower, camera))
    yield JointAngle("wrist bend", wrist, bend, key, "bring the hand's `angle` closer to that of the forearm")


def _at_trunk(
    swing: Swing, joint: str, key: str, motions: _AtTrunk, remedies: tuple[str, str, str]
) -> Iterator[JointAngle]:
    """The angles of hip or shoulder, those that mean something."""
    yield JointAngle(motions[1], joint, swing.abduction, key, remedies[1])
    if abs(swing.abduction) <= _TO_THE_SIDE:
        yield JointAngle(motions[0], joint, swing.flexion, key, remedies[0])
        if swing.bend > _BENT:
            yield JointAngle(motions[2], joint, swing.rotation, key, remedies[2])


def _better_pole(limb: Limb, trunk: BodyFrame, swing: Swing) -> str:
    """The direction to which knee or elbow points when the limb is turned as ``swing`` says."""
    better = bones_at(limb.root, swing, (1, 1), trunk, limb.side, limb.bones.sign)
    x, y, z = (round(float(part), 1) + 0.0 for part in better.front * -limb.bones.sign)
    return f"set `pole` to about [{x:g}, {y:g}, {z:g}]"


def _better_foot(foot: float, lifted: float) -> str:
    pitch = foot + RANGES["ankle flexion"].nearest(lifted) - lifted
    return f"set `foot` to about {(pitch + 180) % 360 - 180:.0f}"


def _wrist_bend(arm: Arm, forearm: Array) -> float:
    """The hand's angle to the forearm as both are seen, -180 to 180; 0 if too little shows of the forearm."""
    hand = arm.spec.hand
    if hand.angle is None:
        return hand.bend
    if math.hypot(float(forearm[0]), float(forearm[1])) < _FLAT:
        return 0
    along = math.degrees(math.atan2(float(forearm[1]), float(forearm[0])))
    return (hand.angle - along + 180) % 360 - 180


def _unreached(limb: Limb, end: str, key: str) -> Complaint | None:
    missed = limb.bones.missed
    if abs(missed) <= _UNREACHED:
        return None
    what = "away than the limb reaches" if missed > 0 else "in than it can be bent"
    remedy = "nearer" if missed > 0 else "farther away"
    return Complaint(
        f"the {limb.side} {end}",
        f"The {limb.side} {end} is to be {abs(missed):.1f} farther {what}: move it {remedy}, or move `at`.",
        key,
    )
