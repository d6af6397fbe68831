"""sRGB colours → proven contrast: luminance, ratio, the grey a printer makes of them, and the palette of a leaflet.

Colours are written "#rrggbb". Contrast is WCAG 2.2's (relative luminance, 1.4.3 and 1.4.6 for text, 1.4.11 for
graphics). Office printers in grey mode weigh the encoded channels instead (ITU-R BT.601), which can lose contrast that
the luminance promises, so accents are proven both ways.
"""

from __future__ import annotations

import re
from math import atan2, cos, hypot, sin

from msgspec import Struct

from handoutgen import bounds
from handoutgen.memory import remembered

WHITE = "#ffffff"
BLACK = "#000000"
"""Body ink. Pure black, because a dark grey is rastered into dots by office printers and blurs the letters' edges."""
DEEP_TEAL = "#00525c"
TEXT_RATIO = 7.0
"""WCAG 2.2 1.4.6 (AAA), our floor for all text."""
GRAPHIC_RATIO = 3.0
"""WCAG 2.2 1.4.11, our floor for lines and shapes that mean something."""
DEEPEST_TINT = 0.10

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


NAMES = ("accent", "deep", "rule", "tint", "cloth")
"""The colours that a clinic's brand decides, in the order in which a file numbers them."""
CLOTH_SHARE = 0.2
"""How much of the accent is in the clothes of our drawings of people."""
SAND = "#faf4ea"
"""Behind drawings alone, for every clinic the same: a warm neutral, no second accent. It prints as a pale grey."""
TINT_SHARE = 0.07
RULE_RATIO = 3.2
"""A hairline between parts: over the floor for graphics, and quieter than what it parts."""


class Palette(Struct, frozen=True):
    """The colours of one leaflet, by what they are for.

    `accent` and `link` carry text on white, `deep` on white and on the tint; `tint` is a panel behind what must be
    found, `sand` one behind drawings; `rule` is a line between parts, `write` a line to write on; `cloth` is what the
    people in our drawings wear. Each is "#rrggbb", or in `BY_NAME` one of the NAMES.
    """

    accent: str
    deep: str = BLACK
    ink: str = BLACK
    rule: str = "#8c8c8c"
    write: str = "#767676"
    tint: str = WHITE
    sand: str = SAND
    cloth: str = WHITE

    @property
    def link(self) -> str:
        """A link's words: the accent; its address is printed too, so that colour alone tells nothing."""
        return self.accent

    @property
    def named(self) -> tuple[str, ...]:
        """The colours of the NAMES, in their order."""
        return tuple(getattr(self, name) for name in NAMES)


BY_NAME = Palette(**{name: name for name in NAMES})
"""What a page is laid out in: which colours these are, a file says once, so that its pages are the same bytes for
every clinic. What no brand decides is the colour itself."""


@remembered(bounds.PALETTES)
def palette(brand: str | None = None) -> Palette:
    """The leaflet's colours from a clinic's brand colour, darkened where it is too pale to read; ours without one."""
    accent = readable(brand or DEEP_TEAL)
    pale = tint(accent, TINT_SHARE)
    return Palette(
        accent=accent, deep=deepened(accent, pale), rule=hairline(accent), tint=pale, cloth=_pale(accent, CLOTH_SHARE)
    )


def deepened(accent: str, against: str) -> str:
    """The accent a shade darker, so that it can be read on `against` as well as on white."""
    lightness, chroma, hue = _to_oklch(accent)
    return darken_to(_shade(lightness * 0.85, chroma, hue), TEXT_RATIO, against)


def hairline(accent: str) -> str:
    """A grey with a trace of the accent in it, for lines between parts."""
    mixed = (0.35 * own + 0.65 * grey for own, grey in zip(parse(accent), parse("#b0b0b0"), strict=True))
    return darken_to(to_hex(*mixed), RULE_RATIO)


