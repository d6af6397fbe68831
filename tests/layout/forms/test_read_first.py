"""What the leaflet warns of before its strategies, as when to ask first, is read before them in every short form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.forms import fold, poster, sheet, summary, trifold
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, placed_text, said_by, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
FIRST = {"id": "first", "title": "Before you start", "after": "about", "text": "Long.", "do_not": ["stand on ice"]}
LATER = {"id": "later", "title": "At home", "after": "management", "text": "Long.", "caution": "No heat."}
ABOUT = {"text": "A cramp is a tight muscle.", "brief": "A cramp is a tight muscle."}
FORMS: dict[str, Callable[..., Composed]] = {
    "a4-sheet": sheet.compose,
    "a4-fold": fold.compose,
    "a4-summary": summary.compose,
    "a4-trifold": trifold.compose,
    "a3-poster": poster.compose,
}
SIZES = {"a4-summary": 18, "a3-poster": 26}


def made(fonts: FontBook, form: str, base: float, **sections: Any) -> Composed:
    way = {"steps": ["Lean in.", "Hold."], "figure": FIGURE}
    strategies = [a_strategy("stretch", short="Stretch", how=[way]), a_strategy("rest", short="Rest")]
    content = {"about": ABOUT, "management": {"strategies": strategies}, "sections": [FIRST, LATER], **sections}
    setting = setting_for(fonts, base, a_clinic(), form=form)
    return FORMS[form](a_leaflet(**content), setting, FORMATS[form], Options())


@pytest.mark.parametrize(
    ("form", "base"), [*((form, 26 if form == "a3-poster" else 12) for form in FORMS), ("a4-summary", 18)]
)
def test_what_comes_first_in_the_leaflet_is_read_before_the_strategies(fonts: FontBook, form: str, base: float) -> None:
    composed = made(fonts, form, base)
    said = " ".join(said_by(composed.root))
    assert said.index("stand on ice") < said.index("Stretch")
    assert said.count("stand on ice") == said.count("No heat.") == 1
    assert composed.claims
    assert composed.claims(("sections", 0, "do_not", 0))
    assert composed.claims(("sections", 1, "caution"))


def test_what_is_read_first_stands_on_a_tint_but_in_large_print(fonts: FontBook) -> None:
    for base, count in ((12, 1), (18, 0)):
        page = next(
            page
            for page in made(fonts, "a4-summary", base).pages
            if "stand on ice" in " ".join(placed_text(page.pieces))
        )
        words = next(put for put in page.pieces if "stand on ice" in " ".join(placed_text([put])))
        behind = [
            put for put in page.pieces
            if isinstance(put.piece, Frame) and put.piece.fill and put.y <= words.y and put.top >= words.top
        ]  # fmt: skip
        assert len(behind) == count


@pytest.mark.parametrize("form", ["a4-sheet", "a4-summary", "a3-poster"])
def test_what_comes_after_them_is_read_after(fonts: FontBook, form: str) -> None:
    said = " ".join(said_by(made(fonts, form, SIZES.get(form, 12)).root))
    assert said.index("Stretch") < said.index("No heat.")


def test_it_stands_on_the_side_of_the_exercises_not_overleaf(fonts: FontBook) -> None:
    front, back = (" ".join(placed_text(page.pieces)) for page in made(fonts, "a4-sheet", 12).pages)
    assert "stand on ice" in front
    assert "stand on ice" not in back
    assert "No heat." in back


def test_where_the_flap_has_no_room_for_both_it_has_what_is_read_first(fonts: FontBook) -> None:
    long = LATER | {"callouts": [{"kind": "important", "text": words(60)}]}
    pages = made(fonts, "a4-trifold", 12, sections=[FIRST, long], key_points=[words(12)] * 3).pages
    flap, *within = (" ".join(placed_text(page.pieces)) for page in pages[1:])
    assert "stand on ice" in flap
    assert any("No heat." in panel for panel in within)


def test_where_the_flap_has_no_room_at_all_it_is_read_before_the_exercises_inside(fonts: FontBook) -> None:
    long = FIRST | {"callouts": [{"kind": "important", "text": words(60)}]}
    composed = made(fonts, "a4-trifold", 12, sections=[long], key_points=[words(20)] * 4)
    assert "stand on ice" not in " ".join(placed_text(composed.pages[1].pieces))
    said = " ".join(said_by(composed.root))
    assert said.index("stand on ice") < said.index("Lean in.")


def test_in_a_sheet_folded_once_a_strategy_begins_over_its_first_exercise(fonts: FontBook) -> None:
    many = [
        a_strategy(f"s{n}", short=f"S{n}", how=[{"steps": [f"Begin {n}."] + [words(13)] * 2, "figure": FIGURE}])
        for n in range(5)
    ]
    in_full = set()
    for count in (1, 40, 80):
        first = FIRST | {"callouts": [{"kind": "important", "text": words(count)}]}
        composed = made(fonts, "a4-fold", 12, sections=[first], management={"strategies": many})
        for page in composed.pages[1:3]:
            text = placed_text(page.pieces)
            for n in range(5):
                if f"Begin {n}." in text:
                    in_full.add(n)
                    assert f"S{n}" in text, "its title does not stand alone on the page before"
    assert len(in_full) > 1
