"""Hair by view: what hangs behind the head, and the cap over the skull."""

from typing import Final

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.heads.outlines import Course, HeadView
from handoutgen.drawing.outline.shapes import biggest, disc, ellipse, hand_set, hand_set_line, joined, lines_of, smooth

_WOMENS_LINE: Final[Course] = [
    (4.0, 6.1), (2.2, 5.0), (1.0, 3.6), (0.3, 2.3), (-0.9, 2.3), (-1.9, 1.4), (-2.3, -1.0), (-3.2, -1.8), (-6, -0.5),
    (-8, 4), (-5, 9), (0, 10), (4, 8.5),
]  # fmt: skip
_SHORT_LINE: Final[Course] = [
    (4.0, 6.0), (2.9, 4.9), (1.5, 4.0), (1.15, 2.3), (0.9, 0.9), (0.35, 1.0), (0.1, 2.0), (-0.7, 2.3), (-1.9, 1.6),
    (-2.1, 0.0), (-2.2, -1.5), (-4.0, -1.9), (-6, -0.5), (-8, 4), (-5, 9), (0, 10), (4, 8.5),
]  # fmt: skip
_WISPS_LINE: Final[Course] = [
    (-0.6, 5.0), (0.6, 2.9), (0.8, 1.2), (0.2, 1.2), (-0.2, 2.2), (-1.9, 1.6), (-2.2, -1.2), (-3.6, -1.8), (-7, -0.5),
    (-8, 4), (-5.6, 6.0), (-3.2, 5.6),
]  # fmt: skip
_FRINGE_LINE: Final[Course] = [
    (5.2, 4.6), (4.4, 3.9), (2.6, 4.1), (1.3, 3.4), (0.7, 2.0), (-0.6, 2.3), (-1.9, 1.4), (-2.3, -1.0), (-3.2, -1.8),
    (-6, -0.5), (-8, 4), (-5, 9), (0, 10), (4, 9), (6, 6.5),
]  # fmt: skip
_SIDE_LINES: Final = {"short": _SHORT_LINE, "grey": _SHORT_LINE, "wisps": _WISPS_LINE, "fringe": _FRINGE_LINE}

_THREE_QUARTER_LINE: Final[Course] = [
    (3.5, 6.7), (2.2, 5.9), (0.3, 5.0), (-1.3, 3.6), (-1.6, 2.0), (-2.2, 2.2), (-3.4, 1.7), (-3.8, -0.2), (-4.4, -1.0),
    (-7, 0), (-8, 5), (-4, 10), (1, 10), (3.8, 8.6),
]  # fmt: skip
_THREE_QUARTER_WISPS: Final[Course] = [
    (-2.8, 5.0), (-1.6, 3.6), (-1.6, 1.6), (-2.2, 2.2), (-3.4, 1.7), (-3.8, -0.2), (-4.4, -1.0), (-7, 0), (-8, 5),
    (-5.4, 6.4),
]  # fmt: skip
_THREE_QUARTER_FRINGE: Final[Course] = [
    (5.2, 4.0), (3.6, 3.9), (1.6, 4.2), (-0.6, 3.8), (-1.5, 2.4), (-2.2, 2.2), (-3.4, 1.7), (-3.8, -0.2), (-4.4, -1.0),
    (-7, 0), (-8, 5), (-4, 10), (1, 10), (5, 8.5),
]  # fmt: skip
_THREE_QUARTER_LINES: Final = {"wisps": _THREE_QUARTER_WISPS, "fringe": _THREE_QUARTER_FRINGE}

_FRONT_PARTED: Final[Course] = [
    (-4.6, 1.8), (-4.1, 3.6), (-3.1, 5.2), (-0.5, 5.7), (2.4, 5.4), (3.8, 4.2), (4.6, 1.8), (7, 4), (4, 10), (-4, 10),
    (-7, 4),
]  # fmt: skip
_FRONT_FRINGE: Final[Course] = [
    (-4.7, 1.4), (-4.0, 3.4), (-2.0, 4.0), (0.2, 4.1), (2.2, 4.0), (4.0, 3.4), (4.7, 1.4), (7, 4), (4, 10), (-4, 10),
    (-7, 4),
]  # fmt: skip
_FRONT_LINES: Final = {"fringe": _FRONT_FRINGE}
_BACK_LINE: Final[Course] = [
    (-4.8, 1), (-4, -1.8), (0, -2.6), (4, -1.8), (4.8, 1), (7, 5), (4, 10), (-4, 10), (-7, 5),
]  # fmt: skip
_BACK_WISPS: Final[Course] = [
    (-4.8, 1), (-4, -1.8), (0, -2.6), (4, -1.8), (4.8, 1), (6, 4.4), (3.4, 4.6), (0, 3.9), (-3.4, 4.6), (-6, 4.4),
]  # fmt: skip
_BACK_LINES: Final = {"wisps": _BACK_WISPS}

