"""Hands drawn by hand for whole figures, where a hand is some six millimetres long: one smooth outline, few lines.

Axes as in :mod:`handoutgen.drawing.hands.hand`: wrist at (0, 0), fingers along x, thumb at +y, and in views of an edge
the palm at -y. Drawn over the measured hand (:mod:`handoutgen.drawing.hands.rig`), so that either may stand for the
other. The sole of a resting hand is straight, with the thumb beside it and not below.
"""

from typing import Final, TypeAlias

from msgspec import Struct

SketchedLine: TypeAlias = tuple[tuple[float, float], ...]


class Sketch(Struct, frozen=True):
    """A contour from the back of the wrist round the fingers, lines that run in from its notches, and what of it closes
    over a held thing: all of the hand, a part of it, or nothing."""

    contour: SketchedLine
    lines: tuple[SketchedLine, ...] = ()
    over: SketchedLine | None = None


EVERYTHING: Final[SketchedLine] = ((-1, -9), (14, -9), (14, 9), (-1, 9))

_SOLE: Final[SketchedLine] = (
    (-0.25, 1.02), (1.5, 1.22), (3.4, 1.18), (5.2, 0.92), (7.2, 0.42), (9.2, -0.1), (10.3, -0.62), (10.6, -1.08),
    (10.2, -1.46), (9.0, -1.5), (7.0, -1.5), (5.0, -1.5), (3.2, -1.54), (1.8, -1.6), (0.6, -1.52), (-0.25, -1.05),
)  # fmt: skip
_SOLE_THUMB: Final[SketchedLine] = ((2.9, 0.05), (4.4, -0.14), (5.8, -0.46), (6.6, -0.92), (6.75, -1.45))
_FLAT_FROM_THUMB: Final = Sketch(_SOLE, (_SOLE_THUMB,))
_FLAT_FROM_LITTLE: Final = Sketch(_SOLE, (((10.0, -0.75), (8.0, -0.5), (5.9, -0.35)),))

_TIPS: Final[SketchedLine] = (
    (7.4, 2.1), (9.1, 1.98), (9.85, 1.58), (9.72, 1.05), (10.45, 0.85), (10.62, 0.4), (10.1, -0.02), (10.28, -0.35),
    (10.05, -0.85), (9.5, -1.06), (9.1, -1.45), (8.5, -1.98),
)  # fmt: skip
_BELOW: Final[SketchedLine] = ((6.5, -2.22), (4.5, -2.36), (2.3, -2.1), (0.9, -1.58), (-0.25, -1.05))
_CLEFTS: Final[tuple[SketchedLine, ...]] = (
    ((9.72, 1.05), (8.2, 1.08), (6.3, 1.1)),
    ((10.1, -0.02), (8.4, 0.02), (6.4, 0.05)),
    ((9.5, -1.06), (8.0, -1.06), (6.2, -1.0)),
)
_THUMB_APART: Final[SketchedLine] = (
    (-0.25, 1.02), (1.1, 1.55), (2.5, 2.4), (3.8, 3.55), (4.9, 4.45), (5.75, 4.8), (6.3, 4.45), (6.15, 3.75),
    (5.5, 3.0), (5.3, 2.55), (5.8, 2.25),
)  # fmt: skip
_THUMB_BESIDE: Final[SketchedLine] = (
    (-0.25, 1.02), (1.1, 1.55), (2.6, 2.3), (4.3, 2.92), (5.8, 3.12), (6.7, 2.92), (6.95, 2.42), (7.15, 2.16),
)  # fmt: skip
_BESIDE_LINE: Final[SketchedLine] = ((6.95, 2.3), (5.8, 2.0), (4.5, 1.7))
_BALL_LINE: Final[SketchedLine] = ((4.9, 1.75), (4.0, 0.75), (2.5, 0.15))
_FLAT_BACK: Final = Sketch((*_THUMB_APART, *_TIPS, *_BELOW), _CLEFTS)
_FLAT_PALM: Final = Sketch((*_THUMB_APART, *_TIPS, *_BELOW), (*_CLEFTS, _BALL_LINE))
_BESIDE_BACK: Final = Sketch((*_THUMB_BESIDE, *_TIPS, *_BELOW), (*_CLEFTS, _BESIDE_LINE))

