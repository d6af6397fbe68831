"""A figure's spec into the places and directions of all its joints.

What a spec says is in space (see ``frames``); a ``Skeleton`` is what the viewer sees of it: x and y lie on the page.
"""

from dataclasses import dataclass

from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.skeleton.frames import Frame


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a pose: the joint, and a sentence that says what to change."""

    joint: str
    text: str


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg (hip, knee, ankle) or an arm (shoulder, elbow, wrist). Angles in degrees."""

    kind: str
    side: str
    root: Array
    joint: Array
    end: Array
    upper: Array
    lower: Array
    upper_front: Array
    lower_front: Array
    flexion: float
    foot_forward: Array | None = None
    foot_up: Array | None = None
    hip_flexion: float = 0


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of a figure as the viewer sees them."""

    hips: dict[str, Array]
    shoulders: dict[str, Array]
    spine: Array
    frames: tuple[Frame, ...]
    pelvis: Frame
    chest: Frame
    neck_base: Array
    head: Array
    head_frame: Frame
    near: str
    far: str
    legs: dict[str, Limb]
    arms: dict[str, Limb]
    camera: float
    complaints: tuple[Complaint, ...]