_BUNS: Final[dict[HeadView, tuple[float, float]]] = {
    "side": (-5.6, 6.2), "three_quarter": (-5.0, 7.0), "front": (0, 9.2), "back": (0, 7.6),
}  # fmt: skip
_BOB: Final[dict[str, Course]] = {
    "side": [
        (1.2, 7.6), (3.4, 6.4), (0.9, 3.5), (0.9, -0.5), (0.3, -3.0), (-2.8, -3.4), (-5.9, -2.6), (-6.9, 1.5),
        (-6.3, 5.2),
        (-4.2, 7.9), (-1.2, 8.8),
    ],
    "front": [
        (0, 8.8), (3.6, 7.8), (5.4, 4.6), (5.5, 0), (5.2, -3.2), (3.4, -3.6), (-3.4, -3.6), (-5.4, -3.2), (-5.7, 0),
        (-5.5, 4.6), (-3.6, 7.8),
    ],
}  # fmt: skip
_LONG: Final[dict[str, Course]] = {
    "side": [
        (1.2, 7.6), (3.4, 6.4), (0.9, 3.5), (0.8, -0.5), (0.4, -4.5), (-0.6, -9.4), (-3.2, -10.6), (-6.0, -9.4),
        (-6.6, -4.0), (-6.9, 1.5), (-6.3, 5.2), (-4.2, 7.9), (-1.2, 8.8),
    ],
    "front": [
        (0, 8.8), (3.6, 7.8), (5.3, 4.6), (5.5, 0), (5.9, -5.0), (5.2, -9.6), (3.4, -10.0), (-3.4, -10.0), (-5.2, -9.6),
        (-5.9, -5.0), (-5.6, 0), (-5.4, 4.6), (-3.6, 7.8),
    ],
}  # fmt: skip
_LOCS_TIPS: Final[dict[str, list[tuple[float, float]]]] = {
    "side": [(-6.6, -6.4), (-5.2, -7.4), (-3.7, -7.0), (-2.2, -7.5), (-0.9, -6.2)],
    "front": [(-5.6, -6.0), (-4.7, -7.2), (-3.6, -6.4), (3.6, -6.4), (4.7, -7.2), (5.6, -6.0)],
    "back": [
        (-5.4, -6.2),
        (-3.9, -7.2),
        (-2.3, -6.7),
        (-0.7, -7.4),
        (0.9, -6.8),
        (2.4, -7.3),
        (4.0, -6.7),
        (5.4, -6.0),
    ],
}
_AFRO: Final[dict[HeadView, tuple[float, float, float, float]]] = {
    "side": (-1.9, 4.6, 7.0, 6.3), "three_quarter": (-0.9, 5.0, 7.0, 6.0), "front": (0, 5.0, 7.0, 6.1),
    "back": (0, 4.6, 7.0, 6.6),
}  # fmt: skip
"""Middle, half width and half height."""

_MELT: Final = 0.06

BALD: Final = ("bald", "scarf", "turban")
"""No hair is seen."""
OVER_EARS: Final = ("bob", "long", "scarf", "locs", "afro")


def hair_behind(view: HeadView, hair: str) -> list[DrawnShape]:
    """What lies behind the face."""
    if hair == "bun":
        return [DrawnShape("hair", ellipse(*_BUNS[view], 2.2, 2.1))]
    if hair == "afro":
        return [DrawnShape("hair", ellipse(*_AFRO[view]))]
    if view == "back":
        return []
    kind = "side" if view == "side" else "front"
    if hair in ("bob", "fringe", "long"):
        return [DrawnShape("hair", hand_set((_LONG if hair == "long" else _BOB)[kind]))]
    return [DrawnShape("hair", _locs(kind))] if hair == "locs" else []


