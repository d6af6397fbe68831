"""A pose: who is drawn, how the joints stand, what stands round the figure, which way it moves, what works.

Lengths are % of stature: the floor is y = 0, x runs to the right, z to the viewer. Angles are degrees. `near` is the
side towards the viewer, `far` the other. Unknown words are errors everywhere, as in leaflets.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from handoutgen.content.poses.closeups import BodyMap, CloseUp
from handoutgen.content.poses.hand_shapes import HandShapeName
from handoutgen.content.poses.looks import Looks
from handoutgen.content.poses.props import Prop
from handoutgen.content.poses.values import Aim, ArcOf, At, Degrees, Number, OwnPlace, Spot
from handoutgen.content.values import Description, Identifier, Label, LanguageTag, Part

SUBJECTS_OF_POSES: Final = (
    "neck-shoulder", "back", "hip-knee", "ankle-foot", "hand-wrist", "balance-falls", "chair", "breathing-rest",
    "walking-aids", "self-care", "body-maps",
)  # fmt: skip
"""The folders of the poses that ship; a project may have others."""

BodySide: TypeAlias = Literal["near", "far", "right", "left", "both"]
LimbName: TypeAlias = Literal[
    "near_leg", "far_leg", "near_arm", "far_arm", "right_leg", "left_leg", "right_arm", "left_arm"
]
MuscleName: TypeAlias = Literal[
    "neck", "shoulder", "upper_back", "lower_back", "chest", "belly", "side", "pelvic_floor", "biceps", "triceps",
    "forearm", "hand", "buttock", "hip", "quadriceps", "hamstring", "inner_thigh", "knee", "shin", "calf", "ankle",
    "sole",
]  # fmt: skip


class HandPose(Part):
    """How a hand is held. A single word in its place is its shape."""

    shape: HandShapeName = Field("relaxed", description="The hand's shape.")
    angle: Degrees | None = Field(
        None, description="Where the fingers point on the page: 0 right, 90 up. Along the forearm when left out."
    )
    flip: bool = Field(False, description="Thumb on the other side.")
    bend: Degrees = Field(0, description="Bend at the wrist against the forearm, when there is no angle.")
    scale: float = Field(1.0, ge=0.5, le=2, description="Larger or smaller than its own size.")
    view: Literal["back", "palm", "thumb", "little_finger"] | None = Field(
        None, description="The side that is seen; that of the shape when left out."
    )
    turn: Degrees | None = Field(
        None, description="About the forearm, instead of a view: 0 the back, 90 the thumb's edge, 180 the palm."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"shape": value} if isinstance(value, str) else value


class _OrItsShape:
    """Tells the schema that a hand may be written as a word."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"enum": list(get_args(HandShapeName))}, handler(core)]}


class LegPose(Part):
    """A leg: a target for the ankle, or the angles of hip and knee."""

    ankle: At | None = Field(None, description="Where the ankle is; hip and knee follow. On the floor its y is 4.3.")
    hip: Degrees = Field(0, description="Hip bent forward of the trunk, when there is no ankle.")
    knee: Degrees = Field(0, description="Knee bent, when there is no ankle.")
    abduction: Degrees = Field(0, description="Leg out to its side, when there is no ankle.")
    rotation: Degrees = Field(0, description="Leg turned outwards, when there is no ankle.")
    pole: Aim | None = Field(None, description="The direction the knee points to, when there is an ankle.")
    splay: float = Field(0, ge=-2, le=2, description="Knee outwards (1) or inwards (-1), when there is no pole.")
    foot: Degrees | None = Field(
        None, description="Pitch of the sole: 0 flat on the floor, more lifts the toes, less lifts the heel."
    )
    ankle_flex: Degrees = Field(0, description="Foot against the shin, + toes up, when there is no foot.")
    toes: Degrees = Field(0, description="Bend of the toes at the ball of the foot, + up.")
    out: Degrees | None = Field(None, description="Foot turned outwards, when there is a foot.")
    wear: Literal["shoe", "sock", "bare"] | None = Field(None, description="On this foot; as `feet` when left out.")


