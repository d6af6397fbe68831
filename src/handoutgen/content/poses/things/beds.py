"""What one lies on and under: bed, mat, pillow, cushion, blanket, rolled towel."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Fill, PropPart, Small, Spanning
from handoutgen.content.poses.values import At, Extent, Number


class BedProp(Spanning):
    """A bed seen along its side; h is the height of the mattress's top on the page."""

    type: Literal["bed"]
    h: Number = Field(0, description="Height of the mattress's top; 0 if figures lie at y = 0.")
    board: bool = Field(False, description="With a headboard.")
    board_h: float = Field(26, ge=4, le=60, description="Height of the headboard over the mattress.")
    head: Literal["left", "right"] = Field("left", description="The end with the headboard.")
    legs: bool = Field(False, description="With legs, down to the floor 29 (50 cm) under the mattress's top.")
    depth: float = Field(53, ge=20, le=120, description="Its width, in the direction of view; 53 is 90 cm.")


class MatProp(Spanning):
    """An exercise mat; y is the height of its top."""

    type: Literal["mat"]
    depth: float = Field(36, ge=10, le=120, description="Its width, in the direction of view; 36 is 61 cm.")


class FromAbove(PropPart):
    """Base of what is seen from straight above, beside a figure that faces the viewer as if it stood."""

    x: Extent = Field(description="Its left and right edge: [from, to].")
    y: Extent = Field(description="Its lower and upper edge: [from, to].")


class BedTopProp(FromAbove):
    """A bed from above."""

    type: Literal["bed_top"]
    head: Literal["left", "right", "top"] = Field("left", description="The end with the headboard.")
    cover: float = Field(0, ge=0, le=1, description="How much of it, from its foot, has a cover on: 0 none, 1 all.")


class MatTopProp(FromAbove):
    """An exercise mat from above."""

    type: Literal["mat_top"]


class FloorTowelProp(PropPart):
    """A towel that lies on the floor, flat but for some folds, as toes pull it together."""

    type: Literal["floor_towel"]
    x: Extent = Field(description="Its left and right end: [from, to].")
    y: Number = Field(0, description="Height of the floor.")
    folds: int = Field(3, ge=0, le=6, description="How many folds.")
    at: float = Field(0.3, ge=0, le=1, description="Where the folds are: 0 at its left end, 1 at its right end.")
    h: float = Field(4, ge=1, le=10, description="How high the folds stand.")


class PillowProp(PropPart):
    """A soft pillow with pointed corners."""

    type: Literal["pillow"]
    at: At = Field(description="Its middle.")
    w: float = Field(20, ge=3, le=60, description="Its length.")
    h: float = Field(7, ge=1, le=45, description="Its thickness.")
    angle: float = Field(0, ge=-180, le=180, description="Turned to the left by these degrees.")
    fill: Fill = Field("white", description="Its colour.")


class CushionProp(PropPart):
    """A firm cushion with round ends."""

    type: Literal["cushion"]
    at: At = Field(description="Its middle.")
    w: float = Field(20, ge=3, le=60, description="Its length.")
    h: float = Field(7, ge=1, le=45, description="Its thickness.")
    angle: float = Field(0, ge=-180, le=180, description="Turned to the left by these degrees.")
    fill: Fill = Field("white", description="Its colour.")


class RolledTowelProp(Small):
    """A towel rolled up, seen from its end: a spiral."""

    type: Literal["rolled_towel"]
    r: float = Field(4, ge=1.5, le=12, description="Its radius; 4 is 7 cm.")
    length: float = Field(0, ge=0, le=60, description="How much of its length shows beside the end.")


class BlanketProp(PropPart):
    """A blanket or sheet that hangs over what lies under it."""

    type: Literal["blanket"]
    points: tuple[At, ...] = Field(
        min_length=2,
        max_length=24,
        examples=[[[0, 8], [20, 14], [40, 8]]],
        description="The line of its upper side, from one end to the other.",
    )
    w: float = Field(5, ge=1, le=40, description="Its thickness, downwards from the line.")
    fill: Fill = Field("cloth", description="Its colour.")
