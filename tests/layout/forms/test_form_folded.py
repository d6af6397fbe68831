"""Folded forms: the panels of a trifold, and a booklet's pages to a multiple of four."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.design.colour import SAND
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame, Rule
from handoutgen.layout.forms import booklet, inside, inside_amounts, trifold
from handoutgen.plan.pages import Composed, Page
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    CLOSED,
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    placed_text,
    said_by,
    setting_for,
    words,
)

NIGHT = "When we are closed, call 0117 496 0999."
SAFETY = {"stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}


def folded(fonts: FontBook, clinic: Clinic | None = None, form: str = "a4-trifold", **leaflet: Any) -> Composed:
    setting = setting_for(fonts, 12, clinic, form=form)
    compose = trifold.compose if "trifold" in form else booklet.compose
    return compose(a_leaflet(**leaflet), setting, FORMATS[form], Options())


def ways(count: int, **content: Any) -> dict[str, Any]:
    return {"strategies": [a_strategy(f"way-{number}", **content) for number in range(1, count + 1)]}


def lines_to_write_on(page: Page) -> list[float]:
    """How far apart they are, from the top down."""
    at = sorted((put.y for put in page.pieces if isinstance(put.piece, Rule)), reverse=True)
    return [upper - lower for upper, lower in pairwise(at)]


def test_which_leaflet_a_trifold_is_stands_a_little_apart_from_what_it_says_before(fonts: FontBook) -> None:
    flap = folded(fonts).pages[1].pieces
    code = next(put for put in flap if placed_text([put]) == ["CR-1 · Version 1.0"])
    rule = next(put for put in flap if isinstance(put.piece, Rule) and put.y >= code.top)
    before = min(put.y for put in flap if placed_text([put]) and put.y > code.y)
    assert before - rule.y == pytest.approx(6.0)
    assert rule.y - code.top == pytest.approx(2.0)


def test_nothing_moves_for_the_rule_over_which_leaflet_it_is(fonts: FontBook) -> None:
    setting, counts = setting_for(fonts, form="a4-trifold"), set()
    for count in range(60, 140):
        long = {"id": "long", "title": "Long", "after": "key-points", "text": words(count)}
        flap = folded(fonts, sections=[long]).pages[1].pieces
        if "CR-1 · Version 1.0" not in placed_text(flap):
            break
        rules = [put for put in flap if isinstance(put.piece, Rule) and put.piece.colour == setting.palette.rule]
        counts.add(bool(rules))
    assert counts == {True, False}, "on the fullest flap it stands without one"


def test_a_trifold_is_cover_flap_three_panels_inside_and_back(fonts: FontBook) -> None:
    composed = folded(fonts)
    shown = [placed_text(page.pieces) for page in composed.pages]
    assert "Leg cramps" in shown[0]
    assert shown[1][:1] == ["Key points"]
    assert shown[2][:1] == ["What you can do"]
    assert shown[1][-2:] == ["CR-1 · Version 1.0", "Next review November 2029"]
    assert shown[5][0] == "When to get help"
    assert len(composed.pages) == 6


def test_the_flap_and_the_panel_behind_it_are_narrower_and_the_text_is_in_the_middle_of_each(fonts: FontBook) -> None:
    setting = setting_for(fonts, form="a4-trifold")
    pages = folded(fonts, a_clinic()).pages
    assert [round(page.width / mm(1)) for page in pages] == [100, 97, 100, 100, 97, 100]
    for page in pages:
        left = (page.width - setting.grid.measure) / 2
        assert min(put.x for put in page.pieces) == pytest.approx(left)
        assert max(put.x + getattr(put.piece, "ink_width", put.piece.width) for put in page.pieces) <= (
            left + setting.grid.measure + 0.001
        )


@pytest.mark.parametrize(
    ("count", "brief", "steps", "shown"),
    [
        (3, 1, 1, {"First.", "Second.", "How often: Daily."}),
        (8, 10, 1, {"First.", "How often: Daily."}),
        (4, 1, 12, {"It eases.", "How often: Daily."}),
        (10, 10, 1, set()),
    ],
)
def test_inside_is_as_much_of_the_strategies_as_fits_but_always_what_keeps_safe(
    fonts: FontBook, count: int, brief: int, steps: int, shown: set[str]
) -> None:
    how = [{"steps": ["First."] * steps}, {"steps": ["Second."]}]
    content = {"why": "It eases.", "how_often": "Daily.", "brief": words(brief), "how": how}
    said = said_by(folded(fonts, management=ways(count, **content, **SAFETY)).root)
    assert {"First.", "Second.", "It eases.", "How often: Daily."} & set(said) == shown
    for safety in ("Stop if you feel pain.", "Ask first if you are pregnant.", words(brief)):
        assert said.count(safety) == count


def drawings(composed: Composed) -> list[str]:
    return [each.alt or "" for each in all_of(composed.root, "Figure")]


def exercises(count: int) -> list[dict[str, Any]]:
    picture = {"file": "a.svg", "alt": "Somebody leans.", "caption": "Lean."}
    return [
        {"title": f"Stretch {n}", "steps": [f"Step {s} of {n}." for s in range(1, 6)], "figure": picture}
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("others", "pictured", "drawn", "told"), [(0, 2, 2, 2), (3, 4, 2, 4), (4, 4, 1, 4), (6, 4, 1, 2), (8, 4, 0, 0)]
)
def test_exercises_have_drawings_as_far_as_there_is_room_and_drawings_go_before_steps(
    fonts: FontBook, others: int, pictured: int, drawn: int, told: int
) -> None:
    first = a_strategy("first", how=exercises(pictured), caution="Hold on.", **SAFETY)
    rest = [a_strategy(f"way-{n}", brief=words(8), caution=words(8), **SAFETY) for n in range(others)]
    composed = folded(fonts, management={"strategies": [first, *rest]})
    said = said_by(composed.root)
    assert len(drawings(composed)) == drawn
    assert [f"Step 5 of {n}." in said for n in range(1, pictured + 1)] == [n <= told for n in range(1, pictured + 1)]
    assert "Take care: Hold on." in said
    first_step = said.index("Step 1 of 1.") if told else len(said)
    assert said.index("Take care: Hold on.") < said.index("Ask first if you are pregnant.") < first_step
    assert said.count("Stop if you feel pain.") == others + 1
    assert composed.claims is not None
    steps = [composed.claims(("management", "strategies", 0, "how", n, "steps", 4)) for n in range(pictured)]
    assert steps == [n < told for n in range(pictured)]


def test_what_to_do_now_stands_over_the_key_points_with_its_steps_numbered(fonts: FontBook) -> None:
    now = {"id": "now", "title": "In a cramp", "after": "key-points", "steps": ["Sit down.", "Pull your toes up."]}
    composed = folded(fonts, sections=[now])
    assert [kid.ident for kid in composed.root.kids if kid.role == "Sect"][:2] == ["now", "key-points"]
    assert [each.numbering for each in all_of(composed.root, "L")][:2] == ["Decimal", "Disc"]
    tint = setting_for(fonts, form="a4-trifold").palette.tint
    assert [put.piece.fill for put in composed.pages[1].pieces if isinstance(put.piece, Frame)][:1] == [tint]


def test_the_help_levels_on_the_back_are_lists_under_headings(fonts: FontBook) -> None:
    back = next(kid for kid in folded(fonts, a_clinic()).root.kids if kid.ident == "help")
    levels = [kid for kid in back.kids if kid.role == "Sect"]
    assert [level.ident for level in levels] == ["help-emergency", "help-urgent", "help-routine"]
    assert [[kid.role for kid in level.kids] for level in levels] == [["H3", "L"]] * 3
    assert back.kids[0].role == "H2"


def test_a_cover_has_the_leaflets_main_drawing_on_sand(fonts: FontBook) -> None:
    composed = folded(fonts, a_clinic(), management=ways(1, how=exercises(1)), main_picture="a.svg")
    fills = [put for put in composed.pages[0].pieces if isinstance(put.piece, Frame) and put.piece.fill == SAND]
    assert len(fills) == 1
    assert mm(38) <= fills[0].piece.height <= mm(82)
    plain = folded(fonts, a_clinic(), management=ways(1))
    assert not [put for put in plain.pages[0].pieces if isinstance(put.piece, Frame) and put.piece.fill == SAND]


@pytest.mark.parametrize("form", ["a4-trifold", "letter-trifold"])
@pytest.mark.parametrize("main", [None, "a.svg"])
def test_a_cover_says_whom_to_call_in_a_frame(fonts: FontBook, form: str, main: str | None) -> None:
    composed = folded(fonts, a_clinic(), form, management=ways(1, how=exercises(1)), main_picture=main)
    cover = composed.pages[0].pieces
    frame = next(put for put in cover if isinstance(put.piece, Frame) and put.piece.stroke)
    within = placed_text([put for put in cover if frame.y < put.y < frame.top])
    assert within == ["In an emergency, call 999.", "Nurse advice line: 0117 496 0123", "Monday to Friday, 9am to 5pm"]
    assert said_by(composed.root).count("Nurse advice line: 0117 496 0123") == 1
    assert "In an emergency, call 999." in placed_text(folded(fonts, form=form).pages[0].pieces), "without a clinic"


def test_sections_at_a_glance_stand_on_the_flap_where_there_is_room(fonts: FontBook) -> None:
    risky = {"id": "risky", "title": "Driving", "text": "Much.", "caution": "Do not drive."}
    composed = folded(fonts, sections=[risky])
    assert "Driving. Take care: Do not drive." in placed_text(composed.pages[1].pieces)
    long = {"id": "long", "title": "Long", "after": "key-points", "text": words(75)}
    crowded = folded(fonts, sections=[long, risky])
    assert "Driving. Take care: Do not drive." not in placed_text(crowded.pages[1].pieces)
    assert "Driving. Take care: Do not drive." in said_by(crowded.root)


def test_panels_are_much_fuller_with_lower_drawings_or_have_high_ones(fonts: FontBook) -> None:
    setting, stops = (
        setting_for(fonts, 12, form="a4-trifold"),
        {"stop_if": ["you feel pain"], "ask_first": ["you fell"]},
    )
    main = a_strategy("first", how=exercises(3), why=words(35), caution=words(10), **stops)
    leaflet = a_leaflet(management={"strategies": [main]})
    depth = setting.grid.depth
    spread = inside.inside(setting, leaflet, depth, frozenset()).lay((), depth)
    assert spread is not None
    white = [1 - sum(atom.height + atom.before for atom in panel) / depth for panel in spread.panels[:-1]]
    assert max(white) < 0.2


def test_details_go_from_the_richest_to_the_least_and_all_keep_a_reader_safe() -> None:
    assert all(detail.safety and detail.line == "brief" for detail in inside_amounts.WITHOUT_DRAWINGS)
    assert [(detail.steps, detail.why, detail.facts) for detail in inside_amounts.WITHOUT_DRAWINGS] == [
        ("all", False, False), ("first", False, False), ("none", True, True), ("none", True, False),
        ("none", False, False),
    ]  # fmt: skip


def test_panels_left_empty_get_lines_to_write_on_ten_millimetres_apart(fonts: FontBook) -> None:
    composed = folded(fonts)
    empty, last = composed.pages[3:5]
    assert len(lines_to_write_on(empty)) > 10
    assert lines_to_write_on(empty) == pytest.approx([mm(10)] * len(lines_to_write_on(empty)))
    assert placed_text(last.pieces) == ["My notes"]
    assert lines_to_write_on(last) == pytest.approx([mm(10)] * len(lines_to_write_on(last)))
    assert "My notes" in said_by(composed.root)


@pytest.mark.parametrize(("signs", "on_the_back"), [(14, True), (24, False), (50, True), (74, False)])
def test_a_back_without_room_leaves_out_the_night_line_which_the_cover_has(
    fonts: FontBook, signs: int, on_the_back: bool
) -> None:
    level = {"signs": ["swelling"]}
    guide = {"emergency": {"signs": ["stretching"] * signs}, "urgent": level, "routine": level}
    said = " ".join(said_by(folded(fonts, a_clinic(out_of_hours=CLOSED), help=guide).root))
    assert (NIGHT in said) is on_the_back
    assert "When we are closed: 0117 496 0999" in said


def test_a_flap_without_room_leaves_an_optional_section_out_and_names_it(fonts: FontBook) -> None:
    long = {"id": "long", "title": "Long", "after": "key-points", "text": words(150), "optional": True}
    composed = folded(fonts, sections=[long])
    assert [getattr(block, "id", None) for block in composed.dropped] == ["long"]
    assert "Long" not in said_by(composed.root)
    with pytest.raises(HandoutError, match=r"on the flap it is \d+ mm \(\d+ lines\) too long"):
        folded(fonts, sections=[{**long, "optional": False}])


def test_too_much_on_cover_or_back_is_refused_there(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match="on the cover"):
        folded(fonts, main_message=words(54), subtitle=words(9))
    level = {"signs": [words(20)] * 3}
    with pytest.raises(HandoutError, match="on the back") as caught:
        folded(fonts, help={"emergency": level, "urgent": level, "routine": level})
    assert caught.value.remedy == (
        "No block can be left out to make it fit: shorten the help signs, or use --format a4."
    )


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet"])
@pytest.mark.parametrize("strategies", [1, 4, 7, 10, 12])
def test_a_booklet_has_a_multiple_of_four_pages_with_help_on_the_last(
    fonts: FontBook, form: str, strategies: int
) -> None:
    composed = folded(fonts, form=form, management=ways(strategies))
    assert len(composed.pages) % 4 == 0
    assert placed_text(composed.pages[-1].pieces)[0] == "When to get help"
    assert "Leg cramps" in placed_text(composed.pages[0].pieces)
    assert not [text for text in placed_text(composed.pages[0].pieces) if text.startswith("Page")]
    count = len(composed.pages)
    numbers = [text for page in composed.pages for text in placed_text(page.pieces) if text.startswith("Page ")]
    assert numbers == [f"Page {number} of {count}" for number in range(2, count + 1)]


def test_pages_to_fill_up_are_lined_and_the_first_says_what_for(fonts: FontBook) -> None:
    found = {}
    for form, strategies in product(("a5-booklet", "half-letter-booklet"), range(1, 13)):
        composed = folded(fonts, form=form, management=ways(strategies))
        lined = [page for page in composed.pages[1:] if len(lines_to_write_on(page)) > 10]
        found[len(lined)] = composed, lined
    assert set(found) >= {0, 1, 2, 3}
    for count, (composed, lined) in found.items():
        titles = ["My notes" in placed_text(page.pieces) for page in lined]
        assert titles == [True, False, False][:count]
        assert [kid.ident for kid in composed.root.kids].count("notes") == min(count, 1)
        for page in lined:
            pitches = lines_to_write_on(page)[:-1]  # the last is down to the footer's hairline
            assert pitches == pytest.approx([mm(10)] * len(pitches))


def test_how_to_reach_the_clinic_stands_after_help_on_the_back_where_there_is_room(fonts: FontBook) -> None:
    short = folded(fonts, a_clinic(), "a5-booklet")
    assert [kid.ident for kid in short.root.kids[-2:]] == ["help", "contact"]
    assert {"When to get help", "How to contact us"} <= set(placed_text(short.pages[-1].pieces))
    full = a_clinic(address=[words(9)] * 4, interpreter=words(50), feedback=words(50))
    long = folded(fonts, full, "a5-booklet")
    parts = [kid.ident for kid in long.root.kids if kid.role == "Sect"]
    assert parts[-3:] == ["contact", "notes", "help"]
    assert "How to contact us" not in placed_text(long.pages[-1].pieces)
