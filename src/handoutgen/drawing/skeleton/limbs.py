"""Legs and arms: two bones from angles, or bent so that the far end reaches a place."""

import math
from typing import Final

from msgspec import Struct

from handoutgen.content.poses.model import ArmPose, LegPose
from handoutgen.drawing.outline.vectors import Array, angle_between, unit
from handoutgen.drawing.skeleton.frames import BodyFrame, LeftOrRight, cross, rotated, seen, square_to

KNEE: Final = -1
"""A knee bends its shin backward."""
ELBOW: Final = 1
"""An elbow bends its forearm forward."""

_ALMOST = 0.02
"""A limb is never drawn longer than its bones less this: a joint that is quite straight has no side to bend to."""
_STRAIGHT = 0.05
"""A bend whose sine is less has no direction of its own; the pole gives it."""


class LimbReach(Struct, frozen=True):
    """Two bones bent to reach a place: the joint between them, the end, and how far the end stays from the place
    (above 0: too far away; below 0: too near)."""

    joint: Array
    end: Array
    missed: float


def reach(root: Array, target: Array, upper: float, lower: float, pole: Array) -> LimbReach:
    """Two bones of these lengths from ``root`` to ``target``, the joint on the side of ``pole``."""
    way = target - root
    wanted = float((way @ way) ** 0.5)
    axis = unit(way) if wanted > _ALMOST else unit(-pole)
    span = min(max(wanted, abs(upper - lower) + _ALMOST), upper + lower - _ALMOST)
    along = (span * span + upper * upper - lower * lower) / (2 * span)
    out = math.sqrt(max(0.0, upper * upper - along * along))
    side = _side_of(axis, pole)
    return LimbReach(root + axis * along + side * out, root + axis * span, wanted - span)


def _side_of(axis: Array, pole: Array) -> Array:
    """The direction of the pole square to the axis; any square one if the pole lies along it."""
    square = square_to(axis, pole)
    if math.sqrt(float(square @ square)) > 1e-6:
        return unit(square)
    least = min(range(3), key=lambda i: abs(float(axis[i])))
    other = axis * 0
    other[least] = 1
    return unit(square_to(axis, other))


class Bones(Struct, frozen=True):
    """The two bones of a limb in space: three joints, the front of the upper bone, and how the middle joint bends.

    ``sign`` is ``KNEE`` or ``ELBOW``; ``missed`` is how far (in per cent of stature) the end stays from its target:
    above 0 it is too far away, below 0 too near.
    """

    root: Array
    joint: Array
    end: Array
    front: Array
    sign: int
    missed: float = 0

    @property
    def upper(self) -> Array:
        """Direction of the bone at the trunk, away from it."""
        return unit(self.joint - self.root)

    @property
    def lower(self) -> Array:
        """Direction of the bone at hand or foot, away from the trunk."""
        return unit(self.end - self.joint)

    @property
    def flexion(self) -> float:
        """Bend of the middle joint, in degrees."""
        return angle_between(self.upper, self.lower)

    @property
    def bend(self) -> float:
        """The same, below 0 when the joint bends the wrong way."""
        return -self.flexion if float(self.lower @ self.front) * self.sign < 0 else self.flexion

    @property
    def lower_front(self) -> Array:
        """The front of the lower bone: that of the upper one, turned with the joint."""
        return rotated(self.front, self.upper * -self.sign, self.bend)

    def seen(self, camera: float) -> "Bones":
        """The same for a viewer who looks down by ``camera`` degrees."""
        root, joint, end, front = (seen(point, camera) for point in (self.root, self.joint, self.end, self.front))
        return Bones(root, joint, end, front, self.sign, self.missed)


