"""Feet and shoes in their own axes: ankle at 0, 0, 0; x to the toes, y up with the sole at -4.3, z across.

From the side an outline set by hand is drawn. From elsewhere the foot is a row of arches: each has a width, and a
height that follows the same outline.
"""

import math
from typing import Final

import numpy as np
from msgspec import Struct
from shapely.geometry import LineString, Polygon

from handoutgen.drawing.figure.girth import GirthRow, along
from handoutgen.drawing.outline.shapes import biggest, smooth, swept
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array
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
    (-2.0, 2.5), (-2.35, 0.6), (-3.2, -1.3), (-3.55, -2.9), (-2.8, -4.1), (-1.0, -4.3), (1.6, -3.9), (4.0, -3.6),
    (6.2, -4.15), (7.6, -4.3), (9.9, -4.3), (11.1, -3.95), (11.45, -3.2), (10.8, -2.5), (9.4, -2.3), (7.4, -1.5),
    (5.0, -0.2), (3.0, 1.3), (2.0, 2.6),
)  # fmt: skip
_BARE_CORNERS: Final = (0, 18)
_LACES: Final = (((3.0, 0.9), (4.5, 1.5)), ((4.4, -0.1), (5.9, 0.5)))
_TOE_LINE: Final = ((9.2, -3.2), (9.9, -3.5), (11.0, -3.35))

_SHOE_ARCHES: Final[tuple[GirthRow, ...]] = (
    (-4.4, 0.7, -2.6), (-4.0, 1.7, -1.4), (-3.2, 2.2, 0.9), (-2.4, 2.3, 1.9), (0, 2.35, 1.9), (2.4, 2.35, 2.2),
    (3.6, 2.4, 1.2), (5.4, 2.7, -0.1), (7.6, 2.9, -1.0), (9.6, 2.6, -1.5), (10.8, 1.9, -2.1), (11.4, 0.9, -2.9),
)  # fmt: skip
_BARE_ARCHES: Final[tuple[GirthRow, ...]] = (
    (-3.9, 0.7, -2.6), (-3.4, 1.6, -1.2), (-2.4, 1.9, 0.6), (-1.8, 1.95, 2.4), (1.9, 1.95, 2.4), (3.0, 2.1, 1.1),
    (5.2, 2.5, -0.5), (7.4, 2.8, -1.7), (9.4, 2.6, -2.5), (10.4, 2.1, -2.8), (11.0, 1.3, -3.3),
)  # fmt: skip
"""Along the foot: half width and height."""
_UNDER = -4.35
_SOLE_TOP = -3.35
_BALL = (6.8, -3.6)
"""Where the toes bend."""
_BEND_FROM, _BEND_OVER = 5.8, 2.0
_FROM_THE_SIDE = 0.12
"""Up to this part of its width that shows, a foot is drawn from the side."""
_SAMPLES = 26
_UPRIGHT_TO, _UPRIGHT, _ROUND = (1.0, 4.5), 0.2, 0.375
_HEEL_SEEN = -0.5
_HEEL_SEAM: Final = ((-3.2, 0.4), (-4.0, -1.4), (-4.4, -3.0))
_LEAST_BAND = 1.0
_LACE_PLACES = (3.3, 4.6, 5.9)
_LACE_HALF = 1.1
_TOE_GAPS = (-1.0, -0.1, 0.75, 1.5)


class FootDrawing(Struct, frozen=True):
    """A foot on the page: its outline, the visible edge of a shoe's sole with the band under it, and lines on top."""

    outline: Polygon
    sole: Polygon | None
    lines: tuple[LineString, ...]


def across_foot(limb: Leg) -> Array:
    """The direction across the foot, towards the viewer."""
    side = np.cross(limb.foot_forward, limb.foot_up)
    return side if side[2] > 0 else -side


def on_foot(limb: Leg, x: float, y: float, z: float = 0) -> Array:
    """A point of the foot's own axes on the page; its toes bend with the pose."""
    x, y = _bent(x, y, limb.spec.toes)
    point: Array = (limb.end + limb.foot_forward * x + limb.foot_up * y + across_foot(limb) * z)[:2]
    return point


def _bent(x: float, y: float, toes: float) -> tuple[float, float]:
    if not toes or x <= _BEND_FROM:
        return x, y
    angle = math.radians(toes) * min(1.0, (x - _BEND_FROM) / _BEND_OVER)
    ahead, above = x - _BALL[0], y - _BALL[1]
    return (
        _BALL[0] + ahead * math.cos(angle) - above * math.sin(angle),
        _BALL[1] + ahead * math.sin(angle) + above * math.cos(angle),
    )


