"""The room round a figure: floor, wall, rails, stairs, tables and seats."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Fill, PageSide, PropPart, Spanning, Standing
from handoutgen.content.poses.values import At, Extent, Number

_Course = Annotated[tuple[At, ...], Field(min_length=2, max_length=24)]


class FloorProp(PropPart):
    """The floor: one line."""

    type: Literal["floor"]
    x: Extent = Field(description="Where the line begins and ends: [from, to].")
    y: Number = Field(0, description="Its height.")


class WallProp(PropPart):
    """A wall, seen from its end."""

    type: Literal["wall"]
    x: Number = Field(description="Where its face stands.")
    side: PageSide = Field(1, description="The side of the face on which the wall's thickness lies: 1 right, -1 left.")
    h: float = Field(104, gt=5, le=160, description="Its height.")


class RailProp(PropPart):
    """A bar: a handrail, a post, a pole."""

    type: Literal["rail"]
    points: _Course = Field(examples=[[[0, 40], [30, 60]]], description="Its course, two points or more.")
    w: float = Field(2.2, ge=0.4, le=12, description="Its thickness.")
    fill: Fill = Field("white", description="Its colour.")


class HandrailProp(PropPart):
    """A handrail on posts that stand on the floor, or on a wall."""

    type: Literal["handrail"]
    points: Annotated[tuple[At, ...], Field(min_length=2, max_length=8)] = Field(
        examples=[[[-20, 52], [30, 52]]], description="The course of its top, two points or more."
    )
    fixed: Literal["posts", "wall"] = Field("posts", description="On posts, or on short brackets at a wall behind it.")
    foot: Number = Field(0, description="Height of the floor on which its posts stand.")
    w: float = Field(2.4, ge=1, le=5, description="Its thickness.")


class StepProp(Spanning):
    """One step, a stool to step on, or any plain block."""

    type: Literal["step"]
    h: float = Field(9, gt=0.5, le=80, description="Its height; a stair is 10.")
    edge: bool = Field(False, description="With a dark strip on its edge, so that it can be seen.")
    side: PageSide = Field(-1, description="The end one steps up from: -1 left, 1 right. The strip is there.")
    depth: float = Field(35, gt=1, le=120, description="How far it reaches in the direction of view.")
    fill: Fill = Field("white", description="Its colour.")


class FootprintsProp(PropPart):
    """Prints of feet from above, as they follow each other to the right; y is the middle of the line."""

    type: Literal["footprints"]
    x: Number = Field(description="The heel of the first.")
    y: Number = Field(description="The line that the feet follow.")
    count: int = Field(4, ge=1, le=8, description="How many.")
    stride: float = Field(15.6, ge=4, le=60, description="From heel to heel; 15.6 is heel to toe.")
    apart: float = Field(0, ge=0, le=20, description="Between left and right feet; 0 on one line.")


class StairsProp(Standing):
    """A flight of stairs that rises to one side."""

    type: Literal["stairs"]
    side: PageSide = Field(1, description="The side it rises to: 1 right, -1 left.")
    steps: int = Field(3, ge=1, le=8, description="How many steps.")
    rise: float = Field(10, ge=5, le=14, description="The height of a step; 10 is 17 cm.")
    going: float = Field(16.5, ge=11, le=24, description="The depth of a step; 16.5 is 28 cm.")
    depth: float = Field(53, ge=20, le=90, description="The width of the stairs, in the direction of view.")
    rail: bool = Field(False, description="With a handrail on the far side.")


class TableProp(Spanning):
    """A table with four legs."""

    type: Literal["table"]
    h: float = Field(42, ge=15, le=70, description="Height of its top; 42 is 72 cm.")
    depth: float = Field(40, ge=10, le=90, description="How far it reaches in the direction of view.")


class WorktopProp(Spanning):
    """A kitchen worktop on cupboards."""

    type: Literal["worktop"]
    h: float = Field(53, ge=40, le=65, description="Height of its top; 53 is 90 cm.")
    depth: float = Field(35, ge=15, le=60, description="How far it reaches in the direction of view.")
    sink: bool = Field(False, description="With a tap above it.")
    view: Literal["front", "end"] = Field("front", description="Doors towards the viewer, or seen from its end.")
    side: PageSide = Field(-1, description="From its end: the side of its doors, with room for toes: -1 left, 1 right.")


class ChairProp(Standing):
    """A kitchen chair without arms. `at` its x the seat begins, at the backrest."""

    type: Literal["chair"]
    back: PageSide = Field(-1, description="The side of the backrest if `facing` is not given: -1 left, 1 right.")
    h: float = Field(26, ge=15, le=40, description="Height of the seat; 26 is 45 cm.")
    d: float = Field(25, ge=15, le=35, description="Depth of the seat, from back to front.")
    w: float = Field(26, ge=18, le=40, description="Width of the seat.")
    rest: bool = Field(True, description="With a backrest; without one it is a stool.")
    arms: bool = Field(False, description="With armrests.")
    part: Literal["all", "seat", "rest"] = Field("all", description="Draw this part alone.")


class ChairFrontProp(Standing):
    """A chair that looks at the viewer; its x is its middle."""

    type: Literal["chair_front"]
    h: float = Field(26, ge=15, le=40, description="Height of the seat; 26 is 45 cm.")
    d: float = Field(25, ge=15, le=35, description="Depth of the seat, from back to front.")
    w: float = Field(26, ge=18, le=40, description="Width of the seat.")
    rest: bool = Field(True, description="With a backrest; without one it is a stool.")
    arms: bool = Field(False, description="With armrests.")
    part: Literal["all", "seat", "rest"] = Field("all", description="Draw this part alone.")


class SofaProp(Spanning):
    """A sofa seen from the front, its seat cushions at the height h."""

    type: Literal["sofa"]
    h: float = Field(24, ge=15, le=35, description="Height of the seat; 24 is 41 cm.")
    depth: float = Field(45, ge=20, le=80, description="How far it reaches in the direction of view.")
    no_arm: bool = Field(False, description="Without the armrest on the left.")


class BenchProp(Spanning):
    """A bench without a back, or a couch to lie on, seen along its side."""

    type: Literal["bench"]
    h: float = Field(26, ge=10, le=60, description="Height of its top; 26 is 45 cm.")
    depth: float = Field(22, ge=10, le=60, description="How far it reaches in the direction of view.")
    padded: bool = Field(False, description="With a padded top, as a treatment couch has.")
