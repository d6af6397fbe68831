"""A close-up on a pen."""

from handoutgen.content.poses.closeups import CloseUp
from handoutgen.drawing.pen import Pen


def draw_closeup(pen: Pen, closeup: CloseUp) -> None:
    """Draw the parts of a close-up, back to front."""
