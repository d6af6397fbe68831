"""A pose's YAML file turned into its model, or into every problem in it at once."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from handoutgen import bounds
from handoutgen.content.load import model_from
from handoutgen.content.poses.model import Pose
from handoutgen.content.poses.rules import check_pose_file
from handoutgen.content.poses.stamp import MOST_BYTES_OF_A_POSE, digest_of, file_digest
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import ContentRefused
from handoutgen.memory import remembered


class LoadedPose(Struct, frozen=True):
    """A pose and where it came from; `digest` is of what its drawing depends on, `file_digest` of its whole file."""

    pose: Pose
    path: Path
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    file_digest: str


def load_pose(path: Path) -> LoadedPose:
    """Read a pose. Raises ContentRefused with all problems, UsageProblem when there is no such file."""
    return pose_from(read_content(path, MOST_BYTES_OF_A_POSE), path)


@remembered(bounds.POSES)
def pose_from(data: bytes, path: Path) -> LoadedPose:
    """A pose from the bytes of its file. Raises ContentRefused."""
    if len(data) > MOST_BYTES_OF_A_POSE:
        raise ContentRefused([_too_large(path)])
    pose, sources, found = model_from(data, path, Pose, check_pose_file)
    if any(finding.is_error for finding in found):
        raise ContentRefused(found)
    return LoadedPose(pose, path, sources, found, digest_of(pose), file_digest(data))


def _too_large(path: Path) -> Diagnostic:
    message = f"the file is larger than {MOST_BYTES_OF_A_POSE // 1000} kB, and no pose is"
    return Diagnostic(
        "HG004", Severity.ERROR, message, "check that it is the right file.", Span(path.as_posix(), 1, 1, 1, 1)
    )
