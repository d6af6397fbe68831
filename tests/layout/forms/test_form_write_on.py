"""The sheet to write on: rows as promised, landscape in large print, one sheet, and whom to call."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.words import words_for
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.ticking import BOX_SHARE
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.layout.forms import write_on
from handoutgen.layout.forms.write_on import fewer_and_fewer
from handoutgen.layout.forms.write_on_front import head_atoms, notes_to_fill
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.voice import voice_of
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    fields,
    lines_of,
    placed_text,
    said_by,
    setting_for,
    text_in,
)

COLUMNS = [{"title": "Day", "example": "Monday"}, {"title": "How bad", "example": "6"}, {"title": "What I did"}]
DIARY = {"kind": "diary", "title": "My diary", "intro": "Fill it in.", "columns": COLUMNS, "rows": 14}
PLAN = {"kind": "checklist", "title": "My plan", "items": ["Stretch.", "Drink."], "optional": True}
ASK = {"kind": "questions", "title": "To ask", "questions": ["Why me?", "What helps?"], "lines": 3}


def made(fonts: FontBook, base: float = 12, tools: Any = (DIARY, PLAN, ASK), **warned: Any) -> Composed:
    """The sheet of a leaflet whose strategy has what it warns of."""
    setting = setting_for(fonts, base, a_clinic(), form="write-on-a4")
    leaflet = a_leaflet(tools=list(tools), management={"strategies": [a_strategy(**warned)]})
    return write_on.compose(leaflet, setting, FORMATS["write-on-a4"], Options())


def test_a_leaflet_without_such_parts_is_refused(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"cramps has no parts to write on\.") as caught:
        made(fonts, tools=())
    assert "diary" in caught.value.remedy


@pytest.mark.parametrize("base", [12, 14, 16, 18, 20, 24, 30, 36])
def test_it_is_one_sheet_in_every_size_and_says_whom_to_call(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base)
    assert len(composed.pages) <= 2
    assert "In an emergency, call 999." in " ".join(placed_text(composed.pages[0].pieces))


@pytest.mark.parametrize("base", [12, 14])
def test_the_diary_has_the_rows_that_its_text_promises(fonts: FontBook, base: float) -> None:
    assert ("14 empty rows", "My diary") in fields(made(fonts, base).root)


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_it_lies_on_its_side_and_may_be_copied(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base)
    assert all(page.width > page.height for page in composed.pages)
    assert "Copy this page when you need more." in said_by(composed.root)


@pytest.mark.parametrize(("base", "least"), [(12, 10), (18, 13.5), (24, 13.5)])
def test_rows_have_room_for_a_hand_and_more_for_an_unsteady_one(fonts: FontBook, base: float, least: float) -> None:
    pieces = made(fonts, base).pages[0].pieces
    at = sorted({round(put.y, 2) for put in pieces if isinstance(put.piece, Rule) and put.piece.element}, reverse=True)
    assert len(at) > 2
    assert min(upper - lower for upper, lower in pairwise(at)) >= mm(least) - 0.01


def test_where_columns_are_too_narrow_an_entry_is_a_form_and_the_sheet_stands_upright(fonts: FontBook) -> None:
    columns = [{"title": f"Something {number}"} for number in range(6)]
    composed = made(fonts, 36, tools=[{**DIARY, "columns": columns}])
    assert all(page.width < page.height for page in composed.pages)
    assert all_of(composed.root, "Table") == []


def test_plans_and_questions_stand_on_the_back_with_lines_for_notes(fonts: FontBook) -> None:
    assert {"My plan", "To ask", "My notes"} <= set(placed_text(made(fonts).pages[1].pieces))
    assert notes_to_fill(setting_for(fonts), Element("Document"), 40) == []


@pytest.mark.parametrize(("base", "side"), [(12, 6), (14, 6), (18, 7), (24, 7)])
def test_boxes_to_tick_are_large_enough_for_an_unsteady_hand(fonts: FontBook, base: float, side: float) -> None:
    back = made(fonts, base).pages[-1].pieces
    boxes = [text_in(put) for put in back if placed_text([put]) == ["\N{BALLOT BOX}"]]
    assert len(boxes) == 4
    assert {round(box.size * BOX_SHARE / mm(1), 2) for box in boxes} == {side}


@pytest.mark.parametrize("base", [12, 14])
def test_both_columns_of_the_back_are_filled_with_lines_to_the_foot(fonts: FontBook, base: float) -> None:
    long = [DIARY, {**PLAN, "items": ["Stretch."] * 6}, {**ASK, "questions": ["Why me?"] * 6}]
    setting, page = setting_for(fonts, base), made(fonts, base, long).pages[1]
    rules = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.element]
    left, right = ([put.y for put in rules if (put.x < setting.grid.width / 2) is is_left] for is_left in (True, False))
    footer = min(put.y for put in page.pieces if isinstance(put.piece, Rule))
    assert mm(3) < min(left) - footer < mm(24)
    assert mm(3) < min(right) - footer < mm(24)


def test_the_name_has_a_row_to_itself_unless_the_page_may_be_copied(fonts: FontBook) -> None:
    for base, also in ((12, None), (18, "Copy this page when you need more.")):
        page = made(fonts, base).pages[0].pieces
        name = next(put for put in page if placed_text([put]) == ["Name:"])
        beside = [put for put in page if isinstance(put.piece, TextPiece) and put.y < name.top and put.top > name.y]
        assert [text for put in beside for text in placed_text([put])] == ["Name:", *([also] if also else [])]


def test_the_title_is_as_large_as_on_other_forms(fonts: FontBook) -> None:
    for base in (12, 18):
        page, scale = made(fonts, base).pages[0], setting_for(fonts, base).scale
        title = next(put for put in page.pieces if placed_text([put]) == ["My diary"])
        assert text_in(title).size == scale.h1.size
    long = head_atoms(setting_for(fonts), Element("Div"), a_leaflet(), "Your groin hernia operation", on_two_lines=True)
    largest = [
        put.piece for atom in long for put in atom.puts
        if isinstance(put.piece, TextPiece) and put.piece.size == setting_for(fonts).scale.h1.size
    ]  # fmt: skip
    assert [len(piece.lines) for piece in largest] == [2]


def test_without_a_diary_the_lists_follow_the_leaflets_title(fonts: FontBook) -> None:
    composed = made(fonts, tools=[PLAN, ASK])
    assert len(composed.pages) == 1
    assert [each.bookmark for each in all_of(composed.root, "H1")] == ["Leg cramps"]
    claims = composed.claims
    assert claims is not None
    assert (claims(("title",)), claims(("tools", 0, "items", 0)), claims(("about", "text"))) == (True, True, False)


def test_lines_go_before_parts_and_optional_parts_before_others() -> None:
    tools = a_leaflet(tools=[ASK, PLAN, {"kind": "notes", "title": "Notes"}]).tools
    tried = list(fewer_and_fewer(tools, at_least=1))
    assert [getattr(tried[n][0], "lines", None) for n in range(4)] == [3, 2, 1, 0]
    assert [len(kept) for kept in tried[::4]] == [3, 2, 1]
    assert [tool.title for tool in tried[4]] == ["To ask", "Notes"]


def test_what_is_left_out_is_told(fonts: FontBook) -> None:
    long = {**ASK, "questions": ["Why me, of all the people in the world?"] * 40}
    composed = made(fonts, 24, tools=[DIARY, PLAN, long])
    assert "To ask" in [tool.title for tool in composed.dropped]
    assert composed.claims is not None
    assert not composed.claims(("tools", 2, "questions", 0))


def test_the_emergency_line_is_no_wider_than_its_words(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    assert emergency_width(emergency_line(setting, Element("Document"), 500)) < 300
    assert emergency_width(emergency_line(setting, Element("Document"), 120)) <= 120.01
    head = head_atoms(setting_for(fonts, 24), Element("Document"), a_leaflet(), "My diary")
    assert lines_of(head)[0].startswith("Patient information")


@pytest.mark.parametrize("base", [12, 18])
def test_each_size_has_a_name_line_and_the_clinics_number(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base)
    assert ("1 empty line", "Name") in fields(composed.root)
    assert "0117 496 0123" in placed_text(composed.pages[0].pieces)


def test_in_large_print_notes_stand_in_the_column_that_the_plan_leaves_empty(fonts: FontBook) -> None:
    composed = made(fonts, 18)
    back = [put for put in composed.pages[1].pieces if isinstance(put.piece, TextPiece)]
    at = {put.piece.lines[0].text.strip(): put for put in back if isinstance(put.piece, TextPiece)}
    assert at["My notes"].x == at["My plan"].x < at["To ask"].x
    assert at["My notes"].y < at["My plan"].y


@pytest.mark.parametrize("base", [12, 14, 18])
def test_the_last_row_stands_clear_of_the_footers_line(fonts: FontBook, base: float) -> None:
    page = made(fonts, base).pages[0]
    rules = sorted((put for put in page.pieces if isinstance(put.piece, Rule)), key=lambda put: put.y)
    assert rules[1].y - rules[0].y >= 11.9


DAILY = {**PLAN, "daily": True}


def boxes(composed: Composed) -> list[Frame]:
    frames = [put.piece for put in composed.pages[-1].pieces if isinstance(put.piece, Frame)]
    return [frame for frame in frames if mm(5) < frame.width == frame.height < mm(8)]


def test_a_daily_plan_has_a_box_for_each_day_and_rows_with_room_for_a_tick(fonts: FontBook) -> None:
    composed = made(fonts, tools=(DIARY, DAILY, ASK))
    assert len(boxes(composed)) == 2 * 7
    assert [said for said, _ in fields(composed.root)].count("7 tick boxes") == 2
    assert {"Mon", "Sun", "Tick each day you do it"} <= set(said_by(composed.root))
    assert [sect.ident for sect in all_of(composed.root, "Sect")][-3:] == ["tool-1", "tool-2", "notes"]
    assert boxes(made(fonts, tools=(DIARY, PLAN, ASK))) == []


CARE = "Before you start, read in the full leaflet how to stay safe."


@pytest.mark.parametrize("base", [12, 18, 24])
@pytest.mark.parametrize("intro", [None, "Try these."])
def test_what_is_done_each_day_says_first_where_its_cautions_are(fonts: FontBook, base: float, intro: str) -> None:
    tools = (DIARY, {**DAILY, "intro": intro} if intro else DAILY, ASK)
    said = said_by(made(fonts, base, tools, caution="Sit.").root)
    assert said.index("My plan") < said.index(CARE) < said.index("Stretch.")
    assert not intro or said.index(intro) == said.index(CARE) - 1
    assert CARE not in said_by(made(fonts, base, caution="Sit.").root), "things to bring need no caution"


@pytest.mark.parametrize(
    ("strategy", "is_said"),
    [({}, False), ({"caution": "Sit."}, True), ({"stop_if": ["it hurts"]}, True), ({"ask_first": ["you fell"]}, True)],
)
def test_a_plan_points_to_cautions_only_where_there_are_some(
    fonts: FontBook, strategy: dict[str, Any], is_said: bool
) -> None:
    assert (CARE in said_by(made(fonts, tools=(DIARY, DAILY), **strategy).root)) is is_said


@pytest.mark.parametrize("base", [12, 14])
def test_lines_of_both_columns_under_a_week_stand_level(fonts: FontBook, base: float) -> None:
    page = made(fonts, base, tools=(DIARY, DAILY, ASK)).pages[1]
    half = page.width / 2
    rules = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.element and put.right]
    columns = [put for put in rules if put.piece.width < half]
    left, right = ({round(p.y, 1) for p in columns if (p.x < half) is is_left} for is_left in (True, False))
    assert len(left) > 3
    assert left <= right


def test_where_a_week_has_no_room_the_plan_stays_a_list(fonts: FontBook) -> None:
    for base, tools in ((24, (DIARY, DAILY, ASK)), (12, (DIARY, {**DAILY, "items": ["Stretch."] * 22}, ASK))):
        composed = made(fonts, base, tools)
        assert boxes(composed) == []
        assert "My plan" in said_by(composed.root)


@pytest.mark.parametrize("language", ["en-GB", "ar", "ur"])
def test_the_words_of_the_emergency_line_stand_inside_its_frame_whichever_way_they_run(
    fonts: FontBook, language: str
) -> None:
    setting = setting_for(fonts)
    spoken = voice_of(words_for(language), language, None)
    atom = emergency_line(replace(setting, voice=spoken), Element("Document"), 110, with_disc=False)
    [(place, words)] = [(put.x, put.piece) for put in atom.puts if isinstance(put.piece, TextPiece)]
    assert len(words.lines) > 1
    for line in words.lines:
        left = min(run.x for run in line.runs)
        assert place + left >= 0
        assert place + left + line.width <= emergency_width(atom)


@pytest.mark.parametrize("base", [12, 14, 18, 24])
@pytest.mark.parametrize("kind", ["checklist", "questions"])
def test_a_front_is_never_without_something_to_write_on(fonts: FontBook, base: float, kind: str) -> None:
    texts = [f"Stairs are clear, with rails on both sides {number}." for number in range(9)]
    tool = {"kind": kind, "title": "My home", **({"items": texts} if kind == "checklist" else {"questions": texts})}
    assert "My home" in placed_text(made(fonts, base, tools=[tool]).pages[0].pieces)


def test_a_checklist_by_itself_stands_in_both_columns(fonts: FontBook) -> None:
    home = {"kind": "checklist", "title": "My home", "items": [f"It is clear {n}." for n in range(6)]}
    pieces = made(fonts, tools=[home]).pages[0].pieces
    items = [put.x for put in pieces if "It is clear" in " ".join(placed_text([put]))]
    assert (len(items), len(set(items))) == (6, 2)
