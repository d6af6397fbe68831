"""A booklet that could be folded from as few sheets in several ways is the one whose pages tear least apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.formats import Options
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS, ROOT

CLINIC = ROOT / "clinics" / "riverside-neurology.yaml"
TABLE = ("Tight clothes", "A full bladder", "Constipation", "Being too hot", "Stress")


FORMS = ("a5-booklet", "half-letter-booklet")
EXERCISES = {"Standing calf stretch": "Do this 3 times", "Seated calf stretch with a towel": "Do this 3 times"}
SHEETS = {"leg-cramps-ms": (4, 4), "low-back-pain": (4, 3), "preventing-falls": (3, 3), "sprained-ankle": (3, 3)}
"""Of each of the forms."""


def booklet(form: str, leaflet: Path = LEG_CRAMPS) -> list[str]:
    """The words of each page."""
    order = Order(leaflet, CLINIC, form, "standard", date(2026, 12, 1), options=Options(reading_order=True))
    with pypdfium2.PdfDocument(build(order, Workshop()).data) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("form", FORMS)
def test_what_sets_cramps_off_is_a_table_on_one_page(form: str) -> None:
    (whole,) = (page for page in booklet(form) if "What to look for" in page)
    assert all(row in whole for row in TABLE)


@pytest.mark.parametrize("form", FORMS)
def test_a_section_with_a_picture_is_whole_on_its_page(form: str) -> None:
    (whole,) = (page for page in booklet(form) if "A muscle tightens suddenly" in page)
    assert all(words in whole for words in ("What leg cramps feel like", "Thigh", "The thigh and the foot can cramp"))


@pytest.mark.parametrize("form", FORMS)
def test_two_exercises_face_each_other_each_with_its_steps(form: str) -> None:
    pages = booklet(form)
    numbers = [number for number, page in enumerate(pages, start=1) if "Do this 3 times, then change legs." in page]
    assert numbers == [6, 7]
    for number, (name, last) in zip(numbers, EXERCISES.items(), strict=True):
        assert name in pages[number - 1]
        assert last in pages[number - 1]
    assert all(words in pages[6] for words in ("If you use a wheelchair", "Rest before you get too hot."))


@pytest.mark.parametrize("form", FORMS)
def test_the_strategies_in_a_row_end_a_page_and_the_first_begins_the_next(form: str) -> None:
    pages = booklet(form)
    (overview,) = (number for number, page in enumerate(pages) if "What you can do" in page)
    assert "See a physio" in pages[overview]
    assert "Slow stretches for your calves" in pages[overview + 1]


@pytest.mark.parametrize(("leaflet", "sheets"), SHEETS.items())
def test_lower_pictures_save_a_sheet(leaflet: str, sheets: tuple[int, int]) -> None:
    for form, count in zip(FORMS, sheets, strict=True):
        assert len(booklet(form, ROOT / "handouts" / leaflet / "en-GB.yaml")) == 4 * count
