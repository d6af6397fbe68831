"""How thick a body is: radii along its limbs and half widths and depths along its trunk, in per cent of stature.

The figures began as usual adult girths divided by 2 pi and were then set by eye against drawings of people.
"""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

import numpy as np
from msgspec import Struct

Bone: TypeAlias = Literal["thigh", "shin", "upper_arm", "forearm"]

GirthRow: TypeAlias = tuple[float, ...]

LIMB_GIRTHS: Final[dict[Bone, tuple[GirthRow, ...]]] = {
    "thigh": ((0, 5.4, 0), (0.2, 5.2, 0.3), (0.45, 4.75, 0.5), (0.7, 4.0, 0.4), (0.9, 3.4, 0.25), (1, 3.25, 0.2)),
    "shin": (
        (0, 3.25, 0.2), (0.1, 3.15, -0.1), (0.28, 3.5, -0.95), (0.42, 3.2, -0.9), (0.62, 2.45, -0.4),
        (0.82, 1.95, -0.05), (1, 1.95, -0.1),
    ),
    "upper_arm": ((0, 3.0, 0), (0.2, 3.05, 0.05), (0.5, 2.65, 0.15), (0.8, 2.3, 0), (1, 2.15, 0)),
    "forearm": ((0, 2.15, 0), (0.25, 2.4, 0.1), (0.55, 1.95, 0), (0.85, 1.5, 0), (1, 1.45, 0)),
}  # fmt: skip
"""Along each bone: place from 0 to 1, radius, and how far the middle lies in front of the bone."""

TRUNK_GIRTHS: Final[tuple[GirthRow, ...]] = (
    (-0.17, 7.2, 5.2, -0.8), (-0.05, 9.3, 6.9, -1.1), (0.08, 9.5, 7.1, -0.9), (0.25, 8.8, 6.4, -0.1),
    (0.42, 8.0, 5.9, 0.25), (0.62, 8.7, 6.4, 0.15), (0.78, 9.6, 6.7, 0.0), (0.9, 9.4, 5.6, -0.5), (1.0, 5.4, 3.9, -0.9),
)  # fmt: skip
"""Along the spine (0 at the hips, 1 at the neck): place, half width, half depth, how far the middle lies in front."""


class Build(Struct, frozen=True):
    """How one body differs from another: factors on limbs and depth of the trunk, and lengths in % of stature."""

    limb: float = 1.0
    depth: float = 1.0
    belly: float = 0.0
    bust: float = 0.0


BUILDS: Final[dict[str, Build]] = {
    "man": Build(),
    "woman": Build(limb=0.93, bust=0.7),
    "older_man": Build(limb=0.9, belly=1.3),
    "older_woman": Build(limb=0.9, bust=0.6, belly=0.9),
    "heavy": Build(limb=1.14, depth=1.12, belly=2.2),
}


def along(table: Sequence[GirthRow], place: float) -> list[float]:
    """The columns of a table at a place between its rows: a cubic through them, so that outlines have no kinks."""
    places = [row[0] for row in table]
    place = min(max(place, places[0]), places[-1])
    first = min(max(int(np.searchsorted(places, place)) - 1, 0), len(places) - 2)
    step = places[first + 1] - places[first]
    t = (place - places[first]) / step
    before, after = _slopes(table, first), _slopes(table, first + 1)
    return [
        (2 * t**3 - 3 * t * t + 1) * table[first][column]
        + (t**3 - 2 * t * t + t) * step * before[column]
        + (3 * t * t - 2 * t**3) * table[first + 1][column]
        + (t**3 - t * t) * step * after[column]
        for column in range(1, len(table[0]))
    ]


def _slopes(table: Sequence[GirthRow], row: int) -> list[float]:
    """The slope of each column at a row; 0 at both ends."""
    if row in (0, len(table) - 1):
        return [0.0] * len(table[0])
    before, after = table[row - 1], table[row + 1]
    return [(second - first) / (after[0] - before[0]) for first, second in zip(before, after, strict=True)]
