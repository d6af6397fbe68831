"""A summary's pages on more than one sheet: the heading again, the white, and what closes it."""

from __future__ import annotations

import pytest

from handoutgen.layout.flow.atoms import NEVER, Atom, piece_atom
from handoutgen.layout.forms.summary_pages import on_one_sheet, on_sheets
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, said_by, setting_for

ONLINE = a_clinic(web="https://clinic.example")
CLOSING = "The full leaflet has more."


def page(setting: Setting, sect: Element, count: int) -> list[Atom]:
    return [piece_atom(setting.text(sect.add("P"), f"Way {n}.", 300), before=4.0) for n in range(count)]


def three_pages(setting: Setting, count: int, *, closes: bool = True) -> tuple[Element, list[list[Atom]]]:
    """Two in front, and two of ways under one heading, so many on each."""
    root = Element("Document")
    front, ways = root.add("P"), root.add("Sect")
    title = piece_atom(setting.text(ways.add("H2", bookmark="Ways"), "Ways", 300))
    first, second = page(setting, ways, count), page(setting, ways, count)
    last = [piece_atom(setting.text(root.add("P"), CLOSING, 300), before=4.0)] if closes else []
    start = [title, first[0].with_break(cost=NEVER), *first[1:]]
    fronts = [[piece_atom(setting.text(front, "Front.", 300))] for _ in range(2)]
    return root, [*fronts, start, [*second, *last]]


def said_on(atoms: list[Atom]) -> list[str]:
    return [line.text for atom in atoms for put in atom.puts if hasattr(put.piece, "lines") for line in put.piece.lines]


def height(atoms: list[Atom]) -> float:
    return sum(atom.height + (atom.before if index else 0.0) for index, atom in enumerate(atoms))


def test_a_page_that_goes_on_has_the_heading_again_if_it_has_room(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18, form="a4-summary")
    root, pages = three_pages(setting, 4)
    full = height(pages[-1])
    for depth, has_it in ((full + 60, True), (full + 20, False)):
        said = said_on(on_sheets(setting, root, pages, max(depth, height(pages[2])))[-1])
        assert (said[0] == "Ways (continued)") is has_it
        assert [each for each in said if each.startswith("Way ")] == [f"Way {n}." for n in range(4)]


def test_help_that_goes_on_says_so_by_itself(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18, form="a4-summary")
    root, pages = three_pages(setting, 4)
    root.kids[1].ident = "help"
    assert said_on(on_sheets(setting, root, pages, 600)[-1])[0] == "Way 0."


@pytest.mark.parametrize("closes", [True, False])
def test_what_closes_it_stands_at_the_foot(fonts: FontBook, closes: bool) -> None:
    setting = setting_for(fonts, 18, form="a4-summary")
    root, pages = three_pages(setting, 4, closes=closes)
    last = on_sheets(setting, root, pages, 600)[-1]
    assert (height(last) == pytest.approx(600)) is closes
    assert (CLOSING in said_on(last)) is closes


def test_the_address_of_the_clinics_page_stands_under_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18, ONLINE, form="a4-summary")
    root, pages = three_pages(setting, 4)
    assert said_on(on_sheets(setting, root, pages, 600)[-1])[-1] == "clinic.example"
    assert said_by(root)[-1] == "clinic.example"


def test_on_one_sheet_white_alone_is_shared_out(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18, form="a4-summary")
    root, pages = three_pages(setting, 3)
    assert [said_on(each) for each in on_one_sheet(setting, pages, 600)] == [said_on(each) for each in pages]
    assert [said_on(each) for each in on_sheets(setting, root, pages[:2], 600)] == [["Front."]] * 2
