"""A web address → a QR code as a `plan.Drawing`, its quiet zone included, one unit to a module.

Encoded at error level M (ISO/IEC 18004: 15 % may be damaged), which suits paper on a wall, or at a higher one where
that makes the code no larger. The dark modules are joined into outlines, so that no viewer shows hairlines between
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from handoutgen import bounds
from handoutgen.content.validators import MOST_IN_A_CODE
from handoutgen.memory import remembered
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.problem import TOO_BIG, PictureProblem
from handoutgen.pictures.qr_mask import best_masked
from handoutgen.units import mm

QUIET = 4
"""Modules left white on every side (ISO/IEC 18004 9.1)."""
SMALLEST_MODULE = mm(0.4)
"""pt; a phone at reading distance still tells modules of this width apart."""

MOST_BYTES = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287)
"""Bytes that codes of version 1, 2 and so on hold at level M (ISO/IEC 18004:2015, table 7)."""

Point = tuple[int, int]


@remembered(bounds.CODES_TO_SCAN)
def qr_drawing(text: str) -> Drawing:
    """The code for a text, black; lay it on white. `PictureProblem` when the text is empty or too long."""
    rows = _modules(text)
    side = len(rows) + 2 * QUIET
    lines = ["q", "0 0 0 rg"]
    for loop in _outlines(rows):
        (x, y), *rest = [(column + QUIET, side - QUIET - row) for column, row in loop]
        lines += [f"{x} {y} m", *(f"{x} {y} l" for x, y in rest), "h"]
    return Drawing(float(side), float(side), "\n".join([*lines, "f*", "Q"]))


def with_room_for(text: str, endings: Sequence[str]) -> str:
    """A text with the first of the endings that makes its code no larger, or alone if each does: a phone tells larger
    modules apart from farther away."""
    size = len(text.encode("utf-8"))
    room = next((most for most in MOST_BYTES if most >= size), size)
    return text + next((ending for ending in endings if size + len(ending.encode("utf-8")) <= room), "")


def qr_side_for(text: str, module: float = SMALLEST_MODULE) -> float:
    """The side in pt, quiet zone included, at which a module is `module` pt wide."""
    return qr_drawing(text).width * module


def _modules(text: str) -> Sequence[bytes]:
    """The code row by row, a byte to a module, 1 where it is dark."""
    data = text.encode("utf-8")
    if not 0 < len(data) <= MOST_IN_A_CODE:
        raise PictureProblem(
            TOO_BIG, f"a QR code holds 1 to {MOST_IN_A_CODE} characters here, not {len(data)}", "use a shorter address"
        )
    return best_masked(data)


def _outlines(rows: Sequence[bytes]) -> Iterator[list[Point]]:
    """Closed outlines of the dark area, corners only. Where two dark modules meet at a point, outlines cross, so they
    are for filling by the even-odd rule."""
    beside, above = _neighbours(rows)
    while beside:
        at = start = next(iter(beside))
        loop: list[Point] = []
        while not loop or at != start:
            across = beside.pop(at)
            del beside[across]
            loop += [at, across]
            at = above[across]
        yield loop


def _neighbours(rows: Sequence[bytes]) -> tuple[dict[Point, Point], dict[Point, Point]]:
    """The other end of each corner's side across, and of its side up or down; points are (column, row). Going along a
    line of the raster, the sides of the dark area begin and end at every other corner."""
    light = bytes(len(rows[0]) + 2)
    padded = [b"\0" + row + b"\0" for row in rows]
    beside: dict[Point, Point] = {}
    above: dict[Point, Point] = {}
    open_at: dict[int, Point] = {}
    for number, (upper, lower) in enumerate(pairwise([light, *padded, light])):
        edge = [a != b for a, b in zip(upper, lower, strict=True)]
        corners = [(column, number) for column, (a, b) in enumerate(pairwise(edge)) if a != b]
        for left, right in zip(corners[::2], corners[1::2], strict=True):
            beside[left], beside[right] = right, left
        for corner in corners:
            other = open_at.pop(corner[0], None)
            if other is None:
                open_at[corner[0]] = corner
            else:
                above[corner], above[other] = other, corner
    return beside, above
