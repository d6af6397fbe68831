"""Colours in numbers: luminance and grey as their standards write them, and the shades that darkening arrives at."""

from __future__ import annotations

import pytest

from handoutgen.design import colour


def linear(value: int) -> float:
    """WCAG 2.2's linear channel, from the value of 0 to 255."""
    share = value / 255
    return share / 12.92 if value <= 10 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(
    ("ink", "red", "green", "blue"),
    [("#ff0000", 255, 0, 0), ("#00ff00", 0, 255, 0), ("#0000ff", 0, 0, 255), ("#0a0a0a", 10, 10, 10),
     ("#0b0b0b", 11, 11, 11), ("#005eb8", 0, 94, 184), ("#f5a623", 245, 166, 35), ("#ffffff", 255, 255, 255)],
)  # fmt: skip
def test_luminance_is_what_wcag_says(ink: str, red: int, green: int, blue: int) -> None:
    expected = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    assert colour.luminance(ink) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("ink", "luminance"), [("#000000", 0.0), ("#0a0a0a", 0.003035), ("#0b0b0b", 0.003347), ("#767676", 0.181164),
                           ("#808080", 0.215861), ("#bcbcbc", 0.502886), ("#ffffff", 1.0)],
)  # fmt: skip
def test_luminance_of_greys(ink: str, luminance: float) -> None:
    assert colour.luminance(ink) == pytest.approx(luminance, abs=1e-6)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ff0000", "#ffffff", 3.998), ("#0000ff", "#ffffff", 8.592),
     ("#00ff00", "#000000", 15.304), ("#ffff00", "#0000ff", 8.002), ("#767676", "#595959", 1.542)],
)  # fmt: skip
def test_contrast_is_the_ratio_of_luminances_with_a_twentieth_added_to_both(one: str, other: str, ratio: float) -> None:
    assert colour.contrast(one, other) == pytest.approx(ratio, abs=0.0005)


@pytest.mark.parametrize(
    ("ink", "grey"),
    # 0.299 red + 0.587 green + 0.114 blue: 76.2, 149.7, 29.1; 76.2; 174.7; 46.2.
    [("#ff0000", "#4c4c4c"), ("#00ff00", "#969696"), ("#0000ff", "#1d1d1d"), ("#005eb8", "#4c4c4c"),
     ("#f5a623", "#afafaf"), ("#ffffff", "#ffffff"), ("#123456", "#2e2e2e")],
)  # fmt: skip
def test_a_printer_in_grey_mode_weighs_the_channels_as_bt_601_does(ink: str, grey: str) -> None:
    assert colour.printed_grey(ink) == grey


def test_the_proven_contrast_is_the_lower_one_whichever_it_is() -> None:
    assert colour.proven_contrast("#c986eb") == pytest.approx(2.4344, abs=1e-4)  # in grey, #a6a6a6; in colour 2.59
    assert colour.proven_contrast("#f5a623") == pytest.approx(2.0268, abs=1e-4)  # in colour; in grey, #afafaf, 2.19
    assert colour.proven_contrast("#000000", "#00ff00") == pytest.approx(7.0997, abs=1e-4)  # on its grey, #969696


SHADES = {
    # colour: the lightest shade with a contrast of 3, of 7 and of 12 on white
    "#ff0000": ("#ff0000", "#b60000", "#740000"),
    "#00ff00": ("#00ad00", "#006800", "#004000"),
    "#0000ff": ("#0000ff", "#0000ff", "#0000be"),
    "#ffff00": ("#9a9a00", "#5d5c00", "#393800"),
    "#e4007c": ("#e4007c", "#af005e", "#700039"),
    "#f5a623": ("#cc8600", "#7b5000", "#4e3000"),
    "#41b6e6": ("#22a0cf", "#006080", "#003b51"),
    "#78be20": ("#65a500", "#3a6300", "#223d00"),
    "#c986eb": ("#b875d9", "#7c3b9b", "#581273"),
    "#005eb8": ("#005eb8", "#0058ad", "#00356f"),
    "#ffffff": ("#949494", "#595959", "#363636"),
}
"""Found outside this program: OKLCH by the matrices of CSS Color 4 (by way of XYZ), lightness lowered in 2000 steps,
chroma lowered until sRGB has the colour."""


@pytest.mark.parametrize(("brand", "shades"), SHADES.items())
def test_darkening_finds_the_lightest_shade_of_the_hue_that_is_enough(brand: str, shades: tuple[str, ...]) -> None:
    assert tuple(colour.darken_to(brand, ratio) for ratio in (3, 7, 12)) == shades


@pytest.mark.parametrize(
    ("brand", "shades"),
    [("#ff0000", ("#370000", "#240000", "#150000")), ("#00ff00", ("#001c00", "#001000", "#000900")),
     ("#f5a623", ("#231300", "#170900", "#0e0300")), ("#41b6e6", ("#001925", "#000e18", "#00070f")),
     ("#c986eb", ("#2a003c", "#1a0027", "#0d0016")), ("#005eb8", ("#001536", "#000b26", "#00051d"))],
)  # fmt: skip
def test_shades_that_are_nearly_black_keep_their_hue(brand: str, shades: tuple[str, ...]) -> None:
    assert tuple(colour.darken_to(brand, ratio) for ratio in (18, 19.5, 20.2)) == shades


