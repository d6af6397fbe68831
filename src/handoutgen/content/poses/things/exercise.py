"""Exercise kit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Small, Standing


class BallProp(Small):
    """A ball: small ones fit a hand, large ones are sat on."""

    type: Literal["ball"]
    r: float = Field(3.5, ge=1, le=25, description="Its radius: 2 a tennis ball, 3.5 a soft ball, 19 a gym ball.")


class TinProp(Small):
    """A tin of food, as a weight."""

    type: Literal["tin"]


class DumbbellProp(Small):
    """A small dumb-bell, along its length."""

    type: Literal["dumbbell"]
    end_on: bool = Field(False, description="Seen from its end.")


class WaterBottleProp(Small):
    """A plastic bottle of water, to drink or as a weight."""

    type: Literal["bottle"]


class BoxProp(Standing):
    """A cardboard box to lift; its x is its middle and y its base."""

    type: Literal["box"]
    w: float = Field(20, ge=5, le=50, description="Its width.")
    h: float = Field(15, ge=4, le=50, description="Its height.")
    depth: float = Field(16, ge=4, le=50, description="How far it reaches in the direction of view.")


class RollerProp(Small):
    """A foam roller, or a bottle or can under a foot, seen from its end."""

    type: Literal["roller"]
    r: float = Field(4, ge=1, le=10, description="Its radius.")
