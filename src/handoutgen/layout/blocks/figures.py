"""A figure of the leaflet as an atom: the picture, words that point into it, and its caption.

The words of a drawing are set by us in body type at every size, beside the picture and joined to their places by
leader lines, so that they stay readable in giant print. They belong to their figure: most screen readers say its
alternative text instead of all that is in it, so words that the author's does not name are added to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.sections import Figure, FigureLabel
from handoutgen.layout.flow.atoms import HALF, NEVER, Atom, PieceInAtom, merge, mostly_whole
from handoutgen.layout.flow.pieces import DrawingPiece, Leaders, RasterPiece, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.story.figures import picture_in_words
from handoutgen.units import mm

WIDEST, NARROWEST = mm(125), mm(22)
LABEL_GAP = 1.6
"""Between a picture and the words that point into it, in units of the body size."""
HIGHEST_SHARE = 0.28
"""A figure takes at most this share of the page's depth, so that its first steps can stand with it."""

LARGE_PRINT_LINES = 1.5
"""How much heavier the lines of our drawings are in large print."""
MOST_OF_LINES = 1.7
"""A picture printed smaller than it was drawn for keeps its lines down to this part: then they thin, or nothing but
lines is left."""
CAPTION_SHARE = 0.75
"""How much of what a paragraph may fill without being parted a caption may, as it stands under a picture."""


def figure_atoms(look: Look, parent: Element, figure: Figure, width: float, *, before: float) -> list[Atom]:
    """The picture and its caption in a column of `width` pt; they stay together, but for the end of a
    caption of many lines."""
    group = parent.add("Div")
    element = group.add("Figure", alt=picture_in_words(look.voice, figure))
    drawn = element.add("Span", within=element) if figure.labels else element
    picture = look.figure(figure.file, width)
    labels = _label_pieces(look, element, figure.labels, width)
    label_width = max((piece.ink_width for piece in labels), default=0.0)
    gap = look.scale.base * LABEL_GAP if labels else 0.0
    w, h = fitted(picture, min(width - label_width - gap, WIDEST), look.grid.depth * HIGHEST_SHARE)
    picture = _with_true_lines(look, picture, w)
    puts = [PieceInAtom(picture_piece(drawn, picture, w, h), 0.0, 0.0)]
    if labels:
        puts += _labelled(look, figure.labels, labels, w, h, gap)
    lowest = max((put.down + piece.height for put, piece in zip(puts[2:], labels, strict=True)), default=h)
    image = Atom(tuple(puts), max(h, lowest), before, NEVER)
    caption = look.text(group.add("Caption"), look.voice.phrase(figure.caption), width)
    first, *rest = mostly_whole(caption, look.grid.depth * CAPTION_SHARE, before=look.unit)
    return [merge([image, first]), *rest]


def _with_true_lines(look: Look, picture: Drawing | Raster, width: float) -> Drawing | Raster:
    """A drawing of ours in the weight of line that it was drawn for, however large it is printed; heavier in large
    print. Others, and photographs, are as they are."""
    if not isinstance(picture, Drawing) or picture.with_lines is None:
        return picture
    heavier = LARGE_PRINT_LINES if look.scale.is_large else 1.0
    return picture.with_lines(round(heavier * min(mm(picture.width) / width, MOST_OF_LINES), 2))


def stands_beside(look: Look, figure: Figure) -> bool:
    """Whether there is a side column, and the caption is short enough for it."""
    if not look.grid.has_side:
        return False
    lines = look.lines_in(look.voice.phrase(figure.caption), look.grid.side)
    return lines * look.scale.body.leading <= look.grid.depth * HALF * CAPTION_SHARE


def is_legible(look: Look, figure: Figure, width: float) -> bool:
    """Whether a column of `width` pt leaves the picture room beside its words."""
    labels = max((look.natural_width(label.text) for label in figure.labels), default=0.0)
    gap = look.scale.base * LABEL_GAP if labels else 0.0
    return width - labels - gap >= NARROWEST


def picture_piece(element: Element | None, picture: Drawing | Raster, w: float, h: float) -> DrawingPiece | RasterPiece:
    """The picture as a piece of `w` × `h` pt that `element` stands for; without one it is an artifact."""
    if isinstance(picture, Drawing):
        return DrawingPiece(element, picture, w, h)
    return RasterPiece(element, picture, w, h)


def fitted(picture: Drawing | Raster, width: float, height: float) -> tuple[float, float]:
    """The largest size of the picture's proportions in a box of `width` × `height` pt."""
    if isinstance(picture, Drawing):
        across, up = picture.width, picture.height
    else:
        across, up = float(picture.pixel_width), float(picture.pixel_height)
    scale = min(width / across, height / up)
    return across * scale, up * scale


def _label_pieces(look: Look, figure: Element, labels: Sequence[FigureLabel], width: float) -> list[TextPiece]:
    ordered = sorted(labels, key=lambda label: label.y)
    return [look.text(figure.add("P"), label.text, width * 0.5) for label in ordered]


def _below_each_other(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Where pieces of these heights begin, each at its wanted place or below the one before it."""
    tops: list[float] = []
    floor = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(floor, top))
        floor = tops[-1] + height
    return tops


def _labelled(
    look: Look, labels: Sequence[FigureLabel], pieces: Sequence[TextPiece], w: float, h: float, gap: float
) -> list[PieceInAtom]:
    """Words right of the picture, each as near its place's height as the others allow, with leader lines."""
    ordered = sorted(labels, key=lambda label: label.y)
    wanted = [label.y * h - piece.height / 2 for label, piece in zip(ordered, pieces, strict=True)]
    heights = [piece.height for piece in pieces]
    tops = _below_each_other(wanted, heights)
    excess = max(0.0, tops[-1] + heights[-1] - h)
    tops = _below_each_other([top - excess for top in tops], heights)
    spokes = tuple(
        (w + gap - look.scale.base * 0.3, h - top - piece.height / 2, label.x * w, h - label.y * h)
        for label, piece, top in zip(ordered, pieces, tops, strict=True)
    )
    leaders = Leaders(w + gap, h, look.palette.ink, look.scale.rule, w, look.voice.direction, spokes)
    words = [PieceInAtom(piece, w + gap, top) for piece, top in zip(pieces, tops, strict=True)]
    return [PieceInAtom(leaders, 0.0, 0.0), *words]
