"""Marks for the hands that print and fold: ticks where to fold, and for a proof a ruler and the printable area.

The ticks stand on the last side of a folded form alone, which is the one that faces up while folding (the inside of a
folded sheet, the middle of a booklet), at the ends of each fold: short, thin, and in nobody's way. No mark says where
to staple: the stapler meets the cover, and a mark there would stay in sight.

If a proof's ruler does not measure 50 mm on paper, the printer has scaled the page and large print is no longer large.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.design.grid import OFFICE_PRINTER_INSET
from handoutgen.layout.flow.pieces import Frame, Rule, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.pages import Page, Placed
from handoutgen.units import mm

RULER, TICK = mm(50), mm(2)
INSET = OFFICE_PRINTER_INSET + 1.0
"""The marks stay inside the area they show."""
COLOUR, THICKNESS = "#000000", 0.5
FOLD_TICK = mm(3)


def fold_ticks(look: Look, width: float, height: float, folds: tuple[float, ...]) -> Page:
    """Short lines at the head and the foot of each fold, as a page of artifacts; `folds` are x positions in pt."""

    def make(look: Look) -> Page:
        tick = UprightRule(FOLD_TICK, look.scale.hairline, look.palette.write)
        ends = (INSET, height - INSET - FOLD_TICK)
        return Page(width, height, tuple(Placed(tick, x, y) for x in folds for y in ends))

    return look.kept(("folds", width, height, folds), make)


def proof_marks(look: Look, width: float, height: float, folds: Sequence[float]) -> Page:
    """The marks of one side of a sheet as a page of artifacts; `folds` are x positions in pt."""
    placed: list[Placed] = [
        Placed(Frame(width - 2 * INSET, height - 2 * INSET, stroke=COLOUR, thickness=THICKNESS), INSET, INSET)
    ]
    placed += [Placed(UprightRule(height - 2 * INSET, THICKNESS, COLOUR), x, INSET) for x in folds]
    x, y = INSET + mm(3), height - INSET - TICK
    placed.append(Placed(Rule(RULER, THICKNESS, COLOUR), x, y))
    placed += [Placed(UprightRule(TICK, THICKNESS, COLOUR), x + mm(10) * number, y) for number in range(6)]
    words = look.text(None, "50 mm", look.natural_width("50 mm") + 1)
    placed.append(Placed(words, x + RULER + mm(2), height - INSET - words.height))
    return Page(width, height, tuple(placed))
