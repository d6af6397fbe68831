"""Whoever opens a leaflet sees on its first page, or on its only sheet, whom to call in an emergency."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.errors import UsageProblem
from handoutgen.formats import FORMATS, SIZES, refuse
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
CLINIC = ROOT / "clinics/riverside-neurology.yaml"
TODAY = date(2026, 11, 26)
WHOLE = [name for name, form in FORMATS.items() if form.composed_as == "leaflet"]


def sensible(form: str, size: str) -> bool:
    try:
        refuse(FORMATS[form], SIZES[size])
    except UsageProblem:
        return False
    return True


PAIRS = [(form, size) for form in WHOLE for size in SIZES if sensible(form, size)]


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.mark.parametrize("clinic", [CLINIC, None], ids=["clinic", "no clinic"])
@pytest.mark.parametrize(("form", "size"), PAIRS, ids=lambda value: value)
@pytest.mark.parametrize("leaflet", sorted(path.parent.name for path in (ROOT / "handouts").glob("*/en-GB.yaml")))
def test_the_first_page_says_whom_to_call(
    leaflet: str, form: str, size: str, clinic: Path | None, workshop: Workshop
) -> None:
    built = build(Order(ROOT / f"handouts/{leaflet}/en-GB.yaml", clinic, form, size, TODAY), workshop)
    with pypdfium2.PdfDocument(built.data) as document:
        words = document[0].get_textpage().get_text_range()
    assert "999" in words
