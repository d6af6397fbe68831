"""The hands of whole figures: a sketch where there is one, else the traced hand without its narrow clefts."""

from typing import Final

from shapely.geometry import LineString, Polygon

from handoutgen.bounds import HAND_SHAPES
from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.hands.hand import TURNS, HandShape, HandView, hand, painted_over
from handoutgen.drawing.hands.postures import POSTURES
from handoutgen.drawing.hands.sketches import SKETCHES, Sketch
from handoutgen.drawing.outline.shapes import hand_set, hand_set_line
from handoutgen.memory import remembered

_NEAR: Final = 30
"""A hand turned by no more degrees from a view is drawn as in that view."""


@remembered(HAND_SHAPES)
def simple_hand(shape: str, view: HandView | None = None, turn: float | None = None) -> HandShape | None:
    """A hand's sketch, with the place and direction of a held thing as in the traced hand; none if there is no sketch
    of this shape near this view."""
    sketch = _sketch(shape, view, turn)
    return None if sketch is None else _drawn(sketch, hand(shape, view, turn))


def _sketch(shape: str, view: HandView | None, turn: float | None) -> Sketch | None:
    degrees = turn if turn is not None else TURNS[view] if view else POSTURES[shape].turn
    apart = {name: abs((degrees - angle + 180) % 360 - 180) for name, angle in TURNS.items()}
    nearest = min(apart, key=lambda name: apart[name])
    return SKETCHES.get((shape, nearest)) if apart[nearest] <= _NEAR else None


def _drawn(sketch: Sketch, traced: HandShape) -> HandShape:
    count = len(sketch.contour)
    contour = hand_set(sketch.contour, sharp=(0, count - 1))
    lines = [_inside(hand_set_line(line), contour) for line in sketch.lines]
    over = painted_over(Polygon(sketch.over), contour, lines) if sketch.over else []
    return HandShape(contour, tuple(DrawnShape("line", line) for line in lines), traced.holds, tuple(over))


def _inside(line: LineString, contour: Polygon) -> LineString:
    """A line as far as it lies in the contour."""
    within = line.intersection(contour)
    return within if isinstance(within, LineString) and not within.is_empty else line
