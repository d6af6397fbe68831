"""The cover of a folded form: masthead, title, the strategies' icons, and at its foot how to reach the clinic."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contact import cover_contact
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed
from handoutgen.story.contact import COVERS

ICONS_ON_COVER = 6


def place_cover(
    setting: Setting, root: Element, head: Atom, title: list[Atom], icons: Atom, share: float
) -> tuple[list[Placed], float]:
    """Set a cover: its pieces, and by how many pt it is too high (0 when it fits).

    The title stands `share` of the cover's depth down. Where the lines on how to reach the clinic need that room, the
    title moves up first; then the icons go, which the pages inside say in words; then the clinic's web page, and last
    its hours.
    """
    for hours, page in COVERS:
        foot = Element("Document")
        contact = cover_contact(setting, foot, hours, page)
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


def icon_row(setting: Setting, leaflet: Leaflet, width: float) -> Atom:
    """The icons of the strategies, or else of the sections, side by side: a picture of what is inside, said in words on
    later pages (an artifact). Nothing where there are none."""
    icons = [strategy.icon for strategy in leaflet.strategies] or [s.icon for s in leaflet.all_sections if s.icon]
    icons = icons[:ICONS_ON_COVER]
    if not icons:
        return Atom((), 0.0)
    gap = setting.scale.base * 1.2
    size = min((width - gap * (len(icons) - 1)) / len(icons), setting.scale.base * 3.4)
    puts = tuple(
        PieceInAtom(
            DrawingPiece(None, setting.icon(icon, setting.palette.accent), size, size), index * (size + gap), 0.0
        )
        for index, icon in enumerate(icons)
    )
    return Atom(puts, size)
