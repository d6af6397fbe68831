"""How near to the viewer a body's surface lies, and which parts of a contour show over what is painted already.

Where a thigh comes out of the pelvis or an arm out of the shoulder there is no edge; where it lies well before the
trunk there is one. An outline alone cannot tell the two, the depths of both surfaces can.
"""

from collections.abc import Sequence

import numpy as np
import shapely
from msgspec import Struct
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handoutgen.drawing.outline.shapes import resampled
from handoutgen.drawing.outline.vectors import Array

_CLOUD_REACH = 1.1
"""How far, in % of stature, a place may lie from the nearest known point of a surface."""
_ON_RIM = 0.9
"""A place on a contour farther than this from its solid's own edge lies in a rounded corner between two parts."""
_STEP = 0.2
_INSIDE = 0.12
_SHORTEST_SHOWN = 1.6
_SHORTEST_GAP = 1.2


class Solid(Struct, frozen=True):
    """A body's surface: chains of balls (rows of x, y, z, radius), and points (x, y, z) all over a trunk."""

    chains: tuple[Array, ...] = ()
    cloud: Array | None = None

    def surface(self, places: Array) -> Array:
        """How near to the viewer the surface lies at each place (x, y); -inf beside it."""
        depth = np.full(len(places), -np.inf)
        for rows in self.chains:
            across = np.sum((places[:, None, :] - rows[None, :, :2]) ** 2, axis=2)
            inside = rows[None, :, 3] ** 2 - across
            height = np.where(inside >= 0, rows[None, :, 2] + np.sqrt(np.maximum(inside, 0)), -np.inf)
            depth = np.maximum(depth, height.max(axis=1))
        if self.cloud is not None:
            across = np.sum((places[:, None, :] - self.cloud[None, :, :2]) ** 2, axis=2)
            height = np.where(across < _CLOUD_REACH**2, self.cloud[None, :, 2], -np.inf)
            depth = np.maximum(depth, height.max(axis=1))
        return depth

    def rim(self, places: Array) -> tuple[Array, Array]:
        """How near the solid's own edge lies at each place, and how far away on the page that edge is.

        The edge of a trunk counts as farthest of all: where a limb runs on from it, it never shows.
        """
        depth, distance = np.full(len(places), -np.inf), np.full(len(places), np.inf)
        for rows in self.chains:
            across = np.sqrt(np.sum((places[:, None, :] - rows[None, :, :2]) ** 2, axis=2))
            depth, distance = _nearer(depth, distance, np.abs(across - rows[None, :, 3]), rows[:, 2])
        if self.cloud is not None:
            across = np.sqrt(np.sum((places[:, None, :] - self.cloud[None, :, :2]) ** 2, axis=2))
            depth, distance = _nearer(depth, distance, across, np.full(len(self.cloud), -np.inf))
        return depth, distance


def _nearer(depth: Array, distance: Array, gaps: Array, heights: Array) -> tuple[Array, Array]:
    best = np.argmin(gaps, axis=1)
    gap = gaps[np.arange(len(gaps)), best]
    closer = gap < distance
    return np.where(closer, heights[best], depth), np.where(closer, gap, distance)


class Ground(Struct, frozen=True):
    """What is painted already in the same colour, and runs on into the next piece near a joint.

    Within ``reach`` of the joint an edge over it shows only if it lies ``rise`` nearer to the viewer; never, if the
    rise is infinite.
    """

    outline: BaseGeometry
    solid: Solid
    joint: Array
    reach: float
    rise: float = np.inf


def shown_contour(outline: Polygon, solid: Solid, grounds: Sequence[Ground]) -> list[LineString]:
    """The parts of a contour that show as edges: one closed line if all of it does."""
    contour = resampled(np.asarray(outline.exterior.coords), _STEP, closed=True)
    hidden = np.zeros(len(contour), dtype=bool)
    depth, distance = solid.rim(contour)
    depth = np.where(distance > _ON_RIM, -np.inf, depth)
    for ground in grounds:
        hidden |= _melts(contour, depth, ground)
    if not hidden.any():
        return [LineString(np.asarray(outline.exterior.coords))]
    return _runs(contour, _without_specks(hidden))


def _melts(contour: Array, depth: Array, ground: Ground) -> Array:
    near = np.hypot(*(contour - ground.joint[:2]).T) < ground.reach
    inner = ground.outline.buffer(-_INSIDE)
    inside: Array = near & np.asarray(shapely.contains_xy(inner, contour[:, 0], contour[:, 1]), dtype=bool)
    if not inside.any() or np.isinf(ground.rise):
        return inside
    places = np.where(inside)[0]
    surface = ground.solid.surface(contour[places])
    inside[places] = depth[places] < surface + ground.rise
    return inside


def _without_specks(hidden: Array) -> Array:
    """Gaps and shown pieces that are too short to be drawn take the state of their neighbours."""
    cleaned = hidden.copy()
    for state, shortest in ((True, _SHORTEST_GAP), (False, _SHORTEST_SHOWN)):
        for start, length in _stretches(cleaned):
            if cleaned[start] == state and length * _STEP < shortest and length < len(cleaned):
                cleaned[(start + np.arange(length)) % len(cleaned)] = not state
    return cleaned


def _stretches(states: Array) -> list[tuple[int, int]]:
    """Where each run of equal states round a closed contour starts, and how long it is."""
    starts = [int(i) for i in np.where(states != np.roll(states, 1))[0]]
    if not starts:
        return [(0, len(states))]
    ends = [*starts[1:], starts[0] + len(states)]
    return [(start, end - start) for start, end in zip(starts, ends, strict=True)]


def _runs(contour: Array, hidden: Array) -> list[LineString]:
    lines = []
    for start, length in _stretches(hidden):
        if not hidden[start]:
            places = (start + np.arange(length)) % len(contour)
            if length == len(contour):
                places = np.r_[places, start]
            if len(places) > 1:
                lines.append(LineString(contour[places]))
    return lines
