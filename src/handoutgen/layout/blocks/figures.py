"""A figure of the leaflet as an atom: the picture on a sand panel, words that point into it, and its caption.

The words of a drawing are set by us in body type at every size, beside the picture and joined to their places by
leader lines, so that they stay readable in giant print and are read out in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.sections import Figure, FigureLabel
from handoutgen.layout.flow.atoms import HARD, NEVER, Atom, PieceInAtom, merge, mostly_whole, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Leaders, RasterPiece, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.pictures.floor import cut_at_floor, ends_at_floor
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.story.figures import picture_in_words
from handoutgen.story.voice import Runs
from handoutgen.units import mm

WIDEST, NARROWEST, LOWEST = mm(125), mm(22), mm(8)
LABEL_GAP = 1.6
"""Between a picture and the words that point into it, in units of the body size."""
PANEL_HIGH, LARGE_PANEL_HIGH, LABELLED_HIGH = mm(60), mm(88), 0.8
HIGHEST_SHARE = 0.36
"""A figure takes at most this share of the page's depth, so that its first steps can stand with it."""
PANEL_PADDING, OWN_PADDING = 0.7, 0.35
"""Between a picture and its panel's edge, in units of the body size; less for drawings of ours, which have a margin of
their own."""

LARGE_PRINT_LINES = 1.5
"""How much heavier the lines of our drawings are in large print."""
MOST_OF_LINES = 1.7
"""A picture printed smaller than it was drawn for keeps its lines down to this part: then they thin, or nothing but
lines is left."""
HIGHEST_WORDS = 0.4
"""Words beside a picture take at most this share of the page's depth; longer ones stand under it."""
GROWS, AIR = 0.5, 1.12
"""By how much of its height a panel may grow where its page has room, and up to how many times as high as a picture
then needs that can be no wider."""
LOWEST_SHARE = 0.55
"""How much of its height a panel keeps at least where a lower one keeps on a page what belongs together."""
TWO_LINES = 0.72
"""How much of its natural width a caption has that is to take two lines: room to break between its words."""
CAPTION_SHARE = 0.75
"""How much of what a paragraph may fill without being parted a caption may, as it stands under a picture."""


def figure_atoms(look: Look, parent: Element, figure: Figure, width: float, *, before: float) -> list[Atom]:
    """The picture, its words and its caption in a column of `width` pt; they stay together, but for the end of a
    caption of many lines, and for words that are too long to stand beside a picture. In large print a page may end
    above a picture with words that say what it shows: it goes with no steps."""
    group = parent.add("Div")
    panel, under = figure_panel(look, group, figure, width)
    first, *rest = caption_atoms(look, group, figure, width)
    panel = panel.with_break(before=before, cost=HARD if look.scale.is_large and figure.labels else NEVER)
    return [panel, *under, first, *rest] if under else [merge([panel, first]), *rest]


def caption_atoms(look: Look, group: Element, figure: Figure, width: float) -> list[Atom]:
    """The caption under a picture."""
    caption = look.text(group.add("Caption"), look.voice.phrase(figure.caption), width)
    return mostly_whole(caption, look.grid.depth * CAPTION_SHARE, before=look.unit * 0.5)


def caption_beside(look: Look, group: Element, figure: Figure, beside: Sequence[Figure], width: float) -> list[Atom]:
    """The caption under a picture that stands side by side with others: all end on one line where two lines are enough
    for each, as a word or two under one picture alone look as if they had fallen off."""
    captions = [look.voice.phrase(each.caption) for each in beside]
    own = look.voice.phrase(figure.caption)
    narrower = _on_two_lines(look, own, width)
    if narrower is None or max(look.lines_in(each, width) for each in captions) != 2:
        return caption_atoms(look, group, figure, width)
    piece = look.text(group.add("Caption"), own, narrower, balance=True)
    return [piece_atom(piece, before=look.unit * 0.5)]


def _on_two_lines(look: Look, words: Runs, width: float) -> float | None:
    """In what column of at most `width` pt words take two lines, if any."""
    narrower = min(width, look.natural_width(words) * TWO_LINES)
    is_apart = look.longest_word(words) <= narrower and look.lines_in(words, narrower) == 2
    return narrower if is_apart else None


def panel_high(look: Look) -> float:
    """How high a panel with a drawing is at most, in pt."""
    return min(LARGE_PANEL_HIGH if look.scale.is_large else PANEL_HIGH, look.grid.depth * HIGHEST_SHARE)


def _tallest(look: Look, labels: Sequence[FigureLabel], high: float | None) -> float:
    """How high a panel may be: less where words beside a picture say what to see in it."""
    return high or panel_high(look) * (LABELLED_HIGH if labels else 1.0)


def figure_panel(
    look: Look, group: Element, figure: Figure, width: float, least: float = 0.0, high: float | None = None
) -> tuple[Atom, list[Atom]]:
    """The picture with its words on a panel of `width` pt, at least `least` and at most `high` pt high; and words that
    no page could hold beside it, to stand under it."""
    placed, under = placed_figure(look, group, figure, width)
    panel = panel_of(placed, _tallest(look, figure.labels, high), least)
    if not least:
        panel = replace(panel, grown=lambda more: larger_panel(placed, panel.height, more))
    return panel, under


