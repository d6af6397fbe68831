"""Where the first page has no room for the help box: whom to call, and on which page the box is."""

from __future__ import annotations

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, all_of, icons, puts, right_end, said_by, setting_for

GUIDE = Help.model_validate({key: {"signs": ["a sign"]} for key in ("emergency", "urgent", "routine")})


@pytest.mark.parametrize("base", [12, 14, 18, 24, 36])
def test_it_says_the_emergency_number_and_the_page_and_leads_to_both(fonts: FontBook, base: float) -> None:
    target = Element("H2")
    setting = setting_for(fonts, base, a_clinic(emergency_number="112"))
    paragraph, _ = help_pointer(setting, GUIDE, target, 7)
    said = "".join(said_by(paragraph))
    assert "112" in said
    assert "page 7" in said
    assert "When to get help" in said
    links = all_of(paragraph, "Link")
    assert "tel:112" in [link.uri for link in links]
    assert [link.target for link in links if link.heading] == [target]
    assert paragraph.ident == "help-pointer"


@pytest.mark.parametrize("base", [12, 14, 18, 24, 36])
def test_it_stands_in_a_frame_as_wide_as_the_page_beside_the_disc_of_an_emergency(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base)
    _, atom = help_pointer(setting, GUIDE, Element("H2"), 2)
    frame, disc = puts(atom, Frame)
    (words,) = puts(atom, TextPiece)
    (icon,) = puts(atom, DrawingPiece)
    assert frame.piece.width == setting.grid.full
    assert frame.piece.height == atom.height
    assert (frame.piece.fill, frame.piece.stroke) == (None, setting.palette.ink)
    assert (icons(atom), icon.piece.element) == (["emergency"], None)
    assert disc.piece.fill == setting.palette.deep
    assert disc.right < words.x
    assert right_end(atom) == setting.grid.full
    assert words.right <= setting.grid.full - setting.scale.base * 0.7
    middle = words.down + words.piece.height / 2
    assert disc.down + disc.piece.height / 2 == pytest.approx(middle, abs=0.5)
    assert words.down > 0
    assert words.down + words.piece.height < atom.height


def test_a_section_that_is_called_the_same_does_not_lead_the_link_astray(fonts: FontBook) -> None:
    target, same = Element("H2", bookmark="When to get help"), Element("H2", bookmark="When to get help")
    paragraph, _ = help_pointer(setting_for(fonts), GUIDE, target, 2)
    (link,) = [link for link in all_of(paragraph, "Link") if link.heading]
    assert link.target is target is not same


def test_the_authors_own_heading_of_the_box_is_named(fonts: FontBook) -> None:
    guide = GUIDE.model_copy(update={"title": "Get help"})
    assert "Get help" in "".join(said_by(help_pointer(setting_for(fonts), guide, Element("H2"), 2)[0]))