class ArmPose(Part):
    """An arm: a target for the wrist, or the angles of shoulder and elbow."""

    wrist: At | None = Field(None, description="Where the wrist is; shoulder and elbow follow.")
    shoulder: Degrees = Field(0, description="Arm raised forward, when there is no wrist: 0 hangs, 180 is overhead.")
    abduction: Degrees = Field(0, description="Arm out to its side, when there is no wrist.")
    rotation: Degrees = Field(0, description="Arm turned inwards, when there is no wrist.")
    elbow: Degrees = Field(8, description="Elbow bent, when there is no wrist.")
    pole: Aim | None = Field(None, description="The direction the elbow points to, when there is a wrist.")
    hand: Annotated[HandPose, _OrItsShape()] = Field(HandPose(), description="The hand: its shape, or more about it.")
    behind: bool = Field(False, description="In front and back views: behind the trunk.")


class MusclePatch(Part):
    """What works or is stretched: a solid patch with a white line round it."""

    name: MuscleName = Field(description="The muscle or part.", examples=["calf"])
    side: BodySide = Field("near", description="On which side.")


class PosedFigure(Looks):
    """One person: how they look, and how the joints stand."""

    facing: Degrees = Field(0, description="0 to the right, 90 to the viewer, 180 to the left, -90 away.")
    camera: float = Field(0, ge=-60, le=90, description="How far the viewer looks down on the scene, in degrees.")
    roll: Degrees = Field(0, description="The whole figure turned about its front, in degrees: lying on a side.")
    at: OwnPlace = Field(Spot(0, 53), description="The middle between the hips. 53 is standing, about 33 sitting.")
    pelvis_turn: Degrees = Field(0, description="Pelvis turned to its right (+) or left (-) against `facing`.")
    pelvis_tilt: Degrees = Field(0, description="Pelvis tilted to its right (+) or left (-).")
    pelvis: Degrees = Field(0, description="Lean of the pelvis from upright: + forward, -90 on the back.")
    chest: Degrees | None = Field(None, description="Lean of the chest; the spine bends between. As the pelvis.")
    neck: Degrees = Field(0, description="Neck against the chest: + forward.")
    head: Degrees | None = Field(None, description="Lean of the head from upright, when not chest and neck together.")
    turn: Degrees = Field(0, description="Head turned to its right (+) or left (-).")
    tilt: Degrees | None = Field(None, description="Head tilted to its right (+) or left (-). As `bend`.")
    twist: Degrees = Field(0, description="Chest turned against the pelvis, to its right (+) or left (-).")
    bend: Degrees = Field(0, description="Chest bent to its right (+) or left (-).")
    shrug: float = Field(0, ge=-5, le=8, description="Shoulders lifted, in % of stature.")
    legs: LegPose | None = Field(None, description="Both legs, where no other key names one.")
    near_leg: LegPose | None = Field(None, description="The leg towards the viewer.")
    far_leg: LegPose | None = Field(None, description="The other leg.")
    right_leg: LegPose | None = Field(None, description="The figure's own right leg, instead of near and far.")
    left_leg: LegPose | None = Field(None, description="The figure's own left leg, instead of near and far.")
    arms: ArmPose | None = Field(None, description="Both arms, where no other key names one.")
    near_arm: ArmPose | None = Field(None, description="The arm towards the viewer.")
    far_arm: ArmPose | None = Field(None, description="The other arm.")
    right_arm: ArmPose | None = Field(None, description="The figure's own right arm, instead of near and far.")
    left_arm: ArmPose | None = Field(None, description="The figure's own left arm, instead of near and far.")
    muscles: tuple[MusclePatch, ...] = Field((), max_length=8, description="What works or is stretched.")
    skip: tuple[LimbName, ...] = Field((), max_length=8, description="Limbs that are not drawn, in close-ups.")

    def leg(self, side: Literal["right", "left"], near: str) -> LegPose:
        """How a leg stands; `near` is the side towards the viewer."""
        own = self.right_leg if side == "right" else self.left_leg
        return own or (self.near_leg if side == near else self.far_leg) or self.legs or LegPose()

    def arm(self, side: Literal["right", "left"], near: str) -> ArmPose:
        """How an arm is held; `near` is the side towards the viewer."""
        own = self.right_arm if side == "right" else self.left_arm
        return own or (self.near_arm if side == near else self.far_arm) or self.arms or ArmPose()


