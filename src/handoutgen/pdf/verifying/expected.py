"""A plan painted onto nothing, to know what the file must show and where.

Verification compares the finished bytes with this, so it also finds what no rule forbids: a line that moved, a line
drawn twice, a picture in another place.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from handoutgen.pdf.reading.geometry import ReadBox
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element, Running
from handoutgen.plan.pages import Plan
from handoutgen.text.model import Line

_SPACE = 0.22
"""The space that a line was broken at, in ems: it stands at the line's end but is no ink."""


class ExpectedText(NamedTuple):
    """A run of text: where its baseline starts, where its ink starts and ends, its size, what it says and how it runs,
    and whether it stands over or under the page's text."""

    x: float
    y: float
    left: float
    right: float
    size: float
    text: str
    rtl: bool
    running: str = ""


class ExpectedSide(Struct):
    """What one sheet side shows: each run of text, the box of each drawing or picture, and where it is filled in."""

    texts: list[ExpectedText] = field(default_factory=list)
    pictures: list[tuple[Element | None, ReadBox]] = field(default_factory=list)
    fields: list[tuple[Element, ReadBox]] = field(default_factory=list)


class _Recorder:
    """An `Ink` that only remembers."""

    def __init__(self) -> None:
        self.side = ExpectedSide()
        self.x = self.y = 0.0

    def draw_lines(
        self, element: Element | Running | None, lines: tuple[Line, ...], x: float, y: float, leading: float
    ) -> None:
        """Remember where each run starts."""
        left, baseline = self.x + x, self.y + y
        for line in lines:
            for run in line.runs:
                start = left + run.x
                end = start + run.width
                white = _SPACE * run.size if run.text.endswith(" ") else 0.0
                ink = (start + white, end) if run.rtl else (start, end - white)
                running = element if isinstance(element, str) else ""
                self.side.texts.append(ExpectedText(start, baseline, *ink, run.size, run.text, run.rtl, running))
            baseline -= leading

    def draw_drawing(
        self, element: Element | None, drawing: Drawing, x: float, y: float, width: float, height: float
    ) -> None:
        """Remember the box."""
        self._picture(element, x, y, width, height)

    def draw_image(
        self, element: Element | None, image: Raster, x: float, y: float, width: float, height: float
    ) -> None:
        """Remember the box."""
        self._picture(element, x, y, width, height)

    def _picture(self, element: Element | None, x: float, y: float, width: float, height: float) -> None:
        left, bottom = self.x + x, self.y + y
        self.side.pictures.append((element, (left, bottom, left + width, bottom + height)))

    def draw_rule(
        self, element: Element | None, x1: float, y1: float, x2: float, y2: float, thickness: float, colour: str
    ) -> None:
        """Nothing: rules are decoration, held by the margins alone."""

    def draw_box(
        self, x: float, y: float, width: float, height: float, *, radius: float = 0,
        stroke: str | None = None, thickness: float = 0, fill: str | None = None,
    ) -> None:  # fmt: skip
        """Nothing, as with rules."""

    def draw_field(self, element: Element, x: float, y: float, width: float, height: float) -> None:
        """Remember the box."""
        left, foot = self.x + x, self.y + y
        self.side.fields.append((element, (left, foot, left + width, foot + height)))


def expected_side(plan: Plan, number: int) -> ExpectedSide:
    """What a sheet side must show."""
    recorder = _Recorder()
    for placement in plan.sheets[number].placements:
        for placed in plan.pages[placement.page].pieces:
            recorder.x, recorder.y = placement.x + placed.x, placement.y + placed.y
            placed.piece.paint(recorder)
    return recorder.side
