"""Words for one person, printed on one copy and kept nowhere: a name, how often to do an exercise, the next visit.

They come from a small YAML file or from a page on a screen. They are plain text and never markup. Nothing that is said
of them to anybody repeats them: what is wrong is told by the field's name and its line, and `repr` shows nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from handoutgen.content.visible import says_something
from handoutgen.errors import UsageProblem

MOST_IN_A_FIELD, MOST_IN_A_LINE, MOST_DOSES = 80, 200, 36
"""Characters of a field, and of a line from the staff; exercises with a dose, more than a leaflet has."""
JOINERS = "\u200c\u200d"
"""Invisible, and part of how some languages are spelt."""


class ForPerson(Struct, frozen=True):
    """What is typed for one print. Raises UsageProblem, without repeating it, for what could not be printed as it is:
    more than 80 characters, a line break, a control character, a mark that turns text round."""

    name: str = ""
    doses: tuple[tuple[str, str], ...] = ()
    """How many times a day, by an exercise's title or the id of its strategy."""
    next_visit: str = ""
    ask_for: str = ""

    def __post_init__(self) -> None:
        for said, text in self.named_texts():
            if problem := _problem_of(text):
                raise UsageProblem(f"What is typed for this print: {said} {problem}.", _REMEDY)
        if len(self.doses) > MOST_DOSES:
            raise UsageProblem(f"What is typed for this print: more than {MOST_DOSES} doses.", _REMEDY)

    def __repr__(self) -> str:
        return "ForPerson(…)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Nothing either, for whoever prints with rich: a struct would show its fields."""
        return []

    def __bool__(self) -> bool:
        """Whether anything is typed."""
        return any(text for _, text in self.named_texts())

    def named_texts(self) -> Iterator[tuple[str, str]]:
        """Each text, and what to call it."""
        for name in self.__struct_fields__:
            if name != "doses":
                yield name, getattr(self, name)
        for number, (exercise, times) in enumerate(self.doses, start=1):
            yield f"the exercise of dose {number}", exercise
            yield f"dose {number}", times


_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Controls, marks that format or turn text round, halves of characters, private and unassigned ones, separators."""
KEYS = ForPerson.__struct_fields__
_REMEDY = f"A field has at most {MOST_IN_A_FIELD} characters, on one line, as they are typed on a keyboard."


def for_person(texts: Mapping[str, str], doses: Mapping[str, str]) -> ForPerson | None:
    """What was typed into the fields of a page: `texts` by name, `doses` by exercise. Nothing where all is empty."""
    said = {key: " ".join(text.split(" ")).strip(" ") for key, text in texts.items()}
    told = tuple((exercise.strip(" "), times.strip(" ")) for exercise, times in doses.items() if times.strip(" "))
    person = ForPerson(**said, doses=told)
    return person if person else None


def refuse_bad_line(line: str) -> None:
    """Raise UsageProblem, without repeating it, for a line of the staff that could not be printed as it is."""
    if problem := _problem_of(line, MOST_IN_A_LINE):
        raise UsageProblem(f"The line for the cover note {problem}.", f"Say it in at most {MOST_IN_A_LINE} characters.")


def _problem_of(text: str, most: int = MOST_IN_A_FIELD) -> str | None:
    """What is wrong with a text that is to be printed, without a word of it."""
    if not text:
        return None
    if len(text) > most:
        return f"has {len(text):,} characters"
    if any(sign in "\r\n\t" for sign in text):
        return "has a line break or a tab"
    if any(sign not in JOINERS and unicodedata.category(sign) in _UNSEEN for sign in text):
        return "holds an invisible or unknown character"
    if not says_something(text):
        return "holds nothing that can be seen"
    return None
