"""What the person at the desk needs, whatever the leaflet."""

from __future__ import annotations

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """What the person needs, whatever the leaflet. None: as the clinic has it."""

    size: str = "standard"
    language: str | None = None
    paper: str | None = None
