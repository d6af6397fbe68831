"""The trunk: a chain of ellipses along the spine, its outline, its surface, and the neck on top of it."""

import math

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.figure.girth import TRUNK_GIRTHS, Build, along
from handoutgen.drawing.outline.shapes import disc, smooth, swept, tube
from handoutgen.drawing.outline.vectors import Array, unit
from handoutgen.drawing.skeleton.body import Skeleton

SPINE = 31.5
"""Length from the hips to the root of the neck, in % of stature."""
_SIDES = 28
_LEVELS = 22
_SKIN_DEEP = 0.05
_BELLY, _BELLY_HEIGHT = 0.27, 0.17
_BUST, _BUST_HEIGHT = 0.68, 0.1
_NECK_RADII = (3.5, 3.15)


def section(skeleton: Skeleton, build: Build, level: float) -> Array:
    """The ring of skin at a level of the spine (0 hips, 1 neck): rows of x, y, z, starting at the front."""
    centre, forward, right = _ellipse(skeleton, build, level)
    turn = np.linspace(0, 2 * np.pi, _SIDES, endpoint=False)
    ring: Array = centre + np.outer(np.cos(turn), forward) + np.outer(np.sin(turn), right)
    return ring


def trunk_point(skeleton: Skeleton, build: Build, level: float, turn: float) -> tuple[Array, Array]:
    """A point of the skin and its way out; ``turn`` (radians) goes from the front to the figure's right."""
    centre, forward, right = _ellipse(skeleton, build, level)
    ahead, aside = forward * math.cos(turn), right * math.sin(turn)
    way: Array = unit(ahead / float(forward @ forward) + aside / float(right @ right))
    return centre + ahead + aside, way


def _ellipse(skeleton: Skeleton, build: Build, level: float) -> tuple[Array, Array, Array]:
    """The middle of the trunk at a level, and its half axes to the front and to the right."""
    half_width, half_depth, shift = along(TRUNK_GIRTHS, level)
    half_depth *= build.depth
    half_width *= 1 + (build.depth - 1) * 0.8
    swell = build.belly * _bell(level, _BELLY, _BELLY_HEIGHT) + build.bust * _bell(level, _BUST, _BUST_HEIGHT)
    frame, middle = _place_on_spine(skeleton, level)
    forward, right = skeleton.frames[frame].forward, skeleton.frames[frame].right
    return middle + forward * (shift + swell / 2), forward * (half_depth + swell / 2), right * half_width


def _bell(level: float, middle: float, spread: float) -> float:
    return math.exp(-(((level - middle) / spread) ** 2))


def _place_on_spine(skeleton: Skeleton, level: float) -> tuple[int, Array]:
    """The number of the nearest frame and the point on the spine, which goes on straight beyond its ends."""
    joints = len(skeleton.spine) - 1
    frame = int(np.clip(round(level * joints), 0, joints))
    beyond = level * SPINE - frame * SPINE / joints
    return frame, skeleton.spine[frame] + skeleton.frames[frame].up * beyond


def trunk_outline(skeleton: Skeleton, build: Build, start: float, end: float, ease: float = 0) -> BaseGeometry:
    """The outline between two levels of the spine, ``ease`` wider all round."""
    rings = [section(skeleton, build, float(level))[:, :2] for level in np.linspace(start, end, _LEVELS)]
    return swept(np.array(rings)).buffer(_SKIN_DEEP + ease)


def trunk_cloud(skeleton: Skeleton, build: Build, start: float, end: float) -> Array:
    """Points (x, y, z) all over the surface between two levels."""
    levels = np.linspace(start, end, 2 * _LEVELS)
    return np.vstack([section(skeleton, build, float(level)) for level in levels])


def neck_outline(skeleton: Skeleton, build: Build) -> Polygon:
    """The neck, and as much of the trunk as an open collar shows."""
    root, frame = skeleton.neck_base, skeleton.head_frame
    way = skeleton.head - frame.forward * 1.3 - root
    first = (float(root[0]), float(root[1]), _NECK_RADII[0])
    rest = [(float(p[0]), float(p[1]), _NECK_RADII[1]) for p in (root + way * 0.3, root + way * 0.8)]
    return smooth(unary_union([tube([first, *rest]), trunk_outline(skeleton, build, 0.8, 1.0)]), 1.2, 0.4, 0.4)


def shoulder_discs(skeleton: Skeleton, radius: float) -> list[Polygon]:
    """A disc on each shoulder joint."""
    return [disc(skeleton.shoulders[side][:2], radius) for side in ("right", "left")]