def hair_over(view: HeadView, hair: str, skull: Polygon) -> list[DrawnShape]:
    """The cap of hair over the skull, and what falls over the back of the head."""
    if hair in BALD:
        return []
    if hair == "wisps" and view == "front":
        return [DrawnShape("hair", _side_wisp(skull, side)) for side in (1, -1)]
    details = _joined_cap(_cap(view, hair, skull), hair, hair_behind(view, hair), skull)
    if view == "back" and hair in ("bob", "fringe", "long", "locs"):
        fall = _locs("back") if hair == "locs" else hand_set((_LONG if hair == "long" else _BOB)["front"])
        details = [DrawnShape("hair", biggest(joined([fall, _cap(view, hair, skull)])))]
    if hair == "locs":
        details += [DrawnShape("fine", hand_set_line(course)) for course in _loc_lines(view)]
    return details


def _joined_cap(cap: Polygon, hair: str, behind: list[DrawnShape], skull: Polygon) -> list[DrawnShape]:
    """The cap, with a line only where it meets the face or the paper, not where it goes over into more hair."""
    if not behind or hair == "bun":
        return [DrawnShape("hair", cap)]
    same_hair = behind[0].shape.buffer(-_MELT).difference(skull.buffer(-_MELT))
    edges = lines_of(LineString(cap.exterior.coords).difference(same_hair))
    return [
        DrawnShape("hair", cap, "none"),
        *(DrawnShape("line", edge, "contour") for edge in edges if edge.length > 0.5),
    ]


def _cap(view: HeadView, hair: str, skull: Polygon) -> Polygon:
    over = {"curly": 0.75, "afro": 0.1, "locs": 0.6}.get(hair, 0.4)
    if view == "side":
        line = _SIDE_LINES.get(hair, _SHORT_LINE if hair == "curly" else _WOMENS_LINE)
    elif view == "three_quarter":
        line = _THREE_QUARTER_LINES.get(hair, _THREE_QUARTER_LINE)
    elif view == "front":
        line = _FRONT_LINES.get(hair, _FRONT_PARTED)
    else:
        line = _BACK_LINES.get(hair, _BACK_LINE)
    cap = biggest(hand_set(line).intersection(skull.buffer(over)))
    return _curls(cap, skull) if hair == "curly" else cap


def _side_wisp(skull: Polygon, side: int) -> Polygon:
    """Hair at one temple."""
    rim = skull.buffer(0.55).difference(ellipse(0, 3.2, 4.05, 9.0))
    return smooth(rim.intersection(ellipse(side * 4.5, 2.6, 1.6, 2.7)), 0.05, 0.05, 0.12, 0.1)


def _curls(cap: Polygon, skull: Polygon) -> Polygon:
    """A cap with a wavy upper edge."""
    bumps: list[BaseGeometry] = [cap]
    edge = cap.exterior
    count = max(8, int(edge.length / 1.5))
    for number in range(count):
        spot = edge.interpolate(number / count, normalized=True)
        if not skull.buffer(0.2).contains(spot):
            bumps.append(disc((spot.x, spot.y), 0.75))
    return smooth(joined(bumps), 0.15, 0.1, 0.12, 0.1)


def _locs(kind: str) -> Polygon:
    """Locs as thick strands from the crown, joined."""
    strands = []
    for x, y in _LOCS_TIPS[kind]:
        root = (x * 0.75, 5.5) if kind != "side" else (-2.0 + x * 0.35, 6.0)
        middle = (x * 1.02, 0.0)
        strands.append(hand_set_line([root, middle, (x, y)]).buffer(0.82, 8))
    top = ellipse(0, 4.4, 5.2, 4.6) if kind != "side" else ellipse(-1.4, 4.3, 5.0, 4.6)
    return smooth(joined([*strands, top]), 0.2, 0.2, 0.15, 0.1)


def _loc_lines(view: HeadView) -> list[Course]:
    if view == "side":
        return [[(-2.6, 5.6), (-3.4, 1.0), (-2.9, -6.4)], [(-4.0, 5.0), (-5.0, 1.0), (-4.6, -6.2)]]
    if view == "back":
        return [[(x * 0.7, 5.5), (x, 0.5), (x, -6)] for x in (-3.1, -1.5, 0.1, 1.7, 3.2)]
    return []
