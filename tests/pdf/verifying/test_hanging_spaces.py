"""White space that hangs out of a column is no ink: a line may fill its column to where printers begin to fail."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Page, Plan
from handoutgen.text.fontbook import FontBook
from pdf.copying.copied_sheet import MARGIN, MEASURE, font_book, page_of
from pdf.copying.copied_texts import TEXTS


@pytest.fixture(scope="module")
def book() -> FontBook:
    return font_book()


def on_a_wide_page(plan: Plan) -> Plan:
    """The same with more room at the right, where nothing is to be in the way of what is asked about the left."""
    [page], [side] = plan.pages, plan.sheets
    wide = page.width + 200
    return replace(plan, pages=(Page(wide, page.height, page.pieces),), sheets=(replace(side, width=wide),))


def too_near(plan: Plan, inset: float, book: FontBook) -> list[str]:
    """What is too near the edge, were this much of it to stay white."""
    plan = replace(plan, safe_inset=inset)
    return [problem for problem in verify(render(plan, book), plan) if "too near" in problem]


@pytest.mark.parametrize("language", ["ar", "he", "ur"])
def test_a_full_line_may_reach_the_safe_area_and_no_further(language: str, book: FontBook) -> None:
    plan = on_a_wide_page(page_of(language, TEXTS[language], book))
    pieces = [placed.piece for placed in plan.pages[0].pieces]
    longest = max(line.width for piece in pieces if isinstance(piece, TextPiece) for line in piece.lines[:-1])
    inset = min(MARGIN + MEASURE - longest, MARGIN)
    assert too_near(plan, inset, book) == []
    assert too_near(plan, inset + 6, book)
