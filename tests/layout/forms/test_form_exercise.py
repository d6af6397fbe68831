"""Exercises to do at home: how many to a page, how large their drawings, the boxes, the grid, and the foot."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.dosed_exercises import safety_panel
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.blocks.tick_grid import BOX, LARGE_BOX, tick_grid
from handoutgen.layout.blocks.writing import LEAST_PITCH
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import exercise
from handoutgen.layout.forms.exercise_opening import CALL_SHARES
from handoutgen.layout.forms.exercise_pages import PAIR_PICTURES
from handoutgen.layout.forms.exercise_parted import SHRINK
from handoutgen.layout.forms.exercise_stack import PICTURES
from handoutgen.layout.forms.exercise_whole import LEAST_PANEL, LOOSE
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    content_of,
    fields,
    look_for,
    placed_text,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    text_in,
    words,
)

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
STEPS = ["Stand an arm's length from a wall.", "Lean in.", "Hold for 20 seconds."]
SAFETY: dict[str, Any] = {"stop_if": ["you feel pain"], "ask_first": ["you fell last year"]}


def way(name: str | None) -> dict[str, Any]:
    return {"title": name, "steps": STEPS, "figure": FIGURE}


def made(fonts: FontBook, base: float = 12, ways: int = 2, safety: dict[str, Any] = SAFETY, **leaflet: Any) -> Composed:
    how = [*(way(f"Stretch {number}") for number in range(1, ways + 1)), {"title": "Swim", "steps": ["Swim."]}]
    strategies = [a_strategy("rest"), a_strategy("stretch", how=how, **safety)]
    setting = setting_for(fonts, base, a_clinic(), form="exercise-a4")
    content = {"management": {"strategies": strategies}, **leaflet}
    return exercise.compose(a_leaflet(**content), setting, FORMATS["exercise-a4"], Options())


def drawings(composed: Composed) -> list[list[float]]:
    """How high the figures are on each page that has some, in pt."""
    found = [
        [put.piece.height for put in page.pieces if isinstance(put.piece, DrawingPiece) and put.piece.element]
        for page in composed.pages
    ]
    return [page for page in found if page]


def last_of(page: Page) -> Placed:
    """An exercise's last step."""
    return next(put for put in page.pieces if placed_text([put]) == [STEPS[-1]])


def test_a_leaflet_without_pictured_exercises_is_refused(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"cramps has no exercises with a picture\.") as caught:
        made(fonts, management={"strategies": [a_strategy()]})
    assert "figure" in caught.value.remedy


def test_in_standard_print_two_stand_on_a_page_and_one_by_itself_is_as_large_as_the_page_is_wide(
    fonts: FontBook,
) -> None:
    assert [len(page) for page in drawings(made(fonts))] == [2]
    assert sorted(len(page) for page in drawings(made(fonts, ways=3))) == [1, 2]
    assert max(high for page in drawings(made(fonts, ways=1)) for high in page) > 170  # twice as wide as high here


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_each_has_pages_of_its_own(fonts: FontBook, base: float) -> None:
    assert [len(page) for page in drawings(made(fonts, base))] == [1, 1]


def test_on_a_later_page_of_large_print_the_exercise_leads_and_its_strategy_is_said_small_over_it(
    fonts: FontBook,
) -> None:
    page = made(fonts, 18, ways=2).pages[1]
    again, name = (
        next(put.piece for put in page.pieces if isinstance(put.piece, TextPiece) and placed_text([put]) == [said])
        for said in ("Stretch", "Stretch 2")
    )
    assert name.size > 1.2 * again.size
    assert [piece.lines[0].runs[0].face.endswith("-bold") for piece in (again, name)] == [False, True]


@pytest.mark.parametrize("base", [12, 14, 18])
def test_when_to_stop_stands_on_every_page_with_an_exercise_and_is_heard_once(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base, ways=3)
    pages = [" ".join(placed_text(page.pieces)) for page in composed.pages]
    with_exercise = [said for said in pages if "Lean in." in said]
    assert with_exercise
    assert all("you feel pain" in said for said in with_exercise)
    assert "you fell last year" in with_exercise[0]
    said = " ".join(said_by(composed.root))
    assert (said.count("you feel pain"), said.count("you fell last year")) == (1, 1)


