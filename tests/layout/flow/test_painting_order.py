"""The pieces of a page in the order in which they are read: what lies under something is painted before it."""

from __future__ import annotations

from handoutgen.layout.flow.pages import in_reading_order, reading_places
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed

ROOT = Element("Document")
FIRST, SECOND, THIRD = (ROOT.add("Figure", alt=f"Picture {number}") for number in (1, 2, 3))
PLACES = reading_places(ROOT)


def said(element: Element) -> Placed:
    return Placed(DrawingPiece(element, Drawing(1, 1, element.alt or ""), 10, 10), 0, 0)


def panel() -> Placed:
    return Placed(Frame(20, 20, fill="#eeeeee"), 0, 0)


def icon() -> Placed:
    return Placed(DrawingPiece(None, Drawing(1, 1, "icon"), 5, 5), 0, 0)


def line() -> Placed:
    return Placed(Rule(20, 1, "#000000"), 0, 0)


def ordered(*pieces: Placed) -> list[Placed]:
    return list(in_reading_order(Page(100, 100, pieces), PLACES).pieces)


def test_elements_have_places_in_the_order_of_the_tree() -> None:
    assert [PLACES[element] for element in (ROOT, FIRST, SECOND, THIRD)] == [0, 1, 2, 3]


def test_what_is_read_is_painted_in_the_order_of_the_tree() -> None:
    one, two, three = said(FIRST), said(SECOND), said(THIRD)
    assert ordered(three, one, two) == [one, two, three]


def test_a_page_that_is_in_order_is_returned_itself() -> None:
    page = Page(100, 100, (panel(), said(FIRST), icon(), line(), said(SECOND)))
    assert in_reading_order(page, PLACES) is page
    assert in_reading_order(Page(100, 100, ()), PLACES).pieces == ()


def test_a_panel_is_painted_before_what_it_lies_under_wherever_that_goes() -> None:
    under, one, two = panel(), said(FIRST), said(SECOND)
    assert ordered(under, two, one) == [one, under, two]


def test_a_panel_moves_with_the_next_thing_that_is_read_though_an_icon_stands_between() -> None:
    disc, mark, one, two = panel(), icon(), said(FIRST), said(SECOND)
    assert ordered(disc, mark, two, one) == [one, disc, mark, two]


def test_two_panels_keep_their_order_before_what_stands_on_both() -> None:
    outer, inner, one, two = panel(), panel(), said(FIRST), said(SECOND)
    assert ordered(outer, inner, two, one) == [one, outer, inner, two]


def test_an_icon_stays_behind_its_disc() -> None:
    """A disc that was painted after its icon would hide it."""
    one, two, disc, mark = said(FIRST), said(SECOND), panel(), icon()
    placed = ordered(two, disc, mark, one)
    assert placed.index(disc) < placed.index(mark)
    placed = ordered(disc, mark, two, disc2 := panel(), mark2 := icon(), one)
    assert placed.index(disc) < placed.index(mark)
    assert placed.index(disc2) < placed.index(mark2)


def test_a_line_stays_behind_what_it_followed() -> None:
    one, two, rule = said(FIRST), said(SECOND), line()
    assert ordered(two, rule, one) == [one, two, rule]


def test_a_panel_that_nothing_is_read_after_stays_behind_what_it_followed() -> None:
    one, two, last, mark = said(FIRST), said(SECOND), panel(), icon()
    assert ordered(two, one, last, mark) == [one, last, mark, two]


def test_nothing_is_lost_or_doubled() -> None:
    pieces = (panel(), said(THIRD), icon(), panel(), said(FIRST), line(), icon(), said(SECOND), panel(), icon())
    assert sorted(map(id, ordered(*pieces))) == sorted(map(id, pieces))
