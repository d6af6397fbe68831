"""Bare legs seen straight from the front or from behind, set by hand: outlines, feet, lines on the skin, and calves.

Along a leg 0 is the hip, 1 the knee and 2 the ankle; across it the outer side of the leg is positive. Lengths are in
per cent of stature, for a build whose limbs are as in the table of girths.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from shapely.geometry import Polygon
from shapely.ops import unary_union

from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.figure.girth import Build
from handoutgen.drawing.heads.outlines import Course
from handoutgen.drawing.outline.shapes import biggest, hand_set_line, smooth
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton.limbs import Limb

_OUTER: Final = (
    (-0.15, 3.4), (0.0, 4.25), (0.2, 4.6), (0.45, 4.3), (0.7, 3.55), (0.9, 2.95), (1.0, 2.9), (1.1, 3.0), (1.3, 3.3),
    (1.5, 2.95), (1.7, 2.25), (1.88, 1.72), (2.0, 1.72),
)  # fmt: skip
_INNER: Final = (
    (2.0, -1.72), (1.88, -1.6), (1.7, -1.95), (1.5, -2.95), (1.33, -3.3), (1.15, -2.75), (1.0, -2.75), (0.9, -2.7),
    (0.7, -3.1), (0.45, -4.0), (0.2, -4.9), (0.0, -5.2), (-0.15, -4.6),
)  # fmt: skip
"""Down the outer side and up the inner one; the outer calf swells higher than the inner one, as calves do."""
_EASE: Final = 1.1
"""How much wider than the thigh the hem of shorts is, on each side."""
_FOOT_FRONT: Final = (
    (-1.7, 1.6), (-1.95, 0.2), (-2.2, -1.2), (-2.6, -3.0), (-2.5, -4.1), (-1.2, -4.4), (1.2, -4.4), (3.0, -4.1),
    (3.2, -3.2), (2.6, -1.3), (2.05, 0.2), (1.7, 1.6),
)  # fmt: skip
_FOOT_BACK: Final = (
    (-1.6, 1.6), (-1.75, 0.2), (-1.6, -1.2), (-1.85, -2.8), (-1.7, -4.1), (-0.8, -4.4), (0.9, -4.4), (1.9, -4.2),
    (3.1, -4.25), (3.3, -3.7), (2.5, -3.0), (1.85, -2.0), (1.7, -0.9), (1.85, 0.2), (1.7, 1.6),
)  # fmt: skip
"""From the ankle, which is 0, 0; outwards is positive. From behind the heel is seen, and the toes point outwards."""
_FRONT_LINES: Final[tuple[Course, ...]] = (
    [(0.955, -1.5), (0.985, -1.75), (1.03, -1.3)],
    [(0.955, 1.5), (0.985, 1.75), (1.03, 1.3)],
    [(1.03, -0.7), (1.045, 0.0), (1.03, 0.7)],
)
_BACK_LINES: Final[tuple[Course, ...]] = (
    [(0.99, -1.9), (1.012, -0.4), (0.995, 1.2)],
    [(1.76, -0.75), (1.86, -0.62), (1.96, -0.7)],
    [(1.76, 0.75), (1.86, 0.62), (1.96, 0.7)],
)
"""The kneecap; or the crease of the knee and the tendon over the heel."""
_TOES: Final[tuple[Course, ...]] = tuple(
    [(x, -3.15), (x * 1.04, -3.75), (x * 1.06, -4.2)] for x in (-1.0, 0.1, 1.1, 2.0)
)
_HEADS: Final = (
    ((1.06, -1.0), (1.12, -0.4), (1.3, -0.12), (1.47, -0.3), (1.6, -1.15), (1.5, -2.2), (1.34, -2.65), (1.16, -2.1)),
    ((1.05, 1.1), (1.12, 0.45), (1.3, 0.12), (1.43, 0.3), (1.53, 1.15), (1.43, 2.15), (1.27, 2.6), (1.13, 2.1)),
)  # fmt: skip
"""Both heads of the calf muscle, of which the inner one reaches lower."""


class StraightLeg(NamedTuple):
    """One leg on the page: its hip, knee and ankle, which way is outwards (1 right, -1 left), and its girth."""

    hip: Array
    knee: Array
    ankle: Array
    out: float
    girth: float

    def at(self, place: float, across: float) -> Array:
        """A point of the leg on the page."""
        first, last = (self.hip, self.knee) if place <= 1 else (self.knee, self.ankle)
        middle = first + (last - first) * (place if place <= 1 else place - 1)
        point: Array = middle + np.array([self.out * across * self.girth, 0.0])
        return point

    def on_foot(self, x: float, y: float) -> Array:
        """A point beside the ankle; feet stand flat, and are as large in every build."""
        point: Array = self.ankle + np.array([self.out * x, y])
        return point


def straight_leg(limb: Limb, build: Build) -> StraightLeg:
    """The leg of a skeleton that stands upright, seen from the front or from behind."""
    hip, knee, ankle = (point[:2] for point in (limb.root, limb.joint, limb.end))
    return StraightLeg(hip, knee, ankle, 1.0 if hip[0] > 0 else -1.0, build.limb)


def leg_outline(leg: StraightLeg, *, front: bool) -> Polygon:
    """The whole leg with its foot."""
    course = [leg.at(place, across) for place, across in (*_OUTER, *_INNER)]
    foot = [leg.on_foot(x, y) for x, y in (_FOOT_FRONT if front else _FOOT_BACK)]
    shapes = [Polygon(through(points)).buffer(0) for points in (course, foot)]
    return smooth(unary_union(shapes), 0.3, 0.15, 0.3)


def shorts_leg(leg: StraightLeg, hem: float) -> Polygon:
    """The leg of a pair of shorts, wider than the thigh in it, down to a height on the page."""
    share = float((leg.hip[1] - hem) / (leg.hip[1] - leg.knee[1]))
    down = np.linspace(0.0, share, 9)
    sides = [[leg.at(t, _across(course, t) + way * _EASE * t / share) for t in down]
             for course, way in ((_OUTER, 1), (_INNER[::-1], -1))]  # fmt: skip
    return biggest(Polygon([*sides[0], *sides[1][::-1]]).buffer(0))


def _across(course: Sequence[tuple[float, float]], place: float) -> float:
    return float(np.interp(place, [row[0] for row in course], [row[1] for row in course]))


def leg_lines(leg: StraightLeg, *, front: bool) -> list[DrawnShape]:
    """Kneecap and toes, or the crease of the knee and the tendon over the heel."""
    courses = [[leg.at(*point) for point in course] for course in (_FRONT_LINES if front else _BACK_LINES)]
    lines = [DrawnShape("fine", hand_set_line(course)) for course in courses]
    toes = [[leg.on_foot(*point) for point in course] for course in (_TOES if front else ())]
    return [*lines, *(DrawnShape("line", hand_set_line(course)) for course in toes)]


def calf_heads(leg: StraightLeg) -> tuple[Polygon, ...]:
    """The two heads of the calf muscle, seen from behind: the inner and the outer one."""
    return tuple(biggest(Polygon(through([leg.at(*point) for point in head])).buffer(0)) for head in _HEADS)
