"""Muscles that work or are stretched: solid patches with a white line round them, inside the drawn contour."""

import math
from typing import Final, NamedTuple

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing import style
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.girth import LIMB_GIRTHS, along
from handoutgen.drawing.figure.trunk import edge_point
from handoutgen.drawing.figure.tubes import Stretch, bone_ends, bone_name, limb_outline
from handoutgen.drawing.outline.shapes import biggest, disc, smooth, tube
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.skeleton.limbs import Leg, Limb

_INSET = 0.32
"""From the drawn contour, in mm on paper."""


class LimbMuscle(NamedTuple):
    """Where a muscle lies on a limb: from ``start`` to ``end`` of a bone, on its front (1), back (-1) or across (0)."""

    limb: str
    lower: bool
    start: float
    end: float
    towards: int
    width: float


LIMB_MUSCLES: Final[dict[str, LimbMuscle]] = {
    "calf": LimbMuscle("leg", True, 0.03, 0.66, -1, 0.62),
    "hamstring": LimbMuscle("leg", False, 0.22, 0.94, -1, 0.62),
    "quadriceps": LimbMuscle("leg", False, 0.24, 0.93, 1, 0.62),
    "shin": LimbMuscle("leg", True, 0.12, 0.7, 1, 0.5),
    "ankle": LimbMuscle("leg", True, 0.9, 1.04, 0, 0.9),
    "biceps": LimbMuscle("arm", False, 0.3, 0.85, 1, 0.55),
    "triceps": LimbMuscle("arm", False, 0.3, 0.85, -1, 0.55),
    "shoulder": LimbMuscle("arm", False, -0.02, 0.34, 0, 0.8),
}
TRUNK_MUSCLES: Final[dict[str, tuple[float, float, float, float]]] = {
    "lower_back": (0.12, 0.56, 0.9, -0.05),
    "upper_back": (0.5, 0.9, 0.9, 0.05),
    "buttock": (-0.2, 0.2, 0.88, -0.15),
}
"""Seen from the side: from and to on the spine, and how far towards the back the patch reaches."""


def marked(pen: Pen, shape: BaseGeometry) -> None:
    """Draw one patch."""
    patch = biggest(shape)
    if patch.is_empty:
        return
    contour = np.asarray(patch.exterior.coords)
    keyline = style.KEYLINE * (style.LARGE_PRINT if pen.large else 1)
    pen.path(contour, closed=True, fill=style.WHITE, colour=style.WHITE, width=keyline)
    pen.path(contour, closed=True, fill=style.ACCENT)


def limb_marks(body: Dressed, limb: Limb, drawn: BaseGeometry, names: frozenset[str] | None = None) -> None:
    """Draw the muscles marked on one limb, within what is drawn of it."""
    for mark in body.figure.muscles:
        muscle = LIMB_MUSCLES.get(mark.name)
        if muscle is None or (names and mark.name not in names) or (muscle.limb == "leg") != isinstance(limb, Leg):
            continue
        if limb.side in _sides(body, mark.side):
            inside = drawn.buffer(-_INSET / body.pen.mm_per_unit)
            marked(body.pen, smooth(biggest(_on_limb(limb, muscle).intersection(inside)), 0.3, 0.5, 0.4))


def _sides(body: Dressed, side: str) -> tuple[str, ...]:
    near, far = body.skeleton.near, body.skeleton.far
    return {"near": (near,), "far": (far,), "both": (near, far)}.get(side, (side,))


def _on_limb(limb: Limb, muscle: LimbMuscle) -> Polygon:
    start, end, front = bone_ends(limb, muscle.lower)
    table = LIMB_GIRTHS[bone_name(limb, muscle.lower)]
    first: list[Array] = []
    second: list[Array] = []
    for share in np.linspace(0, 1, 24):
        place = muscle.start + (muscle.end - muscle.start) * float(share)
        radius, shift = along(table, min(max(place, 0), 1))
        centre = (start + (end - start) * place + front * shift)[:2]
        width = math.sin(math.pi * float(share)) ** 0.55
        ahead = front[:2] * (muscle.towards or 1)
        middle = centre + ahead * radius * 0.5 if muscle.towards else centre
        reaches = (0.75, 0.82) if muscle.towards else (muscle.width, muscle.width)
        first.append(middle + ahead * radius * reaches[0] * width)
        second.append(middle - ahead * radius * reaches[1] * width)
    return biggest(Polygon([*first, *second[::-1]]).buffer(0))


