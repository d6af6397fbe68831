"""What is typed for one person, as it is said on the page: a label and the words, and a dose for each exercise.

The words are never Markdown: they go on the page as they were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from handoutgen.content.for_person import ForPerson
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import did_you_mean
from handoutgen.content.strategies import HowTo
from handoutgen.errors import UsageProblem

Labelled = tuple[str, str]
"""What stands before the words, and the words."""


class Dose(Struct, frozen=True):
    """How many times a day one exercise is to be done."""

    how: HowTo
    exercise: str
    """Its title in the leaflet."""
    times: str

    def __repr__(self) -> str:
        return "Dose(…)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return []


class Personal(Struct, frozen=True):
    """What is typed, each dose with the exercise of the leaflet that it is for."""

    said: ForPerson
    doses: tuple[Dose, ...]
    in_boxes: bool = False
    """Whether each exercise with a picture has a box for its dose, so that no line need say it."""

    def __repr__(self) -> str:
        return "Personal(…)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return []

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is typed, in reading order."""
        said = (self.said.name, self.said.next_visit, self.said.ask_for, *(dose.times for dose in self.doses))
        return tuple(filter(None, said))

    def times_of(self, how: HowTo) -> str:
        """How many times a day; empty where nothing is typed for this exercise."""
        return next((dose.times for dose in self.doses if dose.how == how), "")


def personal(leaflet: Leaflet, said: ForPerson) -> Personal:
    """The words with the leaflet's exercises. Raises UsageProblem for a dose of one that is not in it."""
    known = list(_exercises(leaflet))
    doses = tuple(_dose(leaflet, known, number, *each) for number, each in enumerate(said.doses, start=1))
    return Personal(said, doses)


class _Exercise(NamedTuple):
    """An exercise and what it may be called."""

    names: tuple[str, ...]
    title: str
    how: HowTo


def _exercises(leaflet: Leaflet) -> Iterator[_Exercise]:
    for strategy in leaflet.strategies:
        is_one = len(strategy.how) == 1
        for how in strategy.how:
            title = how.title or strategy.title
            names = [*([title] if how.title or is_one else []), *([strategy.id, strategy.title] if is_one else [])]
            if names:
                yield _Exercise(tuple(map(_folded, names)), title, how)


def _folded(name: str) -> str:
    """A title and its id are one: "Standing calf stretch" and standing-calf-stretch."""
    return "".join(filter(str.isalnum, name.casefold()))


def _dose(leaflet: Leaflet, known: Sequence[_Exercise], number: int, exercise: str, times: str) -> Dose:
    for each in known:
        if _folded(exercise) in each.names:
            return Dose(each.how, each.title, times)
    titles = [each.title for each in known]
    near = did_you_mean(exercise, titles)
    there = f"There are: {'; '.join(titles)}." if titles else "Leave the doses out."
    raise UsageProblem(
        f"Dose {number} that is typed for this print is for no exercise of {leaflet.id}.",
        f"{near[:1].upper()}{near[1:]} {there}".strip(),
    )


def person_lines(word: Callable[..., str], person: Personal | None) -> list[Labelled]:
    """What is typed, each after its label from the fixed words, and a line for each dose; nothing for nobody."""
    if person is None:
        return []
    said = person.said
    lines = [
        (word("name_label"), said.name),
        (word("next_visit_label"), said.next_visit),
        (word("ask_for_label"), said.ask_for),
        *(
            (word("dose_label", exercise=dose.exercise), dose.times)
            for dose in person.doses
            if not (person.in_boxes and dose.how.figure)
        ),
    ]
    return [(label, text) for label, text in lines if text]


def lost_typed(person: Personal | None, said: str) -> tuple[str, ...]:
    """One message for each text that is typed and not in what an output says, white space folded. It names the place of
    the text, never its words."""
    texts = person.texts if person else ()
    plain = " ".join(said.split())
    return tuple(
        f"text {number} that is typed for this print is not in it"
        for number, text in enumerate(texts, start=1)
        if " ".join(text.split()) not in plain
    )
