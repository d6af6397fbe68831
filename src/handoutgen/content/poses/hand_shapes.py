"""The names of what hands do."""

from __future__ import annotations

from typing import Literal, TypeAlias

HandShapeName: TypeAlias = Literal[
    "relaxed", "rest", "flat", "edge", "open", "grip", "point", "pinch", "press", "fist", "half_fist", "hook", "cup",
    "ball", "stick", "rail", "pen", "phone", "hold", "tabletop", "thumb_up", "thumb_index", "thumb_middle",
    "thumb_ring", "thumb_little",
]  # fmt: skip
