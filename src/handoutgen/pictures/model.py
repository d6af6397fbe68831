"""What pictures become: a drawing as path operators, a photograph as samples. Lengths in units of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A vector drawing ready to paint: PDF path operators in its own units, y upwards, origin lower left."""

    width: float
    height: float
    operators: str
    """Balanced in q/Q, using only path, colour (RGB or grey), line-style and cm operators: no text, no resources."""


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A photograph or scan, decoded to what a PDF/A file may hold (grey or RGB, no alpha)."""

    pixel_width: int
    pixel_height: int
    mode: Literal["L", "RGB"]
    data: bytes
    """The raw samples, or the JPEG file when `jpeg`."""
    jpeg: bool = False
