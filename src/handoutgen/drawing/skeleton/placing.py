"""All four limbs of a figure: which comes first when one is tied to another, and where hands and feet are to be."""

from msgspec import Struct, field

from handoutgen.content.poses.model import ArmPose, LegPose, PosedFigure
from handoutgen.content.poses.values import Spot
from handoutgen.drawing.outline.vectors import Array, vector
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.anchors import arm_anchors, leg_anchors, on_sides, trunk_anchors
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import SIDES, BodyFrame, LeftOrRight, rotated, standing
from handoutgen.drawing.skeleton.joints import key_of
from handoutgen.drawing.skeleton.limbs import (
    ELBOW,
    KNEE,
    Arm,
    Bones,
    Leg,
    Swing,
    bones_at,
    bones_to,
    outwards_of,
    swing_of,
)
from handoutgen.drawing.skeleton.spine import Trunk

LEG_BONES = (bones.THIGH, bones.SHANK)
ARM_BONES = (bones.UPPER_ARM, bones.FOREARM)
_SIDE_ON = 0.38
"""Facing the viewer by less than this (a cosine), a hand or foot tied to a place keeps the depth of its own limb."""


class Limbs(Struct):
    """The limbs of one figure as they are found, and the places that others can be tied to."""

    figure: PosedFigure
    upright: BodyFrame
    trunk: Trunk
    near: LeftOrRight
    places: dict[str, Array]
    legs: dict[LeftOrRight, Leg] = field(default_factory=dict)
    arms: dict[LeftOrRight, Arm] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def find(self) -> None:
        """Find all four: first those that are tied to nothing that is still to be found."""
        waiting = [("leg", side) for side in SIDES] + [("arm", side) for side in SIDES]
        while waiting:
            ready = [limb for limb in waiting if self._tied_to(*limb) in {None, *self.places}]
            for kind, side in ready or waiting:
                self._find_one(kind, side, freed=not ready)
            waiting = [limb for limb in waiting if limb not in ready] if ready else []

    def _tied_to(self, kind: str, side: LeftOrRight) -> str | None:
        target = self._leg_pose(side).ankle if kind == "leg" else self._arm_pose(side).wrist
        return target.anchor if target else None

    def _leg_pose(self, side: LeftOrRight) -> LegPose:
        return self.figure.leg(side, self.near)

    def _arm_pose(self, side: LeftOrRight) -> ArmPose:
        return self.figure.arm(side, self.near)

    def _find_one(self, kind: str, side: LeftOrRight, *, freed: bool) -> None:
        if freed:
            end, key = ("ankle", "leg") if kind == "leg" else ("wrist", "arm")
            self.complaints.append(
                Complaint(
                    f"the {side} {end}",
                    f"The {side} {end} is tied to {self._tied_to(kind, side)}, which is tied to it in turn, so that "
                    "neither has a place: write one of them as [x, y].",
                    key_of(self.figure, key, side, self.near),
                )
            )
        if kind == "leg":
            leg = self._leg(side, self._leg_pose(side).model_copy(update={"ankle": None} if freed else {}))
            self.legs[side] = leg
            self.places.update(on_sides(leg_anchors(leg), side, self.near))
        else:
            arm = self._arm(side, self._arm_pose(side).model_copy(update={"wrist": None} if freed else {}))
            self.arms[side] = arm
            self.places.update(on_sides(arm_anchors(arm), side, self.near))

    def _leg(self, side: LeftOrRight, spec: LegPose) -> Leg:
        hip, pelvis = self.trunk.hip(side), self.trunk.pelvis
        if spec.ankle:
            pole = vector(*spec.pole) if spec.pole else _knee_pole(pelvis, side, spec.splay)
            found = bones_to(hip, self._target(spec.ankle, hip), LEG_BONES, pole, KNEE)
        else:
            swing = Swing(spec.hip, spec.abduction, spec.rotation, spec.knee)
            found = bones_at(hip, swing, LEG_BONES, pelvis, side, KNEE)
        forward, up = foot_directions(spec, found, self.upright, side)
        return Leg(side, found, forward, up, swing_of(found, pelvis, side).flexion, spec)

    def _arm(self, side: LeftOrRight, spec: ArmPose) -> Arm:
        shoulder, chest = self.trunk.shoulder(side, self.figure.shrug), self.trunk.chest
        if spec.wrist:
            pole = vector(*spec.pole) if spec.pole else _elbow_pole(standing(self.figure.facing), side)
            found = bones_to(shoulder, self._target(spec.wrist, shoulder), ARM_BONES, pole, ELBOW)
        else:
            swing = Swing(spec.shoulder, spec.abduction, -spec.rotation, spec.elbow)
            found = bones_at(shoulder, swing, ARM_BONES, chest, side, ELBOW)
        return Arm(side, found, spec)

    def _target(self, spot: Spot, root: Array) -> Array:
        """Where a hand or foot is to be. Without a depth it moves in the plane of its own shoulder or hip, unless the
        figure faces the viewer and the place it is tied to has a depth that counts."""
        if spot.anchor is None:
            return vector(spot.x, spot.y, float(root[2]) if spot.z is None else spot.z)
        place = self.places[spot.anchor]
        own_depth = spot.z is None and abs(float(self.upright.forward[2])) < _SIDE_ON
        depth = float(root[2]) if own_depth else float(place[2]) + (spot.z or 0)
        return vector(float(place[0]) + spot.x, float(place[1]) + spot.y, depth)


def limbs_of(figure: PosedFigure, upright: BodyFrame, trunk: Trunk, near: LeftOrRight) -> Limbs:
    """The limbs of a figure, found."""
    limbs = Limbs(figure, upright, trunk, near, trunk_anchors(trunk))
    limbs.find()
    return limbs


def foot_directions(spec: LegPose, leg: Bones, upright: BodyFrame, side: LeftOrRight) -> tuple[Array, Array]:
    """Where the toes point, and the direction square to it out of the instep."""
    turned_out = spec.out or 0
    if spec.foot is not None:
        ahead = rotated(upright.forward, upright.sideways(side), turned_out)
        return rotated(ahead, upright.up, spec.foot), rotated(upright.up, -ahead, spec.foot)
    shin, front = -leg.lower, leg.lower_front
    ahead = rotated(front, outwards_of(leg.lower, front, side), turned_out)
    return rotated(ahead, shin, spec.ankle_flex), rotated(shin, -ahead, spec.ankle_flex)


def _knee_pole(pelvis: BodyFrame, side: LeftOrRight, splay: float) -> Array:
    return pelvis.forward + pelvis.up * 0.3 + pelvis.sideways(side) * splay


def _elbow_pole(upright: BodyFrame, side: LeftOrRight) -> Array:
    return -upright.up - upright.forward * 0.35 + upright.sideways(side) * 0.25
