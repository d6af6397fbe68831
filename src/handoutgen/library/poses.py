"""Names of poses turned into their files: the project's own, then those that ship with us."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from handoutgen.errors import UsageProblem
from handoutgen.library.files import is_path, is_there
from handoutgen.library.peek import Origin
from handoutgen.library.resources import library_folder

POSES = "poses"
"""The folder of a project's poses, and of those that ship, in which each subject has a folder."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PoseEntry(Struct, frozen=True):
    """A pose by its file; its drawing lies beside it."""

    name: str
    path: Path
    origin: Origin

    @property
    def subject(self) -> str:
        """The folder it lies in; empty when that is the folder of all poses."""
        return "" if self.path.parent.name == POSES else self.path.parent.name

    @property
    def drawing(self) -> Path:
        """Where its drawing is, or will be."""
        return drawing_beside(self.path)


def drawing_beside(pose: Path, large: bool = False) -> Path:
    """The drawing of a pose's file; the one with the heavier lines of large print has a name of its own."""
    return pose.with_name(f"{pose.stem}-large.svg" if large else f"{pose.stem}.svg")


def list_poses(project: Path) -> tuple[PoseEntry, ...]:
    """All poses by subject and name; one of the project hides one of the library with its name."""
    found: dict[str, PoseEntry] = {}
    for origin, root in _roots(project):
        for path in poses_in(root):
            found.setdefault(path.stem, PoseEntry(path.stem, path, origin))
    return tuple(sorted(found.values(), key=lambda entry: (entry.subject, entry.name)))


def find_pose(name_or_path: str, project: Path) -> PoseEntry:
    """A pose given as its name or as a path to a .yaml file. Raises UsageProblem with a near name."""
    if is_path(name_or_path):
        path = project / name_or_path
        if path.is_file():
            return PoseEntry(path.stem, path, "project")
        raise UsageProblem(f"There is no file {name_or_path}.", "Check the name.")
    entries = {entry.name: entry for entry in list_poses(project)}
    if name_or_path in entries:
        return entries[name_or_path]
    close = get_close_matches(name_or_path.lower(), entries, 1, 0.5)
    hint = f'Did you mean "{close[0]}"?' if close else "handoutgen list --poses shows all there are."
    raise UsageProblem(f'There is no pose "{name_or_path[:60]}".', hint)


def poses_in(root: Path) -> list[Path]:
    """The poses' files in a folder and in its folders, in order."""
    folders = [root, *sorted(folder for folder in _entries(root) if folder.is_dir())]
    files = (path for folder in folders for path in sorted(_entries(folder)))
    return [path for path in files if path.suffix == ".yaml" and _NAME.fullmatch(path.stem) and is_there(path)]


def _roots(project: Path) -> Iterator[tuple[Origin, Path]]:
    """Where poses lie. The library's own folder is that of the project in a checkout of ours."""
    own, beside, shipped = project / POSES, project / "handouts" / POSES, library_folder("handouts") / POSES
    yield "project", own
    yield "project", beside
    if not beside.is_dir() or not shipped.is_dir() or not beside.samefile(shipped):
        yield "library", shipped


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
