"""Towels and bands: straight, curved, held between two places, or round a foot, a leg or a hand."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from handoutgen.content.poses.things.base import Fill, Hand, PropPart
from handoutgen.content.poses.values import At


class StripProp(PropPart):
    """A strip of cloth, a band or a strap along points."""

    type: Literal["strip"]
    points: Annotated[tuple[At, ...], Field(min_length=2, max_length=24)] = Field(
        examples=[[[0, 40], [30, 60]]], description="Its course."
    )
    straight: bool = Field(False, description="From point to point in straight lines; by default a smooth line.")
    w: float = Field(3.2, ge=0.4, le=80, description="Its width.")
    cap: Literal["flat", "round", "square"] = Field("flat", description="The form of its ends.")
    fill: Fill = Field("white", description="Its colour.")
    stripes: bool = Field(False, description="With two stripes at its end, as towels have.")


def _one_or_two(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Wrapped: TypeAlias = Literal[
    "near_foot", "near_ankle", "near_shin", "near_knee", "near_thigh",
    "near_hand", "near_wrist", "near_elbow", "near_upper_arm",
    "far_foot", "far_ankle", "far_shin", "far_knee", "far_thigh",
    "far_hand", "far_wrist", "far_elbow", "far_upper_arm",
    "left_foot", "left_ankle", "left_shin", "left_knee", "left_thigh",
    "left_hand", "left_wrist", "left_elbow", "left_upper_arm",
    "right_foot", "right_ankle", "right_shin", "right_knee", "right_thigh",
    "right_hand", "right_wrist", "right_elbow", "right_upper_arm",
    "both_thighs", "both_knees", "both_shins", "both_ankles",
]  # fmt: skip
"""What a towel or a band can lie round."""


class WrapPart(PropPart):
    """Base of what goes round a part of the body, with ends that are held or hang."""

    wraps: Wrapped | None = Field(None, description="The part of the body that it lies round, such as near_foot.")
    ends: Annotated[tuple[Hand | At, ...], BeforeValidator(_one_or_two), Field(max_length=2)] = Field(
        (), description="Where its ends are held: hands such as near_hand, or places."
    )
    sag: float = Field(0, ge=-20, le=20, description="How far it hangs down between its ends.")
    tail: float = Field(0, ge=0, le=30, description="How far its end hangs down from the hand that holds it.")
    part: Literal["all", "back", "front"] = Field("all", description="What lies behind, or before, the limb alone.")

    @model_validator(mode="after")
    def _two_ends(self) -> WrapPart:
        if len(self.ends) + (self.wraps is not None) < 1 or (self.wraps is None and len(self.ends) < 2):
            message = "a towel or a band lies round something or between two places"
            hint = "write wraps: near_foot, or ends: [near_hand, far_hand]."
            raise PydanticCustomError("pose_value", "not this value", {"message": message, "hint": hint, "label": ""})
        return self


class TowelProp(WrapPart):
    """A towel folded long, round a limb or between two hands, with stripes at a free end."""

    type: Literal["towel"]
    tail: float = Field(9, ge=0, le=30, description="How far its end hangs down from the hand that holds it.")
    w: float = Field(3.4, ge=1, le=20, description="Its width as it is folded; 3.4 is 6 cm.")
    fill: Fill = Field("white", description="Its colour.")


class BandProp(WrapPart):
    """An elastic exercise band, round a limb or between two hands."""

    type: Literal["band"]
    w: float = Field(2, ge=0.6, le=10, description="Its width as it is seen; 2 is 3.5 cm.")
    fill: Fill = Field("accent", description="Its colour.")


class BandageProp(PropPart):
    """A bandage, or a cuff of cloth, round a limb: a part of its length seen from the side."""

    type: Literal["bandage"]
    wraps: Wrapped = Field(examples=["near_ankle"], description="The part of the body that it lies round.")
    length: float = Field(8, ge=1, le=30, description="How much of the limb it covers.")
    r: float | None = Field(None, ge=1, le=14, description="Its radius; by default that of the limb.")
    fill: Fill = Field("white", description="Its colour.")
