"""Figures for the tests of what is drawn."""

from __future__ import annotations

from typing import Any

from handoutgen.content.poses.model import Pose, PosedFigure
from handoutgen.drawing.figure.dressed import Dressed, dressed
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.scene import palette_of
from handoutgen.drawing.skeleton.body import solve

STANDING: dict[str, Any] = {"legs": {"hip": 0}, "arms": {"shoulder": 0, "elbow": 0}}
SITTING: dict[str, Any] = {"at": [0, 33], "legs": {"hip": 90, "knee": 90}, "arms": {"shoulder": 20, "elbow": 40}}


def body_of(**words: Any) -> Dressed:
    """A figure made ready, standing unless the words say otherwise."""
    figure = PosedFigure.model_validate(STANDING | words)
    return dressed(Pen(52), figure, solve(figure), palette_of(figure))


def pose_of(**words: Any) -> Pose:
    """A pose; its figure is standing unless the words say otherwise."""
    base = {"name": "test", "title": "Test", "subject": "back", "alt": "A figure stands."}
    return Pose.model_validate(base | ({} if "steps" in words else {"figure": STANDING}) | words)
