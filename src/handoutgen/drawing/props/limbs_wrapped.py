"""Where on the page a part of a limb lies: its middle, its direction, how thick it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from msgspec import Struct

from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.props.brush import Brush

_Between = tuple[str, str, float, float]
_ON_LIMBS: Final[Mapping[str, _Between]] = {
    "upper_arm": ("shoulder", "elbow", 0.56, 3.5),
    "elbow": ("shoulder", "elbow", 1.0, 2.9),
    "wrist": ("elbow", "wrist", 0.92, 2.1),
    "hand": ("wrist", "hand", 1.0, 2.7),
    "thigh": ("hip", "knee", 0.72, 5.2),
    "knee": ("hip", "knee", 1.0, 4.3),
    "shin": ("knee", "ankle", 0.4, 3.9),
    "ankle": ("knee", "ankle", 0.92, 2.7),
    "foot": ("heel", "ball", 0.9, 2.6),
}
"""Between which joints, how far along, and half the thickness there in % of stature, with clothes; set by eye."""


class LimbPart(Struct, frozen=True):
    """A place on a limb as the viewer sees it; ``along`` and ``across`` have length 1."""

    middle: Array
    along: Array
    across: Array
    radius: float


def limb_part(brush: Brush, name: str) -> LimbPart:
    """The part called, for instance, ``near_thigh``; ``both_thighs`` as if both were one thick limb."""
    side, _, part = name.partition("_")
    if side == "both":
        return _both(*(limb_part(brush, f"{each}_{part.removesuffix('s')}") for each in ("near", "far")))
    first, second, share, radius = _ON_LIMBS[part]
    start, end = brush.anchor(f"{side}_{first}"), brush.anchor(f"{side}_{second}")
    along = unit(end - start)
    across = vector(-along[1], along[0])
    middle = start + (end - start) * share
    if part != "foot":
        return LimbPart(middle, along, across, radius)
    upwards = brush.anchor(f"{side}_ankle") - start
    across = across if across @ upwards >= 0 else -across
    return LimbPart(middle + across * radius, along, across, radius)


def _both(near: LimbPart, far: LimbPart) -> LimbPart:
    """Two limbs side by side: as thick as they are apart and thick."""
    apart = far.middle - near.middle
    across = near.across if float(np.hypot(*apart)) < near.radius * 0.5 else unit(apart)
    along = vector(across[1], -across[0])
    return LimbPart((near.middle + far.middle) / 2, along, across, near.radius + float(np.hypot(*apart)) / 2)
