"""Things round the figure: furniture, walking aids, bedding, medicines. One class each, told apart by `type`.

Add a prop: a class below `PropPart` with its `type`, and its name in `Prop`; how it looks is in `drawing/props/`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from handoutgen.content.model import Part
from handoutgen.content.poses.values import Extent, Number, PropLayer, Size


class PropPart(Part):
    """What all props share."""

    layer: PropLayer = Field("back", description="Where it is painted among the parts of the figure.")


class FloorProp(PropPart):
    """The line the figure stands on."""

    type: Literal["floor"]
    x: Extent = Field(description="From left to right.")
    y: Number = Field(0, description="Its height.")


class WallProp(PropPart):
    """A wall that is seen from its edge."""

    type: Literal["wall"]
    x: Number = Field(description="Its face.")
    side: Literal["right", "left"] = Field("right", description="On which side of its face it stands.")
    h: Size = Field(104, description="Its height.")


Prop: TypeAlias = Annotated[FloorProp | WallProp, Field(discriminator="type")]
"""Any thing in a scene."""