class Limb(Struct, frozen=True):
    """A leg (hip, knee, ankle) or an arm (shoulder, elbow, wrist)."""

    side: LeftOrRight
    bones: Bones

    @property
    def root(self) -> Array:
        """Hip or shoulder."""
        return self.bones.root

    @property
    def joint(self) -> Array:
        """Knee or elbow."""
        return self.bones.joint

    @property
    def end(self) -> Array:
        """Ankle or wrist."""
        return self.bones.end

    @property
    def upper(self) -> Array:
        """Direction of thigh or upper arm, away from the trunk."""
        return self.bones.upper

    @property
    def lower(self) -> Array:
        """Direction of shin or forearm, away from the trunk."""
        return self.bones.lower

    @property
    def upper_front(self) -> Array:
        """Where kneecap or biceps look."""
        return self.bones.front

    @property
    def lower_front(self) -> Array:
        """Where the shin or the inside of the forearm looks."""
        return self.bones.lower_front

    @property
    def flexion(self) -> float:
        """Bend of knee or elbow, in degrees."""
        return self.bones.flexion


class Leg(Limb, frozen=True):
    """A leg with its foot: the direction of the toes, and that out of the instep. Hip flexion in degrees."""

    foot_forward: Array
    foot_up: Array
    hip_flexion: float
    spec: LegPose

    def seen(self, camera: float) -> "Leg":
        """The same for a viewer who looks down by ``camera`` degrees."""
        foot = (seen(self.foot_forward, camera), seen(self.foot_up, camera))
        return Leg(self.side, self.bones.seen(camera), *foot, self.hip_flexion, self.spec)


class Arm(Limb, frozen=True):
    """An arm."""

    spec: ArmPose

    def seen(self, camera: float) -> "Arm":
        """The same for a viewer who looks down by ``camera`` degrees."""
        return Arm(self.side, self.bones.seen(camera), self.spec)


def bones_to(root: Array, target: Array, lengths: tuple[float, float], pole: Array, sign: int) -> Bones:
    """Bones that reach a target; ``sign`` is ``KNEE`` or ``ELBOW``."""
    found = reach(root, target, *lengths, pole)
    upper, lower = unit(found.joint - root), unit(found.end - found.joint)
    bend = square_to(upper, lower)
    is_bent = math.sqrt(float(bend @ bend)) > _STRAIGHT
    front = unit(bend) * sign if is_bent else _side_of(upper, pole) * -sign
    return Bones(root, found.joint, found.end, front, sign, found.missed)


class Swing(Struct, frozen=True):
    """The angles of a limb in degrees: raised forward, out to its side, turned outwards, and bent in the middle."""

    flexion: float
    abduction: float
    rotation: float
    bend: float


def bones_at(
    root: Array, swing: Swing, lengths: tuple[float, float], trunk: BodyFrame, side: LeftOrRight, sign: int
) -> Bones:
    """Bones at given angles against the trunk."""
    hanging = trunk.leaning(-swing.flexion)
    out = trunk.sideways(side)
    upper = rotated(-hanging.up, out, swing.abduction)
    front = rotated(hanging.forward, outwards_of(upper, hanging.forward, side), swing.rotation)
    lower = rotated(upper, front * sign, swing.bend)
    joint = root + upper * lengths[0]
    return Bones(root, joint, joint + lower * lengths[1], front, sign)


def outwards_of(upper: Array, front: Array, side: LeftOrRight) -> Array:
    """The direction to which the front of a limb turns when it turns outwards."""
    across = cross(upper, front)
    return across if side == "right" else -across


def swing_of(bones: Bones, trunk: BodyFrame, side: LeftOrRight) -> Swing:
    """The angles of a limb against the trunk: ``bones_at`` undone. Flexion lies between -90 and 270 degrees."""
    forward, up, out = (float(bones.upper @ axis) for axis in (trunk.forward, -trunk.up, trunk.sideways(side)))
    flexion = math.degrees(math.atan2(forward, up))
    flexion += 360 if flexion < -90 else 0
    neutral = trunk.leaning(-flexion).forward
    outwards = outwards_of(bones.upper, neutral, side)
    rotation = math.degrees(math.atan2(float(bones.front @ outwards), float(bones.front @ neutral)))
    return Swing(flexion, math.degrees(math.asin(max(-1.0, min(1.0, out)))), rotation, bones.bend)
