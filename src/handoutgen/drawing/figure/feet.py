"""Feet and shoes: set by hand from the side, in their own axes (ankle at 0, 0, toes along x, sole at y = -4.3)."""

import math
from typing import Final

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.ops import unary_union

from handoutgen.drawing.outline.shapes import biggest, hand_set, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.skeleton.limbs import Leg

_SHOE: Final = (
    (-2.7, 1.7), (-3.5, 0.2), (-4.2, -2.0), (-4.2, -3.4), (2, -3.4), (10.6, -3.4), (11.2, -2.7), (10.3, -1.7),
    (8.2, -1.1), (5.4, -0.1), (3.6, 1.3), (2.5, 2.3), (0, 1.8),
)  # fmt: skip
_SHOE_CORNERS: Final = (0, 3, 11)
_SHOE_SOLE: Final = (
    (-4.3, -3.3), (-4.45, -3.9), (-4.1, -4.35), (3, -4.35), (10.4, -4.35), (11.5, -3.9), (11.3, -3.0), (10.4, -3.3),
    (3, -3.3),
)  # fmt: skip
_SOLE_CORNERS: Final = (0, 6)
_BARE: Final = (
    (-2.0, 2.5), (-2.4, 0.4), (-3.6, -1.4), (-3.9, -3.0), (-3.0, -4.15), (-1.0, -4.3), (1.6, -4.0), (4.2, -3.75),
    (6.4, -4.2), (9.6, -4.3), (10.9, -3.9), (11.0, -3.1), (9.9, -2.6), (7.8, -1.9), (5.2, -0.5), (3.0, 1.1), (2.0, 2.6),
)  # fmt: skip
_BARE_CORNERS: Final = (0, 16)
_END_ON: Final = (
    (-2.1, 2.2), (-2.5, -0.6), (-3.2, -3.0), (-3.1, -4.3), (3.1, -4.3), (3.2, -3.0), (2.5, -0.6), (2.1, 2.2),
)  # fmt: skip
LACES: Final = (((3.0, 0.9), (4.5, 1.5)), ((4.4, -0.1), (5.9, 0.5)))
"""Two laces of a shoe seen from the side."""
TOE_LINE: Final = ((9.0, -3.2), (9.6, -3.5), (10.6, -3.35))
"""The line under the big toe of a bare foot."""

_BALL = (6.8, -3.6)
"""Where the toes bend."""
_BEND_FROM, _BEND_OVER = 5.8, 2.0
_HALF_WIDTH = 2.3
_FROM_THE_SIDE = 0.12
"""Up to this part of its width that shows, a foot is drawn from the side."""
_NO_SOLE = 0.5
_END_ON_BELOW = 0.5
"""A foot whose length shows by less than this is drawn from its end."""


def across_foot(limb: Leg) -> Array:
    """The direction across the foot, towards the viewer."""
    side = np.cross(limb.foot_forward, limb.foot_up)
    return side if side[2] > 0 else -side


def on_foot(limb: Leg, x: float, y: float) -> Array:
    """A point of the foot's own axes on the page."""
    point: Array = (limb.end + limb.foot_forward * x + limb.foot_up * y)[:2]
    return point


def is_end_on(limb: Leg) -> bool:
    """Whether the foot points so much to or from the viewer that its front or heel is drawn."""
    return float(np.hypot(*limb.foot_forward[:2])) < _END_ON_BELOW


def foot_outline(limb: Leg, kind: str) -> Polygon:
    """The outline of a foot, or of the shoe on it, from the side that is seen."""
    return end_on_foot(limb) if is_end_on(limb) else side_foot(limb, kind, limb.spec.toes)[0]


def side_foot(limb: Leg, kind: str, toes: float) -> tuple[Polygon, Polygon | None]:
    """The foot's outline and the sole of its shoe, if one shows; ``toes`` bends its front up, in degrees."""
    outline, corners = (_SHOE, _SHOE_CORNERS) if kind == "shoe" else (_BARE, _BARE_CORNERS)
    whole = _placed(limb, _with_bent_toes(through(outline, sharp=corners), toes))
    broad = float(np.hypot(*across_foot(limb)[:2]))
    if broad > _FROM_THE_SIDE:
        whole = smooth(whole, 0.6, 0.3, 0.3)
    if kind != "shoe" or broad > _NO_SOLE:
        return whole, None
    return whole, _placed(limb, _with_bent_toes(through(_SHOE_SOLE, sharp=_SOLE_CORNERS), toes))


def _with_bent_toes(outline: Array, toes: float) -> Array:
    if not toes:
        return outline
    bent = outline.copy()
    for row, (x, y) in enumerate(outline):
        if x > _BEND_FROM:
            angle = math.radians(toes) * min(1.0, (x - _BEND_FROM) / _BEND_OVER)
            ahead, above = x - _BALL[0], y - _BALL[1]
            bent[row] = (
                _BALL[0] + ahead * math.cos(angle) - above * math.sin(angle),
                _BALL[1] + ahead * math.sin(angle) + above * math.cos(angle),
            )
    return bent


def _placed(limb: Leg, outline: Array) -> Polygon:
    """The outline on the page; a foot that is turned shows its width."""
    flat = np.array([on_foot(limb, x, y) for x, y in outline])
    across = across_foot(limb)[:2]
    if np.hypot(*across) <= _FROM_THE_SIDE:
        return biggest(Polygon(flat).buffer(0))
    slices = [Polygon(flat + across * offset).buffer(0.01) for offset in np.linspace(-_HALF_WIDTH, _HALF_WIDTH, 5)]
    return biggest(unary_union(slices))


def end_on_axes(limb: Leg) -> tuple[Array, Array]:
    """Across and up on the page, for a foot that is drawn from its end."""
    up = limb.foot_up[:2]
    return unit(across_foot(limb)[:2]), unit(up) if np.hypot(*up) > 0.3 else vector(0, 1)


def end_on_foot(limb: Leg) -> Polygon:
    """The front or the heel of a foot."""
    across, up = end_on_axes(limb)
    place = np.array([limb.end[:2] + across * x + up * y for x, y in _END_ON])
    return hand_set(place, sharp=(0, 7))


def end_on_lines(limb: Leg) -> list[LineString]:
    """Two laces and the edge of the sole of a shoe that is drawn from its front."""
    across, up = end_on_axes(limb)
    return [
        LineString([limb.end[:2] + across * sign * half + up * height for sign in (-1, 1)])
        for half, height in ((1.0, -0.2), (1.0, -1.3), (3.15, -3.3))
    ]
