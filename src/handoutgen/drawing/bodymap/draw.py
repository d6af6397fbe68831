"""A body map on a pen."""

from handoutgen.content.poses.closeups import BodyMap
from handoutgen.drawing.pen import Pen


def draw_body_map(pen: Pen, body_map: BodyMap) -> None:
    """Draw the body and its marked regions."""
