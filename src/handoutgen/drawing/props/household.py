"""Household things drawn, in cm."""

from __future__ import annotations

import math

from shapely import affinity
from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.household import (
    BagProp,
    BowlProp,
    ClockProp,
    ColdPackProp,
    CupProp,
    HotWaterBottleProp,
    MirrorProp,
    PhoneProp,
)
from handoutgen.drawing.outline.shapes import bar, disc, ellipse, hand_set, hand_set_line, joined, rounded_box, smooth
from handoutgen.drawing.props.beds import soft
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.cloth import sleeve
from handoutgen.drawing.props.entry import CENTIMETRE
from handoutgen.drawing.props.holding import laid
from handoutgen.drawing.props.limbs_wrapped import limb_part


def draw_cold_pack(brush: Brush, prop: ColdPackProp) -> None:
    """A soft pack with two snow crystals, in % of stature; on a limb it lies on its upper side."""
    if prop.wraps is None:
        _pack(laid(brush, prop), prop.w, prop.h)
        return
    part = limb_part(brush, prop.wraps)
    over = part.across if part.across[1] >= 0 else -part.across
    along = part.along if part.along[0] >= 0 else -part.along
    angle = math.degrees(math.atan2(along[1], along[0])) + prop.angle
    middle = part.middle + over * (part.radius + prop.h * prop.scale * 0.3)
    if prop.cloth:
        brush.area(sleeve(part, prop.w * prop.scale * 0.7, part.radius + 0.8))
    _pack(brush.moved(middle, angle, prop.scale), prop.w, prop.h)


def _pack(own: Brush, width: float, height: float) -> None:
    own.area(soft(0, 0, width, height), "cloth")
    reach = min(0.36 * height, 0.16 * width)
    for x in (-0.25 * width, 0.25 * width):
        for turn in (0, 60, 120):
            arm = LineString([(x - reach, 0), (x + reach, 0)])
            own.line(affinity.rotate(arm, turn, origin=(x, 0)), "detail", "accent")


def draw_hot_water_bottle(own: Brush, prop: HotWaterBottleProp) -> None:
    """A flat bag with a ribbed neck and a stopper, in its cover."""
    neck = Polygon([(-3.4, 10), (-2.6, 14), (-4.4, 16.6), (4.4, 16.6), (2.6, 14), (3.4, 10)])
    own.area(rounded_box(-1.3, 15.5, 1.3, 18.6, 0.5), "white")
    own.area(smooth(joined([rounded_box(-9.5, -13, 9.5, 11.5, 4.5), neck]), 1.4, 0.4, 0.5), "cloth")
    own.fine(LineString([(-2.7, 13.6), (2.7, 13.6)]), 1.5)
    inner = rounded_box(-7.2, -10.8, 7.2, 9.2, 3)
    own.fine(LineString(inner.exterior.coords), 2)
    for x in (-3.2, 0.0, 3.2):
        own.line(hand_set_line([(x, -5.5), (x + 1, -3), (x - 1, 0), (x, 3)]), "detail", "accent")


def draw_mirror(own: Brush, prop: MirrorProp) -> None:
    """An oval mirror with a handle; or a square one that stands on the floor and leans back."""
    if prop.stand:
        own.area(bar([(6.5, 21), (17, 0.6)], 1.2))
        frame = Polygon([(-12, 0), (10, 3), (14, 27), (-8, 24)])
        own.area(frame.buffer(-0.6).buffer(0.6))
        own.area(frame.buffer(-2), "cloth", "detail")
        _shine(own, [(-2, 8), (5, 16)], [(1.5, 7.5), (6, 12.5)])
        return
    handle = [(-1.1, -8), (-0.9, -12), (-1.7, -17), (0, -18.6), (1.7, -17), (0.9, -12), (1.1, -8)]
    own.area(smooth(joined([ellipse(0, 0, 7.6, 10), hand_set([*handle, (0, -6)])]), 1.2, 0.2, 0.3))
    own.area(ellipse(0, 0, 5.9, 8.2), "cloth", "detail")
    _shine(own, [(-3, -2.6), (1.6, 4.2)], [(-1.2, -4), (3, 2.2)])


def _shine(own: Brush, *lines: list[tuple[float, float]]) -> None:
    """White lines on glass."""
    for line in lines:
        own.line(LineString(line), "contour", "white")


