"""The head in its place on the neck."""

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.detail import DrawnShape, fineness, paint, placed, placement
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.heads.head import head, head_view
from handoutgen.drawing.outline.vectors import unit

HEAD_SCALE = 1.03


def head_layer(body: Dressed) -> None:
    """Draw the head."""
    paint(body.pen, _head_shapes(body), body.palette)


def head_outline(body: Dressed) -> BaseGeometry:
    """What the head covers, with the hair or the scarf that falls on the shoulders."""
    return unary_union([each.shape for each in _head_shapes(body) if isinstance(each.shape, Polygon)])


def _head_shapes(body: Dressed) -> list[DrawnShape]:
    frame = body.skeleton.head_frame
    view = head_view(float(frame.forward[2]))
    if view in ("front", "back"):
        across = unit((-frame.right if view == "front" else frame.right)[:2])
        up = unit(frame.up[:2])
    else:
        across = unit(frame.forward[:2])
        up = unit(frame.up[:2] - across * float(frame.up[:2] @ across))
    place = placement(body.skeleton.head[:2], across * HEAD_SCALE, up * HEAD_SCALE)
    return placed(head(view, body.figure, fineness(body.pen)), place)
