"""Every line of text that a plan puts on a page, wherever it stands: what it says, where its ink is, which lines follow
each other in a paragraph, and each stretch of it in one face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Any, NamedTuple

from fontTools.pens.basePen import BasePen
from shapely.affinity import scale, translate
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

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


class Inked(NamedTuple):
    """A glyph on a page: the box of its ink, which glyph of which face it is, and how large and where its origin is."""

    box: Box
    face: str
    gid: int
    scale: float
    """From font units to pt."""
    x: float
    y: float


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


def inked_glyphs(put: SetLine, fonts: FontBook) -> Iterator[Inked]:
    """The glyphs of a line that have ink, in pt on the page."""
    for run in put.line.runs:
        face, scale = fonts.face(run.face), run.size / 1000
        x = put.x + run.x
        for number, glyph in enumerate(run.glyphs):
            box = _ink(face, glyph.gid) if glyph.gid != NO_INK else None
            if box is not None:
                across, up = x + glyph.x_offset * scale, put.baseline + glyph.y_offset * scale
                placed = tuple(edge * scale + at for edge, at in zip(box, (across, up) * 2, strict=True))
                yield Inked(placed, run.face, glyph.gid, face.scale * scale, across, up)  # type: ignore[arg-type]
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
    """The lines of a page that have glyphs whose ink touches, and those that leave the page (the other is then
    empty)."""
    inked = [
        (put.line.text, glyphs)
        for lines in paragraphs_of(page)
        for put in lines
        if (glyphs := list(inked_glyphs(put, fonts)))
    ]
    around = [_around([glyph.box for glyph in glyphs]) for _, glyphs in inked]
    found = [(text, "") for (text, _), box in zip(inked, around, strict=True) if not _inside(box, page)]
    for one, other in combinations(range(len(inked)), 2):
        if _meet(around[one], around[other]):
            (text, glyphs), (below, others) = inked[one], inked[other]
            near = [glyph for glyph in others if _meet(glyph.box, around[one])]
            if any(_touch(a, b, fonts) for a in glyphs if _meet(a.box, around[other]) for b in near):
                found.append((text, below))
    return found


def _touch(a: Inked, b: Inked, fonts: FontBook) -> bool:
    """Whether the very outlines of two glyphs meet: boxes are larger than what is in them."""
    if not _meet(a.box, b.box):
        return False
    one, other = (scale(_shape(fonts.face(g.face), g.gid), g.scale, g.scale, origin=(0, 0)) for g in (a, b))
    return bool(translate(one, a.x, a.y).intersects(translate(other, b.x, b.y)))


def _shape(face: Face, gid: int) -> BaseGeometry:
    pen = _Points()
    face.hb_font.draw_glyph_with_pen(gid, pen)
    return unary_union([Polygon(contour).buffer(0) for contour in pen.contours if len(contour) > 2])


class _Points(BasePen):  # type: ignore[misc]
    """A pen that takes down the contours of a glyph as polygons; holes are filled, for a line in one would touch it."""

    def __init__(self) -> None:
        super().__init__(None)
        self.contours: list[list[tuple[float, float]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the names are fontTools'
        self.contours.append([pt])

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.contours[-1].append(pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        first = self.contours[-1][-1]
        for t in (0.25, 0.5, 0.75, 1.0):
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            along = list(zip(weights, (first, *points), strict=True))
            self.contours[-1].append((sum(w * x for w, (x, _) in along), sum(w * y for w, (_, y) in along)))


def _inside(box: Box, page: Page) -> bool:
    left, bottom, right, top = box
    return (
        left > -TOUCHING and bottom > -TOUCHING and right < page.width + TOUCHING and top < page.height + TOUCHING
    )  # fmt: skip


def _meet(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > TOUCHING and min(a[3], b[3]) - max(a[1], b[1]) > 0
