"""The leaf things that stand on a page: set text, rules, frames, drawings, pictures, lines to write on.

A piece knows its size when it is made and paints itself from its lower left corner upwards. Pieces never measure
again and never split while drawing: page breaking needs every height first, and the same piece can be painted on a
sheet, a panel or a test's canvas.
"""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.language import Direction
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element, Running
from handoutgen.plan.ink import Ink
from handoutgen.text.leading import baseline_offset
from handoutgen.text.model import Line


class TextPiece(Struct, frozen=True, eq=False):
    """Lines of text in a column of `width` pt."""

    element: Element | None
    lines: tuple[Line, ...]
    size: float
    leading: float
    width: float
    running: Running | None = None
    """What an artifact is that stands over or under the text of a page."""
    lowered: float = 0.0
    """How much lower in its line box a baseline stands than the design has it, in pt."""
    tops: tuple[float, ...] = ()
    """For each line, what it needs over its line box where it is the first, in pt; none for text that needs none."""
    drops: tuple[float, ...] = ()
    """The same under its line box, where it is the last."""

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading + self.top + self.drop

    @property
    def ink_width(self) -> float:
        """The widest line in pt."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def baseline(self) -> float:
        """From the top of the piece to its first baseline, in pt."""
        return self.top + baseline_offset(self.size, self.leading) + self.lowered

    @property
    def foot(self) -> float:
        """From the last baseline to the bottom of the piece, in pt."""
        return self.leading - baseline_offset(self.size, self.leading) - self.lowered + self.drop

    @property
    def top(self) -> float:
        """The white over its first line box, in pt."""
        return self.tops[0] if self.tops else 0.0

    @property
    def drop(self) -> float:
        """The white under its last line box, in pt."""
        return self.drops[-1] if self.drops else 0.0

    def part(self, start: int, stop: int) -> TextPiece:
        """The same text's lines `start` to `stop`, as a piece of its own; both belong to one element."""
        return replace(self, lines=self.lines[start:stop], tops=self.tops[start:stop], drops=self.drops[start:stop])

    def paint(self, ink: Ink) -> None:
        ink.draw_lines(self.element or self.running, self.lines, 0, self.height - self.baseline, self.leading)


def level_with(words: TextPiece, mark: TextPiece) -> float:
    """How far under the top of some words a mark beside them has its own, for both to stand on one line. Outside of
    hands all text of a size stands alike, and only high marks over its first line move it."""
    return words.baseline - mark.baseline if words.tops and mark.tops else words.top - mark.top


class Rule(Struct, frozen=True, eq=False):
    """A horizontal line across `width`, in the middle of `height`; an artifact unless it is there to be written on."""

    width: float
    thickness: float
    colour: str
    height: float = 0.0
    element: Element | None = None

    def paint(self, ink: Ink) -> None:
        y = self.height / 2
        ink.draw_rule(self.element, 0, y, self.width, y, self.thickness, self.colour)


class UprightRule(Struct, frozen=True, eq=False):
    """A vertical line of `height`; an artifact unless it parts places to write."""

    height: float
    thickness: float
    colour: str
    width: float = 0.0
    element: Element | None = None

    def paint(self, ink: Ink) -> None:
        ink.draw_rule(self.element, 0, 0, 0, self.height, self.thickness, self.colour)


class Blank(Struct, frozen=True, eq=False):
    """Where a form is filled in on a screen; nothing on paper."""

    width: float
    height: float
    element: Element

    def paint(self, ink: Ink) -> None:
        ink.draw_field(self.element, 0, 0, self.width, self.height)


class Frame(Struct, frozen=True, eq=False):
    """A rectangle behind or around other pieces."""

    width: float
    height: float
    radius: float = 0.0
    stroke: str | None = None
    thickness: float = 0.0
    fill: str | None = None

    def paint(self, ink: Ink) -> None:
        ink.draw_box(
            0, 0, self.width, self.height,
            radius=self.radius, stroke=self.stroke, thickness=self.thickness, fill=self.fill,
        )  # fmt: skip


class DrawingPiece(Struct, frozen=True, eq=False):
    """A vector drawing; an artifact (an icon beside its word) when it has no element."""

    element: Element | None
    drawing: Drawing
    width: float
    height: float

    def paint(self, ink: Ink) -> None:
        ink.draw_drawing(self.element, self.drawing, 0, 0, self.width, self.height)


class RasterPiece(Struct, frozen=True, eq=False):
    """A photograph or scan."""

    element: Element | None
    image: Raster
    width: float
    height: float

    def paint(self, ink: Ink) -> None:
        ink.draw_image(self.element, self.image, 0, 0, self.width, self.height)


class Leaders(Struct, frozen=True, eq=False):
    """Thin lines from the words of a labelled drawing to the places they name, each ending in a dot."""

    width: float
    height: float
    colour: str
    thickness: float
    picture: float
    """How wide the picture is that the lines point into: it stands where reading starts, the words after it."""
    direction: Direction = "ltr"
    spokes: tuple[tuple[float, float, float, float], ...] = field(default=())
    """(word x, word y, place x, place y), in pt from the lower left corner of a picture with its words right of it."""

    def paint(self, ink: Ink) -> None:
        for word, y1, place, y2 in self.spokes:
            x1, x2 = word, place
            if self.direction == "rtl":
                x1, x2 = self.width - word, self.width - self.picture + place
            ink.draw_rule(None, x1, y1, x2, y2, self.thickness, self.colour)
            r = 2.2 * self.thickness
            ink.draw_box(x2 - r, y2 - r, 2 * r, 2 * r, radius=r, fill=self.colour)
