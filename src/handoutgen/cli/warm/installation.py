"""The program as it lies on the disk → a digest, so that a process that was begun before an update answers no more."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import handoutgen
from handoutgen.library.resources import library_folder

OF_LIBRARIES = ("site-packages", "dist-packages")


def digest_of_installation() -> str:
    """Of the names, sizes and times of the program's files, and of the folders in which libraries are installed.

    Leaflets that come with it are not among them: those are looked up by their bytes."""
    digest = hashlib.sha256()
    for folder in (Path(handoutgen.__file__).parent, library_folder("fonts"), library_folder("packs")):
        for line in sorted(_files(str(folder))):
            digest.update(line)
    for place in sys.path:
        if place.endswith(OF_LIBRARIES):
            digest.update(_told_of(place))
    return digest.hexdigest()


def _files(folder: str) -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                told = entry.stat()
                yield f"{entry.path} {told.st_mtime_ns} {told.st_size}\n".encode("utf-8", "surrogateescape")


def _told_of(folder: str) -> bytes:
    """A folder changes with each library that is put there or taken away."""
    try:
        return f"{folder} {os.stat(folder).st_mtime_ns}\n".encode("utf-8", "surrogateescape")  # noqa: PTH116 - asked often
    except OSError:
        return b""
