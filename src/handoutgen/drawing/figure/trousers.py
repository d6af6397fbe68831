"""Trousers and shorts: the cloth over legs and pelvis."""

from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.figure.cloth import Cloth
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.solids import Solid
from handoutgen.drawing.figure.trunk import trunk_cloud, trunk_outline
from handoutgen.drawing.figure.tubes import BoneStretch, balls, limb_outline
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, smooth
from handoutgen.drawing.skeleton.frames import SIDES, LeftOrRight
from handoutgen.drawing.skeleton.limbs import Leg

SHORTS_END = 0.74
TROUSERS_END = 0.86
_PELVIS = (-0.17, 0.3)
_PELVIS_EASE = 0.35
_BUTTOCK, _BUTTOCK_BACK = 6.5, 1.3
"""Radius of the buttock round the hip joint, seen from the side, and how far its middle lies behind that."""
_SHOWS = 9.0
"""A bone that shows shorter than this gets no straight hem."""


def pelvis_cloth(body: Dressed, top: float = _PELVIS[1]) -> Cloth:
    """The seat of trousers, shorts or skirt alone, up to a level of the spine."""
    skeleton, build = body.skeleton, body.build
    parts = [trunk_outline(skeleton, build, _PELVIS[0], top, _PELVIS_EASE)]
    if not body.frontal:
        girth = _BUTTOCK * (1 + (build.depth - 1) / 2)
        hips = [skeleton.hips[side] - skeleton.pelvis.forward * _BUTTOCK_BACK for side in SIDES]
        parts += [disc(hip[:2], girth) for hip in hips]
    cloud = trunk_cloud(skeleton, build, _PELVIS[0], top)
    return Cloth(smooth(unary_union(parts), 0.6, 0.5, 0.8), Solid(cloud=cloud))


def leg_cloth(body: Dressed, side: LeftOrRight, seat: Cloth | None = None) -> Cloth:
    """The cloth over one leg, and over the pelvis too if that goes with it."""
    limb, build = body.skeleton.legs[side], body.build
    stretches = _cloth_stretches(body)
    solid = Solid(tuple(balls(limb, build, stretch) for stretch in stretches))
    outline: BaseGeometry = smooth(limb_outline(limb, build, *stretches), 1.1, 0.6, 0.9)
    if seat:
        hollow = smooth(outline.union(seat.outline), 3.2, 0.6, 1.0).intersection(disc(limb.root[:2], 13.5))
        outline = smooth(unary_union([outline, seat.outline, hollow]), 0.4, 0.3, 0.4)
        solid = Solid(solid.chains, seat.solid.cloud)
    return Cloth(biggest(_hemmed(body, limb, outline)), solid)


def _cloth_stretches(body: Dressed) -> tuple[BoneStretch, ...]:
    if body.figure.bottom == "shorts":
        return (BoneStretch(end=SHORTS_END, ease=0.55, flare=0.35),)
    return (BoneStretch(ease=0.6), BoneStretch(lower=True, end=TROUSERS_END, ease=0.6, flare=0.55))


def _hemmed(body: Dressed, limb: Leg, outline: BaseGeometry) -> BaseGeometry:
    """The cloth cut straight at its hem, where the bone shows long enough."""
    short = body.figure.bottom == "shorts"
    start, end = (limb.root, limb.joint) if short else (limb.joint, limb.end)
    if flat_length(end - start) <= _SHOWS:
        return outline
    place = start + (end - start) * (SHORTS_END if short else TROUSERS_END)
    return outline.difference(half_plane(place[:2], (end - start)[:2], 9 if short else 6))
