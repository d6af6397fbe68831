"""Shapes with flat colours → PDF path operators, as short as they can be, and the box that the ink covers.

Points are moved into the drawing's own units here, so that the operators need no `cm`; only a stroke that a transform
stretches unevenly keeps its matrix, since its pen is no longer round.
"""

from __future__ import annotations

from math import isfinite
from typing import Literal

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Segment, Transform, plain
from handoutgen.pictures.problem import NO_SHAPE, PictureProblem
from handoutgen.pictures.svg_numbers import MOST_SEGMENTS, too_many_segments
from handoutgen.pictures.svg_style import Colour, Style

_OPERATORS: dict[str, Literal["m", "l", "c", "h"]] = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Operators:
    """Collects the operators of one drawing. Colours and pens are set when they change."""

    def __init__(self, recolour: Colour | None, stroke_scale: float) -> None:
        self.lines: list[str] = []
        self.box: DrawingBox | None = None
        self.segments = 0
        self._recolour = recolour
        self._stroke_scale = stroke_scale
        self._state: dict[str, str] = {}

    def paint(self, segments: list[Segment], style: Style, matrix: Transform, line: int) -> None:
        """Add one shape. Shapes that leave no ink are skipped; white ones stay, for they may cover something."""
        fill, stroke = self._coloured(style.flat_fill), self._coloured(style.flat_stroke)
        if not segments or (fill is None and stroke is None) or geometry.is_flat(matrix):
            return
        self.segments += len(segments)
        if self.segments > MOST_SEGMENTS:
            raise too_many_segments(line)
        moved = geometry.transformed(segments, matrix)
        if not all(isfinite(number) for _, numbers in moved for number in numbers):
            raise PictureProblem(NO_SHAPE, "the drawing's transforms send a shape to infinity", "redraw it", line)
        if fill is not None:
            self._set("rg", " ".join(map(plain, fill)))
        scale = geometry.scale_of(matrix)
        if stroke is not None:
            self._set("RG", " ".join(map(plain, stroke)))
            self._set_pen(style, scale or 1.0)
            self._grow(moved, style.stroke_width / 2 * (scale or max(map(abs, matrix[:4]))))
        else:
            self._grow(moved, 0.0)
        operator = _paint_operator(fill is not None, stroke is not None, style.is_even_odd)
        if stroke is None or scale is not None:
            self.lines += [*map(_written, moved), operator]
        else:
            self.lines += ["q", " ".join(map(_long, matrix)) + " cm", *map(_written, segments), operator, "Q"]

    def text(self) -> str:
        """The whole drawing, with the state round it kept."""
        return "\n".join(["q", *self.lines, "Q"])

    def _coloured(self, colour: Colour | None) -> Colour | None:
        if colour is None or self._recolour is None or min(colour) > 0.995:
            return colour
        return self._recolour

    def _set_pen(self, style: Style, scale: float) -> None:
        self._set("w", plain(max(0.001, style.stroke_width * scale * self._stroke_scale)))
        self._set("J", str(style.cap))
        self._set("j", str(style.join))
        self._set("M", plain(style.miter_limit))
        dashes = " ".join(plain(dash * scale) for dash in style.dashes)
        self._set("d", f"[{dashes}] {plain(style.dash_offset * scale if dashes else 0.0)}")

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self.lines.append(f"{operands} {operator}")

    def _grow(self, segments: list[Segment], margin: float) -> None:
        box = geometry.bounds(segments)
        if box is None:
            return
        left, bottom, right, top = box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
        old = self.box or (left, bottom, right, top)
        self.box = (min(old[0], left), min(old[1], bottom), max(old[2], right), max(old[3], top))


def _paint_operator(is_filled: bool, is_stroked: bool, is_even_odd: bool) -> str:
    if not is_filled:
        return "S"
    return ("B" if is_stroked else "f") + ("*" if is_even_odd else "")


def _written(segment: Segment) -> str:
    operator, numbers = segment
    return " ".join([*map(plain, numbers), _OPERATORS[operator]])


def _long(value: float) -> str:
    """A matrix entry: more decimals, because it multiplies."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
