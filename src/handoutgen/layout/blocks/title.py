"""The title of a leaflet with its main message, beside the drawing that the leaflet names for it.

In standard print all of it stands on a tint; in large print nothing stands behind text, and the drawing has a panel of
its own.
"""

from __future__ import annotations

from typing import Literal

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Figure
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, merged_unless_high, mostly_whole, piece_atom
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
PICTURE_UP_TO = 26.0
"""The largest body size (pt) that leaves a title room beside a drawing."""


PictureSize = Literal["large", "small", "none"]


def title_block(look: Look, parent: Element, leaflet: Leaflet, *, picture: PictureSize = "large") -> list[Atom]:
    """The title, the biggest thing on the page; the subtitle; the main message as a standfirst; the main drawing beside
    all of them or, where room is scarce, `small` beside the message alone."""
    make = _on_a_tint if look.grid.has_columns else _beside_a_panel
    return look.kept_below(parent, ("title", picture), lambda look, holder: make(look, holder, leaflet, picture))


def _on_a_tint(look: Look, parent: Element, leaflet: Leaflet, picture: PictureSize) -> list[Atom]:
    full, pad = look.grid.full, panel_padding(look)
    figure = leaflet.main_figure if picture != "none" else None
    room = _room(look, figure, full * PICTURE_SHARE - pad) if figure else 0.0
    inner = full - 2 * pad
    beside = inner - room - (pad if figure else 0.0)
    title, *rest = _words(look, parent, leaflet, inner if picture == "small" else beside, beside, look.palette.deep)
    panel = on_panel(
        look,
        merge([title, *rest]),
        full,
        look.palette.tint,
        least=PANEL_LEAST if figure and picture == "large" else 0.0,
    )
    if figure:
        tall = panel.height - (title.height + pad * 0.5 if picture == "small" else 0.0)
        panel = Atom((*panel.puts, _picture(look, figure, full - pad - room, room, panel.height, tall)), panel.height)
    return [panel.with_break(before=look.unit * 1.5)]


def _room(look: Look, figure: Figure, widest: float) -> float:
    """How wide a drawing is that stands in a panel of the least height: what it leaves is the title's."""
    return fitted(look.figure(figure.file, widest), widest, PANEL_LEAST - panel_padding(look))[0]


def _picture(look: Look, figure: Figure, x: float, width: float, high: float, tall: float) -> PieceInAtom:
    """The drawing with its floor on the foot of a panel `high` pt high, in its lower `tall` pt: an artifact, as it is
    said where it is explained."""
    drawing = look.figure(figure.file, width)
    across, up = fitted(drawing, width, tall - panel_padding(look))
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    return PieceInAtom(piece, x + (width - across) / 2, high - up - look.scale.hairline)


def _beside_a_panel(look: Look, parent: Element, leaflet: Leaflet, picture: PictureSize) -> list[Atom]:
    full = look.grid.full
    gap = look.scale.base * 1.5
    width = full * PICTURE_SHARE
    figure = leaflet.main_figure if picture != "none" and look.scale.base <= PICTURE_UP_TO else None
    longest = look.longest_word(leaflet.title, look.scale.h1, bold=True)
    has_room = look.scale.is_large and longest <= full - width - gap
    if figure is None or not has_room:
        first, *rest = merged_unless_high(
            _words(look, parent, leaflet, full, full, look.palette.deep), look.grid.depth, WHOLE_TITLE
        )
        return [first.with_break(before=look.unit * 2), *rest]
    words = merge(_words(look, parent, leaflet, full - width - gap, full - width - gap, look.palette.deep))
    drawing = look.figure(figure.file, width)
    pad = look.scale.base * 0.7
    across, up = fitted(drawing, width - 2 * pad, max(words.height, width) - 2 * pad)
    high = max(up + 2 * pad, min(words.height, width * 1.4))
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    panel = Frame(width, high, radius=look.scale.corner, fill=look.palette.sand)
    x = full - width
    puts = (
        *words.puts,
        PieceInAtom(panel, x, 0.0),
        PieceInAtom(piece, x + (width - across) / 2, high - up - pad),
    )
    return [Atom(puts, max(words.height, high)).with_break(before=look.unit * 1.5)]


def _words(look: Look, parent: Element, leaflet: Leaflet, title_width: float, width: float, colour: str) -> list[Atom]:
    scale = look.scale
    title = look.text(
        parent.add("H1", bookmark=leaflet.title),
        leaflet.title,
        title_width,
        scale.h1,
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
