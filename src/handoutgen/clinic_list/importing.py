"""A list of clinics → the files to write, and every row that cannot be one with its place and its remedy.

Nothing is written here. A row is taken whole or not at all: a clinic without the number that was in its row is worse
than a row to mend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen.clinic_list.changes import Change, change_for, read_folder
from handoutgen.clinic_list.clinic_yaml import clinic_text
from handoutgen.clinic_list.columns import columns_of, is_known
from handoutgen.clinic_list.countries import Country, country_named
from handoutgen.clinic_list.cut_short import cut_columns
from handoutgen.clinic_list.identity import Identity, assign_ids
from handoutgen.clinic_list.reading import Cells, Reader
from handoutgen.clinic_list.sheet import read_sheet
from handoutgen.content.load import clinic_from
from handoutgen.content.nearest import listed
from handoutgen.diagnostics import MOST_OF_A_KIND, Diagnostic, first_of_each_kind
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.text.model import Uncovered


class Wishes(Struct, frozen=True):
    """What the user said beside the list: its name for messages, columns, a country for rows without one."""

    name: str
    folder: Path
    maps: tuple[str, ...] = ()
    country: str | None = None
    update: bool = False


class Import(Struct, frozen=True):
    """What an import would write, and what it would not. `refused` counts rows; `unused` are headings left aside."""

    changes: tuple[Change, ...]
    findings: tuple[Diagnostic, ...]
    refused: int
    notices: tuple[str, ...]
    unused: tuple[str, ...]


class _Entry(Struct, frozen=True):
    """A row that was read: its cells, its values without an id."""

    cells: Cells
    values: Mapping[str, Any]

    @property
    def identity(self) -> Identity:
        return Identity(self.values["name"], tuple(self.values.get("address", ())))


def plan_import(data: bytes, wishes: Wishes, uncovered: Uncovered) -> Import:
    """Read a list. Raises HandoutError when it is no table, UsageProblem when columns or country are unclear."""
    sheet = read_sheet(data, wishes.name, is_known)
    columns = columns_of(sheet.headings, wishes.maps)
    reader = Reader(_default_country(wishes.country), uncovered)
    found: list[Diagnostic] = []
    entries: list[_Entry] = []
    for row in sheet.rows:
        cells = Cells(wishes.name, columns, row)
        values = reader.read(cells)
        found += cells.found
        if not cells.found:
            entries.append(_Entry(cells, values))
    single, repeated = _without_doubles(entries, found)
    changes = tuple(_changes(single, wishes, found))
    refused = len({finding.span.line for finding in found if finding.is_error})
    notices = (*sheet.notices, *cut_columns(sheet, columns), *repeated)
    told = first_of_each_kind(sorted(found, key=_place))
    return Import(changes, tuple(sorted(told, key=_place)), refused, _few(notices), columns.unused)


def _few(notices: Sequence[str]) -> tuple[str, ...]:
    """As many notices as one reads, and how many more there are."""
    more = len(notices) - MOST_OF_A_KIND
    return (*notices[:MOST_OF_A_KIND], *([f"{more} more notices like the last."] if more > 0 else []))


def _place(finding: Diagnostic) -> tuple[int, int]:
    return finding.span.line, finding.span.column


def _default_country(text: str | None) -> Country | None:
    if text is None:
        return None
    country = country_named(text)
    if country is None:
        raise UsageProblem(f'"{text}" is not a country known here.', "Write a code such as GB, IE or US.")
    return country


def _without_doubles(entries: Sequence[_Entry], found: list[Diagnostic]) -> tuple[list[_Entry], list[str]]:
    """Each clinic once. Rows that say the same are one; rows that contradict each other are all refused."""
    groups: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.identity.key].append(entry)
    single, told = [], []
    for group in groups.values():
        rows = listed(str(entry.cells.row.number) for entry in group)
        if all(entry.values == group[0].values for entry in group):
            single.append(group[0])
            told += [f"Rows {rows} say the same of one clinic; it is imported once."] if len(group) > 1 else []
            continue
        for entry in group:
            message = f"rows {rows} are one clinic (the same name and address) but do not say the same of it"
            hint = "keep the row that is right, or give the clinics different names."
            entry.cells.refuse("HG087", "name", message, hint)
            found += entry.cells.found
    return single, told


def _changes(entries: Sequence[_Entry], wishes: Wishes, found: list[Diagnostic]) -> Iterator[Change]:
    there = read_folder(wishes.folder)
    for ident, entry in zip(assign_ids([e.identity for e in entries], there.owners()), entries, strict=True):
        values = {"id": ident, **entry.values}
        path, text = wishes.folder / f"{ident}.yaml", clinic_text(values)
        broken = there.files.get(entry.identity.base)
        if broken and entry.identity.base not in there.clinics:
            message = f"the clinic may be that of {broken.name}, which has problems"
            entry.cells.refuse("HG088", "name", message, f'mend it ("handoutgen check {broken}") or delete it.')
        elif not there.says(ident, text):
            _read_back(text, path, entry.cells)
        found += entry.cells.found
        if not entry.cells.found:
            yield change_for(values, text, entry.cells.row.number, there, wishes.update)


def _read_back(text: str, path: Path, cells: Cells) -> None:
    """The file as the clinic reader sees it: what it refuses is told of the cell it came from."""
    try:
        clinic_from(text.encode("utf-8"), path)
    except ContentRefused as refused:
        lines = text.splitlines()
        for finding in refused.diagnostics:
            cells.refuse(finding.code, _field_at(lines, finding.span.line), finding.message, finding.hint)


def _field_at(lines: Sequence[str], number: int) -> str:
    """The list's field that a line of the file was made from."""
    above = (line.partition(":")[0] for line in reversed(lines[:number]) if line[:1].isalpha())
    return {"web": "website", "phones": "phone", "id": "name"}.get(key := next(above, "name"), key)
