"""A dozen pages look as they did when somebody last looked at them.

HANDOUTGEN_UPDATE_GOLDENS=1 keeps the pages as they look now; look at them first.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from handoutgen.build import Order, build
from handoutgen.workshop import Workshop
from page_pictures import compare, compared_with, pictures_of, report

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "pictures"
CLINIC = ROOT / "clinics/riverside-neurology.yaml"
PAGES = {
    ("a4", "standard"): (1, 2, 3),
    ("a4", "large"): (1, 6),
    ("letter", "clear"): (1,),
    ("a5-booklet", "standard"): (1,),
    ("a4-trifold", "standard"): (1, 2),
    ("a4-summary", "standard"): (1,),
    ("a3-poster", "standard"): (1,),
    ("a4-sheet", "standard"): (1, 2),
}
GREYS = 5
"""Pictures are kept in steps of so many greys: small files, and no panel loses its tint."""


def test_pages_look_as_they_did(tmp_path: Path) -> None:
    workshop = Workshop()
    pictures = {}
    leaflet = ROOT / "handouts/leg-cramps-ms/en-GB.yaml"
    for (form, size), pages in PAGES.items():
        built = build(Order(leaflet, CLINIC, form, size, date(2026, 11, 26)), workshop)
        for page, picture in zip(pages, pictures_of(built.data, pages), strict=True):
            pictures[f"{form}_{size}_{page}"] = picture
    if os.environ.get("HANDOUTGEN_UPDATE_GOLDENS"):
        KEPT.mkdir(exist_ok=True)
        for name, picture in pictures.items():
            picture.point(lambda grey: round(grey / GREYS) * GREYS).save(KEPT / f"{name}.png", optimize=True)
    differences = compared_with(KEPT, pictures)
    told = tmp_path / "pages.html"
    told.write_text(report(differences), encoding="utf-8")
    assert not differences, f"{[each.name for each in differences]} look different: see {told}"


@pytest.fixture
def a_page() -> Image.Image:
    """A page with a heading, a panel and lines of text."""
    page = Image.new("L", (330, 468), 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle((20, 20, 310, 90), fill=235)
    for y in range(110, 440, 9):
        pen.rectangle((20, y, 300, y + 2), fill=90)
    return page


def test_a_page_is_like_itself_and_like_one_with_softer_edges(a_page: Image.Image) -> None:
    assert compare("page", a_page, a_page) is None
    assert compare("page", a_page, a_page.filter(ImageFilter.GaussianBlur(0.5))) is None


@pytest.mark.parametrize("change", ["line gone", "moved down", "paler panel", "panel gone", "dark spot", "other size"])
def test_what_changed_is_told_with_its_place(a_page: Image.Image, change: str) -> None:
    changed = a_page.copy()
    pen = ImageDraw.Draw(changed)
    if change == "line gone":
        pen.rectangle((20, 200, 300, 202), fill=255)
    elif change == "moved down":
        changed = Image.new("L", a_page.size, 255)
        changed.paste(a_page, (0, 4))
    elif change == "paler panel":
        pen.rectangle((20, 20, 310, 90), fill=255)
    elif change == "panel gone":
        pen.rectangle((0, 0, 330, 100), fill=255)
    elif change == "dark spot":
        pen.ellipse((150, 40, 162, 52), fill=0)
    else:
        changed = changed.resize((320, 468))
    found = compare("page", a_page, changed)
    assert found is not None
    assert found.worst > 0


def test_a_new_page_is_told_and_all_others_are_compared_too(a_page: Image.Image, tmp_path: Path) -> None:
    a_page.save(tmp_path / "known.png")
    blank = Image.new("L", a_page.size, 255)
    found = compared_with(tmp_path, {"new": a_page, "known": blank, "same": a_page})
    assert [each.name for each in found] == ["new", "known", "same"]
    page = report(found)
    assert page.count("<img") == 1 + 3 + 1  # a page that nobody has kept has no picture before, and no difference


def test_a_page_with_a_line_more_is_not_hidden_by_another_that_is_the_same(a_page: Image.Image, tmp_path: Path) -> None:
    for name in ("one", "two"):
        a_page.save(tmp_path / f"{name}.png")
    changed = a_page.copy()
    ImageDraw.Draw(changed).rectangle((20, 95, 300, 104), fill=0)
    assert [each.name for each in compared_with(tmp_path, {"one": a_page, "two": changed})] == ["two"]