_OPEN: Final[SketchedLine] = (
    (-0.25, 1.02), (1.2, 1.6), (2.5, 2.6), (3.7, 4.0), (4.8, 5.3), (5.6, 5.8), (6.15, 5.35), (5.8, 4.5), (5.0, 3.3),
    (5.3, 2.7), (7.0, 3.2), (9.0, 3.95), (9.9, 3.98), (10.1, 3.35), (9.3, 2.75), (7.6, 2.0), (6.7, 1.45), (8.0, 1.5),
    (10.0, 1.55), (10.75, 1.2), (10.7, 0.5), (9.6, 0.22), (7.8, 0.1), (6.7, -0.05), (8.2, -0.5), (9.8, -0.95),
    (10.35, -1.5), (9.85, -2.1), (8.4, -1.8), (7.0, -1.45), (6.3, -1.5), (7.3, -2.3), (8.3, -3.0), (8.65, -3.65),
    (8.05, -4.0), (6.8, -3.45), (5.3, -2.65), (3.6, -2.4), (2.2, -2.05), (0.9, -1.55), (-0.25, -1.05),
)  # fmt: skip

_CURVED: Final[SketchedLine] = (
    (-0.25, 1.02), (1.4, 1.36), (3.2, 1.5), (4.9, 1.2), (6.5, 0.4), (7.9, -0.75), (8.75, -1.9), (9.0, -2.7),
    (8.75, -3.4), (8.3, -3.8), (7.65, -3.8), (7.1, -3.2),
)  # fmt: skip
_HANGING_THUMB: Final = Sketch(
    (
        *_CURVED, (6.65, -2.5), (6.15, -2.25), (5.85, -2.75), (5.7, -3.3), (5.2, -3.55), (4.5, -3.25), (3.5, -2.65),
        (2.2, -2.05), (0.9, -1.55), (-0.25, -1.05),
    ),
    (((6.15, -2.3), (5.5, -1.55), (4.6, -1.0), (3.6, -0.65)), ((8.75, -3.35), (8.05, -2.4), (7.1, -1.5))),
)  # fmt: skip
_HANGING_LITTLE: Final = Sketch(
    (*_CURVED, (6.2, -2.6), (5.0, -2.3), (3.4, -2.1), (1.6, -1.75), (-0.25, -1.05)),
    (((8.6, -3.15), (7.7, -2.0), (6.3, -0.85)),),
)
_BENT_TIPS: Final[SketchedLine] = (
    (7.2, 2.1), (7.9, 1.6), (7.8, 1.05), (8.45, 0.75), (8.5, 0.3), (8.2, -0.02), (8.35, -0.45), (8.0, -0.95),
    (7.7, -1.08), (7.5, -1.6), (6.9, -2.05),
)  # fmt: skip
_BENT_BELOW: Final[SketchedLine] = ((5.6, -2.3), *_BELOW[1:])
_BENT_CLEFTS: Final[tuple[SketchedLine, ...]] = (
    ((7.8, 1.05), (6.8, 1.08), (5.6, 1.1)),
    ((8.2, -0.02), (7.0, 0.0), (5.7, 0.03)),
    ((7.7, -1.08), (6.6, -1.06), (5.5, -1.0)),
)
_BENT_BACK: Final = Sketch((*_THUMB_BESIDE[:4], (5.3, 2.95), (5.95, 2.6), (6.2, 2.28), *_BENT_TIPS, *_BENT_BELOW), (
    *_BENT_CLEFTS, ((6.15, 2.3), (5.2, 1.95), (4.2, 1.6)),
), EVERYTHING)  # fmt: skip
_BENT_PALM: Final = Sketch(_BENT_BACK.contour, _BENT_BACK.lines)

