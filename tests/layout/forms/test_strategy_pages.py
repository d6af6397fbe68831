"""Which page each strategy of a leaflet is on."""

from __future__ import annotations

from handoutgen.layout.flow.atoms import Atom, piece_atom
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage
from handoutgen.layout.forms.strategy_pages import pages_of_strategies
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import block, look_for


def title(look: Look, sect: Element, name: str) -> Atom:
    """A strategy's title, in a span as on a card, hung into its own part of the strategies."""
    heading = sect.add("Sect", ident=name).add("H3")
    return piece_atom(look.text(heading.add("Span"), name, 200))


def test_a_strategy_is_on_the_page_that_its_title_stands_on(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    sect = root.add("Sect", ident="management")
    one, two, three = (title(look, sect, name) for name in ("one", "two", "three"))
    sect.add("H3")  # what nobody knows yet is no strategy
    pages: list[tuple[OnPage, ...]] = [(block(9),), (one, block(9), two), (TwoColumns((block(9),), (three,)),)]
    assert pages_of_strategies(root, pages) == (2, 2, 3)


def test_a_leaflet_without_strategies_has_none() -> None:
    assert pages_of_strategies(Element("Document"), [(block(9),)]) == ()
