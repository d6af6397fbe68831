"""What inline text is once its Markdown is read: runs of text, paragraphs, lists and tables, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct


class Text(Struct, frozen=True):
    """A run of text of one look. `link` is an address whose scheme is https:, http:, mailto: or tel:."""

    text: str
    strong: bool = False
    link: str | None = None


class Paragraph(Struct, frozen=True):
    """One paragraph."""

    content: tuple[Text, ...]


class Items(Struct, frozen=True):
    """A list. `start` is the first number of an ordered list."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


class TableBlock(Struct, frozen=True):
    """A table with one header row; every row has as many cells as the header."""

    head: tuple[tuple[Text, ...], ...]
    rows: tuple[tuple[tuple[Text, ...], ...], ...]


Block = Paragraph | Items | TableBlock


class FieldSlot(Text, frozen=True):
    """A run that waits for clinic fields: `field` itself, or, when that is None, the fields inside `link`."""

    field: str | None = None
    at: int = 0
    length: int = 1


class Problem(NamedTuple):
    """Something wrong in a text: where (index into the text), which rule, and how to mend it."""

    offset: int
    length: int
    code: str
    message: str
    hint: str


class MarkdownProblem(Exception):  # noqa: N818 - it carries problems, as HandoutError does
    """A text that is outside the subset; `problems` has all of them, in text order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def join_runs(runs: Iterable[Text]) -> tuple[Text, ...]:
    """Neighbouring runs of the same look become one; slots stay apart."""
    joined: list[Text] = []
    for run in runs:
        last = joined[-1] if joined else None
        plain = not isinstance(run, FieldSlot) and last is not None and not isinstance(last, FieldSlot)
        if plain and last is not None and (last.strong, last.link) == (run.strong, run.link):
            joined[-1] = Text(last.text + run.text, run.strong, run.link)
        elif isinstance(run, FieldSlot) or run.text:
            joined.append(run)
    return tuple(joined)