def placed_figure(look: Look, group: Element, figure: Figure, width: float) -> tuple[PlacedFigure, list[Atom]]:
    """What stands on a panel of `width` pt, to be set on ones of several heights; and words to stand under it."""
    element = group.add("Figure", alt=picture_in_words(look.voice, figure))
    picture = panel_picture(look, figure, width - 2 * look.scale.base * PANEL_PADDING)
    inner = width - 2 * picture_padding(look, picture)
    drawn = element.add("Span", within=element) if figure.labels else element
    labels = _label_pieces(look, element, figure.labels, inner * 0.5)
    under: list[Atom] = []
    if sum(piece.height for piece in labels) > look.grid.depth * HIGHEST_WORDS:
        element.kids.clear()
        under, labels, drawn = _words_under(look, group, figure.labels, width), [], element
    return PlacedFigure(look, figure.labels if labels else (), labels, drawn, picture, width), under


class PlacedFigure(NamedTuple):
    """What stands on a panel of `width` pt."""

    look: Look
    labels: Sequence[FigureLabel]
    words: Sequence[TextPiece]
    element: Element
    picture: Drawing | Raster
    width: float


def panel_of(placed: PlacedFigure, tallest: float, least: float, widest: float = WIDEST) -> Atom:
    """The picture, at most `widest` pt wide, with its words on a panel of at least `least` pt and, if words leave it so
    low, at most `tallest` pt."""
    look, labels, words, element, picture, width = placed
    pad = picture_padding(look, picture)
    under_it = 0.0 if stands(picture) and not labels else pad
    inner, high = width - 2 * pad, max(tallest - pad - under_it, LOWEST)
    if labels:
        gap = look.scale.base * LABEL_GAP
        beside = gap + max(piece.ink_width for piece in words)
        size = fitted(picture, min(inner - beside, widest), high)
        image, across = _labelled(look, labels, words, element, picture, size), size[0] + beside
    else:
        across, up = fitted(picture, min(inner, widest), high)
        image = piece_atom(picture_piece(element, with_true_lines(look, picture, across), across, up))
    tall = max(least, image.height + pad + under_it)
    panel = Frame(width, tall, radius=look.scale.corner, fill=look.palette.sand)
    down = tall - image.height if not under_it else (tall - image.height) / 2
    moved = image.moved((width - across) / 2, down)
    return Atom((PieceInAtom(panel, 0.0, 0.0), *moved.puts), tall)


def larger_panel(placed: PlacedFigure, high: float, more: float) -> Atom:
    """A panel `high` pt high with a larger picture, at most `more` pt higher, or with a smaller one where that is below
    0; a picture that is as wide as its panel has more sand round it."""
    tallest = max(high * LOWEST_SHARE, high + min(more, high * GROWS))
    drawn = panel_of(placed, tallest, 0.0, placed.width).height
    return panel_of(placed, tallest, min(tallest, drawn * AIR), placed.width)


def panels_alike(placed: Sequence[PlacedFigure], high: float | None = None, more: float = 0.0) -> list[Atom]:
    """Panels side by side, all as high as the highest of them is with at most `high` pt, and with larger pictures at
    most `more` pt higher than that."""
    panels = [panel_of(each, _tallest(each.look, each.labels, high), 0.0) for each in placed]
    least = max(panel.height for panel in panels)
    if not more:
        return [panel_of(each, _tallest(each.look, each.labels, high), least) for each in placed]
    tall = max(larger_panel(each, least, more).height for each in placed)
    return [panel_of(each, tall, tall, each.width) for each in placed]


def panel_picture(look: Look, figure: Figure, width: float) -> Drawing | Raster:
    """A figure's picture for a panel of `width` pt: a drawing of ours that has a floor ends at it."""
    picture = look.figure(figure.file, width)
    return cut_at_floor(picture) if isinstance(picture, Drawing) and not figure.labels else picture


def stands(picture: Drawing | Raster) -> bool:
    """Whether a picture for a panel ends at its floor, which then lies on the panel's foot."""
    return isinstance(picture, Drawing) and ends_at_floor(picture)


def picture_padding(look: Look, picture: Drawing | Raster) -> float:
    """Between a picture and its panel's edge, in pt; under one that stands on the panel's foot there is none."""
    is_ours = isinstance(picture, Drawing) and picture.with_lines is not None
    return look.scale.base * (OWN_PADDING if is_ours else PANEL_PADDING)


def with_true_lines(look: Look, picture: Drawing | Raster, width: float) -> Drawing | Raster:
    """A drawing of ours in the weight of line that it was drawn for, however large it is printed; heavier in large
    print. Others, and photographs, are as they are."""
    if not isinstance(picture, Drawing) or picture.with_lines is None:
        return picture
    heavier = LARGE_PRINT_LINES if look.scale.is_large else 1.0
    return picture.with_lines(round(heavier * min(mm(picture.width) / width, MOST_OF_LINES), 2))


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
    image = PieceInAtom(picture_piece(element, with_true_lines(look, picture, w), w, h), 0.0, down)
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
