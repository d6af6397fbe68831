"""One sheet folded once: cover, two pages inside, back; how the pages lie, and what is claimed and refused."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.strategies import HowTo
from handoutgen.design.colour import SAND
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options, parse_size
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.forms import fold
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.forms.fold_exercises import pair_of_ways
from handoutgen.layout.forms.fold_inside import inside_region
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, fields, placed_text, said_by, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
STRETCH = {"title": "Calf stretch", "steps": ["Stand.", "Lean."], "figure": FIGURE}
SAFETY: dict[str, Any] = {"caution": "Stand firmly.", "stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}
NOW = {"id": "now", "title": "If it hurts now", "after": "key-points", "steps": ["Sit.", "Rub."]}
STRATEGIES = [a_strategy("rest", **SAFETY), a_strategy("stretch", how=[STRETCH], **SAFETY)]
MANY_SIGNS = {"emergency": {"signs": [words(12)] * 40}, "urgent": {"signs": ["b"]}, "routine": {"signs": ["c"]}}


def made(fonts: FontBook, form: str = "a4-fold", **leaflet: Any) -> Composed:
    setting = setting_for(fonts, 12, a_clinic(), form=form)
    content = {"management": {"strategies": STRATEGIES}, "sections": [NOW], **leaflet}
    return fold.compose(a_leaflet(**content), setting, FORMATS[form], Options())


def pages_of(composed: Composed) -> list[str]:
    return [" ".join(placed_text(page.pieces)) for page in composed.pages]


@pytest.mark.parametrize("form", ["a4-fold", "letter-fold"])
def test_it_is_a_cover_two_pages_inside_and_a_back(fonts: FontBook, form: str) -> None:
    cover, left, right, back = pages_of(made(fonts, form))
    assert "Leg cramps" in cover
    assert "If it hurts now" in cover
    assert "Calf stretch" in left
    assert "Rest" in left + right
    assert all(text in back for text in ("When to get help", "emergency sign one", "CR-1 · Version 1.0"))


@pytest.mark.parametrize("form", ["a4-fold", "letter-fold"])
def test_its_cover_says_whom_to_call(fonts: FontBook, form: str) -> None:
    cover, *_ = pages_of(made(fonts, form))
    line = a_clinic().phones[0]
    assert "In an emergency, call 999." in " ".join(cover.split())
    assert (line.label in cover, line.number in cover) == (True, True)
    setting = setting_for(fonts, 12, None, form=form)
    bare = fold.compose(a_leaflet(management={"strategies": STRATEGIES}), setting, FORMATS[form], Options())
    assert "In an emergency, call 999." in pages_of(bare)[0]


def test_its_sheet_has_the_back_beside_the_cover(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic(), form="a4-fold")
    leaflet = a_leaflet(management={"strategies": STRATEGIES})
    plan, _ = lay_out(leaflet, setting, FORMATS["a4-fold"], parse_size("standard"), Options())
    outside, inside = (sorted((put.page, round(put.x)) for put in side.placements)[:2] for side in plan.sheets)
    assert (outside, inside) == ([(0, 421), (3, 0)], [(1, 0), (2, 421)])
    assert plan.duplex == "DuplexFlipShortEdge"


def test_others_have_a_box_to_tick_and_all_that_keeps_safe(fonts: FontBook) -> None:
    composed = made(fonts)
    assert ("Tick box", "Rest") in fields(composed.root)
    inside = " ".join(pages_of(composed)[1:3])
    assert (inside.count("you feel pain"), inside.count("you are pregnant")) == (2, 2)


def test_the_main_strategy_has_a_box_to_tick_too(fonts: FontBook) -> None:
    assert fields(made(fonts).root)[:2] == [("Tick box", "Stretch"), ("Tick box", "Rest")]


def test_it_claims_what_it_says(fonts: FontBook) -> None:
    claims, without = made(fonts).claims, made(fonts, sections=[]).claims
    assert claims is not None
    assert without is not None
    main, other = ("management", "strategies", 1), ("management", "strategies", 0)
    said = [("title",), ("sections", 0, "steps", 0), (*main, "how", 0, "steps", 1), (*other, "brief")]
    for path in (*said, (*other, "stop_if", 0), ("help", "routine", "signs", 1)):
        assert claims(path), path
    for path in (("key_points", 1), (*other, "how", 0, "steps", 0), ("about", "text")):
        assert not claims(path), path
    assert without(("key_points", 1))


def test_several_strategies_with_drawings_stand_inside_in_full_where_they_fit(fonts: FontBook) -> None:
    ways = [a_strategy(f"way-{number}", how=[{**STRETCH, "title": f"Stretch {number}"}]) for number in range(3)]
    said = " ".join(pages_of(made(fonts, management={"strategies": ways})))
    assert all(f"Stretch {number}" in said for number in range(3))


def test_a_leaflet_without_strategies_has_its_sections_inside(fonts: FontBook) -> None:
    short = {"id": "one", "title": "One", "text": "Said in full."}
    long = {"id": "two", "title": "Two", "text": words(1800), "caution": "Beware."}
    composed = made(fonts, kind="medicine", management=None, about=None, sections=[short, long])
    inside = " ".join(pages_of(composed)[1:3])
    assert "Said in full." in inside
    assert "Beware." in inside
    claims = composed.claims
    assert claims is not None
    found = [claims(path) for path in (("sections", 0, "text"), ("sections", 1, "caution"), ("sections", 1, "text"))]
    assert found == [True, True, False]


@pytest.mark.parametrize(("content", "where"), [
    ({"sections": [{**NOW, "steps": [words(40)] * 12}]}, "on the cover"),
    ({"management": {"strategies": [a_strategy(how=[{"steps": [words(50)] * 12}])]}}, "inside"),
    ({"help": MANY_SIGNS}, "on the back"),
])  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_place(fonts: FontBook, content: dict[str, Any], where: str) -> None:
    with pytest.raises(HandoutError, match=rf"does not fit on the A4 folded once: {where} it is \d+ mm"):
        made(fonts, **content)
    assert inside_region(setting_for(fonts, form="a4-fold"), a_leaflet(), 500).lay((), 40) is None


def test_all_drawings_of_the_main_strategy_come_before_white(fonts: FontBook) -> None:
    steps = [words(4)] * 6
    ways = [{**STRETCH, "title": f"Stretch {number}", "steps": steps} for number in range(2)]
    composed = made(fonts, management={"strategies": [a_strategy("stretch", how=ways, **SAFETY)]})
    left, right = pages_of(composed)[1:3]
    assert "Stretch 0" in left
    last = right if "Stretch 1" in right else left
    assert "Stop if you feel pain" in last, "under the last steps, on their page"
    assert composed.dropped == ()


def test_where_cautions_stand_for_lists_the_full_leaflet_is_said_to_have_them(fonts: FontBook) -> None:
    note = "Before you start, read in the full leaflet how to stay safe."
    assert note not in " ".join(pages_of(made(fonts)))
    long = [a_strategy(f"rest-{n}", **{**SAFETY, "stop_if": [words(30)] * 2}) for n in range(5)]
    said = " ".join(pages_of(made(fonts, management={"strategies": [*long, STRATEGIES[1]]})))
    assert note in said
    assert said.count("Take care: Stand firmly.") == 6


def test_help_on_the_back_is_in_lists_where_they_have_room(fonts: FontBook) -> None:
    assert pages_of(made(fonts))[3].count("•") == 6
    guide = {key: {"signs": [words(9)] * count} for key, count in (("emergency", 5), ("urgent", 5), ("routine", 2))}
    assert "•" not in pages_of(made(fonts, help=guide))[3]


def test_two_exercises_stand_side_by_side_with_their_drawings_on_one_line(fonts: FontBook) -> None:
    look, sect = setting_for(fonts, form="a4-fold"), Element("Sect")
    how = HowTo.model_validate(STRETCH)
    pair = pair_of_ways(look, sect, [how, how], 120)
    assert pair is not None
    sands = [put for put in pair.puts if isinstance(put.piece, Frame) and put.piece.fill == SAND]
    assert [sand.down for sand in sands] == [0.0, 0.0]
    assert sands[1].x > sands[0].x + sands[0].piece.width
    assert said_by(sect) == ["Calf stretch", "1.", "Stand.", "2.", "Lean."] * 2
    assert pair_of_ways(look, sect, [how], 120) is None
    assert pair_of_ways(look, sect, [how, HowTo.model_validate({**STRETCH, "figure": None})], 120) is None


def test_they_do_only_where_nothing_more_is_left_out_for_that(fonts: FontBook) -> None:
    def sands(steps: int) -> list[float]:
        ways = [{**STRETCH, "title": f"Way {n}", "steps": [words(8)] * steps} for n in range(2)]
        composed = made(fonts, management={"strategies": [a_strategy("stretch", how=ways, **SAFETY)]})
        assert composed.dropped == ()
        inside = (put for page in composed.pages[1:3] for put in page.pieces)
        return [put.x for put in inside if isinstance(put.piece, Frame) and put.piece.fill == SAND]

    short, long = sands(3), sands(12)
    assert short[0] < short[1], "side by side"
    assert long[0] == long[1], "beside their steps"


@pytest.mark.parametrize("form", ["a4-fold", "letter-fold"])
@pytest.mark.parametrize("steps", [["Stand up and sit down 10 times."], ["Go."] * 2])
def test_a_drawing_beside_one_short_step_is_as_large_as_beside_many(
    fonts: FontBook, form: str, steps: list[str]
) -> None:
    alone = {"steps": steps, "figure": FIGURE}
    composed = made(fonts, form, management={"strategies": [a_strategy("rest", how=[alone])]})
    drawings = [put.piece for page in composed.pages for put in page.pieces if isinstance(put.piece, DrawingPiece)]
    figures = [piece for piece in drawings if piece.element is not None and piece.element.role == "Figure"]
    assert figures
    assert min(piece.height for piece in figures) > 40


def test_all_that_keeps_readers_safe_comes_before_the_exercises(fonts: FontBook) -> None:
    two = [STRETCH, {**STRETCH, "title": "Other stretch"}]
    composed = made(fonts, management={"strategies": [a_strategy("stretch", how=two, **SAFETY)]})
    said = " ".join(said_by(composed.root))
    places = [said.index(each) for each in ("Take care: Stand firmly.", "Stop if", "Ask first if", "Lean")]
    assert places == sorted(places)
