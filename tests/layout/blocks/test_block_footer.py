"""The footer under the text of every page, and the pages it stands on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.design.grid import CHARACTERS_PER_LINE
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, block, look_for, placed_text, setting_for, text_in

SHORT = "K7QX\u00a04MP6"
CODE = "CR-1 · Version 1.0"
SHORTLY_DUE = "review Nov 2029"
PUBLISHED, DUE = "Published November 2026, review November 2029", "review November 2029"


@pytest.mark.parametrize(
    ("base", "row"), [(12, f"{CODE} · {PUBLISHED}"), (18, f"{CODE} · {DUE}"), (24, CODE), (36, "CR-1")]
)
def test_the_footer_says_on_one_line_which_leaflet_it_is_and_how_current_where_there_is_room(
    fonts: FontBook, base: float, row: str
) -> None:
    look = look_for(fonts, base)
    placed = Footer(look, a_leaflet()).on_page(2, 9)
    assert placed_text(placed) == [row, "Page 2 of 9"]
    assert {put.piece.size for put in placed if isinstance(put.piece, TextPiece)} == {base}


@pytest.mark.parametrize(
    ("base", "row"), [(12, f"{CODE} · {SHORT} · {DUE}"), (18, f"CR-1 · {SHORT} · {DUE}"), (24, f"CR-1 · {SHORT}")]
)
def test_the_footer_has_the_short_code_of_the_text_on_its_one_line(fonts: FontBook, base: float, row: str) -> None:
    look = look_for(fonts, base)
    look = replace(look, voice=replace(look.voice, text_code=SHORT))
    assert placed_text(Footer(look, a_leaflet()).on_page(2, 9)) == [row, "Page 2 of 9"]


@pytest.mark.parametrize(("form", "due"), [("a5-booklet", DUE), ("half-letter-booklet", SHORTLY_DUE)])
def test_on_a_narrow_page_the_version_gives_way_to_the_next_review_but_for_the_code_of_the_text(
    fonts: FontBook, form: str, due: str
) -> None:
    look = setting_for(fonts, 12, form=form)
    look = replace(look, voice=replace(look.voice, text_code=SHORT))
    assert placed_text(Footer(look, a_leaflet()).on_page(2, 9)) == [f"CR-1 · {SHORT} · {due}", "Page 2 of 9"]


def test_a_footer_is_never_longer_than_a_line_of_text_may_be(fonts: FontBook) -> None:
    look = look_for(fonts, 12)
    leaflet = a_leaflet().model_copy(update={"code": "CR-1-LONGER-CODE"})
    look = replace(look, voice=replace(look.voice, text_code=SHORT))
    said = placed_text(Footer(look, leaflet).on_page(2, 9))
    assert len(said) == 2 and len(said[0]) <= CHARACTERS_PER_LINE and SHORT in said[0]


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
    assert line.y == pytest.approx(max(put.top for put in texts) + look.unit * 0.25)
    assert footer.height == pytest.approx(line.y - look.grid.bottom + look.unit * 1.45)


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_the_last_line_of_a_full_page_stands_a_line_above_the_footers_rule(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    footer = Footer(look, a_leaflet())
    (rule,) = [put for put in footer.on_page(2, 9) if isinstance(put.piece, Rule)]
    text = look.text(None, "The last line.", look.grid.measure)
    last_baseline = look.grid.bottom + footer.height + text.height - text.baseline
    assert last_baseline - rule.y >= look.scale.body.leading * 0.95


def test_the_page_number_ends_at_the_right_margin_and_touches_nothing(fonts: FontBook) -> None:
    look = look_for(fonts)
    placed = [put for put in Footer(look, a_leaflet()).on_page(88, 88) if isinstance(put.piece, TextPiece)]
    ends = [max(run.x + run.width for run in text_in(put).lines[0].runs) for put in placed]
    starts = [text_in(put).lines[0].runs[0].x for put in placed]
    assert ends[1] == pytest.approx(look.grid.full)
    assert ends[0] + look.scale.base <= starts[1]
    assert placed[0].y == placed[1].y


@pytest.mark.parametrize("base", [12, 14, 18, 24, 30, 36])
def test_in_no_print_size_does_a_footer_run_into_its_page_number(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    look = replace(look, voice=replace(look.voice, text_code="WDF6\u00a0MMTK"))
    placed = [put for put in Footer(look, a_leaflet(code="LC-MS")).on_page(88, 88) if isinstance(put.piece, TextPiece)]
    ends = [max(run.x + run.width for run in text_in(put).lines[0].runs) for put in placed]
    starts = [text_in(put).lines[0].runs[0].x for put in placed]
    assert ends[0] + look.scale.base * 0.9 <= starts[1]


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


def test_columns_stand_side_by_side_and_what_follows_under_the_higher_one(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    columns = TwoColumns((block(20), block(30, before=8)), (block(40),))
    (page,) = text_pages(setting, [[block(10), columns, block(25, before=6)]], Footer(setting, a_leaflet()))
    grid = setting.grid
    top = grid.height - grid.top
    assert [(put.x, round(top - put.top, 6)) for put in page.pieces[:5]] == [
        (grid.left, 0), (grid.left, 10), (grid.left, 38), (grid.left + grid.second, 10), (grid.left, 74),
    ]  # fmt: skip


def test_clinics_share_a_page_that_has_the_same_columns(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic())
    footer, one, two = Footer(setting, a_leaflet()), block(20), block(20)
    first, again, other = (
        text_pages(setting, [[TwoColumns((left,), (right,))]], footer)[0]
        for left, right in ((one, two), (one, two), (two, one))
    )
    assert first is again
    assert first is not other


def test_pages_after_the_first_have_more_white_between_their_atoms_where_there_is_room(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    footer = Footer(setting, a_leaflet())
    full = setting.grid.depth - footer.height - 100 - 10
    written = [
        [block(100), block(20, before=10)],
        [block(100), block(20, before=10)],
        [block(100), block(full, before=10)],
    ]
    tops = [[put.top for put in page.pieces[:2]] for page in text_pages(setting, written, footer, most_white=2)]
    assert [high - low for high, low in tops] == pytest.approx([110, 120, 110])
    usual = text_pages(setting, written, footer)
    assert [page.pieces[0].top - page.pieces[1].top for page in usual] == pytest.approx([110] * 3)


def test_pictures_take_the_room_that_is_left_only_where_they_may(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    footer = Footer(setting, a_leaflet())
    picture = replace(block(50), grown=lambda more: block(50 + min(more, 30)))
    plain, grown = (text_pages(setting, [[picture]], footer, pictures_grow=may)[0] for may in (False, True))
    assert [page.pieces[0].piece.height for page in (plain, grown)] == [50, 80]
