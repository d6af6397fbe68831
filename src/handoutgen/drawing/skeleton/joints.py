"""The angles of a figure's joints, held to what joints can do."""

from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.skeleton.frames import Side
from handoutgen.drawing.skeleton.limbs import Arm, Leg
from handoutgen.drawing.skeleton.spine import Trunk


def complaints_of(
    figure: PosedFigure, trunk: Trunk, legs: dict[Side, Leg], arms: dict[Side, Arm], near: Side
) -> tuple[Complaint, ...]:
    """What no body does."""
    return ()
