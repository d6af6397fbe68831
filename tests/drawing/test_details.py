"""Shapes with what they show: how they are moved, which lines a drawing can show, and areas with holes."""

import pytest
from shapely.geometry import LineString, Point, Polygon, box

from handoutgen.drawing.detail import DrawnShape, fineness, paint, placed, placement, slit, turned
from handoutgen.drawing.outline.vectors import vector
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.style import FigureColours

PALETTE = FigureColours()


@pytest.mark.parametrize(("size", "expected"), [(52, "small"), (75, "medium"), (159, "medium"), (160, "large")])
def test_a_drawing_shows_as_much_as_its_scale_allows(size: float, expected: str) -> None:
    assert fineness(Pen(size)) == expected


@pytest.mark.parametrize(("size", "count"), [(52, 1), (100, 2), (200, 3)])
def test_fine_lines_are_left_out_of_small_drawings(size: float, count: int) -> None:
    line = LineString([(0, 0), (5, 0)])
    pen = Pen(size)

    paint(pen, [DrawnShape("line", line), DrawnShape("fine", line), DrawnShape("finest", line)], PALETTE)

    assert len(pen.strokes) == count


def test_a_shape_is_turned_and_mirrored_about_its_origin() -> None:
    point = [DrawnShape("dot", Point(2, 1))]

    (turned_left,) = placed(point, turned((10, 20), 90))
    (mirrored,) = placed(point, turned((10, 20), 0, 2, flip=True))
    (by_axes,) = placed(point, placement(vector(1, 1, 5), vector(0, 1, 0), vector(-1, 0, 0)))

    assert (turned_left.shape.centroid.x, turned_left.shape.centroid.y) == pytest.approx((9, 22))
    assert (mirrored.shape.centroid.x, mirrored.shape.centroid.y) == pytest.approx((14, 18))
    assert (by_axes.shape.centroid.x, by_axes.shape.centroid.y) == pytest.approx((0, 3))


def test_an_area_with_a_hole_is_one_path_and_both_edges_are_drawn() -> None:
    ring = box(0, 0, 10, 10).difference(box(3, 3, 6, 6))
    assert isinstance(ring, Polygon)
    pen = Pen(100)

    paint(pen, [DrawnShape("skin", ring)], PALETTE)

    assert slit(ring).area == pytest.approx(100 - 9)
    assert not slit(ring).interiors
    fills = [stroke for stroke in pen.strokes if stroke.fill]
    edges = [stroke for stroke in pen.strokes if stroke.colour]
    assert (len(fills), len(edges)) == (1, 2)


def test_an_area_of_no_weight_has_no_line_and_a_small_eye_is_never_lost() -> None:
    pen = Pen(20)

    paint(pen, [DrawnShape("cloth", box(0, 0, 4, 4), "none"), DrawnShape("dot", Point(1, 1))], PALETTE)

    cloth, eye = pen.strokes
    assert (cloth.colour, cloth.fill) == (None, PALETTE.cloth)
    assert (eye.course[:, 0].max() - eye.course[:, 0].min()) * pen.mm_per_unit == pytest.approx(0.42, abs=0.01)
