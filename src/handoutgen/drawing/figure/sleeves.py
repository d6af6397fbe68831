"""Sleeves: how they are cut, and how they join the shirt."""

from typing import Final

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.portrait import head_outline
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, lines_of, smooth
from handoutgen.drawing.outline.vectors import unit
from handoutgen.drawing.skeleton.limbs import Arm

LONG_TOPS: Final = ("long", "tunic")
_SHORT_SLEEVE, _LONG_SLEEVE = 0.56, 0.9
_FOLD_BEND = 95
"""Cloth shows a fold where the elbow bends by more degrees."""
_FOLD = 2.0
_STRIP = 2.2
"""A strip of shirt between a sleeve and the shirt's own edge that is narrower, in % of stature, belongs to the
sleeve: their two lines would run side by side."""
_ARMHOLE = 7.0
"""How far from the shoulder joint that holds."""
_RAISED, _SEAM = 0.4, -0.8
"""1 less the cosine of the angle from which an arm counts as raised: its armhole is flat then, not round, and lies so
far along the arm from the shoulder joint."""
_ROUND_ARMHOLE = (3.2, 1.6, 0.6)
_AT_VIEWER = 0.3
_ARMPIT = 1.5
"""A gap under the arm that is narrower than twice this is filled."""


def sleeve_shape(body: Dressed, limb: Arm) -> Polygon:
    """The sleeve before it is joined to the shirt."""
    if body.figure.top in LONG_TOPS:
        start, end, share = limb.joint, limb.end, _LONG_SLEEVE
        stretches = [BoneStretch(ease=0.35, flare=0.25), BoneStretch(lower=True, end=share, ease=0.6, flare=0.2)]
        shows, size = 6.0, 4.5
    else:
        start, end, share = limb.root, limb.joint, _SHORT_SLEEVE
        stretches = [BoneStretch(end=share, ease=0.35, flare=0.8)]
        shows, size = 7.0, 7.0
    cloth: BaseGeometry = smooth(limb_outline(limb, body.build, *stretches), 0.9, 0.4, 0.8)
    if flat_length(end - start) > shows:
        cloth = cloth.difference(half_plane((start + (end - start) * share)[:2], (end - start)[:2], size))
    return biggest(cloth)


def draw_sleeve(body: Dressed, limb: Arm, cloth: Polygon, *, behind: bool) -> Polygon:
    """Draw a sleeve, and give it as it is drawn."""
    if behind:
        body.pen.area(cloth, body.palette.cloth)
    elif body.frontal:
        _joined_sleeve(body, limb, cloth)
    else:
        cloth = _set_in_sleeve(body, limb, cloth)
    if body.figure.top in LONG_TOPS and limb.flexion > _FOLD_BEND:
        upper = limb_outline(limb, body.build, BoneStretch(ease=0.6))
        lower = limb_outline(limb, body.build, BoneStretch(lower=True, end=_LONG_SLEEVE, ease=0.6))
        line = fold(upper, lower, limb, _FOLD, cloth)
        if line:
            body.pen.line(line, "contour")
    return cloth


def _set_in_sleeve(body: Dressed, limb: Arm, cloth: Polygon) -> Polygon:
    """From the side: a sleeve before the shirt, closed by its armhole."""
    way = limb.upper[:2]
    raised = 1 + float(unit(way) @ body.skeleton.chest.up[:2]) if flat_length(way) > _AT_VIEWER else 0.0
    whole = _with_flat_armhole(body, limb, cloth) if raised > _RAISED else cloth
    hidden = None
    fall = head_outline(body)
    if whole.intersects(fall) and float(way @ body.skeleton.chest.up[:2]) < 0:
        whole = biggest(whole.difference(fall))
        hidden = fall.buffer(0.1)
    body.pen.area(whole, body.palette.cloth, hide=hidden)
    return whole


def _with_flat_armhole(body: Dressed, limb: Arm, cloth: Polygon) -> Polygon:
    """A raised sleeve cut across at the shoulder. A narrow strip of shirt above it belongs to it: up to the shoulder's
    own edge, so that no two lines run side by side."""
    shoulder, way = body.skeleton.shoulders[limb.side][:2], unit(limb.upper[:2])
    cut = half_plane(shoulder + way * _SEAM, -way, 2 * _ARMHOLE)
    above = half_plane(shoulder, body.skeleton.chest.up[:2], 2 * _ARMHOLE)
    beside = body.shirt.difference(cloth)
    strip = beside.difference(beside.buffer(-_STRIP / 2).buffer(_STRIP / 2 + 0.02)).intersection(above).buffer(0.05)
    around = disc(shoulder, _ARMHOLE)
    beyond = disc(shoulder, 2 * _ARMHOLE).difference(body.shirt).intersection(above)
    upper = smooth(unary_union([cloth, strip, beyond]).difference(cut), *_ROUND_ARMHOLE)
    upper = biggest(upper.intersection(body.shirt.union(cloth)).intersection(around))
    return biggest(upper.union(cloth.difference(around)).buffer(0.05).buffer(-0.05))


def _joined_sleeve(body: Dressed, limb: Arm, cloth: Polygon) -> None:
    """From the front: sleeve and shirt are one piece at the shoulder, and their common edge is drawn."""
    pen, palette = body.pen, body.palette
    both = body.shirt.union(cloth)
    joined = smooth(both, _ARMPIT, 0.3, 0.5)
    shoulder = body.skeleton.shoulders[limb.side][:2]
    armpit = joined.difference(both.buffer(0.1)).buffer(0.6).intersection(disc(shoulder, 2 * _ARMHOLE))
    zone = disc(shoulder, 8.0).union(armpit).difference(disc(body.skeleton.neck_base[:2], 5.2))
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
