"""The batch's own files → their bytes, once it is known that they are files and not larger than they can be."""

from __future__ import annotations

import stat
from pathlib import Path

MOST_LOCK_BYTES = 10_000
MOST_LEDGER_BYTES = 400_000_000
"""Half a million rows in a manifest or a journal; a plan has at most half as many."""


class NoStateFile(ValueError):  # noqa: N818 - says what it is
    """Too large, or a folder, a device or a pipe, which could be read without end."""


def read_state(path: Path, most: int) -> bytes:
    """The bytes of a file that we wrote. Raises OSError, and NoStateFile before anything is read."""
    told = path.stat()
    if not stat.S_ISREG(told.st_mode) or told.st_size > most:
        raise NoStateFile
    with path.open("rb") as file:
        return file.read(most)
