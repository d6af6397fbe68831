"""The ways to lay a booklet's pages out, and what each costs its reader: with less white, with pictures of exercises
over their steps, and with lower pictures.

White is given back, and pictures grow again, on each page that has room for it (`blocks.footer.text_pages`). So a way
is judged by how full its pages are then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.parts import BodyPart, contact_part, key_points, set_body
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.atoms import FREE, Atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.spread import with_lower_pictures
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element

LESS_WHITE = (0.75, 0.55)
"""The white between blocks as a share of what it should be, where pages would be left over."""
CONTINUED, HOLE, LEFT_OVER = 60.0, 600.0, 150.0
"""What a page costs that starts in the middle of something, one that is white, and one left over on the last sheet, as
breaks cost (`flow.atoms`)."""
NAMED_FOR = 0.5
"""The share of its white that a page gives at most to say at its head which part of the end it goes on with."""
PAGES = 4
"""On a sheet that is folded once."""


class BookletPages(Struct, frozen=True):
    """The pages between the covers, and what stands on the back."""

    inner: Element
    body: Sequence[tuple[Atom, ...]]
    backs: Sequence[tuple[Atom, ...]]
    contact: BodyPart | None
    is_at_the_back: bool
    """Whether how to reach the clinic stands under the help box."""
    torn: float
    """What the breaks between the pages cost a reader."""
    white: float
    """The white between the blocks of the body, as a share of what it should be."""

    @property
    def spare(self) -> int:
        """How many pages are left over on the last sheet."""
        return -self._written % PAGES

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return -(-self._written // PAGES)

    @property
    def _written(self) -> int:
        return 1 + len(self.body) + len(self.backs)


class _Way(NamedTuple):
    """How a booklet's pages are laid out in some white."""

    card: FirstCard = "whole"
    """Where the pictures of exercises stand: beside their steps, or if those are apart over them."""
    is_low: bool = False
    """Whether other pictures are as low as they may be."""


def best_way(leaflet: Leaflet, setting: Setting, depth: float, box: HelpBox) -> BookletPages:
    """On pages of `depth` pt, with the help box on the back: on as few sheets as it takes, and of those ways the one
    that costs its reader least."""
    return min(_ways(leaflet, setting, depth, box), key=lambda each: (each.sheets, cost_of(each, depth)))


def _ways(leaflet: Leaflet, setting: Setting, depth: float, box: HelpBox) -> Iterator[BookletPages]:
    """The booklet as it is; and if pages are left over on its last sheet, with lower pictures, then with less and less
    white, its exercises in either way."""
    asis = _InItsWhite(leaflet, setting, depth, box, 1.0)
    first = asis.laid_out(_Way())
    yield first
    if not first.spare:
        return
    yield asis.laid_out(_Way(is_low=True))
    has_exercises = any(len(pictured(strategy.how)) >= 2 for strategy in leaflet.strategies)
    cards: tuple[FirstCard, ...] = ("whole", "apart") if has_exercises else ("whole",)
    for white in LESS_WHITE:
        own = closer(setting, setting.scale.body, white * setting.scale.unit / setting.scale.base)
        closer_set = _InItsWhite(leaflet, own, depth, box, white)
        yield from (closer_set.laid_out(_Way(*way)) for way in product(cards, (False, True)))


class _InItsWhite:
    """A booklet in its white, which has its clinic's words and its back once for all ways."""

    def __init__(self, leaflet: Leaflet, setting: Setting, depth: float, box: HelpBox, white: float) -> None:
        self._leaflet, self._setting, self._depth, self._white = leaflet, setting, depth, white
        self._contact = contact = contact_part(setting, Element("Document"))
        self._is_at_the_back = contact is not None and total_height([*box.atoms, *contact.atoms]) <= depth
        ending = [*box.atoms, *(contact.atoms if contact and self._is_at_the_back else ())]
        self._backs = break_pages(ending, depth).pages

    def laid_out(self, way: _Way) -> BookletPages:
        """The booklet's pages."""
        inner, setting, contact = Element("Document"), self._setting, self._contact
        points = key_points(setting, inner, self._leaflet)
        parts = [points, *set_body(setting, inner, self._leaflet, self._depth, first=way.card)]
        if contact and not self._is_at_the_back:
            parts.append(contact)
            inner.kids.append(contact.element)
        atoms = [atom for part in parts for atom in part.atoms]
        shown = with_lower_pictures(atoms) if way.is_low else atoms
        breaks = break_pages(shown, self._depth, setting.memory, named_for=NAMED_FOR)
        torn = sum(_torn(atoms[start]) for start in breaks.starts[1:])
        return BookletPages(inner, breaks.pages, self._backs, contact, self._is_at_the_back, torn, self._white)


def _torn(first: Atom) -> float:
    """What a break before the first atom of a page costs. One with a reminder over it goes on with what stands on the
    page before, unless a break tears nothing there, as before an exercise."""
    return first.cost + (CONTINUED if first.heading is not None and first.cost > FREE else 0.0)


def cost_of(laid: BookletPages, depth: float) -> float:
    """What the breaks of a booklet, the white at the foot of its pages and the pages left over cost a reader."""
    holes = sum((1 - _filled(page, laid.white, depth)) ** 2 for page in laid.body)
    return laid.torn + holes * HOLE + laid.spare * LEFT_OVER


def _filled(page: Sequence[Atom], white: float, depth: float) -> float:
    """How full a page of `depth` pt is when it has its white back, as a share of it."""
    back = sum(atom.before for atom in page[1:]) * (1 / white - 1)
    return min(1.0, (total_height(page) + back) / depth)
