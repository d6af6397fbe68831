"""Strips, towels, bands, bandages and cuffs drawn."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.base import Fill
from handoutgen.content.poses.things.cloth import BandageProp, BandProp, StripProp, TowelProp
from handoutgen.content.poses.things.devices import CuffProp
from handoutgen.content.poses.values import Spot
from handoutgen.drawing.outline.shapes import bar, biggest, ellipse, joined
from handoutgen.drawing.outline.spline import through
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.holding import hand_spot, laid
from handoutgen.drawing.props.limbs_wrapped import LimbPart, limb_part

_STRIPES = (1.2, 2.2)
"""How far from its end a towel has stripes."""
_FOLD = 0.9
"""How far cloth stands out where it goes round a limb."""
_BEYOND_HAND = 2.6


def draw_strip(brush: Brush, prop: StripProp) -> None:
    """A strip of even width along its points."""
    course = np.array([brush.on_page(spot) for spot in prop.points])
    if len(course) > 2 and not prop.straight:
        course = through(course, closed=False)
    brush.area(LineString(course).buffer(prop.w / 2, cap_style=prop.cap, join_style="round"), prop.fill)
    if prop.stripes:
        draw_stripes(brush, course[-1], course[-2], prop.w)


def draw_stripes(brush: Brush, end: Array, before: Array, width: float) -> None:
    """Two stripes across a strip near its end."""
    along = unit(before - end)
    across = vector(-along[1], along[0]) * width / 2
    for distance in _STRIPES:
        middle = end + along * distance
        brush.line(LineString([middle + across, middle - across]), "detail", "accent")


def draw_wrap(brush: Brush, prop: TowelProp | BandProp) -> None:
    """Cloth between two hands, or round a limb with its ends in the hands."""
    ends = [end_of(brush, end) for end in prop.ends]
    if prop.wraps is None:
        _between(brush, prop, ends)
        return
    part = limb_part(brush, prop.wraps)
    if prop.part in ("all", "back"):
        _strand(brush, prop, part, ends[-1] if ends else None, back=True)
    if prop.part in ("all", "front"):
        _strand(brush, prop, part, ends[0] if ends else None, back=False)


def end_of(brush: Brush, end: Spot | str) -> Array:
    """Where an end of cloth is held."""
    if isinstance(end, Spot):
        return brush.on_page(end)
    return hand_spot(brush, end) if end.endswith("_hand") else brush.anchor(end)


def _strip(brush: Brush, course: Array, width: float, fill: Fill) -> None:
    line = LineString(through(course, closed=False) if len(course) > 2 else course)
    brush.area(biggest(line.buffer(width / 2, cap_style="flat", join_style="round")), fill)


def _between(brush: Brush, prop: TowelProp | BandProp, ends: list[Array]) -> None:
    """From hand to hand, a little beyond each, hanging by ``sag``."""
    first, last = ends
    along = unit(last - first)
    middle = (first + last) / 2 - vector(0, prop.sag)
    course = [first - along * _BEYOND_HAND, first, middle, last, last + along * _BEYOND_HAND]
    _strip(brush, np.array(course if prop.sag else [course[0], course[-1]]), prop.w, prop.fill)
    if prop.tail:
        _tail(brush, prop, first)


def _strand(brush: Brush, prop: TowelProp | BandProp, part: LimbPart, end: Array | None, *, back: bool) -> None:
    """From the hand to the limb and half round it, behind it or before it."""
    if end is None:
        if not back:
            _loop(brush, prop, part)
        return
    pull = unit(end - part.middle)
    away = -part.across if prop.wraps and prop.wraps.endswith("foot") else -pull
    turn = part.middle + away * (part.radius + _FOLD * (0.6 if back else 1))
    slip = part.along * (0.7 if back else 0)
    course = [turn + slip, part.middle + slip * 0.8 + pull * part.radius * 0.4, end]
    _strip(brush, np.array(course), prop.w * (0.85 if back else 1), prop.fill)
    if not back and prop.tail:
        _tail(brush, prop, end)


def _tail(brush: Brush, prop: TowelProp | BandProp, hand: Array) -> None:
    """The end that hangs from the hand."""
    end = hand - vector(0.6, prop.tail)
    _strip(brush, np.array([hand, hand - vector(0.5, prop.tail * 0.5), end]), prop.w, prop.fill)
    if isinstance(prop, TowelProp):
        draw_stripes(brush, end, hand - vector(0.5, prop.tail * 0.5), prop.w)


def _loop(brush: Brush, prop: TowelProp | BandProp, part: LimbPart) -> None:
    """A band that closes round the limb: the half before it."""
    brush.area(sleeve(part, prop.w, part.radius + 0.3), prop.fill)


def sleeve(part: LimbPart, length: float, radius: float) -> Polygon:
    """A tube of cloth round a limb: its two edges bend as the limb is round."""
    lower, upper = (_edge(part, part.along * end, radius) for end in (-length / 2, length / 2))
    return biggest(Polygon(np.vstack([lower, upper[::-1]])).buffer(0))


def _edge(part: LimbPart, shift: Array, radius: float) -> Array:
    """A line across a limb, bent as the limb is round."""
    side, bulge = part.across * radius, part.along * min(0.22 * radius, 0.9)
    middle = part.middle + shift
    return through(np.array([middle + side, middle - bulge, middle - side]), closed=False)


def draw_bandage(brush: Brush, prop: BandageProp) -> None:
    """Turns of a bandage round a limb."""
    part = limb_part(brush, prop.wraps)
    shape = sleeve(part, prop.length, prop.r or part.radius + 0.5)
    brush.area(shape, prop.fill)
    radius, turns = prop.r or part.radius + 0.5, max(1, int(prop.length / 2.6))
    for turn in range(1, turns):
        shift = part.along * (turn / turns - 0.5) * prop.length
        brush.fine(LineString(_edge(part, shift, radius)), 2)


def _lying_cuff(own: Brush, half: float, radius: float) -> None:
    """Closed to a ring, open to its left, with the socket of its tube."""
    tube = joined([box(-half, -radius, half, radius), ellipse(half, 0, radius * 0.34, radius)])
    own.area(biggest(tube), "cloth")
    own.area(ellipse(-half, 0, radius * 0.4, radius), "white")
    own.area(ellipse(-half, 0, radius * 0.24, radius * 0.8), "grey", "detail")
    own.area(box(-half * 0.2, -radius * 0.5, half * 0.7, radius * 0.2), "white", "detail")


def draw_cuff(brush: Brush, prop: CuffProp) -> None:
    """The cuff of a blood-pressure monitor round an arm, or lying flat, with the tube's socket."""
    if prop.wraps is None:
        _lying_cuff(laid(brush, prop), prop.length / 2, prop.r or 3.6)
        return
    part = limb_part(brush, prop.wraps)
    radius = prop.r or part.radius + 0.7
    shape = sleeve(part, prop.length, radius)
    socket = part.middle + part.along * prop.length * 0.3
    brush.area(shape, "cloth")
    flap = sleeve(LimbPart(part.middle - part.along * 0.4, part.along, part.across, radius), prop.length * 0.42, radius)
    brush.area(flap.intersection(shape), "white", "detail")
    brush.area(bar(np.array([socket, socket + part.along * prop.length * 0.34]), 1.3))
