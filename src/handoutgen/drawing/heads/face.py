"""What is in a face: eyes, brows, nose, mouth, wrinkles, beard, glasses, ears and a hearing aid."""

from collections.abc import Sequence
from typing import Final, Literal

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.detail import DetailKind, DrawnShape, Fineness
from handoutgen.drawing.heads.outlines import Course, HeadView
from handoutgen.drawing.outline.shapes import bent_bar, ellipse, hand_set, hand_set_line

EYES: Final[dict[HeadView, list[tuple[float, float]]]] = {
    "side": [(3.45, 1.75)],
    "three_quarter": [(1.1, 1.75), (3.45, 1.75)],
    "front": [(-1.85, 1.75), (1.85, 1.75)],
    "back": [],
}
_WIDTHS: Final[dict[HeadView, tuple[float, ...]]] = {"three_quarter": (0.95, 0.5), "front": (1.0, 1.0)}
"""Half widths of large eyes; the far one is seen at an angle."""
_LENSES: Final[dict[HeadView, tuple[float, ...]]] = {"side": (0.9,), "three_quarter": (1.1, 0.5)}
"""Half widths of the lenses of glasses."""
_FAR_LENS: Final = 0.15
"""How far the far lens lies from its eye to the nose: it stays inside the face."""
_KNIT: Final = 0.65
"""How far effort draws the brows down beside the nose."""
_LOOK_UP: Final = 0.24
_BROWS: Final[dict[HeadView, list[Course]]] = {
    "side": [[(2.4, 3.25), (3.3, 3.8), (4.25, 3.65)]],
    "three_quarter": [[(0.1, 3.2), (1.0, 3.75), (2.0, 3.6)], [(2.95, 3.6), (3.6, 3.7), (4.1, 3.25)]],
    "front": [[(-2.9, 3.15), (-1.9, 3.7), (-0.9, 3.55)], [(2.9, 3.15), (1.9, 3.7), (0.9, 3.55)]],
    "back": [],
}
_CORNER_OF_MOUTH: Final = {"smile": 0.45, "calm": 0.2, "effort": -0.15}
_MOUTHS: Final[dict[HeadView, Course]] = {
    "side": [(3.3, -2.2), (3.9, -2.55), (4.65, -2.4)],
    "three_quarter": [(1.45, -2.45), (1.95, -2.7), (2.65, -2.85), (3.2, -2.75), (3.55, -2.5)],
    "front": [(-1.5, -2.45), (-0.8, -2.75), (0, -2.85), (0.8, -2.75), (1.5, -2.45)],
}
_LOWER_LIPS: Final[dict[HeadView, Course]] = {
    "three_quarter": [(2.2, -3.3), (2.8, -3.45), (3.3, -3.3)],
    "front": [(-0.6, -3.4), (0, -3.55), (0.6, -3.4)],
}
_OPEN_MOUTHS: Final = {
    "side": (4.45, -2.35, 0.6, 0.38),
    "three_quarter": (2.75, -2.7, 0.75, 0.55),
    "front": (0, -2.7, 0.9, 0.6),
}
_PURSED_IN_PROFILE: Final[Course] = [(4.7, -2.3), (5.15, -2.35), (5.6, -2.3)]
_PURSED_MOUTHS: Final[dict[HeadView, tuple[float, float, float, float]]] = {
    "three_quarter": (2.85, -2.6, 0.38, 0.4),
    "front": (0, -2.6, 0.42, 0.42),
}
_NOSES: Final[dict[HeadView, dict[str, Course]]] = {
    "front": {
        "straight": [(0.25, 1.0), (0.75, -0.45), (-0.1, -0.75)],
        "round": [(-0.65, -0.45), (0, -0.8), (0.65, -0.45)],
        "broad": [(-0.95, -0.35), (-0.75, -0.8), (0, -0.65), (0.75, -0.8), (0.95, -0.35)],
    },
    "three_quarter": {
        "straight": [(2.55, 0.75), (3.1, -0.1), (3.2, -0.5), (2.4, -0.8)],
        "round": [(2.65, 0.5), (3.1, -0.1), (3.1, -0.55), (2.4, -0.8)],
        "broad": [(2.6, 0.6), (3.2, -0.3), (2.9, -0.85), (2.0, -0.65)],
    },
}
_WRINKLES: Final[dict[HeadView, list[Course]]] = {
    "side": [
        [(2.2, 1.6), (1.7, 1.9)], [(2.2, 1.2), (1.7, 1.1)], [(4.4, -0.9), (3.95, -1.1), (3.7, -1.45)],
        [(4.1, 4.7), (3.3, 4.9)], [(2.7, 0.95), (3.3, 0.7), (3.9, 0.85)],
    ],
    "three_quarter": [
        [(-0.2, 1.8), (-0.7, 2.0)], [(-0.2, 1.3), (-0.7, 1.2)], [(2.35, -0.95), (1.95, -1.1), (1.7, -1.4)],
        [(1.4, 4.6), (2.6, 4.8), (3.8, 4.6)],
    ],
    "front": [
        [(-3.2, 1.8), (-3.7, 2.1)], [(3.2, 1.8), (3.7, 2.1)], [(-1.05, -0.95), (-1.6, -1.3), (-1.85, -1.75)],
        [(1.05, -0.95), (1.6, -1.3), (1.85, -1.75)], [(-1.8, 4.6), (0, 4.8), (1.8, 4.6)],
    ],
    "back": [],
}  # fmt: skip
_BEARDS: Final[dict[HeadView, Course]] = {
    "side": [
        (0.3, 0.6), (1.4, -1.4), (3.2, -1.5), (4.85, -1.05), (5.15, -1.75), (4.85, -2.4), (5.0, -2.95), (4.85, -4.5),
        (3.7, -5.5),
        (1.8, -5.2), (-0.6, -3.6), (-1.0, -1.0),
    ],
    "three_quarter": [
        (-1.6, 0.6), (-0.4, -1.4), (1.6, -1.7), (2.9, -1.35), (4.1, -1.6), (4.4, -1.3), (4.2, -3.6), (2.9, -5.6),
        (1.1, -5.8),
        (-1.1, -4.5), (-2.5, -2.0),
    ],
    "front": [
        (-4.3, 0.2), (-3.3, -1.2), (-1.6, -1.8), (0, -1.45), (1.6, -1.8), (3.3, -1.2), (4.3, 0.2), (4.3, -2.0),
        (3.3, -4.2),
        (1.7, -5.6), (0, -5.9), (-1.7, -5.6), (-3.3, -4.2), (-4.3, -2.0),
    ],
}  # fmt: skip
_LIPS_IN_BEARD: Final = {
    "side": (4.35, -2.35, 0.75, 0.3),
    "three_quarter": (2.7, -2.65, 1.0, 0.4),
    "front": (0, -2.6, 1.2, 0.42),
}
_TEMPLE: Final = (0.9, 2.2)
"""Between these heights run the sides of glasses."""
EARS: Final = {"side": [(-0.9, 0.6)], "three_quarter": [(-2.5, 0.6)], "front": [], "back": []}


