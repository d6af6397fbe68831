"""Doses find their exercises, and what is typed is said in one order with its labels."""

from __future__ import annotations

import pytest

from handoutgen.content.for_person import ForPerson
from handoutgen.content.model import Leaflet
from handoutgen.errors import UsageProblem
from handoutgen.story.person import lost_typed, person_lines, personal
from story.small_leaflet import STRATEGY, leaflet, voice

WALL = {"title": "Wall stretch", "steps": ["Lean."]}
TOWEL = {"title": "Towel stretch", "steps": ["Pull."]}
ONE = {**STRATEGY, "id": "breathing", "title": "Slow breathing", "how": [{"steps": ["Breathe."]}]}
BOTH = {**STRATEGY, "how": [WALL, TOWEL]}


def two() -> Leaflet:
    return leaflet(management={"strategies": [BOTH, ONE]})


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("wall-stretch", "Wall stretch"),
        ("Wall stretch", "Wall stretch"),
        ("TOWEL STRETCH", "Towel stretch"),
        ("breathing", "Slow breathing"),
        ("slow-breathing", "Slow breathing"),
    ],
)
def test_an_exercise_is_found_by_its_title_and_a_strategy_with_one_way_by_its_id(name: str, title: str) -> None:
    (dose,) = personal(two(), ForPerson(doses=((name, "2"),))).doses
    assert (dose.exercise, dose.times) == (title, "2")
    ways = [how for strategy in two().strategies for how in strategy.how]
    assert [personal(two(), ForPerson(doses=((name, "2"),))).times_of(how) for how in ways].count("2") == 1


@pytest.mark.parametrize("name", ["both", "Secretperson", "wal-stretch"])
def test_a_dose_for_no_exercise_is_refused_by_its_number(name: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        personal(two(), ForPerson(doses=(("wall-stretch", "1"), (name, "2"))))
    assert problem.value.message == "Dose 2 that is typed for this print is for no exercise of cramps."
    assert "There are: Wall stretch; Towel stretch; Slow breathing." in problem.value.remedy
    assert "Secret" not in problem.value.remedy
    assert ('Did you mean "Wall stretch"?' in problem.value.remedy) is (name == "wal-stretch")


def test_it_is_said_in_one_order_with_its_labels_and_only_what_is_typed() -> None:
    said = ForPerson("Ann", (("breathing", "3"), ("wall-stretch", "2")), "Monday", "Sam")
    assert person_lines(voice().word, personal(two(), said)) == [
        ("Name:", "Ann"), ("Next visit:", "Monday"), ("Ask for:", "Sam"),
        ("Slow breathing, times a day:", "3"), ("Wall stretch, times a day:", "2"),
    ]  # fmt: skip
    assert person_lines(voice().word, personal(two(), ForPerson(ask_for="Sam"))) == [("Ask for:", "Sam")]
    assert person_lines(voice().word, None) == []


def test_what_is_lost_is_told_without_the_words() -> None:
    person = personal(two(), ForPerson("Ann  Secret", (("breathing", "3"),), "Monday"))
    assert lost_typed(person, "Name: Ann Secret Monday 3") == ()
    assert lost_typed(person, "Name: Ann Secret 3") == ("text 2 that is typed for this print is not in it",)
    assert lost_typed(None, "") == ()
