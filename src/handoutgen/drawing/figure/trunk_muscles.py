"""Muscles of the trunk and the neck as patches on their surface."""

import math
from typing import Final

import numpy as np
from shapely.geometry import Polygon
from shapely.ops import unary_union

from handoutgen.content.poses.model import MusclePatch
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.muscles import Patch, draw_patch, inset, marked, marked_sides, seen_patch
from handoutgen.drawing.figure.trousers import leg_cloth, pelvis_cloth
from handoutgen.drawing.figure.trunk import trunk_point
from handoutgen.drawing.outline.shapes import biggest, disc, smooth, tube
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit
from handoutgen.drawing.skeleton.frames import SIDES

TRUNK_PATCHES: Final[dict[str, tuple[Patch, ...]]] = {
    "lower_back": (Patch(0.08, 0.54, 142, 36), Patch(0.08, 0.54, 218, 36)),
    "upper_back": (Patch(0.54, 0.92, 150, 30), Patch(0.54, 0.92, 210, 30)),
    "buttock": (Patch(-0.24, 0.18, 126, 44), Patch(-0.24, 0.18, 234, 44)),
    "belly": (Patch(0.06, 0.54, 0, 66),),
    "chest": (Patch(0.64, 0.9, 40, 36), Patch(0.64, 0.9, -40, 36)),
    "side": (Patch(0.18, 0.62, 90, 64), Patch(0.18, 0.62, -90, 64)),
    "hip": (Patch(-0.2, 0.16, 94, 70), Patch(-0.2, 0.16, -94, 70)),
    "pelvic_floor": (Patch(-0.24, -0.02, 0, 80),),
}
"""The trunk's own right is at 90 degrees, its left at -90."""
_CLOTH = 0.5


def trunk_marks(body: Dressed) -> None:
    """Draw the muscles marked on the trunk and the neck."""
    for mark in body.figure.muscles:
        if mark.name in TRUNK_PATCHES:
            _trunk_mark(body, mark)
        elif mark.name == "neck":
            _neck_mark(body, mark)


def _trunk_mark(body: Dressed, mark: MusclePatch) -> None:
    legs = [leg_cloth(body, side, pelvis_cloth(body)).outline for side in SIDES]
    ground = unary_union([body.shirt, *legs])

    def point(level: float, turn: float) -> tuple[Array, Array]:
        place, way = trunk_point(body.skeleton, body.build, level, turn)
        return place + way * _CLOTH, way

    for patch in TRUNK_PATCHES[mark.name]:
        across = math.sin(math.radians(patch.middle))
        if (mark.side == "right" and across < -0.01) or (mark.side == "left" and across > 0.01):
            continue
        draw_patch(body, seen_patch(point, patch), ground)


def _neck_mark(body: Dressed, mark: MusclePatch) -> None:
    if not body.frontal:
        marked(body.pen, _neck_from_side(body))
        return
    for side in marked_sides(body, mark.side):
        marked(body.pen, _neck_from_front(body, 1 if side == "right" else -1))


def _strand(body: Dressed, course: list[Array], radii: list[float]) -> Polygon:
    """A patch of changing width along a line, inside neck and shirt."""
    line = through(course, closed=False, steps=4)
    widths = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(radii)), radii)
    patch = tube([(float(x), float(y), float(radius)) for (x, y), radius in zip(line, widths, strict=True)])
    ground = unary_union([body.neck, body.shirt]).buffer(0.1).buffer(-0.1 - inset(body.pen))
    return smooth(biggest(patch.intersection(ground)), 0.3, 0.3, 0.3)


def _neck_from_side(body: Dressed) -> Polygon:
    """The back of the neck, from the skull to the top of the back."""
    skeleton = body.skeleton
    root, top = skeleton.neck_base[:2], skeleton.head[:2]
    back_of_head, back = -skeleton.head_frame.forward[:2], -skeleton.frames[-1].forward[:2]
    way = top - root
    course = [
        root + way * 0.85 + back_of_head * 2.9,
        root + way * 0.4 + (back + back_of_head) * 1.3,
        root + way * 0.05 + back * 2.5,
        root - way * 0.3 + back * 2.9,
    ]
    return _strand(body, course, [0.5, 1.2, 1.2, 0.4])


def _neck_from_front(body: Dressed, sign: int) -> Polygon:
    """The upper trapezius and the side of the neck."""
    skeleton = body.skeleton
    root, up = skeleton.neck_base[:2], unit(skeleton.chest.up[:2])
    way, out = skeleton.head[:2] - root, unit(skeleton.chest.right[:2]) * sign
    course = [
        root + way * 0.9 + out * 2.1,
        root + way * 0.35 + out * 2.2,
        root - up * 0.8 + out * 3.6,
        root - up * 1.9 + out * 7.2,
    ]
    head = disc(skeleton.head[:2] + skeleton.head_frame.up[:2] * 0.3, 6.1)
    return biggest(_strand(body, course, [1.0, 1.35, 1.25, 0.3]).difference(head))
