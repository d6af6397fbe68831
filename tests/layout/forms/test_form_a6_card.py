"""Cards of a quarter of a sheet: what to do now in front, help as lists behind, and what goes first."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.clinic import Clinic
from handoutgen.design.colour import SAND
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import a6_card
from handoutgen.pictures.model import Drawing
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    CLOSED,
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    content_of,
    placed_text,
    said_by,
    setting_for,
    words,
)
from layout.setting_for_tests import (
    figure as setting_figure,
)

NOW = {"id": "now", "title": "In a cramp", "after": "key-points", "steps": ["Sit down.", "Pull your toes up."]}
PICTURE = {"file": "a.svg", "alt": "Somebody leans.", "caption": "Lean."}
PICTURED = {"strategies": [a_strategy(how=[{"title": "Stretch", "steps": ["Lean."], "figure": PICTURE}])]}
IDENTITY = "CR-1 · Version 1.0 · Next review November 2029"
REVIEW = a_leaflet().review.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
FORMS = ["a6-card", "a6-card-letter"]


def cards(fonts: FontBook, clinic: Clinic | None = None, form: str = "a6-card", **leaflet: Any) -> Composed:
    setting = setting_for(fonts, clinic=clinic, form=form)
    return a6_card.compose(a_leaflet(**leaflet), setting, FORMATS[form], Options())


def levels(composed: Composed) -> list[str | None]:
    return [each.ident for each in all_of(composed.root, "Sect") if (each.ident or "").startswith("help-")]


def guide(emergency: int, urgent: int, routine: int) -> dict[str, Any]:
    counts = {"emergency": emergency, "urgent": urgent, "routine": routine}
    return {key: {"signs": [f"{key} sign {n}" for n in range(count)]} for key, count in counts.items()}


@pytest.mark.parametrize("form", FORMS)
def test_four_cards_fill_a_sheet_but_only_the_first_is_read(fonts: FontBook, form: str) -> None:
    composed = cards(fonts, form=form, sections=[NOW])
    for page, said in zip(composed.pages, ("Pull your toes up.", "emergency sign two"), strict=True):
        assert placed_text(page.pieces).count(said) == 4
        assert placed_text(content_of(page)).count(said) == 1
    assert said_by(composed.root).count("Pull your toes up.") == 1


@pytest.mark.parametrize("form", FORMS)
def test_text_stands_clear_of_every_cut_and_marks_stand_on_them(fonts: FontBook, form: str) -> None:
    for page in cards(fonts, a_clinic(out_of_hours=CLOSED), form, sections=[NOW]).pages:
        wide, high = page.width / 2, page.height / 2
        marks = [put for put in page.pieces if isinstance(put.piece, UprightRule)]
        assert {round(put.x, 3) for put in marks} == {round(wide, 3)}
        assert len(marks) == 2
        for put in page.pieces:
            if isinstance(put.piece, Rule | UprightRule):
                assert min(put.x, put.y) >= mm(6.5) - 0.001
                continue
            ink = put.piece.ink_width if isinstance(put.piece, TextPiece) else put.piece.width
            assert put.x % wide >= mm(8) - 0.001
            assert put.x % wide + ink <= wide - mm(8) + 0.001
            assert put.y % high >= mm(8) - 0.001
            assert put.y % high + put.piece.height <= high - mm(8) + 0.001


def test_no_text_is_smaller_than_12_pt(fonts: FontBook) -> None:
    pages = cards(fonts, a_clinic(), sections=[NOW]).pages
    assert min(put.piece.size for page in pages for put in page.pieces if isinstance(put.piece, TextPiece)) == 12


def test_the_front_is_what_to_do_now_beside_a_drawing(fonts: FontBook) -> None:
    composed = cards(fonts, a_clinic(), sections=[NOW], management=PICTURED, main_picture="a.svg")
    said = said_by(composed.root)
    steps = ["1", "Sit down.", "2", "Pull your toes up."]
    start = said.index("In a cramp")
    assert said[start + 1 : start + 5] == steps
    assert said[start + 5 : start + 7] == ["Large print or another language: ask us.", IDENTITY]
    front = composed.pages[0].pieces
    assert len([put for put in front if isinstance(put.piece, Frame) and put.piece.fill == SAND]) == 4
    assert composed.claims is not None
    assert composed.claims(("sections", 0, "steps", 1))


def test_a_picture_of_what_to_do_now_stands_in_for_the_leaflets(fonts: FontBook) -> None:
    def drawn(**section: Any) -> set[str]:
        leaflet = a_leaflet(sections=[NOW | section], management=PICTURED, main_picture="a.svg")
        asked: set[str] = set()

        def figure(name: str, width: float) -> Drawing:
            asked.add(name)
            return setting_figure(name, width)

        setting = replace(setting_for(fonts, form="a6-card"), figure=figure)
        a6_card.compose(leaflet, setting, FORMATS["a6-card"], Options())
        return asked

    assert drawn() == {"a.svg"}
    assert drawn(picture={"file": "b.svg"}) == {"b.svg"}


@pytest.mark.parametrize("form", FORMS)
def test_the_front_says_the_emergency_number_which_goes_before_the_key_points(fonts: FontBook, form: str) -> None:
    call = "In an emergency, call 999."
    for clinic in (None, a_clinic()):
        pictured = cards(fonts, clinic, form, sections=[NOW], management=PICTURED, main_picture="a.svg")
        bare = cards(fonts, clinic, form)
        assert [placed_text(each.pages[0].pieces).count(call) for each in (pictured, bare)] == [4, 4]
    tried = (cards(fonts, a_clinic(), form, key_points=[words(9), words(9), words(n)]) for n in range(9, 90, 3))
    *_, fullest = takewhile(lambda each: each.claims is not None and each.claims(("key_points", 2)), tried)
    assert call not in said_by(fullest.root)


def test_without_such_a_section_the_front_has_the_message_and_the_key_points(fonts: FontBook) -> None:
    composed = cards(fonts)
    said = said_by(composed.root)
    assert {"Cramps can be eased.", "Point one.", "Point two.", "Point three."} <= set(said)
    assert composed.claims is not None
    assert composed.claims(("key_points", 2))
    crowded = cards(fonts, main_message=words(40), key_points=[words(18)] * 3)
    assert crowded.claims is not None
    assert not crowded.claims(("key_points", 0))
    assert crowded.claims(("main_message",))


def test_the_back_has_all_levels_as_lists_and_the_clinics_line(fonts: FontBook) -> None:
    composed = cards(fonts, a_clinic(out_of_hours=CLOSED))
    assert levels(composed) == ["help-emergency", "help-urgent", "help-routine"]
    help_ = next(kid for kid in composed.root.kids if kid.ident == "help")
    assert [level.kids[1].role for level in help_.kids[1:]] == ["L"] * 3
    said = said_by(composed.root)
    assert "When we are closed, call 0117 496 0999." in said
    assert said[-1] == "Nurse advice line: 0117 496 0123. Monday to Friday, 9am to 5pm"
    assert {"Clinic:", "Phone:"} <= set(said_by(cards(fonts).root))


@pytest.mark.parametrize(("counts", "shown", "roles"), [((3, 3, 3), 3, "L"), ((9, 9, 4), 3, "P"), ((7, 8, 60), 2, "L")])
def test_lists_become_sentences_and_what_can_wait_goes_but_nothing_else(
    fonts: FontBook, counts: tuple[int, int, int], shown: int, roles: str
) -> None:
    composed = cards(fonts, a_clinic(), help=guide(*counts))
    names = ["help-emergency", "help-urgent", "help-routine"][:shown]
    assert levels(composed) == names
    parts = [each for each in all_of(composed.root, "Sect") if each.ident in names]
    assert {part.kids[1].role for part in parts} == {roles}
    claims = composed.claims
    assert claims is not None
    claimed = [claims(("help", key, "signs", 0)) for key in ("emergency", "urgent", "routine")]
    assert claimed == [True, True, shown == 3]


NO_HURRY = {key: {"none_because": "Nothing of it is."} for key in ("emergency", "urgent")}


def test_a_leaflet_whose_only_level_can_wait_keeps_it(fonts: FontBook) -> None:
    assert levels(cards(fonts, help={**NO_HURRY, "routine": {"signs": ["a question"]}})) == ["help-routine"]
    with pytest.raises(HandoutError, match="on the back"):
        cards(fonts, help={**NO_HURRY, "routine": {"signs": [words(9)] * 60}})


def test_headings_never_skip_a_level(fonts: FontBook) -> None:
    for counts in ((3, 3, 3), (9, 9, 4)):
        roles = [each.role for each in cards(fonts, help=guide(*counts)).root.walk() if each.role in ("H1", "H2", "H3")]
        assert not [pair for pair in pairwise(roles) if pair == ("H1", "H3")]


def test_what_sections_warn_of_stands_behind_or_else_in_front(fonts: FontBook) -> None:
    risky = [{"id": f"r-{n}", "title": f"Risk {n}", "text": "Much.", "caution": words(9)} for n in range(3)]
    behind = cards(fonts, sections=risky[:1], help=guide(1, 1, 1))
    assert any(text.startswith("Risk 0") for text in placed_text(behind.pages[1].pieces))
    parted = cards(fonts, sections=risky, help=guide(8, 8, 2))
    both = [placed_text(page.pieces) for page in parted.pages]
    assert any(text.startswith("Risk 0") for text in both[0])
    assert sum(text.startswith("Risk") for page in both for text in page) == 12


def test_too_much_on_a_side_is_refused_with_its_side_and_millimetres(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"does not fit on the A6 cards: on the back it is \d+ mm"):
        cards(fonts, help=guide(60, 60, 1))
    many = [f"{n} {words(12)}" for n in range(8)]
    with pytest.raises(HandoutError, match=r"does not fit on the A6 cards: in front it is \d+ mm"):
        cards(fonts, sections=[{**NOW, "steps": many}])


def test_lists_stay_under_their_heading_on_closer_lines(fonts: FontBook) -> None:
    signs = [words(4)] * 7
    guide = {key: {"signs": signs, "action": words(6)} for key in ("emergency", "urgent", "routine")}
    composed = cards(fonts, a_clinic(out_of_hours=CLOSED), help=guide)
    assert "When to get help" in said_by(composed.root)
    assert levels(composed) == ["help-emergency", "help-urgent"]
    back = [put.piece for put in composed.pages[1].pieces if isinstance(put.piece, TextPiece)]
    assert {piece.leading for piece in back if piece.size == 12} == {14.4}


def test_a_lead_in_without_room_beside_whom_to_call_is_not_torn(fonts: FontBook) -> None:
    back = cards(fonts, a_clinic(out_of_hours=CLOSED)).pages[1]
    lines = [line.text.strip() for put in back.pieces if isinstance(put.piece, TextPiece) for line in put.piece.lines]
    assert "Call us today on 0117 496 0123" in lines
    assert "if you have:" in lines


def test_what_leaflet_it_is_stands_on_one_line_or_on_two(fonts: FontBook) -> None:
    assert IDENTITY in said_by(cards(fonts, form="a6-card-letter").root)
    said = said_by(cards(fonts, review={**REVIEW, "version": "10.100"}).root)
    assert {"CR-1 · Version 10.100", "Next review November 2029"} <= set(said)
