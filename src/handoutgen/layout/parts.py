"""The parts of a leaflet in reading order, each laid out as atoms: what the flat leaflet and the booklet share.

The order is the reading order: key points, about, causes, symptoms, management, tools, glossary, support, sources,
review record, how to reach the clinic; an author's own sections follow the part they name.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from handoutgen.content.model import Leaflet, Section
from handoutgen.design.grid import Grid
from handoutgen.layout.atoms import Atom
from handoutgen.layout.backmatter import glossary_atoms, review_atoms, sources_atoms, support_atoms
from handoutgen.layout.contact import contact_atoms
from handoutgen.layout.furniture import Footer
from handoutgen.layout.lists import bulleted
from handoutgen.layout.masthead import clinic_approval
from handoutgen.layout.sections import headed, heading, open_section, section_atoms
from handoutgen.layout.setting import Setting
from handoutgen.layout.strategies import management_atoms
from handoutgen.layout.tools import tool_atoms
from handoutgen.memory import Memory
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed

PAGE_COUNTS_KEPT = 4
"""Clinics' leaflets of one form differ in their number of pages, but not by much."""

Maker = Callable[[Element], list[Atom]]
"""Lays a part out and hangs its element into the one given."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the leaflet: its name in the content model, its element and its atoms."""

    name: str
    element: Element
    atoms: list[Atom]


def set_part(setting: Setting, root: Element, name: str, make: Maker, shown: Hashable = None) -> Part:
    """The part, set now or, where it shows nothing of the clinic but `shown`, set before."""

    def set_now(holder: Element) -> Part:
        atoms = make(holder)
        return Part(name, holder.kids[0], atoms)

    return setting.kept_below(root, ("part", name, shown), set_now)


def set_body(setting: Setting, root: Element, leaflet: Leaflet) -> list[Part]:
    """The parts after the opening, in reading order."""
    parts: list[Part] = []
    for name, make in _body_parts(setting, leaflet):
        if name == "review" and clinic_approval(setting, leaflet):  # names the clinic
            atoms = make(root)
            parts.append(Part(name, root.kids[-1], atoms))
        else:
            parts.append(set_part(setting, root, name, make, shown=setting.clinic is None))
    return parts


def contact_part(setting: Setting, root: Element) -> Part | None:
    """How to reach the clinic, if there is one: set anew for each."""
    if setting.clinic is None:
        return None
    atoms = contact_atoms(setting, root, setting.clinic)
    return Part("contact", root.kids[-1], atoms)


def key_points(setting: Setting, root: Element, leaflet: Leaflet) -> Part:
    """The three to five points that a reader could stop after."""

    def atoms(holder: Element) -> list[Atom]:
        sect = open_section(holder, "key-points")
        grid = setting.grid
        head = heading(setting, sect, setting.word("key_points"), grid.side if grid.has_side else grid.measure)
        points = bulleted(setting, sect, leaflet.key_points, grid.measure, before=0.0)
        return headed(setting, head, points, remind=True)

    return set_part(setting, root, "key-points", atoms)


def _body_parts(setting: Setting, leaflet: Leaflet) -> Iterator[tuple[str, Maker]]:
    """Each part with what lays it out."""

    def section(part: Section, ident: str) -> Maker:
        title = part.title or setting.word(ident)
        return lambda root: section_atoms(setting, root, part, title, ident)

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
    yield "management", lambda root: management_atoms(setting, root, leaflet.management)
    yield from with_extras("management")
    for number, tool in enumerate(leaflet.tools, start=1):
        yield f"tool-{number}", lambda root, tool=tool, number=number: tool_atoms(setting, root, tool, f"tool-{number}")  # type: ignore[misc]
    yield from with_extras("tools")
    if leaflet.glossary:
        yield "glossary", lambda root: glossary_atoms(setting, root, leaflet.glossary)
    yield from with_extras("glossary")
    if leaflet.support:
        yield "support", lambda root: support_atoms(setting, root, leaflet.support)
    yield from with_extras("support")
    yield "sources", lambda root: sources_atoms(setting, root, leaflet.sources, leaflet.management.strategies)
    yield "review", lambda root: review_atoms(setting, root, leaflet)


def text_pages(setting: Setting, pages: Sequence[Sequence[Atom]], footer: Footer, before: int = 0) -> tuple[Page, ...]:
    """Atoms on pages over the footer, `before` pages of another kind standing before them. The same atoms on the same
    page of as many are the same page for all clinics."""
    grid, count = setting.grid, before + len(pages)

    def page(number: int, atoms: Sequence[Atom]) -> Page:
        return Page(grid.width, grid.height, (*place_atoms(grid, atoms), *footer.on_page(number, count)))

    known: Memory[Page] = setting.kept("pages", lambda: Memory(PAGE_COUNTS_KEPT * count, count + 10, recalled=0))
    return tuple(
        known.get((number, count, *atoms), lambda: page(number, atoms))  # noqa: B023 (called at once)
        for number, atoms in enumerate(pages, start=before + 1)
    )


def place_atoms(grid: Grid, atoms: Sequence[Atom], top: float | None = None) -> list[Placed]:
    """Atoms as pieces on a page, one under another from `top` (pt above the page's foot; the top margin if None)."""
    placed: list[Placed] = []
    y = grid.height - grid.top if top is None else top
    for index, atom in enumerate(atoms):
        y -= atom.before if index else 0.0
        placed += [Placed(p.piece, grid.left + p.x, y - p.down - p.piece.height) for p in atom.puts]
        y -= atom.height
    return placed
