"""What helps people walk and get about."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Hand, PageSide, PropPart, Standing
from handoutgen.content.poses.values import At, Degrees, Number


class StickProp(PropPart):
    """A walking stick with a curved handle."""

    type: Literal["stick"]
    top: At | None = Field(None, description="Where the hand holds it; or say held_by.")
    held_by: Hand | None = Field(None, description="The hand that holds it.")
    foot: At = Field(description="Where it stands.")
    side: PageSide = Field(1, description="The side its handle points away from: with 1 the handle points left.")


class CrutchProp(PropPart):
    """An elbow crutch: handle for the hand, cuff round the forearm."""

    type: Literal["crutch"]
    grip: At | None = Field(None, description="Where the hand holds it; or say held_by.")
    held_by: Hand | None = Field(None, description="The hand that holds it.")
    foot: At = Field(description="Where it stands.")
    cuff: At | None = Field(None, description="Where the cuff lies on the forearm; by default 13 above the handle.")
    side: PageSide = Field(1, description="The side the handle points to: 1 right, -1 left.")
    part: Literal["all", "shaft", "cuff"] = Field("all", description="Its shaft and handle, or its cuff, alone.")


class FrameProp(Standing):
    """A walking frame without wheels. Its x is where the hands hold it in a side view, its middle in others."""

    type: Literal["frame"]
    h: float = Field(46, ge=38, le=60, description="Height of its handles; 46 is 78 cm.")
    w: float = Field(33, ge=24, le=42, description="Its width; 33 is 56 cm.")
    wheels: bool = Field(False, description="With two small wheels in front.")


class RollatorProp(Standing):
    """A walker with four wheels, handles with brakes, and a seat. Its x is where the hands hold it in a side view."""

    type: Literal["rollator"]
    h: float = Field(50, ge=42, le=62, description="Height of its handles; 50 is 85 cm.")
    w: float = Field(32, ge=24, le=42, description="Its width; 32 is 55 cm.")


class WheelchairProp(Standing):
    """A wheelchair; its x is the axle of the large wheels."""

    type: Literal["wheelchair"]
    h: float = Field(28, ge=22, le=34, description="Height of the seat; 28 is 48 cm.")
    w: float = Field(25, ge=20, le=34, description="Width of the seat; 25 is 43 cm.")
    arms: bool = Field(False, description="With armrests.")
    part: Literal["all", "back", "front", "arm"] = Field(
        "all", description="What is behind the sitter, the near wheel, or the near armrest alone."
    )
    tilt: Degrees = Field(0, description="Turns the spokes, so that a wheel may roll from step to step.")


class GrabBarProp(PropPart):
    """A short bar fixed to the wall."""

    type: Literal["grab_bar"]
    at: At = Field(description="Its middle.")
    length: float = Field(24, ge=10, le=60, description="Its length.")
    angle: Degrees = Field(0, description="0 level, 90 upright.")
    w: float = Field(2.1, ge=1, le=4, description="Its thickness.")
    wall: Number = Field(2.4, description="How far it stands from its fixings.")
