"""One number, the body size, becomes every other size, gap and line weight of a leaflet.

Large print is a change of design, not a zoom: from 16 pt the heading steps shrink (the body is already big), the
leading tightens and lines get heavier. Sources: CNIB (leading 1.25 to 1.30), UKAAF G003 and ACB (large print),
RNIB Clear Print (12 to 14 pt).
"""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_BASE, LARGEST_BASE = 12.0, 36.0
CARD_BASE = 9.0
"""A wallet card's own smallest size: it is read close up, and every word on it stands larger in the leaflet."""
LARGE_FROM = 16.0
"""From this body size the rules of large print hold (UKAAF: 16 pt and up)."""


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scale: size and leading in pt."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes (pt) that all follow from `base`."""

    base: float
    body: Level
    standfirst: Level
    h1: Level
    h2: Level
    h3: Level
    numeral: Level
    unit: float
    """Half the body leading: every gap is a whole number of these."""
    hairline: float
    rule: float
    frame: float

    @property
    def is_large(self) -> bool:
        """Whether the rules of large print hold."""
        return self.base >= LARGE_FROM


def scale_for(base: float, smallest: float = SMALLEST_BASE) -> Scale:
    """The scale of a body size between 12 (or a card's `smallest`) and 36 pt.

    Raises ValueError outside that range: below 12 nobody with tired eyes can read it, above 36 a page holds too
    few words to follow (ODI/DWP advise audio from about 28 pt).
    """
    if not smallest <= base <= LARGEST_BASE:
        raise ValueError(f"body size {base:g} pt is outside {smallest:g} to {LARGEST_BASE:g} pt")
    large = base >= LARGE_FROM
    ratio = 1.35 if not large else max(1.25, 1.30 - 0.05 * (base - 18) / 6)
    ratio = min(ratio, 1.35 if not large else 1.30)
    h1, h2, h3 = _heading_steps(base)
    weight = 1 + (base - 12) / 24
    return Scale(
        base=base,
        body=_level(base, ratio),
        standfirst=_level(base * (1.1 if large else 1.2), ratio),
        h1=_level(base * h1, 1.15),
        h2=_level(base * h2, 1.2),
        h3=_level(base * h3, 1.25),
        numeral=_level(base * (1.7 if large else 2.6), 1.0),
        unit=round(base * ratio / 2, 2),
        hairline=round(0.6 * weight, 2),
        rule=round(1.0 * weight, 2),
        frame=round(1.5 * weight, 2),
    )


def _heading_steps(base: float) -> tuple[float, float, float]:
    if base < LARGE_FROM:
        return 2.1, 1.25, 1.15
    if base <= 24:
        return 1.45, 1.2, 1.1
    return 1.3, 1.15, 1.06


def _level(size: float, ratio: float) -> Level:
    return Level(round(size, 2), round(size * ratio, 2))
