"""Where along a line its ink is, and how far apart lines must stand for it."""

import pytest

from handoutgen.text.fontbook import FontBook
from handoutgen.text.ink import apart_for, strips_of
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Line, Run, TextStyle

SIZE = 20.0


def line(text: str, fonts: FontBook) -> Line:
    (only,) = break_lines([Run(text)], TextStyle(SIZE, SIZE, language="en-GB"), 900, fonts)
    return only


def apart(above: str, below: str, fonts: FontBook) -> float:
    return apart_for([strips_of(line(each, fonts), SIZE, fonts) for each in (above, below)])


def test_what_is_deep_asks_for_room_only_where_what_is_high_stands_under_it(fonts: FontBook) -> None:
    assert apart("gxxxxxxx", "hxxxxxxx", fonts) > apart("gxxxxxxx", "xxxxxxxh", fonts) + 0.15 * SIZE
    assert apart("gxxxxxxx", "xxxxxxxh", fonts) > apart("xxxxxxxx", "xxxxxxxx", fonts)


def test_the_room_is_the_depth_of_one_and_the_height_of_the_other(fonts: FontBook) -> None:
    (deep, high), scale = (
        [fonts.main.hb_font.get_glyph_extents(fonts.main.hb_font.get_nominal_glyph(ord(c))) for c in "gh"],
        (fonts.main.scale * SIZE / 1000),
    )
    assert apart("g", "h", fonts) == pytest.approx((high.y_bearing - deep.y_bearing - deep.height) * scale)


def test_a_lower_line_needs_less_and_a_line_alone_nothing(fonts: FontBook) -> None:
    assert apart("gxxxxxx.", ".", fonts) < apart("gxxxxxx.", "xxxxxxx.", fonts)
    assert apart_for([strips_of(line("g", fonts), SIZE, fonts)]) == 0.0
    assert apart_for([]) == 0.0
