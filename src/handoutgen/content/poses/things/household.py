"""Things about the house."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Small
from handoutgen.content.poses.things.cloth import Wrapped


class ColdPackProp(Small):
    """A cold pack with two snow crystals, lying about or on a part of the body."""

    type: Literal["cold_pack"]
    wraps: Wrapped | None = Field(None, description="The part of the body that it lies on, such as near_knee.")
    cloth: bool = Field(False, description="With a towel round it and the part of the body.")
    w: float = Field(11, ge=4, le=30, description="Its length.")
    h: float = Field(4.6, ge=2, le=20, description="Its thickness.")

    def _has_a_place(self) -> bool:
        return self.wraps is not None or super()._has_a_place()


class HotWaterBottleProp(Small):
    """A hot water bottle, from the front."""

    type: Literal["hot_water_bottle"]


class MirrorProp(Small):
    """A mirror: one for the hand, or one that stands on the floor to look at a foot in; `at` its middle."""

    type: Literal["mirror"]
    stand: bool = Field(False, description="A framed mirror that leans on the floor, seen from its end at an angle.")


class PhoneProp(Small):
    """A mobile phone, from the front."""

    type: Literal["phone"]
    shows: Literal["nothing", "call", "timer", "tick"] = Field("nothing", description="What is on its screen.")


class ClockProp(Small):
    """A clock on the wall."""

    type: Literal["clock"]
    hour: int = Field(10, ge=0, le=23, description="The hour that it shows.")
    minute: int = Field(10, ge=0, le=59, description="The minute that it shows.")


class CupProp(Small):
    """A mug with a handle."""

    type: Literal["cup"]
    steam: bool = Field(False, description="With steam, for a hot drink.")


class BagProp(Small):
    """A shopping bag with handles; its handles are at `at`."""

    type: Literal["bag"]


class BowlProp(Small):
    """A washing-up bowl or basin, with water; the middle of its base is at `at`."""

    type: Literal["bowl"]
    w: float = Field(22, ge=8, le=40, description="Its width.")
