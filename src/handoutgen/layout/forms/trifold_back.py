"""The back of a sheet folded in three: when to get help, where the hand finds it."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format
from handoutgen.layout.blocks.help_lists import ListedHelp, listed_help
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import compact_help
from handoutgen.layout.flow.atoms import total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.forms.making_room import too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed

WHITES = (1.0, 0.7, 0.4, 0.2)
BACKS = (
    ListedHelp(),
    ListedHelp(white=0.4),
    *(ListedHelp(is_hung=False, white=white) for white in WHITES),
    *(ListedHelp(is_hung=False, white=white, disc=0.7) for white in (0.4, 0.2, 0.0)),
    *(ListedHelp(is_hung=False, with_closed=False, white=white) for white in WHITES),
    ListedHelp(is_hung=False, with_closed=False, white=0.0, disc=0.7),
)
"""How the back says when to get help, the richest that fits: the cover says the line for when the clinic is closed as
well. The levels themselves are never shortened."""
CROWDED_BACKS = ((True, 1.0), (False, 1.0), (False, 0.4), (False, 0.0))
"""The same with the signs run into paragraphs, where no list fits."""


def help_panel(setting: Setting, root: Element, leaflet: Leaflet, form: Format, depth: float) -> list[Placed]:
    """Help where the hand finds it, in `depth` pt."""
    box, excess = _help(setting, leaflet, depth)
    if excess > 0:
        raise too_long(leaflet, form, setting, "on the back", excess, "the help signs")
    root.kids.append(box.element)
    return place_atoms(setting.grid, box.atoms)


def _help(setting: Setting, leaflet: Leaflet, depth: float) -> tuple[HelpBox, float]:
    """The richest help that fits, and by how much the least is too high."""
    for how in BACKS:
        box = listed_help(setting, leaflet.help, setting.grid.measure, how)
        if total_height(box.atoms) <= depth:
            return box, 0.0
    for with_closed, white in CROWDED_BACKS:
        box = compact_help(setting, leaflet.help, setting.grid.measure, with_closed, white)
        if total_height(box.atoms) <= depth:
            return box, 0.0
    return box, total_height(box.atoms) - depth
