"""Devices drawn, in cm: what measures blood sugar, blood pressure, oxygen and warmth, and what injects."""

from __future__ import annotations

from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.devices import (
    BpMonitorProp,
    GlucoseMeterProp,
    InjectionPenProp,
    InsulinPenProp,
    LancetProp,
    OximeterProp,
    SharpsBinProp,
    TestStripProp,
    ThermometerProp,
)
from handoutgen.drawing.outline.shapes import bar, disc, hand_set, hand_set_line, rounded_box
from handoutgen.drawing.props.brush import Brush

_SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abdeg", "3": "abcdg", "4": "bcfg", "5": "acdfg", "6": "acdefg", "7": "abc",
             "8": "abcdefg", "9": "abcdfg"}  # fmt: skip
_PLACES = {"a": (0, 2, 1, 2), "b": (1, 1, 1, 2), "c": (1, 0, 1, 1), "d": (0, 0, 1, 0), "e": (0, 0, 0, 1),
           "f": (0, 1, 0, 2), "g": (0, 1, 1, 1)}  # fmt: skip


def draw_digits(own: Brush, digits: str, x: float, y: float, height: float) -> None:
    """Figures of a display, as strokes, from their lower left corner."""
    wide = height * 0.42
    place = 0
    for digit in digits:
        if digit == ".":
            own.area(disc((x + place * wide * 1.75 - wide * 0.37, y), height * 0.07, 16), "ink", None)
            continue
        for segment in _SEGMENTS[digit]:
            x0, y0, x1, y1 = _PLACES[segment]
            left = x + place * wide * 1.75
            ends = [(left + x0 * wide, y + y0 * height / 2), (left + x1 * wide, y + y1 * height / 2)]
            own.fine(LineString(ends), wide)
        place += 1


def heart(x: float, y: float, size: float) -> Polygon:
    """A heart round (x, y), so wide."""
    s = size / 2
    right = [(0, -0.95), (0.95, 0.1), (0.55, 0.8), (0, 0.42)]
    course = [*right, *[(-a, b) for a, b in reversed(right[1:3])]]
    return hand_set([(x + a * s, y + b * s) for a, b in course], sharp=(0, 3))


def draw_glucose_meter(own: Brush, prop: GlucoseMeterProp) -> None:
    """A meter that fits the hand: screen with a reading that is never upside down, a key, a test strip at its end."""
    if prop.strip:
        own.area(rounded_box(-0.5, 4, 0.5, 7.4, 0.2))
        own.area(box(-0.5, 6.5, 0.5, 7.4), "accent", "detail")
    body = [
        (-2.3, 5),
        (0, 5.3),
        (2.3, 5),
        (2.9, 2),
        (2.5, -2.5),
        (1.9, -4.7),
        (0, -5),
        (-1.9, -4.7),
        (-2.5, -2.5),
        (-2.9, 2),
    ]
    own.area(hand_set(body), "cloth")
    own.area(rounded_box(-1.9, 0.2, 1.9, 3.9, 0.3), "white", "detail")
    reading = own.shifted(0, 2.05)
    draw_digits(reading if own.upwards[1] > 0 else reading.enlarged(-1), "5.8", -1.1, -0.95, 1.9)
    own.area(disc((0, -2.2), 0.95, 32), "white", "detail")


def draw_lancet(own: Brush, prop: LancetProp) -> None:
    """A pen with a hollow tip, a ring to set the depth and a button on its side."""
    own.area(Polygon([(0, -0.55), (0, 0.55), (2.2, 1), (2.2, -1)]).buffer(0.1))
    own.area(rounded_box(1.8, -1, 8.4, 1, 0.4), "cloth")
    own.area(rounded_box(8, -0.75, 10.4, 0.75, 0.4))
    own.fine(LineString([(2.9, -0.95), (2.9, 0.95)]), 0.5)
    own.area(rounded_box(4.6, 0.6, 6.4, 1.5, 0.3), "accent", "detail")


def draw_test_strip(own: Brush, prop: TestStripProp) -> None:
    """A strip with the edge that takes the blood, and its contacts."""
    own.area(rounded_box(0, -0.45, 4, 0.45, 0.15))
    own.area(rounded_box(0, -0.45, 0.9, 0.45, 0.15), "accent", "detail")
    for y in (-0.15, 0.15):
        own.fine(LineString([(2.6, y), (4, y)]), 0.3)


def _pen_cap(own: Brush, reach: tuple[float, float], half: float) -> None:
    own.area(rounded_box(reach[0], -half, reach[1], half, half * 0.6))
    own.area(bar([(reach[0] + 2.2, half * 1.25), (reach[1] - 0.3, half * 1.25)], 0.4), "white", "detail")


