"""The leaflet on one sheet, to hand over and talk through: what to do now and the main thing to do on one side; the
other things in brief, when to get help and how to reach the clinic on the other.

A leaflet without strategies has its sections there instead: as many in full as the sheet holds, the others with all
that keeps readers safe.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, closer
from handoutgen.layout.forms.making_room import DoesNotFit, fill
from handoutgen.layout.forms.sheet_back import back_region
from handoutgen.layout.forms.sheet_front import AMOUNTS, FEWER, FrontAmount, front_region
from handoutgen.layout.forms.sheet_sections import sections_region
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import is_among


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two sides. Raises DoesNotFit, saying by how much, when one has too much to say."""
    level = setting.scale
    close = closer(setting, level.list, CLOSER)
    closest = closer(setting, level.small, CLOSEST)
    made: Composed | None = None
    for now, amounts in ((close, AMOUNTS), (closest, AMOUNTS), (closest, FEWER)):
        try:
            found = _sheet(leaflet, now, form, amounts)
        except DoesNotFit:
            if amounts is FEWER and made is None:
                raise
            continue
        made = made or found
        if not any(is_among(each, found.dropped) for each in leaflet.strategies):
            return found
    assert made is not None  # noqa: S101 - the last try raises
    return made


def _sheet(leaflet: Leaflet, setting: Setting, form: Format, amounts: Sequence[FrontAmount]) -> Composed:
    footer = Footer(setting, leaflet, setting.voice.word("one_sheet"), "side")
    depth = setting.grid.depth - footer.height
    root = Element("Document", language=leaflet.language)
    if not leaflet.strategies:
        sides, _ = fill(sections_region(setting, leaflet, depth), leaflet, form, setting)
        root.kids += sides.elements
        return Composed(root, text_pages(setting, sides.pages, footer), claims=sides.claims)
    front, _ = fill(front_region(setting, leaflet, depth, amounts), leaflet, form, setting)
    back, gone = fill(back_region(setting, leaflet, front.shown, depth), leaflet, form, setting)
    root.kids += [*front.elements, *back.elements]
    pages = [spread_out(side, depth, setting.unit) for side in (front.atoms, back.atoms)]
    dropped = (*front.left_out, *gone)
    return Composed(
        root, text_pages(setting, pages, footer), dropped, lambda path: front.claims(path) or back.claims(path)
    )
