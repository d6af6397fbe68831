"""A figure before it is drawn: its skeleton, colours, and the shapes that several layers need."""

import math

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from shapely import affinity
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.figure.girth import BUILDS, Build
from handoutgen.drawing.figure.trunk import neck_outline, shoulder_discs, trunk_outline
from handoutgen.drawing.outline.shapes import biggest, disc, half_plane, hull, smooth
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.skeleton.body import Skeleton
from handoutgen.drawing.style import FigureColours

_HEM = -0.06
"""Where a shirt ends on the spine, when the pose does not say."""
_SHIRT_EASE = 0.55
_FRONTAL = 0.4
"""A chest that faces the viewer, or away, by more than this is drawn from the front or the back."""
_THIGH_TO_VIEWER = 0.45
_COLLAR_TURN = math.radians(20)
_SHADE = (0.91, 0.85, 0.79)
"""What is left of red, green and blue on the far side: a warm shade."""
_DEEP_HIP = 105
"""A near hip bent by more degrees lies before the shirt."""


class Dressed(Struct, frozen=True):
    """One figure, ready to be drawn with a pen."""

    pen: Pen
    figure: PosedFigure
    skeleton: Skeleton
    palette: FigureColours
    build: Build
    neck: Polygon
    shirt: Polygon

    @property
    def frontal(self) -> bool:
        """Whether the chest is seen from the front or the back."""
        return abs(float(self.skeleton.chest.forward[2])) > _FRONTAL

    @property
    def deep(self) -> bool:
        """Whether a thigh is drawn up so far, or points to the viewer so much, that it lies before the shirt."""
        legs, near = self.skeleton.legs, self.skeleton.near
        if self.frontal:
            return any(float(leg.upper[2]) > _THIGH_TO_VIEWER for leg in legs.values())
        return legs[near].hip_flexion > _DEEP_HIP

    @property
    def bare_legs(self) -> bool:
        """Whether no cloth lies close round the legs: a skirt or a dress hangs over them."""
        return self.figure.bottom == "skirt" or self.figure.top == "dress"


def in_shade(body: Dressed) -> Dressed:
    """The same figure with darker skin, for limbs on its far side: near and far ones part."""
    channels = (int(body.palette.skin[i : i + 2], 16) for i in (1, 3, 5))
    shaded = "#" + "".join(f"{round(value * share):02x}" for value, share in zip(channels, _SHADE, strict=True))
    return replace(body, palette=replace(body.palette, skin=shaded))


def dressed(pen: Pen, figure: PosedFigure, skeleton: Skeleton, palette: FigureColours) -> Dressed:
    """The figure with its neck and its shirt cut."""
    build = BUILDS[figure.body]
    neck = neck_outline(skeleton, build)
    frontal = abs(float(skeleton.chest.forward[2])) > _FRONTAL
    return Dressed(pen, figure, skeleton, palette, build, neck, _shirt(figure, skeleton, build, frontal))


def _shirt(figure: PosedFigure, skeleton: Skeleton, build: Build, frontal: bool) -> Polygon:
    hem = _HEM if figure.hem is None else figure.hem
    parts: list[BaseGeometry] = [trunk_outline(skeleton, build, hem, 1.0, _SHIRT_EASE), *shoulder_discs(skeleton, 3.3)]
    if frontal:
        root = skeleton.neck_base[:2] - skeleton.chest.up[:2] * 0.8
        parts += [hull(disc(root, 3.0), shoulder) for shoulder in shoulder_discs(skeleton, 2.6)]
    return biggest(smooth(unary_union(parts), 1.6, 0.6, 1.1).difference(_collar(skeleton, frontal)))


def _collar(skeleton: Skeleton, frontal: bool) -> BaseGeometry:
    """What the neck opening takes away from the shirt."""
    root = skeleton.neck_base[:2]
    up = unit((skeleton.head - skeleton.neck_base)[:2])
    if frontal and skeleton.chest.forward[2] > 0:
        return affinity.translate(affinity.scale(Point(0, 0).buffer(1), 3.9, 3.6), *(root + up * 2.2))
    if frontal:
        return affinity.scale(disc(root + up * 3.2, 3.6), 1, 0.8)
    forward = unit(skeleton.frames[-1].forward[:2])
    up = _upright(up, unit(skeleton.frames[-1].up[:2]))
    edge = up * math.cos(0.42) + forward * math.sin(0.42)
    return half_plane(root + up * 0.6 + forward * 0.5, edge, 14)


def _upright(neck: Array, chest: Array) -> Array:
    """The neck's direction on the page as a collar follows it: no more than so far away from the chest's."""
    turn = math.atan2(chest[0] * neck[1] - chest[1] * neck[0], float(chest @ neck))
    turn = min(max(turn, -_COLLAR_TURN), _COLLAR_TURN)
    cosine, sine = math.cos(turn), math.sin(turn)
    return vector(chest[0] * cosine - chest[1] * sine, chest[0] * sine + chest[1] * cosine)


def flat_length(direction: Array) -> float:
    """How much of a direction shows on the page."""
    return float(np.hypot(*direction[:2]))
