"""A figure's spec into the places and directions of all its joints.

What a spec says is in space (see ``frames``); a ``Skeleton`` is what the viewer sees of it: x and y lie on the page.
"""

from typing import Final

from msgspec import Struct

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.outline.vectors import Array, vector
from handoutgen.drawing.skeleton.anchors import arm_anchors, leg_anchors, on_sides, trunk_anchors
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import SIDES, BodyFrame, LeftOrRight, seen, standing
from handoutgen.drawing.skeleton.joints import complaints_of
from handoutgen.drawing.skeleton.limbs import Arm, Leg
from handoutgen.drawing.skeleton.placing import limbs_of
from handoutgen.drawing.skeleton.spine import Trunk, trunk_of

_SIDE_ON: Final = 0.1
"""A figure whose right side points to or from the viewer by less than this (a cosine) is seen from front or back."""


class Skeleton(Struct, frozen=True):
    """All joints of a figure as the viewer sees them."""

    trunk: Trunk
    hips: dict[LeftOrRight, Array]
    shoulders: dict[LeftOrRight, Array]
    near: LeftOrRight
    far: LeftOrRight
    legs: dict[LeftOrRight, Leg]
    arms: dict[LeftOrRight, Arm]
    camera: float
    complaints: tuple[Complaint, ...]

    @property
    def spine(self) -> Array:
        """Points from between the hips to the base of the neck, a row each."""
        return self.trunk.spine

    @property
    def frames(self) -> tuple[BodyFrame, ...]:
        """The trunk's directions at each point of the spine."""
        return self.trunk.frames

    @property
    def pelvis(self) -> BodyFrame:
        """The pelvis's directions."""
        return self.trunk.pelvis

    @property
    def chest(self) -> BodyFrame:
        """The chest's directions, without the stoop of age."""
        return self.trunk.chest

    @property
    def neck_base(self) -> Array:
        """Where the neck begins."""
        return self.trunk.neck_base

    @property
    def head(self) -> Array:
        """The joint under the skull."""
        return self.trunk.head

    @property
    def head_frame(self) -> BodyFrame:
        """The head's directions."""
        return self.trunk.head_frame

    def anchors(self) -> dict[str, Array]:
        """Named places: on head and trunk, and on each limb by 'near', 'far', 'right' and 'left'."""
        places = trunk_anchors(self.trunk)
        for side in SIDES:
            places.update(on_sides(leg_anchors(self.legs[side]), side, self.near))
            places.update(on_sides(arm_anchors(self.arms[side]), side, self.near))
        return places

    def seen(self, camera: float) -> "Skeleton":
        """The same for a viewer who looks down by ``camera`` degrees."""
        return Skeleton(
            self.trunk.seen(camera),
            {side: seen(hip, camera) for side, hip in self.hips.items()},
            {side: seen(shoulder, camera) for side, shoulder in self.shoulders.items()},
            self.near,
            self.far,
            {side: leg.seen(camera) for side, leg in self.legs.items()},
            {side: arm.seen(camera) for side, arm in self.arms.items()},
            self.camera + camera,
            self.complaints,
        )


def solve(figure: PosedFigure) -> Skeleton:
    """The joints of a figure as the viewer sees them, and what is wrong with how they stand."""
    return solve_in_space(figure).seen(figure.camera)


def solve_in_space(figure: PosedFigure) -> Skeleton:
    """The joints of a figure as they are in space, where the props stand too."""
    upright = standing(figure.facing, figure.roll)
    near = near_side(upright, figure.camera)
    trunk = trunk_of(figure, upright, vector(figure.at.x, figure.at.y, figure.at.z or 0))
    limbs = limbs_of(figure, upright, trunk, near)
    return Skeleton(
        trunk,
        hips={side: trunk.hip(side) for side in SIDES},
        shoulders={side: trunk.shoulder(side, figure.shrug) for side in SIDES},
        near=near,
        far="left" if near == "right" else "right",
        legs=limbs.legs,
        arms=limbs.arms,
        camera=0,
        complaints=(*limbs.complaints, *complaints_of(figure, trunk, limbs.legs, limbs.arms, near)),
    )


def near_side(upright: BodyFrame, camera: float) -> LeftOrRight:
    """The side that is towards the viewer; the right one if neither is."""
    return "left" if float(seen(upright.right, camera)[2]) <= -_SIDE_ON else "right"
