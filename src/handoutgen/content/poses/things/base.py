"""What all props have: a layer; what many have: a place to stand, a spot to lie at, or a hand that holds them."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from handoutgen.content.poses.values import At, Degrees, Extent, Number, PropLayer
from handoutgen.content.values import Part

Fill: TypeAlias = Literal["white", "cloth", "ink", "accent", "grey", "none"]
"""White paper, the clinic's colour at 20 %, black, the clinic's colour in full, pale grey, or nothing."""
Hand: TypeAlias = Literal["near_hand", "far_hand", "left_hand", "right_hand"]


def _whole(value: object) -> object:
    """ "-1" and "+1" as numbers: every value of a content file is read as text."""
    return int(value) if isinstance(value, str) and value.strip() in ("-1", "1", "+1") else value


PageSide = Annotated[Literal[-1, 1], BeforeValidator(_whole)]
"""-1 to the left, 1 to the right."""
ThingScale = Annotated[float, Field(ge=0.2, le=8, allow_inf_nan=False)]
"""How many times its usual size a thing is drawn."""


class PropPart(Part):
    """Base of every prop. Lengths are % of the figure's stature, the floor is y = 0, and x runs to the right."""

    layer: PropLayer | None = Field(
        None, description="Where it comes between the parts of the figure; by default where the prop belongs."
    )


class InRoom(PropPart):
    """Base of props that have three dimensions and can be seen from any side."""

    y: Number = Field(0, description="Height of the floor under it.")
    z: Number = Field(0, description="Where its middle stands towards the viewer (+) or away (-).")


class Standing(InRoom):
    """Base of props that stand at a place."""

    x: Number = Field(description="Where it stands, in % of stature from the origin to the right.")
    facing: Degrees | None = Field(
        None, description="Where its front looks: 0 right, 90 to the viewer, 180 left, -90 away."
    )


class Spanning(InRoom):
    """Base of props that reach from one place to another, along the page."""

    x: Extent = Field(description="Its left and right end: [from, to].")
    depth: Annotated[float, Field(gt=1, le=160)] = Field(
        30, description="How far it reaches in the direction of view; seen when the viewer looks down."
    )


class Small(PropPart):
    """Base of things that lie at a spot or are held in a hand."""

    at: At | None = Field(None, description="Its middle: [x, y], or [anchor, dx, dy] such as [mouth, 3, 0].")
    held_by: Hand | None = Field(
        None, description="The hand that holds it; it then sits in the hand, at the hand's angle."
    )
    angle: Degrees = Field(0, description="Turned to the left by these degrees; added to the angle of a hand.")
    scale: ThingScale = Field(1, description="How many times its usual size it is drawn.")
    flip: bool = Field(False, description="Mirrored from left to right.")

    @model_validator(mode="after")
    def _somewhere(self) -> Small:
        if not self._has_a_place():
            message = "this thing needs a place"
            hint = "write at: [x, y], or held_by: near_hand."
            raise PydanticCustomError("pose_value", "not this value", {"message": message, "hint": hint, "label": ""})
        return self

    def _has_a_place(self) -> bool:
        return self.at is not None or self.held_by is not None
