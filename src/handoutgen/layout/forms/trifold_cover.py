"""The cover of a sheet folded in three: what it is about, at arm's length."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Figure
from handoutgen.formats import Format
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import cover_title, in_fewer_lines, title_block
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.forms.cover import DRAWING_GOOD, icon_row, place_cover, place_pictured_cover
from handoutgen.layout.forms.making_room import too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed

TITLE_STANDS_AT = 0.2


def cover_panel(setting: Setting, root: Element, leaflet: Leaflet, form: Format) -> list[Placed]:
    """The cover, with the leaflet's main drawing or the icons of its strategies. Raises DoesNotFit, saying by how much,
    when its words are too many."""
    head = masthead(setting, root, leaflet)
    figure = leaflet.main_figure
    pictured = _pictured(setting, root, leaflet, head, figure) if figure else None
    if pictured is not None:
        return pictured
    title = [*title_block(setting, root, leaflet), *start_with(setting, root, leaflet, setting.grid.measure)]
    icons = icon_row(setting, leaflet, setting.grid.measure).with_break(before=setting.unit * 3)
    placed, excess = place_cover(setting, root, head, title, icons, TITLE_STANDS_AT, calls=True)
    if excess > 0:
        raise too_long(leaflet, form, setting, "on the cover", excess, "the subtitle or the main message")
    return placed


def _pictured(setting: Setting, root: Element, leaflet: Leaflet, head: Atom, figure: Figure) -> list[Placed] | None:
    """The cover with the main drawing, its title a little smaller where that makes a low drawing larger; None where
    there is no room for one."""
    width = setting.grid.full
    tries = []
    for level in dict.fromkeys((None, in_fewer_lines(setting, leaflet.title, width))):
        holder = Element("Document")
        title = [*cover_title(setting, holder, leaflet, level), *start_with(setting, holder, leaflet, width)]
        made = place_pictured_cover(setting, holder, head, title, figure, calls=True)
        if made is not None:
            tries.append((holder, made))
        if made is not None and made.high >= DRAWING_GOOD:
            break
    if not tries:
        return None
    holder, made = max(tries, key=lambda each: each[1].high)
    root.kids += holder.kids
    return made.placed
