"""A finished drawing read back: its paths as points on paper, with their paint. Lengths in mm."""

import re

import numpy as np
from msgspec import Struct

from handoutgen.drawing.outline.vectors import Array

_HEAD = re.compile(r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"')
_GROUP = re.compile(r'<g [^>]*?stroke="([^"]+)"[^>]*?stroke-width="([\d.]+)"')
_PATH = re.compile(r'<path d="([^"]+)"([^>]*)/>')
_PAINT = re.compile(r'(fill|stroke|stroke-width)="([^"]+)"')
_TOKEN = re.compile(r"[Mlcz]|-?\d*\.?\d+")
_STEPS = 8
"""Points on each cubic."""


class PaintedPath(Struct, frozen=True):
    """One path: its points, whether it is closed, and its paint."""

    course: Array
    closed: bool
    fill: str | None
    stroke: str | None
    width: float


class PaintedSheet(Struct, frozen=True):
    """All paths of a drawing, back to front, and the size of its frame."""

    width: float
    height: float
    marks: tuple[PaintedPath, ...]


def read_marks(svg: str) -> PaintedSheet:
    """A drawing's paths. Raises ValueError for an SVG that is not one of ours."""
    head, group = _HEAD.search(svg), _GROUP.search(svg)
    if not head or not group:
        raise ValueError("this is no drawing made from a pose")
    stroke, width = group[1], float(group[2])
    marks = tuple(_mark(path[1], path[2], stroke, width) for path in _PATH.finditer(svg))
    return PaintedSheet(float(head[1]), float(head[2]), marks)


def _mark(data: str, attributes: str, stroke: str, width: float) -> PaintedPath:
    paint = dict(_PAINT.findall(attributes))
    colour = paint.get("stroke", stroke)
    fill = paint.get("fill")
    return PaintedPath(
        course=course_of(data),
        closed=data.endswith("z"),
        fill=None if fill == "none" else fill,
        stroke=None if colour == "none" else colour,
        width=float(paint.get("stroke-width", width)),
    )


def course_of(data: str) -> Array:
    """Points along path data made of M, l, c and z."""
    tokens = _TOKEN.findall(data)
    numbers: list[float] = []
    points: list[Array] = []
    command = ""
    for token in tokens:
        if token.isalpha():
            command = token
            continue
        numbers.append(float(token))
        if len(numbers) == (6 if command == "c" else 2):
            steps = np.array(numbers).reshape(-1, 2)
            points += [steps[0]] if command == "M" else _onwards(points[-1], steps)
            numbers = []
    return np.array(points)


def _onwards(start: Array, steps: Array) -> list[Array]:
    if len(steps) == 1:
        return [start + steps[0]]
    first, second, end = (start + step for step in steps)
    along = np.linspace(0, 1, _STEPS + 1)[1:, None]
    back = 1 - along
    curve = back**3 * start + 3 * back**2 * along * first + 3 * back * along**2 * second + along**3 * end
    return list(curve)
