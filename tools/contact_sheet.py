"""The pictures of the README and of the pages in docs, made from the first leaflet: python tools/contact_sheet.py.

Writes docs/images/leaflet.png (page 1 in the four print sizes), docs/images/formats.png (forms, for a clinic),
docs/images/beside.png (two languages side by side) and docs/images/forms/ (one picture for each family of forms). Needs
handoutgen.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from handoutgen.build import Order, build
from handoutgen.formats import Options
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 12, 1)
GAP, BACKGROUND = 18, "#e4e8e8"
SIZES = ("standard", "clear", "large", "giant")
FORMS = (
    ("a4-sheet", 2), ("a4-fold", 1), ("a5-booklet", 1), ("a4-trifold", 2), ("exercise-a4", 1), ("a4-summary", 1),
    ("write-on-a4", 1), ("a3-poster", 1), ("a6-card", 1),
)  # fmt: skip
"""Form, and how many of its sides to show."""
EACH = {
    "a4": 4, "a5-booklet": 3, "a4-trifold": 2, "a4-sheet": 2, "a4-fold": 2, "a4-summary": 1, "exercise-a4": 2,
    "write-on-a4": 2, "diary-a4": 1, "a3-poster": 1, "a6-card": 2, "card": 2, "easy-read-a4": 4,
}  # fmt: skip
"""The same for the page on forms."""
SIZE_OF = {"easy-read-a4": "large"}
"""Those that are not made in standard print."""


def sides(
    workshop: Workshop, form: str, size: str, count: int, height: int, clinic: Path | None = None, *,
    language: str | None = None, beside: str = "",
) -> list[Image.Image]:  # fmt: skip
    """The first sides of a form as pictures of the same height in pixels."""
    leaflet, options = find_leaflet("leg-cramps-ms", ROOT, language), Options(beside=beside)
    order = Order(leaflet, clinic, form, size, TODAY, options=options)
    with pypdfium2.PdfDocument(build(order, workshop).data) as pdf:
        pictures = []
        for number in range(min(count, len(pdf))):
            page = pdf[number]
            picture = page.render(scale=height / page.get_height()).to_pil().convert("RGB")
            pictures.append(ImageOps.expand(picture, 1, "#b8c0c0"))
    return pictures


def side_by_side(rows: list[list[Image.Image]]) -> Image.Image:
    """Rows of pictures on a pale ground."""
    widths = [sum(p.width + GAP for p in row) + GAP for row in rows]
    heights = [max(p.height for p in row) + GAP for row in rows]
    sheet = Image.new("RGB", (max(widths), sum(heights) + GAP), BACKGROUND)
    y = GAP
    for row, width, high in zip(rows, widths, heights, strict=True):
        x = GAP + (sheet.width - width) // 2
        for picture in row:
            sheet.paste(picture, (x, y))
            x += picture.width + GAP
        y += high
    return sheet


def main() -> None:
    """Make all pictures."""
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    workshop = Workshop()
    first = [sides(workshop, "a4", size, 1, 560)[0] for size in SIZES]
    side_by_side([first]).quantize(128).save(folder / "leaflet.png", optimize=True)
    clinic = find_clinic("riverside-neurology", ROOT)
    forms = [picture for form, count in FORMS for picture in sides(workshop, form, "standard", count, 400, clinic)]
    side_by_side([forms[:5], forms[5:]]).quantize(128).save(folder / "formats.png", optimize=True)
    both = sides(workshop, "a4", "standard", 3, 560, clinic, language="ar", beside="en-GB")
    side_by_side([both]).quantize(128).save(folder / "beside.png", optimize=True)
    (folder / "forms").mkdir(exist_ok=True)
    for form, count in EACH.items():
        shown = sides(workshop, form, SIZE_OF.get(form, "standard"), count, 420, clinic)
        side_by_side([shown]).quantize(128).save(folder / "forms" / f"{form}.png", optimize=True)


if __name__ == "__main__":
    main()