def ears_behind(view: HeadView) -> list[DrawnShape]:
    """Both ears beside a face or the back of a head."""
    if view not in ("front", "back"):
        return []
    return [DrawnShape("skin", ellipse(side * 4.75, 0.7, 0.9, 1.5, -8 * side)) for side in (1, -1)]


def ear_on_top(view: HeadView) -> list[DrawnShape]:
    """The ear on the side that is seen."""
    details = []
    for x, y in EARS[view]:
        details.append(DrawnShape("skin", ellipse(x, y, 1.05, 1.65, -10), "detail"))
        details.append(DrawnShape("fine", hand_set_line([(x - 0.3, y + 0.7), (x + 0.35, y + 0.5), (x + 0.1, y - 0.5)])))
    return details


def hearing_aid(view: HeadView) -> list[DrawnShape]:
    """A hearing aid behind the ear, with its tube."""
    if view in ("front", "back"):
        hook: Course = [(4.5, 2.0), (5.4, 2.2), (5.6, 0.4)]
        return [DrawnShape("white", bent_bar(hook, 0.75), "detail")]
    x, y = EARS[view][0]
    hook = [(x + 0.5, y + 1.75), (x - 0.6, y + 2.0), (x - 1.45, y + 0.9), (x - 1.35, y - 0.7)]
    tube: Course = [(x + 0.5, y + 1.75), (x + 0.85, y + 0.8), (x + 0.3, y - 0.15)]
    return [DrawnShape("white", bent_bar(hook, 0.85), "detail"), DrawnShape("line", hand_set_line(tube))]


def eyes_of(view: HeadView, size: Fineness, eyes: str) -> list[DrawnShape]:
    """The eyes: dots, with a lid where there is room, and with white and iris in a large face; open, closed or up."""
    details: list[DrawnShape] = []
    lift = _LOOK_UP if eyes == "up" else 0.0
    for number, (x, y) in enumerate(EYES[view]):
        if eyes == "closed":
            details.append(
                DrawnShape("line", hand_set_line([(x - 0.85, y + 0.1), (x, y - 0.35), (x + 0.85, y + 0.15)]))
            )
        elif size == "large":
            details += _profile_eye(x, y, lift) if view == "side" else _full_eye(x, y, lift, _WIDTHS[view][number])
        else:
            lid = [(x - 0.95, y + 0.1), (x - 0.1, y + 0.75), (x + 0.85, y + 0.25)]
            details += [DrawnShape("fine", hand_set_line(lid)), DrawnShape("dot", Point(x, y + lift))]
    return details


def _profile_eye(x: float, y: float, lift: float) -> list[DrawnShape]:
    ball = hand_set([(x - 0.75, y), (x, y + 0.55), (x + 0.65, y + 0.5), (x + 0.75, y - 0.1), (x + 0.3, y - 0.45)], (0,))
    lid: Course = [(x - 1.0, y - 0.05), (x - 0.1, y + 0.75), (x + 0.8, y + 0.6)]
    return _eye(ball, ellipse(x + 0.42, y + 0.05 + lift, 0.27, 0.45), lid, x + 0.5)