def draw_insulin_pen(own: Brush, prop: InsulinPenProp) -> None:
    """Needle, clear part with the insulin, body with its window for the dose, and the knob."""
    own.area(rounded_box(13.8, -0.62, 15.8, 0.62, 0.25), "accent")
    own.fine(LineString([(14.5, -0.6), (14.5, 0.6)]), 0.6)
    own.area(rounded_box(7, -0.85, 14.2, 0.85, 0.4), "cloth")
    own.area(rounded_box(11.4, -0.4, 13, 0.4, 0.15), "white", "detail")
    if not prop.needle:
        _pen_cap(own, (0.6, 7.6), 0.95)
        return
    own.line(LineString([(0, 0), (1.6, 0)]), "detail")
    own.area(Polygon([(1.4, -0.3), (1.4, 0.3), (2.4, 0.55), (2.4, -0.55)]), "white", "detail")
    own.area(rounded_box(2.2, -0.68, 7.3, 0.68, 0.2))
    own.area(box(3, -0.36, 5.6, 0.36), "cloth", "detail")


def draw_injection_pen(own: Brush, prop: InjectionPenProp) -> None:
    """A thick pen: end that is pressed on the skin, window, grip, button."""
    own.area(rounded_box(13.4, -0.8, 15.4, 0.8, 0.35), "accent")
    own.area(rounded_box(1, -1.15, 14, 1.15, 0.6), "cloth")
    own.area(rounded_box(0, -1.45, 2, 1.45, 0.3))
    own.area(rounded_box(3.4, -0.55, 6.8, 0.55, 0.5), "white", "detail")
    for x in (9.6, 10.4, 11.2):
        own.fine(LineString([(x, -0.6), (x, 0.6)]), 0.8)


def draw_sharps_bin(own: Brush, prop: SharpsBinProp) -> None:
    """A tub with a lid that has a flap, and a needle on its label."""
    own.area(Polygon([(-6.4, 0), (6.4, 0), (7.4, 15), (-7.4, 15)]).buffer(-0.6).buffer(0.6), "cloth")
    own.area(rounded_box(-8.2, 14.4, 8.2, 17, 0.8))
    own.area(rounded_box(-4.6, 16.6, 4.6, 19, 0.7))
    own.area(rounded_box(-4.4, 3.4, 4.4, 11.6, 0.6), "white", "detail")
    own.line(LineString([(-2.9, 5), (-0.6, 7.2)]))
    own.area(bar([(-0.3, 7.5), (2, 9.7)], 1.5), "white", "detail")
    own.fine(LineString([(1.4, 10.9), (3.2, 9.1)]), 0.8)


def draw_bp_monitor(own: Brush, prop: BpMonitorProp) -> None:
    """A box with a leaning front: two readings, a heart, a start button; and its tube, if it goes somewhere."""
    if prop.tube:
        x, y = (float(value) for value in own.to_own(own.on_page(prop.tube)))
        start = -6 if x < 0 else 6
        sag = [(start + (x - start) * 0.25, 2.4), (start + (x - start) * 0.66, 1.6 + (y - 1.6) * 0.42)]
        own.hose(hand_set_line([(start, 3.2), *sag, (x, y)]), 1.3)
    own.area(Polygon([(-7, 0.3), (7, 0.3), (6.4, 9.6), (-6.4, 9.6)]).buffer(-0.9).buffer(0.9, 8), "cloth")
    own.area(rounded_box(-5.4, 2.6, 2.2, 8.6, 0.4), "white", "detail")
    draw_digits(own, "128", -3.4, 6, 1.9)
    draw_digits(own, "76", -2.0, 3.3, 1.9)
    own.area(heart(-4.1, 4.2, 1.6), "accent", None)
    own.area(disc((4.4, 4), 1.3, 32), "accent", "detail")
    own.area(disc((4.4, 7.4), 0.8, 24), "white", "detail")


def draw_thermometer(own: Brush, prop: ThermometerProp) -> None:
    """A thin tip, a body with a display, and a key."""
    own.area(rounded_box(0, -0.3, 3.4, 0.3, 0.25), "grey")
    body = [
        (2.6, 0.45),
        (5, 0.85),
        (9.5, 1.05),
        (12.2, 0.8),
        (12.4, 0),
        (12.2, -0.8),
        (9.5, -1.05),
        (5, -0.85),
        (2.6, -0.45),
    ]
    own.area(hand_set(body, sharp=(0, 8)))
    own.area(rounded_box(5.4, -0.62, 9, 0.62, 0.2), "cloth", "detail")
    draw_digits(own, "37", 6.1, -0.35, 0.75)
    own.area(disc((10.8, 0), 0.48, 24), "accent", "detail")


def draw_oximeter(own: Brush, prop: OximeterProp) -> None:
    """From above: a clip with a hollow for the finger at its left, and a display with a reading and a pulse."""
    own.area(rounded_box(0, -1.7, 6.2, 1.7, 0.9), "cloth")
    own.area(rounded_box(1.9, -1.15, 5.6, 1.15, 0.3), "white", "detail")
    own.area(hand_set([(0, -0.95), (1.1, -0.6), (1.4, 0), (1.1, 0.6), (0, 0.95)], sharp=(0, 4)), "white", "detail")
    draw_digits(own, "97", 2.5, -0.65, 1.3)
    course = [(4.1, 0), (4.4, 0), (4.6, 0.5), (4.8, -0.5), (5, 0), (5.3, 0)]
    own.line(LineString(course), "detail", "accent")
