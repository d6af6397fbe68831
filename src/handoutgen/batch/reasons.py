"""A row's inputs, what the manifest says of it and the file on disk → why it is built, or that it need not be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path

from handoutgen.batch.digest import Inputs
from handoutgen.batch.entry import LEFT_OUT, ManifestEntry

READERS = 4
"""Files are hashed side by side: hashing leaves the other threads alone."""


class Reason(StrEnum):
    """Why a row is built."""

    NEW = "new"
    CONTENT = "content changed"
    CLINIC = "clinic changed"
    FONT = "font changed"
    ENGINE = "engine changed"
    OPTIONS = "options changed"
    OVERDUE = "review date passed"
    MISSING = "missing"
    ALTERED = "altered"
    FAILED = "failed before"


_COMPARED = (
    ("leaflet", Reason.CONTENT),
    ("clinic", Reason.CLINIC),
    ("fonts", Reason.FONT),
    ("engine", Reason.ENGINE),
    ("options", Reason.OPTIONS),
    ("overdue", Reason.OVERDUE),
)


def reasons_for(
    inputs: Inputs, entry: ManifestEntry | None, standing: str | None, is_named: bool = True
) -> tuple[Reason, ...]:
    """All reasons to build a row; none when it is unchanged. `standing` is the hash of the file on disk, None when
    there is no file; it counts only when nothing else has changed. What was left out stays so until the plan names it
    (`is_named`) or something changes."""
    if entry is None:
        return (Reason.NEW,)
    changed = [reason for name, reason in _COMPARED if getattr(inputs, name) != getattr(entry.inputs, name)]
    if entry.status == "failed" or (entry.status == LEFT_OUT and is_named):
        return (*changed, Reason.FAILED)
    if changed or entry.status == LEFT_OUT:
        return tuple(changed)
    if standing is None:
        changed.append(Reason.MISSING)
    elif standing != entry.sha256:
        changed.append(Reason.ALTERED)
    return tuple(changed)


def hashes_of(paths: Iterable[Path]) -> dict[Path, str | None]:
    """The SHA-256 of each file; None for one that is not there or cannot be read."""
    listed = list(paths)
    with ThreadPoolExecutor(READERS) as readers:
        return dict(zip(listed, readers.map(hash_of, listed), strict=True))


def hash_of(path: Path) -> str | None:
    """The SHA-256 of a file, read piece by piece; None when it is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
