"""A hand in three dimensions: from a posture to chains of balls that its skin is drawn round."""

import math
from itertools import pairwise

import numpy as np
from msgspec import Struct

from handoutgen.drawing.hands.measures import (
    FINGER_MEASURES,
    FINGERS,
    FOREARM,
    HEEL,
    PALM_RADII,
    PALM_ROOTS,
    THUMB_BASE,
    THUMB_BONES,
    THUMB_RADII,
)
from handoutgen.drawing.hands.postures import HandPosture, ThumbPosture
from handoutgen.drawing.outline.vectors import Array, unit, vector

_BALLS_PER_BONE = 9
_TURN = 0.26
"""Share of a bone on which its joint turns."""
_PALM_ROWS = 10
_FANNED = {"index": 1.0, "middle": 0.15, "ring": -0.75, "little": -1.7}
"""Share of the fan that each finger takes, + to the thumb's side."""
_CONVERGENCE = {"index": -5.0, "middle": -1.0, "ring": 5.0, "little": 10.0}
"""Degrees by which bent fingers point to the heel of the thumb."""


class Chain(Struct, frozen=True):
    """Balls in a row (x, y, z, radius), the numbers of those at its joints, and where its pad and its tip point."""

    name: str
    balls: Array
    joints: tuple[int, ...]
    pad: Array
    tip_direction: Array

    def side(self) -> Array:
        """Across the digit, in the plane of its nail."""
        return np.cross(self.tip_direction, self.pad)


class HandRig(Struct, frozen=True):
    """All chains of one hand: the palm's rays, the fingers and the thumb, and the forearm if there is one; and where a
    held thing lies, along which direction."""

    rays: tuple[Chain, ...]
    digits: tuple[Chain, ...]
    forearm: tuple[Chain, ...]
    grasp_spot: Array
    grasp_along: Array
    turn: Array
    """What has turned the hand from its own axes."""

    @property
    def back(self) -> Array:
        """Out of the back of the hand."""
        return self.turn @ vector(0, 0, 1)

    def chains(self) -> tuple[Chain, ...]:
        """All of them."""
        return (*self.rays, *self.digits, *self.forearm)


def rigged(posture: HandPosture, *, bend: float = 0, tilt: float = 0, forearm: float = 0) -> HandRig:
    """The hand in a posture; the wrist bent ``bend`` degrees to the palm and tilted to the thumb by ``tilt``, with
    ``forearm`` of the arm behind it."""
    digits = [_finger(name, getattr(posture, name), posture.fan) for name in FINGERS]
    thumb = _thumb(posture.thumb)
    rays = _palm(thumb)
    turn = _wrist(bend, tilt)
    arm = _forearm(forearm) if forearm else ()
    return HandRig(
        tuple(_turned(chain, turn) for chain in rays),
        tuple(_turned(chain, turn) for chain in (*digits, thumb)),
        arm,
        turn @ vector(*posture.grasp.spot),
        turn @ vector(*posture.grasp.along),
        turn,
    )