_KNUCKLES: Final[SketchedLine] = (
    (-0.25, 1.02), (1.1, 1.5), (2.4, 2.05), (3.6, 2.72), (4.8, 3.1), (5.7, 2.95), (6.0, 2.42), (6.7, 2.18),
    (7.2, 1.68), (6.95, 1.05), (7.5, 0.85), (7.6, 0.3), (7.15, -0.08), (7.4, -0.5), (7.2, -1.0), (6.7, -1.2),
    (6.75, -1.75), (6.2, -2.2), (5.0, -2.42), (3.6, -2.42), (2.2, -2.1), (0.9, -1.58), (-0.25, -1.05),
)  # fmt: skip
_GRIP_CLEFTS: Final[tuple[SketchedLine, ...]] = (
    ((6.95, 1.05), (6.0, 1.02), (4.9, 1.1)),
    ((7.15, -0.08), (6.1, -0.1), (5.0, -0.05)),
    ((6.7, -1.2), (5.8, -1.18), (4.8, -1.1)),
)
_GRIP_BACK: Final = Sketch(_KNUCKLES, (*_GRIP_CLEFTS, ((6.0, 2.4), (4.9, 2.0), (3.7, 1.55))), EVERYTHING)
_GRIP_ENDS: Final[SketchedLine] = (
    (4.6, 1.95), (3.7, 1.75), (3.7, 1.25), (4.3, 1.0), (3.5, 0.8), (3.5, 0.25), (4.3, -0.05), (3.6, -0.3),
    (3.6, -0.85), (4.3, -1.12), (3.8, -1.4), (3.9, -1.85), (4.6, -2.3),
)  # fmt: skip
_GRIP_PALM: Final = Sketch(
    _KNUCKLES,
    (*(tuple((x if x > 5.5 else 4.3, y) for x, y in line) for line in _GRIP_CLEFTS), _GRIP_ENDS),
    ((3.5, -3), (9, -3), (9, 3.4), (3.5, 3.4)),
)
_FIST: Final[SketchedLine] = (
    (-0.25, 1.02), (1.5, 1.2), (3.5, 1.2), (5.1, 1.02), (6.4, 0.35), (7.0, -0.75), (6.8, -2.0), (6.0, -3.0),
    (4.9, -3.4),
    (3.7, -3.15), (2.7, -2.5), (1.5, -1.8), (-0.25, -1.05),
)  # fmt: skip
_FIST_FROM_THUMB: Final = Sketch(
    _FIST,
    (
        ((2.9, -0.5), (4.2, -0.72), (5.4, -1.15), (5.85, -1.75), (5.4, -2.25), (4.3, -2.2), (3.3, -2.05)),
        ((5.75, -2.05), (6.1, -2.45), (6.2, -2.8)),
    ),
    ((2.6, -4), (9, -4), (9, 2), (2.6, 2)),
)
_FIST_FROM_LITTLE: Final = Sketch(
    _FIST, (((6.2, -2.75), (5.7, -1.75), (4.7, -1.35), (3.7, -1.75)),), ((2.6, -4), (9, -4), (9, 2), (2.6, 2))
)

_CUP: Final[SketchedLine] = (
    (-0.25, 1.02), (1.5, 1.2), (3.4, 1.15), (5.1, 0.9), (6.6, 0.15), (7.6, -1.1), (7.95, -2.5), (7.6, -3.75),
    (6.95, -4.05), (6.4, -3.6), (6.35, -2.6), (5.8, -1.85), (5.0, -1.75), (4.45, -2.3), (4.5, -3.3), (4.55, -4.2),
    (4.05, -4.75), (3.35, -4.3), (2.6, -3.2), (1.6, -2.1), (0.6, -1.6), (-0.25, -1.05),
)  # fmt: skip
_CUP_SIDE: Final = Sketch(
    _CUP, (((7.35, -3.7), (7.15, -2.5), (6.6, -1.4)), ((4.45, -2.3), (4.1, -1.5), (3.3, -0.9))),
    ((5.6, -5), (9, -5), (9, 2), (5.6, 2)),
)  # fmt: skip

