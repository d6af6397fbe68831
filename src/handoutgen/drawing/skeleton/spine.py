"""The trunk: pelvis and chest lean, turn and bend, the spine bends evenly between them; neck and head go on."""

import numpy as np
from msgspec import Struct

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.frames import BodyFrame, LeftOrRight, seen

LINKS = 40
_STOOP_FROM = 0.55
"""Where on the spine (0 to 1) the stoop begins."""
_STOOP_OF_NECK = 0.4
_LEAN_OF_NECK = 0.6
"""The head's lean against the chest lies in the neck to this part; the rest is the nod of the head upon it."""
_TILT_OF_NECK = 0.4


class TrunkPosture(Struct, frozen=True):
    """How a part of the trunk stands, in degrees from upright: leaning forward, turned and bent to its right."""

    lean: float
    turn: float
    bend: float

    def within(self, upright: BodyFrame) -> BodyFrame:
        """Its directions, in the axes of the upright figure."""
        return upright.leaning(self.lean).turning(self.turn).bending(self.bend)

    def towards(self, other: "TrunkPosture", part: float) -> "TrunkPosture":
        """Part of the way to another posture, 0 to 1."""
        return TrunkPosture(
            self.lean + (other.lean - self.lean) * part,
            self.turn + (other.turn - self.turn) * part,
            self.bend + (other.bend - self.bend) * part,
        )

    def leaning_more(self, degrees: float) -> "TrunkPosture":
        """The same, leaning farther forward."""
        return TrunkPosture(self.lean + degrees, self.turn, self.bend)


class TrunkPostures(Struct, frozen=True):
    """How pelvis, chest and head stand."""

    pelvis: TrunkPosture
    chest: TrunkPosture
    head: TrunkPosture


def postures(figure: PosedFigure) -> TrunkPostures:
    """What a figure's words say of its trunk; what they leave out follows its neighbour."""
    chest_lean = figure.pelvis if figure.chest is None else figure.chest
    turn = figure.pelvis_turn + figure.twist
    head_lean = chest_lean + figure.neck if figure.head is None else figure.head
    tilt = figure.bend if figure.tilt is None else figure.tilt
    return TrunkPostures(
        TrunkPosture(figure.pelvis, figure.pelvis_turn, figure.pelvis_tilt),
        TrunkPosture(chest_lean, turn, figure.bend),
        TrunkPosture(head_lean, turn + figure.turn, tilt),
    )


class Trunk(Struct, frozen=True):
    """The spine's points from between the hips to the base of the neck, the directions at each, and the head."""

    spine: Array
    frames: tuple[BodyFrame, ...]
    pelvis: BodyFrame
    chest: BodyFrame
    neck_base: Array
    head: Array
    head_frame: BodyFrame

    @property
    def hips_middle(self) -> Array:
        """The point between the hips."""
        return np.asarray(self.spine[0], dtype=np.float64)

    def hip(self, side: LeftOrRight) -> Array:
        """The centre of a hip joint."""
        return self.hips_middle + self.pelvis.sideways(side) * bones.HIP_TO_SIDE

    def shoulder(self, side: LeftOrRight, shrug: float = 0) -> Array:
        """The centre of a shoulder joint, lifted by ``shrug``."""
        at = int(bones.SHOULDERS_ON_SPINE / bones.SPINE * LINKS)
        frame = self.frames[at]
        return frame.place(self.spine[at], -bones.SHOULDERS_BACK, shrug) + frame.sideways(side) * bones.SHOULDER_TO_SIDE

    def seen(self, camera: float) -> "Trunk":
        """The same for a viewer who looks down by ``camera`` degrees."""
        return Trunk(
            seen(self.spine, camera),
            tuple(frame.seen(camera) for frame in self.frames),
            self.pelvis.seen(camera),
            self.chest.seen(camera),
            seen(self.neck_base, camera),
            seen(self.head, camera),
            self.head_frame.seen(camera),
        )


def trunk_of(figure: PosedFigure, upright: BodyFrame, hips: Array) -> Trunk:
    """The trunk of a figure whose hips' middle is ``hips``."""
    stand = postures(figure)
    stoop = bones.STOOP.get(figure.body, 0.0)
    spine, frames = _spine(stand, upright, hips, stoop)
    top = frames[-1]
    neck_base = top.place(spine[-1], -bones.NECK_BACK, 0)
    tilt = 0 if figure.tilt is None else figure.tilt - figure.bend
    neck = top.leaning(figure.neck * _LEAN_OF_NECK - stoop * _STOOP_OF_NECK).bending(tilt * _TILT_OF_NECK)
    return Trunk(
        spine,
        frames,
        pelvis=stand.pelvis.within(upright),
        chest=stand.chest.within(upright),
        neck_base=neck_base,
        head=neck.place(neck_base, bones.HEAD_FORWARD, bones.NECK),
        head_frame=stand.head.within(upright),
    )


def _spine(stand: TrunkPostures, upright: BodyFrame, hips: Array, stoop: float) -> tuple[Array, tuple[BodyFrame, ...]]:
    points, frames = [hips], [stand.pelvis.within(upright)]
    for link in range(LINKS):
        along = (link + 0.5) / LINKS
        part = along * along * (3 - 2 * along)
        aged = stoop * max(0.0, (along - _STOOP_FROM) / (1 - _STOOP_FROM))
        frame = stand.pelvis.towards(stand.chest, part).leaning_more(aged).within(upright)
        points.append(points[-1] + frame.up * (bones.SPINE / LINKS))
        frames.append(frame)
    return np.array(points), tuple(frames)
