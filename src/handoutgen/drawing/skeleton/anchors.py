"""Named places on a figure, to which hands, feet, props and arrows can be tied."""

from collections.abc import Iterable

from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.frames import LeftOrRight, rotated
from handoutgen.drawing.skeleton.limbs import Arm, Leg
from handoutgen.drawing.skeleton.spine import Trunk

_BELLY = (0.3, 6.5)
_CHEST = (0.72, 6.5)
"""Part of the spine, and how far before it the skin lies."""


def trunk_anchors(trunk: Trunk) -> dict[str, Array]:
    """Places on head and trunk."""
    places = {
        name: trunk.head_frame.place(trunk.head, forward * bones.HEAD_SCALE, up * bones.HEAD_SCALE)
        for name, (forward, up) in bones.ON_HEAD.items()
    }
    return places | {
        "head": trunk.head,
        "neck": trunk.neck_base,
        "pelvis": trunk.hips_middle,
        "belly": _before_spine(trunk, *_BELLY),
        "chest": _before_spine(trunk, *_CHEST),
    }


def _before_spine(trunk: Trunk, part: float, distance: float) -> Array:
    at = round(part * (len(trunk.spine) - 1))
    return trunk.frames[at].place(trunk.spine[at], distance, 0)


def leg_anchors(leg: Leg) -> dict[str, Array]:
    """Places on a leg, without the word for its side."""
    sole = leg.end - leg.foot_up * bones.ANKLE_OVER_SOLE
    ball = sole + leg.foot_forward * bones.BALL_BEFORE_ANKLE
    toes = rotated(leg.foot_forward, leg.foot_up, leg.spec.toes)
    return {
        "hip": leg.root,
        "knee": leg.joint,
        "ankle": leg.end,
        "heel": sole - leg.foot_forward * bones.HEEL_BEHIND_ANKLE,
        "ball": ball,
        "toes": ball + toes * (bones.TOES_BEFORE_ANKLE - bones.BALL_BEFORE_ANKLE),
    }


def arm_anchors(arm: Arm) -> dict[str, Array]:
    """Places on an arm, without the word for its side; ``hand`` is the middle of the palm, in line with the forearm."""
    return {
        "shoulder": arm.root,
        "elbow": arm.joint,
        "wrist": arm.end,
        "hand": arm.end + arm.lower * bones.GRIP_BEFORE_WRIST,
    }


def on_sides(places: dict[str, Array], side: LeftOrRight, near: LeftOrRight) -> Iterable[tuple[str, Array]]:
    """Places on a limb with both names of their side: 'right' or 'left', 'near' or 'far'."""
    for name, place in places.items():
        yield f"{side}_{name}", place
        yield f"{'near' if side == near else 'far'}_{name}", place
