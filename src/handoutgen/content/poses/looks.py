"""How a person in a drawing looks: body, skin, hair, face, clothes."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from handoutgen.content.values import Part

BodyName: TypeAlias = Literal["man", "woman", "older_man", "older_woman", "heavy"]
SkinName: TypeAlias = Literal["light", "mid", "brown", "dark"]
HairName: TypeAlias = Literal[
    "short", "bun", "bob", "grey", "wisps", "scarf", "curly", "long", "afro", "locs", "bald", "fringe", "turban"
]
HairColour: TypeAlias = Literal["dark", "brown", "grey"]


class Looks(Part):
    """How a person looks."""

    body: BodyName = Field("man", description="Build and age.")
    skin: SkinName = Field("light", description="Tone of the skin.")
    hair: HairName = Field("short", description="Hair or head covering.")
    hair_colour: HairColour = Field("dark", description="Colour of the hair.")
    beard: bool = Field(False, description="A beard.")
    glasses: bool = Field(False, description="Glasses.")
    hearing_aid: bool = Field(False, description="A hearing aid behind the ear that is seen.")
    nose: Literal["straight", "round", "broad"] = Field("straight", description="Shape of the nose.")
    mood: Literal["smile", "calm", "effort"] = Field("smile", description="The face.")
    mouth: Literal["shut", "open", "pursed", "none"] = Field(
        "shut", description="Open to take something, pursed to blow, none where something covers it."
    )
    eyes: Literal["open", "closed", "up"] = Field("open", description="The eyes; up looks to the ceiling.")
    top: Literal["tshirt", "long", "vest", "tunic", "dress"] = Field("tshirt", description="What the trunk wears.")
    bottom: Literal["shorts", "trousers", "skirt"] = Field("shorts", description="What the legs wear.")
    feet: Literal["shoe", "sock", "bare"] = Field("shoe", description="What the feet wear.")
    hem: float | None = Field(
        None, ge=-0.5, le=0.5, description="Where the shirt ends on the spine: 0 at the hips, 1 at the neck."
    )
