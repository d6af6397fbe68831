"""What a page looks like from a printer in grey mode, measured from its pixels: contrast of words and lines, and ink.

A word is as dark as the core of its strokes, so the pixel of its box that is furthest off is compared with the
commonest one, which is the paper (or the tint, or the disc) around it. Letters are grey at their edges on any paper;
their cores are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from handoutgen.design.colour import GRAPHIC_RATIO, TEXT_RATIO, contrast
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, RasterPiece, TextPiece
from handoutgen.plan.ink import Piece
from handoutgen.plan.pages import Plan

SCALE = 300 / 72
"""Pixels to the point: a hairline of 0.6 pt has a core of one pixel."""
CELL = 1.2
"""In units of the body size: wider than the strokes of the largest letters of a page. 5 mm where the body is 12 pt."""
SOLID = 0.7
"""A cell darker than this is flooded: letters, icons and the modules of a code leave more white."""
MOST_SOLID = 4
"""Cells: a solid disc and the dark muscle of a drawing may fill one or two each, as the raster happens to lie."""
MOST_INK = 0.1
"""The share of a page's white that ink may take: printers reckon with 5 %. A poster with a drawing, and four cards on a
sheet, each with a panel and whom to call in an emergency in front, take most (9.7 %)."""

Box = tuple[float, float, float, float]
"""Left, foot, right, top, in pt from the sheet's lower left corner."""


@dataclass(frozen=True)
class Mark:
    """Something drawn on a sheet: what it is, where, and the contrast it needs."""

    name: str
    box: Box
    needs: float


def grey_sides(data: bytes) -> Iterator[Image.Image]:
    """The sheet sides as a printer in grey mode puts them down (ITU-R BT.601)."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            yield page.render(scale=SCALE).to_pil().convert("L")


def marks(plan: Plan, side: int) -> Iterator[Mark]:
    """Everything with a meaning on a sheet side: runs of text, icons, lines, frames."""
    for placement in plan.sheets[side].placements:
        for put in plan.pages[placement.page].pieces:
            x, y = placement.x + put.x, placement.y + put.y
            if isinstance(put.piece, TextPiece):
                yield from _words(put.piece, x, y)
            elif isinstance(put.piece, Frame) and put.piece.stroke is None:
                continue  # a ground: it means nothing, and what stands on it is measured against it
            elif not isinstance(put.piece, RasterPiece):
                yield Mark(type(put.piece).__name__, _grown(put.piece, x, y), GRAPHIC_RATIO)


def _words(piece: TextPiece, x: float, y: float) -> Iterator[Mark]:
    baseline = y + piece.height - piece.baseline
    for line in piece.lines:
        for run in line.runs:
            if run.text.strip():
                box = (x + run.x, baseline - 0.25 * run.size, x + run.x + run.width, baseline + 0.8 * run.size)
                yield Mark(run.text.strip(), box, TEXT_RATIO)
        baseline -= piece.leading


def _grown(piece: Piece, x: float, y: float) -> Box:
    """A piece with a little of the paper around it."""
    room = 6.0 if isinstance(piece, DrawingPiece | Frame) else 4.0
    return (x - room, y - room, x + piece.width + room, y + piece.height + room)


def too_pale(data: bytes, plan: Plan) -> list[str]:
    """What has too little contrast in grey, with the ratio measured."""
    found = []
    for number, picture in enumerate(grey_sides(data)):
        for mark in marks(plan, number):
            ratio = measured_contrast(picture, mark.box)
            if ratio < mark.needs - 0.05:
                found.append(f"side {number + 1}: {mark.name} has {ratio:.1f}:1 in grey, needs {mark.needs:g}:1")
    return found


def measured_contrast(picture: Image.Image, box: Box) -> float:
    """The darkest or the lightest pixel of a box, whichever is further off, against the commonest one: what is white on
    a dark disc is the lightest."""
    left, foot, right, top = box
    high = picture.height
    edges = (int(left * SCALE), int(high - top * SCALE), int(right * SCALE) + 1, int(high - foot * SCALE) + 1)
    crop = picture.crop(edges)
    levels = crop.histogram()
    paper = max(range(256), key=levels.__getitem__)
    inks = [level for level, count in enumerate(levels) if count]
    return max(contrast(_hex(level), _hex(paper)) for level in (inks[0], inks[-1]))


def _hex(level: int) -> str:
    return "#" + f"{level:02x}" * 3


def floods(data: bytes, plan: Plan) -> list[str]:
    """Where ink lies too thick: solid places wider than any letter's strokes, and pages with too much ink."""
    found = []
    cell = CELL * plan.smallest_text * SCALE
    for number, picture in enumerate(grey_sides(data), start=1):
        ink = 1 - ink_average(picture)
        if ink > MOST_INK:
            found.append(f"side {number}: {ink:.1%} of the page is ink")
        cells = picture.resize((int(picture.width / cell), int(picture.height / cell)), Image.Resampling.BOX)
        solid = sum(cells.histogram()[: int(255 * (1 - SOLID))])
        if solid > MOST_SOLID:
            found.append(f"side {number}: {solid} places are solid ink")
    return found


def ink_average(picture: Image.Image) -> float:
    """How white a page is on average, from 0 (all ink) to 1."""
    levels = picture.histogram()
    return sum(level * count for level, count in enumerate(levels)) / 255 / sum(levels)
