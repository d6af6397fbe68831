"""A row of the list → the values of a clinic's file; what cannot be read is kept as a finding with its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct, field

from handoutgen.clinic_list.address import address_lines
from handoutgen.clinic_list.cells import (
    TEXTS,
    CellProblem,
    read_emergency,
    read_hours,
    read_lines,
    read_phones,
    read_text,
    read_words,
)
from handoutgen.clinic_list.columns import Columns
from handoutgen.clinic_list.countries import Country, country_named
from handoutgen.clinic_list.postcodes import has_lost_its_zero, lost_in
from handoutgen.clinic_list.sheet import SheetRow
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.text.model import Uncovered

MAIN_LABEL, OUT_OF_HOURS_LABEL = "Phone", "Out-of-hours line"
NO_WORDS: tuple[str, ...] = ()
_T = TypeVar("_T")


class Cells(Struct):
    """A row's cells by field, and what was found wrong in them."""

    file: str
    columns: Columns
    row: SheetRow
    found: list[Diagnostic] = field(default_factory=list)

    def texts(self, name: str) -> tuple[str, ...]:
        """The cells of a field: several for an address, else one or none."""
        return tuple(self.row.cells[index] for index in self.columns.of.get(name, ()))

    def read(self, name: str, how: Callable[[str], _T], nothing: _T) -> _T:
        """A field's value, or `nothing` when its cell is empty or wrong; what is wrong is kept."""
        for text in self.texts(name):
            try:
                return how(text)
            except CellProblem as problem:
                self.refuse(problem.code, name, problem.message, problem.hint)
        return nothing

    def refuse(self, code: str, name: str, message: str, hint: str) -> None:
        """Keep a finding about a field's cell: row, column and value."""
        column, row = self.columns.number(name), self.row.number
        value = ", ".join(" ".join(text.split()) for text in self.texts(name) if text.strip())
        shown = f' "{value if len(value) <= 60 else value[:59] + "…"}"' if value else ""
        told = f'row {row}, column "{self.columns.heading(name)}":{shown} {message}'
        span = Span(self.file, row, column, row, column + 1)
        self.found.append(Diagnostic(code, Severity.ERROR, told, hint, span))


class Reader(Struct, frozen=True):
    """Reads rows; `country` is for rows that name none, `uncovered` tells the characters that no font has."""

    country: Country | None
    uncovered: Uncovered

    def read(self, cells: Cells) -> dict[str, Any]:
        """The values of a clinic's file but for its id. When `cells` has findings they are not to be used."""
        if not self._is_whole(cells):
            return {}
        emergency = cells.read("emergency_number", read_emergency, "")
        country = self._country(cells, emergency)
        values: dict[str, Any] = {"name": cells.read("name", _read_name, "")}
        values |= {_key(name): cells.read(name, how, "") for name, how in TEXTS.items()}
        values["address"] = self._address(cells, values["name"], country)
        values |= self._phones(cells, country)
        values["emergency_number"] = emergency or (country.emergency if country else "")
        values["paper"] = values["paper"] or (country.paper if country else "a4")
        values["locale"] = country.locale if country else ""
        values |= {name: cells.read(name, read_words, NO_WORDS) for name in ("languages", "tags")}
        self._refuse_uncovered(cells)
        return {key: value for key, value in values.items() if value}

    def _is_whole(self, cells: Cells) -> bool:
        count, wanted = len(cells.row.cells), len(cells.columns.headings)
        if cells.row.is_open:
            self._refuse_row(cells, 'a cell starts with " and has no " at its end; rows after it were not read')
        elif count != wanted:
            self._refuse_row(cells, f"the row has {count} cells, and there are {wanted} headings")
        return not cells.found

    def _refuse_row(self, cells: Cells, message: str) -> None:
        row = cells.row.number
        hint = 'look for a delimiter or a " too many or too few in this row, or save the list again as "CSV UTF-8".'
        span = Span(cells.file, row, 1, row, 2)
        cells.found.append(Diagnostic("HG081", Severity.ERROR, f"row {row}: {message}", hint, span))

    def _country(self, cells: Cells, emergency: str) -> Country | None:
        text = cells.read("country", lambda cell: " ".join(read_lines(cell)), "")
        country = country_named(text) if text else self.country
        if country is None and not emergency and not any(f.code in ("HG083", "HG085") for f in cells.found):
            if text:
                hint = "write a code such as GB, IE or US, or give the row an emergency number of its own."
                cells.refuse("HG084", "country", "is not a country known here", hint)
            else:
                hint = "fill it in, or import with --country GB (or where all of these clinics are)."
                cells.refuse("HG082", "country", "does not say where the clinic is", hint)
        return country

    def _address(self, cells: Cells, name: str, country: Country | None) -> list[str]:
        try:
            lines = [read_lines(text) for text in cells.texts("address")]
        except CellProblem as problem:
            cells.refuse(problem.code, "address", problem.message, problem.hint)
            return []
        north_american = country is not None and country.paper == "letter"
        address = address_lines(lines, name, north_american)
        if country and (lost := self._lost_zero(cells, address, country)):
            message = f'has the postcode "{lost}", which seems to have lost its first 0 in the spreadsheet'
            hint = "format the column as Text, type the postcode again with its first 0, and save the list again."
            cells.refuse("HG083", "address", message, hint)
        return address

    @staticmethod
    def _lost_zero(cells: Cells, address: list[str], country: Country) -> str:
        alone = (cells.row.cells[index].strip() for index in cells.columns.postcodes())
        return next((code for code in alone if has_lost_its_zero(code, country)), "") or lost_in(address, country)

    def _phones(self, cells: Cells, country: Country | None) -> dict[str, Any]:
        numbers = cells.read("phone", lambda cell: read_phones(cell, country), NO_WORDS)
        closed = cells.read("out_of_hours", lambda cell: read_phones(cell, country), NO_WORDS)
        label = cells.read("phone_label", read_text, "") or MAIN_LABEL
        hours = cells.read("hours", read_hours, "")
        if len(closed) > 1:
            cells.refuse("HG086", "out_of_hours", "holds more than one number", "keep one.")
        phones: list[dict[str, str]] = []
        for count, number in enumerate(numbers, start=1):
            phones.append({"label": label if count == 1 else f"{label} {count}", "number": number})
        if phones and hours:
            phones[0]["hours"] = hours
        return {
            "phones": phones,
            "out_of_hours": {"label": OUT_OF_HOURS_LABEL, "number": closed[0]} if closed else {},
        }

    def _refuse_uncovered(self, cells: Cells) -> None:
        for name in cells.columns.of:
            odd = (text for text in cells.texts(name) if not text.isascii())
            for _, character in (hit for text in odd for hit in self.uncovered(text)):
                message = f"holds “{character}” (U+{ord(character[0]):04X}), which no font here has"
                cells.refuse("HG089", name, message, "write it another way, such as in Latin letters.")
                break


def _read_name(cell: str) -> str:
    name = read_text(cell)
    if not any(character.isalnum() for character in name):
        raise CellProblem("HG082", "the clinic's name is missing", "fill it in.")
    return name


def _key(name: str) -> str:
    return "web" if name == "website" else name
