"""Parts of the body without their person, as hand-set shapes: origin at the middle of a belly or the near end of a
limb, which then runs along x; lengths in % of stature."""

from collections.abc import Callable
from typing import Final

from shapely.geometry import LineString, box

from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.heads.outlines import Course
from handoutgen.drawing.outline.shapes import biggest, ellipse, hand_set, hand_set_line

_TRUNK: Final[Course] = [
    (-9.6, 14), (-9.2, 8), (-8.7, 3.5), (-8.9, 0), (-9.6, -4), (-10.2, -9), (10.2, -9), (9.6, -4), (8.9, 0), (8.7, 3.5),
    (9.2, 8), (9.6, 14),
]  # fmt: skip
_SHIRT_UP: Final[Course] = [
    (-10.3, 14), (-10.2, 8.5), (-10.0, 4.6), (-6, 5.1), (-2, 4.4), (2.5, 5.0), (6.4, 4.5), (10.0, 4.9), (10.2, 8.5),
    (10.3, 14),
]  # fmt: skip
_WAISTBAND: Final[Course] = [(-10.3, -4.8), (-5, -5.6), (0, -5.9), (5, -5.6), (10.3, -4.8), (11, -9), (-11, -9)]
_THIGH: Final[Course] = [
    (0, 5.4),
    (8, 5.0),
    (16, 4.1),
    (22, 3.4),
    (25, 3.3),
    (25, -3.2),
    (20, -3.7),
    (12, -4.6),
    (0, -5.3),
]
_SHORTS: Final[Course] = [(-1, 6.0), (5, 5.8), (9.2, 5.5), (9.9, 0), (9.0, -5.4), (4, -5.8), (-1, -6.0)]


def body_part(name: str) -> list[DrawnShape]:
    """The shapes of a part of the body, back to front."""
    return _PARTS[name]()


def _belly() -> list[DrawnShape]:
    frame = box(-12, -8.6, 12, 13.5)
    return [
        DrawnShape("skin", biggest(hand_set(_TRUNK, (0, 5, 6, 11)).intersection(frame))),
        DrawnShape("fine", hand_set_line([(-0.35, 0.5), (0, -0.35), (0.4, 0.5)])),
        DrawnShape("cloth", biggest(hand_set(_WAISTBAND, (0, 4, 5, 6)).intersection(frame))),
        DrawnShape("cloth", biggest(hand_set(_SHIRT_UP, (0, 2, 7, 9)).intersection(frame))),
        *[DrawnShape("fine", hand_set_line(course)) for course in _SHIRT_FOLDS],
    ]


_SHIRT_FOLDS: Final[tuple[Course, ...]] = (
    [(-6.4, 6.2), (-5.4, 7.4), (-5.6, 9.2)], [(0.4, 5.8), (0.0, 7.6), (0.6, 9.6)], [(6.0, 6.0), (5.4, 7.6), (5.8, 9.0)],
)  # fmt: skip


def _thigh() -> list[DrawnShape]:
    frame = box(0, -10, 24, 10)
    return [
        DrawnShape("skin", biggest(hand_set(_THIGH, (0, 4, 5, 8)).intersection(frame))),
        DrawnShape("cloth", biggest(hand_set(_SHORTS, (0, 2, 4, 6)).intersection(frame))),
    ]


def _upper_arm() -> list[DrawnShape]:
    skin = hand_set(
        [(0, 3.1), (7, 2.8), (13, 2.4), (18, 2.2), (18, -2.2), (13, -2.4), (7, -2.9), (0, -3.1)], (0, 3, 4, 7)
    )
    sleeve = hand_set([(-1, 3.8), (4, 3.8), (6.4, 3.6), (6.8, 0), (6.2, -3.7), (3, -3.8), (-1, -3.8)], (0, 2, 4, 6))
    return [DrawnShape("skin", skin), DrawnShape("cloth", sleeve)]


