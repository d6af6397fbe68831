"""The whole leaflet as a small folded booklet: a cover, true-size pages, help on the back cover.

Pages are laid out at the size they are read (never A4 pages shrunk by a driver, which would print 12 pt at 8.5 pt) and
padded to a multiple of four with lined note pages, so that no page of the folded sheet is blank by accident.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.sections import heading
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import title_block
from handoutgen.layout.blocks.writing import lines_of, pitch, place_to_write
from handoutgen.layout.flow.atoms import FREE, Atom, is_reminder, merge
from handoutgen.layout.forms.booklet_ways import best_way
from handoutgen.layout.forms.cover import icon_row, place_cover, place_pictured_cover
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.writing import empty

TITLE_STANDS_AT = 0.24
"""How far down the cover the title stands, as a share of its height."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Cover, body, note pages to a multiple of four, back cover."""
    root = Element("Document", language=leaflet.spoken)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    box = help_box(setting, leaflet.help, depth)
    laid = best_way(leaflet, setting, depth, box)
    body = laid.body if options.reading_order else _reminded_after_turning(laid.body)
    inner, backs, spare = laid.inner, laid.backs, laid.spare
    notes = _note_pages(setting, inner, spare, depth)
    where = HelpPage(_heading(box.element), 1 + len(body) + spare + 1)
    cover = _cover(setting, root, leaflet, where)
    contact = laid.contact
    root.kids += [*inner.kids, box.element, *([contact.element] if contact and laid.is_at_the_back else [])]
    front = Page(setting.grid.width, setting.grid.height, tuple(cover))
    written = [*body, *notes, *backs]
    pages = (front, *text_pages(setting, written, footer, before=1, most_white=1 / laid.white, pictures_grow=True))
    return Composed(root, pages, contact=contact.element if contact else None)


class HelpPage(NamedTuple):
    """The heading of the help box, and the page it is on."""

    heading: Element
    page: int


def _heading(element: Element) -> Element:
    return element.first("H2")


def _reminded_after_turning(pages: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The body's pages, which start on the left of a spread, without the reminders on its right: what those say again
    stands on the left, in sight. The heads of tables stay, as columns need them."""
    return [page[1:] if number % 2 and is_reminder(page[0]) else page for number, page in enumerate(pages)]


def _cover(setting: Setting, root: Element, leaflet: Leaflet, where: HelpPage) -> list[Placed]:
    """What the leaflet is and for whom, at arm's length: masthead, the main drawing or icons, title, main message, whom
    to call in an emergency, contact."""
    head = masthead(setting, root, leaflet)
    title = list(title_block(setting, root, leaflet))  # its own: all clinics share what is kept
    title += start_with(setting, root, leaflet, setting.grid.measure, leads=True)
    paragraph, pointer = help_pointer(setting, leaflet.help, where.heading, where.page)
    root.kids.append(paragraph)
    title = [*title, pointer.with_break(before=setting.unit * 2)]
    if leaflet.main_figure:
        pictured = place_pictured_cover(setting, root, head, title, leaflet.main_figure)
        if pictured:
            return pictured.placed
    icons = icon_row(setting, leaflet, setting.grid.measure).with_break(before=setting.unit * 3)
    return place_cover(setting, root, head, title, icons, TITLE_STANDS_AT)[0]


def _note_pages(setting: Setting, root: Element, count: int, depth: float) -> list[tuple[Atom, ...]]:
    """Lined pages; the first says what they are for. Their lines are one place to write."""
    if not count:
        return []
    sect, title, measure = root.add("Sect", ident="notes"), setting.voice.word("notes"), setting.grid.measure
    head = heading(setting, sect, title, measure)
    room = depth - setting.unit * 2
    first, other = int((room - head.height) / pitch(setting)), int(room / pitch(setting))
    said = empty(setting.voice, "line", first + other * (count - 1))
    form = place_to_write(setting, sect, said, title)
    pages = [[head, *lines_of(setting, form, first, measure)]]
    pages += [lines_of(setting, form, other, measure) for _ in range(count - 1)]
    return [(merge(page).with_break(cost=FREE),) for page in pages]
