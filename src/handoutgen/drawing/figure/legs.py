"""Legs, feet, and the cloth of trousers and shorts over them."""

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing import style
from handoutgen.drawing.figure import feet
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.muscles import limb_marks, upper_leg_marks
from handoutgen.drawing.figure.slivers import without_slivers
from handoutgen.drawing.figure.trunk import trunk_outline
from handoutgen.drawing.figure.tubes import Stretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, lines_of, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.skeleton.limbs import Leg

_SHORTS_END = 0.74
_TROUSERS_END = 0.86
_PELVIS = (-0.17, 0.3, 0.35)
_FOLD_BEND = 85
_SHOWS = 9.0
"""A bone that shows shorter than this gets no straight hem."""


def leg_skin(body: Dressed, side: str) -> None:
    """Draw the bare part of a leg, its foot, and what is marked on the skin."""
    limb, pen = body.skeleton.legs[side], body.pen
    wear = limb.spec.wear or body.figure.feet
    shin = limb_outline(limb, body.build, Stretch(lower=True))
    if body.figure.bottom == "shorts":
        skin = limb_outline(limb, body.build, Stretch(start=0.6)).union(shin)
    else:
        skin = limb_outline(limb, body.build, Stretch(lower=True, start=0.7))
    shape = smooth(skin, 0.9, 0.5, 0.9)
    if wear == "shoe":
        pen.area(shape, body.palette.skin)
        limb_marks(body, limb, shape)
        _shoe(body, limb)
    else:
        shape = smooth(shape.union(_bare_foot(limb)), 0.9, 0.35, 0.35)
        pen.area(shape, body.palette.skin)
        limb_marks(body, limb, shape)
        if wear == "bare" and not feet.is_end_on(limb) and flat_length(feet.across_foot(limb)) < 0.8:
            pen.line(LineString([feet.on_foot(limb, x, y) for x, y in through(feet.TOE_LINE, closed=False)]))
    if limb.flexion > _FOLD_BEND and body.figure.bottom == "shorts":
        line = fold(limb_outline(limb, body.build, Stretch(start=0.05)), shin, limb, 2.4, shape)
        if line:
            pen.line(line, "contour")


def _bare_foot(limb: Leg) -> Polygon:
    if feet.is_end_on(limb):
        return feet.end_on_foot(limb)
    return feet.side_foot(limb, "bare", limb.spec.toes)[0]


def _shoe(body: Dressed, limb: Leg) -> None:
    if feet.is_end_on(limb):
        body.pen.area(feet.end_on_foot(limb), style.WHITE)
        for line in feet.end_on_lines(limb):
            body.pen.line(line)
        return
    upper, sole = feet.side_foot(limb, "shoe", limb.spec.toes)
    body.pen.area(upper, style.WHITE)
    if sole is not None:
        body.pen.area(sole, body.palette.cloth)
        for lace in feet.LACES:
            body.pen.line(LineString([feet.on_foot(limb, x, y) for x, y in lace]))


def trouser_leg(body: Dressed, side: str, pelvis: bool = False) -> Polygon:
    """The cloth over one leg, and over the pelvis too if that goes with it."""
    limb, build = body.skeleton.legs[side], body.build
    short = body.figure.bottom == "shorts"
    if short:
        start, end, share = limb.root, limb.joint, _SHORTS_END
        stretches = [Stretch(end=share, ease=0.55, flare=0.35)]
    else:
        start, end, share = limb.joint, limb.end, _TROUSERS_END
        stretches = [Stretch(ease=0.6), Stretch(lower=True, end=share, ease=0.6, flare=0.55)]
    cloth: BaseGeometry = smooth(limb_outline(limb, build, *stretches), 1.1, 0.6, 0.9)
    if pelvis:
        hips = trunk_outline(body.skeleton, build, *_PELVIS)
        hollow = smooth(cloth.union(hips), 3.2, 0.6, 1.0).intersection(disc(limb.root[:2], 13.5))
        cloth = smooth(unary_union([cloth, hips, hollow]), 0.4, 0.3, 0.4)
    if flat_length(end - start) > _SHOWS:
        hem = half_plane((start + (end - start) * share)[:2], (end - start)[:2], 9 if short else 6)
        cloth = cloth.difference(hem)
    return biggest(cloth)


def side_leg(body: Dressed, side: str, *, far: bool) -> None:
    """Draw a leg and its cloth, seen from the side. The pelvis goes with the near leg; with the far one when the near
    thigh is drawn up before the shirt."""
    limb, pen = body.skeleton.legs[side], body.pen
    pelvis = far == body.deep
    leg_skin(body, side)
    cloth = trouser_leg(body, side, pelvis)
    if far and not pelvis:
        cloth = without_slivers(body, cloth)
    hide = None
    if body.deep and not far:
        under = unary_union([trouser_leg(body, body.skeleton.far, True), body.shirt])
        hide = under.buffer(-0.3).intersection(disc(limb.root[:2], 9.5))
    pen.area(cloth, body.palette.cloth, hide=hide)
    if body.figure.bottom == "shorts":
        upper_leg_marks(body, limb, cloth)
    else:
        _knee_fold(body, limb, cloth)
        limb_marks(body, limb, cloth)
    if pelvis and 55 < limb.hip_flexion < 100:
        _groin_fold(body, limb)


def _knee_fold(body: Dressed, limb: Leg, cloth: Polygon) -> None:
    if limb.flexion > 75:
        upper = limb_outline(limb, body.build, Stretch(ease=0.6))
        lower = limb_outline(limb, body.build, Stretch(lower=True, end=_TROUSERS_END, ease=0.6))
        line = fold(upper, lower, limb, 3.0, cloth)
        if line:
            body.pen.line(line, "contour")


def _groin_fold(body: Dressed, limb: Leg) -> None:
    forward, up = body.skeleton.pelvis.forward[:2], body.skeleton.pelvis.up[:2]
    start = limb.root[:2] + forward * 4.6 + up * 2.2
    course = [start, start - forward * 2.0 - up * 0.9, start - forward * 3.8 - up * 2.4]
    body.pen.line(LineString(through(course, closed=False)))


def front_bottoms(body: Dressed, order: list[str]) -> None:
    """Draw pelvis and both legs as one piece of cloth, with the edge of the nearer leg (the last of ``order``)."""
    skeleton = body.skeleton
    back, front = (trouser_leg(body, side) for side in order)
    hips = trunk_outline(skeleton, body.build, *_PELVIS)
    whole = unary_union([back, front, hips])
    middle = (skeleton.spine[0] - skeleton.pelvis.up * 2)[:2]
    cloth = biggest(smooth(whole, 0.8, 0.3, 0.4).union(smooth(whole, 2.2, 0.3, 0.8).intersection(disc(middle, 9))))
    body.pen.area(cloth, body.palette.cloth)
    hidden = trunk_outline(skeleton, body.build, -0.12, 0.3, 0.2).union(disc(skeleton.legs[order[1]].root[:2], 7.5))
    edge = LineString(np.asarray(front.exterior.coords)).intersection(cloth.buffer(-0.3)).difference(hidden)
    for line in lines_of(edge):
        if line.length > 2:
            body.pen.line(line, "contour")
    for side in order:
        upper_leg_marks(body, skeleton.legs[side], cloth)
