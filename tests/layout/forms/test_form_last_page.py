"""The last page of text: the panel at its foot, and lines for notes where it has room for them."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.parts import BodyPart, contact_part
from handoutgen.layout.flow.atoms import Atom, piece_atom
from handoutgen.layout.flow.pagebreak import OnPage, height_of
from handoutgen.layout.forms.last_page import FEWEST_LINES, with_contact_at_the_foot
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, lines_of, setting_for

DEPTH = 700.0


def set_foot(fonts: FontBook, high: float) -> tuple[BodyPart, Element, tuple[OnPage, ...]]:
    """A page with `high` pt of text over the panel."""
    setting = setting_for(fonts, 12, a_clinic())
    contact = contact_part(setting, Element("Document"))
    assert contact is not None
    root = Element("Document")
    root.kids.append(contact.element)
    text = piece_atom(setting.text(Element("P"), "Text.", 200))
    page = (Atom(text.puts, high), contact.atoms[0])
    (made,) = with_contact_at_the_foot(setting, root, [page], contact, DEPTH)
    return contact, root, made


@pytest.mark.parametrize("high", [50, 200, 450])
def test_the_panel_stands_at_the_foot_with_notes_over_it_where_there_is_room(fonts: FontBook, high: float) -> None:
    contact, root, page = set_foot(fonts, high)
    assert height_of(page) == pytest.approx(DEPTH)
    assert isinstance(page[-1], Atom)
    assert page[-1].puts is contact.atoms[0].puts
    has_notes = len(page) == 3
    assert [kid.ident for kid in root.kids] == (["notes", "contact"] if has_notes else ["contact"])
    if has_notes:
        notes = page[1]
        assert isinstance(notes, Atom)
        assert lines_of([notes]) == ["My notes"]
        assert len(notes.puts) - 1 >= FEWEST_LINES
    assert has_notes is (high < 450)


def test_a_panel_that_has_a_page_to_itself_has_notes_over_it(fonts: FontBook) -> None:
    setting, root = setting_for(fonts, 12, a_clinic()), Element("Document")
    contact = contact_part(setting, root)
    assert contact is not None
    (page,) = with_contact_at_the_foot(setting, root, [(contact.atoms[0],)], contact, DEPTH)
    assert (len(page), [kid.ident for kid in root.kids]) == (2, ["notes", "contact"])
    assert height_of(page) == pytest.approx(DEPTH)


def test_a_page_that_ends_otherwise_and_a_panel_with_no_room_stay_as_they_are(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic())
    contact = contact_part(setting, Element("Document"))
    assert contact is not None
    text = piece_atom(setting.text(Element("P"), "Text.", 200))
    pages = [(text,), (contact.atoms[0], text)]
    assert with_contact_at_the_foot(setting, Element("Document"), pages, contact, DEPTH) == tuple(pages)
    alone, depth = [(contact.atoms[0],)], contact.atoms[0].height + 20
    assert with_contact_at_the_foot(setting, Element("Document"), alone, contact, depth) == tuple(alone)