@pytest.mark.parametrize("count", [1, 12, 40])
def test_in_large_print_an_exercise_is_whole_with_when_to_stop_under_its_steps(fonts: FontBook, count: int) -> None:
    """And what else is warned of, where its page has no room for that, stands on the page of the days to tick."""
    composed = made(
        fonts,
        18,
        safety={**SAFETY, "caution": "Hold on to something firm.", "ask_first": [f"reason {n}" for n in range(count)]},
    )
    for number, page in enumerate(composed.pages[:2], start=1):
        said = " ".join(" ".join(placed_text(page.pieces)).split())
        assert all(step in said for step in STEPS)
        assert "Hold on to something firm." in said
        assert f"Stretch {number}" in said
        picture = next(put for put in page.pieces if isinstance(put.piece, DrawingPiece) and put.piece.element)
        care = next(put for put in page.pieces if "something firm" in " ".join(placed_text([put])))
        is_beside, is_above = care.x >= picture.x + picture.piece.width, care.y >= picture.y + picture.piece.height
        assert is_beside or is_above
        assert care.y > last_of(page).top
        last = last_of(page)
        stop = next(put for put in page.pieces if "you feel pain" in " ".join(placed_text([put])))
        assert stop.y + stop.piece.height < last.y or count > 1  # then it may stand beside the picture
    assert " ".join(said_by(composed.root)).count("reason 0") == 1


def test_in_standard_print_the_foot_ends_above_the_footer(fonts: FontBook) -> None:
    page = made(fonts).pages[0]
    frames = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.width > 300]
    *_, panel = [put for put in frames if getattr(put.piece, "fill", None) == look_for(fonts).palette.tint]
    footer = max(put.top for put in page.pieces if isinstance(put.piece, Rule) and put.y < 60)
    assert panel.y - footer > 8


@pytest.mark.parametrize("ways", [1, 2, 3, 4])
def test_what_to_know_before_is_read_before_exercises_and_when_to_stop_stands_under_them(
    fonts: FontBook, ways: int
) -> None:
    composed = made(fonts, ways=ways, safety={**SAFETY, "caution": "Stand only if you are steady."})
    shown = [page for page in composed.pages if STEPS[-1] in placed_text(page.pieces)]
    assert len(shown) == (ways + 1) // 2
    for page in shown:
        height = {line: put.y for put in page.pieces for line in placed_text([put])}
        care, ask, step, stop = (
            next(y for line, y in height.items() if line.startswith(start))
            for start in ("Take care", "Ask first", STEPS[0][:10], "Stop if")
        )
        assert min(care, ask) > step > stop
    said = " ".join(said_by(composed.root))
    assert said.index("Take care") < said.index("Ask first") < said.index(STEPS[0]) < said.index("Stop if")
    assert [said.count(words) for words in ("Take care", "Ask first", "Stop if")] == [1, 1, 1]


@pytest.mark.parametrize("base", [12, 14, 18, 24, 36])
def test_page_1_says_whom_to_call_and_a_page_when_to_get_help(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base)
    first = " ".join(" ".join(placed_text(composed.pages[0].pieces)).split())
    assert "In an emergency, call 999." in first or "Call 999 now" in first
    said = " ".join(said_by(composed.root))
    assert all(f"{level} sign one" in said for level in ("emergency", "urgent", "routine"))


@pytest.mark.parametrize("base", [12, 18])
def test_each_has_boxes_and_four_weeks_of_days_to_tick(fonts: FontBook, base: float) -> None:
    found = fields(made(fonts, base).root)
    assert [found.count(("7 tick boxes", str(week))) for week in (1, 2, 3, 4)] == [2, 2, 2, 2]
    assert found.count(("1 empty line", "Hold for")) == 2


@pytest.mark.parametrize("base", [12, 18])
def test_the_days_to_tick_stand_on_one_page_after_the_exercises(fonts: FontBook, base: float) -> None:
    pages = [placed_text(page.pieces) for page in made(fonts, base).pages]
    (charts,) = [number for number, said in enumerate(pages) if "Tick each day you do it" in said]
    assert charts == max(number for number, said in enumerate(pages) if "Lean in." in said) + 1
    assert pages[charts].count("Mon") == 2
    assert [text for text in pages[charts] if text.startswith("Stretch ")] == ["Stretch 1", "Stretch 2"]


@pytest.mark.parametrize(("base", "pitch", "side"), [(12, LEAST_PITCH, BOX), (18, mm(12), LARGE_BOX)])
def test_a_grid_has_light_rules_between_its_rows_and_a_box_for_each_day(
    fonts: FontBook, base: float, pitch: float, side: float
) -> None:
    look, root = look_for(fonts, base), Element("Document")
    grid = tick_grid(look, root, look.grid.full, "Calf stretch")
    assert puts(grid, UprightRule) == []
    rules = [put.down for put in puts(grid, Rule)]
    assert [b - a for a, b in pairwise(rules)] == pytest.approx([pitch] * 4)
    boxes = puts(grid, Frame)
    assert {put.piece.width for put in boxes} == {side}
    assert len(boxes) == 28
    assert right_end(grid) <= look.grid.full + 0.01


