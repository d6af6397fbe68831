"""What is typed on a page for one print → `ForPerson`. It comes in the body of a form, is held with the visit, and is
in no address, file, log or cookie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from handoutgen.content.for_person import ForPerson, for_person
from handoutgen.content.strategies import Strategy

BEFORE = "typed_"
"""What the names of these fields begin with."""
TEXTS = ("name", "next_visit", "ask_for")
MOST_TYPED_FIELDS = 40


class DoseField(Struct, frozen=True):
    """A place to type how many times a day an exercise is to be done."""

    field: str
    exercise: str
    """Its title."""


def dose_fields(strategies: Sequence[Strategy], leaflet: str) -> list[DoseField]:
    """One for each exercise that has a picture: what is shown is what is dosed. The leaflet is in the field's name, so
    that a dose never comes to stand beside an exercise of another leaflet."""
    return [
        DoseField(f"{BEFORE}dose_{leaflet}_{first}_{second}", how.title or strategy.title)
        for first, strategy in enumerate(strategies)
        for second, how in enumerate(strategy.how)
        if how.figure
    ]


def typed_in(form: Mapping[str, Sequence[str]]) -> dict[str, str] | None:
    """The typed fields of a form by name; None where the form has none of them."""
    found = {name: values[0] for name, values in form.items() if name.startswith(BEFORE) and values}
    return dict(list(found.items())[:MOST_TYPED_FIELDS]) if found else None


def person_of(typed: Mapping[str, str], doses: Sequence[DoseField]) -> ForPerson | None:
    """What is printed of it; nothing where all is empty. Raises UsageProblem, without repeating what was typed."""
    texts = {name: typed.get(f"{BEFORE}{name}", "") for name in TEXTS}
    return for_person(texts, {dose.exercise: typed.get(dose.field, "") for dose in doses})