def parse(colour: str) -> tuple[float, float, float]:
    """ "#rgb" or "#rrggbb" as red, green, blue from 0 to 1. Anything else: ValueError."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f'"{colour}" is not a colour; write it like #00525c')
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def to_hex(red: float, green: float, blue: float) -> str:
    """Channels from 0 to 1 (clipped) as "#rrggbb"."""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02x}" for channel in (red, green, blue))


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance, 0 to 1."""
    red, green, blue = (_linear(channel) for channel in parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str = WHITE) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21; the order does not matter."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def printed_grey(colour: str) -> str:
    """The grey that a printer in grey mode puts down (ITU-R BT.601 weights on the encoded channels)."""
    red, green, blue = parse(colour)
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    return to_hex(grey, grey, grey)


def proven_contrast(colour: str, against: str = WHITE) -> float:
    """The lower of the contrasts in colour and printed in grey."""
    return min(contrast(colour, against), contrast(printed_grey(colour), printed_grey(against)))


def readable(colour: str, against: str = WHITE) -> str:
    """The colour fit for text, in colour and in grey; the same colour when it already is."""
    return darken_to(colour, TEXT_RATIO, against)


def darken_to(colour: str, ratio: float, against: str = WHITE) -> str:
    """The lightest shade of the same hue with at least this proven contrast; ValueError when even black has less.

    The shade is sought in OKLCH, where hue stays what the eye calls the same hue; chroma shrinks only to stay in sRGB.
    """
    if proven_contrast(colour, against) >= ratio:
        return to_hex(*parse(colour))
    if proven_contrast(BLACK, against) < ratio:
        raise ValueError(f"nothing is dark enough for a contrast of {ratio:g} against {against}")
    lightness, chroma, hue = _to_oklch(colour)
    low, high = 0.0, lightness
    for _ in range(20):
        middle = (low + high) / 2
        if proven_contrast(_shade(middle, chroma, hue), against) >= ratio:
            low = middle
        else:
            high = middle
    shade = _shade(low, chroma, hue)
    return shade if proven_contrast(shade, against) >= ratio else BLACK  # the darkest shade keeps a trace of colour


def lighten_to(colour: str, ratio: float, against: str) -> str:
    """The darkest tone of the same hue with at least this contrast on a dark ground; ValueError when even white has
    less. It is for screens: nothing is printed light on dark."""
    if contrast(WHITE, against) < ratio:
        raise ValueError(f"nothing is light enough for a contrast of {ratio:g} against {against}")
    lightness, chroma, hue = _to_oklch(colour)
    low, high = lightness, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        if contrast(_shade(middle, chroma, hue), against) >= ratio:
            high = middle
        else:
            low = middle
    tone = _shade(high, chroma, hue)
    return tone if contrast(tone, against) >= ratio else WHITE


def tint(colour: str, share: float) -> str:
    """White with `share` (0 to 0.1) of the colour in it: deeper tints cost ink and eat the contrast of what stands on
    them."""
    if not 0 <= share <= DEEPEST_TINT:
        raise ValueError(f"a tint is between 0 and {DEEPEST_TINT:.0%}, not {share:.0%}")
    return _pale(colour, share)


def _pale(colour: str, share: float) -> str:
    """White with `share` of the colour in it."""
    red, green, blue = (1 - share * (1 - channel) for channel in parse(colour))
    return to_hex(red, green, blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)


def _to_oklch(colour: str) -> tuple[float, float, float]:
    """Björn Ottosson's OKLab (2020) in polar form: lightness, chroma, hue in radians."""
    red, green, blue = (_linear(channel) for channel in parse(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Linear red, green, blue; outside 0 to 1 when sRGB has no such colour."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shade(lightness: float, chroma: float, hue: float) -> str:
    """The colour of this lightness and hue, with as much of the chroma as sRGB has."""
    low, high = 0.0, chroma
    if _is_in_srgb(_from_oklch(lightness, chroma, hue)):
        low = chroma
    else:
        for _ in range(16):
            middle = (low + high) / 2
            if _is_in_srgb(_from_oklch(lightness, middle, hue)):
                low = middle
            else:
                high = middle
    red, green, blue = (_encoded(max(0.0, channel)) for channel in _from_oklch(lightness, low, hue))
    return to_hex(red, green, blue)


def _is_in_srgb(channels: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in channels)