_POINT_SIDE: Final = Sketch(
    (
        (-0.25, 1.02), (1.5, 1.2), (3.4, 1.18), (5.2, 1.05), (7.4, 0.65), (9.1, 0.3), (9.85, -0.25), (9.5, -0.8),
        (8.3, -0.75), (7.1, -0.75), (6.95, -1.5), (6.4, -2.5), (5.2, -3.0), (3.9, -2.85), (2.7, -2.25), (1.4, -1.7),
        (-0.25, -1.05),
    ),
    (
        ((7.1, -0.68), (6.2, -0.6), (5.3, -0.5)),
        ((2.9, -0.45), (4.2, -0.8), (5.3, -1.25), (5.6, -1.8), (5.1, -2.25), (4.1, -2.15), (3.3, -1.95)),
    ),
)  # fmt: skip
_POINT_BACK: Final = Sketch(
    (
        (-0.25, 1.02), (1.1, 1.5), (2.4, 1.95), (3.8, 2.2), (5.4, 2.25), (7.5, 2.1), (9.2, 1.92), (9.95, 1.45),
        (9.7, 0.95), (8.5, 0.88), (7.3, 0.95), (7.0, 0.75), (7.15, 0.3), (6.75, -0.12), (6.95, -0.55), (6.75, -1.0),
        (6.4, -1.2), (6.4, -1.75), (5.8, -2.22), (4.5, -2.42), (2.3, -2.1), (0.9, -1.58), (-0.25, -1.05),
    ),
    (
        ((7.2, 0.95), (6.2, 0.98), (5.2, 1.05)),
        ((6.75, -0.12), (5.9, -0.1), (4.9, -0.05)),
        ((6.4, -1.2), (5.6, -1.18), (4.7, -1.1)),
    ),
)  # fmt: skip
_PRESS_SIDE: Final = Sketch(
    (
        (-0.25, 1.02), (1.5, 1.2), (3.4, 1.15), (5.2, 0.9), (6.8, 0.3), (8.2, -0.9), (8.75, -2.3), (8.6, -3.7),
        (8.2, -4.6), (7.5, -4.75), (7.15, -4.1), (7.2, -3.0), (6.75, -1.95), (6.3, -1.7), (6.1, -2.2), (5.5, -2.6),
        (4.8, -2.6), (4.2, -2.3), (3.1, -2.5), (2.55, -3.3), (2.5, -4.6), (2.35, -5.6), (1.75, -6.0), (1.15, -5.5),
        (1.0, -4.2), (0.95, -2.8), (0.75, -1.7), (-0.25, -1.05),
    ),
    (((6.3, -1.75), (5.8, -1.1), (5.0, -0.7)), ((4.2, -2.3), (3.6, -1.6), (2.9, -1.2))),
)  # fmt: skip

_PINCH_SIDE: Final = Sketch(
    (
        (-0.25, 1.02), (1.5, 1.2), (3.4, 1.15), (5.0, 0.85), (6.2, 0.0), (6.9, -1.3), (7.0, -2.6), (6.7, -3.8),
        (6.3, -4.5), (5.6, -4.65), (4.9, -4.4), (3.9, -3.9), (2.7, -2.95), (1.6, -2.05), (0.6, -1.6), (-0.25, -1.05),
    ),
    (
        ((5.95, -4.2), (5.7, -3.1), (5.0, -2.5), (4.0, -2.3), (3.2, -1.8)),
        ((6.0, -3.9), (6.1, -2.8), (5.7, -1.9), (5.0, -1.4)),
    ),
    ((2.5, -6), (8, -6), (8, -2.2), (2.5, -2.2)),
)  # fmt: skip
_PINCH_LITTLE: Final = Sketch(_PINCH_SIDE.contour, _PINCH_SIDE.lines[1:])
_POINT_LITTLE: Final = Sketch(_POINT_SIDE.contour, (_POINT_SIDE.lines[0], ((6.2, -2.5), (5.6, -1.6), (4.5, -1.3))))
_THUMB_UP: Final[SketchedLine] = (
    (-0.25, 1.02), (0.9, 1.8), (1.7, 3.2), (2.1, 5.0), (2.3, 6.6), (2.9, 7.3), (3.6, 6.8), (3.75, 5.2), (3.8, 3.6),
    (4.4, 2.7), (5.6, 2.4), (6.6, 2.2), *_KNUCKLES[8:],
)  # fmt: skip

