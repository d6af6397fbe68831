"""The title of a leaflet with its main message, beside the drawing that the leaflet names for it.

In standard print all of it stands on a tint; in large print nothing stands behind text, and the drawing has a panel of
its own.
"""

from __future__ import annotations

from typing import Literal

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Figure
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.figures import (
    fitted,
    panel_picture,
    picture_padding,
    picture_piece,
    stands,
    with_true_lines,
)
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, merged_unless_high, mostly_whole, overlay, piece_atom
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.units import mm

WHOLE_TITLE = 0.8
"""A title and its message of up to this share of a page are never parted: over them no reminder stands."""
PANEL_LEAST = mm(50)
"""A title's panel with a drawing in it is at least so high."""
PICTURE_SHARE = 0.31
"""How much of the page's width the drawing takes beside the title."""
WIDER_PICTURES = (0.4, 0.38, 0.36, 0.34)
"""The same in large print where the words beside it then take no more lines."""
OVER_PICTURE = 0.6
"""White over a drawing on the title's tint, as a share of the panel's padding."""
SMALLER_TITLES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""A title with a drawing beside it may be a little smaller to stand on one line, as a share of the usual size."""
COVER_TITLES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""How small the title of a narrow cover may be to take a line less, which makes its drawing larger: as a share of the
usual size."""
PICTURE_UP_TO = 26.0
"""The largest body size (pt) that leaves a title room beside a drawing."""


PictureSize = Literal["large", "small", "none"]


def title_block(look: Look, parent: Element, leaflet: Leaflet, *, picture: PictureSize = "large") -> list[Atom]:
    """The title, the biggest thing on the page; the subtitle; the main message as a standfirst; the main drawing beside
    all of them or, where room is scarce, `small` beside the message alone."""
    make = _on_a_tint if look.grid.has_columns else _beside_a_panel
    return look.kept_below(parent, ("title", picture), lambda look, holder: make(look, holder, leaflet, picture))


def cover_title(look: Look, parent: Element, leaflet: Leaflet, level: Level | None) -> list[Atom]:
    """The same words by themselves on a narrow cover, the title in this level if not in its own."""

    def make(look: Look, holder: Element) -> list[Atom]:
        return _words(look, holder, leaflet, look.grid.full, level=level)

    return look.kept_below(parent, ("title", "on a cover", level), make)


def in_fewer_lines(look: Look, title: str, width: float) -> Level | None:
    """The largest level, a little under a title's own, in which it takes a line less; None where none does."""
    own = look.scale.h1
    usual = look.text(None, title, width, own, bold=True, balance=True)
    for share in COVER_TITLES:
        size = round(own.size * share, 2)
        level = Level(size, round(size * 1.1, 2))
        piece = look.text(None, title, width, level, bold=True, balance=True)
        if len(piece.lines) < len(usual.lines) and look.longest_word(title, level, bold=True) <= width:
            return level
    return None


def _on_a_tint(look: Look, parent: Element, leaflet: Leaflet, picture: PictureSize) -> list[Atom]:
    full, pad = look.grid.full, panel_padding(look)
    figure = leaflet.main_figure if picture != "none" else None
    inner = full - 2 * pad
    if figure and picture == "small":
        holder = Element("Div")
        panel = _beside_one_line(look, holder, leaflet, figure) or _beside_the_message(look, holder, leaflet, figure)
        parent.kids += holder.kids
        return [panel.with_break(before=look.unit * 1.5)]
    room = _room(look, figure, full * PICTURE_SHARE - pad) if figure else 0.0
    words = _words(look, parent, leaflet, inner - room - (pad if figure else 0.0))
    panel = on_panel(look, merge(words), full, look.palette.tint, least=PANEL_LEAST if figure else 0.0)
    if figure:
        panel = Atom(
            (*panel.puts, _picture(look, figure, full - pad - room, room, panel.height, panel.height)), panel.height
        )
    return [panel.with_break(before=look.unit * 1.5)]


def _beside_the_message(look: Look, parent: Element, leaflet: Leaflet, figure: Figure) -> Atom:
    """The title over the whole panel, and under it the message with the drawing beside it."""
    full, pad = look.grid.full, panel_padding(look)
    room = _room(look, figure, full * PICTURE_SHARE - pad)
    title, *rest = _words(look, parent, leaflet, full - 3 * pad - room, title_width=full - 2 * pad)
    panel = on_panel(look, merge([title, *rest]), full, look.palette.tint)
    tall = panel.height - title.height - pad * 0.5
    return Atom((*panel.puts, _picture(look, figure, full - pad - room, room, panel.height, tall)), panel.height)


