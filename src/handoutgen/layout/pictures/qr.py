"""A web address → a QR code as a `plan.Drawing`, its quiet zone included, one unit to a module.

Encoded at error level M (ISO/IEC 18004: 15 % may be damaged), which suits paper on a wall, or at a higher one where
that makes the code no larger. The dark modules are joined into outlines, so that no viewer shows hairlines between
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from handoutgen.layout.pictures.problem import TOO_BIG, PictureProblem
from handoutgen.layout.plan import Drawing
from handoutgen.units import mm

QUIET = 4
"""Modules left white on every side (ISO/IEC 18004 9.1)."""
SMALLEST_MODULE = mm(0.4)
"""pt; a phone at reading distance still tells modules of this width apart."""
MOST_BYTES = 300
"""Longer addresses make a code too fine to print small; no leaflet's page needs one."""

Point = tuple[int, int]


@lru_cache(maxsize=64)
def qr_drawing(text: str) -> Drawing:
    """The code for a text, black; lay it on white. `PictureProblem` when the text is empty or too long."""
    rows = _modules(text)
    side = len(rows) + 2 * QUIET
    lines = ["q", "0 0 0 rg"]
    for loop in _outlines(rows):
        (x, y), *rest = [(column + QUIET, side - QUIET - row) for column, row in loop]
        lines += [f"{x} {y} m", *(f"{x} {y} l" for x, y in rest), "h"]
    return Drawing(float(side), float(side), "\n".join([*lines, "f", "Q"]))


def qr_side_for(text: str, module: float = SMALLEST_MODULE) -> float:
    """The side in pt, quiet zone included, at which a module is `module` pt wide."""
    return qr_drawing(text).width * module


def _modules(text: str) -> Sequence[bytes]:
    """The code row by row, a byte to a module, 1 where it is dark."""
    import segno

    data = text.encode("utf-8")
    if not 0 < len(data) <= MOST_BYTES:
        raise PictureProblem(
            TOO_BIG, f"a QR code holds 1 to {MOST_BYTES} characters here, not {len(data)}", "use a shorter address"
        )
    return [bytes(row) for row in segno.make(data, error="m", micro=False).matrix]


def _outlines(rows: Sequence[bytes]) -> Iterator[list[Point]]:
    """Closed outlines of the dark area, corners only, dark on the right hand (so a hole winds the other way)."""
    edges = _edges(rows)
    while edges:
        start = at = next(iter(edges))
        loop: list[Point] = []
        heading: Point = (0, 0)
        while not loop or at != start:
            to = edges[at].pop()
            if not edges[at]:
                del edges[at]
            step = (to[0] - at[0], to[1] - at[1])
            if step != heading:
                loop.append(at)
            heading, at = step, to
        yield loop


def _edges(rows: Sequence[bytes]) -> dict[Point, list[Point]]:
    """Corner → the next corners, for each edge between dark and light; points are (column, row)."""
    edges: dict[Point, list[Point]] = {}
    light = bytes(len(rows))
    for row, (above, here, below) in enumerate(zip([light, *rows], rows, [*rows[1:], light], strict=False)):
        left_of, right_of = b"\0" + here, here[1:] + b"\0"
        for column, dark in enumerate(here):
            if not dark:
                continue
            if not above[column]:
                edges.setdefault((column, row), []).append((column + 1, row))
            if not right_of[column]:
                edges.setdefault((column + 1, row), []).append((column + 1, row + 1))
            if not below[column]:
                edges.setdefault((column + 1, row + 1), []).append((column, row + 1))
            if not left_of[column]:
                edges.setdefault((column, row + 1), []).append((column, row))
    return edges
