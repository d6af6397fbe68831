"""Props in three dimensions: solid boxes in the room, and what the viewer sees of them."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString

from drawing.prop_examples import drawn, prop_of, width_and_height
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import pieces_of, solids
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.space import Box, PropAxes, Stage
from handoutgen.drawing.style import FigureColours


def stage(facing: float, camera: float = 0) -> Stage:
    return Stage(Brush(Pen(100), FigureColours(), {}, camera), PropAxes((0, 0, 0), facing))


def test_a_box_knows_how_deep_a_point_lies_in_it() -> None:
    box = Box((10, 5, 0), (20, 10, 4))
    assert box.depth_inside((10, 5, 0)) == pytest.approx(2)
    assert box.depth_inside((10, 9, 0)) == pytest.approx(1)
    assert box.depth_inside((10, 11, 0)) == pytest.approx(-1)
    assert box.depth_inside((21, 5, 0)) == pytest.approx(-1)


def test_a_turned_box_turns_its_corners_and_its_inside() -> None:
    box = Box((0, 0, 0), (20, 2, 4), facing=90)
    assert np.ptp(box.corners()[:, 2]) == pytest.approx(20)
    assert np.ptp(box.corners()[:, 0]) == pytest.approx(4)
    assert box.depth_inside((0, 0, 9)) == pytest.approx(1)
    assert box.depth_inside((9, 0, 0)) < 0


def test_axes_place_a_box_where_its_prop_faces() -> None:
    box = PropAxes((5, 0, 0), 180).box((0, 10), (2, 4), (-1, 1))
    assert box.middle == pytest.approx((0, 3, 0))
    assert box.size == (10, 2, 2)


def test_the_near_side_alone_is_drawn_when_it_covers_the_far_one() -> None:
    assert stage(0).pair(10) == (10,)
    assert stage(180).pair(10) == (-10,)
    assert stage(90).pair(10) == (-10, 10)
    assert stage(0, camera=20).pair(10) == (-10, 10)
    assert stage(-30).pair(10) == (-10, 10)
    assert stage(150).pair(10) == (10, -10)


@pytest.mark.parametrize(("facing", "camera", "edges"), [(0, 0, 0), (0, 20, 1), (30, 0, 1), (30, 20, 3), (90, 20, 1)])
def test_edges_show_between_the_faces_that_are_seen(facing: float, camera: float, edges: int) -> None:
    view = stage(facing, camera)
    view.block((-10, 10), (0, 10), (-6, 6))
    assert len([stroke for stroke in view.brush.pen.strokes if not stroke.closed]) == edges


def test_a_top_of_another_colour_shows_only_from_above() -> None:
    for camera, fills in ((0, ["#cce0e2"]), (20, ["#cce0e2", "#ffffff"])):
        view = stage(0, camera)
        view.block((-10, 10), (0, 10), (-6, 6), 0.5, "cloth", top="white")
        assert [stroke.fill for stroke in view.brush.pen.strokes if stroke.fill] == fills


def test_a_ring_seen_from_its_edge_has_no_width() -> None:
    assert isinstance(stage(90).ring((0, 10, 0), 5), LineString)
    x0, y0, x1, y1 = stage(90).ring((0, 10, 0), 5).bounds
    assert (x1 - x0, y1 - y0) == pytest.approx((0, 10))


@pytest.mark.parametrize("kind", ["chair_front", "wheelchair", "frame", "rollator"])
def test_a_front_view_is_symmetric(kind: str) -> None:
    x0, _, x1, _ = drawn(prop_of(kind, x=0, facing=90)).bounds()
    assert x0 == pytest.approx(-x1, abs=0.05)


@pytest.mark.parametrize("facing", [0, 50, 90, 130, 180, -60, -90])
def test_a_chair_stands_on_its_seat_box_from_every_side(facing: float) -> None:
    chair = prop_of("chair", x=3, facing=facing)
    seat, rest = solids(chair)
    x0, _, x1, _ = drawn(chair).bounds()
    for box in (seat, rest):
        assert x0 - 0.8 <= box.corners()[:, 0].min(), "round corners take off a little"
        assert box.corners()[:, 0].max() <= x1 + 0.8
    assert rest.middle[1] > seat.middle[1]


def test_a_chair_that_faces_the_viewer_has_its_seat_in_the_middle() -> None:
    seat = solids(prop_of("chair_front", x=4, z=2))[0]
    assert seat.middle[0] == pytest.approx(4)
    assert seat.middle[2] == pytest.approx(2, abs=0.5)


def test_a_backrest_towards_the_viewer_comes_before_the_sitter() -> None:
    assert [piece.layer for piece in pieces_of(prop_of("chair", x=0, facing=-90))] == ["back", "front"]
    assert [piece.layer for piece in pieces_of(prop_of("chair_front", x=0, facing=-90))] == ["back", "front"]
    assert [piece.layer for piece in pieces_of(prop_of("chair_front", x=0))] == ["back"]
    assert [piece.layer for piece in pieces_of(prop_of("chair", x=0, facing=60))] == ["back"]
    assert [piece.layer for piece in pieces_of(prop_of("chair", x=0))] == ["back"]


def test_looking_down_shows_the_depth_of_a_mat() -> None:
    _, flat = width_and_height(prop_of("mat", x=[0, 100]))
    _, deep = width_and_height(prop_of("mat", x=[0, 100]), camera=30)
    assert flat == pytest.approx(2.3, abs=0.1)
    assert deep == pytest.approx(36 * np.sin(np.radians(30)) + 2.3 * np.cos(np.radians(30)), abs=0.3)


def test_the_far_side_of_a_walking_frame_shows_beside_the_near_one() -> None:
    near = width_and_height(prop_of("frame", x=0, facing=0))[0]
    usual = width_and_height(prop_of("frame", x=0))[0]
    assert 4 <= usual - near <= 6
    assert drawn(prop_of("frame", x=0)).bounds()[0] == pytest.approx(
        drawn(prop_of("frame", x=0, facing=0)).bounds()[0], abs=0.8
    )


def test_the_edge_of_a_mat_hides_what_sinks_into_it_seen_from_the_side() -> None:
    mat, alone = prop_of("mat", x=[0, 100]), prop_of("mat", x=[0, 100], layer="back")
    assert [piece.layer for piece in pieces_of(mat)] == ["back", "front"]
    assert len(drawn(mat).strokes) == 2 and len(drawn(mat, camera=30).strokes) == len(drawn(alone, camera=30).strokes)
    assert [piece.layer for piece in pieces_of(alone)] == ["back"]
