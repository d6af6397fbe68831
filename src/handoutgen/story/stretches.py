"""What is said under a heading: the words over its lists, its lines with a label, its tables as runs."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.sections import SectionContent, Table
from handoutgen.story.voice import Runs, SharedVoice

TableCells = tuple[tuple[Text, ...], ...]


def to_do(voice: SharedVoice, stretch: SectionContent, key: str) -> tuple[Sequence[str], str]:
    """The items of the list `do`, `do_not` or `ask_first`, and the words over it: the author's or the fixed ones."""
    return getattr(stretch, key), getattr(stretch, f"{key}_title") or voice.word(key)


def line_words(voice: SharedVoice, part: object, key: str) -> Runs:
    """The line `caution` or `dose` of a section or strategy with its label: "Take care: warm, not hot."."""
    text = getattr(part, key)
    return [Text(voice.word(key) + voice.word("colon"), strong=True), *voice.phrase(text)]


def table_words(voice: SharedVoice, table: Table) -> tuple[TableCells, tuple[TableCells, ...]]:
    """A table's head and rows; a cell without words is a place to write."""

    def row(cells: Sequence[str]) -> TableCells:
        return tuple(tuple(voice.phrase(cell)) if cell else () for cell in cells)

    return row(table.head), tuple(map(row, table.rows))
