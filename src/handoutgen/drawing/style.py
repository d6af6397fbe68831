"""Colours and line weights, the same in all drawings, so that they look like one hand's work."""

from typing import Final, Literal, TypeAlias

from msgspec import Struct

LineWeight: TypeAlias = Literal["contour", "detail", "arrow"]

WEIGHTS: Final[dict[LineWeight, float]] = {"contour": 1.0, "detail": 0.65, "arrow": 1.75}
"""Stroke widths in pt at the printed size."""
LARGE_PRINT = 1.5
"""Large print draws all strokes heavier by this."""
KEYLINE = 0.75
"""White round a muscle, in pt on each side."""

INK: Final = "#111111"
WHITE: Final = "#ffffff"
ACCENT: Final = "#005f6b"
"""Muscles and arrows; a build puts the clinic's colour in its place."""
CLOTH: Final = "#cce0e2"
"""The accent at 20 % on white; recoloured with it."""
SKINS: Final = {"light": "#f0cfb4", "mid": "#e0ad84", "brown": "#b97f55", "dark": "#8a5a3c"}
HAIR: Final = {"dark": "#2b2320", "grey": "#cfcdc8", "brown": "#6b4630"}


class FigureColours(Struct, frozen=True):
    """The colours of one figure and its surroundings, as #rrggbb."""

    skin: str = SKINS["light"]
    hair: str = HAIR["dark"]
    ink: str = INK
    white: str = WHITE
    accent: str = ACCENT
    cloth: str = CLOTH
