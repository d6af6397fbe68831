"""On a dark ground every clinic's colour can be read, and stays that clinic's."""

from __future__ import annotations

import pytest

from handoutgen.design.colour import TEXT_RATIO, contrast, lighten_to
from handoutgen.design.dark import DEEP_RATIO, GROUND, INK, PANEL, dark_palette


@pytest.mark.parametrize("brand", [None, "#00525c", "#1f4e9d", "#ffcc00", "#7a1050", "#ffffff", "#000000", "#c8102e"])
def test_every_colour_is_read_on_the_ground_and_on_panels(brand: str | None) -> None:
    dark = dark_palette(brand)
    for ground in (GROUND, PANEL):
        assert contrast(dark.accent, ground) >= TEXT_RATIO
        assert contrast(dark.deep, ground) >= DEEP_RATIO
        assert contrast(INK, ground) >= DEEP_RATIO
    assert contrast(dark.rule, GROUND) >= 3


def test_a_colour_that_can_be_read_stays_and_nothing_is_lighter_than_white() -> None:
    assert lighten_to("#ffcc00", 7, GROUND) == "#ffcc00"
    assert lighten_to("#ffffff", 18, GROUND) == "#ffffff"
    with pytest.raises(ValueError, match="nothing is light enough"):
        lighten_to("#00525c", 7, "#808080")
