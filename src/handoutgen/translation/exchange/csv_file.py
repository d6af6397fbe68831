"""Texts for translators → a CSV file that a spreadsheet opens, and such a file → its texts again.

UTF-8 with a mark at its beginning, without which Excel takes it for something else. What a spreadsheet would take for a
formula has an apostrophe before it, which is taken away again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

from handoutgen.clinic_list.sheet import SheetRow, read_sheet
from handoutgen.errors import HandoutError
from handoutgen.translation.exchange.model import (
    MOST_TEXTS,
    ExchangeFile,
    ExchangeState,
    ExchangeText,
    refusal,
    refuse_too_much,
)

BOM = "\ufeff"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_HEADING = re.compile(r"(key|source|target) \(([^()]+)\)")
_AS_SENT = "leave the first row and the columns as they were sent."


def csv_bytes(file: ExchangeFile) -> bytes:
    """The file. The same texts give the same bytes."""
    made = io.StringIO(newline="")
    table = csv.writer(made, lineterminator="\r\n")
    languages = (f"source ({file.source_language})", f"target ({file.target_language})")
    table.writerow((f"key ({file.leaflet})", *languages, "state", "note"))
    for text in file.texts:
        state = text.state if text.target else ExchangeState.INITIAL
        table.writerow([_guarded(cell) for cell in (text.name, text.source, text.target, str(state), text.note)])
    return (BOM + made.getvalue()).encode("utf-8")


def read_csv(data: bytes, file: Path) -> ExchangeFile:
    """Read the file; `file` is its name in messages. Raises ContentRefused, HandoutError when it is no table."""
    refuse_too_much(file, data)
    sheet = read_sheet(data, file.name, lambda heading: bool(_HEADING.fullmatch(heading.strip())))
    if sheet.notices:
        raise HandoutError(sheet.notices[0], 'In the spreadsheet choose "Save as" and the type "CSV UTF-8".')
    named = {found[1]: (place, found[2]) for place, found in _headings(sheet.headings)}
    if set(named) != {"key", "source", "target"}:
        raise refusal(file, "the first row does not say which columns are key, source and target", _AS_SENT)
    if len(sheet.rows) > MOST_TEXTS:
        raise refusal(file, f"the file has more than {MOST_TEXTS:,} texts", "check that it is the right file.")
    columns = {name: place for name, (place, _) in named.items()}
    if "state" in sheet.headings:
        columns["state"] = sheet.headings.index("state")
    texts = tuple(_text(row, columns, file) for row in sheet.rows)
    return ExchangeFile(named["key"][1], named["source"][1], named["target"][1], texts)


def _headings(headings: tuple[str, ...]) -> list[tuple[int, re.Match[str]]]:
    return [(place, found) for place, said in enumerate(headings) if (found := _HEADING.fullmatch(said))]


def _text(row: SheetRow, columns: Mapping[str, int], file: Path) -> ExchangeText:
    if row.is_open:
        raise refusal(file, "a quotation mark was opened and never closed", "save the file again.", row.line)
    cells = {name: _bare(row.cells[place]) for name, place in columns.items() if place < len(row.cells)}
    said = cells.get("state", "").strip().casefold() or ExchangeState.INITIAL
    try:
        state = ExchangeState(said)
    except ValueError:
        hint = "write initial, translated, reviewed or final."
        raise refusal(file, f'"{said}" in row {row.number} is no state', hint, row.line) from None
    target = cells.get("target", "")
    key, source = cells.get("key", "").strip(), cells.get("source", "")
    return ExchangeText(key, source, target if target.strip() else "", state, line=row.line)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    text = cell.replace("\r\n", "\n").replace("\r", "\n") if not cell.startswith("'\r") else cell
    return text[1:] if _GUARDED.match(text) else text
