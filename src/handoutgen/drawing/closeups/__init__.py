"""Close-ups: large hands, faces and parts of the body, set beside each other by a pose."""

from handoutgen.drawing.closeups.draw import draw_closeup

__all__ = ["draw_closeup"]