def _sole() -> list[DrawnShape]:
    """A foot from below: heel at the origin, toes along x, big toe at +y."""
    sole = hand_set([
        (-1.9, 0), (-1.4, 1.75), (0.6, 2.1), (3.0, 1.65), (5.6, 1.6), (8.2, 2.45), (9.9, 2.6), (10.9, 1.6), (10.7, 0),
        (10.0, -1.6), (8.6, -2.75), (6.2, -2.75), (3.4, -2.3), (0.6, -2.1), (-1.4, -1.75),
    ])  # fmt: skip
    toes = [
        (12.2, 1.95, 1.35, 1.0, 0),
        (12.05, 0.3, 0.95, 0.62, -4),
        (11.5, -0.85, 0.85, 0.56, -10),
        (10.75, -1.85, 0.78, 0.52, -16),
        (9.8, -2.65, 0.7, 0.5, -24),
    ]
    return [
        *[DrawnShape("skin", ellipse(*toe)) for toe in reversed(toes)],
        DrawnShape("skin", sole),
        *[DrawnShape("fine", hand_set_line(course)) for course in _SOLE_LINES],
    ]


_SOLE_LINES: Final[tuple[Course, ...]] = (
    [(8.3, 2.0), (7.7, 0.2), (7.4, -2.0)], [(5.4, 0.9), (3.4, 0.6), (2.2, 0.9)],
)  # fmt: skip


def _foot() -> list[DrawnShape]:
    """A foot from the big toe's side: ankle at the origin, toes along x."""
    foot = hand_set([
        (-2.2, 9), (-2.0, 2.5), (-2.4, 0.4), (-3.6, -1.4), (-3.9, -3.0), (-3.0, -4.15), (-1.0, -4.3), (1.6, -3.9),
        (4.2, -3.5),
        (6.4, -4.2), (9.6, -4.3), (10.9, -3.9), (11.0, -3.1), (9.9, -2.6), (7.8, -1.9), (5.2, -0.5), (3.0, 1.1),
        (2.0, 2.6),
        (2.1, 9),
    ], (0, 18))  # fmt: skip
    nail = [(10.1, -2.75), (10.8, -3.0), (10.9, -3.4)]
    return [
        DrawnShape("skin", foot),
        DrawnShape("line", hand_set_line([(8.7, -3.5), (9.3, -3.25), (10.0, -3.4)])),
        DrawnShape("fine", hand_set_line(nail)),
        DrawnShape("fine", hand_set_line([(-0.7, 0.3), (0.1, -0.4), (0.8, 0.3)])),
    ]


def _lower_leg() -> list[DrawnShape]:
    leg = hand_set(
        [(0, 3.2), (6, 3.1), (14, 2.4), (22, 1.9), (22, -1.9), (14, -2.8), (7, -4.2), (0, -3.2)], (0, 3, 4, 7)
    )
    return [DrawnShape("skin", leg)]


def _finger() -> list[DrawnShape]:
    """The end of a finger, nail up, four times its size: it fills a close-up."""
    finger = hand_set(
        [
            (-9, 1.9),
            (-3, 1.85),
            (-1.5, 1.75),
            (2.2, 1.75),
            (3.6, 1.0),
            (4.0, -0.2),
            (3.3, -1.5),
            (1.4, -2.0),
            (-3, -2.1),
            (-9, -2.1),
        ],
        (0, 9),
    )
    nail = hand_set([(0.8, 1.95), (2.6, 1.7), (3.85, 0.9), (3.6, 0.6), (2.2, 1.2), (0.8, 1.45)], (0, 2))
    return [
        DrawnShape("skin", finger),
        DrawnShape("white", nail, "detail"),
        DrawnShape("fine", LineString([(-3.2, 1.5), (-3.3, 0.6)])),
        DrawnShape("fine", LineString([(-2.5, 1.5), (-2.6, 0.8)])),
    ]


_PARTS: Final[dict[str, Callable[[], list[DrawnShape]]]] = {
    "belly": _belly,
    "thigh": _thigh,
    "upper_arm": _upper_arm,
    "bent_arm": _upper_arm,
    "sole": _sole,
    "foot": _foot,
    "lower_leg": _lower_leg,
    "finger": _finger,
}
