"""What the sections of a leaflet warn of on a sheet of exercises: before them what the leaflet says before them."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.formats import FORMATS, Options
from handoutgen.layout.forms import exercise
from handoutgen.plan.pages import Composed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, placed_text, said_by, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
FIRST = {"id": "first", "title": "Before you start", "after": "about", "text": "Long.", "caution": "Stop if it hurts."}
LATER = {"id": "later", "title": "At home", "after": "management", "text": "Long.", "caution": "No heat."}
ABOUT = {"text": "A cramp is a tight muscle."}


def made(fonts: FontBook, base: float = 12, count: int = 2, **leaflet: Any) -> Composed:
    ways = [{"title": f"Way {n}", "steps": ["Lean in.", "Hold."], "figure": FIGURE} for n in range(count)]
    strategies = [a_strategy(f"s{n}", how=[way]) for n, way in enumerate(ways)]
    setting = setting_for(fonts, base, a_clinic(), form="exercise-a4")
    content = {"about": ABOUT, "management": {"strategies": strategies}, **leaflet}
    return exercise.compose(a_leaflet(**content), setting, FORMATS["exercise-a4"], Options())


@pytest.mark.parametrize("base", [12, 18, 24])
def test_what_comes_first_in_the_leaflet_is_read_before_the_exercises(fonts: FontBook, base: float) -> None:
    composed = made(fonts, base, sections=[FIRST, LATER])
    said = " ".join(said_by(composed.root))
    places = [said.index(part) for part in ("Stop if it hurts.", "Lean in.", "No heat.")]
    assert places == sorted(places)
    assert "Stop if it hurts." in " ".join(placed_text(composed.pages[0].pieces))
    assert said.count("Stop if it hurts.") == said.count("No heat.") == 1


@pytest.mark.parametrize("base", [12, 24])
def test_no_exercise_begins_under_it_and_goes_on_overleaf(fonts: FontBook, base: float) -> None:
    long = FIRST | {"do_not": [words(12) for _ in range(7)]}
    composed = made(fonts, base, sections=[long])
    for page in composed.pages:
        text = placed_text(page.pieces)
        assert ("Lean in." in text) == ("Hold." in text)


def test_one_strategys_exercises_come_after_it_too(fonts: FontBook) -> None:
    said = " ".join(said_by(made(fonts, count=1, sections=[FIRST]).root))
    assert said.index("Stop if it hurts.") < said.index("Lean in.")


@pytest.mark.parametrize("count", range(2, 10))
def test_the_first_page_has_exercises_where_they_are_whole_there(fonts: FontBook, count: int) -> None:
    composed = made(fonts, count=count, sections=[FIRST])
    assert "Lean in." in placed_text(composed.pages[0].pieces)
