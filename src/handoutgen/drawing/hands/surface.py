"""What is drawn on a hand's skin: nails, knuckles and the lines of the palm."""

from itertools import pairwise
from typing import Final

import numpy as np
from shapely.geometry import LineString, Polygon

from handoutgen.drawing.detail import DrawnShape
from handoutgen.drawing.hands.rig import Chain, HandRig
from handoutgen.drawing.hands.tracing import hidden
from handoutgen.drawing.outline.shapes import tube
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, angle_between, unit, vector

_NAIL: Final = (
    (0.46, 0.0),
    (0.36, 0.36),
    (-0.1, 0.52),
    (-0.75, 0.46),
    (-0.95, 0.0),
    (-0.75, -0.46),
    (-0.1, -0.52),
    (0.36, -0.36),
)
"""Along the finger and across it, in radii of its tip."""
_NAIL_MARGIN: Final = 0.07
"""A nail that comes closer to the edge of its finger would run together with it."""
_FACING: Final = 0.3
"""How far a nail must be turned to the viewer to be drawn."""
_TUCKED_IN: Final = 115
"""A nail is not drawn on a finger bent by more degrees: it lies in the palm."""
_PALM_SEEN: Final = -0.3
"""A hand turned so far shows its palm; nails of curled fingers would read as on the wrong side."""
_STRAIGHT: Final = 35
_KNUCKLE_FACING: Final = 0.75
_PALM_LINES: Final = (
    ((4.35, -2.1, -0.85), (4.0, -0.6, -0.95), (4.35, 0.7, -0.9)),
    ((4.25, 1.85, -0.8), (3.2, 0.75, -0.95), (1.9, 0.2, -1.0), (0.9, 0.15, -1.0)),
)
"""The line across the palm and the one round the ball of the thumb, before the wrist is bent."""
_FLAT_PALM: Final = 25
"""A palm whose fingers are bent by more degrees, or its thumb across it, is folded otherwise."""
_CLOSED: Final = 50
"""From so many degrees at the knuckles on a hand is closed."""
_HOLLOW: Final = (0.45, -0.55)
"""From where to where a hollow runs along the hand."""
_ON_SKIN: Final = 0.5


def marks(rig: HandRig) -> list[DrawnShape]:
    """Nails and joints that are seen, as lines for drawings large enough to show them."""
    everything = np.vstack([chain.balls for chain in rig.chains()])
    found = [
        mark for chain in rig.digits for mark in (_nail(chain, rig, everything), *_knuckles(chain, everything)) if mark
    ]
    return found + _palm_lines(rig, everything) + _between_knuckles(rig)


def _nail(chain: Chain, rig: HandRig, everything: Array) -> DrawnShape | None:
    out, tip = -chain.pad, chain.balls[-1]
    in_palm = chain.name != "thumb" and rig.back[2] < _PALM_SEEN
    if in_palm or out[2] < _FACING or _bend(chain, 0, len(chain.balls) - 1) > _TUCKED_IN:
        return None
    middle = tip[:3] + out * tip[3] * 0.85
    if hidden(middle[None, :2], np.array([middle[2] + _ON_SKIN]), everything)[0]:
        return None
    course = np.array([middle + (chain.tip_direction * x + chain.side() * y) * tip[3] for x, y in _NAIL])
    outline = Polygon(through(course[:, :2], closed=True))
    digit = tube([(float(x), float(y), float(radius)) for x, y, _, radius in chain.balls[chain.joints[2] :]])
    if not digit.buffer(-_NAIL_MARGIN).contains(outline):
        return None
    return DrawnShape("finest", LineString(outline.exterior.coords))


def _knuckles(chain: Chain, everything: Array) -> list[DrawnShape]:
    """A short bow across the middle joint if it is straight and seen from the back."""
    if chain.name == "thumb":
        return []
    found = []
    for joint, width in ((chain.joints[1], 0.62),):
        along = unit(chain.balls[joint + 1, :3] - chain.balls[joint - 1, :3])
        out = np.cross(chain.side(), along)
        out = out if float(out @ chain.pad) < 0 else -out
        x, y, z, radius = chain.balls[joint]
        top = np.array([x, y, z]) + out * radius
        if (
            out[2] < _KNUCKLE_FACING
            or _bend(chain, joint - 2, joint + 2) > _STRAIGHT
            or hidden(top[None, :2], np.array([top[2]]), everything)[0]
        ):
            continue
        bow = [top - chain.side() * radius * width, top + along * radius * 0.18, top + chain.side() * radius * width]
        found.append(DrawnShape("finest", LineString(through(np.array(bow)[:, :2], closed=False))))
    return found


def _between_knuckles(rig: HandRig) -> list[DrawnShape]:
    """Hollows between the knuckles of a closed hand, seen from its back."""
    fingers = rig.digits[:4]
    closed = all(_bend_at_knuckle(chain, rig) > _CLOSED for chain in fingers)
    if rig.back[2] < _KNUCKLE_FACING or not closed:
        return []
    along = rig.turn @ vector(1, 0, 0)
    found = []
    for first, second in pairwise(fingers):
        middle = (first.balls[0, :3] + second.balls[0, :3]) / 2
        found.append(DrawnShape("fine", LineString([(middle + along * x)[:2] for x in _HOLLOW])))
    return found


def _bend_at_knuckle(chain: Chain, rig: HandRig) -> float:
    return angle_between(rig.turn @ vector(1, 0, 0), unit(chain.balls[2, :3] - chain.balls[0, :3]))


def _bend(chain: Chain, first: int, last: int) -> float:
    """Degrees between a digit's directions at two of its balls."""
    start = unit(chain.balls[first + 1, :3] - chain.balls[first, :3])
    return angle_between(start, unit(chain.balls[last, :3] - chain.balls[last - 1, :3]))


def _palm_lines(rig: HandRig, everything: Array) -> list[DrawnShape]:
    """The lines of the palm where it faces the viewer and no finger covers it."""
    fingers = rig.digits[:4]
    if -rig.back[2] < _KNUCKLE_FACING or any(_bend(chain, 0, len(chain.balls) - 1) > _FLAT_PALM for chain in fingers):
        return []
    found = []
    for line in _PALM_LINES:
        course = through(np.array(line) @ rig.turn.T, closed=False)
        shown = ~hidden(course[:, :2], course[:, 2] + _ON_SKIN, everything)
        if shown.all():
            found.append(DrawnShape("finest", LineString(course[:, :2])))
    return found
