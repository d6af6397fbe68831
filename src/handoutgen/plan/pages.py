"""Pages of placed pieces, the sheets they lie on, and the finished plan.

Lengths are in pt; the origin of a page is its lower left corner, as in PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from handoutgen.language import Direction
from handoutgen.plan.element import Element
from handoutgen.plan.ink import Piece


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


class Page(Struct, frozen=True, eq=False):
    """One page or panel. `pieces` are in reading order; artifacts stand anywhere. Pages are equal only if they are one
    object, so that what was done for a page that documents share is known by it."""

    width: float
    height: float
    pieces: tuple[Placed, ...]


class Composed(Struct, frozen=True):
    """A leaflet set as pages (or panels) in reading order, before it is put on sheets of paper."""

    root: Element
    pages: tuple[Page, ...]
    dropped: tuple[Any, ...] = ()
    """The optional blocks of the leaflet that a small form had no room for, in the order they were left out."""
    claims: Callable[[tuple[str | int, ...]], bool] | None = None
    """Which fields of the leaflet (by their path) this form says in full; None for all of them."""
    retells: bool = False
    """Whether it tells the leaflet in words of its own, held to it by a check of their own, and leaves out the rest
    because that is what it is."""
    contact: Element | None = None
    """Where a whole form says how to reach the clinic; None without a clinic and in forms that say a part of it."""


class Placement(Struct, frozen=True):
    """Where on a sheet side a page goes: its index in the plan and its lower left corner in pt."""

    page: int
    x: float = 0.0
    y: float = 0.0


class SheetSide(Struct, frozen=True):
    """One side of a sheet of paper. `placements` are in reading order."""

    width: float
    height: float
    placements: tuple[Placement, ...]
    label: str = ""
    """What to call a side that holds several pages: "8, 1"; empty for one page to a side, which has its number."""


class PlanPart(NamedTuple):
    """A stretch of a plan that was one of its own: its links count pages from its own first one, and name its own
    headings."""

    element: Element
    first_page: int
    """The index of its first page in the whole plan."""


class Plan(Struct, frozen=True):
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
    colours: tuple[str, ...] = ()
    """The colours ("#rrggbb") of the `design.colour.NAMES`, in their order; none where its pieces name no colour."""
    identifier: str = ""
    """Which text it is: id, version, language and short code, parted by slashes."""
    parts: tuple[PlanPart, ...] = ()
    """Where it was joined from several; none in the plan of one leaflet."""

    def parts_of_elements(self) -> dict[Element, PlanPart]:
        """Which part each element belongs to, where there are parts."""
        return {element: part for part in self.parts for element in part.element.walk()}

    def placement_key(self, side: int) -> Hashable:
        """Which pieces lie where on a sheet side. Sides that are equal in this, in two plans, show the same: drawing
        never changes a piece."""
        return tuple([(put.page, put.x, put.y, self.pages[put.page].pieces) for put in self.sheets[side].placements])
