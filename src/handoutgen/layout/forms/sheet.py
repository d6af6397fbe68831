"""The leaflet on one sheet, to hand over and talk through: what to do now and the main thing to do on one side; the
other things in brief, when to get help and how to reach the clinic on the other.

A leaflet without strategies has its sections there instead: as many in full as the sheet holds, the others with all
that keeps readers safe.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from handoutgen.content.model import Leaflet
from handoutgen.content.values import Audience
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, TIGHTEST, closer
from handoutgen.layout.forms.making_room import DoesNotFit, fill
from handoutgen.layout.forms.sheet_back import BackSide, back_region
from handoutgen.layout.forms.sheet_front import front_region
from handoutgen.layout.forms.sheet_sections import sections_region
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed

Laid = TypeVar("Laid")


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two sides. Raises DoesNotFit, saying by how much, when one has too much to say."""
    level = setting.scale
    close, closest = closer(setting, level.list, CLOSER), closer(setting, level.small, CLOSEST)
    footer = Footer(close, leaflet, close.voice.word("one_sheet"), "side")
    compose_with = _with_strategies if leaflet.strategies else _of_sections
    return compose_with(leaflet, (close, closest), footer, form)


def _of_sections(leaflet: Leaflet, looks: tuple[Setting, Setting], footer: Footer, form: Format) -> Composed:
    root = Element("Document", language=leaflet.spoken)
    depth = looks[0].grid.depth - footer.height
    sides = _first_that_fits(looks, lambda look: fill(sections_region(look, leaflet, depth), leaflet, form, look)[0])
    root.kids += sides.elements
    return Composed(root, text_pages(looks[0], sides.pages, footer), claims=sides.claims)


def _with_strategies(leaflet: Leaflet, looks: tuple[Setting, Setting], footer: Footer, form: Format) -> Composed:
    close, closest = looks
    root = Element("Document", language=leaflet.spoken)
    depth = close.grid.depth - footer.clear_height
    tightest = closer(close, close.scale.small, TIGHTEST)
    front, _ = fill(front_region((close, tightest), leaflet, depth), leaflet, form, closest)

    def back_in(look: Setting) -> tuple[BackSide, tuple[Audience, ...]]:
        return fill(back_region((look, tightest), leaflet, front.shown, depth), leaflet, form, look)

    back, gone = _first_that_fits(looks, back_in)
    if gone:
        back, gone = min((back, gone), back_in(closest), key=lambda each: len(each[1]))
    root.kids += [*front.elements, *back.elements]
    pages = [spread_out(side, depth, close.unit) for side in (front.atoms, back.atoms)]
    dropped = (*front.left_out, *gone)
    return Composed(
        root, text_pages(close, pages, footer), dropped, lambda path: front.claims(path) or back.claims(path)
    )


def _first_that_fits(looks: tuple[Setting, Setting], lay: Callable[[Setting], Laid]) -> Laid:
    close, closest = looks
    try:
        return lay(close)
    except DoesNotFit:
        return lay(closest)