def test_a_grid_turns_where_seven_days_do_not_fit_side_by_side(fonts: FontBook) -> None:
    root, large = Element("Document"), Element("Document")
    tick_grid(look_for(fonts), root, 240, "Calf stretch")
    assert [each.scope for each in all_of(root, "TH")] == ["Column"] * 8 + ["Row"] * 4
    tick_grid(look_for(fonts, 36), large, 480, "Calf stretch")
    assert shape(large).count("TR") == 8


def test_what_sections_warn_of_is_said_too(fonts: FontBook) -> None:
    before = {"id": "before", "title": "Before", "text": "Long.", "caution": "Ask us first."}
    composed = made(fonts, sections=[before])
    assert "Ask us first." in " ".join(said_by(composed.root))
    claims = composed.claims
    assert claims is not None
    stretch = ("management", "strategies", 1, "how")
    said = [("sections", 0, "caution"), (*stretch, 0, "steps", 0), ("help", "urgent", "signs", 0)]
    unsaid = [("sections", 0, "text"), (*stretch, 2, "steps", 0), ("key_points", 0)]
    assert [*map(claims, said), *map(claims, unsaid)] == [True] * 3 + [False] * 3


def test_an_exercise_without_a_name_has_its_strategys() -> None:
    strategy = a_strategy(how=[way(None)])
    (how,) = strategy.how
    assert how.figure is not None
    assert Exercise(strategy, 1, how, how.figure).name == "Stretching"


def test_a_title_in_large_print_stands_beside_whom_to_call_and_is_larger_than_a_strategys(fonts: FontBook) -> None:
    page, look = of_many(fonts, 2, 18).pages[0], look_for(fonts, 18)
    title = next(put for put in page.pieces if placed_text([put]) == ["Leg cramps"])
    call = next(put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.stroke == look.palette.ink)
    assert call.piece.width <= look.grid.full * CALL_SHARES[-1]
    assert title.right < call.x
    assert call.y < title.y + title.piece.height / 2 < call.y + call.piece.height
    assert text_in(title).leading > look.scale.strategy.leading


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_exercises_of_one_strategy_have_its_title_and_no_number(fonts: FontBook, base: float) -> None:
    composed, look = made(fonts, base), look_for(fonts, base)
    (title,), (strategy,) = all_of(composed.root, "H1"), all_of(composed.root, "H2")[:1]
    assert (title.bookmark, strategy.bookmark) == ("Leg cramps", "Stretch")
    assert said_by(composed.root).index("Leg cramps") < said_by(composed.root).index("Stretch")
    assert [each.bookmark for each in all_of(composed.root, "H2")].count("Stretch") == 1
    numerals = [
        put for page in composed.pages for put in page.pieces
        if isinstance(put.piece, TextPiece) and put.piece.size == look.scale.numeral.size
    ]  # fmt: skip
    assert numerals == []
    first = composed.pages[0].pieces
    small = text_in(next(put for put in first if placed_text([put]) == ["Leg cramps"]))
    large = text_in(next(put for put in first if placed_text([put]) == ["Stretch"]))
    assert large.size > small.size
    assert large.size >= (look.scale.h1.size if base == 12 else look.scale.h2.size)
    names = [text_in(put).size for put in first if placed_text([put]) == ["Stretch 1"]]
    assert names
    assert max(names) < large.size


def test_large_print_says_the_clinics_main_line_in_its_frame_unless_an_exercise_needs_the_room(
    fonts: FontBook,
) -> None:
    line = "Nurse advice line: 0117 496 0123"
    assert line in placed_text(made(fonts, 18).pages[0].pieces)
    assert line not in placed_text(made(fonts, 12).pages[0].pieces), "it stands beside the name there"
    asked = {**SAFETY, "caution": "Hold on.", "ask_first": ["you fell last year"] * 4}
    for steps in range(3, 14):
        how = [way("Stretch") | {"steps": [words(9)] * steps}]
        composed = made(fonts, 18, management={"strategies": [a_strategy("stretch", how=how, **asked)]})
        first = placed_text(composed.pages[0].pieces)
        if line not in first:
            break
        assert any("you fell" in each for each in first)
    assert line not in first
    assert any("you feel pain" in each for each in first)


