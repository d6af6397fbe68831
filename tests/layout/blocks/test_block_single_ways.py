"""Ways to do something in one column: pictures beside their steps, or over them."""

from __future__ import annotations

from handoutgen.layout.blocks.single_ways import exercises_apart, single_ways
from handoutgen.layout.blocks.strategy_parts import atoms_of
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_strategy, lines_of, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
PLAIN = {"title": "In a chair", "steps": ["Sit.", "Reach."]}
TWO = [{"title": name, "steps": ["Stand.", "Lean."], "figure": FIGURE} for name in ("Calf", "Thigh")]


def test_ways_stand_in_the_order_of_their_author(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    ways = a_strategy(how=[TWO[0], PLAIN, TWO[1]]).how
    for parts in (single_ways(look, ways, "1. Stretching"), exercises_apart(look, ways, "1. Stretching", 500)):
        said = lines_of(atoms_of(parts))
        assert [name for name in said if name in ("Calf", "In a chair", "Thigh")] == ["Calf", "In a chair", "Thigh"]


def test_an_exercise_that_no_page_holds_is_in_parts(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    long = [{**each, "steps": [words(40)] * 12} for each in TWO]
    parts = exercises_apart(look, a_strategy(how=long).how, "1. Stretching", 500)
    assert all(len(part.atoms) > 1 for part in parts)
    assert all(len(part.atoms) == 1 for part in exercises_apart(look, a_strategy(how=TWO).how, "1. Stretching", 500))
