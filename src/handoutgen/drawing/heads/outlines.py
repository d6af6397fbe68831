"""Contours of heads. Origin at the joint under the skull; x to the face, y to the crown; chin -5.2, crown 8.1 (% of
stature). Seen from the front, x runs to the viewer's right."""

from typing import Final, Literal, TypeAlias

from shapely.geometry import Polygon

from handoutgen.drawing.outline.shapes import hand_set

HeadView: TypeAlias = Literal["side", "three_quarter", "front", "back"]
Course: TypeAlias = list[tuple[float, float]]

_FOREHEAD: Final[Course] = [(-0.6, 8.1), (2.5, 7.5), (4.4, 5.5), (4.75, 3.6)]
_NOSES: Final[dict[str, Course]] = {
    "straight": [(4.55, 2.55), (5.25, 1.1), (6.15, -0.15), (5.85, -0.65), (4.95, -0.9)],
    "round": [(4.5, 2.3), (4.8, 1.2), (5.6, 0.5), (5.7, -0.3), (4.95, -0.8)],
    "broad": [(4.5, 2.3), (4.9, 1.05), (5.65, 0.1), (5.7, -0.65), (4.9, -1.0)],
}
"""From the root of the nose to its base, in profile."""
_LIPS: Final[dict[str, Course]] = {
    "thin": [(5.05, -1.85), (4.75, -2.4), (4.85, -2.95), (4.5, -3.6)],
    "full": [(5.25, -1.75), (4.85, -2.35), (5.05, -2.95), (4.55, -3.6)],
}
_PURSED: Final[Course] = [(5.15, -1.8), (5.65, -2.3), (5.1, -2.95), (4.5, -3.6)]
_JAWS: Final[dict[str, Course]] = {
    "young": [(4.5, -4.4), (3.8, -5.15), (2.0, -4.85), (-0.4, -3.3), (-1.6, -1.6)],
    "old": [(4.7, -4.35), (4.0, -5.2), (2.2, -5.05), (0.1, -4.0), (-1.5, -1.8)],
}
_NAPE: Final[Course] = [(-3.8, -1.5), (-5.2, 0.9), (-5.85, 3.7), (-4.6, 6.6), (-2.7, 7.75)]

_FRONT_RIGHT: Final[dict[str, Course]] = {
    "young": [(2.6, 7.5), (4.25, 5.4), (4.65, 2.5), (4.35, -0.7), (3.3, -3.5), (1.6, -5.0)],
    "old": [(2.6, 7.5), (4.2, 5.4), (4.55, 2.5), (4.3, -0.7), (3.7, -3.2), (1.9, -5.0)],
    "heavy": [(2.7, 7.5), (4.35, 5.4), (4.8, 2.5), (4.75, -0.9), (4.0, -3.5), (2.0, -5.05)],
}
_THREE_QUARTER: Final[dict[str, Course]] = {
    "young": [
        (-0.4, 8.1), (2.5, 7.5), (4.3, 5.4), (4.65, 3.2), (4.25, 2.1), (4.6, 0.6), (4.45, -1.4), (3.8, -3.7),
        (2.6, -5.1),
        (1.1, -5.3), (-1.0, -4.1), (-2.6, -1.9), (-4.4, -0.6), (-5.3, 1.7), (-5.4, 4.4), (-4.3, 6.6), (-2.5, 7.8),
    ],
    "old": [
        (-0.4, 8.1), (2.5, 7.5), (4.25, 5.4), (4.6, 3.2), (4.15, 2.1), (4.55, 0.5), (4.3, -1.3), (4.0, -3.6),
        (2.8, -5.15),
        (1.2, -5.4), (-0.8, -4.5), (-2.5, -2.2), (-4.4, -0.7), (-5.3, 1.7), (-5.4, 4.4), (-4.3, 6.6), (-2.5, 7.8),
    ],
}  # fmt: skip


def profile(nose: str, lips: str, *, old: bool, pursed: bool = False) -> Polygon:
    """A head from its right side, face to the right."""
    mouth = _PURSED if pursed else _LIPS[lips]
    return hand_set([*_FOREHEAD, *_NOSES[nose], *mouth, *_JAWS["old" if old else "young"], *_NAPE])


def full_face(build: str) -> Polygon:
    """A head from the front or the back, without ears; ``build`` is young, old or heavy."""
    right = _FRONT_RIGHT[build]
    return hand_set([(0, 8.1), *right, (0, -5.3), *[(-x, y) for x, y in reversed(right)]])


def three_quarter_face(*, old: bool) -> Polygon:
    """A head half turned, face to the right and to the viewer."""
    return hand_set(_THREE_QUARTER["old" if old else "young"])