def _full_eye(x: float, y: float, lift: float, half: float) -> list[DrawnShape]:
    ball = hand_set([(x - half, y - 0.05), (x, y + 0.58), (x + half, y), (x, y - 0.48)], (0, 2))
    lid: Course = [(x - half - 0.05, y + 0.1), (x, y + 0.8), (x + half + 0.05, y + 0.15)]
    return _eye(ball, ellipse(x, y + 0.04 + lift, min(0.45, half * 0.6), 0.5), lid, x + 0.16)


def _eye(ball: Polygon, iris: Polygon, lid: Course, shine: float) -> list[DrawnShape]:
    height = iris.centroid.y + 0.18
    return [
        DrawnShape("white", ball, "detail"),
        DrawnShape("dark", iris.intersection(ball), "none"),
        DrawnShape("white", ellipse(shine, height, 0.12, 0.12), "none"),
        DrawnShape("line", hand_set_line(lid)),
    ]


def brows_of(view: HeadView, mood: str, *, strong: bool) -> list[DrawnShape]:
    """The brows; down in effort."""
    knit = _KNIT if mood == "effort" else 0.0
    courses = [[(x, y - knit * _inner(view, x)) for x, y in course] for course in _BROWS[view]]
    weight: Literal["contour", "usual"] = "contour" if strong else "usual"
    return [DrawnShape("line", hand_set_line(course), weight) for course in courses]


def _inner(view: HeadView, x: float) -> float:
    """How much a place of a brow is drawn down in effort: most beside the nose, least at the temples."""
    middle = {"side": 4.6, "three_quarter": 2.6}.get(view, 0.0)
    return max(0.2, 1.35 - abs(x - middle) * 0.42)


def nose_of(view: HeadView, nose: str) -> list[DrawnShape]:
    """The line of the nose where the contour does not show it."""
    return [DrawnShape("line", hand_set_line(_NOSES[view][nose]))] if view in _NOSES else []


def mouth_of(view: HeadView, mouth: str, mood: str) -> list[DrawnShape]:
    """The mouth by what it does: shut, open, pursed, or none where something covers it."""
    if view == "back" or mouth == "none":
        return []
    if mouth == "open":
        return [DrawnShape("dark", ellipse(*_OPEN_MOUTHS[view]))]
    if mouth == "pursed" and view == "side":
        return [DrawnShape("line", hand_set_line(_PURSED_IN_PROFILE))]
    if mouth == "pursed":
        return [DrawnShape("dark", ellipse(*_PURSED_MOUTHS[view]))]
    course = list(_MOUTHS[view])
    lift = _CORNER_OF_MOUTH[mood]
    course[0] = (course[0][0], course[0][1] + lift)
    if view != "side":
        course[-1] = (course[-1][0], course[-1][1] + lift)
    return [DrawnShape("line", hand_set_line(course))]


def lower_lip(view: HeadView) -> list[DrawnShape]:
    """The edge under a full lower lip, in large faces."""
    return [DrawnShape("finest", hand_set_line(_LOWER_LIPS[view]))] if view in _LOWER_LIPS else []


def wrinkles(view: HeadView, *, glasses: bool) -> list[DrawnShape]:
    """The lines of an older face, where there is room for them: none at the eye's corner under the side of glasses."""
    courses = [course for course in _WRINKLES[view] if not (glasses and _TEMPLE[0] < course[0][1] < _TEMPLE[1])]
    return [DrawnShape("fine", hand_set_line(course)) for course in courses]


def beard_of(view: HeadView, *, grey: bool) -> list[DrawnShape]:
    """A short full beard; in a dark one the lips, on which the mouth shows."""
    if view == "back":
        return []
    lips = DrawnShape("skin", ellipse(*_LIPS_IN_BEARD[view]), "none")
    return [DrawnShape("hair", hand_set(_BEARDS[view])), *([] if grey else [lips])]


def glasses_of(view: HeadView) -> list[DrawnShape]:
    """Round glasses with their bridge and side."""
    lenses = _LENSES.get(view, (1.15, 1.15))
    inwards = _FAR_LENS if view == "three_quarter" else 0.0
    details = [
        _as_line(ellipse(x - number * inwards, y - 0.1, half, 1.15))
        for number, ((x, y), half) in enumerate(zip(EYES[view], lenses, strict=False))
    ]
    sides: dict[HeadView, Sequence[Sequence[Sequence[float]]]] = {
        "side": [[(2.55, 1.8), (-0.2, 1.9)]],
        "three_quarter": [[(2.35, 1.8), (2.75, 1.8)], [(0.05, 1.8), (-2.2, 2.0)]],
        "front": [[(-0.7, 1.9), (0.7, 1.9)], [(-3.0, 1.8), (-4.4, 2.0)], [(3.0, 1.8), (4.4, 2.0)]],
        "back": [],
    }
    return details + [DrawnShape("line", LineString(course)) for course in sides[view]]


def _as_line(shape: BaseGeometry, kind: DetailKind = "line") -> DrawnShape:
    return DrawnShape(kind, LineString(shape.boundary.coords))
