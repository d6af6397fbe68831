"""What the drawing room finds wrong with a pose or its drawing → findings at the words of the pose's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from handoutgen.content.poses.load import LoadedPose
from handoutgen.content.poses.model import PosedFigure, PoseScene
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from handoutgen.drawing.skeleton.complaints import Complaint


def doubts_of(loaded: LoadedPose, joints: Sequence[Complaint]) -> Iterator[Diagnostic]:
    """What no body does: joints past their range, limbs in things, people who would fall."""
    from handoutgen.drawing.checks.balance import imbalances
    from handoutgen.drawing.checks.collisions import collisions

    for complaint in joints:
        yield _doubt("HG093", loaded, complaint, None)
    for frame, scene in enumerate(loaded.pose.scenes()):
        for complaint in collisions(scene):
            yield _doubt("HG501", loaded, complaint, frame)
        for complaint in imbalances(scene):
            yield _doubt("HG502", loaded, complaint, frame)


def faults_in(loaded: LoadedPose, svg: str) -> Iterator[Diagnostic]:
    """What an eye would find in the finished drawing."""
    from handoutgen.drawing.checks.faults import faults_of

    span = loaded.sources.key_span(("name",))
    hint = "look there: turn the figure a little, or move the limb, until near and far part by 4 or cover each other."
    for fault in faults_of(svg, len(loaded.pose.scenes())):
        told = f"{fault.text[:1].lower()}{fault.text[1:]}".rstrip(".")
        yield Diagnostic("HG503", Severity.NOTE, told, hint, span)


def _doubt(code: str, loaded: LoadedPose, complaint: Complaint, frame: int | None) -> Diagnostic:
    """What is wrong with how a figure stands, at the word that says so."""
    message, _, hint = complaint.text.rstrip(".").partition(": ")
    span = loaded.sources.key_span(_place_of(loaded, complaint.key, frame))
    told = f"{message[:1].lower()}{message[1:]}"
    return Diagnostic(code, Severity.WARNING, told, f"{hint or 'change how the limb stands'}.", span)


def _place_of(loaded: LoadedPose, key: str, frame: int | None) -> ModelPath:
    """Where a figure says this word: in its frame, in what all frames share, or in the first frame that does."""
    steps: list[tuple[ModelPath, PoseScene]] = [
        (("steps", index), step) for index, step in enumerate(loaded.pose.steps)
    ]
    first = [] if frame is None else steps[frame : frame + 1]
    for at, scene in (*first, ((), loaded.pose), *steps):
        for place, figure in _people(scene, at):
            if key in figure.model_fields_set:
                return (*place, key)
    return ("figure",)


def _people(scene: PoseScene, at: ModelPath) -> Iterator[tuple[ModelPath, PosedFigure]]:
    if scene.figure:
        yield (*at, "figure"), scene.figure
    for number, figure in enumerate(scene.figures):
        yield (*at, "figures", number), figure
