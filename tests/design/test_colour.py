"""Colours: the ratios of the standard, the promise of every accent, and the hue that stays."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.design import colour

any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("ink", "ratio"),
    [("#005EB8", 6.38), ("#767676", 4.54), ("#595959", 7.00), ("#808080", 3.95), ("#000", 21), ("#ffffff", 1)],
)
def test_contrast_on_white_is_what_wcag_says(ink: str, ratio: float) -> None:
    assert colour.contrast(ink) == pytest.approx(ratio, abs=0.005)


def test_contrast_does_not_depend_on_the_order() -> None:
    assert colour.contrast("#005eb8", "#fff") == colour.contrast("#fff", "#005eb8")


@pytest.mark.parametrize("bad", ["", "red", "#12", "#12345", "#1234567", "#12345g", " #000000", "#000000\n"])
def test_what_is_not_a_colour_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        colour.parse(bad)


@given(any_colour)
def test_hex_survives_the_way_there_and_back(ink: str) -> None:
    assert colour.to_hex(*colour.parse(ink)) == ink


@given(any_colour)
def test_every_brand_colour_becomes_readable_in_colour_and_in_grey(brand: str) -> None:
    accent = colour.palette(brand).accent
    assert colour.contrast(accent) >= 7
    assert colour.contrast(colour.printed_grey(accent)) >= 7


def test_a_colour_that_is_dark_enough_is_left_alone() -> None:
    assert colour.darken_to("#00525C", 7) == "#00525c"


@pytest.mark.parametrize("brand", ["#ff0000", "#e4007c", "#f5a623", "#41b6e6", "#78be20", "#005eb8"])
def test_darkening_keeps_the_hue_and_stops_when_it_is_enough(brand: str) -> None:
    accent = colour.readable(brand)
    before, after = (colorsys.rgb_to_hls(*colour.parse(ink))[0] for ink in (brand, accent))
    assert min(abs(before - after), 1 - abs(before - after)) < 0.06
    assert 7 <= colour.proven_contrast(accent) < 7.2


def test_against_a_dark_ground_nothing_is_dark_enough() -> None:
    with pytest.raises(ValueError, match="dark enough"):
        colour.darken_to("#ff0000", 7, against="#333333")


def test_a_printer_in_grey_mode_may_see_less_contrast_than_wcag_does() -> None:
    assert colour.printed_grey("#00ff00") == "#969696"
    assert colour.contrast("#c986eb") == pytest.approx(2.59, abs=0.01)
    assert colour.proven_contrast("#c986eb") == pytest.approx(2.43, abs=0.01)


def test_a_tint_is_at_most_a_tenth_and_keeps_black_readable() -> None:
    assert colour.contrast("#000000", colour.tint("#000000", 0.1)) > 15
    assert colour.tint("#123456", 0) == "#ffffff"
    with pytest.raises(ValueError, match="tint"):
        colour.tint("#00525c", 0.11)


def assert_promises(ours: colour.Palette) -> None:
    """Every pair of colours that meet on a page, in colour and printed in grey."""
    for text in (ours.ink, ours.accent, ours.link, ours.deep):
        assert colour.proven_contrast(text) >= 7
    for text in (ours.ink, ours.deep):
        assert colour.proven_contrast(text, ours.tint) >= 7
    assert colour.proven_contrast(ours.ink, ours.sand) >= 7
    assert colour.proven_contrast(colour.WHITE, ours.accent) >= 7  # a step's numeral on its disc
    assert colour.proven_contrast(colour.WHITE, ours.deep) >= 7  # an icon on a solid disc
    for line in (ours.rule, ours.write):
        assert colour.proven_contrast(line) >= colour.GRAPHIC_RATIO


@given(any_colour)
def test_every_brand_colour_gives_a_palette_whose_pairs_can_be_read(brand: str) -> None:
    assert_promises(colour.palette(brand))


@given(any_colour)
def test_the_deep_shade_is_never_lighter_than_the_accent(brand: str) -> None:
    made = colour.palette(brand)
    assert colour.luminance(made.deep) <= colour.luminance(made.accent)


@given(any_colour)
def test_a_tint_and_sand_stay_pale_in_grey(brand: str) -> None:
    made = colour.palette(brand)
    for ground in (made.tint, made.sand):
        assert colour.proven_contrast(ground) < 1.3


@given(any_colour)
def test_a_line_between_parts_is_quieter_than_the_accent(brand: str) -> None:
    made = colour.palette(brand)
    assert colour.RULE_RATIO <= colour.proven_contrast(made.rule) < colour.proven_contrast(made.accent)


def test_our_own_palette_keeps_its_promises_unchanged() -> None:
    ours = colour.palette()
    assert ours.accent == colour.DEEP_TEAL
    assert ours.link == ours.accent
    assert colour.contrast(ours.ink) == pytest.approx(21)
    assert_promises(ours)


@pytest.mark.parametrize("brand", ["#005eb8", "#f5a623", "#e4007c"])
def test_sand_is_the_same_for_every_clinic(brand: str) -> None:
    assert colour.palette(brand).sand == colour.palette().sand == colour.SAND
