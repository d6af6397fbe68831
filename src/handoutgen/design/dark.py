"""A clinic's colour → the colours of a page that is shown light on dark, where the reader's device asks for that.

The same hue, lightened until it can be read; grounds are nearly black, for pure black under white letters glares.
"""

from __future__ import annotations

from msgspec import Struct

from handoutgen.design.colour import DEEP_TEAL, TEXT_RATIO, lighten_to

GROUND, INK = "#0c1213", "#f2f5f5"
PANEL = "#18282b"
"""Behind what must be found; text and accents keep their contrast on it."""
RULE = "#5d7276"
DEEP_RATIO = 11.0


class DarkPalette(Struct, frozen=True):
    """As `Palette`, for a dark ground: `accent` and `deep` carry text on `ground` and on `tint`; text in `ground` is
    read on either."""

    accent: str
    deep: str
    ink: str = INK
    ground: str = GROUND
    tint: str = PANEL
    rule: str = RULE


def dark_palette(brand: str | None = None) -> DarkPalette:
    """The colours of a dark page from a clinic's brand colour; ours without one."""
    colour = brand or DEEP_TEAL
    return DarkPalette(lighten_to(colour, TEXT_RATIO, PANEL), lighten_to(colour, DEEP_RATIO, PANEL))
