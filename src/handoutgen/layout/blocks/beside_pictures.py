"""A picture over both languages' columns: drawn once, told in each.

In the tag tree it is a figure in each language, with its description in that language. The first owns the drawing; the
second owns the frame round it: a figure without any ink would be no figure, and the same picture drawn twice would be
two to point at.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.design.colour import WHITE
from handoutgen.layout.blocks.beside_cells import Column
from handoutgen.layout.blocks.discs import NUMERAL_DISC
from handoutgen.layout.blocks.figures import fitted, picture_padding, picture_piece, with_true_lines
from handoutgen.layout.flow.atoms import Atom, PieceInAtom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.setting import Setting
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.named_colours import setting_of
from handoutgen.story.beside import PairedRow
from handoutgen.units import mm

HIGH = mm(36)
"""How high a picture is, in pt."""
LOWEST_SHARE, USUAL_WHITE = 0.75, 0.6
"""How much of that a picture has at least where white is scarce: less of it than so many body sizes to a unit."""


def picture_over_both(setting: Setting, columns: Sequence[Column], row: PairedRow) -> Atom:
    """The picture on sand, in the middle of the page."""
    told = [each.picture for each in (row.one, row.other) if each]
    figures = [
        column.part.add("Figure", alt=picture.alt)
        for column, picture in zip(columns, told, strict=True)
        if picture is not None
    ]
    shown, full = told[0], setting.grid.full
    assert shown is not None  # noqa: S101 - a row of a picture has one
    picture = setting.figure(shown.file, full)
    pad = picture_padding(setting, picture)
    wide, high = fitted(picture, full - 2 * pad, _highest(setting))
    left = (full - wide) / 2
    panel = Frame(full, high + 2 * pad, fill=setting.palette.sand)
    drawn = picture_piece(figures[0], with_true_lines(setting, picture, wide), wide, high)
    frame = _frame(full, high + 2 * pad, setting.scale.rule, setting.palette.rule)
    edge = DrawingPiece(figures[1], frame, full, high + 2 * pad)
    puts = [PieceInAtom(panel, 0.0, 0.0), PieceInAtom(drawn, left, pad), PieceInAtom(edge, 0.0, 0.0)]
    for number, (x, y) in enumerate(shown.places):
        puts += _letter(setting, number, left + x * wide, pad + y * high)
    return Atom(tuple(puts), high + 2 * pad)


def _highest(setting: Setting) -> float:
    share = min(1.0, max(LOWEST_SHARE, setting.unit / (setting.scale.base * USUAL_WHITE)))
    return min(share * HIGH * setting.scale.base / 12, setting.grid.depth * 0.4)


def _frame(width: float, height: float, thickness: float, colour: str) -> Drawing:
    """A rectangle's outline as a drawing, so that a figure can own it."""
    hole = f"{thickness:.3f} {thickness:.3f} {width - 2 * thickness:.3f} {height - 2 * thickness:.3f} re"
    operators = f"q {setting_of(colour)[0]} 0 0 {width:.3f} {height:.3f} re {hole} f* Q"
    return Drawing(width, height, operators)


def _letter(setting: Setting, number: int, x: float, y: float) -> list[PieceInAtom]:
    """The letter that a label is known by, on a disc at the place that it names."""
    size = NUMERAL_DISC * setting.scale.base
    if setting.voice.direction == "rtl":  # the page is mirrored, and what the picture shows is not
        x = setting.grid.full - x
    letter = setting.text(None, chr(ord("A") + number), size, bold=True)
    disc = Frame(size, size, radius=size / 2, fill=WHITE, stroke=setting.palette.ink, thickness=setting.scale.rule)
    middle = letter.baseline - 0.335 * setting.scale.base
    return [
        PieceInAtom(disc, x - size / 2, y - size / 2),
        PieceInAtom(letter, x - letter.ink_width / 2, y - middle),
    ]
