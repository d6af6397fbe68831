"""Large heads, with neck and shoulders if they are asked for."""

from typing import Final

from handoutgen.content.poses.closeups import CloseUp, HeadPart
from handoutgen.drawing.detail import DrawnShape, Fineness
from handoutgen.drawing.heads.head import head
from handoutgen.drawing.heads.outlines import Course
from handoutgen.drawing.outline.shapes import hand_set

_NECKS: Final[dict[str, Course]] = {
    "front": [(-2.9, -1.5), (-2.9, -6.5), (-3.6, -8.4), (-8, -12), (8, -12), (3.6, -8.4), (2.9, -6.5), (2.9, -1.5)],
    "side": [(2.6, -4.2), (1.6, -6.4), (1.9, -8.6), (4.5, -12), (-7, -12), (-5.6, -8.4), (-4.4, -5), (-4.2, -1)],
}
_SHIRTS: Final[dict[str, Course]] = {
    "front": [
        (-3.7, -8.6), (-2.2, -10.6), (0, -11.3), (2.2, -10.6), (3.7, -8.6), (8.6, -10.2), (12.4, -12.2), (13.6, -15.5),
        (14.0, -22), (-14.0, -22), (-13.6, -15.5), (-12.4, -12.2), (-8.6, -10.2),
    ],
    "side": [
        (2.4, -9.4), (0, -9.0), (-3, -8.2), (-5.4, -7.9), (-7.8, -10.6), (-8.8, -15), (-8.8, -22), (7.2, -22),
        (6.8, -15),
        (5.2, -11.8),
    ],
}  # fmt: skip


def head_part(part: HeadPart, closeup: CloseUp, size: Fineness) -> list[DrawnShape]:
    """The shapes of a large head, and what is under it, back to front."""
    details = head(part.view, closeup, size)
    return [*_bust(part.view), *details] if part.bust else details


def _bust(view: str) -> list[DrawnShape]:
    kind = "side" if view == "side" else "front"
    return [DrawnShape("skin", hand_set(_NECKS[kind])), DrawnShape("cloth", hand_set(_SHIRTS[kind], _SHARP[kind]))]


_SHARP: Final[dict[str, tuple[int, ...]]] = {"front": (0, 4, 8, 9), "side": (0, 3, 6, 7)}
