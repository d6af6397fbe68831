"""What pictures become: a drawing as path operators, a photograph as samples. Lengths in units of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct


class Ramp(Struct, frozen=True):
    """Colours that run into each other along a line (x1 y1 x2 y2) or between two circles (x0 y0 r0 x1 y1 r1)."""

    coordinates: tuple[float, ...]
    matrix: tuple[float, ...]
    """From the coordinates to the drawing's units."""
    stops: tuple[tuple[float, tuple[float, float, float]], ...]
    """Where each colour (RGB, 0 to 1) is reached, rising from 0 to 1; at least two."""


class SeeThrough(Struct, frozen=True):
    """How much of what is painted covers what is beneath, and the layer that masks it, if any."""

    share: float
    mask: str = ""
    is_alpha: bool = False
    """Whether the mask's cover counts; else its lightness does."""


class DrawingResources(Struct, frozen=True):
    """What operators name, by its name: ramps in the colour space Pattern, see-through states, and layers, which are
    operators that are painted by themselves first, and then as one."""

    ramps: tuple[tuple[str, Ramp], ...] = ()
    states: tuple[tuple[str, SeeThrough], ...] = ()
    layers: tuple[tuple[str, str], ...] = ()


class Drawing(Struct, frozen=True, eq=False):
    """A vector drawing ready to paint: PDF path operators in its own units, y upwards, origin lower left."""

    width: float
    height: float
    operators: str
    """Balanced in q/Q, using only path, colour (RGB, grey, or a clinic's by its name), line-style, clip and cm
    operators, and those that name the resources: no text."""
    resources: DrawingResources | None = None
    """Nearly all drawings need none."""
    is_blank: bool = False
    """Whether all ink is white, or nearly, so that nothing is to be seen on paper."""
    with_lines: Callable[[float], Drawing] | None = None
    """Of a drawing of ours, whose units are mm: the same drawing with its lines so many times as wide."""
    floor: float | None = None
    """Of a drawing of ours with a floor: how far that lies above its lower edge, in mm."""


class Raster(Struct, frozen=True, eq=False):
    """A photograph or scan, decoded to what a PDF/A file may hold (grey or RGB, no alpha)."""

    pixel_width: int
    pixel_height: int
    mode: Literal["L", "RGB"]
    data: bytes
    """The raw samples, or the JPEG file when `jpeg`."""
    jpeg: bool = False
    is_blank: bool = False
    """Whether it is white, or nearly, all over, so that nothing is to be seen on paper."""
    own_width: int = 0
    """How many pixels the file has across, of which not all may be kept."""
