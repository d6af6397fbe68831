"""Which of the ways to lay a whole leaflet out is taken: with how much white between its blocks, and with its first
strategy whole or parted, for the fewest pages and the fewest holes in them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from handoutgen.layout.blocks.parts import BodyPart
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pagebreak import Breaks, OnPage, height_of
from handoutgen.layout.forms.last_page import ends
from handoutgen.plan.element import Element

IN_ONE_COLUMN: tuple[FirstCard, ...] = ("whole", "flowing")
STUB = 0.45
"""A page that is less full than this looks forgotten."""
STUB_PAGES = 3.0
"""How many pages more are better than one that looks so."""
LESS_WHITE = (0.8, 0.55, 0.45)
"""The white between blocks as a share of what it should be, where that leaves holes in pages."""
LESS_IN_ONE_COLUMN = LESS_WHITE[:-1]
"""The same in large print, whose lines need more white between them to be told apart."""
HOLES_IN_PAGES = 4.0
"""What a wholly white page in the middle of a leaflet costs, in pages."""
HOLE = 0.15
"""A leaflet with less white than this is left as it is: a page that is a fifth empty has as much."""
STRAY = 0.15
"""A last strategy of at most this share of a page looks forgotten over what is none, its fellows overleaf."""
STRAY_PAGES = 0.3
"""What that costs, in pages."""


class Paged(NamedTuple):
    """A leaflet as pages."""

    root: Element
    breaks: Breaks[OnPage]
    contact: BodyPart | None
    white: float
    """The white between its blocks, as a share of what it should be."""
    has_stray: bool = False
    """Whether its last strategy stands alone, over what is no strategy."""
    way: tuple[float, FirstCard] = (1.0, "whole")
    """The share of white, and the kind of first strategy, that it was asked for."""


Lay = Callable[[float, FirstCard], Paged]
"""Lays the leaflet out with a share of its white, and with a first strategy of this kind."""


def least_costly(lay: Lay, depth: float) -> Paged:
    """A leaflet of two columns on pages of `depth` pt as it is; if that leaves holes, with a first strategy that is
    parted so as to leave no page nearly empty before it; if it saves paper, or its last strategy would stray from the
    others, with less white between its blocks."""
    whole, *parted = get_args(FirstCard)
    first = lay(1.0, whole)

    def is_good(way: Paged) -> bool:
        return _holes(way, depth) < HOLE and not way.has_stray

    if is_good(first):
        return first
    most, *between, least = LESS_WHITE

    def cost(way: Paged) -> float:
        return _cost(way, depth) + way.has_stray * STRAY_PAGES

    def laid_out(white: float) -> list[Paged]:
        return [lay(white, card) for card in get_args(FirstCard)]

    best = min([first, *(lay(1.0, card) for card in parted)], key=cost)
    if not is_good(best):
        best = min([best, *laid_out(most)], key=cost)
    if is_good(best):
        return best
    closest = min(laid_out(least), key=cost)
    if cost(closest) >= cost(best):
        return best
    return min([best, *(way for white in between for way in laid_out(white)), closest], key=cost)


def on_fewest_pages(lay: Lay, *, may_say_pages: bool = False) -> Paged:
    """A leaflet of one column on as few pages as it takes, of such ways the one with the most white between its blocks;
    with an overview that says the pages of strategies where it `may_say_pages` and takes no page more for that."""
    close = _on_fewest_pages(lay)
    if not may_say_pages:
        return close
    roomy = lay(close.way[0], "apart")
    return roomy if _count(roomy) <= _count(close) else close


def _on_fewest_pages(lay: Lay) -> Paged:
    """With the first strategy whole or flowing. The closest is tried before those between: it saves a page first."""

    def laid_out(white: float) -> list[Paged]:
        return [lay(white, card) for card in IN_ONE_COLUMN]

    best = min(laid_out(1.0), key=_count)
    *between, least = LESS_IN_ONE_COLUMN
    closest = min(laid_out(least), key=_count)
    if _count(closest) == _count(best):
        return best
    tries = (lay(white, card) for white in between for card in IN_ONE_COLUMN)
    return next((way for way in tries if _count(way) == _count(closest)), closest)


def has_stray(strategies: Sequence[Atom], breaks: Breaks[OnPage], depth: float) -> bool:
    """Whether the last of the `strategies`, a short one, is all that there is of them on its page."""
    heads = (page[0] for page in breaks.pages[1:])
    return any(
        isinstance(head, Atom) and head.puts is last.puts and last.height <= STRAY * depth
        for last in strategies[-1:]
        for head in heads
    )


def _count(laid: Paged) -> int:
    return len(laid.breaks.pages)


def _cost(way: Paged, depth: float) -> float:
    """What a leaflet's paper and the white on its pages cost."""
    return _stubs(way, depth) * STUB_PAGES + len(way.breaks.pages) + _holes(way, depth)


def _holes(way: Paged, depth: float) -> float:
    """The white at the foot of all pages but the last: a large hole counts for more than many small ones."""
    return sum((1 - min(1.0, height_of(page) / depth)) ** 2 for page in _open(way)[:-1]) * HOLES_IN_PAGES


def _stubs(way: Paged, depth: float) -> int:
    """How many pages are nearly empty."""
    return sum(height_of(page) < depth * STUB for page in _open(way))


def _open(way: Paged) -> Sequence[tuple[OnPage, ...]]:
    """The pages without one that ends in the panel of the clinic, which lines for notes fill."""
    *others, last = way.breaks.pages
    return [*(page for page in others if not (way.contact and ends(page, way.contact))), last]
