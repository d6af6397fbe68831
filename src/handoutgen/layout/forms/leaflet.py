"""The whole leaflet: content in the order of `story.order` becomes atoms, atoms become pages, pages become a plan.

When to get help stands after the key points when it fits on page 1; otherwise it is the last thing in the leaflet, and
a line on page 1 says whom to call in an emergency and where the rest is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, get_args

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.contents_list import ContentsEntry, contents_atoms
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.parts import BodyPart, contact_part, set_body
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.atoms import NEVER, Atom, spanning, total_height
from handoutgen.layout.flow.pagebreak import Breaks, OnPage, break_columns, break_pages, height_of
from handoutgen.layout.flow.spread import loosened
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.forms.first_page import KEY_POINTS_APART, Opening, first_page
from handoutgen.layout.forms.last_page import with_contact_at_the_foot
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.help import help_title
from handoutgen.story.order import what_to_do_now
from handoutgen.story.strategies import numbered_title

CONTENTS_FROM_PAGES = 21
"""Large print gets a contents list when it is over 20 pages long; the overview shows what there is in shorter ones."""
SHRINK = 0.45
"""How much of its white a page of large print may lose, as a card may, so that what belongs together stands on it."""
STUB = 0.45
"""A page that is less full than this looks forgotten."""
STUB_PAGES = 3.0
"""How many pages more are better than one that looks so."""
LESS_WHITE = (0.85, 0.7, 0.55)
"""The white between blocks as a share of what it should be, where that leaves holes in pages."""
HOLES_IN_PAGES = 4.0
"""What a wholly white page in the middle of a leaflet costs, in pages."""
HOLE = 0.15
"""A leaflet with less white than this is left as it is: a page that is a fifth empty has as much."""
NOT_IN_CONTENTS = ("glossary", "sources", "review")
"""What stands at the end of every leaflet, and nobody looks for by its name."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """The whole leaflet as pages of the setting's grid."""
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    laid = _laid_out(leaflet, setting, setting, depth)
    if setting.grid.has_columns:
        laid = min(_ways(leaflet, setting, depth, laid), key=lambda each: _cost(each.breaks, depth))
    if setting.scale.is_large:
        laid = _on_fewest_pages(leaflet, setting, depth, laid)
    pages = laid.breaks.pages
    if setting.grid.has_columns and laid.contact:
        pages = with_contact_at_the_foot(setting, laid.root, pages, laid.contact, depth)
    contact = laid.contact.element if laid.contact else None
    return Composed(laid.root, text_pages(setting, pages, footer), contact=contact)


class _LaidOut(NamedTuple):
    root: Element
    breaks: Breaks[OnPage]
    contact: BodyPart | None


def _ways(leaflet: Leaflet, setting: Setting, depth: float, first: _LaidOut) -> Iterator[_LaidOut]:
    """A leaflet of two columns as it is, and if that leaves holes, with less and less white between its blocks, and
    with a first strategy that is parted so as to leave no page nearly empty before it."""
    yield first
    if _holes(first.breaks, depth) < HOLE:
        return
    for white in (1.0, *LESS_WHITE):
        own = closer(setting, setting.scale.body, white * setting.scale.unit / setting.scale.base)
        for card in get_args(FirstCard) if white < 1.0 else get_args(FirstCard)[1:]:
            yield _laid_out(leaflet, setting, own, depth, card)


def _on_fewest_pages(leaflet: Leaflet, setting: Setting, depth: float, first: _LaidOut) -> _LaidOut:
    """Large print on as few pages as it takes with its first strategy whole or flowing, and of those ways the one with
    the most white between its blocks. The closest is tried before those between: seldom do they save a page."""

    def laid_out(white: float) -> _LaidOut:
        own = closer(setting, setting.scale.body, white * setting.scale.unit / setting.scale.base)
        return min((_laid_out(leaflet, setting, own, depth, card) for card in ("whole", "flowing")), key=_count)

    best = min(first, _laid_out(leaflet, setting, setting, depth, "flowing"), key=_count)
    *between, least = LESS_WHITE
    closest = laid_out(least)
    if _count(closest) == _count(best):
        return best
    return next((way for way in map(laid_out, between) if _count(way) == _count(closest)), closest)


