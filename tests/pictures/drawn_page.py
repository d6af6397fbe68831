"""A drawing as the one figure of a page: the smallest plan that a whole PDF can be made of."""

from __future__ import annotations

from datetime import date

from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed, Placement, Plan, SheetSide


def plan_of(drawing: Drawing, modified: date, copies: int = 1) -> Plan:
    """One page of 400 pt across with the drawing on it, `copies` times in one place."""
    width, height = 400.0, 400.0 * drawing.height / drawing.width
    root = Element("Document")
    figures = [root.add("Figure", alt="A drawing") for _ in range(copies)]
    pieces = tuple(Placed(DrawingPiece(figure, drawing, width, height), 0.0, 0.0) for figure in figures)
    return Plan(
        title="A drawing", language="en", direction="ltr", root=root, pages=(Page(width, height, pieces),),
        sheets=(SheetSide(width, height, (Placement(0),)),), duplex="Simplex", smallest_text=6.0, safe_inset=-20.0,
        modified=modified,
    )  # fmt: skip
