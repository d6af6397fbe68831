"""What the person at the desk needs, whatever the leaflet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person needs, whatever the leaflet. None: as the clinic has it."""

    size: str = "standard"
    language: str | None = None
    paper: str | None = None