SKETCHES: Final[dict[tuple[str, str], Sketch]] = {
    **{(word, "thumb"): _FLAT_FROM_THUMB for word in ("flat", "edge", "rest", "open")},
    **{(word, "little_finger"): _FLAT_FROM_LITTLE for word in ("flat", "edge", "rest", "open")},
    ("flat", "back"): _FLAT_BACK,
    ("flat", "palm"): _FLAT_PALM,
    **{(word, view): _BESIDE_BACK for word in ("edge", "rest") for view in ("back", "palm")},
    **{("open", view): Sketch(_OPEN) for view in ("back", "palm")},
    ("relaxed", "thumb"): _HANGING_THUMB,
    ("relaxed", "little_finger"): _HANGING_LITTLE,
    **{(word, "back"): _BENT_BACK for word in ("relaxed", "cup", "ball", "hold", "phone")},
    **{(word, "back"): _GRIP_BACK for word in ("grip", "stick", "rail", "fist", "half_fist")},
    **{(word, "palm"): _GRIP_PALM for word in ("grip", "stick", "rail", "fist", "half_fist")},
    **{(word, "thumb"): _FIST_FROM_THUMB for word in ("grip", "stick", "rail", "fist", "half_fist")},
    **{(word, "little_finger"): _FIST_FROM_LITTLE for word in ("grip", "stick", "rail", "fist", "half_fist")},
    **{(word, view): _CUP_SIDE for word in ("cup", "ball") for view in ("thumb", "little_finger")},
    **{("hold", view): _BENT_BACK for view in ("thumb", "little_finger")},
    ("point", "thumb"): _POINT_SIDE,
    ("point", "back"): _POINT_BACK,
    ("point", "palm"): Sketch(_POINT_BACK.contour, (*_GRIP_PALM.lines[1:3], _POINT_BACK.lines[0])),
    ("point", "little_finger"): _POINT_LITTLE,
    **{("press", view): _PRESS_SIDE for view in ("thumb", "little_finger")},
    **{(word, "thumb"): _PINCH_SIDE for word in ("pinch", "pen")},
    **{(word, "little_finger"): _FIST_FROM_LITTLE for word in ("hook", "thumb_up")},
    **{(word, "little_finger"): _PINCH_LITTLE for word in ("pinch", "pen")},
    **{(word, "back"): _GRIP_BACK for word in ("press", "pinch", "pen", "hook")},
    **{(word, "palm"): _GRIP_PALM for word in ("press", "pinch", "pen", "hook", "cup", "ball", "hold", "phone")},
    **{("phone", view): _CUP_SIDE for view in ("thumb", "little_finger")},
    ("relaxed", "palm"): _BENT_PALM,
    ("hook", "thumb"): _FIST_FROM_THUMB,
    ("thumb_up", "thumb"): _FIST_FROM_THUMB,
    ("thumb_up", "back"): Sketch(_THUMB_UP, _GRIP_CLEFTS),
    ("thumb_up", "palm"): Sketch(_THUMB_UP, _GRIP_PALM.lines),
}
"""Shape and view → its sketch; what is not here is traced from the rig. A hand that holds a bottle is always seen from
its back, with four fingers round it: from its edge it would be a claw beside the bottle."""
