"""Numbers on the frames of a sequence."""

from __future__ import annotations

import pytest
from shapely.geometry import LineString, Polygon, box

from handoutgen.drawing import style
from handoutgen.drawing.numbering import number_frames
from handoutgen.drawing.pen import Pen


def frames(*heights: float, size: float = 50, x: float = 0) -> list[Pen]:
    pens = []
    for height in heights:
        pen = Pen(size)
        pen.area(box(0, 0, 60, 1), style.CLOTH)
        pen.area(box(x, 0, x + 10, height), style.CLOTH)
        pens.append(pen)
    return pens


def discs(pens: list[Pen]) -> list[Polygon]:
    return [Polygon(stroke.course) for pen in pens for stroke in pen.strokes if stroke.fill == style.ACCENT]


def test_a_single_frame_has_no_number() -> None:
    pens = frames(80)
    number_frames(pens, style.ACCENT, style.WHITE)
    assert not discs(pens)


def test_numbers_stand_on_one_line_at_the_left_of_each_frame() -> None:
    pens = frames(80, 40, 60, x=40)
    number_frames(pens, style.ACCENT, style.WHITE)
    found = discs(pens)
    assert [disc.bounds[3] for disc in found] == pytest.approx([80, 80, 80])
    assert [disc.bounds[0] for disc in found] == pytest.approx([0, 0, 0])
    assert found[0].bounds[2] * 0.5 == pytest.approx(4.4)


def test_numbers_are_raised_over_what_is_drawn_in_their_corner() -> None:
    pens = frames(80, 40, x=0)
    number_frames(pens, style.ACCENT, style.WHITE)
    assert all((disc.bounds[1] - 80) * 0.5 == pytest.approx(0.8) for disc in discs(pens))


def test_frames_of_other_sizes_have_numbers_of_the_same_size() -> None:
    pens = [*frames(80, x=40), *frames(40, size=100, x=40)]
    number_frames(pens, style.ACCENT, style.WHITE)
    small, large = discs(pens)
    assert small.bounds[3] * 0.5 == pytest.approx(large.bounds[3] * 1.0)
    assert (small.bounds[2] - small.bounds[0]) * 0.5 == pytest.approx(large.bounds[2] - large.bounds[0])


def test_each_numeral_is_white_and_inside_its_disc() -> None:
    pens = frames(80, 80, 80, 80, x=40)
    number_frames(pens, style.ACCENT, style.WHITE)
    for pen, disc in zip(pens, discs(pens), strict=True):
        numeral = [stroke for stroke in pen.strokes if stroke.colour == style.WHITE]
        assert numeral
        assert all(disc.buffer(-0.5).contains(LineString(stroke.course)) for stroke in numeral)
