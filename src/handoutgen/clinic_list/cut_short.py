"""The columns of a list → a notice for each whose longest cells may have lost their ends.

Databases keep a name or a web address in a field of 50, 100 or 255 characters and cut what is longer without a word.
One such cell tells nothing; several that are the longest of all and exactly as long as such a field do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handoutgen.clinic_list.columns import Columns
from handoutgen.clinic_list.sheet import Sheet, SheetRow

FIELD_LENGTHS = frozenset({50, 60, 64, 80, 100, 120, 128, 150, 200, 250, 254, 255, 256, 500})
MOST_SHOWN = 10


def cut_columns(sheet: Sheet, columns: Columns) -> Iterator[str]:
    """The notices, in the order of the columns."""
    for index in sorted(index for indices in columns.of.values() for index in indices):
        rows = _longest(sheet, index)
        if len({row.cells[index] for row in rows}) > 1:
            length = len(rows[0].cells[index].strip())
            yield (
                f'Column "{columns.headings[index]}": rows {_numbers(rows)} have exactly {length} characters, and no '
                "row has more. See whether their ends were cut off where the list comes from."
            )


def _longest(sheet: Sheet, index: int) -> list[SheetRow]:
    """The rows whose cell in a column is the longest, if that is as long as a database's field."""
    by_length: dict[int, list[SheetRow]] = defaultdict(list)
    for row in sheet.rows:
        if index < len(row.cells):
            by_length[len(row.cells[index].strip())].append(row)
    longest = max(by_length, default=0)
    return by_length[longest] if longest in FIELD_LENGTHS else []


def _numbers(rows: list[SheetRow]) -> str:
    rest = f" and {len(rows) - MOST_SHOWN} more" if len(rows) > MOST_SHOWN else ""
    return ", ".join(str(row.number) for row in rows[:MOST_SHOWN]) + rest
