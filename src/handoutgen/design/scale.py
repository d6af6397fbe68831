"""One number, the body size, becomes every other size, gap and line weight of a leaflet.

Large print is a change of design, not a zoom: from 16 pt the heading steps shrink (the body is already big), the
leading tightens and lines get heavier. Sources: CNIB (leading 1.25 to 1.30), UKAAF G003 and ACB (large print),
RNIB Clear Print (12 to 14 pt). Every step is a share of the base, as is its leading of its size.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

SMALLEST_BASE, LARGEST_BASE = 12.0, 36.0
CARD_BASE = 9.0
"""The least of a form with a scale of its own: a card is read close up, and its words stand larger in the leaflet."""
LARGE_FROM = 16.0
"""From this body size the rules of large print hold (UKAAF: 16 pt and up)."""


class Level(Struct, frozen=True):
    """A step of the scale: size and leading in pt."""

    size: float
    leading: float


class Scale(Struct, frozen=True):
    """Sizes (pt) that all follow from `base`."""

    base: float
    body: Level
    list: Level
    """Lists that are looked through, such as the signs in the help box: the body's size, a little closer."""
    small: Level
    """What few read and all may look up, such as sources: the body's size, closer still."""
    standfirst: Level
    h1: Level
    h2: Level
    h3: Level
    strategy: Level
    """A strategy's title: it is found from further off than the heading of a section."""
    numeral: Level
    unit: float
    """Half the body leading: every gap is a whole number of these."""
    hairline: float
    rule: float
    frame: float
    band: float
    """The line over the first page and over each strategy."""
    corner: float
    """How round the corners of panels are."""

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
    steps = _large_steps(base) if large else _STANDARD
    weight = 1 + (base - 12) / 18
    ratio = 1.29 - 0.04 * min(1.0, (base - LARGE_FROM) / 8) if large else 4 / 3
    return Scale(
        base=base,
        body=_level(base, ratio),
        list=_level(base, min(ratio, 1.29)),
        small=_level(base, 1.25),
        standfirst=_level(base * steps.standfirst, 1.3),
        h1=_level(base * steps.h1, 1.1),
        h2=_level(base * steps.h2, 1.2),
        h3=_level(base * steps.h3, 1.25),
        strategy=_level(base * steps.strategy, 1.18),
        numeral=_level(base * steps.numeral, 1.07),
        unit=round(base * ratio / 2, 2),
        hairline=round(0.75 * weight, 2),
        rule=round(1.0 * weight, 2),
        frame=round(1.5 * weight, 2),
        band=round(2.25 * weight, 2),
        corner=round(8.5 * weight, 2),
    )


class _Steps(NamedTuple):
    """Sizes in shares of the base."""

    standfirst: float
    h1: float
    h2: float
    h3: float
    strategy: float
    numeral: float


_STANDARD = _Steps(standfirst=1.125, h1=2.6, h2=1.29, h3=1.167, strategy=1.42, numeral=2.33)
_AT_18 = _Steps(standfirst=1.11, h1=1.8, h2=1.28, h3=1.11, strategy=1.28, numeral=2.44)
_AT_36 = _Steps(standfirst=1.04, h1=1.3, h2=1.15, h3=1.06, strategy=1.15, numeral=1.7)


def _large_steps(base: float) -> _Steps:
    """Between those at 18 pt and those at 36 pt: the larger the body, the less a heading has to stand out by size."""
    share = max(0.0, (base - 18) / 18)
    return _Steps(*(a + (b - a) * share for a, b in zip(_AT_18, _AT_36, strict=True)))


def _level(size: float, ratio: float) -> Level:
    return Level(round(size, 2), round(size * ratio, 2))
