"""A hand in its own axes: wrist at (0, 0), fingers along x, thumb at +y (the palm at -y if it is seen from an edge);
lengths in % of stature."""

import math
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from shapely import affinity
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.bounds import HAND_SHAPES
from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.hands.postures import POSTURES
from handoutgen.drawing.hands.rig import HandRig, rigged, rotation_about_x, seen
from handoutgen.drawing.hands.surface import marks
from handoutgen.drawing.hands.tracing import carried_on, cut_ends, in_front, inner_edges, outline
from handoutgen.drawing.outline.shapes import biggest, lines_of, smooth
from handoutgen.memory import remembered

HandView: TypeAlias = Literal["back", "palm", "thumb", "little_finger"]
TURNS: Final[dict[HandView, float]] = {"back": 0, "thumb": 90, "palm": 180, "little_finger": 270}
"""Degrees about the hand's length."""
_MIRRORED: Final = (45, 225)
"""A right hand that is turned by as much shows its thumb at -y, or its palm at +y: the left one is shown instead."""
_EDGE: Final = 0.12
_LEAST: Final = 0.05
_SAME_LINE: Final = 0.2
"""An edge nearer than this to one that is drawn is drawn already."""
_SHORTEST_EDGE: Final = 0.4
_WRIST: Final = box(-30, -10, 0.2, 10)
"""What belongs to the arm."""


class Hold(Struct, frozen=True):
    """Where a held thing sits in a hand: its middle, and where its length points, in degrees (0 along the fingers)."""

    point: tuple[float, float]
    angle: float


class HandShape(Struct, frozen=True):
    """A hand's contour, the lines on it, where it holds a thing, and what is painted again over that thing."""

    contour: Polygon
    details: tuple[DrawnShape, ...]
    holds: Hold
    over: tuple[DrawnShape, ...] = ()


def hand(shape: str, view: HandView | None = None, turn: float | None = None) -> HandShape:
    """A hand in a shape, seen from its usual side, from the one that is named, or turned so many degrees."""
    posture = POSTURES[shape]
    usual = TURNS[view] if view else posture.turn
    return turned_hand(shape, usual if turn is None else turn)


@remembered(HAND_SHAPES)
def turned_hand(shape: str, turn: float, bend: float = 0, tilt: float = 0, forearm: float = 0) -> HandShape:
    """A hand turned about its length by ``turn`` degrees (0 shows the back, 90 the thumb's edge, 180 the palm), its
    wrist bent to the palm and tilted to the thumb, with so much forearm."""
    posture = POSTURES[shape]
    rig = seen(rigged(posture, bend=bend, tilt=tilt, forearm=forearm), rotation_about_x(turn))
    whole = traced(rig)
    return mirrored(whole) if _MIRRORED[0] < turn % 360 < _MIRRORED[1] else whole


def traced(rig: HandRig) -> HandShape:
    """The shapes of a rig as it is turned to the viewer."""
    contour = outline(rig.chains())
    edges = inner_edges(rig, contour)
    details = (*(DrawnShape("line", edge) for edge in edges), *marks(rig))
    (x, y, depth), along = rig.grasp_spot.tolist(), rig.grasp_along
    hold = Hold((x, y), math.degrees(math.atan2(along[1], along[0])))
    over = painted_over(in_front(rig, depth), contour, edges, cut_ends(rig, depth))
    return HandShape(contour, details, hold, tuple(over))


def painted_over(
    fingers: BaseGeometry, contour: Polygon, edges: Sequence[BaseGeometry], cut: BaseGeometry | None = None
) -> list[DrawnShape]:
    """The part of a hand that lies before a held thing: filled, with those of its lines that are drawn anyway, and its
    own edge over the thing but at its ``cut`` ends."""
    shape = fingers.intersection(contour).difference(_WRIST)
    if shape.is_empty:
        return []
    near = shape.buffer(_EDGE).difference(_WRIST)
    rims = [DrawnShape("line", line, "contour") for line in lines_of(contour.boundary.intersection(near))]
    lines = [DrawnShape("line", piece) for edge in edges for piece in lines_of(edge.intersection(near))]
    if cut is not None:
        lines += _own_edges(shape, contour, edges, cut)
    parts = [part for part in getattr(shape, "geoms", (shape,)) if isinstance(part, Polygon) and part.area > _LEAST]
    areas = [DrawnShape("skin", _smoothed(part).intersection(contour), "none") for part in parts]
    return [*areas, *rims, *lines]


def _own_edges(
    shape: BaseGeometry, contour: Polygon, edges: Sequence[BaseGeometry], cut: BaseGeometry
) -> list[DrawnShape]:
    """The edges of fingers over a thing that are none where nothing is held."""
    drawn = unary_union([contour.boundary, *edges]).buffer(_SAME_LINE)
    free = shape.boundary.difference(unary_union([drawn, cut, _WRIST]))
    targets = [contour.boundary, *edges]
    return [DrawnShape("line", carried_on(line, targets)) for line in lines_of(free) if line.length > _SHORTEST_EDGE]


def _smoothed(part: Polygon) -> BaseGeometry:
    """Without the corners where fingers were joined; with its holes."""
    return smooth(part, 0.05, 0.05, 0.1, 0.08).difference(unary_union([Polygon(hole) for hole in part.interiors]))


def mirrored(shape: HandShape) -> HandShape:
    """The other hand, seen from the same side: y turned round."""

    def flipped(details: tuple[DrawnShape, ...]) -> tuple[DrawnShape, ...]:
        return tuple(replace(each, shape=affinity.scale(each.shape, 1, -1, origin=(0, 0))) for each in details)

    (contour,) = flipped((DrawnShape("skin", shape.contour),))
    (x, y), angle = shape.holds.point, shape.holds.angle
    return HandShape(biggest(contour.shape), flipped(shape.details), Hold((x, -y), -angle), flipped(shape.over))
