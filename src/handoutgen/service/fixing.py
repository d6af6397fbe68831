"""A leaflet's file → the same file put right by the rules that can, with the one before it kept beside it."""

from __future__ import annotations

import difflib
import hashlib
import io
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from handoutgen.check.fixing import Fixed, fixed
from handoutgen.content.yaml.file import read_content
from handoutgen.errors import UsageProblem
from handoutgen.library.resources import library_folder
from handoutgen.service.clinic_saving import save_content


class Proposed(Struct, frozen=True):
    """What would become of a file; `before` are its bytes as they were read."""

    path: Path
    before: bytes
    fixed: Fixed

    def diff(self) -> str:
        """The change as a unified diff that `patch` and `git apply` take, line ends as they are."""
        return file_diff(self.path, self.before, self.fixed.data)

    def save(self, now: datetime) -> Path:
        """Write it, whole or not at all; returns where the file before is kept. Raises HandoutError, also when somebody
        has changed the file since it was read."""
        return save_content(self.path, self.fixed.data, hashlib.sha256(self.before).hexdigest(), now)


def file_diff(path: Path, before: bytes, after: bytes) -> str:
    """What changes in a file, as a unified diff that `patch` and `git apply` take, line ends as they are."""
    name = path.as_posix().lstrip("/")
    told = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in told)


def propose(path: Path, project: Path, leave: Collection[str] = ()) -> Proposed:
    """What the rules make of a leaflet's file, but for those of the codes in `leave`. Nothing is written.

    Raises ContentRefused for a file that cannot be read as a leaflet, HandoutError for one that cannot be changed, or
    that came with the program.
    """
    refuse_shipped(path, project)
    before = read_content(path)
    return Proposed(path, before, fixed(before, path, leave))


def refuse_shipped(path: Path, project: Path) -> None:
    """Raises UsageProblem for a file that came with the program and is not the project's own."""
    shipped = library_folder("handouts")
    if _lies_in(path, shipped) and not _lies_in(path, project):
        raise UsageProblem(f"{path} came with the program.", "Copy its folder to handouts/ and change that.")


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _lines(data: bytes) -> list[str]:
    return list(io.StringIO(data.decode("utf-8"), newline="\n"))
