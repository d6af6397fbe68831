"""How the joints stand in each shape of the hand, in degrees."""

from typing import Final, TypeAlias

from msgspec import Struct

FingerBends: TypeAlias = tuple[float, float, float]
"""A finger's three joints from the knuckle on, + into the palm."""


class ThumbPosture(Struct, frozen=True):
    """``spread`` away from the index in the plane of the palm, ``across`` out of it in front of the palm, ``roll`` how
    far the pad is turned about the thumb's length (0 faces the little finger's side; below 0 it turns to the fingers,
    as when the thumb stands opposite to them), and the bends of its two outer joints."""

    spread: float = 38
    across: float = 20
    roll: float = 0
    bends: tuple[float, float] = (8, 8)


class Grasp(Struct, frozen=True):
    """Where a held thing lies in the hand, and along which direction: x to the fingers, y to the thumb, z out of the
    back of the hand."""

    spot: tuple[float, float, float]
    along: tuple[float, float, float]


ACROSS_THE_PALM: Final = Grasp((4.4, 0.1, -1.55), (0.12, 1.0, 0.0))
UNDER_INDEX: Final = Grasp((6.9, 1.25, -3.5), (0.1, 0.0, -1.0))
BETWEEN_TIPS: Final = Grasp((6.5, 1.25, -3.5), (1.0, 0.0, -0.3))


class HandPosture(Struct, frozen=True):
    """All joints of a hand. ``fan`` spreads the fingers; the view it is drawn in if none is asked for is ``turn``
    degrees about the hand's length (0 the back, 90 the thumb's edge, 180 the palm)."""

    index: FingerBends
    middle: FingerBends
    ring: FingerBends
    little: FingerBends
    thumb: ThumbPosture = ThumbPosture()
    fan: float = 0.0
    turn: float = 0.0
    grasp: Grasp = ACROSS_THE_PALM


def _all(bends: FingerBends, thumb: ThumbPosture | None = None, fan: float = 0.0, turn: float = 0.0) -> HandPosture:
    return HandPosture(bends, bends, bends, bends, thumb or ThumbPosture(), fan, turn)


_FIST: Final[FingerBends] = (80, 102, 68)
_FIST_THUMB: Final = ThumbPosture(30, 58, -60, (55, 40))

_OPEN_FINGER: Final[FingerBends] = (14, 18, 10)
_TOUCH: Final = (_OPEN_FINGER,) * 4

POSTURES: Final[dict[str, HandPosture]] = {
    "flat": _all((2, 2, 2), ThumbPosture(36, 12, 0, (5, 5)), 4),
    "edge": _all((4, 4, 4), ThumbPosture(16, 24, 0, (10, 10)), 0, 90),
    "open": _all((0, 0, 0), ThumbPosture(52, 10, 0, (0, 0)), 11),
    "relaxed": HandPosture(
        (22, 25, 12), (28, 30, 15), (32, 34, 16), (34, 34, 16), ThumbPosture(26, 30, -10, (15, 18)), 2, 90
    ),
    "rest": HandPosture(
        (10, 16, 9), (12, 18, 10), (13, 19, 10), (14, 19, 10), ThumbPosture(16, 22, -5, (12, 12)), 2, 90
    ),
    "fist": _all(_FIST, _FIST_THUMB),
    "half_fist": _all((30, 80, 55), ThumbPosture(30, 28, -10, (20, 25))),
    "hook": _all((5, 90, 62), ThumbPosture(40, 12, 0, (5, 5))),
    "tabletop": _all((85, 4, 2), ThumbPosture(36, 20, 0, (5, 5))),
    "grip": _all((66, 76, 40), ThumbPosture(39, 45, -40, (50, 38))),
    "cup": HandPosture(
        (38, 42, 26), (40, 44, 28), (42, 46, 28), (44, 46, 28), ThumbPosture(30, 50, -45, (15, 20)), 3, 90
    ),
    "ball": HandPosture((42, 46, 26), (44, 46, 28), (44, 46, 28), (44, 46, 28), ThumbPosture(28, 54, -50, (15, 25)), 7),
    "point": HandPosture((4, 4, 2), (72, 88, 50), (78, 90, 52), (80, 90, 52), ThumbPosture(26, 50, -40, (40, 40)), 0),
    "thumb_index": HandPosture((56, 37, 21), *_TOUCH[1:], ThumbPosture(19, 49, -67, (18, 18)), 4, 135),
    "thumb_middle": HandPosture(_OPEN_FINGER, (44, 63, 35), *_TOUCH[2:], ThumbPosture(18, 27, -2, (26, 13)), 4, 135),
    "thumb_ring": HandPosture(*_TOUCH[:2], (52, 46, 25), _OPEN_FINGER, ThumbPosture(6, 39, -14, (30, 3)), 4, 135),
    "thumb_little": HandPosture(*_TOUCH[:3], (40, 49, 27), ThumbPosture(0, 29, -4, (45, -5)), 4, 135),
    "pinch": HandPosture(
        (56, 37, 21), (62, 44, 26), (70, 66, 38), (74, 66, 38), ThumbPosture(19, 49, -67, (18, 18)), 0, 90, BETWEEN_TIPS
    ),
    "press": HandPosture(
        (20, 46, 46), (54, 66, 38), (60, 70, 40), (64, 70, 40), ThumbPosture(10, 80, -60, (2, 0)), 0, 90, UNDER_INDEX
    ),
    "stick": _all((70, 74, 38), ThumbPosture(36, 42, -35, (45, 30))),
    "rail": _all((60, 64, 34), ThumbPosture(38, 44, -35, (35, 25))),
    "hold": _all((44, 50, 28), ThumbPosture(34, 48, -45, (30, 20)), 2, 90),
    "pen": HandPosture(
        (50, 44, 16), (58, 56, 26), (66, 66, 36), (70, 66, 36), ThumbPosture(20, 46, -60, (26, 22)), 0, 90, BETWEEN_TIPS
    ),
    "phone": HandPosture(
        (28, 36, 22), (34, 38, 22), (38, 42, 24), (42, 44, 24), ThumbPosture(40, 40, -30, (10, 15)), 2, 135
    ),
    "thumb_up": _all(_FIST, ThumbPosture(72, 5, 0, (-4, -12)), 0, 90),
}
