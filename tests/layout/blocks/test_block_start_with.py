"""Ticks on paper: the line that names what to start with, and the mark at a strategy's disc."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.layout.blocks.discs import strategy_disc, tick_mark
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_leaflet, a_strategy, icons, lines_of, look_for, puts, right_end, said_by, shape

LEAFLET = a_leaflet(management={"strategies": [a_strategy("stretching"), a_strategy("warmth")]})


def ticked(fonts: FontBook, *chosen: str, base: float = 12) -> Look:
    look = look_for(fonts, base)
    return replace(look, voice=replace(look.voice, chosen=frozenset(chosen)))


def test_the_line_stands_on_a_tint_with_a_tick_that_nobody_hears_twice(fonts: FontBook) -> None:
    look, parent = ticked(fonts, "stretching", "warmth"), Element("Document")
    (line,) = start_with(look, parent, LEAFLET, 300)
    assert said_by(parent) == ["Start with these: 1. Stretching; 2. Warmth."]
    assert shape(parent) == "Document(P)"
    assert icons(line) == ["tick"]
    assert (puts(line, Frame)[0].piece.fill, puts(line, Frame)[0].piece.width) == (look.palette.tint, 300)
    assert right_end(line) <= 300


@pytest.mark.parametrize("base", [18, 24, 36])
def test_in_large_print_nothing_stands_behind_it(fonts: FontBook, base: float) -> None:
    look = ticked(fonts, "warmth", base=base)
    (line,) = start_with(look, Element("Document"), LEAFLET, 480)
    frame = puts(line, Frame)[0].piece
    assert (frame.fill, frame.stroke) == (None, look.palette.ink)
    assert lines_of(line)[0].startswith("Start with this: 2.")
    assert line.height >= max(put.down + put.piece.height for put in puts(line))


def test_titles_lead_to_their_cards_where_they_are(fonts: FontBook) -> None:
    parent = Element("Document")
    start_with(ticked(fonts, "warmth"), parent, LEAFLET, 300, leads=True)
    assert [each.heading for each in parent.walk() if each.role == "Link"] == ["2. Warmth"]


def test_nothing_is_said_where_nothing_is_ticked(fonts: FontBook) -> None:
    parent = Element("Document")
    assert start_with(ticked(fonts), parent, LEAFLET, 300) == []
    assert parent.kids == []


def test_a_ticked_strategy_has_a_mark_at_its_disc_that_says_so(fonts: FontBook) -> None:
    look, heading = ticked(fonts, "warmth"), Element("H3")
    disc = strategy_disc(look, heading, a_strategy("warmth"), 40)
    assert [(each.role, each.alt) for each in heading.kids] == [("Figure", "Start with this")]
    assert icons(disc) == ["warmth-icon", "tick"]
    assert disc.height == 40
    assert max(put.down + put.piece.height for put in puts(disc)) == pytest.approx(40)


def test_one_that_is_not_ticked_has_none_and_a_repeated_one_is_not_heard(fonts: FontBook) -> None:
    look, heading = ticked(fonts, "warmth"), Element("H3")
    assert icons(strategy_disc(look, heading, a_strategy("rest"), 40)) == ["rest-icon"]
    assert heading.kids == []
    again = strategy_disc(look, None, a_strategy("warmth"), 40)
    assert [put.piece.element for put in puts(again, DrawingPiece)] == [None, None]


def test_the_tick_is_white_on_dark_with_a_white_rim_all_round(fonts: FontBook) -> None:
    look = look_for(fonts)
    mark = tick_mark(look, None, 20)
    white, dark = puts(mark, Frame)
    assert (white.piece.fill, dark.piece.fill) == ("#ffffff", look.palette.deep)
    assert white.piece.width == 20
    assert dark.x == dark.down == pytest.approx((20 - dark.piece.width) / 2)
    (tick,) = puts(mark, DrawingPiece)
    assert tick.piece.drawing.operators == "tick #ffffff"
    assert tick.x == tick.down == pytest.approx((20 - tick.piece.width) / 2)
    assert tick.piece.width < dark.piece.width
