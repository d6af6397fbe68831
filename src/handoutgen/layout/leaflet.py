"""The whole leaflet: content in its fixed order becomes atoms, atoms become pages, pages become a plan.

The order is the reading order: title, main message, key points, when to get help (when it fits on page 1, otherwise
it is the last thing in the leaflet, so that it is found on the first or the last page), about, causes, symptoms,
management, tools, glossary, support, sources, review record, how to reach the clinic; an author's own sections follow
the part they name.
"""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.atoms import NEVER, total_height
from handoutgen.layout.contact import contact_lines
from handoutgen.layout.contents import Entry, contents_atoms
from handoutgen.layout.furniture import Footer, title_block
from handoutgen.layout.helpbox import help_box
from handoutgen.layout.masthead import masthead
from handoutgen.layout.pagebreak import Breaks, break_pages
from handoutgen.layout.parts import Part, contact_part, key_points, place_atoms, set_body
from handoutgen.layout.plan import Composed, Element, Page
from handoutgen.layout.setting import Setting

CONTENTS_FROM_PAGES = 7
"""Large print gets a contents list when it is over 6 pages long."""

KEY_POINTS_APART = 400.0
"""Key points stand on page 1: parted only where the body is too large for all of them."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """The whole leaflet as pages of the setting's grid."""
    root = Element("Document", language=leaflet.language)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    parts = _parts(setting, root, leaflet, depth)
    breaks = _break(setting, parts, depth)
    if setting.scale.is_large and len(breaks.pages) >= CONTENTS_FROM_PAGES:
        parts, breaks = _with_contents(setting, root, parts, depth)
    return Composed(root, tuple(_pages(setting, breaks, footer)))


def _parts(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> list[Part]:
    opening = _opening(setting, root, leaflet)
    box = help_box(setting, leaflet.help, depth)
    closing = Part("help", box.element, list(box.atoms))
    on_first_page = len(box.atoms) == 1 and total_height([*opening.atoms, *box.atoms]) <= depth
    parts = [opening]
    if on_first_page:
        root.kids.append(box.element)
        parts.append(Part("help", box.element, [box.atoms[0].with_break(cost=NEVER)]))
    parts += set_body(setting, root, leaflet)
    contact = contact_part(setting, root)
    parts += [contact] if contact else []
    if not on_first_page:
        root.kids.append(box.element)
        parts.append(closing)
    return parts


def _opening(setting: Setting, root: Element, leaflet: Leaflet) -> Part:
    """Masthead, title, main message and key points: what a reader could stop after, never parted."""
    atoms = [masthead(setting, root, leaflet), *contact_lines(setting, root), *title_block(setting, root, leaflet)]
    points = key_points(setting, root, leaflet)
    first, *rest = points.atoms
    atoms = [a.with_break(cost=NEVER) for a in atoms] + [first.with_break(cost=KEY_POINTS_APART)]
    atoms += [a.with_break(cost=max(a.cost, KEY_POINTS_APART)) for a in rest]
    return Part(points.name, points.element, atoms)


def _with_contents(
    setting: Setting, root: Element, parts: list[Part], depth: float
) -> tuple[list[Part], Breaks]:
    """The same parts with a contents list after the opening; its page numbers are set until they hold."""
    headings = [_heading(part.element) for part in parts[1:]]
    numbers = [1] * len(headings)
    while True:
        contents = _contents(setting, headings, numbers)
        whole = [parts[0], contents, *parts[1:]]
        breaks = _break(setting, whole, depth)
        found = _first_pages(whole, breaks)[2:]
        if found == numbers:
            root.kids.insert(root.kids.index(parts[0].element) + 1, contents.element)
            return whole, breaks
        numbers = found


def _contents(setting: Setting, headings: list[Element], numbers: list[int]) -> Part:
    entries = tuple(
        Entry(heading.bookmark or "", heading, page) for heading, page in zip(headings, numbers, strict=True)
    )

    def make() -> Part:
        sect = Element("Sect", ident="contents")
        return Part("contents", sect, contents_atoms(setting, sect, entries))

    return setting.kept(("contents", entries), make)


def _break(setting: Setting, parts: list[Part], depth: float) -> Breaks:
    return break_pages([atom for part in parts for atom in part.atoms], depth, setting.memory)


def _first_pages(parts: list[Part], breaks: Breaks) -> list[int]:
    pages, index = [], 0
    for part in parts:
        pages.append(breaks.page_of(index))
        index += len(part.atoms)
    return pages


def _heading(element: Element) -> Element:
    return next(e for e in element.walk() if e.role == "H2")


def _pages(setting: Setting, breaks: Breaks, footer: Footer) -> Iterator[Page]:
    grid = setting.grid
    count = len(breaks.pages)
    for number, atoms in enumerate(breaks.pages, start=1):
        yield Page(grid.width, grid.height, (*place_atoms(grid, atoms), *footer.on_page(number, count)))
