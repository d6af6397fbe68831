"""Head coverings: a headscarf and a turban."""

from typing import Final

from shapely.geometry import Polygon

from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.heads.outlines import Course, HeadView
from handoutgen.drawing.outline.shapes import biggest, ellipse, hand_set, hand_set_line

_SCARF_SIDE: Final[Course] = [
    (4.0, 6.2), (2.6, 5.0), (1.9, 2.4), (2.1, -1.4), (2.6, -4.2), (3.6, -5.6), (3.4, -7.4), (1.6, -9.6), (-2.4, -9.8),
    (-5.6, -8.2), (-6.0, -4.2), (-5.7, -1.0), (-6.6, 3.2), (-5.4, 7.0), (-1.2, 8.9), (2.4, 8.1),
]  # fmt: skip
_SCARF_THREE_QUARTER: Final[Course] = [
    (-0.4, 9), (3.0, 8.2), (5.2, 5.6), (5.5, 2), (5.3, -2), (4.6, -5.6), (2.5, -8), (-2.6, -8), (-5.6, -5), (-6.3, 1),
    (-5.9, 5.6), (-3.2, 8.3),
]  # fmt: skip
_OPENING_THREE_QUARTER: Final[Course] = [
    (1.4, 6.3), (3.6, 5.6), (4.7, 2.8), (4.7, -0.8), (3.8, -3.8), (2.2, -5.3), (0, -4.4), (-1.3, -1.6), (-1.5, 2.4),
    (-0.5, 5.2),
]  # fmt: skip
_SCARF_FRONT: Final[Course] = [
    (0, 9), (3.8, 8), (5.7, 4.6), (5.8, 0), (5.6, -4), (5.4, -8), (0, -9.4), (-5.4, -8), (-5.6, -4), (-5.8, 0),
    (-5.7, 4.6), (-3.8, 8),
]  # fmt: skip
_OPENING_FRONT: Final = ellipse(0, 0.3, 3.7, 5.2)
_SCARF_FOLDS: Final[dict[HeadView, list[Course]]] = {
    "side": [
        [(1.9, -4.4), (-0.6, -5.6), (-4.6, -5.2)],
        [(2.4, -6.6), (-0.6, -7.9), (-4.4, -7.6)],
        [(1.0, 6.2), (-1.5, 4.2), (-3.4, 0.4)],
    ],
    "three_quarter": [[(2.2, -5.6), (-0.6, -6.2), (-3.6, -5.2)], [(-1.6, 5.0), (-3.2, 3.0), (-3.8, -0.6)]],
    "front": [[(-3.0, -4.2), (0, -6.2), (3.4, -4.6)], [(-4.4, -6.0), (-1.2, -7.6), (3.2, -7.2)]],
    "back": [[(-4.0, -4.6), (0, -3.4), (4.0, -4.6)], [(-4.4, -6.9), (0, -5.6), (4.4, -6.9)]],
}

_TURBAN: Final[dict[HeadView, Course]] = {
    "side": [
        (4.7, 4.3), (1.2, 4.0), (-1.4, 2.2), (-4.0, -0.6), (-5.8, 0.2), (-7.0, 4.2), (-6.2, 8.2), (-2.8, 10.4),
        (1.2, 10.4),
        (4.4, 8.8), (5.5, 6.4),
    ],
    "three_quarter": [
        (5.1, 4.2), (3.8, 3.9), (1.8, 4.9), (-0.6, 4.2), (-2.6, 2.0), (-4.2, 0.2), (-5.8, 1.2), (-6.9, 4.8),
        (-5.8, 8.6),
        (-2.2, 10.5), (1.8, 10.4), (5.0, 8.4), (5.8, 6.0),
    ],
    "front": [
        (-5.2, 1.6), (-3.6, 3.6), (0, 5.6), (3.6, 3.6), (5.2, 1.6), (6.4, 5.0), (5.2, 8.6), (1.8, 10.5), (-1.8, 10.5),
        (-5.2, 8.6), (-6.4, 5.0),
    ],
    "back": [
        (-5.0, 0.4), (-3.4, -1.2), (0, -1.6), (3.4, -1.2), (5.0, 0.4), (6.4, 4.6), (5.2, 8.6), (1.8, 10.4),
        (-1.8, 10.4),
        (-5.2, 8.6), (-6.4, 4.6),
    ],
}  # fmt: skip
_TURBAN_FOLDS: Final[dict[HeadView, list[Course]]] = {
    "side": [
        [(4.9, 5.2), (0.6, 5.6), (-4.6, 1.2)],
        [(5.2, 6.6), (0.6, 7.2), (-5.8, 3.6)],
        [(4.4, 8.2), (0.0, 8.9), (-5.9, 6.2)],
    ],
    "three_quarter": [
        [(4.9, 5.2), (1.9, 6.2), (-4.4, 1.8)],
        [(5.2, 6.6), (1.6, 7.7), (-5.4, 4.2)],
        [(4.2, 8.6), (0.8, 9.2), (-5.2, 6.6)],
    ],
    "front": [
        [(0, 5.6), (-2.8, 5.2), (-5.6, 3.4)],
        [(0, 5.6), (2.8, 5.2), (5.6, 3.4)],
        [(-1.2, 6.8), (2.0, 6.9), (6.0, 5.6)],
        [(1.2, 7.4), (-2.4, 7.6), (-5.8, 6.4)],
        [(-1.6, 8.8), (1.6, 8.9), (5.0, 8.0)],
    ],
    "back": [
        [(-5.6, 2.6), (0, 1.2), (5.8, 4.0)],
        [(-6.0, 5.0), (0, 3.8), (6.0, 6.4)],
        [(-5.4, 7.6), (0, 6.8), (4.6, 8.8)],
    ],
}


def covering(view: HeadView, hair: str, skull: Polygon) -> list[DrawnShape]:
    """The cloth of a headscarf or turban with its folds, and the face in its opening; nothing for other hair."""
    if hair == "scarf":
        return [*_scarf(view, skull), *_folds(_SCARF_FOLDS[view])]
    if hair == "turban":
        return [DrawnShape("cloth", hand_set(_TURBAN[view])), *_folds(_TURBAN_FOLDS[view])]
    return []


def _scarf(view: HeadView, skull: Polygon) -> list[DrawnShape]:
    if view == "side":
        return [DrawnShape("white", hand_set(_SCARF_SIDE))]
    if view == "three_quarter":
        opening = hand_set(_OPENING_THREE_QUARTER)
        return [
            DrawnShape("white", hand_set(_SCARF_THREE_QUARTER)),
            DrawnShape("skin", biggest(opening.intersection(skull))),
        ]
    whole = DrawnShape("white", hand_set(_SCARF_FRONT))
    return [whole] if view == "back" else [whole, DrawnShape("skin", _OPENING_FRONT)]


def _folds(courses: list[Course]) -> list[DrawnShape]:
    return [DrawnShape("line", hand_set_line(course)) for course in courses]
