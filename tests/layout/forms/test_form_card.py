"""Wallet cards: how many to a sheet, marks to cut along, what is said on each side and what goes first."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import card
from handoutgen.layout.forms.card_back import BACKS, both_levels
from handoutgen.plan.element import Element
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
    shape,
    text_in,
    words,
)

LINE, NIGHT = "Nurse advice line: 0117 496 0123", "When we are closed, call 0117 496 0999."
NOW = {"id": "now", "title": "If you have a cramp now", "do": ["Stretch.", "Breathe."]}
IDENTITY = "CR-1 · Version 1.0 · Next review November 2029"
DRAFT = "Draft: not yet approved by a clinic"
SIGNS = ["•", "emergency sign one", "•", "emergency sign two"]


def cards(fonts: FontBook, clinic: Clinic | None = None, form: str = "card", **leaflet: Any) -> Composed:
    setting = setting_for(fonts, clinic=clinic, form=form)
    return card.compose(a_leaflet(**leaflet), setting, FORMATS[form], Options())


def corners(page: Page, across: int, down: int) -> tuple[float, float]:
    """Where the cards start: they stand in the middle of the sheet."""
    return (page.width - across * card.WIDTH) / 2, (page.height - down * card.HEIGHT) / 2


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 5), ("card-letter", 2, 4)])
def test_as_many_cards_as_the_paper_holds_but_only_the_first_is_read(
    fonts: FontBook, form: str, across: int, down: int
) -> None:
    composed = cards(fonts, form=form)
    for page, title in zip(composed.pages, ("Cramps can be eased.", "emergency sign two"), strict=True):
        assert placed_text(page.pieces).count(title) == across * down
        assert placed_text(content_of(page)).count(title) == 1
    assert said_by(composed.root).count("Cramps can be eased.") == 1


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 5), ("card-letter", 2, 4)])
def test_every_card_has_the_same_margins_and_nothing_is_nearer_to_its_edge(
    fonts: FontBook, form: str, across: int, down: int
) -> None:
    for page in cards(fonts, a_clinic(out_of_hours=CLOSED), form, sections=[NOW]).pages:
        left, foot = corners(page, across, down)
        starts = set()
        for put in page.pieces:
            if isinstance(put.piece, Rule | UprightRule) and max(put.piece.width, put.piece.height) < mm(5):
                continue  # marks
            column, row = int((put.x - left) / card.WIDTH), int((put.y - foot) / card.HEIGHT)
            x, y = put.x - left - column * card.WIDTH, put.y - foot - row * card.HEIGHT
            assert x >= card.PADDING - 0.001
            ink = put.piece.ink_width if isinstance(put.piece, TextPiece) else put.piece.width
            assert x + ink <= card.WIDTH - card.PADDING + 0.001
            assert y >= card.PADDING - 0.001
            assert y + put.piece.height <= card.HEIGHT - card.PADDING + 0.001
            starts.add((column, row))
        assert len(starts) == across * down
    assert [mm(85.6), mm(54), mm(3.2)] == [card.WIDTH, card.HEIGHT, card.PADDING]


@pytest.mark.parametrize(("form", "across", "down"), [("card", 2, 5), ("card-letter", 2, 4)])
def test_crop_marks_are_in_line_with_every_edge(fonts: FontBook, form: str, across: int, down: int) -> None:
    page = cards(fonts, a_clinic(), form).pages[0]
    left, foot = corners(page, across, down)
    right, top = page.width - left, page.height - foot
    lines = [put for put in page.pieces if isinstance(put.piece, Rule | UprightRule)]
    marks = [put for put in lines if mm(3.5) < max(put.piece.width, put.piece.height) < mm(5)]
    upright = [put for put in marks if isinstance(put.piece, UprightRule)]
    level = [put for put in marks if isinstance(put.piece, Rule)]
    columns = [left + n * card.WIDTH for n in range(across + 1)]
    rows = [foot + n * card.HEIGHT for n in range(down + 1)]
    assert sorted(put.x for put in upright) == pytest.approx(sorted(2 * columns))
    assert sorted(put.y for put in level) == pytest.approx(sorted(2 * rows))
    assert all(put.top <= foot - mm(1) + 0.001 or put.y >= top + mm(1) - 0.001 for put in upright)
    assert all(put.right <= left - mm(1) + 0.001 or put.x >= right + mm(1) - 0.001 for put in level)
    assert {round(max(put.piece.width, put.piece.height), 4) for put in marks} == {round(mm(4), 4)}
    assert min(min(put.x for put in level), min(put.y for put in upright)) >= mm(6.5)


def test_the_front_says_what_to_do_now_or_else_the_main_message(fonts: FontBook) -> None:
    assert said_by(cards(fonts, sections=[NOW]).root)[:7] == [
        "Leg cramps", DRAFT, "If you have a cramp now", "•", "Stretch.", "•", "Breathe.",
    ]  # fmt: skip
    assert said_by(cards(fonts).root)[:3] == ["Leg cramps", DRAFT, "Cramps can be eased."]


def test_a_section_too_long_for_the_front_gives_way_to_the_next(fonts: FontBook) -> None:
    long = {**NOW, "id": "long", "title": "Too long", "do": [words(12)] * 6}
    said = said_by(cards(fonts, sections=[long, NOW]).root)
    assert "If you have a cramp now" in said
    assert "Too long" not in said


def test_without_a_clinic_the_back_has_the_emergency_and_lines_to_write_on(fonts: FontBook) -> None:
    composed = cards(fonts)
    assert said_by(composed.root)[3:] == ["Call 999 now", "if you have:", *SIGNS, "Clinic:", "Phone:", IDENTITY]
    assert "Sect(Sect(H2(Link) P L(LI(Lbl LBody) LI(Lbl LBody)))) Div(P Form P Form) P" in shape(composed.root)


LEVEL = {"signs": ["a"]}


def test_a_clinic_is_named_on_the_back_with_its_line_and_the_one_at_night(fonts: FontBook) -> None:
    crowded = {"emergency": {"signs": ["emergency sign one", "emergency sign two"]},
               "urgent": {"signs": [words(9)] * 8}, "routine": LEVEL}  # fmt: skip
    assert said_by(cards(fonts, a_clinic(out_of_hours=CLOSED), help=crowded).root)[3:] == [
        "Call 999 now", "if you have:", *SIGNS, "Harbour Clinic",
        "Nurse advice line: 0117 496 0123. Monday to Friday, 9am to 5pm", "When we are closed, call 0117 496 0999.",
        IDENTITY,
    ]  # fmt: skip


def test_with_steps_in_front_a_clinics_card_has_both_levels_that_cannot_wait(fonts: FontBook) -> None:
    said = said_by(cards(fonts, a_clinic(out_of_hours=CLOSED), sections=[NOW]).root)
    assert said == [
        "Harbour Clinic", DRAFT, "Leg cramps", "If you have a cramp now", "•", "Stretch.", "•", "Breathe.", LINE,
        IDENTITY,
        "Call 999 now", "if you have:", "emergency sign one; ", "emergency sign two.",
        "Call us today on 0117 496 0123", "if you have:", "urgent sign one; ", "urgent sign two.", NIGHT,
        "Large print or another language: ask us.",
    ]  # fmt: skip


def test_white_that_parts_the_levels_goes_before_discs_and_discs_before_no_white(fonts: FontBook) -> None:
    setting = setting_for(fonts, clinic=a_clinic(), form="card")
    found = []
    for way in BACKS[4:8]:
        atoms = both_levels(setting, Element("Document"), a_leaflet(), way)
        frames = [put.piece for atom in atoms for put in atom.puts if isinstance(put.piece, Frame)]
        found.append((len(frames), way.spare > 0))
    assert found == [(2, True), (2, True), (0, True), (2, False)]


NO_HURRY = {key: {"none_because": "Nothing of it is."} for key in ("emergency", "urgent")}


def test_a_leaflet_whose_only_level_can_wait_keeps_it(fonts: FontBook) -> None:
    said = said_by(cards(fonts, a_clinic(), help={**NO_HURRY, "routine": {"signs": ["a question"]}}).root)
    assert "a question" in said
    assert "Tell us at your next visit, or call 0117 496 0123" in said


def test_headings_lists_and_levels_are_told_to_those_who_listen(fonts: FontBook) -> None:
    steps = {"id": "now", "title": "If you have a cramp now", "steps": ["Stretch.", "Breathe."]}
    root = cards(fonts, a_clinic(), sections=[steps]).root
    level = "Sect(H2(Link) P L(LI(LBody) LI(LBody)))"
    now = "Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody)))"
    assert shape(root) == f"Document(P P H1 {now} P(Link) P Sect({level} {level}) P)"
    assert root.kids[3].kids[1].numbering == "Decimal"
    assert [kid.ident for kid in root.kids[-2].kids] == ["help-emergency", "help-urgent"]


def test_what_sections_warn_of_is_a_list(fonts: FontBook) -> None:
    root = cards(
        fonts, a_clinic(), sections=[{"id": "cold", "title": "Cold", "text": "Much.", "caution": "No ice."}]
    ).root
    assert "Cold. Take care: No ice." in said_by(root)
    assert "L(LI(LBody(P)))" in shape(root)


@pytest.mark.parametrize(
    ("signs", "last"),
    [
        (4, [f"{LINE}. Monday to Friday, 9am to 5pm", NIGHT, IDENTITY]),
        (5, [LINE, NIGHT, IDENTITY]),
        (6, [LINE, NIGHT]),
        (7, ["0117 496 0123"]),
    ],
)
def test_the_hours_go_first_then_the_identity_then_name_and_night_but_never_the_number(
    fonts: FontBook, signs: int, last: list[str]
) -> None:
    level = {"signs": ["a sign on a line"] * signs}
    urgent = {"signs": [words(40)] * 2}
    routine = {"signs": ["routine"]}
    guide = {"emergency": level, "urgent": urgent, "routine": routine}
    said = said_by(cards(fonts, a_clinic(out_of_hours=CLOSED), help=guide).root)
    assert said[-len(last) - 1 :] == ["Harbour Clinic", *last]


def test_too_much_on_a_side_is_refused_with_its_side_and_millimetres(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"cramps does not fit on a card: in front it is \d+ mm too long\."):
        cards(fonts, main_message=words(54), title=words(5))
    level = {"signs": [words(40)]}
    with pytest.raises(HandoutError, match=r"on the back it is \d+ mm too long\."):
        cards(fonts, help={"emergency": level, "urgent": level, "routine": level})


def test_a_card_claims_just_what_it_says(fonts: FontBook) -> None:
    plain, both = cards(fonts), cards(fonts, a_clinic(), sections=[NOW])
    claimed = {
        ("title",): (True, True), ("main_message",): (True, False), ("sections", 0, "do", 1): (False, True),
        ("help", "emergency", "signs", 0): (True, True), ("help", "urgent", "signs", 0): (False, True),
        ("help", "routine", "signs", 0): (False, False), ("key_points", 0): (False, False),
    }  # fmt: skip
    for path, expected in claimed.items():
        assert plain.claims is not None
        assert both.claims is not None
        assert (plain.claims(path), both.claims(path)) == expected


@pytest.mark.parametrize(
    ("signs", "said"),
    [
        (1, (True, True)),
        (3, (True, False)),
        (4, (True, False)),  # without discs
    ],
)
def test_what_else_to_do_goes_where_room_ends_that_of_the_emergency_last(
    fonts: FontBook, signs: int, said: tuple[bool, bool]
) -> None:
    guide = {
        "emergency": {"signs": [words(8)] * signs, "action": "Do not drive."},
        "urgent": {"signs": [words(8)] * 2, "actions": ["Do not rub the leg.", words(9)]},
        "routine": LEVEL,
    }
    composed = cards(fonts, a_clinic(out_of_hours=CLOSED), help=guide, sections=[NOW])
    text = " ".join(said_by(composed.root))
    assert ("Do not drive." in text, "Do not rub the leg." in text) == said
    assert composed.claims is not None
    paths = (("help", "emergency", "action"), ("help", "urgent", "actions", 0))
    assert tuple(composed.claims(path) for path in paths) == said


def test_a_card_of_the_emergency_alone_says_what_else_to_do(fonts: FontBook) -> None:
    level = {"signs": ["a sign on a line"], "action": "Do not drive."}
    composed = cards(fonts, help={"emergency": level, "urgent": LEVEL, "routine": LEVEL})
    assert "Do not drive." in said_by(composed.root)
    assert composed.claims is not None
    assert composed.claims(("help", "emergency", "action"))


def test_whom_to_call_stands_out_beside_its_disc(fonts: FontBook) -> None:
    back = content_of(cards(fonts, a_clinic(out_of_hours=CLOSED), sections=[NOW]).pages[1])
    sizes = {text_in(put).lines[0].text: text_in(put).size for put in back if isinstance(put.piece, TextPiece)}
    assert sizes["Call us today on 0117 496 0123"] > sizes["urgent sign one; urgent sign two."] == 9
    assert len([put for put in back if isinstance(put.piece, DrawingPiece)]) == 0, "icons are artifacts"


def test_lines_are_closer_before_a_level_or_a_step_goes(fonts: FontBook) -> None:
    guide = {key: {"signs": [words(9)] * count} for key, count in (("emergency", 2), ("urgent", 2), ("routine", 1))}
    steps = {"id": "now", "title": "If you have a cramp now", "steps": [words(4)] * 4}
    composed = cards(fonts, a_clinic(out_of_hours=CLOSED), help=guide, sections=[steps])
    leading = {
        text_in(put).leading for put in content_of(composed.pages[1])
        if isinstance(put.piece, TextPiece) and text_in(put).size == 9
    }  # fmt: skip
    assert max(leading) < 9 * 4 / 3
    assert composed.claims is not None
    assert composed.claims(("help", "urgent", "signs", 1))
    assert composed.claims(("sections", 0, "steps", 3))
