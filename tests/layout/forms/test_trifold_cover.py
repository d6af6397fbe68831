"""The cover of a leaflet folded in three: a low drawing is made larger by a title that takes a line less."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.design.colour import SAND
from handoutgen.formats import FORMATS
from handoutgen.layout.blocks.title import COVER_TITLES, in_fewer_lines
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.layout.forms.cover import DRAWING_GOOD
from handoutgen.layout.forms.trifold_cover import cover_panel
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import CLOSED, a_clinic, a_leaflet, placed_text, said_by, setting_for, words

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
LONG, SHORT = "Leg cramps in multiple sclerosis", "Leg cramps"


def cover(fonts: FontBook, title: str, message: str, wide: float = 300) -> tuple[list[Placed], Element]:
    """A cover whose picture is 300 pt high and so wide."""
    root = Element("Document")
    setting = setting_for(fonts, clinic=a_clinic(out_of_hours=CLOSED), form="a4-trifold")
    setting = replace(setting, figure=lambda name, width: Drawing(wide, 300, name))
    about = {"text": "About cramps.", "figure": FIGURE}
    leaflet = a_leaflet(title=title, main_message=message, about=about, main_picture="calf.svg")
    return cover_panel(setting, root, leaflet, FORMATS["a4-trifold"]), root


def drawn(placed: list[Placed]) -> float:
    return max(put.piece.height for put in placed if isinstance(put.piece, Frame) and put.piece.fill == SAND)


def largest(placed: list[Placed]) -> TextPiece:
    return max((put.piece for put in placed if isinstance(put.piece, TextPiece)), key=lambda piece: piece.size)


def test_a_title_is_smaller_only_where_it_saves_a_line(fonts: FontBook) -> None:
    setting = setting_for(fonts, form="a4-trifold")
    own, width = setting.scale.h1.size, setting.grid.full
    level = in_fewer_lines(setting, LONG, width)
    assert level is not None
    assert own * COVER_TITLES[-1] <= level.size < own
    assert in_fewer_lines(setting, SHORT, width) is None
    assert in_fewer_lines(setting, "Stoppingmedicinesuddenly safely", width) is None, "no word is torn for it"


def test_a_low_drawing_is_larger_under_a_title_of_a_line_less(fonts: FontBook) -> None:
    placed, root = cover(fonts, LONG, words(22))
    h1 = setting_for(fonts, form="a4-trifold").scale.h1
    title = largest(placed)
    assert (title.size < h1.size, len(title.lines)) == (True, 2)
    assert drawn(placed) >= DRAWING_GOOD
    assert said_by(root).count(LONG) == 1


def test_a_title_keeps_its_size_where_the_drawing_is_high_enough(fonts: FontBook) -> None:
    placed, _ = cover(fonts, LONG, "Stretch.")
    assert largest(placed).size == setting_for(fonts, form="a4-trifold").scale.h1.size
    assert drawn(placed) >= DRAWING_GOOD


def test_a_title_is_no_smaller_for_a_drawing_that_its_width_keeps_low(fonts: FontBook) -> None:
    placed, _ = cover(fonts, LONG, words(14), wide=900)
    assert largest(placed).size == setting_for(fonts, form="a4-trifold").scale.h1.size
    assert drawn(placed) < DRAWING_GOOD


@pytest.mark.parametrize("count", [4, 12])
def test_words_do_not_press_on_the_frame_under_them_where_the_drawing_can_give(fonts: FontBook, count: int) -> None:
    placed, _ = cover(fonts, SHORT, words(count))
    look = setting_for(fonts, form="a4-trifold")
    frame = next(put for put in placed if isinstance(put.piece, Frame) and put.piece.stroke == look.palette.ink)
    lowest = min(put.y for put in placed if placed_text([put]) and put.y > frame.top)
    assert lowest - frame.top >= look.unit


def test_without_room_for_a_drawing_the_strategies_icons_stand_there(fonts: FontBook) -> None:
    placed, root = cover(fonts, LONG, words(40))
    assert not [put for put in placed if isinstance(put.piece, Frame) and put.piece.fill == SAND]
    assert said_by(root).count(LONG) == 1
