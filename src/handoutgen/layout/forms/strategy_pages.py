"""Which page each strategy of a leaflet of one column is on: what its overview says in large print."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage
from handoutgen.plan.element import Element


def pages_of_strategies(root: Element, pages: Sequence[Sequence[OnPage]]) -> tuple[int, ...]:
    """The page, from 1, on which each strategy's title stands, in their order."""
    page_of: dict[Element | None, int] = {}
    for number, page in enumerate(pages, start=1):
        for item in page:
            atoms = (*item.left, *item.right) if isinstance(item, TwoColumns) else (item,)
            for put in (put for atom in atoms for put in atom.puts):
                page_of.setdefault(getattr(put.piece, "element", None), number)
    return tuple(min(page_of[each] for each in title.walk() if each in page_of) for title in _titles(root))


def _titles(root: Element) -> list[Element]:
    strategies = next((part for part in root.kids if part.ident == "management"), None)
    cards = [kid for kid in strategies.kids if kid.role == "Sect"] if strategies else []
    return [card.first("H3") for card in cards]
