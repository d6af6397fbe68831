"""The title over the text and the footer under it."""

from __future__ import annotations

import pytest
from handoutgen.layout.blocks.title_and_footer import Footer, text_pages, title_block

from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    all_of,
    block,
    gaps,
    look_for,
    placed_text,
    put_that_says,
    puts,
    said_by,
    setting_for,
    shape,
    text_in,
    words,
)

CODE = "CR-1 · Version 1.0"
DOCUMENT = Element("Document")
PUBLISHED, DUE = "Published November 2026, review November 2029", "Next review November 2029"


@pytest.mark.parametrize(("base", "title", "standfirst"), [(12, 25.2, 14.4), (18, 26.1, 19.8), (24, 34.8, 26.4)])
def test_the_title_is_the_biggest_thing_and_the_message_is_larger_than_the_text(
    fonts: FontBook, base: float, title: float, standfirst: float
) -> None:
    root = Element("Document")
    (atom,) = title_block(look_for(fonts, base), root, a_leaflet(subtitle="For people with MS"))
    assert shape(root) == "Document(H1 P P)"
    assert said_by(root) == ["Leg cramps", "For people with MS", "Cramps can be eased."]
    assert [put.piece.size for put in puts(atom)] == [title, standfirst, standfirst]
    assert all_of(root, "H1")[0].bookmark == "Leg cramps"
    assert root.kids[2].ident == "main-message"


def test_without_a_subtitle_nothing_stands_in_its_place(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    (atom,) = title_block(look, root, a_leaflet())
    assert shape(root) == "Document(H1 P)"
    title, message = (put_that_says(atom, text) for text in ("Leg cramps", "Cramps can be eased."))
    assert message.down == pytest.approx(title.piece.height + 1.5 * look.unit)
    assert gaps(look, [atom]) == [2.5]


@pytest.mark.parametrize(("base", "count"), [(12, 6), (18, 5), (24, 4)])
def test_the_message_may_be_a_fifth_wider_than_the_text_column_but_never_than_the_page(
    fonts: FontBook, base: float, count: int
) -> None:
    look = look_for(fonts, base)
    widest = min(look.grid.full, 1.2 * look.grid.measure)
    for message in (words(count, "WOMWOM"), words(20, "WOMWOM")):
        (atom,) = title_block(look_for(fonts, base), Element("Document"), a_leaflet(main_message=message))
        assert put_that_says(atom, message).right <= widest
    natural = look.natural_width(words(count, "WOMWOM"), look.scale.standfirst)
    assert widest < natural < 1.3 * widest


def test_the_title_is_set_once_for_all_clinics_and_hung_into_each_ones_tree(fonts: FontBook) -> None:
    look, one, other = look_for(fonts), Element("Document"), Element("Document")
    assert title_block(look, one, a_leaflet()) is title_block(look, other, a_leaflet())
    assert one.kids == other.kids
    assert shape(other) == "Document(H1 P)"


@pytest.mark.parametrize(
    ("base", "rows"), [(12, [f"{CODE} · {PUBLISHED}"]), (18, [CODE, PUBLISHED]), (24, [CODE, DUE])]
)
def test_the_footer_says_which_leaflet_it_is_and_how_current_on_as_few_lines_as_hold_it(
    fonts: FontBook, base: float, rows: list[str]
) -> None:
    look = look_for(fonts, base)
    placed = Footer(look, a_leaflet()).on_page(2, 9)
    assert placed_text(placed) == [rows[0], "Page 2 of 9", *rows[1:]]
    assert {put.piece.size for put in placed if isinstance(put.piece, TextPiece)} == {base}


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_footer_stands_on_the_lower_margin_under_a_hairline_and_nobody_hears_it(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    footer = Footer(look, a_leaflet())
    placed = footer.on_page(2, 9)
    texts = [put for put in placed if isinstance(put.piece, TextPiece)]
    assert min(put.y for put in texts) == pytest.approx(look.grid.bottom)
    assert [put.piece.element for put in texts if isinstance(put.piece, TextPiece)] == [None] * len(texts)
    (line,) = [put for put in placed if isinstance(put.piece, Rule)]
    assert (line.x, line.piece.width) == (look.grid.left, look.grid.full)
    assert line.y == pytest.approx(max(put.top for put in texts) + look.unit * 0.5)
    assert footer.height == pytest.approx(max(put.top for put in texts) - look.grid.bottom + look.unit * 2)


def test_the_page_number_ends_at_the_right_margin_and_touches_nothing(fonts: FontBook) -> None:
    look = look_for(fonts)
    placed = [put for put in Footer(look, a_leaflet()).on_page(88, 88) if isinstance(put.piece, TextPiece)]
    ends = [max(run.x + run.width for run in text_in(put).lines[0].runs) for put in placed]
    starts = [text_in(put).lines[0].runs[0].x for put in placed]
    assert ends[1] == pytest.approx(look.grid.full)
    assert ends[0] + look.scale.base <= starts[1]
    assert placed[0].y == placed[1].y


def test_each_page_is_its_atoms_from_the_top_margin_down_and_its_footer(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    footer = Footer(setting, a_leaflet())
    first, second = text_pages(setting, [[block(20), block(30, before=8)], [block(40)]], footer)
    top = setting.grid.height - setting.grid.top
    assert [(put.x, put.top) for put in first.pieces[:2]] == [(setting.grid.left, top), (setting.grid.left, top - 28)]
    assert second.pieces[0].top == top
    assert "Page 1 of 2" in placed_text(first.pieces)
    assert "Page 2 of 2" in placed_text(second.pieces)
    assert (first.width, first.height) == (setting.grid.width, setting.grid.height)


def test_pages_after_a_cover_are_counted_with_it(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    (page,) = text_pages(setting, [[block(20)]], Footer(setting, a_leaflet()), before=1)
    assert "Page 2 of 2" in placed_text(page.pieces)


def test_clinics_share_a_page_that_has_the_same_atoms_and_number(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic())
    footer, shared, own = Footer(setting, a_leaflet()), [block(20)], [block(20)]
    one = text_pages(setting, [shared, own], footer)
    other = text_pages(setting, [shared, [block(20)]], footer)
    assert one[0] is other[0]
    assert one[1] is not other[1]
    assert text_pages(setting, [shared], footer)[0] is not one[0]
