"""Props are as large as the things are, for a person 170 cm tall: 1 % of stature is 1.7 cm.

Sources: ADA = "Dimensions of adult-sized wheelchairs", figure A3 of the 1991 ADA Accessibility Guidelines (ada.gov);
ADK = Approved Document K of the Building Regulations for England (2013), stairs and handrails; ITF = Rules of Tennis,
appendix on the ball. "usual" is what shops sell under that name.
"""

from __future__ import annotations

from typing import Any

import pytest

from drawing.prop_examples import drawn, prop_of, width_and_height
from handoutgen.drawing.props import solids
from handoutgen.drawing.props.wheelchair import RADIUS

CM = 1.7

HEIGHTS: list[tuple[str, dict[str, Any], float, float, str]] = [
    # prop, keys, cm from the floor to the top of its seat or plate, tolerance in cm, source
    ("chair", {"x": 0}, 45, 2, "usual"),
    ("chair_front", {"x": 0}, 45, 2, "usual"),
    ("sofa", {"x": [0, 100]}, 42, 2, "usual"),
    ("bench", {"x": [0, 60]}, 45, 2, "usual"),
    ("table", {"x": [0, 60]}, 73, 3, "usual: 72 to 76"),
    ("worktop", {"x": [0, 60]}, 90, 2, "usual: 90 to 91.5"),
    ("wheelchair", {"x": 0}, 48.5, 2, "ADA"),
]


@pytest.mark.parametrize(("kind", "keys", "cm", "off", "source"), HEIGHTS)
def test_seats_and_plates_are_at_their_height(
    kind: str, keys: dict[str, Any], cm: float, off: float, source: str
) -> None:
    box = solids(prop_of(kind, **keys))[0]
    assert (box.middle[1] + box.size[1] / 2) * CM == pytest.approx(cm, abs=off), source


SIZES: list[tuple[str, dict[str, Any], float | None, float | None, str]] = [
    # prop, keys, cm across, cm up, source; each within 12 %
    ("step", {"x": [0, 20], "h": 10}, None, 17, "ADK: rise 15 to 22"),
    ("chair", {"x": 0}, None, 89, "usual: 85 to 95"),
    ("bed", {"x": [0, 112], "legs": True}, None, 50, "usual"),
    ("stick", {"top": [0, 50.3], "foot": [2, 0]}, None, 88, "usual: 75 to 97"),
    ("frame", {"x": 0, "facing": 90}, 60, 80, "usual"),
    ("rollator", {"x": 0, "facing": 90}, 58, 85, "usual"),
    ("wheelchair", {"x": 0, "facing": 90}, 66, 91.5, "ADA"),
    ("glass", {"at": [0, 0]}, 8, 12, "usual"),
    ("blister", {"at": [0, 0]}, 9, 3.8, "usual"),
    ("pill_box", {"at": [0, 0]}, 20, 3.4, "usual"),
    ("spoon", {"at": [0, 0]}, 14, None, "usual: a teaspoon"),
    ("medicine_bottle", {"at": [0, 0]}, None, 10.5, "usual: 100 ml"),
    ("inhaler", {"at": [0, 0], "spacer": False}, 6, 10, "usual"),
    ("dry_inhaler", {"at": [0, 0]}, 10, 3.8, "usual"),
    ("glucose_meter", {"at": [0, 0], "strip": False}, 5.6, 10.3, "usual"),
    ("lancet", {"at": [0, 0]}, 10.5, None, "usual"),
    ("test_strip", {"at": [0, 0]}, 3.8, 0.9, "usual"),
    ("insulin_pen", {"at": [0, 0]}, 16, None, "usual"),
    ("injection_pen", {"at": [0, 0]}, 15.5, 2.9, "usual"),
    ("bp_monitor", {"at": [0, 0]}, 13.5, 9.5, "usual"),
    ("thermometer", {"at": [0, 0]}, 12.5, None, "usual"),
    ("oximeter", {"at": [0, 0]}, 6, 3.4, "usual"),
    ("hot_water_bottle", {"at": [0, 0]}, 19, 32, "usual"),
    ("phone", {"at": [0, 0]}, 7.4, 15.4, "usual"),
    ("clock", {"at": [0, 0]}, 28, 28, "usual"),
    ("cup", {"at": [0, 0]}, 11.5, 9.5, "usual"),
    ("bowl", {"at": [0, 0]}, 38, 15, "usual"),
    ("ball", {"at": [0, 0], "r": 2}, 6.7, 6.7, "ITF: 6.54 to 6.86"),
    ("ball", {"at": [0, 0], "r": 19}, 65, 65, "usual, for 165 to 178 cm"),
    ("tin", {"at": [0, 0]}, 7.4, 11, "usual: 400 g"),
    ("dumbbell", {"at": [0, 0]}, 18, 7.2, "usual: 2 kg"),
    ("bottle", {"at": [0, 0]}, 6.6, 22, "usual: 0.5 l"),
    ("mat_top", {"x": [0, 106], "y": [0, 36]}, 180, 61, "usual"),
    ("footprints", {"x": 0, "y": 0, "count": 1}, 26, 9, "usual: shoe size 42"),
]


@pytest.mark.parametrize(("kind", "keys", "across", "up", "source"), SIZES)
def test_things_are_of_their_true_size(
    kind: str, keys: dict[str, Any], across: float | None, up: float | None, source: str
) -> None:
    width, height = width_and_height(prop_of(kind, **keys))
    if across is not None:
        assert width * CM == pytest.approx(across, rel=0.12), f"{source}: across"
    if up is not None:
        assert height * CM == pytest.approx(up, rel=0.12), f"{source}: up"


def test_the_large_wheels_of_a_wheelchair_are_24_inches() -> None:
    assert pytest.approx(60.96, abs=2) == 2 * RADIUS * CM


def test_stairs_are_as_steep_as_the_regulations_let_them_be() -> None:
    stairs = prop_of("stairs", x=0, steps=2)
    low, high = solids(stairs)
    rise, going = (high.size[1] - low.size[1]) * CM, low.size[0] * CM
    assert 15 <= rise <= 22
    assert 22 <= going <= 30
    assert 55 <= 2 * rise + going <= 70, "ADK: twice the rise and the going"


def test_a_handrail_is_90_to_100_cm_over_the_steps() -> None:
    stairs = {"x": 0, "steps": 3}
    plain = drawn(prop_of("stairs", **stairs)).bounds()
    railed = drawn(prop_of("stairs", **stairs, rail=True))
    rail = railed.strokes[2].course
    slope = 10 / 16.5
    over = [y - x * slope - 10 for x, y in rail]
    assert 90 / CM <= max(over) <= 100 / CM + 2.4
    assert railed.bounds()[3] > plain[3] + 40


def test_a_bed_is_as_long_and_wide_as_a_single_bed() -> None:
    mattress = solids(prop_of("bed", x=[0, 112]))[0]
    assert mattress.size[0] * CM == pytest.approx(190, abs=1)
    assert mattress.size[2] * CM == pytest.approx(90, abs=1)
