"""Limbs as chains of balls of changing width: their outlines, and how near to the viewer their skin lies."""

import numpy as np
from msgspec import Struct
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.figure.girth import LIMB_GIRTHS, Bone, Build, along
from handoutgen.drawing.outline.shapes import tube
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton.limbs import Leg, Limb

_SAMPLES = 18
_ARM_TURN = 0.24
_LEG_TURN = 0.13
"""The share of each bone on which an elbow or a knee turns, when the limb is straight."""
_LEAST_TURN = 0.02
_HIP_HOLLOW, _HIP_END = 1.1, 0.4


class BoneStretch(Struct, frozen=True):
    """A part of one bone: ``lower`` for shin and forearm; from ``start`` to ``end`` (0 to 1). ``ease`` is what cloth
    adds to the radius, ``flare`` what it adds towards the end."""

    lower: bool = False
    start: float = 0.0
    end: float = 1.0
    ease: float = 0.0
    flare: float = 0.0


def bone_name(limb: Limb, lower: bool) -> Bone:
    """The bone's name in the table of girths."""
    if isinstance(limb, Leg):
        return "shin" if lower else "thigh"
    return "forearm" if lower else "upper_arm"


def bone_ends(limb: Limb, lower: bool) -> tuple[Array, Array, Array]:
    """Both ends of a bone and the direction of its front."""
    if lower:
        return limb.joint, limb.end, limb.lower_front
    return limb.root, limb.joint, limb.upper_front


def balls(limb: Limb, build: Build, stretch: BoneStretch) -> Array:
    """Rows of x, y, z and radius along a stretch of a bone."""
    start, end, front = bone_ends(limb, stretch.lower)
    table = LIMB_GIRTHS[bone_name(limb, stretch.lower)]
    hollow = _hip_hollow(limb, stretch.lower)
    rows = []
    for place in np.linspace(stretch.start, stretch.end, _SAMPLES):
        radius, shift = along(table, float(place))
        radius -= hollow * max(0.0, 1 - place / _HIP_END)
        middle = _centre_line(limb, float(place), stretch.lower, start, end) + front * shift
        widening = stretch.flare * max(0.0, (place - stretch.start) / max(0.01, stretch.end - stretch.start))
        rows.append((*middle, radius * build.limb + stretch.ease + widening))
    return np.array(rows)


def _hip_hollow(limb: Limb, lower: bool) -> float:
    """How much narrower a thigh begins where its width is seen, not its depth: hips are no wider than the pelvis."""
    if lower or not isinstance(limb, Leg):
        return 0.0
    across = np.cross(limb.upper, limb.upper_front)
    return _HIP_HOLLOW * float(np.hypot(across[0], across[1]))


def _centre_line(limb: Limb, place: float, lower: bool, start: Array, end: Array) -> Array:
    """The middle of a limb at a place; the joint is turned on a curve, not on a corner."""
    turn = (_LEG_TURN if isinstance(limb, Leg) else _ARM_TURN) * max(0.0, 1 - limb.flexion / 150)
    if turn > _LEAST_TURN:
        t = 0.5 + place / (2 * turn) if lower else (place - 1 + turn) / (2 * turn)
        if 0 < t < 1:
            before = limb.joint + (limb.root - limb.joint) * turn
            after = limb.joint + (limb.end - limb.joint) * turn
            curve: Array = (1 - t) ** 2 * before + 2 * t * (1 - t) * limb.joint + t * t * after
            return curve
    return start + (end - start) * place


def outline_of(rows: Array) -> BaseGeometry:
    """The outline of a chain of balls as the viewer sees it."""
    return tube([(float(row[0]), float(row[1]), float(row[3])) for row in rows])


def limb_outline(limb: Limb, build: Build, *stretches: BoneStretch) -> BaseGeometry:
    """The outline of one or more stretches of a limb."""
    parts = [outline_of(balls(limb, build, stretch)) for stretch in stretches]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.union(part)
    return whole
