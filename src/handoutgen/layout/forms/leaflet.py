"""The whole leaflet: content in the order of `story.order` becomes atoms, atoms become pages, pages become a plan.

When to get help stands after the key points when it fits on page 1; otherwise it stands on the last page, and
a line on page 1 says whom to call in an emergency and where the rest is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_levels import LABELS_WIDE
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.help_whole import HelpBox, WholeHelpBoxes, whole_help_box
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.overview import says_pages
from handoutgen.layout.blocks.parts import BodyPart, contact_part, record_part, set_body
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.atoms import NEVER, Atom, outline_of, spanning, total_height
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pagebreak import Breaks, OnPage, break_columns, break_pages
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.forms.contents import ContentsHeading, contents_part, heading_of, what_to_list
from handoutgen.layout.forms.fewest_pages import Lay, Paged, has_stray, least_costly, on_fewest_pages
from handoutgen.layout.forms.first_page import KEY_POINTS_APART, FirstPage, Opening, first_page, opening_over_pointer
from handoutgen.layout.forms.known_way import known_way
from handoutgen.layout.forms.last_page import with_contact_at_the_foot
from handoutgen.layout.forms.strategy_pages import pages_of_strategies
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.help import help_title, where_help_is
from handoutgen.story.order import what_to_do_now
from handoutgen.story.voice import words_of

CONTENTS_FROM_PAGES = 21
"""Large print gets a contents list when it is over 20 pages long; the overview shows what there is in shorter ones."""
SHRINK = 0.45
"""How much of its white a page of large print may lose, as a card may, so that what belongs together stands on it."""
NAMED_FOR = 0.75
"""How much of it for the name of what the page goes on with."""
KEY_POINTS_LATE = KEY_POINTS_APART * 0.5
"""For all key points on page 2, where the first one has no room for them: better than some of them there."""
STRATEGY_PAGES = "pages of strategies"


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """The whole leaflet as pages of the setting's grid."""
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    start = first_page(setting, leaflet, set_body(setting, Element("Document"), leaflet, depth), depth)
    box = start.help or help_box(setting, leaflet.help, depth)
    job = _Job(leaflet, setting, depth, start, box)
    laid = _laid_with_page_numbers(job)
    pages = laid.breaks.pages
    if setting.grid.has_columns and laid.contact:
        pages = with_contact_at_the_foot(setting, laid.root, pages, laid.contact, depth)
    contact = laid.contact.element if laid.contact else None
    made = text_pages(setting, pages, footer, most_white=1 / laid.white, pictures_grow=True)
    return Composed(laid.root, made, contact=contact)


def _best_laid(job: _Job) -> Paged:
    search: Callable[[Lay], Paged] = partial(on_fewest_pages, may_say_pages=job.may_say_pages)
    if job.setting.grid.has_columns:
        search = partial(least_costly, depth=job.depth)
    return known_way(job.lay, search, job.shape_in, job.setting.memory)


def _laid_with_page_numbers(job: _Job) -> Paged:
    """The leaflet in the best way; in large print its overview says the page of each strategy. That is mostly the one
    that it had for the clinic before; else the leaflet is laid out once more."""
    if job.setting.grid.has_columns:
        return _best_laid(job)
    known: tuple[int, ...] = job.setting.memory.find(STRATEGY_PAGES) or ()
    laid = _best_laid(replace(job, numbers=known))
    numbers = pages_of_strategies(laid.root, laid.breaks.pages)
    if numbers == known:
        return laid
    return replace(job, numbers=job.setting.memory.keep(STRATEGY_PAGES, numbers)).lay(*laid.way)


class _InItsWhite(NamedTuple):
    """What ways with one share of white have in common, whatever their first strategy."""

    setting: Setting
    contact: BodyPart | None


class _Job(Struct, frozen=True):
    """What all ways to lay a leaflet out share."""

    leaflet: Leaflet
    setting: Setting
    depth: float
    start: FirstPage
    box: HelpBox
    numbers: tuple[int, ...] = ()  # the pages that its strategies are on, for their overview
    whites: dict[float, _InItsWhite] = field(default_factory=dict)

    @property
    def opening(self) -> Opening:
        """Of the first page."""
        return self.start.opening

    @property
    def helps_first(self) -> bool:
        """Whether the help box stands on page 1."""
        return self.start.help is not None

    @property
    def may_say_pages(self) -> bool:
        """Whether the overview says the pages of strategies only where it has room for a row for each."""
        strategies = self.leaflet.strategies

        def is_only_if_roomy(look: Look) -> bool:
            close, roomy = (says_pages(look, strategies, is_roomy=is_roomy) for is_roomy in (False, True))
            return roomy and not close

        return self.setting.kept("may say pages", is_only_if_roomy)

    def lay(self, white: float, first: FirstCard) -> Paged:
        """The leaflet with this share of the white between its blocks, and its first strategy whole or parted."""
        return _laid_out(self, *self._in_its(white), first)._replace(way=(white, first))

    def shape_in(self, white: float) -> Hashable:
        """All of the clinic that decides which way is best, as it is with a share of the white: where the lines of its
        own parts stand, and what they are found by."""
        (own, contact), guide = self._in_its(white), self.leaflet.help
        record = record_part(own, Element("Document"), self.leaflet)
        lines = tuple(map(outline_of, [*record.atoms, *(contact.atoms if contact else ())]))
        box = None
        if not self.helps_first:
            narrow = WholeHelpBoxes(own, guide, LABELS_WIDE[-1]).shape if own.grid.has_columns else None
            box = (*map(outline_of, self.box.atoms), narrow)
        return self.start.shape, lines, box, words_of(where_help_is(self.setting.voice, guide.title, 1))

    def _in_its(self, white: float) -> _InItsWhite:
        if white not in self.whites:
            own = self._setting_with(white)
            self.whites[white] = _InItsWhite(own, _contact(own))
        return self.whites[white]

    def _setting_with(self, white: float) -> Setting:
        if white == 1.0:
            return self.setting
        return closer(self.setting, self.setting.scale.body, white * self.setting.scale.unit / self.setting.scale.base)


