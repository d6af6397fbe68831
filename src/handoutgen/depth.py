"""How much of a leaflet is printed."""

from __future__ import annotations

from enum import StrEnum


class Depth(StrEnum):
    """How much of a leaflet is printed: what everybody needs, or all of it."""

    ESSENTIAL = "essential"
    FULL = "full"
