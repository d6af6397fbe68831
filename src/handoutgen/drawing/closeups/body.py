"""Parts of the body without their person, as hand-set shapes: origin at the middle of a belly or the near end of a
limb, which then runs along x; lengths in % of stature."""

from collections.abc import Callable
from typing import Final

from shapely.geometry import LineString, box

from handoutgen.content.poses.closeups import BodyMap
from handoutgen.content.poses.looks import Looks
from handoutgen.drawing.bodymap.person import mapped_person
from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.heads.outlines import Course
from handoutgen.drawing.outline.shapes import biggest, ellipse, hand_set, hand_set_line, joined, lines_of, tube

_TRUNK: Final[Course] = [
    (-10.2, 13), (-9.4, 8), (-8.8, 4), (-8.9, 0.5), (-9.7, -3.5), (-10.4, -8), (-10.6, -12), (10.6, -12), (10.4, -8),
    (9.7, -3.5), (8.9, 0.5), (8.8, 4), (9.4, 8), (10.2, 13),
]  # fmt: skip
_SHIRT_UP: Final[Course] = [
    (-10.6, 13), (-10.1, 9.4), (-9.8, 6.6), (-6, 7.2), (-2, 6.5), (2.5, 7.1), (6.4, 6.6), (9.8, 6.9), (10.1, 9.4),
    (10.6, 13),
]  # fmt: skip
_WAISTBAND: Final[Course] = [
    (-10.6, -6.2),
    (-5, -7.2),
    (0, -7.5),
    (5, -7.2),
    (10.6, -6.2),
    (11.1, -9),
    (11.2, -12),
    (-11.2, -12),
    (-11.1, -9),
]
_THIGH: Final[Course] = [
    (0, 5.6), (6, 6.1), (12, 5.6), (18, 4.7), (23, 3.9), (26, 3.9), (29, 3.6), (32, 3.7), (34, 3.8),
    (34, -3.4), (31, -3.2), (28, -3.6), (25, -3.7), (21, -4.2), (15, -4.9), (8, -5.2), (0, -5.2),
]  # fmt: skip
"""From the front, hip to below the knee; the outer side at +y."""
_SHORTS: Final[Course] = [(-3, 5.9), (2, 6.4), (7.6, 6.7), (8.2, 1), (8.0, -5.25), (4, -5.25), (-3, -5.25)]
_KNEECAP: Final[Course] = [(27.0, -2.0), (28.0, 0.1), (27.0, 2.2)]


def body_part(name: str) -> list[DrawnShape]:
    """The shapes of a part of the body, back to front."""
    return _PARTS[name]()


def whole_person(looks: Looks) -> list[DrawnShape]:
    """A person from the front in the clothes of a body map, so that places on it can be marked."""
    said = {name: getattr(looks, name) for name in Looks.model_fields}
    return list(mapped_person(BodyMap(view="front", **said)).details)


def _belly() -> list[DrawnShape]:
    frame = box(-12, -11, 12, 12.5)
    return [
        DrawnShape("skin", biggest(hand_set(_TRUNK, (0, 6, 7, 13)).intersection(frame))),
        DrawnShape("fine", hand_set_line([(-0.35, 0.5), (0, -0.35), (0.4, 0.5)])),
        DrawnShape("cloth", biggest(hand_set(_WAISTBAND, (0, 4, 6, 7)).intersection(frame))),
        DrawnShape("cloth", biggest(hand_set(_SHIRT_UP, (0, 2, 7, 9)).intersection(frame))),
        *[DrawnShape("fine", hand_set_line(course)) for course in _SHIRT_FOLDS],
    ]


_SHIRT_FOLDS: Final[tuple[Course, ...]] = (
    [(-6.4, 8.2), (-5.4, 9.2), (-5.6, 10.6)], [(0.4, 7.8), (0.0, 9.4), (0.6, 11.0)], [(6.0, 8.0), (5.4, 9.4),
    (5.8, 10.6)],
)  # fmt: skip


