"""Shapes, smooth lines and the curves fitted to them."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from shapely.geometry import LineString, MultiPolygon, Point, box

from handoutgen.drawing.outline.cubics import fitted
from handoutgen.drawing.outline.shapes import (
    bar,
    bent_bar,
    biggest,
    disc,
    ellipse,
    half_plane,
    hand_set,
    hand_set_line,
    hull,
    joined,
    lines_of,
    resampled,
    rounded_box,
    smooth,
    tube,
)
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, angle_between, points, unit, vector


def on_cubics(cubics: list[Array], steps: int = 20) -> Array:
    t = np.linspace(0, 1, steps)[:, None]
    return np.vstack(
        [(1 - t) ** 3 * c[0] + 3 * t * (1 - t) ** 2 * c[1] + 3 * t * t * (1 - t) * c[2] + t**3 * c[3] for c in cubics]
    )


def test_directions_have_length_one_unless_they_have_none() -> None:
    assert unit(vector(3, 4)) == pytest.approx([0.6, 0.8])
    assert unit(vector(0, 0)) == pytest.approx([0, 0])
    assert angle_between(vector(1, 0), vector(0, 1)) == pytest.approx(90)
    assert points([(1, 2), (3, 4)]).shape == (2, 2)


def test_a_smooth_line_goes_through_its_points_and_turns_corners_only_where_it_may() -> None:
    course = [(0, 0), (4, 0), (4, 4), (0, 4)]
    line = through(course, closed=True, steps=10)
    assert len(line) == 40
    assert line[[0, 10, 20, 30]].tolist() == [list(place) for place in course]
    sharp = through(course, closed=True, sharp=(0, 1, 2, 3))
    assert hand_set(course, sharp=(0, 1, 2, 3)).area == pytest.approx(16)
    assert LineString(sharp).length == pytest.approx(15.6, abs=0.1)
    assert hand_set(course).area > 16
    assert hand_set_line(course).coords[-1] == (0, 4)


def test_a_tube_covers_its_discs_and_nothing_far_from_them() -> None:
    limb = tube([(0, 0, 2), (10, 0, 1)])
    assert limb.contains(disc((0, 0), 1.99)) and limb.contains(disc((10, 0), 0.99))
    assert limb.bounds == pytest.approx((-2, -2, 11, 2), abs=0.02)
    assert tube([(0, 0, 2)]).area == pytest.approx(math.pi * 4, rel=0.02)


def test_smoothing_closes_a_narrow_slit_and_takes_off_a_narrow_spike() -> None:
    slit = box(0, 0, 10, 10).difference(box(4.8, 4, 5.2, 10))
    spike = box(0, 0, 10, 10).union(box(4.8, 10, 5.2, 14))
    assert smooth(slit, 1.0, 0.0, 0.3).contains(Point(5, 8))
    assert smooth(slit, 0.1, 0.0, 0.05).contains(Point(5, 8)) is False
    assert smooth(spike, 0.2, 0.6, 0.3).bounds[3] < 10.3


def test_points_along_a_contour_lie_evenly() -> None:
    even = resampled(np.asarray(box(0, 0, 4, 4).exterior.coords), 0.5, closed=True)
    gaps = [float(np.hypot(*(second - first))) for first, second in pairwise(even)]
    assert len(even) == 32
    assert max(gaps) == pytest.approx(0.5) and min(gaps) > 0.3


def test_of_many_polygons_the_largest_is_kept() -> None:
    assert biggest(MultiPolygon([box(0, 0, 1, 1), box(5, 5, 8, 8)])).area == 9
    assert biggest(LineString([(0, 0), (1, 1)])).is_empty


def test_a_half_plane_lies_on_the_side_it_points_to() -> None:
    cut = half_plane((2, 0), (1, 0), 10)
    assert cut.contains(Point(3, 5)) and not cut.contains(Point(1, 5))


def test_bars_and_boxes_have_the_size_they_are_given() -> None:
    assert bar([(0, 0), (10, 0)], 2).bounds == pytest.approx((-1, -1, 11, 1))
    assert bent_bar([(0, 0), (5, 0), (10, 0)], 2).bounds == pytest.approx((-1, -1, 11, 1))
    assert rounded_box(0, 0, 10, 4, 1).bounds == pytest.approx((0, 0, 10, 4))
    assert rounded_box(0, 0, 10, 4, 1).area < 40
    assert ellipse(1, 2, 3, 1).bounds == pytest.approx((-2, 1, 4, 3))
    assert hull(disc((0, 0), 1), disc((4, 0), 1)).contains(Point(2, 0.9))
    assert joined([box(0, 0, 1, 1), box(1, 0, 2, 1)]).area == 2


def test_lines_that_meet_become_one() -> None:
    cross = LineString([(0, 0), (2, 0)]).union(LineString([(2, 0), (3, 1)]))
    assert [len(line.coords) for line in lines_of(cross)] == [3]
    assert lines_of(Point(0, 0)) == []


@pytest.mark.parametrize("tolerance", [0.02, 0.1])
def test_curves_stay_as_near_to_the_line_as_they_are_told(tolerance: float) -> None:
    circle = np.asarray(Point(0, 0).buffer(5, 64).exterior.coords)
    cubics = fitted(circle, closed=True, tolerance=tolerance)
    radii = np.hypot(*on_cubics(cubics).T)
    assert np.abs(radii - 5).max() < tolerance * 1.5
    assert len(cubics) <= 8
    assert cubics[0][0] == pytest.approx(cubics[-1][3])


def test_a_straight_line_is_one_curve_and_a_corner_stays_a_corner() -> None:
    assert len(fitted(np.array([[0.0, 0.0], [10.0, 0.0]]), closed=False)) == 1
    square = fitted(np.asarray(box(0, 0, 8, 8).exterior.coords), closed=True)
    ends = {tuple(np.round(cubic[3], 6)) for cubic in square}
    assert {(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)} <= ends
    assert len(square) == 4


def test_small_shapes_are_followed_in_smaller_steps() -> None:
    small = np.asarray(Point(0, 0).buffer(0.35, 32).exterior.coords)
    off = [
        np.abs(np.hypot(*on_cubics(fitted(small, closed=True, tolerance=0.005, step=step)).T) - 0.35).max()
        for step in (0.22, 0.05)
    ]
    assert off[1] < 0.01 < off[0]


def test_a_point_alone_does_not_break_the_fitting() -> None:
    assert len(fitted(np.array([[1.0, 1.0], [1.0, 1.0]]), closed=False)) == 1
