"""Words typed for one person → a refusal when a character of them cannot be printed. It never repeats them."""

from __future__ import annotations

from handoutgen.content.for_person import ForPerson
from handoutgen.errors import UsageProblem
from handoutgen.text.model import Uncovered


def refuse_unprintable_words(person: ForPerson, uncovered: Uncovered) -> None:
    """Raise UsageProblem for a text with a character that no font has. `uncovered` tells these characters."""
    for said, text in person.named_texts():
        if not text.isascii() and uncovered(text):
            raise UsageProblem(
                f"What is typed for this print: {said} holds a character that no font of the program has.",
                "Write it in other characters, or by hand on the paper.",
            )
