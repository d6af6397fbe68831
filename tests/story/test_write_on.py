"""Parts to write on are a sheet of their own: the leaflet goes without them, and says whom to ask for the sheet."""

from __future__ import annotations

from typing import Any

from handoutgen.story.write_on import sheet_to_ask_for, without_write_on
from story.small_leaflet import leaflet, voice

TOOLS: list[dict[str, Any]] = [
    {"kind": "diary", "title": "My diary", "columns": [{"title": "Day"}, {"title": "Cramps"}], "rows": 7},
    {"kind": "notes", "title": "My notes", "lines": 5},
]


def test_a_leaflet_goes_without_its_tools_and_their_titles_are_known() -> None:
    whole = leaflet(tools=TOOLS)
    short, titles = without_write_on(whole)
    assert (short.tools, titles) == ((), ("My diary", "My notes"))
    assert len(whole.tools) == 2  # it is not changed itself


def test_nothing_else_is_left_out() -> None:
    whole = leaflet(tools=TOOLS)
    assert without_write_on(whole)[0] == leaflet()


def test_a_leaflet_without_tools_is_the_very_same() -> None:
    plain = leaflet()
    short, titles = without_write_on(plain)
    assert short is plain
    assert titles == ()


def test_it_says_what_is_on_the_sheet_in_the_leaflets_words() -> None:
    said = sheet_to_ask_for(voice(), ("My diary", "My notes"))
    assert said.index("My diary") < said.index("My notes")
    assert f"My diary{voice().word('between_items')} My notes" in said
