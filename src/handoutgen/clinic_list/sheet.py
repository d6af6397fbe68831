"""The bytes of a CSV file, as spreadsheets save them → headings and numbered rows.

SheetRow numbers are the spreadsheet's: a cell with line breaks is one row there, an empty line is one too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from msgspec import Struct

from handoutgen.errors import HandoutError

MAX_BYTES = 20_000_000
MAX_ROWS, MAX_COLUMNS = 50_000, 1_000
DELIMITERS = (",", ";", "\t", "|")
SAVE_AS = 'In the spreadsheet choose "Save as" and the type "CSV UTF-8", then import that file.'
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods files begin, and how .xls files do."""
_END = "\ue000end of the list"
_LOOKED_THROUGH = 20
"""Rows in which headings are looked for when the first row has none."""


class SheetRow(Struct, frozen=True):
    """A row under the headings; `number` is the spreadsheet's, the headings being row 1, and `line` the line of the
    file in which it begins: a cell may have several lines."""

    number: int
    line: int
    cells: tuple[str, ...]
    is_open: bool = False
    """A quote was opened in this row and never closed: whatever came after it is lost."""


class Sheet(Struct, frozen=True):
    """What was read. `notices` says what a person should know about how it was read."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notices: tuple[str, ...] = ()


def read_sheet(data: bytes, name: str, known: Callable[[str], bool]) -> Sheet:
    """Read a list; `known` says whether a heading means something to us, which tells the right delimiter.

    Raises HandoutError when the file is no table of text.
    """
    text, notices = _decode(data, name)
    text, delimiter = _without_separator_line(text)
    records = _records(text, delimiter or _delimiter(text, known), name, first_line=2 if delimiter else 1)
    _check_headings(records, name, known)
    headings, *rows = records
    if len(headings.cells) > MAX_COLUMNS:
        message = f"{name} has {len(headings.cells):,} columns, more than {MAX_COLUMNS:,}."
        raise HandoutError(message, "Keep the columns that say what the clinics are.")
    if len(rows) > MAX_ROWS:
        message = f"{name} has {len(rows):,} rows; row {MAX_ROWS + 2:,} is one too many for one list."
        raise HandoutError(message, f"Split it into lists of at most {MAX_ROWS:,} rows.")
    filled = tuple(row for row in rows if any(cell.strip() for cell in row.cells))
    return Sheet(tuple(" ".join(cell.split()) for cell in headings.cells), filled, notices)


def _check_headings(records: Sequence[SheetRow], name: str, known: Callable[[str], bool]) -> None:
    """Refuse a list whose first row is none of headings: people like to put a title above them."""
    if not any(cell.strip() for row in records for cell in row.cells):
        raise HandoutError(f"{name} is empty.", SAVE_AS)
    if any(map(known, records[0].cells)):
        return
    below = (row.number for row in records[1:_LOOKED_THROUGH] if sum(map(known, row.cells)) > 1)
    if number := next(below, 0):
        remedy = f"Delete what is above row {number}, so that the first row says what the columns hold."
        raise HandoutError(f"The headings of {name} are in row {number}, not in the first.", remedy)
    if not any(cell.strip() for cell in records[0].cells):
        remedy = "The first row says what the columns hold, such as Name, Address, Phone."
        raise HandoutError(f"{name} has no headings in its first row.", remedy)


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if len(data) > MAX_BYTES:
        raise HandoutError(f"{name} is larger than 20 MB.", "Check that it is the right file, or split it.")
    if data.startswith(_WORKBOOKS):
        raise HandoutError(f"{name} is a spreadsheet's own file, not a CSV file.", SAVE_AS)
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16"), ()
        if data.count(0) * 4 > len(data):
            raise HandoutError(f"{name} is not text in a character set known here.", SAVE_AS)
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _decode_windows(data, name)


def _decode_windows(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise HandoutError(f"{name} is not text in a character set known here.", SAVE_AS) from error
    if "\0" in text:
        raise HandoutError(f"{name} is not text in a character set known here.", SAVE_AS)
    odd = next((line.strip() for line in text.splitlines() if not line.isascii()), "")
    shown = odd if len(odd) <= 60 else odd[:59] + "…"
    return text, (f'{name} is not UTF-8; it was read as Windows-1252. Look at names with accents, such as: "{shown}"',)


def _without_separator_line(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` names the delimiter and is no row."""
    line, _, rest = text.partition("\n")
    word = line.rstrip("\r").strip('"')
    return (rest, word[4]) if len(word) == 5 and word.lower().startswith("sep=") else (text, "")


def _delimiter(text: str, known: Callable[[str], bool]) -> str:
    """The delimiter that gives most headings we know, then most headings."""

    def headings(delimiter: str) -> tuple[int, int]:
        cells: list[str] = next((record for record in csv.reader(_lines(text), delimiter=delimiter) if record), [])
        return sum(map(known, cells)), len(cells)

    try:
        return max(DELIMITERS, key=headings)
    except csv.Error:
        return DELIMITERS[0]


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _records(text: str, delimiter: str, name: str, first_line: int) -> list[SheetRow]:
    """All rows. A mark after the last shows whether a quote was left open: then the mark is inside of a cell."""
    closed = text if text.endswith(("\n", "\r")) else text + "\n"
    read: list[tuple[str, ...]] = []
    begin_in = [first_line]
    reader = csv.reader(_lines(closed + _END), delimiter=delimiter)
    try:
        for record in reader:
            read.append(tuple(record))
            begin_in.append(first_line + reader.line_num)
    except csv.Error as error:
        row = len(read) + 1
        remedy = f'Look for a " that has no partner in row {row}, or save the list again as "CSV UTF-8".'
        raise HandoutError(f"{name} cannot be read from row {row} on: a cell there has no end.", remedy) from error
    is_open = read[-1] != (_END,)
    last = len(read) if is_open else len(read) - 1
    rows = enumerate(zip(begin_in, read[:last], strict=False), start=1)
    return [SheetRow(number, line, cells, is_open and number == last) for number, (line, cells) in rows]
