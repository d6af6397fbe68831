"""Matrices, arcs and path segments: the plane geometry that a drawing needs, as plain numbers.

A segment is an operator and its absolute coordinates: M and L one point, C three, Z none. Matrices are (a b c d e f)
as in PDF and SVG: x' = a·x + c·y + e, y' = b·x + d·y + f.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import acos, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Literal

Segment = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
Transform = tuple[float, float, float, float, float, float]
DrawingBox = tuple[float, float, float, float]
IDENTITY: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def plain(value: float) -> str:
    """A number as PDF wants it: at most three decimals, no exponent, no "-0"."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def multiply(outer: Transform, inner: Transform) -> Transform:
    """The matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def scale_of(matrix: Transform) -> float | None:
    """By how much the matrix scales in every direction; None when it stretches or skews, and so bends a pen."""
    a, b, c, d, _, _ = matrix
    first, second = hypot(a, b), hypot(c, d)
    is_even = abs(first - second) <= 1e-6 * max(first, second) and abs(a * c + b * d) <= 1e-6 * first * second
    return first if is_even else None


def is_flat(matrix: Transform) -> bool:
    """Whether the matrix squeezes the plane into a line or point, so that nothing is left to see."""
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c) < 1e-12


def inverse(matrix: Transform) -> Transform:
    """The matrix that takes back what this one does; it must not be flat."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)


def shared_box(one: DrawingBox, other: DrawingBox) -> DrawingBox | None:
    """What two boxes have in common; None when that is nothing."""
    box = (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
    return box if box[0] < box[2] and box[1] < box[3] else None


def box_round(one: DrawingBox, other: DrawingBox) -> DrawingBox:
    """The box round two boxes."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def transformed(segments: Iterable[Segment], matrix: Transform) -> list[Segment]:
    """The segments with every point moved by the matrix."""
    a, b, c, d, e, f = matrix
    moved: list[Segment] = []
    for operator, numbers in segments:
        points = zip(numbers[::2], numbers[1::2], strict=True)
        moved.append((operator, tuple(n for x, y in points for n in (a * x + c * y + e, b * x + d * y + f))))
    return moved


def bounds(segments: Iterable[Segment]) -> DrawingBox | None:
    """The box (left, bottom, right, top) round the outline. None without points.

    A curve lies within its control points, so it is walked, in 16 steps, only where they leave the box of all ends.
    """
    segments = list(segments)
    ends = [numbers[-2:] for _, numbers in segments if numbers]
    if not ends:
        return None
    left, right = min(x for x, _ in ends), max(x for x, _ in ends)
    bottom, top = min(y for _, y in ends), max(y for _, y in ends)
    x, y = ends[0]
    for operator, numbers in segments:
        if operator == "C" and not (
            left <= min(numbers[0], numbers[2]) and max(numbers[0], numbers[2]) <= right
            and bottom <= min(numbers[1], numbers[3]) and max(numbers[1], numbers[3]) <= top
        ):  # fmt: skip
            xs, ys = _walked(x, *numbers[::2]), _walked(y, *numbers[1::2])
            left, bottom, right, top = min(left, *xs), min(bottom, *ys), max(right, *xs), max(top, *ys)
        if numbers:
            x, y = numbers[-2:]
    return left, bottom, right, top


def _weights(t: float) -> tuple[float, float, float, float]:
    """How much each point of a cubic curve counts for the place at `t` on it (Bernstein polynomials)."""
    u = 1 - t
    return u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t


_STEPS = tuple(_weights(step / 16) for step in range(1, 16))


def _walked(start: float, first: float, second: float, end: float) -> list[float]:
    """One coordinate of the places on a curve, from those of its four points."""
    return [b0 * start + b1 * first + b2 * second + b3 * end for b0, b1, b2, b3 in _STEPS]


def arc(
    x: float, y: float, rx: float, ry: float, turn: float, is_large: bool, is_sweep: bool, to_x: float, to_y: float
) -> list[Segment]:
    """An SVG arc from (x, y) as cubic curves (SVG 1.1 F.6.5 and F.6.6); `turn` in degrees."""
    rx, ry = abs(rx), abs(ry)
    if (x, y) == (to_x, to_y):
        return []
    span = hypot(to_x - x, to_y - y)
    rx, ry = _grown_towards(rx, ry, span)
    if span < 1e-9 or min(rx, ry) <= 1e-9 * max(rx, ry):  # beyond what can be squared, and be seen
        return [("L", (to_x, to_y))]
    cos_turn, sin_turn = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x - to_x) / 2, (y - to_y) / 2
    x1, y1 = cos_turn * half_x + sin_turn * half_y, cos_turn * half_y - sin_turn * half_x
    grow = sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    distance = (rx * y1) ** 2 + (ry * x1) ** 2
    root = sqrt(max(0.0, (rx * ry) ** 2 - distance) / distance) * (1 if is_large != is_sweep else -1)
    cx1, cy1 = root * rx * y1 / ry, -root * ry * x1 / rx
    start = ((x1 - cx1) / rx, (y1 - cy1) / ry)
    sweep = _angle(start, ((-x1 - cx1) / rx, (-y1 - cy1) / ry))
    if is_sweep and sweep < 0:
        sweep += 2 * pi
    elif not is_sweep and sweep > 0:
        sweep -= 2 * pi
    centre = (cos_turn * cx1 - sin_turn * cy1 + (x + to_x) / 2, sin_turn * cx1 + cos_turn * cy1 + (y + to_y) / 2)
    placed: Transform = (cos_turn * rx, sin_turn * rx, -sin_turn * ry, cos_turn * ry, *centre)
    curves = transformed(_unit_arc(_angle((1.0, 0.0), start), sweep), placed)
    curves[-1] = ("C", (*curves[-1][1][:4], to_x, to_y))  # end exactly where the next command starts
    return curves


def _grown_towards(rx: float, ry: float, distance: float) -> tuple[float, float]:
    """Radii far too small for the distance that their arc must span, brought near to it in proportion: they would have
    to grow anyway, and are too small to be squared."""
    larger = max(rx, ry)
    if not larger or larger >= distance / 1000:
        return rx, ry
    return rx / larger * distance / 1000, ry / larger * distance / 1000


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Segment]:
    """A closed ellipse from its rightmost point."""
    curves = transformed(_unit_arc(0.0, 2 * pi), (rx, 0, 0, ry, cx, cy))
    return [("M", (cx + rx, cy)), *curves, ("Z", ())]


def _unit_arc(start: float, sweep: float) -> list[Segment]:
    """Part of the unit circle as cubic curves of a quarter turn at most."""
    parts = max(1, ceil(abs(sweep) / (pi / 2) - 1e-9))
    step = sweep / parts
    reach = 4 / 3 * tan(step / 4)
    curves: list[Segment] = []
    for part in range(parts):
        a, b = start + part * step, start + (part + 1) * step
        curves.append((
            "C",
            (cos(a) - reach * sin(a), sin(a) + reach * cos(a), cos(b) + reach * sin(b), sin(b) - reach * cos(b),
             cos(b), sin(b)),
        ))  # fmt: skip
    return curves


def _angle(one: tuple[float, float], other: tuple[float, float]) -> float:
    length = hypot(*one) * hypot(*other)
    dot = (one[0] * other[0] + one[1] * other[1]) / length if length else 1.0
    angle = acos(min(1.0, max(-1.0, dot)))
    return -angle if one[0] * other[1] - one[1] * other[0] < 0 else angle
