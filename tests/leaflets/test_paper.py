"""How much paper the first leaflet takes, and how much of it is used: a clinic pays for every side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.formats import Options
from handoutgen.units import mm
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
LEAFLET = ROOT / "handouts/leg-cramps-ms/en-GB.yaml"
CLINIC = ROOT / "clinics/riverside-neurology.yaml"
MOST_SIDES = {
    ("a4", "standard"): (7, 4),
    ("letter", "standard"): (7, 4),
    ("a4", "clear"): (9, 5),
    ("letter", "clear"): (10, 5),
    ("a4", "large"): (16, 9),
    ("letter", "large"): (16, 10),
    ("a4", "giant"): (27, 14),
    ("letter", "giant"): (29, 15),
    ("a5-booklet", "standard"): (16, 12),
    ("half-letter-booklet", "standard"): (16, 12),
    ("a5-booklet", "clear"): (20, 12),
    ("half-letter-booklet", "clear"): (20, 12),
}
"""At full and at essential depth."""
CELL = mm(5)
MOST_EMPTY = 0.45
PAPER_WHITE = 250


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def made(workshop: Workshop, form: str, size: str, depth: Depth) -> tuple[bytes, int]:
    order = Order(LEAFLET, CLINIC, form, size, date(2026, 11, 26), options=Options(detail=depth))
    built = build(order, workshop)
    return built.data, built.pages


@pytest.mark.parametrize("depth", list(Depth), ids=lambda depth: depth.value)
@pytest.mark.parametrize(("form", "size"), MOST_SIDES)
def test_the_first_leaflet_takes_no_more_sides(workshop: Workshop, form: str, size: str, depth: Depth) -> None:
    _, pages = made(workshop, form, size, depth)
    full, essential = MOST_SIDES[form, size]
    assert pages <= (full if depth is Depth.FULL else essential)


def empty_share(pdf: bytes) -> float:
    """How many squares of 5 mm have nothing in them, as a share of all."""
    document = pypdfium2.PdfDocument(pdf)
    empty = count = 0
    for page in document:
        picture = page.render(scale=1).to_pil().convert("L")
        for row in range(int(picture.height / CELL)):
            for column in range(int(picture.width / CELL)):
                box = (int(column * CELL), int(row * CELL), int((column + 1) * CELL), int((row + 1) * CELL))
                count += 1
                empty += picture.crop(box).getextrema()[0] >= PAPER_WHITE
    document.close()
    return empty / count


@pytest.mark.parametrize("depth", list(Depth), ids=lambda depth: depth.value)
def test_more_than_half_of_a_standard_page_is_used(workshop: Workshop, depth: Depth) -> None:
    data, _ = made(workshop, "a4", "standard", depth)
    assert empty_share(data) <= MOST_EMPTY


def test_large_print_leaves_more_white(workshop: Workshop) -> None:
    """The measure tells pages apart: a page of large print is emptier."""
    standard, large = (made(workshop, "a4", size, Depth.FULL)[0] for size in ("standard", "large"))
    assert empty_share(large) > empty_share(standard) + 0.05