class Arrow(Part):
    """Which way something moves. `points` or `arc`, not both."""

    points: tuple[At, ...] = Field(
        (), max_length=12, description="From the start to the tip: 2 for a straight arrow, more for a curved one."
    )
    arc: ArcOf | None = Field(
        None, description="[x, y, radius, from, to]: part of a circle; angles from 3 o'clock upwards."
    )
    both: bool = Field(False, description="A tip at both ends.")
    head: float = Field(2.0, ge=1, le=5, description="Length of the tip in mm on paper.")


class PoseScene(Part):
    """What is drawn in one frame: people or a close-up, with things and arrows."""

    props: tuple[Prop, ...] = Field((), max_length=40, description="Things in the scene, back to front.")
    figure: PosedFigure | None = Field(None, description="The person.")
    figures: tuple[PosedFigure, ...] = Field((), max_length=3, description="Several people, back to front.")
    closeup: CloseUp | None = Field(None, description="A close-up of hands or a face, instead of a figure.")
    bodymap: BodyMap | None = Field(None, description="A body with regions marked, instead of a figure.")
    arrows: tuple[Arrow, ...] = Field((), max_length=6, description="Which way it moves; one is best, two at most.")
    crop: Number | None = Field(None, description="Everything below this height is cut away.")


class Step(PoseScene):
    """One frame of a sequence. What it does not say is as in the whole: a step's figure only tells what changes."""

    size: float | None = Field(None, ge=20, le=400, description="Stature in mm on paper, when not as in the whole.")


class Pose(PoseScene):
    """A drawing in a file of its own."""

    name: Identifier = Field(description="As the file, without its ending.", examples=["calf-wall"])
    title: Annotated[Label, Field(max_length=60)] = Field(
        description="What it shows, in a few words.", examples=["Calf stretch at a wall"]
    )
    subject: Identifier = Field(description="The folder it lies in.", examples=["ankle-foot"])
    alt: Annotated[Description, Field(max_length=300)] = Field(
        description="What the picture shows, in one to three short sentences: the start, what moves, which way.",
        examples=["Standing at a wall, both hands on it. Lean forward until the back calf stretches."],
    )
    language: LanguageTag = Field("en-GB", description="The language of title and alt; other leaflets need their own.")
    safety: Annotated[Label, Field(max_length=200)] | None = Field(
        None, description="What somebody who checks the drawing must look at."
    )
    size: float = Field(52, ge=20, le=400, description="Stature in mm on paper: 52 for a whole figure, 150 close up.")
    steps: tuple[Step, ...] = Field((), max_length=4, description="Two to four frames side by side.")

    def scenes(self) -> tuple[PoseScene, ...]:
        """The frames from left to right: the pose itself, or its steps with what they share."""
        return tuple(_with_shared(self, step) for step in self.steps) or (self,)


def _with_shared(pose: Pose, step: Step) -> Step:
    """A step with what the pose says for all of them: its things, and the person."""
    shared: dict[str, Any] = {"props": (*pose.props, *step.props)}
    if step.size is None:
        shared["size"] = pose.size
    if step.crop is None:
        shared["crop"] = pose.crop
    if pose.figure and step.figure:
        said = {key: getattr(step.figure, key) for key in step.figure.model_fields_set}
        shared["figure"] = pose.figure.model_copy(update=said)
    elif pose.figure and not (step.figures or step.closeup or step.bodymap):
        shared["figure"] = pose.figure
    return step.model_copy(update=shared)
