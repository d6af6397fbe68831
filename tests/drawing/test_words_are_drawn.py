"""The words that a pose may use are those that can be drawn."""

from __future__ import annotations

from typing import get_args

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.looks import HairColour, Looks, SkinName
from handoutgen.content.poses.model import PosedFigure
from handoutgen.drawing import style
from handoutgen.drawing.skeleton.body import solve


def test_every_skin_and_every_colour_of_hair_has_a_tone() -> None:
    assert set(style.SKINS) == set(get_args(SkinName))
    assert set(style.HAIR) == set(get_args(HairColour))


def test_every_part_that_a_pose_may_point_at_has_a_place() -> None:
    assert set(ANCHORS) <= set(solve(PosedFigure()).anchors())


def test_a_figure_looks_like_a_person_even_when_nothing_is_said() -> None:
    assert PosedFigure().model_dump(include=set(Looks.model_fields)) == Looks().model_dump()
