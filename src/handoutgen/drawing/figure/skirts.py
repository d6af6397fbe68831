"""Skirts, dresses and tunics: one piece of cloth from the waist over both legs."""

from itertools import pairwise

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.figure.cloth import Cloth, draw_cloth, shirt_cloth
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.solids import Solid
from handoutgen.drawing.figure.trunk import trunk_cloud, trunk_outline
from handoutgen.drawing.figure.tubes import BoneStretch, balls
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, hull, smooth
from handoutgen.drawing.outline.vectors import Array, unit
from handoutgen.drawing.skeleton.frames import SIDES
from handoutgen.drawing.skeleton.limbs import Leg

SKIRT_LENGTH, DRESS_LENGTH, TUNIC_LENGTH = 1.28, 1.28, 0.5
"""How far cloth reaches down the legs: 1 is the knee, 2 the ankle."""
_PELVIS = (-0.17, 0.3, 0.35)
_EASE, _FLARE = 0.6, 1.5
_HIP_REACH, _HIP_RISE = 14.0, 1.4
_SHOWS = 0.4
_HEM_ROOM = 40.0


def robe_length(body: Dressed) -> float:
    """How far the top's cloth reaches down the legs; 0 for one that ends at the hips."""
    return {"tunic": TUNIC_LENGTH, "dress": DRESS_LENGTH}.get(body.figure.top, 0.0)


def skirt_cloth(body: Dressed, length: float) -> Cloth:
    """Cloth from the waist over both legs, hanging from what it lies on."""
    rows = [_leg_balls(body, body.skeleton.legs[side], length) for side in SIDES]
    levels = [[disc(ball[:2], float(ball[3])) for ball in pair] for pair in zip(*rows, strict=True)]
    spans: list[BaseGeometry] = [hull(*first, *second) for first, second in pairwise(levels)]
    seat = trunk_outline(body.skeleton, body.build, *_PELVIS)
    whole = smooth(unary_union([seat, *spans]), 2.5, 0.6, 1.0)
    cloud = trunk_cloud(body.skeleton, body.build, *_PELVIS[:2])
    return Cloth(_hemmed(whole, rows), Solid(tuple(rows), cloud))


def _leg_balls(body: Dressed, limb: Leg, length: float) -> Array:
    """Balls down one leg, as thick as the cloth round it."""
    above = min(length, 1.0)
    stretches = [BoneStretch(end=above, ease=_EASE, flare=_FLARE * above)]
    if length > 1:
        below = length - 1
        stretches.append(BoneStretch(lower=True, end=below, ease=_EASE + _FLARE, flare=_FLARE * below))
    return np.vstack([balls(limb, body.build, stretch) for stretch in stretches])


def _hemmed(whole: Polygon, rows: list[Array]) -> Polygon:
    """The cloth cut straight at its hem, if that is seen from the side."""
    way = unit(rows[0][-1, :3] - rows[0][-4, :3]) + unit(rows[1][-1, :3] - rows[1][-4, :3])
    if flat_length(way) < _SHOWS:
        return whole
    middle = (rows[0][-1, :2] + rows[1][-1, :2]) / 2
    return biggest(whole.difference(half_plane(middle, way[:2], _HEM_ROOM)))


def draw_skirt(body: Dressed, length: float) -> None:
    """Draw a skirt, or what hangs from a tunic's or a dress's waist. Where thighs lie before the shirt it comes after
    that, and melts into it."""
    shirt = shirt_cloth(body).ground(body.skeleton.spine[0], _HIP_REACH, _HIP_RISE)
    draw_cloth(body, skirt_cloth(body, length), [shirt] if body.deep else [])


def top_outline(body: Dressed) -> Polygon:
    """The shirt, with what hangs from its waist if it is a tunic or a dress and covers the thighs."""
    length = robe_length(body)
    if not length or body.deep:
        return body.shirt
    both = body.shirt.union(skirt_cloth(body, length).outline)
    waist = body.skeleton.spine[len(body.skeleton.spine) // 2]
    below = half_plane(waist[:2], -body.skeleton.pelvis.up[:2], _HEM_ROOM * 2)
    return biggest(both.union(smooth(both, 1.8, 0.3, 0.8).intersection(below)))
