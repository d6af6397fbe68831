"""Arms, hands and sleeves."""

import math

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.detail import Placement, paint, placed, turned
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.muscles import limb_marks
from handoutgen.drawing.figure.slivers import without_slivers
from handoutgen.drawing.figure.tubes import Stretch, limb_outline
from handoutgen.drawing.hands.hand import HandShape, hand
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, lines_of, smooth
from handoutgen.drawing.skeleton.limbs import Arm

_HAND_SCALE = 1.06
_SHORT_SLEEVE, _LONG_SLEEVE = 0.56, 0.9
_SHOULDER_REACH = 5.2
"""A sleeve's edge within this of the shoulder joint melts into the shirt."""
_FOLD_BEND = 80
_LONG_TOPS = ("long",)


def has_sleeve(body: Dressed) -> bool:
    """Whether the top covers the upper arm."""
    return body.figure.top != "vest"


def arm_layer(body: Dressed, side: str, *, behind: bool) -> None:
    """Draw an arm, its hand and its sleeve."""
    limb, pen = body.skeleton.arms[side], body.pen
    shape, place = arm_hand(limb), hand_place(limb)
    contour = affinity.affine_transform(shape.contour, list(place))
    skin: Polygon = smooth(smooth(_bare_arm(body, limb), 0.8, 0.3, 0.8).union(contour), 0.5, 0.15, 0.3)
    if behind:
        skin = without_slivers(body, skin)
    pen.area(skin, body.palette.skin)
    paint(pen, placed(shape.details, place), body.palette)
    forearm = limb_outline(limb, body.build, Stretch(lower=True))
    if limb.flexion > _FOLD_BEND and body.figure.top not in _LONG_TOPS:
        line = fold(limb_outline(limb, body.build, Stretch()), forearm, limb, 1.5, skin)
        if line:
            pen.line(line, "contour")
    if has_sleeve(body):
        _sleeve(body, limb, behind)
    shoulder = disc(body.skeleton.shoulders[side][:2], 3.7)
    limb_marks(body, limb, limb_outline(limb, body.build, Stretch()).buffer(0.6).union(shoulder))


def _bare_arm(body: Dressed, limb: Arm) -> BaseGeometry:
    if body.figure.top in _LONG_TOPS:
        return limb_outline(limb, body.build, Stretch(lower=True, start=0.7))
    start = 0.0 if body.figure.top == "vest" else 0.4
    return limb_outline(limb, body.build, Stretch(start=start), Stretch(lower=True))


def hand_place(limb: Arm) -> Placement:
    """How a hand's own axes (wrist at 0, 0, fingers along x) come to lie on the page."""
    pose = limb.spec.hand
    along = limb.lower[:2]
    straight = math.degrees(math.atan2(along[1], along[0])) if flat_length(along) > 0.1 else -90
    angle = straight + pose.bend if pose.angle is None else pose.angle
    return turned(limb.end[:2].tolist(), angle, _HAND_SCALE * pose.scale, flip=pose.flip)


def arm_hand(limb: Arm) -> HandShape:
    """The hand's shape in its own axes."""
    return hand(limb.spec.hand.shape, limb.spec.hand.view)


def fingers_layer(body: Dressed, side: str) -> None:
    """Draw the fingers that lie before what the hand holds."""
    limb = body.skeleton.arms[side]
    paint(body.pen, placed(arm_hand(limb).over, hand_place(limb)), body.palette)


def sleeve_shape(body: Dressed, limb: Arm) -> Polygon:
    """The sleeve before it is joined to the shirt."""
    if body.figure.top in _LONG_TOPS:
        start, end, share = limb.joint, limb.end, _LONG_SLEEVE
        stretches = [Stretch(ease=0.35, flare=0.25), Stretch(lower=True, end=share, ease=0.6, flare=0.2)]
        shows, size = 6.0, 4.5
    else:
        start, end, share = limb.root, limb.joint, _SHORT_SLEEVE
        stretches = [Stretch(end=share, ease=0.35, flare=0.8)]
        shows, size = 7.0, 7.0
    cloth: BaseGeometry = smooth(limb_outline(limb, body.build, *stretches), 0.9, 0.4, 0.8)
    if flat_length(end - start) > shows:
        cloth = cloth.difference(half_plane((start + (end - start) * share)[:2], (end - start)[:2], size))
    return biggest(cloth)


def _sleeve(body: Dressed, limb: Arm, behind: bool) -> None:
    cloth = sleeve_shape(body, limb)
    if behind:
        cloth = without_slivers(body, cloth)
    if body.frontal and not behind:
        _joined_sleeve(body, limb, cloth)
    else:
        zone = disc(body.skeleton.shoulders[limb.side][:2], _SHOULDER_REACH)
        body.pen.area(cloth, body.palette.cloth, hide=None if behind else body.shirt.buffer(-0.3).intersection(zone))
    if body.figure.top in _LONG_TOPS and limb.flexion > _FOLD_BEND:
        upper = limb_outline(limb, body.build, Stretch(ease=0.6))
        lower = limb_outline(limb, body.build, Stretch(lower=True, end=_LONG_SLEEVE, ease=0.6))
        line = fold(upper, lower, limb, 2.0, cloth)
        if line:
            body.pen.line(line, "contour")


def _joined_sleeve(body: Dressed, limb: Arm, cloth: Polygon) -> None:
    """From the front: sleeve and shirt are one piece at the shoulder, and their common edge is drawn."""
    pen, palette = body.pen, body.palette
    joined = smooth(body.shirt.union(cloth), 2.2, 0.3, 0.5)
    shoulder = body.skeleton.shoulders[limb.side][:2]
    zone = disc(shoulder, 6.0).difference(disc(body.skeleton.neck_base[:2], 5.2))
    pen.area(cloth, palette.cloth, None)
    pen.area(joined.intersection(zone), palette.cloth, None)
    edge = unary_union([body.shirt.buffer(0.3), joined.buffer(-0.01), joined.boundary.buffer(0.4)])
    seams = [
        LineString(np.asarray(joined.exterior.coords)).intersection(zone),
        LineString(np.asarray(cloth.exterior.coords)).difference(zone.intersection(edge)),
    ]
    for seam in seams:
        for line in lines_of(seam):
            pen.line(line, "contour")
