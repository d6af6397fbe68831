"""Poses' files → drawings beside them, one by one: a pose that fails is told and the next one is drawn.

The one place that knows the drawing room, which needs numpy and shapely: who only builds leaflets has neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen import diagnostics
from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.load import LoadedPose, load_pose
from handoutgen.content.poses.stamp import REVISION, Stamp, stamped
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import DONE, HandoutError
from handoutgen.library.poses import PoseEntry, drawing_beside
from handoutgen.output import write_whole
from handoutgen.service.drawing_doubts import doubts_of, faults_in
from handoutgen.service.problems import exit_code_of, problem_object

DRAWING_NEEDS = ("numpy", "shapely")
"""The libraries of the extra `draw`."""


class DrawnPose(Struct, frozen=True):
    """A finished drawing: its SVG, and what is doubtful about its pose."""

    loaded: LoadedPose
    svg: str
    diagnostics: tuple[Diagnostic, ...]


class DrawOutcome(Struct, frozen=True):
    """What became of one pose: a file (`path` and `drawn`), or the `problem` that stopped it."""

    pose: PoseEntry
    path: Path | None = None
    drawn: DrawnPose | None = None
    problem: Exception | None = None

    @property
    def exit_code(self) -> int:
        """What this outcome alone would be answered with."""
        return exit_code_of(self.problem) if self.problem else DONE


def refuse_without_drawing_room() -> None:
    """Raise HandoutError when the libraries are missing that drawing needs."""
    missing = [name for name in DRAWING_NEEDS if find_spec(name) is None]
    if missing:
        are = "is" if len(missing) == 1 else "are"
        raise HandoutError(
            f"Drawing needs {' and '.join(missing)}, which {are} not installed here.",
            'Install all it needs with: pip install "handoutgen[draw]" (building leaflets never needs it).',
        )


def draw_poses(entries: Sequence[PoseEntry], out: Path | None, large: bool = False) -> Iterator[DrawOutcome]:
    """Draw and write each pose, beside its file or into the folder `out`. Raises HandoutError before any work when
    there is nothing to draw with, or a pose that ships with us would be drawn into the program's own folder."""
    refuse_without_drawing_room()
    shipped = next((entry for entry in entries if entry.origin == "library"), None)
    if shipped and out is None:
        raise HandoutError(
            f"{shipped.name} ships with handoutgen, and its drawing with it.",
            f'Make a pose of your own with "handoutgen new pose NAME --like {shipped.name}", or use --out.',
        )
    return (_draw(entry, out, large) for entry in entries)


def _draw(entry: PoseEntry, out: Path | None, large: bool) -> DrawOutcome:
    path = drawing_beside(entry.path, large)
    path = out / path.name if out else path
    try:
        drawn = drawn_pose(load_pose(entry.path), large)
        write_whole(path, drawn.svg.encode("utf-8"))
    except Exception as problem:  # one boundary for each pose: the next one is drawn all the same
        return DrawOutcome(entry, problem=problem)
    return DrawOutcome(entry, path, drawn)


def drawn_pose(loaded: LoadedPose, large: bool = False) -> DrawnPose:
    """The drawing of a pose, stamped with what it was made from."""
    from handoutgen.drawing.scene import draw

    drawing = draw(loaded.pose, large)
    places = ((name, drawing.anchors[name]) for name in ANCHORS if name in drawing.anchors)
    anchors = {name: (round(float(x), 3), round(float(y), 3)) for name, (x, y) in places}
    stamp = Stamp(loaded.pose.name, loaded.digest, REVISION, anchors, loaded.file_digest)
    svg = stamped(drawing.svg, stamp)
    doubts = dict.fromkeys((*doubts_of(loaded, drawing.complaints), *faults_in(loaded, drawing.svg)))
    return DrawnPose(loaded, svg, (*loaded.diagnostics, *doubts))


def drawing_object(outcome: DrawOutcome) -> dict[str, Any]:
    """An outcome for programs. Keys are stable; a failed one has `error` and no `path`."""
    asked = {"pose": outcome.pose.name, "file": str(outcome.pose.path)}
    if outcome.drawn is None or outcome.problem is not None:
        assert outcome.problem is not None  # noqa: S101 - one of the two is there
        return {**asked, "error": problem_object(outcome.problem), "exit_code": outcome.exit_code}
    data = outcome.drawn.svg.encode("utf-8")
    return {
        **asked,
        "path": str(outcome.path),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "diagnostics": [diagnostics.describe(finding) for finding in outcome.drawn.diagnostics],
    }
