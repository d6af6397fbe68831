"""The diary alone: a page for each week, with room to write, and only the first week read out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import diary
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    a_leaflet,
    all_of,
    content_of,
    look_for,
    placed_text,
    said_by,
    setting_for,
    shape,
    text_in,
)

COLUMNS = [{"title": "Day", "example": "Monday"}, {"title": "How bad", "example": "6"}, {"title": "What I did"}]
MANY = [{"title": f"Something {number}"} for number in range(7)]


def made(fonts: FontBook, base: float = 12, weeks: int = 1, columns: Any = COLUMNS, **tool: Any) -> Composed:
    chart = {"kind": "diary", "title": "My diary", "columns": columns, **tool}
    leaflet = a_leaflet(tools=[{"kind": "notes", "title": "My notes"}, chart])
    return diary.compose(leaflet, setting_for(fonts, base, form="diary-a4"), FORMATS["diary-a4"], Options(weeks=weeks))


def writing_rows(composed: Composed, page: int) -> list[float]:
    """The distances between the lines to write on, as wide as the page."""
    rules = [put for put in composed.pages[page].pieces if isinstance(put.piece, Rule) and put.piece.width > 400]
    at = sorted((put.y for put in rules if getattr(put.piece, "colour", "") == "#767676"), reverse=True)
    return [upper - lower for upper, lower in pairwise(at)]


def test_a_leaflet_without_a_diary_has_none_to_print(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"cramps has no diary to print\.") as caught:
        diary.compose(a_leaflet(), setting_for(fonts, form="diary-a4"), FORMATS["diary-a4"], Options())
    assert "kind" in caught.value.remedy


def test_it_says_whose_diary_and_which_week_over_a_table_with_an_example(fonts: FontBook) -> None:
    root = made(fonts, intro="Fill in a row each day.").root
    assert shape(root) == (
        "Document(P P H1 P(Link) P Div(P Form P Form) "
        "Table(THead(TR(TH(P) TH(P) TH(P))) TBody(TR(TD(P) TD(P) TD(P)) TR(TD(Form)))) P)"
    )
    assert said_by(root) == [
        "Patient information", "Draft: not yet approved by a clinic", "My diary", "In an emergency, call 999.",
        "Fill in a row each day.",
        "Name:", "Starting on:", "Day", "How bad", "What I did", "Example: Monday", "6",
        "Ask your clinic for this leaflet in large print, another format or another language.",
    ]  # fmt: skip
    assert {header.scope for header in all_of(root, "TH")} == {"Column"}
    assert all_of(root, "H1")[0].bookmark == "My diary"


@pytest.mark.parametrize(("base", "least"), [(12, 15), (18, 7), (24, 3)])
def test_rows_are_at_least_ten_millimetres_high_and_fill_the_page_with_seven_or_more(
    fonts: FontBook, base: float, least: int
) -> None:
    composed = made(fonts, base)
    pitches = writing_rows(composed, 0)
    assert len(pitches) >= least
    assert min(pitches) >= mm(10) - 0.001
    rows = sum(len(writing_rows(composed, page)) + (1 if page else 0) for page in range(len(composed.pages)))
    assert rows >= 7


@pytest.mark.parametrize(("base", "beside"), [(12, True), (14, True), (18, False), (24, False)])
def test_name_and_week_stand_side_by_side_and_in_large_print_one_under_the_other(
    fonts: FontBook, base: float, beside: bool
) -> None:
    (name,), (week,) = (
        [put for put in made(fonts, base).pages[0].pieces if placed_text([put]) == [label]]
        for label in ("Name:", "Starting on:")
    )
    assert (name.y == week.y) is beside
    assert (name.x == week.x) is not beside


@pytest.mark.parametrize(("base", "weeks"), [(12, 1), (12, 3), (24, 2)])
def test_each_week_is_the_same_pages_again_but_only_the_first_is_read(fonts: FontBook, base: float, weeks: int) -> None:
    one, many = made(fonts, base), made(fonts, base, weeks)
    a_week = len(one.pages)
    assert len(many.pages) == weeks * a_week
    for number, page in enumerate(many.pages):
        shown = [text for text in placed_text(page.pieces) if not text.startswith("Page")]
        first = [text for text in placed_text(one.pages[number % a_week].pieces) if not text.startswith("Page")]
        assert shown == first
        assert bool(list(content_of(page))) is (number < a_week and bool(list(content_of(one.pages[number]))))
    assert said_by(many.root) == said_by(one.root)


def test_where_the_columns_are_too_narrow_for_their_words_each_day_is_a_form(fonts: FontBook) -> None:
    composed = made(fonts, 24, columns=MANY)
    assert all_of(composed.root, "Table") == []
    forms = [kid for kid in composed.root.kids if kid.ident == "entry"]
    assert len(forms) == 1
    assert said_by(forms[0]) == [column["title"] for column in MANY]
    shown = [text for page in composed.pages for text in placed_text(page.pieces)]
    assert shown.count("Something 3") == 7


@pytest.mark.parametrize("base", [12, 14, 18])
def test_the_page_ends_eight_millimetres_above_the_footers_line(fonts: FontBook, base: float) -> None:
    page = made(fonts, base).pages[0]
    footer = min(put.y for put in page.pieces if isinstance(put.piece, Rule))
    texts = [put.y for put in page.pieces if isinstance(put.piece, TextPiece) and put.piece.running is None]
    last = min([put.y for put in page.pieces if isinstance(put.piece, Rule) and put.y > footer] + texts)
    assert mm(8) - 0.01 <= last - footer <= mm(8) + mm(10)


def test_the_example_stands_out_from_what_somebody_wrote(fonts: FontBook) -> None:
    page, look = made(fonts).pages[0], look_for(fonts)
    (tint,) = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.fill == look.palette.tint]
    example = next(put for put in page.pieces if placed_text([put]) == ["Example: Monday"])
    assert tint.y < example.y < example.top < tint.top
    rows = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.width > look.grid.full / 2]
    assert tint.x < example.x, "the words stand off its edge"
    assert (tint.x, tint.piece.width) == pytest.approx((rows[0].x, rows[0].piece.width))
    first, *_ = text_in(example).lines[0].runs
    head = text_in(next(put for put in page.pieces if placed_text([put]) == ["How bad"])).lines[0].runs[0]
    assert (first.text.strip(), first.face) == ("Example:", head.face)
    large = made(fonts, 18).pages[0]
    assert [put for put in large.pieces if isinstance(put.piece, Frame) and put.piece.fill == look.palette.tint] == []


def test_rows_and_columns_are_ruled_in_one_colour_and_words_stand_as_far_from_each_edge(fonts: FontBook) -> None:
    page, setting = made(fonts).pages[0], setting_for(fonts)
    uprights = [put.piece for put in page.pieces if isinstance(put.piece, UprightRule)]
    assert {each.colour for each in uprights} == {setting.palette.write}
    lines = sorted({setting.grid.left, *(put.x for put in page.pieces if isinstance(put.piece, UprightRule))})
    heads = [put.x for put in page.pieces if placed_text([put]) in ([column["title"]] for column in COLUMNS)]
    assert len({round(x - line, 2) for x, line in zip(sorted(heads), lines, strict=True)}) == 1
    day, example = (
        next(put for put in page.pieces if placed_text([put]) == [said]) for said in ("Day", "Example: Monday")
    )
    assert day.x == example.x > setting.grid.left


def test_it_claims_the_diary_and_no_other_tool(fonts: FontBook) -> None:
    claims = made(fonts).claims
    assert claims is not None
    assert (claims(("tools", 1, "title")), claims(("tools", 0, "title")), claims(("title",))) == (True, False, False)


LONG: dict[str, Any] = {
    "paragraphs": {"intro": "\n\n".join(["A word of it."] * 60)},
    "one paragraph": {"intro": "Breathing in and out slowly. " * 90},
    "a table": {"intro": "| A | B |\n|---|---|\n" + "| a word | another |\n" * 60},
    "a long title": {"title": "Breathing and " * 5, "intro": "Breathing in and out slowly. " * 20},
    "long titles of columns": {"columns": [{"title": "Breathing in and out slowly", "example": "Breathing " * 4}] * 7},
}


@pytest.mark.parametrize("base", [12, 14, 18, 24, 36])
@pytest.mark.parametrize("name", LONG)
def test_what_stands_over_the_chart_may_be_longer_than_a_page(fonts: FontBook, name: str, base: float) -> None:
    composed = made(fonts, base, **LONG[name])
    setting = setting_for(fonts, base, form="diary-a4")
    below = [put for page in composed.pages for put in content_of(page) if put.y < setting.grid.bottom - 0.01]
    assert below == []


@pytest.mark.parametrize("base", [12, 18, 36])
def test_it_says_whom_to_call_in_an_emergency(fonts: FontBook, base: float) -> None:
    assert "In an emergency, call 999." in " ".join(said_by(made(fonts, base).root))
