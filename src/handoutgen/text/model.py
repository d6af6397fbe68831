"""Words for text on its way to paper: runs of characters in, lines of placed glyphs out.

The text room turns `Run`s into `Line`s with HarfBuzz; layout stacks the lines and pdf writes them. Nothing here
knows what a leaflet or a PDF is: `tag` is carried through unread, so that layout can say which structure element
a run belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from handoutgen.language import Direction

Alignment = Literal["start", "center", "end"]
Uncovered = Callable[[str], Sequence[tuple[int, str]]]
"""A text → each character in it that no font has, with its place (`fontbook.FontBook.uncovered`)."""


NO_INK = -1


class Run(Struct, frozen=True):
    """Characters that look and mean the same. `tag` comes back on every `GlyphRun` made from them."""

    text: str
    bold: bool = False
    colour: str = "#000000"
    language: str | None = None
    tag: Any = None


class TextStyle(NamedTuple):
    """How a paragraph is set: sizes in pt, `leading` from baseline to baseline."""

    size: float
    leading: float
    align: Alignment = "start"
    direction: Direction = "ltr"
    language: str = "en-GB"


class Glyph(Struct, frozen=True):
    """One shaped glyph. Lengths in 1/1000 em. `text` is what it stands for: "" when another glyph of the same
    cluster carries the characters, several characters for a ligature."""

    gid: int
    """`NO_INK` for one that only says something."""
    text: str
    advance: float
    x_offset: float = 0.0
    y_offset: float = 0.0


class GlyphRun(Struct, frozen=True, eq=False):
    """Glyphs of one face, size, colour and tag, placed on a line.

    `x` is the left edge in pt from the left edge of the column, `width` the advance width in pt. `glyphs` are in
    visual order (left to right); `text` is in logical order. `face` is the key of a face in the `FontBook`.

    `lead`: in a right-to-left line, how far to the left of `x`, in pt, the run's first glyph stands. That glyph is a
    space or a mark and leaves no ink; all others follow at `x` (see `reading_back`).
    """

    face: str
    size: float
    x: float
    width: float
    colour: str
    text: str
    glyphs: tuple[Glyph, ...]
    tag: Any = None
    rtl: bool = False
    lead: float = 0.0


class SetRun(NamedTuple):
    """A glyph run before it is told its colour and tag: these belong to run `run` of the caller's."""

    run: int
    face: str
    size: float
    x: float
    width: float
    text: str
    glyphs: tuple[Glyph, ...]
    rtl: bool
    lead: float = 0.0


class Line(Struct, frozen=True, eq=False):
    """One set line. `runs` are in logical (reading) order, `width` is the inked advance width in pt,
    `text` what the line says in reading order, without the space that was broken at."""

    runs: tuple[GlyphRun, ...]
    width: float
    text: str
