"""Forms that several programs fill in: what was typed is in the file that they save, in its field, and on the page."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.formats import Options
from handoutgen.pdf.reading.fields import FoundField, read_fields
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.workshop import Workshop
from leaflets.samples import ARABIC, CRAMPS
from leaflets.test_fillable import TODAY
from pdf.filling.form_fillers import Filler, by_chromium, by_pdfium, by_pdfjs, by_pikepdf
from web.browser import chromium

FORMS = ("write-on-a4", "diary-a4", "exercise-a4")
FILLERS = ("pikepdf", "PDFium", "pdf.js", "Chromium")
PDFJS = os.environ.get("HANDOUTGEN_PDFJS")
LONG = "My left calf was tight for an hour after the stairs, so I did the stretch again, and then it went. " * 2
SCALE = 2


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def fill(request: pytest.FixtureRequest) -> Filler:
    """The program of a test's `filler`; skipped where it is not here."""
    name = request.getfixturevalue("filler")
    if name == "pdf.js" and not PDFJS:
        pytest.skip("HANDOUTGEN_PDFJS does not name the folder of pdfjs-dist")
    if name in ("pikepdf", "PDFium"):
        return {"pikepdf": by_pikepdf, "PDFium": by_pdfium}[name]
    page = request.getfixturevalue("browser")
    if name == "Chromium":
        return partial(by_chromium, browser=page)
    return partial(by_pdfjs, browser=page, folder=Path(str(PDFJS)))


def form_of(workshop: Workshop, form: str, leaflet: Path = CRAMPS) -> bytes:
    return build(Order(leaflet, None, form, "standard", TODAY, options=Options(fillable=True)), workshop).data


def fields_of(data: bytes) -> tuple[FoundField, ...]:
    return read_fields(PdfFile(data))


def values_in(data: bytes) -> list[str]:
    """The same by another reader."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Widget"]
        return [str(note.get("/V", "")).lstrip("/") for note in notes]


def shown(data: bytes) -> list[Any]:
    """The page of each field, cut to its box: how dark each point is."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        pages = [255 - page.render(scale=SCALE, grayscale=True).to_numpy().astype(int) for page in document]
    found = []
    for field in fields_of(data):
        page, (left, foot, right, top) = pages[field.page - 1], [round(edge * SCALE) for edge in field.box]
        found.append(page[page.shape[0] - top + 2 : page.shape[0] - foot - 2, left + 2 : right - 2])
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("filler", FILLERS)
def test_each_field_has_what_was_typed_in_it(workshop: Workshop, fill: Filler, filler: str, form: str) -> None:
    """The fields are filled in their order, by the viewer with the Tab key alone."""
    empty = form_of(workshop, form)
    typed = ["Yes" if field.kind == "tick" else f"łć {number}" for number, field in enumerate(fields_of(empty))]
    filled = fill(empty, typed)
    assert [field.value for field in fields_of(filled)] == typed == values_in(filled)
    if filler != "pikepdf":
        assert all((a != b).any() for a, b in zip(shown(empty), shown(filled), strict=True))


@pytest.mark.parametrize("filler", ["PDFium", "pdf.js", "Chromium"])
def test_long_text_stands_in_several_lines_that_none_strikes_through(
    workshop: Workshop, fill: Filler, filler: str
) -> None:
    empty = form_of(workshop, "write-on-a4")
    typed = [LONG if field.many_lines else "" for field in fields_of(empty)]
    filled = fill(empty, typed)
    areas = [area for area, field in zip(shown(filled), fields_of(filled), strict=True) if field.many_lines]
    assert len(areas) == 2
    for area in areas:
        assert lines_of_text(area) >= 3
        assert ((area > 60).mean(axis=1) < 0.7).all(), "a line goes through what was typed"


def lines_of_text(area: Any) -> int:
    """Stretches of rows with ink."""
    inked = [bool(row) for row in (area > 60).any(axis=1)]
    return sum(here and not before for before, here in zip([False, *inked], inked, strict=False))


@pytest.mark.parametrize("filler", FILLERS)
def test_arabic_is_kept_as_it_was_typed_and_is_on_the_page(workshop: Workshop, fill: Filler, filler: str) -> None:
    empty = form_of(workshop, "write-on-a4", ARABIC)
    typed = ["Yes" if field.kind == "tick" else "ساق يسرى" for field in fields_of(empty)]
    filled = fill(empty, typed)
    assert [field.value for field in fields_of(filled)] == typed == values_in(filled)
    if filler != "pikepdf":
        assert all((a != b).any() for a, b in zip(shown(empty), shown(filled), strict=True))
