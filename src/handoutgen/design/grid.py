"""A sheet and a body size become a page grid: margins, a side column where there is room, and the text column.

12 pt across a full A4 column runs to about 89 characters, far past the 70 that RNIB Clear Print allows. The spare
width becomes a side column for section names, numerals, icons and small figures. From 16 pt there is no spare
width: one column, at most 152 mm wide (US Access Board: 6 inches, for readers with a magnifier).
"""

from __future__ import annotations

from dataclasses import dataclass

from handoutgen.design.scale import Scale
from handoutgen.units import mm

CHARACTERS_PER_LINE = 70
MEASURE_IN_EMS = 29.5
"""The widest text column in units of the body size: at most 70 characters of Atkinson Hyperlegible Next."""
OFFICE_PRINTER_INSET = mm(6.5)
BINDING_MARGIN = mm(20)
"""Clear of ISO 838 punch holes (centres 12 mm from the edge) and of staples."""
WIDEST_LARGE_PRINT = mm(152)


@dataclass(frozen=True, slots=True)
class Grid:
    """Lengths in pt. x grows from the page's left edge, y from its lower edge."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    side: float
    """Width of the side column; 0 when there is none."""
    gutter: float
    measure: float
    """Width of the text column."""

    @property
    def text_x(self) -> float:
        """The text column's left edge, from the content's left edge."""
        return self.side + self.gutter

    @property
    def full(self) -> float:
        """The whole content width: side column, gutter and text column."""
        return self.side + self.gutter + self.measure

    @property
    def has_side(self) -> bool:
        """Whether there is a side column."""
        return self.side > 0

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def narrow_grid(width: float, height: float, scale: Scale, margin: float) -> Grid:
    """One column on a small page or panel: a booklet's page, a third of a folded sheet. Margins are equal left and
    right, so that a panel looks the same on either side of a fold."""
    measure = min(width - 2 * margin, MEASURE_IN_EMS * scale.base)
    return Grid(width, height, (width - measure) / 2, mm(11), mm(9), 0, 0, measure)


def grid_for(width: float, height: float, scale: Scale) -> Grid:
    """The grid of a flat leaflet page of `width` × `height` pt."""
    if scale.is_large:
        measure = min(WIDEST_LARGE_PRINT, width - 2 * BINDING_MARGIN)
        return Grid(width, height, (width - measure) / 2, mm(19), mm(15), 0, 0, measure)
    inner = width - 2 * BINDING_MARGIN
    gutter = mm(6)
    side = mm(44 - 3 * (scale.base - 12))
    measure = min(inner - side - gutter, MEASURE_IN_EMS * scale.base)
    side = inner - gutter - measure
    return Grid(width, height, BINDING_MARGIN, mm(16), mm(14), side, gutter, measure)