def test_the_pages_of_a_strategy_in_large_print_have_alike_pictures_and_share_out_their_white(fonts: FontBook) -> None:
    pages, look = made(fonts, 18, safety={**SAFETY, "caution": "Hold on."}).pages[:2], look_for(fonts, 18)
    panels = [
        (put.piece.width, put.piece.height)
        for page in pages for put in page.pieces
        if isinstance(put.piece, Frame) and put.piece.fill == look.palette.sand
    ]  # fmt: skip
    assert len(panels) == 2
    assert panels[0] == pytest.approx(panels[1])
    pitches = []
    for page in pages:
        tops = [put.top for step in STEPS for put in page.pieces if placed_text([put]) == [step]]
        pitches.append([a - b for a, b in pairwise(tops)])
    for pitch in pitches:
        assert min(pitch) == pytest.approx(max(pitch)), "on a page the steps stand alike"
    more = pitches[1][0] - pitches[0][0]
    assert 0 < more <= look.unit * LOOSE + 0.01, "page 2 has no masthead, and its white goes between the steps"


def test_a_page_after_the_first_may_have_a_larger_picture_over_its_whole_width_and_warns_of_as_much(
    fonts: FontBook,
) -> None:
    safety = {"caution": words(14), "stop_if": ["you feel pain"], "ask_first": [words(16)]}
    ways = [way(name) | {"steps": [words(4)] * 5} for name in ("One", "Two")]
    composed = made(fonts, 18, management={"strategies": [a_strategy("stretch", how=ways, **safety)]})
    one, two = composed.pages[:2]
    (small,), (large,) = drawings(composed)[:2]
    assert large > small * 1.2
    said = [[line for line in placed_text(page.pieces) if line.startswith("Take care: ")] for page in (one, two)]
    assert said[0] == said[1] != []


def test_in_large_print_the_boxes_for_how_much_stand_under_the_steps_or_else_with_the_days(fonts: FontBook) -> None:
    def pages_with_boxes(steps: int) -> list[int]:
        how = [way("Stretch") | {"steps": [" ".join(["step"] * 24)] * steps}]
        composed = made(fonts, 18, management={"strategies": [a_strategy("stretch", how=how, **SAFETY)]})
        pages = [placed_text(page.pieces) for page in composed.pages]
        return [number for number, page in enumerate(pages) if "Hold for" in page]

    assert pages_with_boxes(2) == [0]
    assert pages_with_boxes(6)[0] > 0


def test_a_sheet_for_one_strategy_to_start_with_says_so(fonts: FontBook) -> None:
    for base in (12, 18):
        setting = setting_for(fonts, base, a_clinic(), form="exercise-a4")
        setting = replace(setting, voice=replace(setting.voice, chosen=frozenset({"stretch"})))
        leaflet = a_leaflet(management={"strategies": [a_strategy("stretch", how=[way("Stretch 1")], **SAFETY)]})
        root = exercise.compose(leaflet, setting, FORMATS["exercise-a4"], Options(chosen=("stretch",))).root
        (title,) = (each for each in all_of(root, "H2") if each.bookmark == "Stretch")
        assert any(each.alt == "Start with this" for each in title.walk())


def test_drawings_are_never_lower_than_they_can_be_read(fonts: FontBook) -> None:
    assert min(high for page in drawings(made(fonts, 18)) for high in page) > LEAST_PANEL * 0.6
    assert min(high for page in drawings(made(fonts)) for high in page) > min(PAIR_PICTURES) * 0.6


def of_many(fonts: FontBook, count: int, base: float = 12, **safety: Any) -> Composed:
    """As many strategies with an exercise each."""
    names = ("back", "knees", "hips", "bridge", "cat", "side")[:count]
    strategies = [a_strategy(name, how=[way(f"Way of {name}")], **safety) for name in names]
    setting = setting_for(fonts, base, a_clinic(), form="exercise-a4")
    content = {"management": {"strategies": strategies}}
    return exercise.compose(a_leaflet(**content), setting, FORMATS["exercise-a4"], Options())


def test_exercises_of_several_strategies_stand_under_one_another_each_whole(fonts: FontBook) -> None:
    composed = of_many(fonts, 5, **SAFETY)
    shown = [placed_text(page.pieces) for page in composed.pages]
    counts = [sum(text.startswith("Way of") for text in page) for page in shown if "Lean in." in page]
    assert sum(counts) == 5
    assert max(counts) >= 2
    assert len(counts) < 5
    assert " ".join(said_by(composed.root)).count("you feel pain") == 5
    for page in composed.pages[: len(counts)]:
        panels = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.height > min(PICTURES) * 0.9]
        assert len(panels) >= placed_text(page.pieces).count("Lean in.")


