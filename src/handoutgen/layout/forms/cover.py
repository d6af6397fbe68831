"""The cover of a folded form: masthead, the main drawing or the strategies' icons, title, and at its foot how to reach
the clinic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Figure
from handoutgen.layout.blocks.contact import cover_contact
from handoutgen.layout.blocks.discs import icon_disc
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed
from handoutgen.story.contact import COVERS
from handoutgen.units import mm

ICONS_ON_COVER = 6
DRAWING_MOST, DRAWING_LEAST = mm(82), mm(38)
"""How high a drawing's panel on a cover may be; a lower one says too little."""
DRAWING_GOOD = mm(52)
"""What is at least so high is found at arm's length: nothing else is smaller for more, and white over the foot goes
before it."""
WHITE, LESS_WHITE = 5.0, 3.5
"""Between the parts of a cover with a drawing, in units: less over a frame, which stands for itself."""


def place_cover(
    setting: Setting, root: Element, head: Atom, title: list[Atom], icons: Atom, share: float, *, calls: bool = False
) -> tuple[list[Placed], float]:
    """Set a cover: its pieces, and by how many pt it is too high (0 when it fits).

    The title stands `share` of the cover's depth down. Where the lines on how to reach the clinic need that room, the
    title moves up first; then the icons go, which the pages inside say in words; then the clinic's web page, and last
    its hours. `calls`: with whom to call in an emergency, in a frame, wherever nothing else has to go for it.
    """
    for (hours, page), framed in _feet(calls=calls):
        foot = Element("Document")
        contact = cover_contact(setting, foot, hours, page, framed=framed)
        placed, excess = _placed(setting, head, title, icons, contact, share)
        if excess <= 0:
            break
    root.kids += foot.kids
    return placed, excess


def _placed(
    setting: Setting, head: Atom, title: list[Atom], icons: Atom, contact: list[Atom], share: float
) -> tuple[list[Placed], float]:
    grid, unit = setting.grid, setting.unit
    foot = grid.bottom + total_height(contact) + unit
    highest = grid.height - grid.top - head.height - unit * 2
    wanted = grid.height - grid.top - share * grid.depth
    middle = [*title, icons]
    if total_height(middle) + unit > highest - foot:
        middle = title
    need = total_height(middle) + unit
    start = min(highest, max(wanted, foot + need))
    placed = [*place_atoms(grid, [head]), *place_atoms(grid, middle, start), *place_atoms(grid, contact, foot)]
    return placed, max(0.0, need - (start - foot))


class PicturedCover(NamedTuple):
    """The pieces of a cover, and how high the panel of its drawing is, in pt."""

    placed: list[Placed]
    high: float


def place_pictured_cover(
    setting: Setting, root: Element, head: Atom, title: list[Atom], figure: Figure, *, calls: bool = False
) -> PicturedCover | None:
    """A cover with the leaflet's drawing between masthead and title, as high as the words leave room for; the clinic's
    web page goes before the drawing does. None where there is no room for it. `calls`: as in `place_cover`."""
    grid, unit = setting.grid, setting.unit
    for (hours, page), framed in _feet(calls=calls):
        if not hours:
            break
        foot = Element("Document")
        contact = cover_contact(setting, foot, hours, page, framed=framed)
        white = unit * (LESS_WHITE if framed else WHITE)
        room = grid.depth - total_height([head, *title]) - total_height(contact) - white
        if room >= DRAWING_LEAST:
            root.kids += foot.kids
            room -= min(unit, max(0.0, room - DRAWING_GOOD))
            drawing = cover_drawing(setting, figure, min(room, DRAWING_MOST)).with_break(before=unit * 1.5)
            atoms = [head, drawing, title[0].with_break(before=unit * 1.5), *title[1:]]
            placed = [*place_atoms(grid, atoms), *place_atoms(grid, contact, grid.bottom + total_height(contact))]
            return PicturedCover(placed, drawing.height)
    return None


def _feet(*, calls: bool) -> Iterator[tuple[tuple[bool, bool], bool]]:
    """What a cover's foot says, from the most: hours and page, and whether in a frame whom to call in an emergency."""
    return product(COVERS, (True, False) if calls else (False,))


def cover_drawing(look: Look, figure: Figure, high: float) -> Atom:
    """A drawing on sand with its floor near the panel's foot: an artifact, as it is said where it is explained."""
    width, pad = look.grid.measure, look.scale.base
    drawing = look.figure(figure.file, width)
    across, up = fitted(drawing, width - 2 * pad, high - 1.5 * pad)
    tall = min(high, up + 2 * pad)
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    panel = Frame(width, tall, radius=look.scale.corner, fill=look.palette.sand)
    x, down = (width - across) / 2, tall - up - pad * 0.5
    return Atom((PieceInAtom(panel, 0.0, 0.0), PieceInAtom(piece, x, down)), tall)


def icon_row(setting: Setting, leaflet: Leaflet, width: float) -> Atom:
    """The icons of the strategies, or else of the sections, side by side: a picture of what is inside, said in words on
    later pages (an artifact). Nothing where there are none."""
    icons = [strategy.icon for strategy in leaflet.strategies] or [s.icon for s in leaflet.all_sections if s.icon]
    icons = icons[:ICONS_ON_COVER]
    if not icons:
        return Atom((), 0.0)
    gap = setting.scale.base * 0.6
    size = min((width - gap * (len(icons) - 1)) / len(icons), setting.scale.base * 3.4)
    discs = (icon_disc(setting, icon, size).moved(index * (size + gap)) for index, icon in enumerate(icons))
    return Atom(tuple(put for disc in discs for put in disc.puts), size)