def _count(laid: _LaidOut) -> int:
    return len(laid.breaks.pages)


def _cost(breaks: Breaks[OnPage], depth: float) -> float:
    """What a leaflet's paper and the white on its pages cost."""
    return _stubs(breaks, depth) * STUB_PAGES + len(breaks.pages) + _holes(breaks, depth)


def _holes(breaks: Breaks[OnPage], depth: float) -> float:
    """The white at the foot of all pages but the last: a large hole counts for more than many small ones."""
    return sum((1 - min(1.0, height_of(page) / depth)) ** 2 for page in breaks.pages[:-1]) * HOLES_IN_PAGES


def _stubs(breaks: Breaks[OnPage], depth: float) -> int:
    """How many pages are nearly empty."""
    return sum(height_of(page) < depth * STUB for page in breaks.pages)


def _laid_out(leaflet: Leaflet, setting: Setting, own: Setting, depth: float, first: FirstCard = "whole") -> _LaidOut:
    """The leaflet with a first page that is set by itself, and the rest in its `own` white."""
    root = Element("Document", language=leaflet.language)
    start = first_page(setting, leaflet, set_body(setting, Element("Document"), leaflet), depth)
    opening = start.opening
    body = set_body(own, Element("Document"), leaflet, first=first)
    rest = body[1:] if opening.now else body
    contact = contact_part(own, Element("Document"))
    rest += [contact] if contact else []
    name = help_title(setting.voice, leaflet.help.title)
    if start.help:
        atoms = [atom.with_break(cost=NEVER) for atom in start.help.atoms]
        rest = [BodyPart("help", name, start.help.element, spanning(atoms)), *rest]
        breaks = _break(setting, own, [opening.atoms, *(part.atoms for part in rest)], depth)
        _hang(root, opening, [], rest)
    else:
        box = help_box(setting, leaflet.help, depth)
        rest.append(BodyPart("help", name, box.element, spanning(box.atoms)))
        breaks = _with_pointer(setting, own, root, leaflet, opening, rest, depth)
    return _LaidOut(root, breaks, contact)


def _hang(root: Element, opening: Opening, between: Sequence[Element], rest: Sequence[BodyPart]) -> None:
    """Hang the parts into the tree in the order in which they are read; `between` follows the key points."""
    root.kids += opening.elements
    root.kids.append(opening.part.element)
    root.kids += [opening.now.element] if opening.now else []
    root.kids += between
    root.kids += [part.element for part in rest]


def _with_pointer(
    setting: Setting, own: Setting, root: Element, leaflet: Leaflet, opening: Opening, rest: list[BodyPart],
    depth: float,
) -> Breaks[OnPage]:  # fmt: skip
    """The pages, with where to look when it matters on the first one: under the key points if they leave it room there,
    else over them; and in long large print a contents list, after what to do at once. The page numbers are set until
    they hold."""
    target = _heading(rest[-1].element)
    at_once = 1 if what_to_do_now(leaflet) is not None and opening.now is None else 0
    headings: list[_Heading] | None = None
    numbers: list[int] = []
    page = 1
    while True:
        paragraph, pointer = help_pointer(setting, leaflet.help, target, page)
        atoms, is_under = _opened(setting, opening, pointer, depth)
        contents = [_contents(setting, headings, numbers)] if headings else []
        parts = [*rest[:at_once], *contents, *rest[at_once:]]
        breaks = _break(setting, own, [atoms, *(part.atoms for part in parts)], depth)
        if headings is None and setting.scale.is_large and len(breaks.pages) >= CONTENTS_FROM_PAGES:
            headings = _listed(setting, leaflet, rest, depth)
            numbers = [1] * len(headings)
            continue
        starts = _starts(parts, len(atoms))
        found = [breaks.page_of(starts[heading.part] + heading.atom) for heading in headings or ()]
        at = breaks.page_of(starts[rest[-1].name])
        if found == numbers and at == page:
            break
        numbers, page = found, at
    _hang(root, opening, [paragraph] if is_under else [], parts)
    if not is_under:
        root.kids.insert(len(opening.elements), paragraph)
    return breaks


