"""From a rig that is turned to the viewer to a contour and the edges that are seen inside it."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from handoutgen.drawing.hands.rig import Chain, HandRig
from handoutgen.drawing.outline.shapes import Disc, biggest, disc, joined, lines_of, resampled, smooth, tube
from handoutgen.drawing.outline.vectors import Array, angle_between, unit, vector

PixelMask: TypeAlias = npt.NDArray[np.bool_]

_STEP = 0.08
_IN_FRONT = 0.22
"""A surface hides an edge only if it lies in front of it by more."""
_ON_CONTOUR = 0.06
_BESIDE_CONTOUR = 0.24
"""Edges that come no farther from the contour would only thicken it."""
_SAME_LINE = 0.2
"""Edges nearer than this to another are drawn once."""
_LEAST_HOLE = 1.3
"""Of a gap between thumb and fingers, in its area."""
_RUN_OUT = 0.7
"""How far an edge is followed where it runs into the contour."""
_REACH = 0.36
"""An end of a line that close to another line or the contour is carried on to it."""
_SHORTEST = 0.45
_CUT_EDGE = 0.06
_AHEAD = 0.5
"""Cosine between a line's end and the way to what it is carried on to; any more aside would make a corner."""
_TO_TOUCH = 0.12
"""An end so near to another line touches it, whichever way it runs."""
_ROOT_OF_THUMB, _ROOT_OF_FINGER, _ROOT_OF_CURLED, _ROOT_OF_CURLED_LITTLE = 7, 2, 6, 9
"""Balls at the wrist and at the knuckles whose edge is left out: there the ball of the thumb and the webs between the
fingers go over into the palm; under curled fingers it would end as a hook in the palm."""
_SHOWS_PALM, _CURLED = -0.5, 30
"""How far a hand is turned that shows its palm, and from how many degrees at the knuckle on its fingers are curled."""


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
        for part in _parts(chain, rig):
            for edge in _visible(*part, everything):
                drawn += _new_lines(edge, contour, drawn)
    return drawn


def in_front(rig: HandRig, depth: float, digits: Sequence[str] | None = None) -> BaseGeometry:
    """What of the hand, or of those of its fingers, lies before a plane at this depth."""
    return joined(tube(_discs(balls)) for balls in _near_runs(rig, depth, digits))


def cut_ends(rig: HandRig, depth: float, digits: Sequence[str] | None = None) -> BaseGeometry:
    """Where what lies before a plane has no edge of its own: in the palm, and where a finger comes from behind it.
    Where a finger dips through it, it meets the held thing, and that is an edge."""
    named = digits or [chain.name for chain in rig.digits]
    rooted = [disc(run[0, :2], float(run[0, 3])) for run in _near_runs(rig, depth, named)]
    palm = [tube(_discs(ray.balls)) for ray in rig.rays]
    return joined([*palm, *(end.boundary for end in rooted)]).buffer(_CUT_EDGE)


def _near_runs(rig: HandRig, depth: float, digits: Sequence[str] | None) -> Iterator[Array]:
    """The balls before a plane, chain by chain."""
    for chain in (*rig.digits, *rig.rays):
        if digits is not None and chain.name not in digits:
            continue
        near = chain.balls[:, 2] > depth
        for run in np.split(np.arange(len(near)), np.flatnonzero(np.diff(near)) + 1):
            if near[run[0]] and len(run) > 2:
                yield chain.balls[run]


def _discs(balls: Array) -> list[Disc]:
    return [(float(x), float(y), float(radius)) for x, y, _, radius in balls]


def _parts(chain: Chain, rig: HandRig) -> list[tuple[Array, int, int]]:
    """The whole digit, then what lies beyond each joint and before it; each with the number of the balls at its ends
    whose edge is none."""
    _, first, second, _ = chain.joints
    balls = chain.balls
    bend = angle_between(rig.turn @ vector(1, 0, 0), unit(balls[2, :3] - balls[0, :3]))
    curled = float(rig.back[2]) < _SHOWS_PALM and bend > _CURLED
    root = _ROOT_OF_THUMB if chain.name == "thumb" else _ROOT_OF_FINGER
    if curled and chain.name != "thumb":
        root = _ROOT_OF_CURLED_LITTLE if chain.name == "little" else _ROOT_OF_CURLED
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
            found += [carried_on(piece, targets) for piece in lines_of(line.intersection(core.buffer(_RUN_OUT)))]
    return found


def carried_on(line: LineString, targets: Sequence[BaseGeometry]) -> LineString:
    """A line whose ends are led on to what is near and ahead of them."""
    course = [tuple(point) for point in line.simplify(0.015).coords]
    for end in (0, -1):
        spot = Point(course[end])
        nearest = min(targets, key=lambda target: target.distance(spot))
        if 0.01 < nearest.distance(spot) < _REACH:
            meeting = nearest_points(nearest, spot)[0]
            if not _ahead(line, end, meeting):
                continue
            course.insert(0 if end == 0 else len(course), (meeting.x, meeting.y))
    carried = LineString(course)
    return carried if carried.is_simple else line


def _ahead(line: LineString, end: int, meeting: Point) -> bool:
    """Whether a line that is carried on to a point keeps its direction, or is so near that none is seen."""
    tip = line.interpolate(0 if end == 0 else line.length)
    before = line.interpolate(_REACH if end == 0 else line.length - _REACH)
    way, onwards = vector(meeting.x - tip.x, meeting.y - tip.y), vector(tip.x - before.x, tip.y - before.y)
    return tip.distance(meeting) < _TO_TOUCH or float(unit(way) @ unit(onwards)) > _AHEAD
