"""Close-ups of hands and faces, and bodies with regions marked: scenes that no skeleton makes."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from handoutgen.content.model import Part
from handoutgen.content.poses.looks import BodyName, HairColour, HairName, SkinName

CloseUpName: TypeAlias = Literal[
    "eye_drops", "blister_tablet", "finger_prick", "injection_belly", "injection_thigh", "foot_check", "blood_pressure",
    "inhaler_mask", "nebuliser_mask",
]  # fmt: skip
RegionName: TypeAlias = Literal[
    "head", "face", "neck", "shoulder", "upper_arm", "elbow", "forearm", "wrist", "hand", "chest", "belly", "groin",
    "upper_back", "lower_back", "buttock", "hip", "thigh", "knee", "calf", "shin", "ankle", "foot",
]  # fmt: skip


class CloseUp(Part):
    """A ready-made close-up, in the looks of one person."""

    scene: CloseUpName = Field(description="What is shown.")
    body: BodyName = Field("woman", description="Build and age.")
    skin: SkinName = Field("light", description="Tone of the skin.")
    hair: HairName = Field("short", description="Hair or head covering, where it is seen.")
    hair_colour: HairColour = Field("dark", description="Colour of the hair.")
    glasses: bool = Field(False, description="Glasses, where the face is seen.")


class BodyMark(Part):
    """A region of the body, filled."""

    region: RegionName = Field(description="Which part.")
    side: Literal["right", "left", "both"] = Field("both", description="The figure's own right or left.")


class BodyMap(Part):
    """A whole body from the front or the back, on which regions are marked."""

    view: Literal["front", "back"] = Field("front", description="Which side is seen.")
    body: BodyName = Field("woman", description="Build and age.")
    skin: SkinName = Field("light", description="Tone of the skin.")
    hair: HairName = Field("short", description="Hair or head covering.")
    hair_colour: HairColour = Field("dark", description="Colour of the hair.")
    marks: tuple[BodyMark, ...] = Field((), max_length=20, description="The regions that are marked.")