def trunk_marks(body: Dressed) -> None:
    """Draw the muscles marked on the trunk and the neck."""
    for mark in body.figure.muscles:
        if mark.name in TRUNK_MUSCLES:
            start, end, outer, inner = TRUNK_MUSCLES[mark.name]
            edges = [
                (
                    edge_point(body.skeleton, body.build, level, -1, outer),
                    edge_point(body.skeleton, body.build, level, -1, inner),
                )
                for level in np.linspace(start, end, 14).tolist()
            ]
            marked(body.pen, smooth(_spindle(edges), 0.2, 0.3, 0.3))
        elif mark.name == "neck" and body.frontal:
            for side in _sides(body, mark.side):
                marked(body.pen, _neck_from_front(body, 1 if side == "right" else -1))
        elif mark.name == "neck":
            marked(body.pen, smooth(_spindle(_neck_edges(body)), 0.2, 0.3, 0.3))


def _spindle(edges: list[tuple[Array, Array]]) -> Polygon:
    """A patch between two lines, pointed at both ends."""
    last = len(edges) - 1
    first: list[Array] = []
    second: list[Array] = []
    for number, (one, other) in enumerate(edges):
        width = math.sin(math.pi * number / last) ** 0.6 if 0 < number < last else 0
        middle = (one + other) / 2
        first.append(middle + (one - middle) * width)
        second.append(middle + (other - middle) * width)
    return biggest(Polygon([*first, *second[::-1]]).buffer(0))


def _neck_edges(body: Dressed) -> list[tuple[Array, Array]]:
    root = body.skeleton.neck_base[:2]
    way = (body.skeleton.head - body.skeleton.neck_base)[:2]
    back = -unit(body.skeleton.head_frame.forward[:2])
    return [
        (root + way * share + back * (2.9 + share), root + way * share + back * (0.9 + share))
        for share in np.linspace(-0.1, 0.62, 10).tolist()
    ]


def _neck_from_front(body: Dressed, sign: int) -> Polygon:
    """The upper trapezius and the side of the neck."""
    skeleton = body.skeleton
    root, up = skeleton.neck_base[:2], unit(skeleton.chest.up[:2])
    out = unit(skeleton.chest.right[:2]) * sign
    course = [
        root + up * 5.5 + out * 2.1, root + up * 1.2 + out * 2.5, root - up * 2.6 + out * 4.4, root - up * 4.6 + out * 8.8,
    ]  # fmt: skip
    line = through(course, closed=False, steps=4)
    radii = np.interp(np.linspace(0, 1, len(line)), [0, 0.4, 0.7, 1], [0.7, 1.2, 1.8, 0.6])
    patch = tube([(float(x), float(y), float(radius)) for (x, y), radius in zip(line, radii, strict=True)])
    ground = unary_union([body.neck, body.shirt]).buffer(0.1).buffer(-0.1 - 0.4 / body.pen.mm_per_unit)
    head = disc(skeleton.head[:2] + skeleton.head_frame.up[:2] * 0.3, 6.1)
    return smooth(biggest(patch.intersection(ground).difference(head)), 0.3, 0.3, 0.3)


def upper_leg_marks(body: Dressed, limb: Limb, cloth: BaseGeometry) -> None:
    """Draw thigh muscles on cloth and skin alike."""
    names = {mark.name for mark in body.figure.muscles} & {"hamstring", "quadriceps"}
    if names:
        limb_marks(body, limb, cloth.union(limb_outline(limb, body.build, Stretch())), frozenset(names))
