"""Ways to do something in one column: pictures beside their steps, or over them."""

from __future__ import annotations

from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.single_ways import exercises_apart, single_ways
from handoutgen.layout.blocks.strategy_parts import atoms_of
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_strategy, lines_of, put_that_says, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
PLAIN = {"title": "In a chair", "steps": ["Sit.", "Reach."]}
TWO = [{"title": name, "steps": ["Stand.", "Lean."], "figure": FIGURE} for name in ("Calf", "Thigh")]


def test_ways_stand_in_the_order_of_their_author(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    strategy = a_strategy(how=[TWO[0], PLAIN, TWO[1]])
    for parts in (
        single_ways(look, strategy.how, "1. Stretching"), exercises_apart(look, strategy, "1. Stretching", 500)
    ):  # fmt: skip
        said = lines_of(atoms_of(parts))
        assert [name for name in said if name in ("Calf", "In a chair", "Thigh")] == ["Calf", "In a chair", "Thigh"]


def test_an_exercise_that_no_page_holds_is_in_parts(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    long = [{**each, "steps": [words(40)] * 12} for each in TWO]
    parts = exercises_apart(look, a_strategy(how=long), "1. Stretching", 500)
    assert all(len(part.atoms) > 1 for part in parts)
    assert all(len(part.atoms) == 1 for part in exercises_apart(look, a_strategy(how=TWO), "1. Stretching", 500))


def test_when_to_stop_is_said_again_under_each_exercise_that_another_faces(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    strategy = a_strategy(how=[*TWO, TWO[0]], stop_if=["it hurts"])
    parts = exercises_apart(look, strategy, "1. Stretching", 500)
    assert [lines_of(atoms_of([part]))[-1] == "Stop if it hurts." for part in parts] == [True, True, False]
    again = put_that_says(parts[0].atoms[0], "Stop if it hurts.").piece
    assert again.element is None, "the card has said it before them"
    assert "Stop if it hurts." not in lines_of(atoms_of(exercises_apart(look, a_strategy(how=TWO), "1.", 500)))


def test_where_a_page_holds_an_exercise_alone_it_stands_without_when_to_stop(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    strategy = a_strategy(how=TWO, stop_if=["it hurts"])
    whole, _ = exercises_apart(look, strategy, "1.", 500)
    high = whole.atoms[0].height + reminder(look, "1.").height
    less, _ = exercises_apart(look, strategy, "1.", high - 1)
    assert "Stop if it hurts." not in lines_of(less.atoms)
    assert len(less.atoms) == 1
