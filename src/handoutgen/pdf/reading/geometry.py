"""Matrices, boxes and paths of content streams as plain numbers (ISO 32000-1 8.3, 8.5)."""

from __future__ import annotations

import math
import re

ReadBox = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""
PageMatrix = tuple[float, float, float, float, float, float]
IDENTITY: PageMatrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_STEP = re.compile(rb"([-+.\d\s]*)(re|[mlcvyh])\s")
_NO_LETTERS = b"mlcvyhre"


def matrix(operands: bytes) -> PageMatrix:
    """The six numbers of a matrix."""
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def product(m: PageMatrix, n: PageMatrix) -> PageMatrix:
    """m first, then n."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + o


def scale(of: PageMatrix) -> float:
    """The smaller of the two scales: what a size in text space is at least on paper."""
    a, b, c, d, _, _ = of
    if not b and not c:
        return min(abs(a), abs(d))
    return min(math.hypot(a, b), math.hypot(c, d))


def transformed(box: ReadBox, by: PageMatrix) -> ReadBox:
    """The upright box around a transformed one."""
    a, b, c, d, e, f = by
    left, bottom, right, top = box
    if a > 0 and d > 0 and not b and not c:
        return a * left + e, d * bottom + f, a * right + e, d * top + f
    xs = (a * left + e, a * right + e)
    ys = (d * bottom + f, d * top + f)
    if b or c:
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = tuple(a * x + c * y + e for x, y in corners)  # type: ignore[assignment]
        ys = tuple(b * x + d * y + f for x, y in corners)  # type: ignore[assignment]
    return min(xs), min(ys), max(xs), max(ys)


def widened(box: ReadBox, by: float) -> ReadBox:
    """A box with its edges moved outwards."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def union(a: ReadBox, b: ReadBox) -> ReadBox:
    """The box around two boxes."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def intersection(a: ReadBox, b: ReadBox) -> ReadBox:
    """What two boxes share; without extent when nothing."""
    left, bottom = max(a[0], b[0]), max(a[1], b[1])
    return left, bottom, max(left, min(a[2], b[2])), max(bottom, min(a[3], b[3]))


def touch(a: ReadBox, b: ReadBox) -> bool:
    """Whether two boxes touch at all."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def box_of(places: tuple[list[float], list[float]]) -> ReadBox:
    """The box around points given as their x and their y."""
    xs, ys = places
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def points(path: bytes) -> tuple[list[float], list[float]]:
    """The x and y of all points of a path, the handles of its curves included."""
    if b"re" in path:
        return points_one_by_one(path, curves=False)
    values = list(map(float, path.translate(None, _NO_LETTERS).split()))
    return values[0::2], values[1::2]


def points_one_by_one(path: bytes, curves: bool) -> tuple[list[float], list[float]]:
    """The same, step by step; with `curves`, points on the curves stand in for their handles."""
    xs: list[float] = []
    ys: list[float] = []
    for operands, operator in _STEP.findall(path):
        values = list(map(float, operands.split()))
        if operator == b"re":
            values[2:] = [values[0] + values[2], values[1] + values[3]]
        elif curves and len(values) > 2:
            start, end = [xs[-1], ys[-1]], values[-2:]
            values = [*(start if operator == b"v" else []), *values, *(end if operator == b"y" else [])]
            across, up = _on_curve(start[0], *values[0::2]), _on_curve(start[1], *values[1::2])
            values = [value for pair in zip(across, up, strict=True) for value in pair]
        xs += values[0::2]
        ys += values[1::2]
    return xs, ys


def _on_curve(a: float, b: float, c: float, d: float) -> list[float]:
    """Sixteen steps along one coordinate of a Bézier curve."""
    steps = [i / 16 for i in range(17)]
    return [a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3 for t in steps]
