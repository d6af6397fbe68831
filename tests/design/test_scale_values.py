"""The type scale in numbers, as the rules of `design.scale` give them: what a leaflet of each print size looks like.

Worked out by hand from the rules: the leading is 1.35 times the size below 16 pt; from there 1.30, shrinking by a
twentieth for every 6 pt above 18, to 1.25 at 24 pt (CNIB asks for 1.25 to 1.30). Lines get heavier by a 24th of the
standard weight for each pt above 12.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from handoutgen.design.scale import CARD_BASE, LARGEST_BASE, SMALLEST_BASE, Level, Scale, scale_for

CARD = Scale(
    9, body=Level(9, 12.15), standfirst=Level(10.8, 14.58), h1=Level(18.9, 21.73), h2=Level(11.25, 13.5),
    h3=Level(10.35, 12.94), numeral=Level(23.4, 23.4), unit=6.08, hairline=0.53, rule=0.88, frame=1.31,
)  # fmt: skip
BELOW_LARGE_PRINT = (
    Scale(
        12, body=Level(12, 16.2), standfirst=Level(14.4, 19.44), h1=Level(25.2, 28.98), h2=Level(15, 18),
        h3=Level(13.8, 17.25), numeral=Level(31.2, 31.2), unit=8.1, hairline=0.6, rule=1, frame=1.5,
    ),
    Scale(
        14, body=Level(14, 18.9), standfirst=Level(16.8, 22.68), h1=Level(29.4, 33.81), h2=Level(17.5, 21),
        h3=Level(16.1, 20.12), numeral=Level(36.4, 36.4), unit=9.45, hairline=0.65, rule=1.08, frame=1.62,
    ),
    Scale(
        15.75, body=Level(15.75, 21.26), standfirst=Level(18.9, 25.52), h1=Level(33.08, 38.04), h2=Level(19.69, 23.62),
        h3=Level(18.11, 22.64), numeral=Level(40.95, 40.95), unit=10.63, hairline=0.69, rule=1.16, frame=1.73,
    ),
)  # fmt: skip
LARGE_PRINT = (
    Scale(
        16, body=Level(16, 20.8), standfirst=Level(17.6, 22.88), h1=Level(23.2, 26.68), h2=Level(19.2, 23.04),
        h3=Level(17.6, 22), numeral=Level(27.2, 27.2), unit=10.4, hairline=0.7, rule=1.17, frame=1.75,
    ),
    Scale(
        18, body=Level(18, 23.4), standfirst=Level(19.8, 25.74), h1=Level(26.1, 30.01), h2=Level(21.6, 25.92),
        h3=Level(19.8, 24.75), numeral=Level(30.6, 30.6), unit=11.7, hairline=0.75, rule=1.25, frame=1.88,
    ),
    Scale(
        20, body=Level(20, 25.67), standfirst=Level(22, 28.23), h1=Level(29, 33.35), h2=Level(24, 28.8),
        h3=Level(22, 27.5), numeral=Level(34, 34), unit=12.83, hairline=0.8, rule=1.33, frame=2,
    ),
    Scale(
        24, body=Level(24, 30), standfirst=Level(26.4, 33), h1=Level(34.8, 40.02), h2=Level(28.8, 34.56),
        h3=Level(26.4, 33), numeral=Level(40.8, 40.8), unit=15, hairline=0.9, rule=1.5, frame=2.25,
    ),
    Scale(
        24.25, body=Level(24.25, 30.31), standfirst=Level(26.68, 33.34), h1=Level(31.53, 36.25), h2=Level(27.89, 33.46),
        h3=Level(25.71, 32.13), numeral=Level(41.23, 41.23), unit=15.16, hairline=0.91, rule=1.51, frame=2.27,
    ),
    Scale(
        36, body=Level(36, 45), standfirst=Level(39.6, 49.5), h1=Level(46.8, 53.82), h2=Level(41.4, 49.68),
        h3=Level(38.16, 47.7), numeral=Level(61.2, 61.2), unit=22.5, hairline=1.2, rule=2, frame=3,
    ),
)  # fmt: skip


@pytest.mark.parametrize("expected", [*BELOW_LARGE_PRINT, *LARGE_PRINT], ids=lambda scale: f"{scale.base}pt")
def test_every_size_gap_and_line_weight_follows_from_the_body_size(expected: Scale) -> None:
    assert scale_for(expected.base) == expected


def test_a_wallet_card_has_the_same_scale_from_nine_points() -> None:
    assert scale_for(CARD_BASE, CARD_BASE) == CARD


def test_the_rules_of_large_print_hold_from_sixteen_points() -> None:
    assert [scale.is_large for scale in BELOW_LARGE_PRINT] == [False, False, False]
    assert all(scale.is_large for scale in LARGE_PRINT)


def test_body_text_is_from_twelve_to_thirty_six_points() -> None:
    assert (SMALLEST_BASE, LARGEST_BASE) == (12, 36)


@pytest.mark.parametrize(("base", "smallest"), [(11.99, 12.0), (36.01, 12.0), (8.99, 9.0), (36.01, 9.0)])
def test_a_body_size_outside_its_range_is_refused_with_the_range(base: float, smallest: float) -> None:
    with pytest.raises(ValueError, match=rf"body size {base:g} pt is outside {smallest:g} to 36 pt"):
        scale_for(base, smallest)


def test_a_scale_that_is_shared_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CARD.base = 8  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        CARD.body.size = 8  # type: ignore[misc]