def _starts(parts: Sequence[BodyPart], start: int) -> dict[str, int]:
    """The index of each part's first atom."""
    indices = accumulate((len(part.atoms) for part in parts), initial=start)
    return {part.name: index for part, index in zip(parts, indices, strict=False)}


def _opened(setting: Setting, opening: Opening, pointer: Atom, depth: float) -> tuple[list[Atom], bool]:
    """The opening with the pointer, and whether that stands under the key points."""
    (box,) = spanning([pointer.with_break(before=setting.unit * 2, cost=NEVER)])
    atoms = [*opening.atoms, box]
    if total_height(atoms) <= depth:
        return [atom.with_break(cost=NEVER) for atom in atoms], True
    count = len(opening.head)
    head, points = opening.atoms[:count], opening.atoms[count:]
    return [*head, box, points[0].with_break(cost=KEY_POINTS_APART), *points[1:]], False


class _Heading(NamedTuple):
    """What the contents list names: a title, its heading, which atom of which part has it, whether it stands below
    the part."""

    title: str
    element: Element
    part: str
    atom: int
    is_below: bool


def _listed(setting: Setting, leaflet: Leaflet, parts: list[BodyPart], depth: float) -> list[_Heading]:
    """The headings of all parts after the opening, and of the strategies if a page can hold so many."""
    found: list[_Heading] = []
    for part in parts:
        if part.name in NOT_IN_CONTENTS:
            continue
        found.append(_Heading(part.title, _heading(part.element), part.name, 0, False))
        if part.name == "management":
            below = setting.kept(("strategies", part.element), lambda _, part=part: _strategies(part))  # type: ignore[misc]
            titles = (
                numbered_title(setting.voice, number, strategy)
                for number, strategy in enumerate(leaflet.strategies, start=1)
            )
            named = zip(titles, below, strict=False)
            found += [_Heading(title, element, part.name, atom, True) for title, (element, atom) in named]
    if total_height(_contents(setting, found, [1] * len(found)).atoms) > depth:
        return [heading for heading in found if not heading.is_below]
    return found


def _strategies(part: BodyPart) -> list[tuple[Element, int]]:
    """The headings below a part's own, and the index of each one's atom in the part."""
    at = {getattr(put.piece, "element", None): i for i, atom in reversed([*enumerate(part.atoms)]) for put in atom.puts}
    headings = [element for element in part.element.walk() if element.role == "H3"]
    return [(heading, min(at[kid] for kid in heading.walk() if kid in at)) for heading in headings]


def _contents(setting: Setting, headings: list[_Heading], numbers: list[int]) -> BodyPart:
    entries = tuple(
        ContentsEntry(heading.title, heading.element, page, heading.is_below)
        for heading, page in zip(headings, numbers, strict=True)
    )

    def make(look: Look) -> BodyPart:
        sect = Element("Sect", ident="contents")
        return BodyPart("contents", look.voice.word("contents"), sect, contents_atoms(look, sect, entries))

    return setting.kept(("contents", entries), make)


def _break(setting: Setting, own: Setting, stretches: Sequence[Sequence[Atom]], depth: float) -> Breaks[OnPage]:
    atoms = [atom for stretch in stretches for atom in stretch]
    if setting.grid.has_columns:
        return break_columns(atoms, depth, setting.memory)
    breaks = break_pages(atoms, depth, setting.memory, shrink=SHRINK if setting.scale.is_large else 0.0)
    first, *others = breaks.pages  # the first one has all its white
    loose = [loosened(page, depth, setting.unit / own.unit) for page in others]
    return Breaks((first, *loose), breaks.starts, breaks.overfull)


def _heading(element: Element) -> Element:
    return next(e for e in element.walk() if e.role == "H2")
