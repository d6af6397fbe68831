"""A web address → a QR code as a `plan.Drawing`, its quiet zone included, one unit to a module.

Encoded by ReportLab's own encoder at error level M (ISO/IEC 18004: 15 % may be damaged), which suits paper on a wall.
The dark modules are joined into outlines, so that no viewer shows hairlines between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    count, is_dark = _modules(text)
    side = count + 2 * QUIET
    lines = ["q", "0 0 0 rg"]
    for loop in _outlines(count, is_dark):
        (x, y), *rest = [(column + QUIET, side - QUIET - row) for column, row in loop]
        lines += [f"{x} {y} m", *(f"{x} {y} l" for x, y in rest), "h"]
    return Drawing(float(side), float(side), "\n".join([*lines, "f", "Q"]))


def qr_side_for(text: str, module: float = SMALLEST_MODULE) -> float:
    """The side in pt, quiet zone included, at which a module is `module` pt wide."""
    return qr_drawing(text).width * module


def _modules(text: str) -> tuple[int, Callable[[int, int], bool]]:
    """How many modules a side has, and whether (row, column) is dark; outside it is light."""
    from reportlab.graphics.barcode import qrencoder

    data = text.encode("utf-8")
    if not 0 < len(data) <= MOST_BYTES:
        raise PictureProblem(
            TOO_BIG, f"a QR code holds 1 to {MOST_BYTES} characters here, not {len(data)}", "use a shorter address"
        )
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(data))
    code.make()
    count: int = code.getModuleCount()

    def is_dark(row: int, column: int) -> bool:
        return 0 <= row < count and 0 <= column < count and bool(code.isDark(row, column))

    return count, is_dark


def _outlines(count: int, is_dark: Callable[[int, int], bool]) -> Iterator[list[Point]]:
    """Closed outlines of the dark area, corners only, dark on the right hand (so a hole winds the other way)."""
    edges = _edges(count, is_dark)
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


def _edges(count: int, is_dark: Callable[[int, int], bool]) -> dict[Point, list[Point]]:
    """Corner → the next corners, for each edge between dark and light; points are (column, row)."""
    edges: dict[Point, list[Point]] = {}
    for row in range(count):
        for column in range(count):
            if not is_dark(row, column):
                continue
            left_top, right_top = (column, row), (column + 1, row)
            left_low, right_low = (column, row + 1), (column + 1, row + 1)
            for row_step, column_step, start, end in (
                (-1, 0, left_top, right_top), (0, 1, right_top, right_low),
                (1, 0, right_low, left_low), (0, -1, left_low, left_top),
            ):  # fmt: skip
                if not is_dark(row + row_step, column + column_step):
                    edges.setdefault(start, []).append(end)
    return edges