def draw_phone(own: Brush, prop: PhoneProp) -> None:
    """A screen with round corners, and what is on it."""
    own.area(rounded_box(-3.7, -7.7, 3.7, 7.7, 1.1))
    own.area(rounded_box(-3.1, -6.6, 3.1, 6.6, 0.5), "cloth", "detail")
    own.fine(LineString([(-0.7, 7.15), (0.7, 7.15)]), 0.7)
    if prop.shows == "tick":
        own.line(LineString([(-1.7, 0.2), (-0.5, -1.3), (1.9, 1.8)]), "contour", "accent")
    elif prop.shows == "timer":
        own.area(disc((0, 0), 2.1, 40), "white", "detail")
        own.line(LineString([(0, 1.4), (0, 0), (1.1, 0)]), "detail", "accent")
    elif prop.shows == "call":
        own.area(disc((0, 0), 2.5, 48), "accent", None)
        back = hand_set_line([(-1.3, 0.9), (-0.9, -0.5), (0.5, -1.3)]).buffer(0.28)
        ends = [ellipse(-1.2, 1.05, 0.42, 0.62), ellipse(0.75, -1.2, 0.62, 0.42)]
        own.area(affinity.translate(joined([back, *ends]), 0.25, 0.1), "white", None)


def draw_clock(own: Brush, prop: ClockProp) -> None:
    """A face with twelve marks and two hands."""
    own.area(disc((0, 0), 14, 72))
    for mark in range(12):
        turn = math.radians(mark * 30)
        inner = 10.4 if mark % 3 == 0 else 11.4
        own.fine(LineString([(r * math.sin(turn), r * math.cos(turn)) for r in (inner, 12.4)]), 2.2)
    minutes = prop.minute * 6
    hours = (prop.hour % 12) * 30 + prop.minute / 2
    for degrees, length in ((hours, 6.2), (minutes, 9.8)):
        turn = math.radians(degrees)
        own.line(LineString([(0, 0), (length * math.sin(turn), length * math.cos(turn))]), "contour")
    own.area(disc((0, 0), 0.9, 20), "accent", None)


def draw_cup(own: Brush, prop: CupProp) -> None:
    """A mug with a handle, and steam over a hot drink."""
    ear = hand_set_line([(3.6, 2.8), (6.2, 2.6), (6.8, 0), (6, -2.2), (3.6, -2.6)])
    own.hose(ear, 1.1)
    own.area(rounded_box(-4.2, -4.6, 4.2, 4.6, 0.8))
    own.area(box(-4.2, -1.6, 4.2, 1.6), "cloth", None)
    own.area(rounded_box(-4.2, -4.6, 4.2, 4.6, 0.8), "none")
    if prop.steam:
        for x in (-1.8, 0.0, 1.8):
            own.line(hand_set_line([(x, 6), (x + 0.9, 7.6), (x - 0.6, 9.4), (x + 0.3, 11)]), "detail", "accent")


def draw_bag(own: Brush, prop: BagProp) -> None:
    """A bag that hangs from two handles."""
    for shift in (-1.2, 1.2):
        own.hose(hand_set_line([(-8 + shift, -17), (-6 + shift, -6), (0, 0), (6 + shift, -6), (8 + shift, -17)]), 1.4)
    own.area(
        hand_set([(-15, -16), (15, -16), (16, -30), (14, -48), (-14, -48), (-16, -30)], sharp=(0, 1, 3, 4)), "cloth"
    )
    own.fine(LineString([(-15, -20), (15, -20)]), 3)


def draw_bowl(own: Brush, prop: BowlProp) -> None:
    """A basin with water."""
    half, height = prop.w / 2 / CENTIMETRE, 12.5
    course = [(-half, height), (half, height), (half * 0.86, 2), (half * 0.76, 0), (-half * 0.76, 0), (-half * 0.86, 2)]
    own.area(hand_set(course, sharp=(0, 1)))
    level = [(-half * 0.95, height - 4), (half * 0.95, height - 4), (half * 0.84, 1.6), (-half * 0.84, 1.6)]
    own.area(Polygon(level).buffer(-0.6).buffer(0.6), "cloth", None)
    own.area(hand_set(course, sharp=(0, 1)), "none")
    own.area(bar([(-half - 0.6, height), (half + 0.6, height)], 1.8))
