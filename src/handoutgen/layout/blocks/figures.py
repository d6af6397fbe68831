"""A figure of the leaflet as an atom: the picture, words that point into it, and its caption.

The words of a drawing are set by us in body type at every size, beside the picture and joined to their places by
leader lines, so that they stay readable in giant print and are read out in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Figure, FigureLabel
from handoutgen.layout.flow.atoms import HALF, NEVER, Atom, PieceInAtom, merge, mostly_whole, piece_atom
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

HIGHEST_WORDS = 0.4
"""Words beside a picture take at most this share of the page's depth; longer ones stand under it."""
CAPTION_SHARE = 0.75
"""How much of what a paragraph may fill without being parted a caption may, as it stands under a picture."""


def figure_atoms(look: Look, parent: Element, figure: Figure, width: float, *, before: float) -> list[Atom]:
    """The picture, its words and its caption in a column of `width` pt; they stay together, but for the end of a
    caption of many lines, and for words that are too long to stand beside a picture."""
    group = parent.add("Div")
    element = group.add("Figure", alt=picture_in_words(look.voice, figure))
    picture = look.figure(figure.file, width)
    high = look.grid.depth * HIGHEST_SHARE
    drawn = element.add("Span", within=element) if figure.labels else element
    labels = _label_pieces(look, element, figure.labels, width * 0.5)
    under: list[Atom] = []
    if sum(piece.height for piece in labels) > look.grid.depth * HIGHEST_WORDS:
        element.kids.clear()
        under, labels = _words_under(look, group, figure.labels, width), []
    if labels:
        gap = look.scale.base * LABEL_GAP
        room = width - max(piece.ink_width for piece in labels) - gap
        image = _labelled(look, figure.labels, labels, drawn, picture, fitted(picture, min(room, WIDEST), high))
    else:
        w, h = fitted(picture, min(width, WIDEST), high)
        image = piece_atom(picture_piece(element, picture, w, h))
    image = image.with_break(before=before, cost=NEVER)
    caption = look.text(group.add("Caption"), look.voice.phrase(figure.caption), width)
    first, *rest = mostly_whole(caption, look.grid.depth * CAPTION_SHARE, before=look.unit)
    return [image, *under, first, *rest] if under else [merge([image, first]), *rest]


def stands_beside(look: Look, figure: Figure) -> bool:
    """Whether there is a side column in which the picture and its words can be read, and the caption is short enough
    for it."""
    if not look.grid.has_side or not is_legible(look, figure, look.grid.side):
        return False
    lines = look.lines_in(look.voice.phrase(figure.caption), look.grid.side)
    return lines * look.scale.body.leading <= look.grid.depth * HALF * CAPTION_SHARE


def is_legible(look: Look, figure: Figure, width: float) -> bool:
    """Whether a column of `width` pt leaves the picture room beside its words, and the words room beside the
    picture."""
    if not figure.labels:
        return width >= NARROWEST
    room = width - max(look.natural_width(label.text) for label in figure.labels) - look.scale.base * LABEL_GAP
    if room < NARROWEST:
        return False
    _, high = fitted(look.figure(figure.file, width), min(room, WIDEST), look.grid.depth * HIGHEST_SHARE)
    return len(figure.labels) * look.scale.body.leading <= high


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
    return [look.text(figure.add("P"), label.text, width) for label in ordered]


def _words_under(look: Look, group: Element, labels: Sequence[FigureLabel], width: float) -> list[Atom]:
    """Words that no page could hold beside their picture, as a list from the top of the picture to its bottom."""
    holder = group.add("L", numbering="None")
    ordered = sorted(labels, key=lambda label: label.y)
    pieces = [look.text(holder.add("LI").add("LBody"), label.text, width) for label in ordered]
    return [atom for piece in pieces for atom in mostly_whole(piece, look.grid.depth, before=look.unit * 0.5)]


def _labelled(
    look: Look,
    labels: Sequence[FigureLabel],
    pieces: Sequence[TextPiece],
    element: Element,
    picture: Drawing | Raster,
    size: tuple[float, float],
) -> Atom:
    """A picture of `size` pt with words right of it, each as near its place's height as the others allow, and leader
    lines from one to the other. A picture lower than its words stands at half their height."""
    (w, h), left = size, size[0] + look.scale.base * LABEL_GAP
    ordered = sorted(labels, key=lambda label: label.y)
    heights = [piece.height for piece in pieces]
    high = max(h, sum(heights))
    down = (high - h) / 2
    wanted = [down + label.y * h - height / 2 for label, height in zip(ordered, heights, strict=True)]
    tops = kept_apart(wanted, heights, high)
    spokes = tuple(
        (left - look.scale.base * 0.3, high - top - piece.height / 2, label.x * w, high - down - label.y * h)
        for label, piece, top in zip(ordered, pieces, tops, strict=True)
    )
    leaders = Leaders(left, high, look.palette.ink, look.scale.rule, w, look.voice.direction, spokes)
    words = [PieceInAtom(piece, left, top) for piece, top in zip(pieces, tops, strict=True)]
    image = PieceInAtom(picture_piece(element, picture, w, h), 0.0, down)
    return Atom((image, PieceInAtom(leaders, 0.0, 0.0), *words), high)


def kept_apart(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Tops of boxes that are wanted at some places, from the highest down: each as near its place as it gets without
    touching another or leaving a strip of `room`, which is at least as high as all of them."""
    tops: list[float] = []
    floor = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(floor, top))
        floor = tops[-1] + height
    ceiling = room
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], ceiling - heights[index])
        ceiling = tops[index]
    return tops
