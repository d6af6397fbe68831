"""The poster: sizes by the distance it is read from, two strategies to a row, help, and a code to scan."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.design.colour import SAND
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.forms import poster
from handoutgen.layout.forms.poster_foot import CODE_SIDE
from handoutgen.pictures.qr import QUIET
from handoutgen.plan.pages import Composed, Placed
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    CLOSED,
    PHONE,
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    said_by,
    setting_for,
    shape,
    text_in,
    words,
)

WEB = "https://harbour.example.org/cramps/"
CLINIC = a_clinic(out_of_hours=CLOSED, web=WEB)
LINE, NIGHT = "Nurse advice line: 0117 496 0123", "When we are closed, call 0117 496 0999."
IDENTITY = "CR-1 · Version 1.0 · Next review November 2029"
MORE = "The full leaflet has more. Ask us for it."


def made(fonts: FontBook, clinic: Clinic | None = None, form: str = "a3-poster", **leaflet: Any) -> Composed:
    return poster.compose(a_leaflet(**leaflet), setting_for(fonts, clinic=clinic, form=form), FORMATS[form], Options())


def ways(count: int, **content: Any) -> dict[str, Any]:
    return {"strategies": [a_strategy(f"way-{number}", **content) for number in range(1, count + 1)]}


def drawn(composed: Composed, prefix: str) -> list[Placed]:
    (page,) = composed.pages
    return [
        put
        for put in page.pieces
        if isinstance(put.piece, DrawingPiece) and put.piece.drawing.operators.startswith(prefix)
    ]


def test_title_message_strategies_help_and_identity_follow_each_other(fonts: FontBook) -> None:
    root = made(fonts, management=ways(2)).root
    ways_in_brief = "Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody)))"
    help_ = "Sect(Sect(H2(Link) L(LI(Lbl LBody) LI(Lbl LBody))))"
    assert shape(root) == f"Document(P P H1 P {ways_in_brief} {help_} P Div(P Form P Form) P)"
    assert said_by(root) == [
        "Patient information", "Draft: not yet approved by a clinic", "Leg cramps", "Cramps can be eased.",
        "What you can do", "1", "way-1 daily", "2", "way-2 daily", "Call 999 now if you have:",
        "•", "emergency sign one", "•", "emergency sign two", MORE, "Clinic:", "Phone:", IDENTITY,
    ]  # fmt: skip


def test_one_that_leaves_out_no_section_does_not_send_for_more(fonts: FontBook) -> None:
    said = said_by(made(fonts, kind="exercises", about=None).root)
    assert MORE not in said
    assert said[-1] == IDENTITY


def test_sizes_follow_the_distance_of_a_metre_and_a_half(fonts: FontBook) -> None:
    (page,) = made(fonts).pages
    sizes = {put.piece.element.role: put.piece.size for put in page.pieces
             if isinstance(put.piece, TextPiece) and put.piece.element and put.piece.element.role in ("H1", "H2", "P")
             }  # fmt: skip
    assert (sizes["H1"], sizes["P"]) == (72, 24)
    assert min(put.piece.size for put in page.pieces if isinstance(put.piece, TextPiece)) == 24


@pytest.mark.parametrize(("form", "margin"), [("a3-poster", 22), ("tabloid-poster", 20)])
def test_it_fills_its_paper_between_the_margins_and_no_words_cross_them(
    fonts: FontBook, form: str, margin: float
) -> None:
    (page,) = made(fonts, CLINIC, form, management=ways(6)).pages
    (code,) = [put for put in page.pieces if isinstance(put.piece, DrawingPiece) and put.piece.width == CODE_SIDE]
    assert isinstance(code.piece, DrawingPiece)
    quiet = QUIET * CODE_SIDE / code.piece.drawing.width  # white, and no ink of the code: it reaches into the margin
    assert code.x + quiet == pytest.approx(mm(margin))
    assert min(put.x for put in page.pieces if put is not code) == pytest.approx(mm(margin))
    ends = [put.x + getattr(put.piece, "ink_width", put.piece.width) for put in page.pieces]
    assert max(ends) == pytest.approx(page.width - mm(margin))
    assert min(put.y for put in page.pieces) >= mm(6.5)


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (3, [2, 1]), (4, [2, 2]), (6, [2, 2, 2])])
def test_strategies_stand_two_to_a_row_each_beside_its_number_and_icon(
    fonts: FontBook, count: int, rows: list[int]
) -> None:
    composed = made(fonts, management=ways(count))
    found = drawn(composed, "way-")
    heights = sorted({round(put.y, 3) for put in found}, reverse=True)
    assert [len([put for put in found if round(put.y, 3) == height]) for height in heights] == rows
    texts = [put for put in composed.pages[0].pieces if isinstance(put.piece, TextPiece)]
    for put, number in zip(found, range(1, count + 1), strict=True):
        (said,) = [text for text in texts if text_in(text).lines[0].text == f"way-{number} daily"]
        (numeral,) = [text for text in texts if text_in(text).lines[0].text == str(number)]
        assert numeral.x < put.x < said.x
        assert said.y < put.y + put.piece.height / 2 < said.top


def test_the_main_drawing_stands_on_sand_beside_the_title_unless_a_word_of_it_is_torn_for_that(fonts: FontBook) -> None:
    picture = {"file": "a.svg", "alt": "Somebody leans.", "caption": "Lean."}
    how = [{"title": "Stretch", "steps": ["Lean."], "figure": picture}]
    for title, shown in (("Leg cramps", True), ("Pseudopseudohypoparathyroidism", False)):
        (page,) = made(fonts, CLINIC, management=ways(6, how=how), main_picture="a.svg", title=title).pages
        panels = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.fill == SAND]
        assert bool(panels) is shown, title
        pictures = [put for put in page.pieces if isinstance(put.piece, DrawingPiece)]
        for panel in panels:
            inside = [put.piece.height for put in pictures if panel.x < put.x and panel.y <= put.y < panel.top]
            assert max(inside) >= 0.8 * panel.piece.height, "the drawing fills its panel"


def signs(count: int) -> dict[str, Any]:
    level = {"signs": ["swelling"]}
    return {"emergency": {"signs": ["stretching"] * count}, "urgent": level, "routine": level}


def test_the_foot_says_less_where_there_is_little_room_but_never_loses_the_number(fonts: FontBook) -> None:
    feet = []
    for count in range(2, 60):
        try:
            said = said_by(made(fonts, CLINIC, management=ways(6), help=signs(count)).root)
        except HandoutError:
            break
        text = " ".join(said)
        assert "0117 496 0123" in text
        feet.append(tuple(part in text for part in ("Monday to Friday", MORE, IDENTITY, "org/cramps", LINE, NIGHT)))
    assert feet[0] == (True,) * 6
    assert feet[-1] == (False, False, False, True, True, True)
    assert feet == sorted(feet, reverse=True, key=sum)


def test_a_code_opens_the_clinics_page_or_else_the_first_that_helps_and_says_so(fonts: FontBook) -> None:
    support = [{"name": "No page"}, {"name": "MS Society", "web": "https://mssociety.org.uk/"}]
    for clinic, address, printed in (
        (CLINIC, WEB, "harbour.example.org/cramps"), (a_clinic(), "https://mssociety.org.uk/", "mssociety.org.uk")
    ):  # fmt: skip
        composed = made(fonts, clinic, support=support)
        opened = [link.uri or "" for link in all_of(composed.root, "Link")]
        assert [uri for uri in opened if not uri.startswith("tel:")] == [address]
        assert f"Scan for more, or go to {printed}" in said_by(composed.root)
        (code,) = drawn(composed, "q\n")
        assert (code.piece.width, code.piece.height) == (CODE_SIDE, CODE_SIDE)
        assert mm(30) <= CODE_SIDE
    assert drawn(made(fonts, a_clinic()), "q\n") == []


def test_optional_strategies_go_last_first_and_the_last_one_never_does(fonts: FontBook) -> None:
    guide = {"emergency": {"signs": ["stretching"] * 20}, "urgent": {"signs": ["a"]}, "routine": {"signs": ["a"]}}
    composed = made(fonts, help=guide, management=ways(12, optional=True))
    assert composed.dropped
    left = 12 - len(composed.dropped)
    assert [getattr(block, "id", "") for block in composed.dropped] == [f"way-{n}" for n in range(12, left, -1)]
    assert [text for text in said_by(composed.root) if text.startswith("way-")] == [
        f"way-{n} daily" for n in range(1, left + 1)
    ]
    guide["emergency"] = {"signs": ["stretching"] * 50}
    with pytest.raises(HandoutError, match=r"does not fit on the A3 poster: it is \d+ mm \(\d+ lines?\) too long"):
        made(fonts, help=guide, management=ways(1, optional=True))


def test_a_poster_claims_title_message_few_words_and_emergency_signs(fonts: FontBook) -> None:
    claims = made(fonts).claims
    assert claims is not None
    claimed = [
        ("title",),
        ("main_message",),
        ("management", "strategies", 0, "short"),
        ("help", "emergency", "signs", 0),
    ]
    other = [("key_points", 0), ("management", "strategies", 0, "brief"), ("help", "urgent", "signs", 0)]
    assert [claims(path) for path in (*claimed, *other)] == [True] * 4 + [False] * 3


def test_a_long_message_is_balanced_and_stays_between_the_margins(fonts: FontBook) -> None:
    (page,) = made(fonts, main_message=words(14)).pages
    (message,) = [put for put in page.pieces if isinstance(put.piece, TextPiece) and put.piece.size == 27.6
                  and text_in(put).lines[0].text.startswith("stretching")]  # fmt: skip
    widths = [line.width for line in text_in(message).lines]
    assert len(widths) > 1
    assert min(widths) > 0.6 * max(widths)


@pytest.mark.parametrize(("length", "shown"), [(1, True), (14, False)])
def test_lines_of_sections_go_before_a_poster_is_refused_but_what_keeps_safe_stays(
    fonts: FontBook, length: int, shown: bool
) -> None:
    sections = [
        {
            "id": f"part-{number}", "title": f"Part {number}", "text": "Much.", "brief": words(length),
            "caution": f"Take care {number}.",
        }
        for number in range(1, 5)
    ]  # fmt: skip
    composed = made(fonts, management=ways(6), sections=sections)
    said = " ".join(said_by(composed.root))
    assert (words(length) in said) is shown
    assert all(f"Take care {number}." in said for number in range(1, 5))
    assert composed.claims is not None
    assert composed.claims(("sections", 0, "brief")) is shown
    assert composed.claims(("sections", 0, "caution"))


def test_numerals_of_a_row_stand_level_however_many_lines_their_words_have(fonts: FontBook) -> None:
    both = [a_strategy(f"way-{n}", short=short) for n, short in enumerate(("Walk", words(4)))]
    pieces = made(fonts, management={"strategies": both}).pages[0].pieces
    numerals = [
        put for put in pieces if isinstance(put.piece, TextPiece) and put.piece.lines[0].text.strip() in ("1", "2")
    ]
    assert len(numerals) == 2
    assert numerals[0].y == pytest.approx(numerals[1].y)


def test_the_line_for_when_it_is_closed_stands_on_a_line_of_its_own_where_that_takes_no_more(fonts: FontBook) -> None:
    without_hours = a_clinic(out_of_hours=CLOSED, web=WEB, phones=[{**PHONE, "hours": None}])
    said = said_by(made(fonts, without_hours, management=ways(2)).root)
    assert LINE in said and NIGHT in said
