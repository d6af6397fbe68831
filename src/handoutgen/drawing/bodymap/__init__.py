"""Body maps: a person from the front and from the back, with named regions to mark."""

from handoutgen.drawing.bodymap.draw import draw_body_map

__all__ = ["draw_body_map"]
