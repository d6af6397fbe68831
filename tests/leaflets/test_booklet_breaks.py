"""A booklet that could be folded from as few sheets in several ways is the one whose pages tear least apart."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.formats import Options
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS, ROOT

CLINIC = ROOT / "clinics" / "riverside-neurology.yaml"
TABLE = ("Tight clothes", "A full bladder", "Constipation", "Being too hot", "Stress")


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet"])
def test_what_sets_cramps_off_is_a_table_on_one_page(form: str) -> None:
    order = Order(LEG_CRAMPS, CLINIC, form, "standard", date(2026, 12, 1), options=Options(reading_order=True))
    with pypdfium2.PdfDocument(build(order, Workshop()).data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    (whole,) = (page for page in pages if "What to look for" in page)
    assert all(row in whole for row in TABLE)
