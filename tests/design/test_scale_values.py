"""The type scale in numbers, as the rules of `design.scale` give them: what a leaflet of each print size looks like.

Worked out by hand from the rules: the leading is 4/3 of the size below 16 pt; from there 1.29, shrinking by 0.005 for
each pt to 1.25 at 24 pt (CNIB asks for 1.25 to 1.30); lists are never further apart than 1.29, small text is always at
1.25. Large print's steps lie on straight lines between those at 18 pt and those at 36 pt. Lines and corners get heavier
by an eighteenth of the standard weight for each pt above 12.
"""

from __future__ import annotations

import pytest

from handoutgen.design.scale import CARD_BASE, LARGEST_BASE, SMALLEST_BASE, Level, Scale, scale_for

CARD = Scale(
    9, body=Level(9, 12), list=Level(9, 11.61), small=Level(9, 11.25), standfirst=Level(10.12, 13.16),
    h1=Level(23.4, 25.74), h2=Level(11.61, 13.93), h3=Level(10.5, 13.13), strategy=Level(12.78, 15.08),
    numeral=Level(20.97, 22.44), unit=6, hairline=0.62, rule=0.83, frame=1.25, band=1.88, corner=7.08,
)  # fmt: skip
BELOW_LARGE_PRINT = (
    Scale(
        12, body=Level(12, 16), list=Level(12, 15.48), small=Level(12, 15), standfirst=Level(13.5, 17.55),
        h1=Level(31.2, 34.32), h2=Level(15.48, 18.58), h3=Level(14, 17.51), strategy=Level(17.04, 20.11),
        numeral=Level(27.96, 29.92), unit=8, hairline=0.75, rule=1, frame=1.5, band=2.25, corner=8.5,
    ),
    Scale(
        14, body=Level(14, 18.67), list=Level(14, 18.06), small=Level(14, 17.5), standfirst=Level(15.75, 20.48),
        h1=Level(36.4, 40.04), h2=Level(18.06, 21.67), h3=Level(16.34, 20.42), strategy=Level(19.88, 23.46),
        numeral=Level(32.62, 34.9), unit=9.33, hairline=0.83, rule=1.11, frame=1.67, band=2.5, corner=9.44,
    ),
    Scale(
        15.75,
        body=Level(15.75, 21), list=Level(15.75, 20.32), small=Level(15.75, 19.69), standfirst=Level(17.72, 23.03),
        h1=Level(40.95, 45.05), h2=Level(20.32, 24.38), h3=Level(18.38, 22.98), strategy=Level(22.36, 26.39),
        numeral=Level(36.7, 39.27), unit=10.5, hairline=0.91, rule=1.21, frame=1.81, band=2.72, corner=10.27,
    ),
)  # fmt: skip
LARGE_PRINT = (
    Scale(
        16, body=Level(16, 20.64), list=Level(16, 20.64), small=Level(16, 20), standfirst=Level(17.76, 23.09),
        h1=Level(28.8, 31.68), h2=Level(20.48, 24.58), h3=Level(17.76, 22.2), strategy=Level(20.48, 24.17),
        numeral=Level(39.04, 41.77), unit=10.32, hairline=0.92, rule=1.22, frame=1.83, band=2.75, corner=10.39,
    ),
    Scale(
        18, body=Level(18, 23.04), list=Level(18, 23.04), small=Level(18, 22.5), standfirst=Level(19.98, 25.97),
        h1=Level(32.4, 35.64), h2=Level(23.04, 27.65), h3=Level(19.98, 24.98), strategy=Level(23.04, 27.19),
        numeral=Level(43.92, 46.99), unit=11.52, hairline=1, rule=1.33, frame=2, band=3, corner=11.33,
    ),
    Scale(
        20, body=Level(20, 25.4), list=Level(20, 25.4), small=Level(20, 25), standfirst=Level(22.04, 28.66),
        h1=Level(34.89, 38.38), h2=Level(25.31, 30.37), h3=Level(22.09, 27.61), strategy=Level(25.31, 29.87),
        numeral=Level(47.16, 50.46), unit=12.7, hairline=1.08, rule=1.44, frame=2.17, band=3.25, corner=12.28,
    ),
    Scale(
        24, body=Level(24, 30), list=Level(24, 30), small=Level(24, 30), standfirst=Level(26.08, 33.9),
        h1=Level(39.2, 43.12), h2=Level(29.68, 35.62), h3=Level(26.24, 32.8), strategy=Level(29.68, 35.02),
        numeral=Level(52.64, 56.32), unit=15, hairline=1.25, rule=1.67, frame=2.5, band=3.75, corner=14.17,
    ),
    Scale(
        24.25,
        body=Level(24.25, 30.31), list=Level(24.25, 30.31), small=Level(24.25, 30.31), standfirst=Level(26.33, 34.23),
        h1=Level(39.44, 43.38), h2=Level(29.95, 35.93), h3=Level(26.5, 33.12), strategy=Level(29.95, 35.34),
        numeral=Level(52.94, 56.64), unit=15.16, hairline=1.26, rule=1.68, frame=2.52, band=3.78, corner=14.28,
    ),
    Scale(
        36, body=Level(36, 45), list=Level(36, 45), small=Level(36, 45), standfirst=Level(37.44, 48.67),
        h1=Level(46.8, 51.48), h2=Level(41.4, 49.68), h3=Level(38.16, 47.7), strategy=Level(41.4, 48.85),
        numeral=Level(61.2, 65.48), unit=22.5, hairline=1.75, rule=2.33, frame=3.5, band=5.25, corner=19.83,
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
    with pytest.raises(AttributeError):
        CARD.base = 8  # type: ignore[misc]
    with pytest.raises(AttributeError):
        CARD.body.size = 8  # type: ignore[misc]