def _laid_out(job: _Job, own: Setting, contact: BodyPart | None, first: FirstCard) -> Paged:
    """The leaflet in its `own` white, but for a first page that has the help box, or that is large print."""
    leaflet, setting, depth, opening = job.leaflet, job.setting, job.depth, job.opening
    box, helps_first = job.box, job.helps_first
    root = Element("Document", language=leaflet.spoken)
    body = set_body(own, Element("Document"), leaflet, depth, first=first, pages=job.numbers)
    if own is not setting and own.grid.has_columns and not helps_first:
        opening = opening_over_pointer(own, leaflet, body, depth)
    rest = body[1:] if opening.now else body
    rest += [contact] if contact else []
    help_part = _help_part(own, leaflet, box)
    if helps_first:
        rest = [replace(help_part, atoms=[atom.with_break(cost=NEVER) for atom in help_part.atoms]), *rest]
        breaks = _break(setting, [opening.atoms, *(part.atoms for part in rest)], depth)
        _hang(root, opening, [], rest)
    else:
        ending = _with_record_under_help(own, leaflet, rest, depth) if own.grid.has_columns else None
        breaks = _with_pointer(setting, root, leaflet, opening, ending or [*rest, help_part], depth, first)
    strategies = [atom for part in body if part.name == "management" for atom in part.atoms]
    strays = has_stray(strategies, breaks, depth)
    return Paged(root, breaks, contact, own.unit / setting.unit, strays)


def _contact(setting: Setting) -> BodyPart | None:
    """How to reach the clinic. Over two columns it is a panel at the foot of its page, and there are notes over it."""
    part = contact_part(setting, Element("Document"))
    if part is None or not setting.grid.has_columns or len(part.atoms) > 1:
        return part
    return replace(part, atoms=[replace(atom, fills=True) for atom in part.atoms])


def _help_part(setting: Setting, leaflet: Leaflet, box: HelpBox) -> BodyPart:
    return BodyPart("help", help_title(setting.voice, leaflet.help.title), box.element, spanning(box.atoms))


def _with_record_under_help(
    own: Setting, leaflet: Leaflet, rest: Sequence[BodyPart], depth: float
) -> list[BodyPart] | None:
    """The parts with the help box at their end, and the record under it; None where no page can hold both."""
    record = next(part for part in rest if part.name == "review")
    (under,) = spanning([balanced(record.atoms).as_atom(own.grid.second)])
    under = under.with_break(before=own.unit * 2, cost=NEVER)
    box = whole_help_box(own, leaflet.help, depth - under.height - under.before, narrows=True)
    if box is None:
        return None
    before = [part for part in rest if part is not record]
    return [*before, _help_part(own, leaflet, box), replace(record, atoms=[under])]


def _hang(root: Element, opening: Opening, between: Sequence[Element], rest: Sequence[BodyPart]) -> None:
    """Hang the parts into the tree in the order in which they are read; `between` follows the key points."""
    root.kids += opening.elements
    root.kids.append(opening.part.element)
    root.kids += [opening.now.element] if opening.now else []
    root.kids += between
    root.kids += [part.element for part in rest]


def _with_pointer(
    setting: Setting, root: Element, leaflet: Leaflet, opening: Opening, rest: list[BodyPart], depth: float,
    first: FirstCard,
) -> Breaks[OnPage]:  # fmt: skip
    """The pages, with where to look when it matters on the first one: under the key points if they leave it room there,
    else over them; and in long large print a contents list, after what to do at once. The page numbers are set until
    they hold."""
    help_part = next(part for part in rest if part.name == "help")
    target = heading_of(help_part.element)
    at_once = 1 if what_to_do_now(leaflet) is not None and opening.now is None else 0
    headings: list[ContentsHeading] | None = None
    numbers: list[int] = []
    page = 1
    while True:
        paragraph, pointer = help_pointer(setting, leaflet.help, target, page)
        atoms, is_under = _opened(setting, opening, pointer, depth)
        contents = [contents_part(setting, headings, numbers)] if headings else []
        parts = [*rest[:at_once], *contents, *rest[at_once:]]
        breaks = _break(setting, [atoms, *(part.atoms for part in parts)], depth)
        if headings is None and setting.scale.is_large and len(breaks.pages) >= CONTENTS_FROM_PAGES:
            headings = what_to_list(setting, leaflet, rest, depth, is_roomy=first == "apart")
            numbers = [1] * len(headings)
            continue
        starts = _starts(parts, len(atoms))
        found = [breaks.page_of(starts[heading.part] + heading.atom) for heading in headings or ()]
        at = breaks.page_of(starts["help"])
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
    return [*head, box, points[0].with_break(cost=KEY_POINTS_LATE), *points[1:]], False


def _break(setting: Setting, stretches: Sequence[Sequence[Atom]], depth: float) -> Breaks[OnPage]:
    atoms = [atom for stretch in stretches for atom in stretch]
    if setting.grid.has_columns:
        return break_columns(atoms, depth, setting.memory)
    shrink, named_for = (SHRINK, NAMED_FOR) if setting.scale.is_large else (0.0, 0.0)
    breaks = break_pages(atoms, depth, setting.memory, shrink=shrink, named_for=named_for)
    return Breaks(breaks.pages, breaks.starts, breaks.overfull)
