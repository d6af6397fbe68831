"""Where the floor of a drawing of ours lies, and the drawing cut at it, to stand on the foot of a panel."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handoutgen.pictures.model import Drawing

_LEVEL_LINE = re.compile(r"^([\d.]+) ([\d.]+) m\n([\d.]+) \2 l\nS$", re.MULTILINE)
MARGIN, MOST_BELOW = 1.5, 2.0
"""What every drawing of ours keeps free under its lowest line, in mm, and how far its floor lies above its edge at
most: shoes are drawn a little over it."""
UNDER_LINES = 0.47
"""What must stay under the middle of the lowest line, in mm: its lower half where it is heaviest, in large print."""
LEAST_SHARE = 0.6
"""A shorter one, as a share of the drawing's width, is the foot of a thing. Drawings side by side have one each."""


def floor_of(operators: str, width: float) -> float | None:
    """How far the floor lies above the lower edge of a drawing `width` mm wide, in mm; None where it has none."""
    long: dict[float, float] = {}
    for start, up, end in _LEVEL_LINE.findall(operators):
        if float(up) < MOST_BELOW:
            long[float(up)] = long.get(float(up), 0.0) + abs(float(end) - float(start))
    return min((up for up, length in long.items() if length >= LEAST_SHARE * width), default=None)


def ends_at_floor(drawing: Drawing) -> bool:
    """Whether a drawing was cut at its floor."""
    return drawing.floor is not None and drawing.floor < MARGIN


def cut_at_floor(drawing: Drawing) -> Drawing:
    """The drawing without what is left free under its floor; one without a floor as it is."""
    if drawing.floor is None or ends_at_floor(drawing):
        return drawing
    with_lines, spare = drawing.with_lines, MARGIN - UNDER_LINES
    return replace(
        drawing,
        height=drawing.height - spare,
        operators=f"q 1 0 0 1 0 {-spare:g} cm\n{drawing.operators}\nQ",
        with_lines=(lambda scale: cut_at_floor(with_lines(scale))) if with_lines else None,
        floor=drawing.floor - spare,
    )
