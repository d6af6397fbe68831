"""How long and thick the parts of a hand are, in % of stature. Origin at the wrist, x along the middle finger, y to the
thumb's side, z out of the back of the hand."""

from typing import Final, Literal, TypeAlias

from msgspec import Struct

FingerName: TypeAlias = Literal["index", "middle", "ring", "little"]
FINGERS: Final[tuple[FingerName, ...]] = ("index", "middle", "ring", "little")
Ball: TypeAlias = tuple[float, float, float, float]
"""Middle x, y, z and radius."""

UNITS_PER_MM: Final = 10.8 / 189.0
"""A hand is 0.108 of stature (Drillis and Contini 1966, in Winter 2009, fig. 4.1) and 189 mm in men (ANSUR 1988)."""


class FingerMeasure(Struct, frozen=True):
    """A finger: its knuckle, its three bones from there on, and radii at the knuckle, the two joints and the tip."""

    knuckle: tuple[float, float, float]
    bones: tuple[float, float, float]
    radii: tuple[float, float, float, float]


_PULP: Final = 3.9
"""Soft part beyond the last bone in mm (Buryanov and Kotiuk 2010)."""


def _finger(
    knuckle: tuple[float, float, float], bones: tuple[float, float, float], radii: tuple[float, float, float, float]
) -> FingerMeasure:
    first, second, third = (length * UNITS_PER_MM for length in (bones[0], bones[1], bones[2] + _PULP))
    return FingerMeasure(knuckle, (first, second, third - radii[3]), radii)


FINGER_MEASURES: Final[dict[FingerName, FingerMeasure]] = {
    "index": _finger((5.2, 1.62, 0.0), (39.78, 22.38, 15.82), (0.62, 0.55, 0.49, 0.41)),
    "middle": _finger((5.35, 0.48, 0.12), (44.63, 26.33, 17.40), (0.62, 0.56, 0.50, 0.42)),
    "ring": _finger((5.05, -0.62, 0.05), (41.37, 25.65, 17.30), (0.60, 0.53, 0.47, 0.40)),
    "little": _finger((4.6, -1.62, -0.15), (32.57, 18.11, 15.96), (0.55, 0.46, 0.42, 0.36)),
}
"""Bones: Buryanov and Kotiuk, Proportions of hand segments, Int. J. Morphol. 28(3), 2010; thickness set by eye."""
THUMB_BASE: Final = (1.15, 1.15, -0.75)
THUMB_BONES: Final = (46.22 * UNITS_PER_MM, 31.57 * UNITS_PER_MM, (21.67 + 5.67) * UNITS_PER_MM - 0.46)
THUMB_RADII: Final = (0.95, 0.70, 0.60, 0.46)

PALM_ROOTS: Final = ((0.35, 0.85), (0.3, 0.25), (0.3, -0.3), (0.4, -0.85))
"""Where the rays of the four fingers begin at the wrist: x and y."""
PALM_RADII: Final = (0.92, 0.68)
"""At the wrist and at the knuckles."""
HEEL: Final[tuple[Ball, ...]] = ((0.7, -0.9, -0.35, 0.85), (2.4, -1.55, -0.45, 0.86), (3.9, -1.65, -0.3, 0.75))
"""The pad on the little finger's side of the palm."""
FOREARM: Final[tuple[tuple[float, float, float], ...]] = (
    (0.0, 0.72, 0.95),
    (2.0, 0.72, 1.0),
    (5.0, 0.8, 1.25),
    (9.0, 0.9, 1.6),
    (14.6, 0.7, 1.85),
)
"""From the wrist backwards: distance, half distance of the two bones, radius. Girths as the figure's forearm."""