def test_in_giant_print_what_to_know_comes_first_and_then_each_exercise_on_facing_pages(fonts: FontBook) -> None:
    long = [" ".join(["step"] * 12)] * 6
    how = [{"title": f"Stretch {number}", "steps": long, "figure": FIGURE} for number in (1, 2)]
    strategies = [a_strategy("stretch", how=how, caution="Hold on.", **SAFETY)]
    setting = setting_for(fonts, 24, a_clinic(), form="exercise-a4")
    leaflet = a_leaflet(management={"strategies": strategies})
    composed = exercise.compose(leaflet, setting, FORMATS["exercise-a4"], Options())
    pages = [" ".join(" ".join(placed_text(page.pieces)).split()) for page in composed.pages]
    assert "Hold on." in pages[0]
    assert "you fell last year" in pages[0]
    steps = [number for number, said in enumerate(pages) if said.count("step step") > 6]
    assert steps == [2, 4]  # right-hand pages
    assert all("you feel pain" in pages[number] for number in steps)
    assert [each.role for each in all_of(composed.root, "H4")] == []
    assert 0 < SHRINK < 1


def test_a_page_that_goes_on_with_a_strategy_prints_what_keeps_its_doer_safe_once_more(fonts: FontBook) -> None:
    how = [way(f"Way {number}") | {"steps": [" ".join(["step"] * 12)] * 5} for number in range(1, 8)]
    setting = setting_for(fonts, 12, a_clinic(), form="exercise-a4")
    leaflet = a_leaflet(management={"strategies": [a_strategy("stretch", how=how, **SAFETY)]})
    composed = exercise.compose(leaflet, setting, FORMATS["exercise-a4"], Options())
    pages = [" ".join(placed_text(page.pieces)) for page in composed.pages]
    moved = [page for page in pages if "step step" in page]
    assert len(moved) > 1
    assert all("you feel pain" in page for page in moved)
    assert " ".join(said_by(composed.root)).count("you feel pain") == 1


def test_when_to_stop_and_when_to_ask_stand_side_by_side_under_what_to_take_care_of(fonts: FontBook) -> None:
    look, sect = look_for(fonts), Element("Sect")
    many: dict[str, Any] = {
        "stop_if": ["you feel a sharp pain", "you feel dizzy or unsteady"],
        "ask_first": ["you fell last year"] * 2,
    }
    strategy = a_strategy(caution="Hold on to something firm all the time, and mind the cat.", **many)
    (panel,) = safety_panel(look, sect, strategy, in_lists=False)
    care, stop, ask = (put for put in puts(panel, TextPiece))
    assert care.down + care.piece.height <= stop.down
    assert stop.down == pytest.approx(ask.down)
    assert [text.split()[0] for text in said_by(sect)] == ["Take", "Stop", "Ask"]
    assert puts(panel, DrawingPiece)[-1].x == pytest.approx(look.grid.second)


def test_a_page_of_days_to_tick_that_has_no_room_for_when_to_get_help_is_filled_with_lines_for_notes(
    fonts: FontBook,
) -> None:
    signs = {
        key: {"signs": [f"{key} sign {number}" for number in range(6)]} for key in ("emergency", "urgent", "routine")
    }
    pages = [placed_text(page.pieces) for page in made(fonts, 18, help=signs).pages]
    (ticks,) = [page for page in pages if "Tick each day you do it" in page]
    assert "My notes" in ticks
    assert "emergency sign 3" not in " ".join(ticks)
    assert "My notes" not in [text for page in [placed_text(p.pieces) for p in made(fonts, 12).pages] for text in page]


@pytest.mark.parametrize("base", [20, 24, 28, 30, 33, 36])
@pytest.mark.parametrize("form", ["exercise-a4", "exercise-letter"])
def test_the_days_to_tick_go_over_a_page_where_print_is_so_large_that_none_holds_them(
    fonts: FontBook, form: str, base: float
) -> None:
    dosed = {"dose_box": {"hold": "20 to 30 seconds", "times": "3 times each leg"}}
    setting = setting_for(fonts, base, a_clinic(), form=form)
    strategy = a_strategy("stretch", how=[way("One") | dosed, way("Two") | dosed], how_often=words(24), **SAFETY)
    leaflet = a_leaflet(management={"strategies": [strategy]})
    composed = exercise.compose(leaflet, setting, FORMATS[form], Options())
    assert all(put.y >= setting.grid.bottom - 0.01 for page in composed.pages for put in content_of(page))