def _thigh() -> list[DrawnShape]:
    return [
        DrawnShape("skin", hand_set(_THIGH, (0, 8, 9, 16))),
        DrawnShape("cloth", hand_set(_SHORTS, (0, 2, 4, 6))),
        DrawnShape("fine", hand_set_line(_KNEECAP)),
    ]


def _upper_arm() -> list[DrawnShape]:
    skin = hand_set(
        [(0, 3.1), (7, 2.8), (13, 2.4), (18, 2.2), (18, -2.2), (13, -2.4), (7, -2.9), (0, -3.1)], (0, 3, 4, 7)
    )
    sleeve = hand_set([(-1, 3.8), (4, 3.8), (6.4, 3.6), (6.8, 0), (6.2, -3.7), (3, -3.8), (-1, -3.8)], (0, 2, 4, 6))
    return [DrawnShape("skin", skin), DrawnShape("cloth", sleeve)]


def _sole() -> list[DrawnShape]:
    """A raised foot from below, and its leg behind it: heel at the origin, toes along x, big toe at +y."""
    sole = hand_set(_SOLE)
    toes = [ellipse(*toe) for toe in _TOES]
    rim = LineString(sole.exterior.coords).difference(joined(toes).buffer(-0.02))
    leg = tube([(1.0, 0.0, 1.55), (-2.5, 0.0, 1.6), (-7.0, 0.0, 2.5), (-9.0, 0.0, 2.9)])
    trousers = hand_set(_TROUSER_LEG, (0, 3, 4, 7))
    return [
        *[DrawnShape("skin", toe) for toe in toes],
        DrawnShape("skin", biggest(leg)),
        DrawnShape("cloth", trousers),
        *[DrawnShape("fine", hand_set_line(course)) for course in _TROUSER_FOLDS],
        DrawnShape("skin", sole, "none"),
        *[DrawnShape("line", line, "contour") for line in lines_of(rim) if line.length > _SHORT_RIM],
        *[DrawnShape("fine", hand_set_line(course)) for course in _SOLE_LINES],
    ]


_SOLE: Final[Course] = [
    (-1.9, 0), (-1.4, 1.6), (0.6, 1.95), (3.0, 1.35), (5.6, 1.25), (8.0, 2.25), (9.6, 2.5), (10.9, 2.2), (11.4, 1.2),
    (11.2, 0), (10.6, -1.2), (9.6, -2.5), (8.4, -2.95), (6.2, -2.75), (3.4, -2.35), (0.6, -2.05), (-1.4, -1.65),
]  # fmt: skip
_TROUSER_LEG: Final[Course] = [
    (-4.6, 2.75), (-8, 3.1), (-11, 3.4), (-15, 3.9), (-15, -3.9), (-11, -3.4), (-8, -3.1), (-4.6, -2.75), (-4.0, 0),
]  # fmt: skip
_TROUSER_FOLDS: Final[tuple[Course, ...]] = (
    [(-5.5, 2.85), (-4.9, 0), (-5.5, -2.85)], [(-7.0, 3.0), (-8.2, 1.6), (-8.6, 0.4)],
    [(-9.6, -3.25), (-10.8, -1.7), (-11.2, -0.4)], [(-11.8, 3.45), (-13, 2.0), (-13.4, 0.8)],
)  # fmt: skip
_TOES: Final = (
    (9.85, -2.72, 1.1, 0.5, -22), (10.95, -2.0, 1.2, 0.54, -16), (11.8, -1.02, 1.3, 0.57, -10),
    (12.35, 0.12, 1.4, 0.6, -6), (12.2, 1.6, 1.7, 0.9, -4),
)  # fmt: skip
"""From the little one to the big one: middle, half length, half width, and how it is turned."""
_SHORT_RIM: Final = 0.4
_SOLE_LINES: Final[tuple[Course, ...]] = (
    [(8.3, 1.7), (7.7, 0.2), (7.4, -2.0)], [(5.4, 0.7), (3.4, 0.5), (2.2, 0.8)],
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
