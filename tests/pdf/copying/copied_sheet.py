"""A page of paragraphs in any language, as a plan, to be written and read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from handoutgen.language import language_of
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed, Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle

WIDTH, HEIGHT, MARGIN, MEASURE = 595.276, 841.89, 57.0, 480.0
FONTS = Path(__file__).resolve().parents[3] / "fonts"


def font_book() -> FontBook:
    """The program's fonts."""
    return FontBook(FONTS)


def can_set(fonts: FontBook, paragraphs: Sequence[str]) -> bool:
    """Whether there are fonts for all of a text."""
    return not any(fonts.uncovered(paragraph) for paragraph in paragraphs)


def page_of(
    language: str, paragraphs: Sequence[str], fonts: FontBook, measure: float = MEASURE, size: float = 12.0,
    leading: float = 17.0,
) -> Plan:  # fmt: skip
    """The paragraphs one below the other; lengths in pt."""
    direction = language_of(language).direction
    root = Element("Document")
    pieces: list[Placed] = []
    y = HEIGHT - MARGIN
    for paragraph in paragraphs:
        element = root.add("P", paragraph)
        style = TextStyle(size, leading, direction=direction, language=language)
        lines = break_lines([Run(paragraph, tag=element)], style, measure, fonts)
        piece = TextPiece(element, lines, style.size, style.leading, measure)
        y -= piece.height + 8
        pieces.append(Placed(piece, MARGIN, y))
    return Plan(
        title="Copied", language=language, direction=direction, root=root, pages=(Page(WIDTH, HEIGHT, tuple(pieces)),),
        sheets=(SheetSide(WIDTH, HEIGHT, (Placement(0),)),), duplex="DuplexFlipLongEdge", smallest_text=12,
        safe_inset=18.4, subject="Copied", author="Clinic", keywords=(), modified=date(2026, 3, 1),
    )  # fmt: skip


def lines_of(plan: Plan) -> list[str]:
    """What each set line says, page by page."""
    return [
        line.text
        for page in plan.pages
        for placed in page.pieces
        if isinstance(placed.piece, TextPiece)
        for line in placed.piece.lines
    ]
