"""Plane geometry: matrices compose, arcs end where they should, boxes hold what is drawn and no more."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import Segment, Transform

number = st.floats(-100, 100).map(lambda value: round(value, 3))
matrix = st.tuples(*[number] * 6)


@given(matrix, matrix, number, number)
def test_a_product_applies_the_inner_matrix_first(outer: Transform, inner: Transform, x: float, y: float) -> None:
    point: list[Segment] = [("M", (x, y))]
    twice = geometry.transformed(geometry.transformed(point, inner), outer)
    at_once = geometry.transformed(point, geometry.multiply(outer, inner))
    assert at_once[0][1] == pytest.approx(twice[0][1], rel=1e-6, abs=1e-3)


@pytest.mark.parametrize(
    ("of", "scale"),
    [((1, 0, 0, 1, 5, 5), 1), ((0, 2, -2, 0, 0, 0), 2), ((3, 0, 0, -3, 0, 0), 3), ((2, 0, 0, 1, 0, 0), None),
     ((1, 0, 1, 1, 0, 0), None)],
)  # fmt: skip
def test_only_an_even_matrix_has_a_scale(of: Transform, scale: float | None) -> None:
    assert geometry.scale_of(of) == scale


def test_a_matrix_that_squeezes_everything_flat_is_told() -> None:
    assert geometry.is_flat((1, 2, 2, 4, 0, 0))
    assert not geometry.is_flat((0, 1, 1, 0, 0, 0))


@given(number, number, st.floats(0.1, 50), st.floats(0.1, 50), number, st.booleans(), st.booleans(), number, number)
def test_an_arc_ends_where_it_should(
    x: float, y: float, rx: float, ry: float, turn: float, large: bool, sweep: bool, to_x: float, to_y: float
) -> None:
    curves = geometry.arc(x, y, rx, ry, turn, large, sweep, to_x, to_y)
    assert not curves if (x, y) == (to_x, to_y) else curves[-1][1][-2:] == (to_x, to_y)
    assert len(curves) <= 4


@pytest.mark.parametrize(("large", "sweep", "middle"), [(0, 0, (-1, 0)), (0, 1, (1, 0)), (1, 1, (1, 0))])
def test_a_half_circle_bends_to_the_side_its_sweep_says(large: int, sweep: int, middle: tuple[float, float]) -> None:
    curves = geometry.arc(0, -1, 1, 1, 0, bool(large), bool(sweep), 0, 1)
    assert curves[0][1][-2:] == pytest.approx(middle, abs=1e-9)


def test_the_box_of_a_circle_is_its_diameter() -> None:
    assert geometry.bounds(geometry.ellipse(10, 20, 3, 4)) == pytest.approx((7, 16, 13, 24))


def test_a_box_holds_the_belly_of_a_curve_but_not_its_control_points() -> None:
    box = geometry.bounds([("M", (0, 0)), ("C", (0, 8, 8, 8, 8, 0))])
    assert box == pytest.approx((0, 0, 8, 6))


def test_the_belly_counts_from_the_point_before_the_curve() -> None:
    far: list[Segment] = [("M", (0, 0)), ("L", (90, 0)), ("M", (0, 50)), ("C", (0, 66, 8, 66, 8, 50))]
    assert geometry.bounds(far) == pytest.approx((0, 0, 90, 62))


def test_nothing_has_no_box() -> None:
    assert geometry.bounds([]) is None
    assert geometry.bounds([("Z", ())]) is None


@given(st.floats(-1e6, 1e6))
def test_numbers_are_written_plainly(value: float) -> None:
    text = geometry.plain(value)
    assert "e" not in text.lower()
    assert text != "-0"
    assert len(text.partition(".")[2]) <= 3
    assert abs(float(text) - value) <= 0.0005 + 1e-9


def test_a_unit_circle_is_round_to_a_thousandth() -> None:
    for _, numbers in geometry.ellipse(0, 0, 1, 1)[1:-1]:
        assert hypot(*numbers[-2:]) == pytest.approx(1, abs=1e-9)
