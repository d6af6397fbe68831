"""The whole leaflet: content in the order of `story.order` becomes atoms, atoms become pages, pages become a plan.

When to get help stands after the key points when it fits on page 1; otherwise it is the last thing in the leaflet, so
that it is found on the first page or the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.contents_list import ContentsEntry, contents_atoms
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.parts import BodyPart, contact_part, key_points, set_body
from handoutgen.layout.blocks.title_and_footer import Footer, text_pages, title_block
from handoutgen.layout.flow.atoms import NEVER, Atom, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import Breaks, break_pages
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.help import help_title, where_help_is
from handoutgen.story.strategies import numbered_title

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
        parts, breaks = _with_contents(setting, root, leaflet, parts, depth)
    elif parts[-1].name == "help":
        parts, breaks = _with_pointer(setting, root, leaflet, parts, depth)
    contact = next((part.element for part in parts if part.name == "contact"), None)
    return Composed(root, text_pages(setting, breaks.pages, footer), contact=contact)


def _parts(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> list[BodyPart]:
    opening = _opening(setting, root, leaflet)
    box = help_box(setting, leaflet.help, depth)
    closing = BodyPart("help", help_title(setting.voice, leaflet.help.title), box.element, list(box.atoms))
    on_first_page = len(box.atoms) == 1 and total_height([*opening.atoms, *box.atoms]) <= depth
    parts = [opening]
    if on_first_page:
        root.kids.append(box.element)
        parts.append(
            BodyPart(
                "help",
                help_title(setting.voice, leaflet.help.title),
                box.element,
                [box.atoms[0].with_break(cost=NEVER)],
            )
        )
    parts += set_body(setting, root, leaflet)
    contact = contact_part(setting, root)
    parts += [contact] if contact else []
    if not on_first_page:
        root.kids.append(box.element)
        parts.append(closing)
    return parts


def _opening(setting: Setting, root: Element, leaflet: Leaflet) -> BodyPart:
    """Masthead, title, main message and key points: what a reader could stop after, never parted."""
    atoms = [masthead(setting, root, leaflet), *contact_lines(setting, root), *title_block(setting, root, leaflet)]
    points = key_points(setting, root, leaflet)
    first, *rest = points.atoms
    atoms = [a.with_break(cost=NEVER) for a in atoms] + [first.with_break(cost=KEY_POINTS_APART)]
    atoms += [a.with_break(cost=max(a.cost, KEY_POINTS_APART)) for a in rest]
    return BodyPart(points.name, points.title, points.element, atoms)


def _with_pointer(
    setting: Setting, root: Element, leaflet: Leaflet, parts: list[BodyPart], depth: float
) -> tuple[list[BodyPart], Breaks]:
    """The same parts with where to look when it matters, under the key points: nobody should have to search for it.
    The page is set until it holds."""
    opening, *others = parts
    page = 1
    while True:
        paragraph, atom = _pointer(setting, leaflet, others[-1].element, page)
        whole = [BodyPart(opening.name, opening.title, opening.element, [*opening.atoms, atom]), *others]
        breaks = _break(setting, whole, depth)
        found = breaks.page_of(sum(len(part.atoms) for part in whole[:-1]))
        if found == page:
            root.kids.insert(root.kids.index(opening.element) + 1, paragraph)
            return whole, breaks
        page = found


def _pointer(setting: Setting, leaflet: Leaflet, box: Element, page: int) -> tuple[Element, Atom]:
    paragraph = Element("P", ident="help-pointer")
    said = where_help_is(setting.voice, leaflet.help.title, page)
    words = setting.text(paragraph, said, setting.grid.measure, bold=True)
    for link in paragraph.kids:
        if link.heading:
            link.target = _heading(box)  # this very one, should a section be called the same
    return paragraph, piece_atom(words, setting.grid.text_x, before=setting.unit * 2, cost=KEY_POINTS_APART)


def _with_contents(
    setting: Setting, root: Element, leaflet: Leaflet, parts: list[BodyPart], depth: float
) -> tuple[list[BodyPart], Breaks]:
    """The same parts with a contents list after the opening; its page numbers are set until they hold."""
    headings = _listed(setting, leaflet, parts)
    if total_height(_contents(setting, headings, [1] * len(headings)).atoms) > depth:
        headings = [heading for heading in headings if not heading.is_below]
    numbers = [1] * len(headings)
    while True:
        contents = _contents(setting, headings, numbers)
        whole = [parts[0], contents, *parts[1:]]
        breaks = _break(setting, whole, depth)
        found = [breaks.page_of(heading.atom + len(contents.atoms)) for heading in headings]
        if found == numbers:
            root.kids.insert(root.kids.index(parts[0].element) + 1, contents.element)
            return whole, breaks
        numbers = found


class _Heading(NamedTuple):
    """What the contents list names: a title, its heading, which atom of the leaflet has it, whether it stands below a
    part."""

    title: str
    element: Element
    atom: int
    is_below: bool


def _listed(setting: Setting, leaflet: Leaflet, parts: list[BodyPart]) -> list[_Heading]:
    """The headings of all parts after the first, and of the strategies."""
    found: list[_Heading] = []
    start = len(parts[0].atoms)
    for part in parts[1:]:
        found.append(_Heading(part.title, _heading(part.element), start, False))
        if part.name == "management":
            below = setting.kept(("strategies", part.element), lambda _, part=part: _strategies(part))  # type: ignore[misc]
            titles = (
                numbered_title(setting.voice, number, strategy)
                for number, strategy in enumerate(leaflet.management.strategies, start=1)
            )
            found += [_Heading(title, *each, True) for title, each in zip(titles, _after(start, below), strict=False)]
        start += len(part.atoms)
    return found


def _strategies(part: BodyPart) -> list[tuple[Element, int]]:
    """The headings below a part's own, and the index of each one's atom in the part."""
    at = {getattr(put.piece, "element", None): i for i, atom in reversed([*enumerate(part.atoms)]) for put in atom.puts}
    headings = [element for element in part.element.walk() if element.role == "H3"]
    return [(heading, min(at[kid] for kid in heading.walk() if kid in at)) for heading in headings]


def _after(start: int, headings: Sequence[tuple[Element, int]]) -> Iterator[tuple[Element, int]]:
    return ((heading, start + index) for heading, index in headings)


def _contents(setting: Setting, headings: list[_Heading], numbers: list[int]) -> BodyPart:
    entries = tuple(
        ContentsEntry(heading.title, heading.element, page, heading.is_below)
        for heading, page in zip(headings, numbers, strict=True)
    )

    def make(look: Look) -> BodyPart:
        sect = Element("Sect", ident="contents")
        return BodyPart("contents", look.voice.word("contents"), sect, contents_atoms(look, sect, entries))

    return setting.kept(("contents", entries), make)


def _break(setting: Setting, parts: list[BodyPart], depth: float) -> Breaks:
    return break_pages([atom for part in parts for atom in part.atoms], depth, setting.memory)


def _heading(element: Element) -> Element:
    return next(e for e in element.walk() if e.role == "H2")
