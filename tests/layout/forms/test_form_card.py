"""Wallet cards, folded once: how many to a sheet, marks to cut and fold along, what is said where, what goes first."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import card
from handoutgen.layout.forms.card_help import BACKS, FOLDED_BACKS
from handoutgen.plan.pages import Composed, Page
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    CLOSED,
    a_clinic,
    a_leaflet,
    content_of,
    placed_text,
    said_by,
    setting_for,
    words,
)

NIGHT = "When we are closed, call 0117 496 0999."
EMERGENCY = "In an emergency, call 999."
NOW = {"id": "now", "title": "If you have a cramp now", "do": ["Stretch.", "Breathe."]}
IDENTITY = "CR-1 · Version 1.0 · Next review November 2029"
DRAFT = "Draft: not yet approved by a clinic"
LINE = "Nurse advice line: 0117 496 0123"
HIGH = 2 * card.HEIGHT
"""A card laid open."""
SIGNS = ["•", "emergency sign one", "•", "emergency sign two"]


def cards(fonts: FontBook, clinic: Clinic | None = None, form: str = "card", **leaflet: Any) -> Composed:
    setting = setting_for(fonts, clinic=clinic, form=form)
    return card.compose(a_leaflet(**leaflet), setting, FORMATS[form], Options())


def corners(page: Page, across: int, down: int) -> tuple[float, float]:
    """Where the cards start: they stand in the middle of the sheet."""
    return (page.width - across * card.WIDTH) / 2, (page.height - down * HIGH) / 2


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 2), ("card-letter", 2, 2)])
def test_as_many_cards_as_the_paper_holds_but_only_the_first_is_read(
    fonts: FontBook, form: str, across: int, down: int
) -> None:
    composed = cards(fonts, form=form)
    for page, title in zip(composed.pages, ("Cramps can be eased.", "emergency sign two"), strict=True):
        assert placed_text(page.pieces).count(title) == across * down
        assert placed_text(content_of(page)).count(title) == 1
    assert said_by(composed.root).count("Cramps can be eased.") == 1


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 2), ("card-letter", 2, 2)])
def test_every_card_has_the_same_margins_and_nothing_is_nearer_to_its_edge(
    fonts: FontBook, form: str, across: int, down: int
) -> None:
    for page in cards(fonts, a_clinic(out_of_hours=CLOSED), form, sections=[NOW]).pages:
        left, foot = corners(page, across, down)
        starts = set()
        for put in page.pieces:
            if isinstance(put.piece, Rule | UprightRule) and max(put.piece.width, put.piece.height) < mm(5):
                continue  # marks
            column, row = int((put.x - left) / card.WIDTH), int((put.y - foot) / HIGH)
            x, y = put.x - left - column * card.WIDTH, put.y - foot - row * HIGH
            assert x >= card.PADDING - 0.001
            ink = put.piece.ink_width if isinstance(put.piece, TextPiece) else put.piece.width
            assert x + ink <= card.WIDTH - card.PADDING + 0.001
            assert y >= card.PADDING - 0.001
            assert y + put.piece.height <= HIGH - card.PADDING + 0.001
            starts.add((column, row))
        assert len(starts) == across * down
    assert [mm(85.6), mm(54), mm(3.2)] == [card.WIDTH, card.HEIGHT, card.PADDING]


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 2), ("card-letter", 2, 2)])
def test_crop_marks_are_in_line_with_every_edge(fonts: FontBook, form: str, across: int, down: int) -> None:
    page = cards(fonts, a_clinic(), form).pages[0]
    left, foot = corners(page, across, down)
    right, top = page.width - left, page.height - foot
    lines = [put for put in page.pieces if isinstance(put.piece, Rule | UprightRule)]
    marks = [put for put in lines if mm(3.5) < max(put.piece.width, put.piece.height) < mm(5)]
    upright = [put for put in marks if isinstance(put.piece, UprightRule)]
    level = [put for put in marks if isinstance(put.piece, Rule)]
    columns = [left + n * card.WIDTH for n in range(across + 1)]
    rows = [foot + n * HIGH for n in range(down + 1)]
    assert sorted(put.x for put in upright) == pytest.approx(sorted(2 * columns))
    assert sorted(put.y for put in level) == pytest.approx(sorted(2 * rows))
    assert all(put.top <= foot - mm(1) + 0.001 or put.y >= top + mm(1) - 0.001 for put in upright)
    assert all(put.right <= left - mm(1) + 0.001 or put.x >= right + mm(1) - 0.001 for put in level)
    assert {round(max(put.piece.width, put.piece.height), 4) for put in marks} == {round(mm(4), 4)}
    assert min(min(put.x for put in level), min(put.y for put in upright)) >= mm(6.5)


def test_marks_show_where_to_fold_on_the_side_with_the_cover(fonts: FontBook) -> None:
    outside, inside = cards(fonts, a_clinic()).pages
    left, foot = corners(outside, 2, 2)

    def folds(page: Page) -> set[tuple[float, float]]:
        short = [put for put in page.pieces if isinstance(put.piece, Rule) and put.piece.width == card.FOLD_MARK]
        return {(round(put.x, 2), round(put.y, 2)) for put in short}

    ends = [left + n * card.WIDTH for n in (0, 1)]
    across = [x for start in ends for x in (start, start + card.WIDTH - card.FOLD_MARK)]
    middles = [foot + n * HIGH + card.HEIGHT for n in (0, 1)]
    assert folds(outside) == {(round(x, 2), round(y, 2)) for x in across for y in middles}
    assert folds(inside) == set()


def test_nothing_is_printed_over_the_fold_of_the_cover(fonts: FontBook) -> None:
    outside = cards(fonts, a_clinic(out_of_hours=CLOSED), sections=[NOW]).pages[0]
    _, foot = corners(outside, 2, 2)
    for put in outside.pieces:
        if isinstance(put.piece, TextPiece | Frame):
            low, high = (put.y - foot) % HIGH, (put.y - foot) % HIGH + put.piece.height
            assert high <= card.HEIGHT - card.PADDING + 0.001 or low >= card.HEIGHT + card.PADDING - 0.001


def test_no_text_is_smaller_than_10_pt(fonts: FontBook) -> None:
    pages = cards(fonts, a_clinic(), sections=[NOW]).pages
    assert min(put.piece.size for page in pages for put in page.pieces if isinstance(put.piece, TextPiece)) == 10


def test_the_cover_says_whose_it_is_and_whom_to_call_and_the_back_what_to_do_now(fonts: FontBook) -> None:
    said = said_by(cards(fonts, a_clinic(out_of_hours=CLOSED), sections=[NOW]).root)
    assert said[: said.index("When to get help")] == [
        "Harbour Clinic", DRAFT, "Leg cramps", EMERGENCY, LINE, IDENTITY,
        "If you have a cramp now", "Do", "Stretch.", "Breathe.",
    ]  # fmt: skip
    assert NIGHT in said


def test_the_clinics_line_stands_in_front_before_all_that_can_go_for_it(fonts: FontBook) -> None:
    message = "Cramps can be eased."
    assert message in said_by(cards(fonts, sections=[NOW]).root)
    cover = said_by(cards(fonts, a_clinic(), sections=[NOW]).root)
    assert LINE in cover[: cover.index("If you have a cramp now")]
    assert message not in cover
    crowded = said_by(cards(fonts, a_clinic(name="Long and busy " * 8 + "clinic"), title=words(5), sections=[NOW]).root)
    front = crowded[: crowded.index("If you have a cramp now")]
    assert EMERGENCY in front
    assert LINE not in front, "a name and a title that need its room have that"


def test_a_cover_keeps_whom_to_call_however_long_its_clinics_name_is(fonts: FontBook) -> None:
    said = said_by(cards(fonts, a_clinic(name="Long and busy " * 8 + "clinic"), title=words(5)).root)
    assert EMERGENCY in said
    assert IDENTITY not in said


def test_without_such_a_section_the_back_has_the_key_points_or_else_the_main_message(fonts: FontBook) -> None:
    assert {"Point one.", "Point two.", "Point three."} <= set(said_by(cards(fonts).root))
    crowded = cards(fonts, key_points=[words(28)] * 3, main_message=words(40))
    assert crowded.claims is not None
    assert not crowded.claims(("key_points", 0))
    assert crowded.claims(("main_message",))
    assert words(40) in said_by(crowded.root)


def test_a_section_too_long_for_the_back_gives_its_steps_alone_or_way_to_the_next(fonts: FontBook) -> None:
    steps = cards(fonts, sections=[{**NOW, "text": words(60), "caution": "Hold on."}])
    said = said_by(steps.root)
    assert "Stretch." in said
    assert words(60) not in said
    assert any("Hold on." in each for each in said), "what it warns of is said all the same"
    assert steps.claims is not None
    assert (steps.claims(("sections", 0, "do", 1)), steps.claims(("sections", 0, "text"))) == (True, False)
    long = {**NOW, "id": "long", "title": "Too long", "do": [words(12)] * 6}
    said = said_by(cards(fonts, sections=[long, NOW]).root)
    assert "If you have a cramp now" in said
    assert "Too long" not in said


def test_inside_are_all_levels_as_lists_as_far_as_there_is_room(fonts: FontBook) -> None:
    root = cards(fonts, a_clinic(out_of_hours=CLOSED), sections=[NOW]).root
    guide = next(kid for kid in root.kids if kid.ident == "help")
    assert [kid.ident for kid in guide.kids[1:]] == ["help-emergency", "help-urgent", "help-routine"]
    assert [level.kids[1].role for level in guide.kids[1:]] == ["L"] * 3
    signs = {key: {"signs": [words(8)] * 4} for key in ("emergency", "urgent", "routine")}
    crowded = cards(fonts, a_clinic(), help=signs)
    assert crowded.claims is not None
    claimed = [crowded.claims(("help", key, "signs", 3)) for key in signs]
    assert claimed == [True, True, False], "what can wait goes first, and alone"


def test_a_level_that_is_said_says_what_else_to_do(fonts: FontBook) -> None:
    guide = {
        "emergency": {"signs": ["a sign"], "action": "Do not drive."},
        "urgent": {"signs": ["a sign"], "actions": ["Do not rub the leg."]},
        "routine": {"signs": ["a"]},
    }
    said = said_by(cards(fonts, a_clinic(), help=guide).root)
    assert {"Do not drive.", "Do not rub the leg."} <= set(said)


def test_without_a_clinic_there_are_lines_to_write_its_number_on(fonts: FontBook) -> None:
    assert {"Clinic:", "Phone:"} <= set(said_by(cards(fonts).root))


NO_HURRY = {key: {"none_because": "Nothing of it is."} for key in ("emergency", "urgent")}


def test_a_leaflet_whose_only_level_can_wait_keeps_it(fonts: FontBook) -> None:
    said = said_by(cards(fonts, a_clinic(), help={**NO_HURRY, "routine": {"signs": ["a question"]}}).root)
    assert "a question" in said


def test_what_sections_warn_of_stands_inside_or_else_behind(fonts: FontBook) -> None:
    cold = {"id": "cold", "title": "Cold", "text": "Much.", "caution": "No ice."}
    open_card = cards(fonts, a_clinic(), sections=[cold])
    assert "Cold. Take care: No ice." in placed_text(open_card.pages[1].pieces)
    full = {key: {"signs": [words(8)] * 4} for key in ("emergency", "urgent", "routine")}
    crowded = cards(fonts, a_clinic(), sections=[NOW, {**cold, "caution": words(14)}], help=full)
    assert any(text.startswith("Cold") for text in placed_text(crowded.pages[0].pieces))


def test_too_much_on_a_part_is_refused_with_its_place_and_millimetres(fonts: FontBook) -> None:
    level = {"signs": [words(40)] * 4}
    with pytest.raises(HandoutError, match=r"does not fit on the Wallet cards: inside it is \d+ mm"):
        cards(fonts, help={"emergency": level, "urgent": level, "routine": level})
    with pytest.raises(HandoutError, match=r"behind it is \d+ mm"):
        cards(fonts, main_message=words(54), key_points=[words(28)] * 3)


def test_a_card_claims_just_what_it_says(fonts: FontBook) -> None:
    plain, both = cards(fonts), cards(fonts, a_clinic(), sections=[NOW])
    claimed = {
        ("title",): (True, True), ("main_message",): (True, False), ("sections", 0, "do", 1): (False, True),
        ("help", "emergency", "signs", 0): (True, True), ("help", "urgent", "signs", 0): (True, True),
        ("key_points", 0): (True, False),
    }  # fmt: skip
    for path, expected in claimed.items():
        assert plain.claims is not None
        assert both.claims is not None
        assert (plain.claims(path), both.claims(path)) == expected


def test_white_between_the_levels_goes_before_a_title_over_them(fonts: FontBook) -> None:
    guide = {key: {"signs": [words(4)] * 7, "action": words(6)} for key in ("emergency", "urgent", "routine")}
    composed = cards(fonts, a_clinic(), help=guide)
    assert "When to get help" not in said_by(composed.root)
    assert composed.claims is not None
    assert composed.claims(("help", "urgent", "signs", 6))
    assert not composed.claims(("help", "title"))
    assert set(BACKS) < set(FOLDED_BACKS), "the cards of one leaf keep it"