def _beside_one_line(look: Look, parent: Element, leaflet: Leaflet, figure: Figure) -> Atom | None:
    """On a panel no higher than the other the title on one line, a little smaller, beside the drawing in the panel's
    whole height; None where the title is too long for that."""
    full, pad = look.grid.full, panel_padding(look)
    high = _beside_the_message(look, Element("Div"), leaflet, figure).height
    room = fitted(panel_picture(look, figure, full), full * PICTURE_SHARE, high - _over(look))[0]
    beside = full - 3 * pad - room
    for share in SMALLER_TITLES:
        size = round(look.scale.h1.size * share, 2)
        level = Level(size, round(size * 1.1, 2))
        if look.natural_width(leaflet.title, level, bold=True) + 0.5 <= beside:
            words = merge(_words(look, parent, leaflet, beside, level=level))
            if words.height + 2 * pad > high + 0.01:
                return None
            words = words.moved(0.0, (high - words.height) / 2 - pad)
            panel = on_panel(look, words, full, look.palette.tint, least=high)
            return Atom((*panel.puts, _picture(look, figure, full - pad - room, room, high, high)), high)
    return None


def _over(look: Look) -> float:
    """White over a drawing on the title's tint, in pt."""
    return panel_padding(look) * OVER_PICTURE


def _room(look: Look, figure: Figure, widest: float) -> float:
    """How wide a drawing is that stands in a panel of the least height: what it leaves is the title's."""
    return fitted(panel_picture(look, figure, widest), widest, PANEL_LEAST - _over(look))[0]


def _picture(look: Look, figure: Figure, x: float, width: float, high: float, tall: float) -> PieceInAtom:
    """The drawing with its floor on the foot of a panel `high` pt high, in its lower `tall` pt: an artifact, as it is
    said where it is explained."""
    drawing = panel_picture(look, figure, width)
    across, up = fitted(drawing, width, tall - _over(look))
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    return PieceInAtom(piece, x + (width - across) / 2, high - up)


def _beside_a_panel(look: Look, parent: Element, leaflet: Leaflet, picture: PictureSize) -> list[Atom]:
    full = look.grid.full
    gap = look.scale.base * 1.5
    figure = leaflet.main_figure if picture != "none" and look.scale.base <= PICTURE_UP_TO else None
    longest = look.longest_word(leaflet.title, look.scale.h1, bold=True)
    has_room = look.scale.is_large and longest <= full * (1 - PICTURE_SHARE) - gap
    if figure is None or not has_room:
        first, *rest = merged_unless_high(_words(look, parent, leaflet, full), look.grid.depth, WHOLE_TITLE)
        return [first.with_break(before=look.unit * 2), *rest]
    lowest = merge(_words(look, Element("Div"), leaflet, full * (1 - PICTURE_SHARE) - gap)).height
    shares = [
        share for share in WIDER_PICTURES
        if longest <= full * (1 - share) - gap
        and merge(_words(look, Element("Div"), leaflet, full * (1 - share) - gap)).height <= lowest + 0.01
    ]  # fmt: skip
    width = full * max(shares, default=PICTURE_SHARE)
    words = merge(_words(look, parent, leaflet, full - width - gap))
    panel = _own_panel(look, figure, width, words.height)
    return [overlay(words, panel.moved(full - width, 0.0)).with_break(before=look.unit * 1.5)]


def _own_panel(look: Look, figure: Figure, width: float, high: float) -> Atom:
    """The drawing on a panel that it fills, as high as the words beside it if it can be."""
    drawing = panel_picture(look, figure, width)
    pad = picture_padding(look, drawing)
    under = 0.0 if stands(drawing) else pad
    across, up = fitted(drawing, width - 2 * pad, max(high, width) - pad - under)
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    panel = Frame(width, up + pad + under, radius=look.scale.corner, fill=look.palette.sand)
    puts = (PieceInAtom(panel, 0.0, 0.0), PieceInAtom(piece, (width - across) / 2, pad))
    return Atom(puts, panel.height)


def _words(
    look: Look, parent: Element, leaflet: Leaflet, width: float,
    *, title_width: float | None = None, level: Level | None = None,
) -> list[Atom]:  # fmt: skip
    scale, colour = look.scale, look.palette.deep
    title = look.text(
        parent.add("H1", bookmark=leaflet.title),
        leaflet.title,
        title_width or width,
        level or scale.h1,
        bold=True,
        colour=colour,
        balance=True,
    )
    atoms = [piece_atom(title)]
    if leaflet.subtitle:
        words = look.text(parent.add("P"), leaflet.subtitle, width, scale.h3, colour=colour)
        atoms.append(piece_atom(words, before=look.unit * 0.25))
    message = look.text(
        parent.add("P", ident="main-message"), look.voice.phrase(leaflet.main_message), width, scale.standfirst
    )
    return atoms + mostly_whole(message, look.grid.depth, before=look.unit * 0.6)
