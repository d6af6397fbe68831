"""Muscles that work or are stretched: patches on the surface of a limb or the trunk, seen from wherever the viewer is.

A patch is a range along a bone or the spine and a range of directions round it: 0 is the front, 90 the outer side (on
the trunk the figure's right), 180 the back. Only what faces the viewer is drawn, within the contour.
"""

import math
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing import style
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.feet import foot_outline, on_foot
from handoutgen.drawing.figure.girth import LIMB_GIRTHS, along
from handoutgen.drawing.figure.tubes import BoneStretch, bone_ends, bone_name, limb_outline
from handoutgen.drawing.outline.shapes import biggest, ellipse, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.skeleton.frames import SIDES, LeftOrRight
from handoutgen.drawing.skeleton.limbs import Leg, Limb, outwards_of

_CLEAR = 0.06
"""Between a patch's white line and the drawn contour, in mm on paper."""
_ROWS, _COLUMNS = 24, 18
_POINTED = 0.6
_NARROWER = 0.36
"""By this part a patch is narrower that faces the viewer: all of it is seen then, not half."""
_BEFORE_HEM, _AT_HIP = 0.05, 0.06
_LEAST_PATCH = 1.2
"""Smaller pieces of a patch, in square mm on paper, are not drawn."""

_SOLE: Final = ((-3.4, -4.5), (3, -4.5), (9, -4.5), (8, -3), (3, -2.2), (-2, -2.4))
"""Along the underside of a foot, in its own axes."""

SurfacePoint: TypeAlias = Callable[[float, float], tuple[Array, Array]]
"""From place and direction (radians) to a point of the surface and its way out."""


class Patch(NamedTuple):
    """Where a muscle lies: from ``start`` to ``end`` of a bone or the spine; the directions of its middle and its half
    width, in degrees."""

    start: float
    end: float
    middle: float
    half: float


class LimbPatch(NamedTuple):
    """A patch on a thigh or upper arm, or on a shin or forearm (``lower``)."""

    leg: bool
    lower: bool
    patch: Patch


LIMB_PATCHES: Final[dict[str, LimbPatch]] = {
    "calf": LimbPatch(True, True, Patch(0.03, 0.64, 180, 108)),
    "shin": LimbPatch(True, True, Patch(0.12, 0.72, 24, 88)),
    "hamstring": LimbPatch(True, False, Patch(0.24, 0.93, 180, 105)),
    "quadriceps": LimbPatch(True, False, Patch(0.24, 0.94, 0, 105)),
    "inner_thigh": LimbPatch(True, False, Patch(0.06, 0.8, -90, 84)),
    "biceps": LimbPatch(False, False, Patch(0.3, 0.86, 0, 105)),
    "triceps": LimbPatch(False, False, Patch(0.3, 0.88, 180, 105)),
    "shoulder": LimbPatch(False, False, Patch(-0.1, 0.44, 90, 112)),
    "forearm": LimbPatch(False, True, Patch(0.06, 0.72, 0, 105)),
}


def inset(pen: Pen) -> float:
    """How far a patch keeps from the middle of the drawn contour, in % of stature: that stays whole."""
    return (pen.width("contour") / 2 + pen.in_print(style.KEYLINE) + _CLEAR) / pen.mm_per_unit


JOINT_PATCHES: Final[dict[str, tuple[bool, float, float, float]]] = {
    "knee": (True, 0.0, 3.3, 2.7),
    "ankle": (True, 1.0, 2.5, 2.3),
    "hand": (False, 1.26, 3.8, 2.4),
}
"""On a leg or an arm: the place on the lower bone, and the half length and half width of an oval round it."""


def marked(pen: Pen, shape: BaseGeometry) -> None:
    """Draw one patch."""
    patch = biggest(shape)
    if patch.is_empty or patch.area * pen.mm_per_unit**2 < _LEAST_PATCH:
        return
    contour = np.asarray(patch.exterior.coords)
    pen.path(contour, closed=True, fill=style.WHITE, colour=style.WHITE, width=2 * pen.in_print(style.KEYLINE))
    pen.path(contour, closed=True, fill=style.ACCENT)


def seen_patch(point: SurfacePoint, patch: Patch) -> BaseGeometry:
    """The part of a patch that faces the viewer, as a shape on the page; pointed at both ends."""
    _, towards = point((patch.start + patch.end) / 2, math.radians(patch.middle))
    half = patch.half * (1 - _NARROWER * max(0.0, float(towards[2])))
    grid: list[list[tuple[Array, Array]]] = []
    for place in np.linspace(patch.start, patch.end, _ROWS).tolist():
        share = (place - patch.start) / (patch.end - patch.start)
        width = max(math.sin(math.pi * share), 0.0) ** _POINTED
        turns = np.radians(patch.middle + np.linspace(-1, 1, _COLUMNS) * half * width)
        grid.append([point(place, float(turn)) for turn in turns])
    places = np.array([[place[:2] for place, _ in line] for line in grid])
    nearness = np.array([[way[2] for _, way in line] for line in grid])
    corners = np.stack([places[:-1, :-1], places[:-1, 1:], places[1:, 1:], places[1:, :-1]], axis=2)
    seen = nearness[:-1, :-1] + nearness[:-1, 1:] + nearness[1:, 1:] + nearness[1:, :-1] > 0
    faces = shapely.buffer(shapely.convex_hull(shapely.multipoints(corners[seen])), 0.03)
    whole: BaseGeometry = shapely.union_all(faces)
    return whole


