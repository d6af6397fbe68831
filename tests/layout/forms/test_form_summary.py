"""The leaflet on a page or on two sides: how much it says, from the richest to the least, and what always stays."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.footer import Footer
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.forms import summary
from handoutgen.layout.forms.summary_amounts import LARGE_PRINT, ONE_PAGE, TWO_PAGES
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    placed_text,
    said_by,
    setting_for,
    shape,
    text_in,
    words,
)

FORM = FORMATS["a4-summary"]
ABOUT = "About this condition"
MORE = "The full leaflet has more. Ask us for it."
OFFER = "Ask your clinic for this leaflet in large print, another format or another language."
POINTS = [f"Point {number}." for number in range(1, 6)]


def summed_up(fonts: FontBook, base: float = 12, clinic: Clinic | None = None, **leaflet: Any) -> Composed:
    setting = setting_for(fonts, base, clinic, form="a4-summary")
    return summary.compose(a_leaflet(**leaflet), setting, FORM, Options())


def test_amounts_go_from_the_richest_to_the_least_and_white_goes_before_words() -> None:
    for amounts, pages in ((ONE_PAGE, 1), (TWO_PAGES, 2), (LARGE_PRINT, 4)):
        assert {amount.pages for amount in amounts} == {pages}
        for richer, poorer in pairwise(amounts):
            assert (richer.detail.safety, richer.detail.title, richer.is_help_first, richer.gap) >= (
                poorer.detail.safety, poorer.detail.title, poorer.is_help_first, poorer.gap
            )  # fmt: skip
    assert ONE_PAGE[0].detail.line == "brief"
    assert ONE_PAGE[-1].detail.line == "short"


def test_a_short_leaflet_says_all_that_a_summary_can_on_one_page(fonts: FontBook) -> None:
    composed = summed_up(fonts, key_points=POINTS)
    said = said_by(composed.root)
    assert [text for text in said if text.startswith("Point")] == POINTS
    assert {"Clinic:", "Phone:", "Stretching", "Do stretching each day."} <= set(said)
    assert len(composed.pages) == 1
    assert composed.dropped == ()


def test_masthead_contact_title_message_points_strategies_and_help_follow_each_other(fonts: FontBook) -> None:
    root = summed_up(fonts).root
    assert [kid.role for kid in root.kids] == ["P", "P", "Div", "H1", "P", "Sect", "Sect", "Sect", "P", "P"]
    assert [kid.ident for kid in root.kids[-5:-2]] == ["key-points", "management", "help"]
    signs = "L(LI(Lbl LBody) LI(Lbl LBody))"
    assert shape(root.kids[-3]) == f"Sect(H2 Sect(H3(Link) P {signs}) Sect(H3 P {signs}) Sect(H3 P {signs}))"
    assert said_by(root)[-2:] == [f"The full leaflet also tells you about: {ABOUT}.", OFFER]


def test_the_lines_of_a_key_point_are_of_nearly_one_length(fonts: FontBook) -> None:
    point = words(8)
    pages = summed_up(fonts, 18, key_points=[point, "Point two.", "Point three."]).pages
    (shown,) = [text_in(put) for page in pages for put in page.pieces if placed_text([put]) == [point]]
    widths = sorted(line.width for line in shown.lines)
    assert len(widths) > 1
    assert widths[-1] - widths[0] < widths[-1] / 3


def test_one_that_leaves_out_no_section_does_not_send_for_more(fonts: FontBook) -> None:
    about = {"title": ABOUT, "text": "Much.", "brief": "Little."}
    for sections in ({"kind": "exercises", "about": None}, {"about": about}):
        assert "full leaflet" not in " ".join(said_by(summed_up(fonts, **sections).root))


def with_signs(fonts: FontBook, signs: int, count: int, base: float = 12, **changes: Any) -> Composed:
    """A summary of so many strategies, of which every second may go, and so many emergency signs."""
    strategies = [a_strategy(f"way-{n}", brief=words(9), optional=n % 2 == 0, **changes) for n in range(count)]
    levels = {"urgent": {"signs": ["swelling"]}, "routine": {"signs": ["questions"]}}
    guide = {"emergency": {"signs": ["stretching"] * signs}, **levels}
    return summed_up(fonts, base, key_points=POINTS, management={"strategies": strategies}, help=guide)


CARE: dict[str, Any] = {"caution": "Stand only if you are steady.", "stop_if": ["it hurts"]}
WARNED: dict[str, Any] = {"callouts": [{"kind": "important", "text": "Never stop suddenly."}]}


@pytest.mark.parametrize(("signs", "count"), [(2, 2), (8, 8), (20, 6), (16, 10)])
def test_whatever_is_said_of_a_strategy_its_caution_or_warning_is_too(fonts: FontBook, signs: int, count: int) -> None:
    said = said_by(with_signs(fonts, signs, count, **CARE, **WARNED).root)
    assert said.count("Take care: Stand only if you are steady.") == count
    assert sum("Never stop suddenly." in text for text in said) == count
    assert "read in the full leaflet" not in " ".join(said)


@pytest.mark.parametrize(
    ("signs", "count", "pages", "is_short", "more"),
    [
        (4, 2, 1, False, f"The full leaflet also tells you about: {ABOUT}."),
        (10, 6, 1, True, MORE),
        (16, 8, 2, False, f"The full leaflet also tells you about: {ABOUT}."),
    ],
)
def test_the_richest_amount_that_fits_is_taken_and_then_the_other_side(
    fonts: FontBook, signs: int, count: int, pages: int, is_short: bool, more: str
) -> None:
    composed = with_signs(fonts, signs, count, **CARE)
    said = said_by(composed.root)
    assert [text for text in said if text.startswith("Point")] == POINTS
    assert ("way-1 daily" in said, words(9) in said) == (is_short, not is_short)
    assert (composed.dropped, len(composed.pages)) == ((), pages)
    assert more in " ".join(said)


def test_two_sides_have_the_title_on_a_panel_where_the_front_has_room_for_it(fonts: FontBook) -> None:
    tint = setting_for(fonts).palette.tint
    for signs, shown in ((16, True), (24, False)):
        composed = with_signs(fonts, signs, 10, **CARE)
        assert len(composed.pages) == 2
        panels = [put for put in composed.pages[0].pieces if isinstance(put.piece, Frame) and put.piece.fill == tint]
        assert any(put.piece.width == pytest.approx(setting_for(fonts).grid.full) for put in panels) is shown


def test_on_two_sides_help_stands_in_front_and_the_back_says_when_to_stop(fonts: FontBook) -> None:
    composed = with_signs(fonts, 16, 8, **CARE)
    front, back = (placed_text(page.pieces) for page in composed.pages)
    assert "When to get help" in front
    assert "What you can do" in back
    assert said_by(composed.root).count("Stop if it hurts.") == 8
    assert [kid.ident for kid in composed.root.kids if kid.role == "Sect"] == ["key-points", "help", "management"]


def test_optional_strategies_go_last_first_when_even_the_least_is_too_long(fonts: FontBook) -> None:
    composed = with_signs(fonts, 30, 12, **WARNED, caution=words(14))
    said = said_by(composed.root)
    gone = [block.id for block in composed.dropped]
    assert gone == [f"way-{n}" for n in range(10, 10 - 2 * len(gone), -2)]
    assert gone
    assert {f"{name} daily" for name in gone}.isdisjoint(said)
    assert composed.claims is not None
    assert not composed.claims(("management", "strategies", 10, "short"))
    assert any(composed.claims(("management", "strategies", 1, line)) for line in ("short", "brief"))


@pytest.mark.parametrize(("base", "count", "pages"), [(12, 6, 1), (14, 3, 1), (14, 12, 2), (18, 1, 2), (18, 12, 2)])
def test_it_is_one_page_or_two_and_may_be_more_in_large_print(
    fonts: FontBook, base: float, count: int, pages: int
) -> None:
    strategies = [a_strategy(f"way-{number}", brief=words(6)) for number in range(count)]
    composed = summed_up(fonts, base, management={"strategies": strategies}, key_points=POINTS)
    assert len(composed.pages) == pages


def test_more_than_one_sheet_says_on_page_1_whom_to_call_in_an_emergency(fonts: FontBook) -> None:
    composed = with_signs(fonts, 12, 12, 18, **CARE)
    assert len(composed.pages) > 2
    assert "In an emergency, call 999. “When to get help” is on page 2." in placed_text(composed.pages[0].pieces)
    assert "When to get help" in placed_text(composed.pages[1].pieces)


def test_a_refusal_names_the_strategies_that_would_make_it_fit(fonts: FontBook) -> None:
    strategies = [a_strategy(f"way-{n}", caution=words(14), **WARNED) for n in range(12)]
    levels = {"urgent": {"signs": ["swelling"]}, "routine": {"signs": ["questions"]}}
    guide = {"emergency": {"signs": ["stretching"] * 60}, **levels}
    with pytest.raises(HandoutError, match="does not fit on the A4 summary") as caught:
        summed_up(fonts, management={"strategies": strategies}, help=guide)
    assert caught.value.remedy.startswith("It fits when marked optional: true: “Way-")


def test_what_is_too_long_even_then_is_refused(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"on the A4 summary: on each page it is \d+ mm \(\d+ lines?\) too long"):
        with_signs(fonts, 90, 8)


def test_help_is_never_shortened(fonts: FontBook) -> None:
    level = {"signs": [words(15)] * 3, "action": "Bring this page."}
    composed = summed_up(fonts, clinic=a_clinic(), help={"emergency": level, "urgent": level, "routine": level})
    said = " ".join(said_by(composed.root))
    assert (said.count(words(15)), said.count("Bring this page.")) == (9, 3)
    assert len([each for each in all_of(composed.root, "Sect") if (each.ident or "").startswith("help-")]) == 3


def test_it_claims_what_it_says_of_a_strategy_and_no_more(fonts: FontBook) -> None:
    for composed, line in ((with_signs(fonts, 2, 2, **CARE), "brief"), (with_signs(fonts, 10, 6, **CARE), "short")):
        claims = composed.claims
        assert claims is not None
        assert [claims(("key_points", index)) for index in range(5)] == [True] * 5
        assert claims(("management", "strategies", 0, "brief")) is (line == "brief")
        assert claims(("management", "strategies", 0, "short")) is (line == "short")
        assert claims(("management", "strategies", 0, "caution"))
        assert not claims(("about", "text"))


SIX = [a_strategy(name, caution="Go slowly.") for name in ("walk", "rest", "swim", "sleep", "drink", "stretch")]
MANY = [f"sign {number} of something that is said in many words" for number in range(1, 9)]


def in_large_print(fonts: FontBook) -> Composed:
    guide = {key: {"signs": MANY[:7]} for key in ("emergency", "urgent", "routine")}
    figure = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
    about = {"text": "Much.", "figure": figure}
    return summed_up(
        fonts, 18, a_clinic(web="https://clinic.example"), management={"strategies": SIX}, help=guide, about=about,
        key_points=POINTS, main_picture="calf.svg",
    )  # fmt: skip


def test_in_large_print_the_last_two_pages_are_shared_out_evenly_and_end_with_where_to_read_more(
    fonts: FontBook,
) -> None:
    *_, strategies, last = in_large_print(fonts).pages
    said = [placed_text(page.pieces) for page in (strategies, last)]
    assert sum(page.count("Take care: Go slowly.") for page in said) == 6
    assert all("Take care: Go slowly." in page for page in said)
    counts = [page.count("Take care: Go slowly.") for page in said]
    assert min(counts) >= 2
    assert "clinic.example" in " ".join(said[1])


def test_in_large_print_strategies_that_go_on_have_their_heading_again_and_as_much_white(fonts: FontBook) -> None:
    composed = in_large_print(fonts)
    pages = composed.pages[-2:]
    assert [placed_text(page.pieces)[0] for page in pages] == ["What you can do", "What you can do (continued)"]
    assert said_by(composed.root).count("What you can do") == 1
    assert "What you can do (continued)" not in said_by(composed.root), "it is an artifact"
    tops = [[put.y for put in page.pieces if placed_text([put]) == ["Take care: Go slowly."]] for page in pages]
    pitches = [a - b for each in tops for a, b in pairwise(each)]
    assert len(pitches) > 2
    assert pitches == pytest.approx([pitches[0]] * len(pitches))


def test_what_closes_a_summary_in_large_print_stands_over_the_footer(fonts: FontBook) -> None:
    composed = in_large_print(fonts)
    setting = setting_for(fonts, 18, form="a4-summary")
    last = [put for put in composed.pages[-1].pieces if getattr(put.piece, "element", None)]
    foot = setting.grid.bottom + Footer(setting, a_leaflet()).height
    assert min(put.y for put in last) == pytest.approx(foot, abs=1.0)


def test_in_large_print_page_1_shows_the_leaflets_drawing(fonts: FontBook) -> None:
    first = in_large_print(fonts).pages[0]
    assert any(isinstance(put.piece, DrawingPiece) and put.piece.height > 60 for put in first.pieces)


def test_in_large_print_two_sheets_say_what_one_would_leave_out(fonts: FontBook) -> None:
    brief = "In brief, but for what the sign says of it at length."
    sections = [
        {"id": f"part-{n}", "title": f"Part {n}", "text": "Much.", "brief": brief, "caution": words(10)}
        for n in range(8)
    ]
    composed = summed_up(fonts, 18, sections=sections)
    assert sum(brief in said for said in said_by(composed.root)) == 8
    assert "In an emergency, call 999." in " ".join(placed_text(composed.pages[0].pieces))