def rotation_about_x(degrees: float) -> Array:
    """A matrix that turns y to z."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]], dtype=np.float64)


def seen(rig: HandRig, turn: Array) -> HandRig:
    """The rig turned as a whole, z to the viewer."""
    rays, digits, forearm = (
        tuple(_turned(each, turn) for each in part) for part in (rig.rays, rig.digits, rig.forearm)
    )
    return HandRig(rays, digits, forearm, turn @ rig.grasp_spot, turn @ rig.grasp_along, turn @ rig.turn)


def _turned(chain: Chain, turn: Array) -> Chain:
    balls = np.c_[chain.balls[:, :3] @ turn.T, chain.balls[:, 3]]
    return Chain(chain.name, balls, chain.joints, turn @ chain.pad, turn @ chain.tip_direction)


def _wrist(bend: float, tilt: float) -> Array:
    b, t = math.radians(bend), math.radians(tilt)
    down = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0], [-math.sin(b), 0, math.cos(b)]])
    sideways = np.array([[math.cos(t), -math.sin(t), 0], [math.sin(t), math.cos(t), 0], [0, 0, 1]])
    turn: Array = down @ sideways
    return turn


def _finger(name: str, bends: tuple[float, float, float], fan: float) -> Chain:
    measure = FINGER_MEASURES[name]  # type: ignore[index]
    aside = math.radians(_FANNED[name] * fan + _CONVERGENCE[name] * min(max(bends[0], 0), 90) / 90)
    ahead, inward = vector(math.cos(aside), math.sin(aside), 0), vector(0, 0, -1)
    corners, total = [vector(*measure.knuckle)], 0.0
    direction = ahead
    for bend, length in zip(bends, measure.bones, strict=True):
        total += math.radians(bend)
        direction = ahead * math.cos(total) + inward * math.sin(total)
        corners.append(corners[-1] + direction * length)
    pad = inward * math.cos(total) - ahead * math.sin(total)
    return _chain(name, corners, measure.radii, pad, direction)


def _thumb(posture: ThumbPosture) -> Chain:
    spread, across, roll = (math.radians(value) for value in (posture.spread, posture.across, posture.roll))
    direction = vector(math.cos(across) * math.cos(spread), math.cos(across) * math.sin(spread), -math.sin(across))
    pad = vector(0, -math.cos(roll), -math.sin(roll))
    pad = unit(pad - direction * float(pad @ direction))
    corners = [vector(*THUMB_BASE)]
    for bend, length in zip((0.0, *posture.bends), THUMB_BONES, strict=True):
        angle = math.radians(bend)
        direction, pad = (
            direction * math.cos(angle) + pad * math.sin(angle),
            pad * math.cos(angle) - direction * math.sin(angle),
        )
        corners.append(corners[-1] + direction * length)
    return _chain("thumb", corners, THUMB_RADII, pad, direction)


def _chain(name: str, corners: list[Array], radii: tuple[float, ...], pad: Array, direction: Array) -> Chain:
    """Balls along the bones; at the joints the line turns on a curve, as flesh does."""
    rows = []
    for number in range(3):
        for t in np.linspace(0, 1, _BALLS_PER_BONE, endpoint=False):
            middle = _rounded(corners, number, float(t))
            rows.append([*middle, radii[number] * (1 - t) + radii[number + 1] * t])
    rows.append([*corners[3], radii[3]])
    joints = tuple(_BALLS_PER_BONE * number for number in range(4))
    return Chain(name, np.array(rows, dtype=np.float64), joints, pad, direction)


def _rounded(corners: list[Array], bone: int, place: float) -> Array:
    """The point at ``place`` (0 to 1) of a bone, drawn in where the bone meets the next or the one before."""
    start, end = corners[bone], corners[bone + 1]
    straight = start * (1 - place) + end * place
    if place < _TURN and bone > 0:
        joint, before, after, share = start, corners[bone - 1], end, 0.5 + place / (2 * _TURN)
    elif place > 1 - _TURN and bone < 2:
        joint, before, after, share = end, start, corners[bone + 2], (place - 1 + _TURN) / (2 * _TURN)
    else:
        return straight
    first, last = joint + (before - joint) * _TURN, joint + (after - joint) * _TURN
    curved: Array = (1 - share) ** 2 * first + 2 * share * (1 - share) * joint + share**2 * last
    return curved


def _palm(thumb: Chain) -> tuple[Chain, ...]:
    """Rays from the wrist to the knuckles, close enough to be one surface, the heel, and the web of the thumb."""
    places = np.linspace(0, 3, _PALM_ROWS)
    roots = np.array([[x, y, -0.1] for x, y in PALM_ROOTS])
    heads = np.array([FINGER_MEASURES[name].knuckle for name in FINGERS])
    rays = [_ray(_between(roots, place), _between(heads, place), *PALM_RADII) for place in places]
    index_ray, bone = rays[0].balls, thumb.balls
    for share in (0.3, 0.55, 0.8):
        near = bone[1] * share + index_ray[2] * (1 - share)
        far = bone[_BALLS_PER_BONE - 1] * share + index_ray[6 - int(3 * share)] * (1 - share)
        rays.append(_ray(near[:3], far[:3], 0.7, 0.45))
    heel = np.array(HEEL)
    for first, last in pairwise(heel):
        rays.append(_ray(first[:3], last[:3], first[3], last[3]))
    return tuple(rays)


def _between(points: Array, place: float) -> Array:
    low = min(int(place), len(points) - 2)
    middle: Array = points[low] * (1 - place + low) + points[low + 1] * (place - low)
    return middle


def _ray(start: Array, end: Array, first: float, last: float) -> Chain:
    t = np.linspace(0, 1, 8)[:, None]
    balls = np.c_[start * (1 - t) + end * t, first * (1 - t) + last * t]
    return Chain("palm", balls, (0, 7), vector(0, 0, -1), unit(end - start))


def _forearm(length: float) -> tuple[Chain, ...]:
    table = np.array(FOREARM)
    places = np.linspace(0, length, 14)
    half, radius = (np.interp(places, table[:, 0], table[:, column]) for column in (1, 2))
    rows = []
    for share in (-1.0, 0.0, 1.0):
        balls = np.c_[-places, half * share, np.full(14, -0.1), radius]
        rows.append(Chain("forearm", balls, (0, 13), vector(0, 0, -1), vector(-1, 0, 0)))
    return tuple(rows)
