"""Pages as small grey pictures, compared block by block: what moved or vanished is told, and nobody has to notice it.

Pictures are small on purpose. A letter's edge that another version of the renderer smooths otherwise changes a block
by a few levels of grey; a line of text that is gone, or an inch lower, changes it by many.
"""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

DPI = 40
BLOCK = 12
"""Side of the squares that are compared, in pixels: some 8 mm."""
MOST_DIFFERENT = 14.0
"""Levels of grey, of 255, by which a square's mean may differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A page that looks different: by how many levels of grey its worst square does, and where that is in pixels."""

    name: str
    before: Image.Image | None
    after: Image.Image
    worst: float
    place: tuple[int, int]


def pictures_of(pdf: bytes, pages: Sequence[int]) -> list[Image.Image]:
    """Pages of a file, counted from 1, in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[page - 1].render(scale=DPI / 72).to_pil().convert("L") for page in pages]
    finally:
        document.close()


def compare(name: str, before: Image.Image | None, after: Image.Image) -> Difference | None:
    """The difference between two pictures of a page; None where they look the same."""
    if before is None or before.size != after.size:
        return Difference(name, before, after, 255.0, (0, 0))
    worst, place = 0.0, (0, 0)
    for y in range(0, after.height, BLOCK):
        for x in range(0, after.width, BLOCK):
            box = (x, y, min(x + BLOCK, after.width), min(y + BLOCK, after.height))
            means = [ImageStat.Stat(picture.crop(box)).mean[0] for picture in (before, after)]
            if abs(means[0] - means[1]) > worst:
                worst, place = abs(means[0] - means[1]), (x, y)
    return Difference(name, before, after, worst, place) if worst > MOST_DIFFERENT else None


def compared_with(folder: Path, pictures: Mapping[str, Image.Image]) -> list[Difference]:
    """All differences from the pictures kept in a folder: every page is compared, whatever others do."""
    found: list[Difference] = []
    for name, after in pictures.items():
        path = folder / f"{name}.png"
        before = Image.open(path).convert("L") if path.exists() else None
        difference = compare(name, before, after)
        found += [difference] if difference else []
    return found


def report(differences: Sequence[Difference]) -> str:
    """A page with before, after and difference side by side."""
    rows = []
    for each in differences:
        cells = [_shown(each.before) if each.before else "new", _shown(each.after)]
        if each.before and each.before.size == each.after.size:
            cells.append(_shown(ImageChops.invert(ImageChops.difference(each.before, each.after))))
        where = f"{html.escape(each.name)}: {each.worst:.0f} levels at {each.place}"
        rows.append(f"<h2>{where}</h2><p>{''.join(cells)}</p>")
    style = "<style>img{border:1px solid #888;margin:4px}</style>"
    return f"<!doctype html><meta charset=utf-8><title>Pages that changed</title>{style}{''.join(rows)}\n"


def _shown(picture: Image.Image) -> str:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return f'<img alt="" src="data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}">'
