"""A sheet and a body size become a page grid: margins, and one column of text or two.

12 pt across a full A4 page runs to about 89 characters, far past the 70 that RNIB Clear Print allows. So a flat leaflet
in standard or clear print has two columns of some 40 characters, with blocks over both of them. From 16 pt on there is
one column.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.design.scale import Scale
from handoutgen.units import mm

CHARACTERS_PER_LINE = 70
MEASURE_IN_EMS = 29.5
"""The widest line of text in units of the body size: at most 70 characters of Atkinson Hyperlegible Next."""
OFFICE_PRINTER_INSET = mm(6.5)
SIDE_MARGIN, LARGE_SIDE_MARGIN = mm(16), mm(20)
"""Clear of the printable area's edge; in large print wide enough to hold the sheet without covering a word."""
COLUMN_GUTTER = mm(9)
WIDEST_LARGE_PRINT = mm(176)
"""As wide as Letter paper between its margins: some 52 characters of 18 pt to a line."""
_LARGE = (LARGE_SIDE_MARGIN, mm(16), mm(10.5), WIDEST_LARGE_PRINT)
"""Margins at the sides, at the top and at the foot, and the widest column."""
_GIANT, GIANT_FROM = (mm(17), mm(12), mm(8.5), mm(182)), 22.0
"""Where so few words stand on a line that each more counts; and the body size in pt from which that holds."""


class Grid(Struct, frozen=True):
    """Lengths in pt. x grows from the page's left edge, y from its lower edge."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    columns: int
    """1 or 2."""
    gutter: float
    """Between the columns; 0 where there is one."""
    measure: float
    """Width of a column."""
    line: float
    """How wide a line of body text may run across the columns, at most."""

    @property
    def full(self) -> float:
        """The whole content width: all columns with what is between them."""
        return self.columns * self.measure + (self.columns - 1) * self.gutter

    @property
    def has_columns(self) -> bool:
        """Whether there are two."""
        return self.columns > 1

    @property
    def second(self) -> float:
        """The second column's left edge, from the content's left edge."""
        return self.measure + self.gutter

    def narrowed(self, width: float) -> Grid:
        """The same page with one column of `width` pt: for what stands in a part of it."""
        return replace(self, columns=1, gutter=0.0, measure=width, line=width)

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def one_column(
    width: float, height: float, scale: Scale, *, left: float, top: float, bottom: float, widest: float
) -> Grid:
    """One column of at most `widest` pt in the middle of the page; margins are equal left and right."""
    measure = min(width - 2 * left, widest, MEASURE_IN_EMS * scale.base)
    return Grid(width, height, (width - measure) / 2, top, bottom, 1, 0.0, measure, measure)


def narrow_grid(width: float, height: float, scale: Scale, margin: float) -> Grid:
    """One column on a small page or panel: a booklet's page, a third of a folded sheet. It looks the same on either
    side of a fold."""
    return one_column(width, height, scale, left=margin, top=mm(11), bottom=mm(9), widest=width)


def grid_for(width: float, height: float, scale: Scale) -> Grid:
    """The grid of a flat leaflet page of `width` × `height` pt."""
    if scale.is_large:
        sides, top, bottom, widest = _GIANT if scale.base >= GIANT_FROM else _LARGE
        return one_column(width, height, scale, left=sides, top=top, bottom=bottom, widest=widest)
    full = width - 2 * SIDE_MARGIN
    measure = (full - COLUMN_GUTTER) / 2
    line = min(full, MEASURE_IN_EMS * scale.base)
    return Grid(width, height, SIDE_MARGIN, mm(11), mm(8), 2, COLUMN_GUTTER, measure, line)
