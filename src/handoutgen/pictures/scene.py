"""What a drawing shows, before it becomes operators: shapes in painting order, some of them in layers.

All boxes, clips and gradients are in the drawing's own units with y upwards; a shape keeps its own units too, for its
pen may be stretched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Segment, Transform
from handoutgen.pictures.svg_colours import Paint
from handoutgen.pictures.svg_style import Style


class Gradient(Struct, frozen=True, eq=False):
    """Colours that run into each other along a line (x1 y1 x2 y2) or between two circles (x0 y0 r0 x1 y1 r1)."""

    coordinates: tuple[float, ...]
    matrix: Transform
    """From the coordinates to the drawing's units."""
    stops: tuple[tuple[float, Paint], ...]
    """At least two; where each colour is reached, rising from 0 to 1."""


SceneInk = Paint | Gradient | None


class Shape(Struct, frozen=True, eq=False):
    """One outline and how it is painted."""

    segments: tuple[Segment, ...]
    matrix: Transform
    moved: tuple[Segment, ...]
    """The segments in the drawing's units."""
    style: Style
    fill: SceneInk
    stroke: SceneInk
    box: DrawingBox
    """Round all its ink."""
    line: int


class Clip(Struct, frozen=True, eq=False):
    """An outline that cuts off what lies outside it."""

    segments: tuple[Segment, ...]
    is_even_odd: bool
    box: DrawingBox

    @property
    def is_upright(self) -> bool:
        """Whether the outline is a plain rectangle, and so all of its box."""
        corners = {numbers for operator, numbers in self.segments if operator != "Z"}
        left, bottom, right, top = self.box
        return (
            all(operator in "MLZ" for operator, _ in self.segments)
            and [operator for operator, _ in self.segments].count("M") == 1
            and len(self.segments) <= 6
            and corners == {(left, bottom), (left, top), (right, bottom), (right, top)}
        )


class Mask(Struct, frozen=True, eq=False):
    """Items of which the lightness, or the cover (`is_alpha`), says how much of a layer is to be seen."""

    kids: tuple[Shape | Layer, ...]
    is_alpha: bool


class Layer(Struct, frozen=True, eq=False):
    """Items that are cut, masked or made see-through as one."""

    kids: tuple[Shape | Layer, ...]
    box: DrawingBox
    opacity: float = 1.0
    clips: tuple[Clip, ...] = ()
    masks: tuple[Mask, ...] = ()


SceneItem = Shape | Layer


def box_of(items: Iterable[SceneItem]) -> DrawingBox | None:
    """The box round all items; None without any."""
    box: DrawingBox | None = None
    for item in items:
        box = item.box if box is None else geometry.box_round(box, item.box)
    return box


def shapes_in(items: Iterable[SceneItem]) -> Iterator[Shape]:
    """All shapes, in painting order."""
    for item in items:
        if isinstance(item, Shape):
            yield item
        else:
            yield from shapes_in(item.kids)


def cut(
    items: tuple[SceneItem, ...], clips: Iterable[Clip], opacity: float, masks: tuple[Mask, ...]
) -> list[SceneItem]:
    """The items as one layer, if they need one: an upright clip round all their ink is left aside, as drawing programs
    put one round everything; and what a clip leaves nothing of is gone."""
    box = box_of(items)
    needed = []
    for clip in clips:
        if box is None:
            return []
        if clip.is_upright and geometry.shared_box(clip.box, box) == box:
            continue
        box = geometry.shared_box(clip.box, box)
        needed.append(clip)
    if box is None or opacity <= 0:
        return []
    if not needed and opacity >= 1 and not masks:
        return list(items)
    return [Layer(items, box, opacity, tuple(needed), masks)]
