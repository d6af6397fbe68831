"""Every line of text that a plan puts on a page, wherever it stands: what it says, where its ink is, which lines follow
each other in a paragraph, and each stretch of it in one face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Any, NamedTuple

from handoutgen.memory import Shelf
from handoutgen.plan.pages import Page, Plan
from handoutgen.text.characters import BIDI_MARKS
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import NO_INK, Glyph, GlyphRun, Line

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""
TOUCHING = 0.5
"""Boxes may share so much across, in pt."""


def _inked() -> dict[int, Box | None]:
    return {}


_INKED = Shelf(_inked)
"""Of a face, by glyph."""
_NO_MARKS = str.maketrans("", "", BIDI_MARKS)


class SetLine(NamedTuple):
    """A line on a page: where its column starts, how wide that is, and where its baseline is, in pt."""

    line: Line
    x: float
    baseline: float
    width: float


class Stretch(NamedTuple):
    """Neighbours in one face and direction: what they say and their glyphs, both in the order of reading."""

    face: str
    rtl: bool
    text: str
    glyphs: tuple[Glyph, ...]


class _Paragraphs:
    """An `Ink` that takes down the lines of each call."""

    def __init__(self) -> None:
        self.found: list[list[SetLine]] = []
        self.x = self.y = self.width = 0.0

    def draw_lines(self, element: Any, lines: tuple[Line, ...], x: float, y: float, leading: float) -> None:
        left, top = self.x + x, self.y + y
        self.found.append(
            [SetLine(line, left, top - number * leading, self.width) for number, line in enumerate(lines)]
        )

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kwargs: None


def paragraphs_of(page: Page) -> list[list[SetLine]]:
    """The lines of a page, paragraph by paragraph."""
    ink = _Paragraphs()
    for placed in page.pieces:
        ink.x, ink.y, ink.width = placed.x, placed.y, placed.piece.width
        placed.piece.paint(ink)
    return ink.found


def texts_of(plan: Plan) -> list[str]:
    """What each line says, page by page."""
    return [put.line.text for page in plan.pages for lines in paragraphs_of(page) for put in lines]


def said(run: GlyphRun) -> Iterator[Glyph]:
    """The glyphs of a run in the order of reading, without those that leave no ink."""
    ordered = reversed(run.glyphs) if run.rtl else run.glyphs
    return (glyph for glyph in ordered if glyph.gid != NO_INK)


def whole_text(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """What a paragraph says, the spaces that it was broken at among it, and where its lines end."""
    text, ends = "", []
    for line in lines:
        text += "".join([glyph.text for run in line.runs for glyph in said(run)]).translate(_NO_MARKS)
        ends.append(len(text))
    return text, ends


def stretches_of(line: Line) -> Iterator[Stretch]:
    """A line cut where its face or direction changes."""
    for (face, rtl), group in groupby(line.runs, key=lambda run: (run.face, run.rtl)):
        glyphs = tuple(glyph for run in group for glyph in said(run))
        if glyphs:
            yield Stretch(face, rtl, "".join([glyph.text for glyph in glyphs]).translate(_NO_MARKS), glyphs)


def glyph_boxes(put: SetLine, fonts: FontBook) -> Iterator[Box]:
    """The ink of each glyph of a line, in pt on the page."""
    for run in put.line.runs:
        face, scale = fonts.face(run.face), run.size / 1000
        x = put.x + run.x
        for number, glyph in enumerate(run.glyphs):
            box = _ink(face, glyph.gid) if glyph.gid != NO_INK else None
            if box is not None:
                left, bottom, right, top = box
                across, up = x + glyph.x_offset * scale, put.baseline + glyph.y_offset * scale
                yield across + left * scale, up + bottom * scale, across + right * scale, up + top * scale
            if number or not run.lead:
                x += glyph.advance * scale


def _ink(face: Face, gid: int) -> Box | None:
    """Of a glyph, in 1/1000 em around its origin; None for one without."""
    known = face.shelves[_INKED]
    if gid not in known:
        box = face.hb_font.get_glyph_extents(gid)
        left, top = box.x_bearing * face.scale, box.y_bearing * face.scale
        has_ink = box.width and box.height
        known[gid] = (left, top + box.height * face.scale, left + box.width * face.scale, top) if has_ink else None
    return known[gid]


def _around(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def clashes(page: Page, fonts: FontBook) -> list[tuple[str, str]]:
    """The lines of a page that have glyphs whose ink shares a place, and those that leave the page (the other is then
    empty)."""
    inked = [
        (put.line.text, boxes)
        for lines in paragraphs_of(page)
        for put in lines
        if (boxes := list(glyph_boxes(put, fonts)))
    ]
    around = [_around(boxes) for _, boxes in inked]
    found = [(text, "") for (text, _), box in zip(inked, around, strict=True) if not _inside(box, page)]
    for one, other in combinations(range(len(inked)), 2):
        if _meet(around[one], around[other]):
            (text, boxes), (below, others) = inked[one], inked[other]
            near = [box for box in others if _meet(box, around[one])]
            if any(_meet(a, b) for a in boxes if _meet(a, around[other]) for b in near):
                found.append((text, below))
    return found


def _inside(box: Box, page: Page) -> bool:
    left, bottom, right, top = box
    return (
        left > -TOUCHING and bottom > -TOUCHING and right < page.width + TOUCHING and top < page.height + TOUCHING
    )  # fmt: skip


def _meet(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > TOUCHING and min(a[3], b[3]) - max(a[1], b[1]) > 0
