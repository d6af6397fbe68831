"""The whole leaflet: content in its fixed order becomes atoms, atoms become pages, pages become a plan.

The order is the reading order: title, main message, key points, when to get help (when it fits on page 1, otherwise
it is the last thing in the leaflet, so that it is found on the first or the last page), about, causes, symptoms,
management, tools, glossary, support, sources, review record; an author's own sections follow the part they name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handoutgen.content.model import Leaflet, Section
from handoutgen.layout.atoms import NEVER, Atom, total_height
from handoutgen.layout.backmatter import glossary_atoms, review_atoms, sources_atoms, support_atoms
from handoutgen.layout.contents import Entry, contents_atoms
from handoutgen.layout.furniture import Footer, contact_lines, masthead, title_block
from handoutgen.layout.helpbox import help_box
from handoutgen.layout.lists import bulleted
from handoutgen.layout.pagebreak import Breaks, break_pages
from handoutgen.layout.plan import Composed, Element, Page, Placed
from handoutgen.layout.sections import headed, heading, open_section, section_atoms
from handoutgen.layout.setting import Setting
from handoutgen.layout.strategies import management_atoms
from handoutgen.layout.tools import tool_atoms

CONTENTS_FROM_PAGES = 7
"""Large print gets a contents list when it is over 6 pages long."""

Maker = Callable[[], list[Atom]]
OWN_TO_EACH_CLINIC = frozenset({"review"})
"""Parts that show the clinic itself: never shared between clinics."""
KEY_POINTS_APART = 400.0
"""Key points stand on page 1: parted only where the body is too large for all of them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the leaflet: its name in the content model, its element and its atoms."""

    name: str
    element: Element
    atoms: list[Atom]


def compose(leaflet: Leaflet, setting: Setting) -> Composed:
    """The whole leaflet as pages of the setting's grid."""
    root = Element("Document", language=leaflet.language)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    parts = _parts(setting, root, leaflet, depth)
    breaks = _break(setting, parts, depth)
    if setting.scale.is_large and len(breaks.pages) >= CONTENTS_FROM_PAGES:
        parts, breaks = _with_contents(setting, root, parts, depth)
    return Composed(root, tuple(_pages(setting, breaks, footer)))


