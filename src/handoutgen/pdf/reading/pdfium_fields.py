"""PDFium's view of what is filled in on a screen in any PDF (ISO 32000-1 12.7), page by page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from handoutgen.pdf.reading import pdfium as reader
from handoutgen.pdf.reading.allowance import Allowance
from handoutgen.pdf.reading.facts import FieldFacts
from handoutgen.pdf.reading.limits import MOST_FIELDS, MOST_WORDS
from handoutgen.pdf.reading.objects import UnreadableError

_KINDS = {
    pdfium.FPDF_FORMFIELD_PUSHBUTTON: "button",
    pdfium.FPDF_FORMFIELD_CHECKBOX: "tick",
    pdfium.FPDF_FORMFIELD_RADIOBUTTON: "one of several",
    pdfium.FPDF_FORMFIELD_COMBOBOX: "choice",
    pdfium.FPDF_FORMFIELD_LISTBOX: "choice",
    pdfium.FPDF_FORMFIELD_TEXTFIELD: "text",
    pdfium.FPDF_FORMFIELD_SIGNATURE: "signature",
}
_LONGEST_NAME = 1_000
_LONGEST_VALUE = 10_000


def fields_of(data: bytes) -> tuple[tuple[FieldFacts, ...], int]:
    """The fields, as many as are told of, and how many there are. Nothing in them is run.

    Raises HandoutError for a file that PDFium cannot read.
    """
    with reader.opened(data) as document:
        if pdfium.FPDF_GetFormType(document.raw) == pdfium.FORMTYPE_NONE:
            return (), 0
        document.init_forms()
        told: list[FieldFacts] = []
        words = Allowance(MOST_WORDS, "words")
        count = 0
        for number, page in enumerate(document, 1):
            for place, note in enumerate(_widgets(page), 1):
                count += 1
                if len(told) < MOST_FIELDS and words.left > 0:
                    told += _told(document.formenv.raw, note, number, place, words)
                pdfium.FPDFPage_CloseAnnot(note)
            page.close()
        return tuple(told), count


def _widgets(page: Any) -> Iterator[Any]:
    for number in range(max(0, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if note and pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET:
            yield note
        elif note:
            pdfium.FPDFPage_CloseAnnot(note)


def _told(form: Any, note: Any, page: int, place: int, words: Allowance) -> Iterator[FieldFacts]:
    """One field; nothing when the file says more in its fields than is read."""

    def text(ask: Any, most: int) -> str:
        found = reader.wide(partial(ask, form, note))
        words.spend(len(found))
        return " ".join(found[:most].split()) if most == _LONGEST_NAME else found[:most]

    kind = _KINDS.get(pdfium.FPDFAnnot_GetFormFieldType(form, note), "")
    try:
        if kind in ("tick", "one of several"):
            is_on = pdfium.FPDFAnnot_IsChecked(form, note)
            value = text(pdfium.FPDFAnnot_GetFormFieldExportValue, _LONGEST_VALUE) if is_on else ""
        else:
            value = text(pdfium.FPDFAnnot_GetFormFieldValue, _LONGEST_VALUE)
        name = text(pdfium.FPDFAnnot_GetFormFieldName, _LONGEST_NAME)
        said = text(pdfium.FPDFAnnot_GetFormFieldAlternateName, _LONGEST_NAME)
    except UnreadableError:
        return
    yield FieldFacts(page, place, name, said, kind, value)
