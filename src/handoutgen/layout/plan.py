"""The contract between layout and drawing: pages of placed pieces, and the tree of what they mean.

Layout returns a `Plan`; checks and tests read it, imposition permutes its pages, pdf draws it without deciding
anything. Lengths are in pt, the origin of a page is its lower left corner, as in PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, Protocol

from handoutgen.text.model import Direction, Line

Role = Literal[
    "Document", "Part", "Sect", "Div", "Aside", "BlockQuote", "TOC", "TOCI", "Reference", "Caption",
    "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD",
    "Span", "Link", "Figure", "Note",
]  # fmt: skip


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (PDF 32000-1 14.7). Built with the story, in reading order; drawing never changes it.

    A leaf (`text` is not None, or a Figure) owns marked content; any other element only has kids. A paragraph with
    links or a foreign word has Span and Link kids that own the content.
    """

    role: Role
    kids: list[Element] = field(default_factory=list)
    text: str | None = None
    """What a leaf says: the very characters that will be drawn, spaces at line ends included."""
    alt: str | None = None
    language: str | None = None
    uri: str | None = None
    """Link: the address it opens."""
    target: Element | None = None
    """Link: the element it jumps to."""
    description: str | None = None
    """Link: what the annotation's Contents says."""
    scope: Literal["Column", "Row", "Both"] | None = None
    numbering: Literal["Decimal", "Disc", "None"] | None = None
    """L: the ListNumbering attribute."""
    bookmark: str | None = None
    """A heading's entry in the outline."""
    ident: str | None = None
    """A name for goldens and messages (strategy id, section id); not written to the file."""

    def add(self, role: Role, text: str | None = None, **attributes: Any) -> Element:
        """Append and return a new kid."""
        kid = Element(role, text=text, **attributes)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.kids)


class Ink(Protocol):
    """What a piece may ask of the page it is drawn on; pdf's canvas provides it. Coordinates are the piece's own.

    Whatever is drawn outside a call that names an element becomes an artifact (PDF/UA-1 7.1).
    """

    def draw_lines(self, element: Element | None, lines: tuple[Line, ...], x: float, y: float, leading: float) -> None:
        """Set lines of text: `x` is the column's left edge, `y` the first baseline, each next one `leading` lower.

        A glyph run whose tag is an Element belongs to that element, any other to `element`; None is an artifact.
        """

    def draw_drawing(
        self, element: Element | None, drawing: Drawing, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a drawing into the box with lower left corner (x, y); `element` is its Figure, None an artifact."""

    def draw_image(
        self, element: Element | None, image: Raster, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a picture into the box with lower left corner (x, y)."""

    def draw_rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float, colour: str) -> None:
        """A straight line, an artifact."""

    def draw_box(
        self, x: float, y: float, width: float, height: float, *, radius: float = 0,
        stroke: str | None = None, thickness: float = 0, fill: str | None = None,
    ) -> None:  # fmt: skip
        """A rectangle with round corners, an artifact."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A vector drawing ready to paint: PDF path operators in its own units, y upwards, origin lower left."""

    width: float
    height: float
    operators: str
    """Balanced in q/Q, using only path, colour (RGB or grey), line-style and cm operators: no text, no resources."""


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A photograph or scan, decoded to what a PDF/A file may hold (grey or RGB, no alpha)."""

    pixel_width: int
    pixel_height: int
    mode: Literal["L", "RGB"]
    data: bytes
    """The raw samples, or the JPEG file when `jpeg`."""
    jpeg: bool = False


class Piece(Protocol):
    """Something that can be placed: a ReportLab flowable that also says what it is."""

    @property
    def width(self) -> float:
        """In pt."""

    @property
    def height(self) -> float:
        """In pt."""

    def paint(self, ink: Ink) -> None:
        """Draw at the origin (lower left corner), upwards to `height`."""


class Placed(NamedTuple):
    """A piece on a page: (x, y) is its lower left corner in pt from the page's lower left corner."""

    piece: Piece
    x: float
    y: float

    @property
    def top(self) -> float:
        """The upper edge in pt."""
        return self.y + self.piece.height

    @property
    def right(self) -> float:
        """The right edge in pt."""
        return self.x + self.piece.width


@dataclass(frozen=True, slots=True)
class Page:
    """One page or panel. `pieces` are in reading order; artifacts stand anywhere."""

    width: float
    height: float
    pieces: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A leaflet set as pages (or panels) in reading order, before it is put on sheets of paper."""

    root: Element
    pages: tuple[Page, ...]
    dropped: tuple[Any, ...] = ()
    """The optional blocks of the leaflet that a small form had no room for, in the order they were left out."""
    claims: Callable[[tuple[str | int, ...]], bool] | None = None
    """Which fields of the leaflet (by their path) this form says in full; None for all of them."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where on a sheet side a page goes: its index in the plan and its lower left corner in pt."""

    page: int
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of a sheet of paper. `placements` are in reading order."""

    width: float
    height: float
    placements: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A finished layout: what to draw where, what it means, and the promises the file must keep."""

    title: str
    language: str
    direction: Direction
    root: Element
    pages: tuple[Page, ...]
    sheets: tuple[SheetSide, ...]
    duplex: Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]
    smallest_text: float
    """No text in the file is smaller than this, in pt."""
    safe_inset: float
    """No ink comes nearer to a sheet's edge than this, in pt."""
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    modified: date | None = None
    """The content's own date, the only one the file shows."""

    def lie_of(self, side: int) -> Hashable:
        """Which pieces lie where on a sheet side. Sides that are equal in this, in two plans, show the same: drawing
        never changes a piece."""
        return tuple([(put.page, put.x, put.y, self.pages[put.page].pieces) for put in self.sheets[side].placements])
