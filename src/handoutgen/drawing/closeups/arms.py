"""Large hands with some of the arm, and the sleeve on it."""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from shapely.geometry import Polygon, box

from handoutgen.content.poses.closeups import HandPart
from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.hands.hand import HandShape, painted_over, traced
from handoutgen.drawing.hands.measures import FOREARM
from handoutgen.drawing.hands.postures import POSTURES, HandPosture, ThumbPosture
from handoutgen.drawing.hands.rig import HandRig, rigged, rotation_about_x, seen
from handoutgen.drawing.hands.tracing import cut_ends, in_front
from handoutgen.drawing.outline.shapes import biggest, tube

_SLEEVE_EASE = 0.55


def drawn_hand(part: HandPart) -> list[DrawnShape]:
    """The hand and forearm, their edges as heavy as their contour."""
    shape = _shape(part)
    return [DrawnShape("skin", _cut_end(shape.contour, part)), *(_heavier(detail) for detail in shape.details)]


def fingers_again(part: HandPart, digits: Sequence[str]) -> list[DrawnShape]:
    """Those fingers of a hand, to be painted over a thing that it holds."""
    shape, rig = _shape(part), _rig(part)
    depth = float(rig.grasp_spot[2])
    fingers = in_front(rig, depth, digits)
    edges = [detail.shape for detail in shape.details if detail.kind == "line"]
    again = painted_over(fingers, shape.contour, edges, cut_ends(rig, depth, digits))
    fine = [detail for detail in shape.details if detail.kind == "finest" and fingers.contains(detail.shape)]
    return [_heavier(detail) for detail in (*again, *fine)]


def sleeve_of(part: HandPart) -> list[DrawnShape]:
    """A sleeve that covers the arm from its cuff backwards."""
    if part.sleeve is None or part.sleeve >= part.arm:
        return []
    table = np.array(FOREARM)
    places = np.linspace(part.sleeve, part.arm, 8)
    half, radius = (np.interp(places, table[:, 0], table[:, column]) for column in (1, 2))
    squeeze = abs(np.cos(np.radians(part.turn)))
    widths = half * squeeze + radius + _SLEEVE_EASE
    cloth = tube([(-float(x), 0.0, float(width)) for x, width in zip(places, widths, strict=True)])
    cloth = cloth.intersection(box(-part.arm, -10, -part.sleeve, 10))
    return [DrawnShape("cloth", biggest(cloth))]


def _posture(part: HandPart) -> HandPosture:
    posture = POSTURES[part.shape]
    if part.bends is None:
        return posture
    said = {name: getattr(part.bends, name) for name in part.bends.model_fields_set}
    if part.bends.thumb:
        spread, across, roll, first, second = part.bends.thumb
        said["thumb"] = ThumbPosture(spread, across, roll, (first, second))
    return replace(posture, **{name: value for name, value in said.items() if value is not None})


def _rig(part: HandPart) -> HandRig:
    rig = rigged(_posture(part), bend=part.bend, tilt=part.tilt, forearm=part.arm)
    return seen(rig, rotation_about_x(part.turn))


def _shape(part: HandPart) -> HandShape:
    return traced(_rig(part))


def _cut_end(contour: Polygon, part: HandPart) -> Polygon:
    """The arm ends with a straight cut, not with a round stump."""
    return biggest(contour.intersection(box(-part.arm, -40, 60, 40))) if part.arm else contour


def _heavier(detail: DrawnShape) -> DrawnShape:
    return replace(detail, weight="contour") if detail.kind == "line" else detail