def _parts(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> list[_Part]:
    opening = _opening(setting, root, leaflet)
    box = help_box(setting, leaflet.help, depth)
    closing = _Part("help", box.element, list(box.atoms))
    on_first_page = len(box.atoms) == 1 and total_height([*opening.atoms, *box.atoms]) <= depth
    parts = [opening]
    if on_first_page:
        root.kids.append(box.element)
        parts.append(_Part("help", box.element, [box.atoms[0].with_break(cost=NEVER)]))
    for name, make in _body(setting, root, leaflet):
        parts.append(_set_part(setting, root, name, make))
    if not on_first_page:
        root.kids.append(box.element)
        parts.append(closing)
    return parts


def _set_part(setting: Setting, root: Element, name: str, make: Maker) -> _Part:
    """The part, set now or set before: drawing never changes an element or an atom, so documents can share them."""
    known: _Part | None = setting.memory.get(name)
    if known is not None:
        root.kids.append(known.element)
        return known
    count = len(root.kids)
    atoms = make()
    part = _Part(name, root.kids[count], atoms)
    if name not in OWN_TO_EACH_CLINIC:
        setting.memory[name] = part
    return part


def _opening(setting: Setting, root: Element, leaflet: Leaflet) -> _Part:
    """Masthead, title, main message and key points: what a reader could stop after, never parted."""
    atoms = [masthead(setting, root, leaflet), *contact_lines(setting, root), *title_block(setting, root, leaflet)]
    sect = open_section(root, "key-points")
    grid = setting.grid
    head = heading(setting, sect, setting.word("key_points"), grid.side if grid.has_side else grid.measure)
    points = bulleted(setting, sect, leaflet.key_points, grid.measure, before=0.0)
    section = headed(setting, head, points)
    atoms = [a.with_break(cost=NEVER) for a in atoms] + [section[0].with_break(cost=KEY_POINTS_APART)]
    return _Part("key-points", sect, [*atoms, *(a.with_break(cost=max(a.cost, KEY_POINTS_APART)) for a in section[1:])])


def _body(setting: Setting, root: Element, leaflet: Leaflet) -> Iterator[tuple[str, Maker]]:
    """The parts after the opening, in reading order, each with what lays it out."""

    def section(part: Section, ident: str) -> Maker:
        title = part.title or setting.word(ident)
        return lambda: section_atoms(setting, root, part, title, ident)

    def with_extras(name: str) -> Iterator[tuple[str, Maker]]:
        for extra in leaflet.sections:
            if extra.after == name:
                yield extra.id, section(extra, extra.id)
                yield from with_extras(extra.id)

    yield from with_extras("key-points")
    for name in ("about", "causes", "symptoms"):
        part: Section | None = getattr(leaflet, name)
        if part is not None:
            yield name, section(part, name)
        yield from with_extras(name)
    yield "management", lambda: management_atoms(setting, root, leaflet.management)
    yield from with_extras("management")
    for number, tool in enumerate(leaflet.tools, start=1):
        yield f"tool-{number}", lambda tool=tool, number=number: tool_atoms(setting, root, tool, f"tool-{number}")  # type: ignore[misc]
    yield from with_extras("tools")
    if leaflet.glossary:
        yield "glossary", lambda: glossary_atoms(setting, root, leaflet.glossary)
    yield from with_extras("glossary")
    if leaflet.support:
        yield "support", lambda: support_atoms(setting, root, leaflet.support)
    yield from with_extras("support")
    yield "sources", lambda: sources_atoms(setting, root, leaflet.sources, leaflet.management.strategies)
    yield "review", lambda: review_atoms(setting, root, leaflet)


def _with_contents(
    setting: Setting, root: Element, parts: list[_Part], depth: float
) -> tuple[list[_Part], Breaks]:
    """The same parts with a contents list after the opening; its page numbers are set until they hold."""
    sect = Element("Sect", ident="contents")
    root.kids.insert(root.kids.index(parts[0].element) + 1, sect)
    numbers = [1] * (len(parts) - 1)
    while True:
        entries = [
            Entry(_title(part.element), _heading(part.element), page)
            for part, page in zip(parts[1:], numbers, strict=True)
        ]
        contents = _Part("contents", sect, contents_atoms(setting, sect, entries))
        whole = [parts[0], contents, *parts[1:]]
        breaks = _break(setting, whole, depth)
        found = _first_pages(whole, breaks)[2:]
        if found == numbers:
            return whole, breaks
        numbers = found


def _break(setting: Setting, parts: list[_Part], depth: float) -> Breaks:
    known = setting.memory.setdefault("breaks", {})
    return break_pages([atom for part in parts for atom in part.atoms], depth, known)


def _first_pages(parts: list[_Part], breaks: Breaks) -> list[int]:
    pages, index = [], 0
    for part in parts:
        pages.append(breaks.page_of(index))
        index += len(part.atoms)
    return pages


def _heading(element: Element) -> Element:
    return next(e for e in element.walk() if e.role == "H2")


def _title(element: Element) -> str:
    return _heading(element).bookmark or ""


def _pages(setting: Setting, breaks: Breaks, footer: Footer) -> Iterator[Page]:
    grid = setting.grid
    count = len(breaks.pages)
    for number, atoms in enumerate(breaks.pages, start=1):
        placed: list[Placed] = []
        y = grid.height - grid.top
        for index, atom in enumerate(atoms):
            y -= atom.before if index else 0.0
            placed += [Placed(p.piece, grid.left + p.x, y - p.down - p.piece.height) for p in atom.puts]
            y -= atom.height
        yield Page(grid.width, grid.height, (*placed, *footer.on_page(number, count)))
