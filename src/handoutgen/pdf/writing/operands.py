"""A glyph run in; the operators that show it in one face, and the codes in them, out (PDF 32000-1 9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from handoutgen.pdf.writing.cells import cells
from handoutgen.pdf.writing.composed import ComposedGlyph
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.text.model import Glyph, GlyphRun

GlyphShape = int | ComposedGlyph
"""A glyph of the face, or one composed of its glyphs."""
ShapeAndText = tuple[GlyphShape, str]


_FAR = 150.0
"""Of kerning, in 1/1000 em: a sign that is drawn over the letter before it, by moving the pen back, parts the word for
poppler's raw order. No two letters of an alphabet are kerned so far."""


class CodeGiver(Protocol):
    """What of a face is needed to write a run."""

    @property
    def unit(self) -> float:
        """A unit of the font in 1/1000 em."""

    def width(self, gid: int) -> float:
        """The advance width of a glyph in the font program, in 1/1000 em."""

    def code(self, shape: GlyphShape, text: str) -> str:
        """The code of a shape that stands for a text, as four hexadecimal digits."""


class Operands(NamedTuple):
    """The operators of a run, and all the pairs of shape and text in it, in the order of their first use."""

    text: str
    pairs: tuple[ShapeAndText, ...]


def operands(run: GlyphRun, face: CodeGiver) -> Operands:
    """The operators that show a run from the current place on."""
    writer = _Writer(face)
    if run.rtl:
        for cell in cells(run.glyphs, face.unit):
            writer.show(*_plain(cell.shape, cell.said, face))
    elif run.lead:
        writer.lead(run.glyphs[0], run.lead * 1000 / run.size)
        writer.left_to_right(run.glyphs[1:])
    else:
        writer.left_to_right(run.glyphs)
    return writer.finished()


def _plain(shape: ComposedGlyph, said: str, face: CodeGiver) -> ShapeAndText:
    """A composed glyph that is no more than one of the face's glyphs as that glyph."""
    if len(shape.parts) == 1 and shape.parts[0][1:] == (0, 0) and face.width(shape.parts[0][0]) == shape.advance:
        return shape.parts[0][0], said
    return shape, said


class _Writer:
    """One TJ array in the making, with the kerning between what the font advances and what shaping wants."""

    def __init__(self, face: CodeGiver) -> None:
        self._face = face
        self._array: list[str] = []
        self._codes: list[str] = []
        self._pairs: dict[ShapeAndText, None] = {}

    def show(self, shape: GlyphShape, text: str) -> None:
        """The next code."""
        self._codes.append(self._face.code(shape, text))
        self._pairs[shape, text] = None

    def left_to_right(self, glyphs: Sequence[Glyph]) -> None:
        """Glyphs with their kerning. One that stands off its place or is kerned far, and a letter with marks that
        advance by nothing, are composed: moving the pen or the baseline for them would part the word for some readers,
        and poppler takes a character that starts where the one before it did for the shadow of that."""
        owed, width, show = 0.0, self._face.width, self.show
        for letter in _with_marks(glyphs):
            if owed >= 0.0005 or owed <= -0.0005:
                self._move(pdf_number(owed))
            first = letter[0]
            kerned = width(first.gid) - first.advance
            if len(letter) > 1 or first.x_offset or first.y_offset or abs(kerned) > _FAR:
                advance = sum([glyph.advance for glyph in letter])
                shape = ComposedGlyph(tuple(self._parts(letter)), round(advance))
                show(shape, "".join([glyph.text for glyph in letter]))
                owed = shape.advance - advance
            else:
                show(first.gid, first.text)
                owed = kerned

    def _parts(self, letter: Sequence[Glyph]) -> Iterator[tuple[int, int, int]]:
        """The glyphs of a letter at their places, in units of the font."""
        pen, unit = 0.0, self._face.unit
        for glyph in letter:
            yield glyph.gid, round((pen + glyph.x_offset) / unit), round(glyph.y_offset / unit)
            pen += glyph.advance

    def lead(self, glyph: Glyph, far: float) -> None:
        """A glyph without ink that stands `far` 1/1000 em to the left; what follows stands where it would have. Two
        numbers bring the pen back, for pdf.js overlooks the one behind a mark that says nothing visible."""
        shape = ComposedGlyph((), round(glyph.advance))
        self._move(pdf_number(far))
        self.show(shape, glyph.text)
        self._move(f"-1 {pdf_number(1 + shape.advance - far)}")

    def _move(self, amounts: str) -> None:
        """Move the pen to the left by some 1/1000 em."""
        self._flush()
        self._array.append(amounts)

    def _flush(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def finished(self) -> Operands:
        """The operator, and what it shows."""
        self._flush()
        return Operands(f"[{''.join(self._array)}] TJ" if self._array else "", tuple(self._pairs))


def _with_marks(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Each glyph that takes room on the line, with those behind it that take none or say nothing."""
    letters: list[list[Glyph]] = []
    for glyph in glyphs:
        if letters and (not glyph.advance or not glyph.text):
            letters[-1].append(glyph)
        else:
            letters.append([glyph])
    return letters