def from_the_side(limb: Leg) -> bool:
    """Whether a foot is seen exactly from its side."""
    return float(np.hypot(*across_foot(limb)[:2])) <= _FROM_THE_SIDE


def foot_outline(limb: Leg, kind: str) -> Polygon:
    """The outline of a foot, or of the shoe on it."""
    shoe = kind == "shoe"
    if from_the_side(limb):
        outline, corners = (_SHOE, _SHOE_CORNERS) if shoe else (_BARE, _BARE_CORNERS)
        return _placed(limb, through(outline, sharp=corners))
    return _swept(limb, _SHOE_ARCHES if shoe else _BARE_ARCHES, _UNDER)


def _swept(limb: Leg, arches: tuple[GirthRow, ...], under: float) -> Polygon:
    """The outline of the row of arches above a height."""
    rings = [_arch(limb, arches, float(x), under) for x in np.linspace(arches[0][0], arches[-1][0], _SAMPLES)]
    return smooth(swept(np.array(rings)).buffer(0.02), 0.5, 0.3, 0.35)


def _placed(limb: Leg, outline: Array) -> Polygon:
    return biggest(Polygon([on_foot(limb, x, y) for x, y in outline]).buffer(0))


def _arch(limb: Leg, arches: tuple[GirthRow, ...], x: float, under: float) -> Array:
    """One arch across the foot: flat below, round above."""
    half, top = along(arches, x)
    turn = np.linspace(0, math.pi, 11)
    heights = np.maximum(under, _UNDER + (top - _UNDER) * np.sin(turn) ** (2 * _roundness(x)))
    return np.array([on_foot(limb, x, y, z) for y, z in zip(heights, half * np.cos(turn), strict=True)])


def _roundness(x: float) -> float:
    """The power of an arch: heel and ankle have upright sides, the toes are round."""
    return float(np.interp(x, _UPRIGHT_TO, (_UPRIGHT, _ROUND)))


def shoe_drawing(limb: Leg) -> FootDrawing:
    """A shoe with the part of its sole that is seen, and its laces."""
    outline = foot_outline(limb, "shoe")
    if from_the_side(limb):
        sole = _placed(limb, through(_SHOE_SOLE, sharp=_SOLE_CORNERS))
        laces = [LineString([on_foot(limb, x, y) for x, y in lace]) for lace in _LACES]
        return FootDrawing(outline, sole, tuple(laces))
    return FootDrawing(outline, _seen_sole(limb, outline), (*_laces_from_above(limb), *_heel_seam(limb)))


def _seen_sole(limb: Leg, outline: Polygon) -> Polygon | None:
    """The band of the sole that the upper does not cover."""
    band = biggest(outline.difference(_swept(limb, _SHOE_ARCHES, _SOLE_TOP)))
    return band if band.area > _LEAST_BAND else None


def _laces_from_above(limb: Leg) -> list[LineString]:
    """Laces across the instep, if that faces the viewer."""
    if float((limb.foot_up * 0.75 + limb.foot_forward * 0.65)[2]) < 0.12:
        return []
    lines = []
    for x in _LACE_PLACES[:2] if float(limb.foot_forward[2]) > 0.8 else _LACE_PLACES:
        half, top = along(_SHOE_ARCHES, x)
        reach = min(_LACE_HALF, half)
        lines.append(LineString([on_foot(limb, x, _arch_height(top, half, z), z) for z in (-reach, 0.0, reach)]))
    return lines


def _heel_seam(limb: Leg) -> list[LineString]:
    """The seam at the back of a shoe, if its heel faces the viewer."""
    if float(limb.foot_forward[2]) > _HEEL_SEEN:
        return []
    return [LineString([on_foot(limb, x, y) for x, y in _HEEL_SEAM])]


def _arch_height(top: float, half: float, z: float) -> float:
    return _UNDER + (top - _UNDER) * float(max(0.0, 1 - (z / half) ** 2) ** _ROUND)


def toe_lines(limb: Leg, *, fine: bool) -> list[LineString]:
    """The line under the big toe from the side; from the front the gaps between toes, if the drawing is ``fine``."""
    if from_the_side(limb):
        return [LineString([on_foot(limb, x, y) for x, y in through(_TOE_LINE, closed=False)])]
    if not fine or float(limb.foot_forward[2] + limb.foot_up[2]) < 0.75:
        return []
    lines = []
    for z in _TOE_GAPS:
        half, top = along(_BARE_ARCHES, 9.6)
        start = on_foot(limb, 9.4, _arch_height(top, half, z) - 0.1, z)
        lines.append(LineString([start, on_foot(limb, 11.0 - abs(z) * 0.35, -4.0, z)]))
    return lines
