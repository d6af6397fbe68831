"""What one lies on and under: bed, mat, pillow, cushion, blanket, rolled towel."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Fill, PropPart, Small, Spanning
from handoutgen.content.poses.values import At, Number


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
        min_length=2, max_length=24, description="The line of its upper side, from one end to the other."
    )
    w: float = Field(5, ge=1, le=40, description="Its thickness, downwards from the line.")
    fill: Fill = Field("cloth", description="Its colour.")
