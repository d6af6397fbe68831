"""A hand in its own axes: wrist at (0, 0), fingers along x, thumb at +y; lengths in % of stature."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from shapely.geometry import LineString, Polygon

from handoutgen.drawing.detail import Detail
from handoutgen.drawing.outline.shapes import Disc, disc, joined, lines_of, smooth, tube
from handoutgen.drawing.outline.spline import through

HandView: TypeAlias = Literal["back", "palm", "thumb", "little_finger"]
Tube: TypeAlias = list[Disc]

_DORSAL: Final[list[Tube]] = [[(-0.6, 0, 1.4), (2, 0, 2.1), (4.4, 0, 2.4)]]
_SHAPES: Final[dict[str, tuple[list[Tube], list[Tube], float, float]]] = {
    "edge": (
        [[(-0.6, 0, 1.4), (1.5, 0.05, 1.55), (4, 0.1, 1.5), (6.4, 0, 1.1), (10.0, -0.35, 0.75)]],
        [[(1.4, -0.4, 1.1), (3.8, -0.9, 0.85), (6.0, -1.0, 0.7)]],
        1.4,
        0.3,
    ),
    "flat": (
        _DORSAL,
        [
            *[
                [(4.6, y, 0.95), (6.5, y, 0.9), (x, y * 0.88, 0.72)]
                for y, x in ((-1.75, 8.2), (-0.6, 9.6), (0.55, 10.1), (1.65, 9.3))
            ],
            [(1.4, 1.3, 1.1), (3.4, 2.9, 0.95), (5.3, 3.5, 0.75)],
        ],
        1.6,
        0.2,
    ),
    "relaxed": (
        [[(-0.6, 0, 1.4), (2, 0.1, 1.8), (4.8, 0.1, 1.75)]],
        [
            [(4.4, -0.9, 1.0), (6.8, -1.5, 0.85), (8.2, -2.7, 0.7)],
            [(4.6, 0.2, 1.1), (7.2, -0.4, 0.9), (8.9, -1.7, 0.7)],
            [(1.4, 0.6, 1.1), (4.0, 0.8, 0.95), (6.0, 0.1, 0.75)],
        ],
        1.7,
        0.3,
    ),
    "grip": (
        [[(-0.6, 0, 1.4), (1.3, 0, 1.8), (2.9, 0, 2.4)]],
        [
            *[[(3.2, y, 0.82), (x, y * 1.02, 0.8)] for y, x in ((-1.95, 4.9), (-0.75, 5.6), (0.5, 5.8), (1.7, 5.5))],
            [(1.0, 1.2, 1.05), (2.6, 2.5, 0.9), (4.6, 2.75, 0.75)],
        ],
        1.15,
        0.2,
    ),
}


@dataclass(frozen=True, slots=True)
class Hold:
    """Where a held thing sits in a hand: its middle, and the direction of its length in degrees (0 along the fingers)."""

    point: tuple[float, float]
    angle: float


@dataclass(frozen=True, slots=True)
class HandShape:
    """A hand's contour, the lines on it, where it holds a thing, and what is painted again over that thing."""

    contour: Polygon
    details: tuple[Detail, ...]
    holds: Hold
    over: tuple[Detail, ...] = ()


def hand(shape: str, view: HandView | None = None) -> HandShape:
    """A right hand in a shape, seen from its usual side or from the one that is named."""
    palm, fingers, base, close = _SHAPES.get(shape, _SHAPES["relaxed"])
    tubes = [tube(_dense(finger)) for finger in fingers]
    contour = smooth(joined([*[tube(part) for part in palm], *tubes]), close, 0.12, 0.2)
    details: list[Detail] = []
    for number, finger in enumerate(tubes):
        edge = LineString(finger.boundary.coords).intersection(contour.buffer(-0.35))
        edge = edge.difference(disc(fingers[number][0][:2], base))
        for later in tubes[number + 1 :]:
            edge = edge.difference(later.buffer(0.05))
        details += [Detail("line", line) for line in lines_of(edge) if line.length > 0.7]
    return HandShape(contour, tuple(details), Hold((4.2, 0.0), 90.0))


def _dense(finger: Sequence[Disc]) -> list[Disc]:
    course = through([each[:2] for each in finger], closed=False, steps=6)
    places = np.linspace(0, len(finger) - 1, len(course))
    radii = np.interp(places, range(len(finger)), [each[2] for each in finger])
    return [(float(x), float(y), float(radius)) for (x, y), radius in zip(course, radii, strict=True)]
