"""The program as it lies on the disk, so that a process that was begun before an update answers no more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import handoutgen
from handoutgen.library.resources import library_folder

OF_LIBRARIES = ("site-packages", "dist-packages")
ToldOfFile = tuple[str, int, int]
"""A file or a folder: its path, when it was changed, its size."""


def installation() -> frozenset[ToldOfFile]:
    """What the system tells of the program's files, and of the folders in which libraries are installed, which change
    with each library that comes or goes.

    Leaflets that come with it are not among them: those are looked up by their bytes.
    """
    folders = (Path(handoutgen.__file__).parent, library_folder("fonts"), library_folder("packs"))
    files = (told for folder in folders for told in _files(str(folder)))
    return frozenset([*files, *(_told_of(place) for place in sys.path if place.endswith(OF_LIBRARIES))])


def _files(folder: str) -> Iterator[ToldOfFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                told = entry.stat()
                yield entry.path, told.st_mtime_ns, told.st_size
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def _told_of(folder: str) -> ToldOfFile:
    try:
        return folder, os.stat(folder).st_mtime_ns, 0  # noqa: PTH116 - asked often
    except OSError:
        return folder, 0, 0