def draw_patch(body: Dressed, patch: BaseGeometry, ground: BaseGeometry) -> None:
    """Draw a patch within what is drawn of the body under it."""
    inner = ground.buffer(-inset(body.pen))
    whole = biggest(patch.intersection(inner))
    if not whole.is_empty:
        marked(body.pen, smooth(whole, 0.3, 0.35, 0.35))


def leg_marks(body: Dressed, limb: Leg, cloth: Polygon, hem: float | None = None) -> None:
    """Draw the muscles marked on a leg, on cloth and skin alike.

    ``hem`` is where on the thigh shorts end: a muscle of the thigh ends before it, and all of it lies on cloth.
    """
    if body.figure.muscles:
        bare = limb_outline(limb, body.build, BoneStretch(start=0.3), BoneStretch(lower=True))
        foot = foot_outline(limb, limb.spec.wear or body.figure.feet)
        _limb_marks(body, limb, smooth(unary_union([cloth, bare, foot]), 0.9, 0.4, 0.5), hem)
        for mark in body.figure.muscles:
            if mark.name == "sole" and limb.side in marked_sides(body, mark.side):
                strip = Polygon([on_foot(limb, x, y) for x, y in through(_SOLE)])
                draw_patch(body, strip, foot)


def arm_marks(body: Dressed, limb: Limb, drawn: BaseGeometry) -> None:
    """Draw the muscles marked on an arm, within what is drawn of it."""
    _limb_marks(body, limb, drawn)


def _limb_marks(body: Dressed, limb: Limb, ground: BaseGeometry, hem: float | None = None) -> None:
    for mark in body.figure.muscles:
        if mark.name in JOINT_PATCHES and limb.side in marked_sides(body, mark.side):
            _joint_mark(body, limb, mark.name, ground)
        muscle = LIMB_PATCHES.get(mark.name)
        if muscle and muscle.leg == isinstance(limb, Leg) and limb.side in marked_sides(body, mark.side):
            ease = 0.5 if muscle.leg else 0.3
            place = muscle.patch if hem is None or muscle.lower else _before_hem(muscle.patch, hem)
            draw_patch(body, seen_patch(_limb_surface(body, limb, muscle.lower, ease), place), ground)


def _before_hem(patch: Patch, hem: float) -> Patch:
    """A thigh's patch moved up as far as it reaches past the hem, no farther than the hip."""
    past = max(0.0, patch.end + _BEFORE_HEM - hem)
    return patch._replace(start=max(patch.start - past, min(patch.start, _AT_HIP)), end=patch.end - past)


def _joint_mark(body: Dressed, limb: Limb, name: str, ground: BaseGeometry) -> None:
    leg, place, length, width = JOINT_PATCHES[name]
    if leg == isinstance(limb, Leg):
        along_bone = unit(limb.lower[:2]) if float(np.hypot(*limb.lower[:2])) > 0.2 else np.array([0.0, -1.0])
        middle = (limb.joint + (limb.end - limb.joint) * place)[:2]
        tilt = math.degrees(math.atan2(along_bone[1], along_bone[0]))
        oval = affinity.rotate(ellipse(middle[0], middle[1], length, width), tilt, origin=(middle[0], middle[1]))
        draw_patch(body, oval, ground)


def _limb_surface(body: Dressed, limb: Limb, lower: bool, ease: float) -> SurfacePoint:
    start, end, front = bone_ends(limb, lower)
    table = LIMB_GIRTHS[bone_name(limb, lower)]
    out = outwards_of(unit(end - start), front, limb.side)

    def point(place: float, turn: float) -> tuple[Array, Array]:
        radius, shift = along(table, min(max(place, 0.0), 1.0))
        way = front * math.cos(turn) + out * math.sin(turn)
        centre = start + (end - start) * place + front * shift
        return centre + way * (radius * body.build.limb + ease), way

    return point


def marked_sides(body: Dressed, side: str) -> tuple[LeftOrRight, ...]:
    """The sides that a mark means."""
    near, far = body.skeleton.near, body.skeleton.far
    if side == "both":
        return SIDES
    if side in ("near", "far"):
        return (near,) if side == "near" else (far,)
    return ("right",) if side == "right" else ("left",)
