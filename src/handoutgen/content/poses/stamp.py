"""What a drawing says of itself in a comment: which pose it was made from, by which engine, and where its anchors are.

A leaflet is built from the drawing alone; by the stamp a check knows, without drawing, whether it shows its pose of
today.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:  # who asks for a stamp need not know all that a pose can be
    from handoutgen.content.poses.model import Pose

FrameShare = tuple[float, float]
REVISION = 4
"""The drawing engine's: raised whenever a release draws the same poses otherwise."""
NOT_DRAWN = {"title", "subject", "alt", "language", "safety"}
"""Keys of a pose that its drawing does not depend on."""
MOST_BYTES_OF_A_POSE = 64_000
"""A pose's file has some 30 lines; a sequence of four frames with many things has 200."""
LONGEST_STAMP = 8_000
"""Bytes at the start of a file among which a stamp is looked for."""
_STAMP = re.compile(
    r"<!-- handoutgen pose (?P<pose>[a-z0-9-]+) (?P<digest>[0-9a-f]{16}) engine (?P<revision>[0-9]{1,6})"
    r"(?: file (?P<file>[0-9a-f]{16}))?(?: near (?P<near>right|left) at (?P<places>[a-z0-9_. ,]*))? -->"
)
_ROOT = re.compile(r"<svg\b[^>]*>")


class Stamp(Struct, frozen=True):
    """Pose, digest of what the drawing depends on, revision of the engine; anchors as shares of the frame, x from the
    left and y from the top."""

    pose: str
    digest: str
    revision: int
    anchors: Mapping[str, FrameShare] = field(default_factory=dict)
    file: str = ""
    """Digest of the pose's file when it was drawn: whoever finds the same file need not read what it says."""


def digest_of(pose: Pose) -> str:
    """16 signs that change when anything changes that is drawn. Comments, layout and words for readers do not count."""
    said = pose.model_dump(mode="json", exclude_unset=True, exclude=NOT_DRAWN)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("utf-8")).hexdigest()[:16]


def file_digest(data: bytes) -> str:
    """16 signs that change with a pose's file; how its lines end is all the same."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:16]


def stamped(svg: str, stamp: Stamp) -> str:
    """A drawing with its stamp, behind its first tag."""
    near, told = _by_view(stamp.anchors)
    places = ", ".join(f"{name} {x:.3f} {y:.3f}" for name, (x, y) in sorted(told.items()))
    where = f" near {near} at {places}" if places else ""
    file = f" file {stamp.file}" if stamp.file else ""
    comment = f"<!-- handoutgen pose {stamp.pose} {stamp.digest} engine {stamp.revision}{file}{where} -->"
    return _ROOT.sub(lambda root: f"{root.group()}\n{comment}", svg, count=1)


def read_stamp(data: bytes) -> Stamp | None:
    """The stamp of a drawing's file; None when it has none, as of a drawing by somebody else."""
    match = _STAMP.search(data[:LONGEST_STAMP].decode("utf-8", "replace"))
    if match is None:
        return None
    anchors = _by_name(match["near"] or "right", _places(match["places"] or ""))
    return Stamp(match["pose"], match["digest"], int(match["revision"]), anchors, match["file"] or "")


def without_stamp(data: bytes) -> bytes:
    """A drawing's file without its stamp, which nobody sees: the same lines drawn anew are the same drawing."""
    head = data[:LONGEST_STAMP].decode("latin-1")  # a sign for each byte, so that no byte changes
    return _STAMP.sub("", head, count=1).encode("latin-1") + data[LONGEST_STAMP:]


def stamp_of(drawing: Path) -> Stamp | None:
    """The stamp of a drawing by its file; None when it has none, or cannot be read."""
    try:
        with drawing.open("rb") as file:
            return read_stamp(file.read(LONGEST_STAMP))
    except OSError:
        return None


def _by_view(anchors: Mapping[str, FrameShare]) -> tuple[str, dict[str, FrameShare]]:
    """The side that is near, and the anchors without those of right and left, which are near and far ones too."""
    near = [(name.removeprefix("near"), place) for name, place in anchors.items() if name.startswith("near_")]
    is_left = any(anchors.get(f"left{part}") == place for part, place in near)
    is_right = any(anchors.get(f"right{part}") == place for part, place in near)
    told = {name: place for name, place in anchors.items() if not name.startswith(("right_", "left_"))}
    return "left" if is_left and not is_right else "right", told


def _by_name(near: str, anchors: Mapping[str, FrameShare]) -> dict[str, FrameShare]:
    """The anchors with those of right and left."""
    sides = {"near": near, "far": "left" if near == "right" else "right"}
    views = ((name.partition("_"), place) for name, place in anchors.items())
    both = {f"{sides[view]}_{part}": place for (view, _, part), place in views if view in sides and part}
    return {**anchors, **both}


def _places(text: str) -> dict[str, FrameShare]:
    found = (part.split() for part in text.split(","))
    return {words[0]: (_share(words[1]), _share(words[2])) for words in found if len(words) == 3}


def _share(text: str) -> float:
    """A number from 0 to 1; what is none counts as the middle."""
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.5
