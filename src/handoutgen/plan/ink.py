"""What can be placed on a page, and what it may ask of the page it is drawn on. Lengths are in pt."""

from __future__ import annotations

from typing import Protocol

from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element, Running
from handoutgen.text.model import Line


class Ink(Protocol):
    """What a piece may ask of the page it is drawn on; pdf's canvas provides it. Coordinates are the piece's own.

    Whatever is drawn outside a call that names an element becomes an artifact (PDF/UA-1 7.1).
    """

    def draw_lines(
        self, element: Element | Running | None, lines: tuple[Line, ...], x: float, y: float, leading: float
    ) -> None:
        """Set lines of text: `x` is the column's left edge, `y` the first baseline, each next one `leading` lower.

        A glyph run whose tag is an Element belongs to that element, any other to `element`; None and what runs over or
        under the text are artifacts.
        """

    def draw_drawing(
        self, element: Element | None, drawing: Drawing, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a drawing into the box with lower left corner (x, y); `element` is its Figure, None an artifact."""

    def draw_image(
        self, element: Element | None, image: Raster, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a picture into the box with lower left corner (x, y)."""

    def draw_rule(
        self, element: Element | None, x1: float, y1: float, x2: float, y2: float, thickness: float, colour: str
    ) -> None:
        """A straight line; `element` is the Form that it is to be written on for, None an artifact."""

    def draw_box(
        self, x: float, y: float, width: float, height: float, *, radius: float = 0,
        stroke: str | None = None, thickness: float = 0, fill: str | None = None,
    ) -> None:  # fmt: skip
        """A rectangle with round corners, an artifact."""

    def draw_field(self, element: Element, x: float, y: float, width: float, height: float) -> None:
        """Where a Form that is `typed` is filled in; it has no ink. Boxes of one form that meet are one field."""


class Piece(Protocol):
    """Something that can be placed on a page: it knows its size before it is placed, and draws itself when asked."""

    @property
    def width(self) -> float:
        """In pt."""

    @property
    def height(self) -> float:
        """In pt."""

    def paint(self, ink: Ink) -> None:
        """Draw at the origin (lower left corner), upwards to `height`."""
