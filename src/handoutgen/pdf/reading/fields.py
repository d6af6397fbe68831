"""The fields of a PDF that are filled in on a screen, as plain values (ISO 32000-1 12.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from handoutgen.pdf.reading.geometry import ReadBox
from handoutgen.pdf.reading.limits import DEEPEST
from handoutgen.pdf.reading.objects import Ref, text_of
from handoutgen.pdf.reading.reader import PdfFile

_KINDS = {"/Tx": "text", "/Btn": "tick", "/Ch": "choice", "/Sig": "signature"}
_MULTILINE = 1 << 12
_HERITABLE = ("/FT", "/Ff", "/T", "/TU", "/DA", "/Q", "/V")


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field as it stands on a page, counted from 1; its box in pt."""

    page: int
    name: str
    said: str
    """What a screen reader says of it (TU)."""
    kind: str
    """text, tick, choice or signature."""
    many_lines: bool
    box: ReadBox
    value: str = ""
    """What is in it: what was typed, or the name of what is ticked; empty where there is nothing."""
    number: int = field(default=0, compare=False)
    """Its widget's object."""


def read_fields(pdf: PdfFile, pages: Sequence[tuple[int, dict[str, Any]]] | None = None) -> tuple[FoundField, ...]:
    """All fields, page by page in the order of the page's annotations."""
    pages = pdf.pages() if pages is None else pages
    return tuple(
        _found(pdf, int(reference), number)
        for number, (_, page) in enumerate(pages, 1)
        for reference in widgets(pdf, page)
    )


def widgets(pdf: PdfFile, page: dict[str, Any]) -> Iterator[Ref]:
    """The objects of a page's fields."""
    for reference in pdf.get(page.get("/Annots")) or []:
        entries = pdf.get(reference)
        if type(reference) is Ref and isinstance(entries, dict) and entries.get("/Subtype") == "/Widget":
            yield reference


def _found(pdf: PdfFile, number: int, page: int) -> FoundField:
    entries = pdf.get(Ref(number))
    left, foot, right, top = [float(edge) for edge in pdf.get(entries.get("/Rect")) or (0, 0, 0, 0)]
    told = _inherited(pdf, entries)
    return FoundField(
        page=page,
        name=text_of(told.get("/T")),
        said=text_of(told.get("/TU")),
        kind=_KINDS.get(str(told.get("/FT", "")), ""),
        many_lines=bool(int(told.get("/Ff", 0)) & _MULTILINE),
        box=(left, foot, right, top),
        value=_value(pdf.get(told.get("/V"))),
        number=number,
    )


def _value(found: Any) -> str:
    if isinstance(found, str) and found.startswith("/"):
        return "" if found == "/Off" else found[1:]
    return text_of(found)


def _inherited(pdf: PdfFile, entries: dict[str, Any]) -> dict[str, Any]:
    """What a field says, or those over it (12.7.3.1)."""
    told: dict[str, Any] = {}
    for _ in range(DEEPEST):
        told = {**{key: entries[key] for key in _HERITABLE if key in entries}, **told}
        parent = pdf.get(entries.get("/Parent"))
        if not isinstance(parent, dict):
            break
        entries = parent
    return told