@pytest.mark.parametrize(
    ("brand", "ratio", "shade"),
    # Found as the table above, in 100 000 steps: one channel more or less would be another shade.
    [("#767676", 4.55, "#757575"), ("#9ff87e", 1.3, "#9ff77e"), ("#710d1d", 12, "#6f0b1c"), ("#0bd702", 3, "#03ad00"),
     ("#ca38a4", 12, "#6a0054"), ("#d0adc8", 7, "#6c4d66")],
)  # fmt: skip
def test_a_colour_is_darkened_by_no_more_than_it_takes(brand: str, ratio: float, shade: str) -> None:
    assert colour.darken_to(brand, ratio) == shade


@pytest.mark.parametrize("brand", ["#f5a623", "#78be20", "#ffffff"])
def test_the_greatest_contrast_there_is_takes_black(brand: str) -> None:
    assert colour.darken_to(brand, 21) == "#000000"


def test_a_contrast_that_is_just_met_is_enough() -> None:
    just = colour.proven_contrast("#767676")
    assert colour.darken_to("#767676", just) == "#767676"
    assert colour.darken_to("#ffffff", just) == "#767676"


def test_a_ground_that_is_not_white_takes_a_darker_shade() -> None:
    assert colour.darken_to("#767676", 4.5) == "#767676"
    assert colour.darken_to("#767676", 4.5, against="#e6f0f1") == "#6b6b6b"
    assert colour.readable("#005eb8", against="#e6f0f1") == "#004e9c"


def test_text_asks_for_seven_and_lines_that_mean_something_for_three() -> None:
    assert (colour.TEXT_RATIO, colour.GRAPHIC_RATIO) == (7, 3)
    assert colour.readable("#f5a623") == SHADES["#f5a623"][1]


@pytest.mark.parametrize(
    ("written", "channels"),
    [("#00525c", (0, 82, 92)), ("#F5A623", (245, 166, 35)), ("#1af", (17, 170, 255)), ("#FFF", (255, 255, 255))],
)
def test_a_colour_is_three_or_six_digits_in_either_case(written: str, channels: tuple[int, int, int]) -> None:
    assert colour.parse(written) == tuple(channel / 255 for channel in channels)


def test_channels_out_of_range_are_clipped() -> None:
    assert colour.to_hex(1.2, -0.1, 0.4) == "#ff0066"
    assert colour.to_hex(0.002, 0.998, 1) == "#01feff"


@pytest.mark.parametrize(
    ("ink", "share", "tint"),
    # 255 less the share of what the channel lacks: for #00525c and 0.07, 237.15, 242.89 and 243.59.
    [("#00525c", 0.07, "#edf3f4"), ("#00525c", 0.02, "#fafcfc"), ("#000000", 0.08, "#ebebeb"),
     ("#101010", 0.1, "#e7e7e7")],
)  # fmt: skip
def test_a_tint_is_white_with_a_share_of_the_colour_in_it(ink: str, share: float, tint: str) -> None:
    assert colour.tint(ink, share) == tint


@pytest.mark.parametrize("share", [-0.01, 0.101, 1.0])
def test_a_tint_of_less_than_nothing_or_more_than_a_tenth_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 10%"):
        colour.tint("#00525c", share)


def test_our_own_palette_is_teal_on_white_with_black_ink() -> None:
    ours = colour.palette()
    assert (ours.accent, ours.link, ours.deep, ours.ink) == ("#00525c", "#00525c", "#004049", "#000000")
    assert (ours.rule, ours.write, ours.tint, ours.sand) == ("#728f93", "#767676", "#edf3f4", "#faf4ea")
    assert colour.Palette("#123456").tint == "#ffffff"


def test_a_brand_colour_is_darkened_and_everything_follows_from_its_darker_shade() -> None:
    theirs = colour.palette("#f5a623")
    assert (theirs.accent, theirs.link) == ("#7b5000", "#7b5000")
    assert theirs.tint == colour.tint("#7b5000", 0.07) == "#f6f3ed"
    assert theirs.deep == colour.deepened("#7b5000", "#f6f3ed") == "#623f00"
    # 0.35 of the accent and 0.65 of #b0b0b0, channel by channel: dark enough as it is.
    assert theirs.rule == colour.hairline("#7b5000") == "#9d8e72"


def test_a_line_that_would_be_too_pale_is_darkened_to_its_ratio() -> None:
    assert colour.proven_contrast("#f8f8f8") < colour.RULE_RATIO
    assert 3.2 <= colour.proven_contrast(colour.hairline("#ffffff")) < 3.3


def test_a_deep_shade_is_darker_on_a_darker_ground() -> None:
    on_white, on_grey = colour.deepened("#7b5000", "#ffffff"), colour.deepened("#7b5000", "#b0b0b0")
    assert colour.proven_contrast(on_grey, "#b0b0b0") >= 7 > colour.proven_contrast(on_white, "#b0b0b0")


def test_a_palette_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        colour.palette().ink = "#333333"  # type: ignore[misc]


@pytest.mark.parametrize("ink", ["#ff0000", "#e4007c", "#005eb8"])
def test_the_highest_contrast_that_can_be_is_that_of_black(ink: str) -> None:
    assert colour.darken_to(ink, 21) == "#000000"
