"""From a rig that is turned to the viewer to a contour and the edges that are seen inside it."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from handoutgen.drawing.hands.rig import Chain, HandRig
from handoutgen.drawing.outline.shapes import Disc, biggest, joined, lines_of, resampled, smooth, tube
from handoutgen.drawing.outline.vectors import Array

PixelMask: TypeAlias = npt.NDArray[np.bool_]

_STEP = 0.08
_IN_FRONT = 0.22
"""A surface hides an edge only if it lies in front of it by more."""
_ON_CONTOUR = 0.06
_BESIDE_CONTOUR = 0.24
"""Edges that come no farther from the contour would only thicken it."""
_SAME_LINE = 0.2
"""Edges nearer than this to another are drawn once."""
_LEAST_HOLE = 0.6
"""Of a gap between thumb and fingers, in its area."""
_RUN_OUT = 0.7
"""How far an edge is followed where it runs into the contour."""
_REACH = 0.36
"""An end of a line that close to another line or the contour is carried on to it."""
_SHORTEST = 0.45
_ROOT_OF_THUMB = 2
"""Balls at the wrist whose edge is left out: the ball of the thumb has none there."""


def outline(chains: Sequence[Chain], close: float = 0.12) -> Polygon:
    """The contour round the chains."""
    flesh = joined(tube(_discs(chain.balls)) for chain in chains if chain.name in ("palm", "forearm"))
    digits = [tube(_discs(chain.balls)) for chain in chains if chain.name not in ("palm", "forearm")]
    whole = joined([smooth(flesh, 0.9, 0.5, 0.4), *digits])
    contour = smooth(whole, close, 0.05, 0.15, _STEP)
    for hole in biggest(whole.buffer(close).buffer(-close)).interiors:
        if Polygon(hole).area > _LEAST_HOLE:
            contour = biggest(contour.difference(smooth(Polygon(hole), 0.05, 0.1, 0.15, _STEP)))
    return contour


def inner_edges(rig: HandRig, contour: Polygon) -> list[LineString]:
    """The edges of fingers and thumb that are seen inside the contour, the nearest to the viewer first."""
    everything = np.vstack([chain.balls for chain in rig.chains()])
    drawn: list[LineString] = []
    for chain in sorted(rig.digits, key=lambda each: -float(each.balls[:, 2].mean())):
        for part in _parts(chain):
            for edge in _visible(*part, everything):
                drawn += _new_lines(edge, contour, drawn)
    return drawn


def in_front(rig: HandRig, depth: float, digits: Sequence[str] | None = None) -> BaseGeometry:
    """What of the hand, or of those of its fingers, lies before a plane at this depth."""
    shapes: list[BaseGeometry] = []
    for chain in (*rig.digits, *rig.rays):
        if digits is not None and chain.name not in digits:
            continue
        near = chain.balls[:, 2] > depth
        for run in np.split(np.arange(len(near)), np.flatnonzero(np.diff(near)) + 1):
            if near[run[0]] and len(run) > 2:
                shapes.append(tube(_discs(chain.balls[run])))
    return joined(shapes)


def _discs(balls: Array) -> list[Disc]:
    return [(float(x), float(y), float(radius)) for x, y, _, radius in balls]


def _parts(chain: Chain) -> list[tuple[Array, int, int]]:
    """The whole digit, then what lies beyond each joint and before it; each with the number of the balls at its ends
    whose edge is none."""
    _, first, second, _ = chain.joints
    balls = chain.balls
    root = _ROOT_OF_THUMB if chain.name == "thumb" else 0
    parts = [(balls, root, 0), (balls[first:], 1, 0), (balls[second:], 1, 0)]
    for joint in (first, second):
        parts.append((balls[: joint + 1], root, 0 if _turns_back(balls, joint) else 1))
    return parts


def _turns_back(balls: Array, joint: int) -> bool:
    """Whether a digit goes back under itself at a joint, as seen; only then has the joint an edge."""
    before, after = balls[joint, :2] - balls[joint - 1, :2], balls[joint + 1, :2] - balls[joint, :2]
    return float(before @ after) < 0


def _visible(balls: Array, cut_first: int, cut_last: int, everything: Array) -> list[LineString]:
    """The stretches of a tube's edge that no surface hides."""
    shape = biggest(tube(_discs(balls)))
    course = resampled(np.asarray(shape.exterior.coords), _STEP, closed=True)
    gap = np.abs(np.hypot(course[:, None, 0] - balls[:, 0], course[:, None, 1] - balls[:, 1]) - balls[:, 3])
    owner = gap.argmin(1)
    shown = ~hidden(course, balls[owner, 2], everything)
    shown &= (owner >= cut_first) & (owner < len(balls) - cut_last)
    return [LineString(run) for run in runs(course, shown) if len(run) > 2]


def hidden(course: Array, depth: Array, everything: Array) -> PixelMask:
    """Which points, at these depths, lie behind the surface of a ball."""
    apart = (course[:, None, 0] - everything[:, 0]) ** 2 + (course[:, None, 1] - everything[:, 1]) ** 2
    room = (everything[:, 3] - 0.02) ** 2 - apart
    surface = everything[:, 2] + np.sqrt(np.maximum(room, 0))
    return np.asarray(np.any((room > 0) & (surface > depth[:, None] + _IN_FRONT), axis=1), dtype=np.bool_)


def runs(course: Array, shown: PixelMask) -> list[Array]:
    """Stretches of a closed course that are shown."""
    count = len(course)
    if shown.all():
        return [np.vstack([course, course[:1]])]
    start = int(np.argmin(shown))
    runs: list[Array] = []
    current: list[int] = []
    for step in range(1, count + 1):
        index = (start + step) % count
        if shown[index]:
            current.append(index)
        elif current:
            runs.append(course[current])
            current = []
    return runs


def _new_lines(edge: LineString, contour: Polygon, drawn: Sequence[LineString]) -> list[LineString]:
    """What of an edge lies well inside the contour and is not drawn yet, its ends carried on to what they meet."""
    inside = edge.intersection(contour.buffer(-_ON_CONTOUR))
    for other in drawn:
        inside = inside.difference(other.buffer(_SAME_LINE))
    deep = contour.buffer(-_BESIDE_CONTOUR)
    targets: list[BaseGeometry] = [contour.boundary, *drawn]
    found: list[LineString] = []
    for line in lines_of(inside):
        core = line.intersection(deep)
        if core.length > _SHORTEST:
            found += [_carried_on(piece, targets) for piece in lines_of(line.intersection(core.buffer(_RUN_OUT)))]
    return found


def _carried_on(line: LineString, targets: Sequence[BaseGeometry]) -> LineString:
    course = [tuple(point) for point in line.simplify(0.015).coords]
    for end in (0, -1):
        spot = Point(course[end])
        nearest = min(targets, key=lambda target: target.distance(spot))
        if 0.01 < nearest.distance(spot) < _REACH:
            meeting = nearest_points(nearest, spot)[0]
            course.insert(0 if end == 0 else len(course), (meeting.x, meeting.y))
    carried = LineString(course)
    return carried if carried.is_simple else line
