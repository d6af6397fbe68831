"""Whether a body would fall: it floats over what it should rest on, or its middle does not stand over its supports."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from shapely.geometry import MultiPoint, Point

from handoutgen.content.poses.model import PosedFigure, PoseScene
from handoutgen.content.poses.props import Prop
from handoutgen.drawing.checks.collisions import SolidPart, body_parts, clearances, solid_things
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton.anchors import leg_anchors
from handoutgen.drawing.skeleton.body import Skeleton, solve_in_space
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import SIDES

# Shares of the body's mass, and where along each part its centre lies: Winter, Biomechanics and Motor Control of Human
# Movement, 4th ed. 2009, table 4.1.
HEAD_MASS: Final = 0.081
TRUNK_MASS: Final = 0.497
LIMB_MASSES: Final = {"thigh": 0.100, "shank": 0.0465, "upper arm": 0.028, "forearm and hand": 0.022}
FOOT_MASS: Final = 0.0145
_ALONG_UPPER: Final = 0.435
_ALONG_SHANK: Final = 0.433
_ALONG_FOREARM: Final = 0.682
"""Forearm and hand as one, from the elbow."""

TOUCHING: Final = 3.0
"""How far over a thing a part may end and still rest on it, in % of stature: cloth and soles are not in the girths."""
_HAND: Final = 4.0
"""How far round its wrist a hand reaches to rest on a thing."""
_LEEWAY: Final = 3.0
"""How far outside its supports the middle may stand: who moves is never quite in balance."""
_HOLDS: Final = frozenset([
    "stick", "rail", "frame", "rollator", "crutch", "crutches", "wheelchair", "strip", "band", "towel", "worktop",
])  # fmt: skip
"""Things by which a hand can hold the whole body."""


def mass_middle(skeleton: Skeleton) -> Array:
    """The centre of mass of a body."""
    head = skeleton.head_frame.place(skeleton.head, 0, 1)
    trunk = skeleton.spine[len(skeleton.spine) // 2]
    total = head * HEAD_MASS + trunk * TRUNK_MASS
    for side in SIDES:
        leg, arm = skeleton.legs[side], skeleton.arms[side]
        for bone, start, end, part in (
            ("thigh", leg.root, leg.joint, _ALONG_UPPER),
            ("shank", leg.joint, leg.end, _ALONG_SHANK),
            ("upper arm", arm.root, arm.joint, _ALONG_UPPER),
            ("forearm and hand", arm.joint, arm.end, _ALONG_FOREARM),
        ):
            total = total + (start + (end - start) * part) * LIMB_MASSES[bone]
        places = leg_anchors(leg)
        total = total + (places["heel"] + places["toes"]) / 2 * FOOT_MASS
    masses = HEAD_MASS + TRUNK_MASS + 2 * (sum(LIMB_MASSES.values()) + FOOT_MASS)
    middle: Array = total / masses
    return middle


def imbalances(scene: PoseScene) -> tuple[Complaint, ...]:
    """The people of a scene who float, or would fall over."""
    people = [figure for figure in (scene.figure, *scene.figures) if figure and not scene.crop]
    return tuple(found for figure in people for found in _of_one(figure, scene.props))


def _of_one(figure: PosedFigure, props: Sequence[Prop]) -> Iterator[Complaint]:
    things = solid_things(props)
    if not things or figure.skip:
        return
    skeleton = solve_in_space(figure)
    supports, nearest = _supports(figure, skeleton, props)
    if not supports:
        text = f"The figure rests on nothing, {nearest:.1f} over what is nearest: move `at` and the feet down."
        yield Complaint("the figure", text, "at")
    elif not _is_held(props):
        yield from _falling(mass_middle(skeleton), supports)


def _supports(figure: PosedFigure, skeleton: Skeleton, props: Sequence[Prop]) -> tuple[list[Array], float]:
    """The places where the body rests, and the least gap between it and any thing."""
    supports, gaps = [], [np.inf]
    hands = SolidPart("hands", np.array([arm.end for arm in skeleton.arms.values()]), np.full(2, _HAND), 0, "")
    for part in (*body_parts(figure, skeleton), hands):
        for _, box in solid_things(props):
            gap = clearances(part, box)
            gaps.append(float(gap.min()))
            supports += [middle for middle, each in zip(part.middles, gap, strict=True) if each < TOUCHING]
    return supports, min(gaps)


def _is_held(props: Sequence[Prop]) -> bool:
    return any(str(prop.type) in _HOLDS for prop in props)


def _falling(middle: Array, supports: Sequence[Array]) -> Iterator[Complaint]:
    base = MultiPoint([(float(place[0]), float(place[2])) for place in supports]).convex_hull
    distance = base.distance(Point(float(middle[0]), float(middle[2])))
    if distance > _LEEWAY:
        text = (
            f"The body's middle stands {distance:.1f} beside what it rests on: move `at` over the feet, lean `pelvis` "
            "and `chest`, or give it something to hold."
        )
        yield Complaint("the figure", text, "at")
