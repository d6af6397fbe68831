"""Pens and the page that their paths are written on."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from shapely.geometry import LineString, box

from handoutgen.drawing import style
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.page import GAP, MARGIN, laid_out, path_data
from handoutgen.drawing.pen import Pen


def squares(size: float, low: float = 0, large: bool = False) -> Pen:
    pen = Pen(size, large)
    pen.area(box(0, low, 10, low + 20), style.CLOTH)
    return pen


def straight(*places: tuple[float, float]) -> list[Array]:
    return [np.array([first, first, second, second]) for first, second in pairwise(places)]


def test_a_page_has_the_size_of_its_drawing_in_millimetres() -> None:
    page = laid_out([squares(50)])
    assert (page.width, page.height) == pytest.approx((5 + 2 * MARGIN, 10 + 2 * MARGIN))
    assert page.svg().startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8.00mm" height="13.00mm" viewBox="0 0 8'
    )


def test_frames_stand_side_by_side_on_one_floor() -> None:
    page = laid_out([squares(50), squares(100, low=5)])
    assert page.width == pytest.approx(5 + GAP + 10 + 2 * MARGIN)
    floor = [page.on_paper(frame, np.array([[0.0, 0.0]]))[0] for frame in (0, 1)]
    assert floor[0][1] == floor[1][1]
    assert floor[1][0] - floor[0][0] == pytest.approx(5 + GAP)
    assert page.height == pytest.approx(25 + 2 * MARGIN)


def test_a_place_is_told_as_a_share_of_the_page() -> None:
    page = laid_out([squares(50)])
    assert page.share(0, 0, 20) == pytest.approx((MARGIN / page.width, MARGIN / page.height))


def test_paths_are_steps_in_hundredths_of_a_millimetre() -> None:
    data = path_data(straight((1, 1), (2.5, 1), (2.5, -0.25), (1, 1)), closed=True)
    assert data == "M1 1l1.5 0 0-1.25-1.5 1.25z"
    curve = path_data([np.array([(0, 0), (1, 2), (3, 2), (4, 0)], dtype=float)], closed=False)
    assert curve == "M0 0c1 2 3 2 4 0"


def test_rounding_does_not_add_up_along_a_path() -> None:
    places = [(i * 0.333333, 0.0) for i in range(31)]
    steps = [float(x) for x in re.findall(r"[.\d]+(?= 0)", path_data(straight(*places), closed=False).split("l")[1])]
    assert sum(steps) == pytest.approx(10.0)


def test_a_page_has_nothing_but_paths() -> None:
    svg = laid_out([squares(50)]).svg()
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "g", "path"}
    assert f'fill="{style.CLOTH}"' in svg


def test_large_print_has_heavier_lines() -> None:
    usual, large = squares(50), squares(50, large=True)
    assert usual.width("contour") == pytest.approx(25.4 / 72)
    assert large.width("contour") == pytest.approx(1.5 * 25.4 / 72)
    assert 'stroke-width="0.529"' in laid_out([large]).svg()


def test_what_lies_under_the_crop_line_is_cut_away() -> None:
    pen = Pen(50, crop=10)
    pen.area(box(0, 0, 10, 20), style.CLOTH)
    pen.line(LineString([(20, 0), (20, 30)]))
    pen.area(box(30, 0, 40, 5), style.CLOTH)
    assert pen.bounds() == pytest.approx((0, 10, 20, 30))
    sides = [stroke for stroke in pen.strokes if stroke.colour]
    assert all(not stroke.closed for stroke in sides)


def test_a_hidden_part_of_a_contour_is_filled_but_not_stroked() -> None:
    pen = Pen(50)
    pen.area(box(0, 0, 10, 10), style.CLOTH, hide=box(-1, 5, 11, 11))
    filled, stroked = pen.strokes[0], pen.strokes[1:]
    assert filled.fill and not filled.colour
    assert max(stroke.course[:, 1].max() for stroke in stroked) == pytest.approx(5)


def test_an_empty_pen_makes_a_page_all_the_same() -> None:
    assert "<path" not in laid_out([Pen(50)]).svg()
