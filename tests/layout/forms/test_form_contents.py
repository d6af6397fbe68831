"""What a list of contents names: parts and, where a page can hold so many, the strategies below theirs."""

from __future__ import annotations

from handoutgen.layout.blocks.parts import set_body
from handoutgen.layout.forms.contents import NOT_IN_CONTENTS, contents_part, what_to_list
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, said_by, setting_for


def test_it_names_all_parts_but_the_end_matter_and_the_strategies_below_theirs(fonts: FontBook) -> None:
    setting, leaflet = setting_for(fonts, 24, a_clinic()), a_leaflet()
    body = set_body(setting, Element("Document"), leaflet, setting.grid.depth)
    listed = what_to_list(setting, leaflet, body, setting.grid.depth)
    names = [heading.part for heading in listed if not heading.is_below]
    assert names == [part.name for part in body if part.name not in NOT_IN_CONTENTS]
    below = [heading for heading in listed if heading.is_below]
    assert [heading.part for heading in below] == ["management"] * len(leaflet.strategies)
    for heading in below:
        assert heading.element.role == "H3"
    said = " ".join(said_by(contents_part(setting, listed, list(range(3, 3 + len(listed)))).element))
    assert all(heading.title in said for heading in listed)


def test_strategies_are_left_out_where_a_page_cannot_hold_them(fonts: FontBook) -> None:
    setting, leaflet = setting_for(fonts, 24, a_clinic()), a_leaflet()
    body = set_body(setting, Element("Document"), leaflet, setting.grid.depth)
    assert not any(heading.is_below for heading in what_to_list(setting, leaflet, body, 40.0))


def test_strategies_are_left_out_where_their_own_overview_says_their_pages(fonts: FontBook) -> None:
    setting, leaflet = (
        setting_for(fonts, 24, a_clinic()),
        a_leaflet(management={"strategies": [a_strategy("stretching"), a_strategy("warmth")]}),
    )
    body = set_body(setting, Element("Document"), leaflet, setting.grid.depth)
    close, roomy = (
        what_to_list(setting, leaflet, body, setting.grid.depth, is_roomy=is_roomy) for is_roomy in (False, True)
    )
    assert [heading for heading in close if not heading.is_below] == roomy
    assert any(heading.is_below for heading in close)
