"""Close-ups of hands and faces, and bodies with regions marked: scenes that no skeleton makes."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from handoutgen.content.poses.hand_shapes import HandShapeName
from handoutgen.content.poses.looks import Looks
from handoutgen.content.poses.props import Prop
from handoutgen.content.poses.values import At, Degrees, Length
from handoutgen.content.values import Part

SaidBends: TypeAlias = Annotated[
    tuple[Degrees, Degrees, Degrees], Field(description="Bends from the knuckle to the tip, + into the palm.")
]
DigitName: TypeAlias = Literal["thumb", "index", "middle", "ring", "little"]
RegionName: TypeAlias = Literal[
    "head", "face", "jaw", "neck", "chest", "belly", "lower_belly", "groin", "upper_back", "middle_back", "lower_back",
    "right_shoulder", "left_shoulder", "right_upper_arm", "left_upper_arm", "right_elbow", "left_elbow",
    "right_forearm", "left_forearm", "right_wrist", "left_wrist", "right_hand", "left_hand", "right_hip", "left_hip",
    "right_buttock", "left_buttock", "right_thigh", "left_thigh", "right_knee", "left_knee", "right_shin", "left_shin",
    "right_calf", "left_calf", "right_ankle", "left_ankle", "right_foot", "left_foot", "right_heel", "left_heel",
]  # fmt: skip

FRONT_ONLY = ("face", "jaw", "chest", "belly", "lower_belly", "groin", "shin")
BACK_ONLY = ("upper_back", "middle_back", "lower_back", "buttock", "calf", "heel")
ON_LEGS = ("groin", "hip", "buttock", "thigh", "knee", "shin", "calf", "ankle", "foot", "heel")
"""Regions that are seen from one side only, and those that a body map of the legs shows; without right and left."""


class HandBends(Part):
    """Joints of a hand that differ from its shape."""

    index: SaidBends | None = Field(None, description="The index finger.")
    middle: SaidBends | None = Field(None, description="The middle finger.")
    ring: SaidBends | None = Field(None, description="The ring finger.")
    little: SaidBends | None = Field(None, description="The little finger.")
    thumb: tuple[Degrees, Degrees, Degrees, Degrees, Degrees] | None = Field(
        None,
        description="Thumb: spread from the index, across the palm, roll (below 0 faces the fingers), and two bends.",
    )
    fan: Degrees | None = Field(None, description="How far the fingers are spread.")


class HandPart(Part):
    """One hand with some of its arm. `at` is the wrist."""

    type: Literal["hand"]
    shape: HandShapeName = Field("relaxed", description="The hand's shape.")
    side: Literal["right", "left"] = Field("right", description="Which hand it is.")
    at: At = Field(examples=[[10, 20]], description="Where the wrist is.")
    angle: Degrees = Field(0, description="Where the forearm points on the page: 0 right, 90 up.")
    turn: Degrees = Field(
        0, description="About the forearm: 0 shows the back, 90 the thumb's edge, 180 the palm, 270 the other edge."
    )
    bend: Degrees = Field(0, description="Wrist bent to the palm (+) or back (-).")
    tilt: Degrees = Field(0, description="Wrist tilted to the thumb (+) or the little finger (-).")
    bends: HandBends | None = Field(None, description="Single joints, where they differ from the shape.")
    arm: Annotated[float, Field(ge=0, le=30)] = Field(7, description="How much of the forearm is drawn.")
    sleeve: Annotated[float, Field(ge=1, le=30)] | None = Field(
        None, description="From how far behind the wrist a sleeve covers the arm; none when left out."
    )
    scale: Annotated[float, Field(ge=0.5, le=2)] = Field(1.0, description="Larger or smaller than its own size.")


class FingersPart(Part):
    """Fingers of a hand that was drawn before, once more: they come over the things in between."""

    type: Literal["fingers"]
    of: Annotated[int, Field(ge=1, le=6)] = Field(1, description="Which hand: 1 is the first in the list.")
    digits: tuple[DigitName, ...] = Field(
        ("index", "middle", "ring", "little"), min_length=1, max_length=5, description="Which of its fingers."
    )


class HeadPart(Part):
    """A head in the looks of the close-up. `at` is the joint under the skull; a head is about 13 high."""

    type: Literal["head"]
    view: Literal["side", "three_quarter", "front", "back"] = Field("side", description="From where it is seen.")
    at: At = Field(examples=[[10, 20]], description="Where the joint under the skull is.")
    angle: Degrees = Field(0, description="Turned to the left by these degrees; a face in profile then looks up.")
    flip: bool = Field(False, description="Mirrored, so that the face looks to the left.")
    bust: bool = Field(False, description="With neck and shoulders.")
    scale: Annotated[float, Field(ge=0.5, le=2)] = Field(1.0, description="Larger or smaller than its own size.")


class CloseUpBody(Part):
    """A part of the body without its person, or a whole person from the front to mark places on."""

    type: Literal["body"]
    part: Literal["belly", "thigh", "upper_arm", "bent_arm", "sole", "foot", "lower_leg", "finger", "person"] = Field(
        examples=["belly"], description="Which part."
    )
    at: At = Field(
        examples=[[10, 20]], description="Where its origin is: the middle of a belly, the near end of a limb."
    )
    angle: Degrees = Field(0, description="Turned to the left by these degrees.")
    flip: bool = Field(False, description="Mirrored.")
    scale: Annotated[float, Field(ge=0.3, le=4)] = Field(1.0, description="Larger or smaller than its own size.")


class SpotPart(Part):
    """A spot that is marked: a place to inject, or that hurts."""

    type: Literal["spot"]
    at: At = Field(examples=[[10, 20]], description="Its middle.")
    width: Length = Field(2.0, description="Its width.")
    height: Length | None = Field(None, description="Its height, if it is not round.")
    angle: Degrees = Field(0, description="Turned to the left by these degrees.")
    ring: bool = Field(False, description="Only its edge, for a place that is touched and not worked.")


CloseUpPart: TypeAlias = Annotated[
    HandPart | FingersPart | HeadPart | CloseUpBody | SpotPart | Prop, Field(discriminator="type")
]


class CloseUp(Looks):
    """Hands, a face, parts of the body and things, in the looks of one person, back to front."""

    parts: tuple[CloseUpPart, ...] = Field(
        min_length=1,
        max_length=40,
        examples=[[{"type": "hand", "shape": "open", "at": [0, 0], "angle": 90}]],
        description="What is drawn, back to front.",
    )


class BodyMap(Looks):
    """A body from the front or the back, on which regions are marked."""

    view: Literal["front", "back"] = Field("front", description="Which side is seen.")
    part: Literal["whole", "legs"] = Field("whole", description="The whole body, or from the waist down.")
    regions: tuple[RegionName, ...] = Field((), max_length=30, description="The regions that are marked.")
