"""Legs and feet as they are drawn."""

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing import style
from handoutgen.drawing.detail import fineness
from handoutgen.drawing.figure import feet
from handoutgen.drawing.figure.cloth import Cloth, draw_cloth
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.muscles import leg_marks
from handoutgen.drawing.figure.slivers import without_slivers
from handoutgen.drawing.figure.trousers import SHORTS_END, TROUSERS_END, leg_cloth
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, half_plane, lines_of, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.skeleton.frames import LeftOrRight
from handoutgen.drawing.skeleton.limbs import Leg

_SOCK_TOP, _CUFF = 0.76, 0.06
_FOLD_BEND, _CLOTH_FOLD_BEND = 95, 100
"""Bends of a bare knee and of one under trousers, in degrees, from which they show a crease."""
_BELOW_HEM = 0.6
_SHOWS = 9.0
"""A bone that shows shorter than this gets no cuff."""
_TO_VIEWER = 0.5
"""A thigh whose direction points to the viewer by more than this shows its knee before its cloth."""
_HIP_REACH, _HIP_RISE = 15.0, 1.4
"""How far from between the hips a leg's edge may melt into the pelvis, and from what rise on it is drawn."""


def draw_leg(body: Dressed, side: LeftOrRight, seat: Cloth | None, grounds: list[Cloth]) -> Cloth | None:
    """Draw a leg with its cloth. ``grounds`` is the cloth painted before it, into which its edges run near the hip."""
    limb = body.skeleton.legs[side]
    if body.bare_legs:
        _draw_skin(body, limb, Polygon())
        leg_marks(body, limb, Polygon())
        return None
    cloth = leg_cloth(body, side, seat)
    if not seat and side == body.skeleton.far and not body.deep:
        cloth = Cloth(without_slivers(body, cloth.outline, cloth=True), cloth.solid)
    knee_first = body.figure.bottom == "shorts" and float(limb.upper[2]) > _TO_VIEWER
    if not knee_first:
        _draw_skin(body, limb, cloth.outline)
    draw_cloth(body, cloth, [each.ground(body.skeleton.spine[0], _HIP_REACH, _HIP_RISE) for each in grounds])
    if body.figure.bottom != "shorts":
        _knee_fold(body, limb, cloth.outline)
    if knee_first:
        _draw_skin(body, limb, cloth.outline)
    leg_marks(body, limb, cloth.outline, SHORTS_END if body.figure.bottom == "shorts" else None)
    return cloth


def _draw_skin(body: Dressed, limb: Leg, cloth: Polygon) -> None:
    """Draw the bare part of a leg and its foot."""
    pen = body.pen
    wear = limb.spec.wear or body.figure.feet
    far = limb.side == body.skeleton.far
    shape = smooth(_bare_part(body, limb), 0.9, 0.5, 0.9)
    if wear != "shoe":
        shape = smooth(shape.union(feet.foot_outline(limb, "bare")), 0.9, 0.35, 0.35)
    shape = without_slivers(body, shape) if far else shape
    if wear == "shoe":
        pen.area(shape, body.palette.skin)
        _shoe(body, limb)
    else:
        pen.area(shape, body.palette.skin)
        if wear == "sock":
            _sock(body, limb, shape)
        else:
            for toe in feet.toe_lines(limb, fine=fineness(pen) != "small"):
                pen.line(toe)
    if limb.flexion > _FOLD_BEND and (body.bare_legs or body.figure.bottom == "shorts"):
        shin = limb_outline(limb, body.build, BoneStretch(lower=True))
        line = fold(limb_outline(limb, body.build, BoneStretch(start=0.05)), shin, limb, 2.4, shape)
        if line and not line.buffer(_BELOW_HEM).intersects(cloth):
            pen.line(line, "contour")


def _bare_part(body: Dressed, limb: Leg) -> BaseGeometry:
    if body.bare_legs:
        return limb_outline(limb, body.build, BoneStretch(start=0.1), BoneStretch(lower=True))
    if body.figure.bottom != "shorts":
        return limb_outline(limb, body.build, BoneStretch(lower=True, start=0.7))
    start = SHORTS_END if float(limb.upper[2]) > _TO_VIEWER else 0.6
    return limb_outline(limb, body.build, BoneStretch(start=start), BoneStretch(lower=True))


def _sock(body: Dressed, limb: Leg, leg: Polygon) -> None:
    """Draw a sock over foot and ankle, with the edge of its cuff."""
    span = limb.end - limb.joint
    top = limb.joint + span * _SOCK_TOP
    room = half_plane(top[:2], span[:2], 30).union(feet.foot_outline(limb, "bare").buffer(0.5))
    sock = (
        biggest(leg.buffer(0.1).intersection(room)) if flat_length(span) > _SHOWS else feet.foot_outline(limb, "bare")
    )
    body.pen.area(sock, style.WHITE)
    if flat_length(span) > _SHOWS:
        edge = limb.joint + span * (_SOCK_TOP + _CUFF)
        across = unit(vector(-span[1], span[0]))
        cuff = LineString([edge[:2] - across * 4, edge[:2] + across * 4]).intersection(sock.buffer(-0.2))
        for line in lines_of(cuff):
            body.pen.line(line)


def _shoe(body: Dressed, limb: Leg) -> None:
    shoe = feet.shoe_drawing(limb)
    body.pen.area(shoe.outline, style.WHITE)
    if shoe.sole is not None:
        body.pen.area(shoe.sole, body.palette.cloth)
    for line in shoe.lines:
        body.pen.line(line)


def _knee_fold(body: Dressed, limb: Leg, cloth: Polygon) -> None:
    if limb.flexion > _CLOTH_FOLD_BEND:
        upper = limb_outline(limb, body.build, BoneStretch(ease=0.6))
        lower = limb_outline(limb, body.build, BoneStretch(lower=True, end=TROUSERS_END, ease=0.6))
        line = fold(upper, lower, limb, 3.0, cloth)
        if line:
            body.pen.line(line, "contour")


def draw_groin_fold(body: Dressed, limb: Leg) -> None:
    """Draw the short fold where a thigh that is bent up meets the trunk, seen from the side."""
    forward, up = body.skeleton.pelvis.forward[:2], body.skeleton.pelvis.up[:2]
    start: Array = limb.root[:2] + forward * 4.6 + up * 2.2
    course = [start, start - forward * 2.0 - up * 0.9, start - forward * 3.8 - up * 2.4]
    body.pen.line(LineString(np.asarray(through(course, closed=False))))
