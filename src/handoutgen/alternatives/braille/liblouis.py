"""The one place that knows liblouis (LGPL, https://liblouis.io): found as a shared library, asked through ctypes.

There is no well-kept package of it for Python, so that it comes from the system: its library and its tables.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from ctypes.util import find_library
from pathlib import Path

from handoutgen.errors import HandoutError
from handoutgen.memory import Once

NAMES = (
    "liblouis.so.20", "liblouis.so.21", "liblouis.so", "liblouis.dylib", "/opt/homebrew/lib/liblouis.dylib",
    "/usr/local/lib/liblouis.dylib",
)  # fmt: skip
"""Where Windows has none of them, its PATH is searched for liblouis.dll."""
SILENT = 60_000
"""LOG_OFF: what goes wrong is told by us, not printed by a library."""
ROOM = 8, 200
"""Cells for a character at most, and some more: liblouis writes "'\\x2717'" for one it does not know."""
REMEDY = (
    "Install it: apt install liblouis20 liblouis-data (Debian, Ubuntu), dnf install liblouis (Fedora), brew install "
    "liblouis (macOS); on Windows, unpack liblouis-VERSION-win64.zip from github.com/liblouis/liblouis/releases and "
    "put its bin folder on the PATH."
)


class Louis:
    """liblouis, loaded."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        library.lou_version.restype = ctypes.c_char_p
        library.lou_setLogLevel(SILENT)
        self._width = library.lou_charSize()
        self._encoding = f"utf-{8 * self._width}-{sys.byteorder[0]}e"

    @property
    def version(self) -> str:
        """Such as "3.24.0"."""
        return str(self._library.lou_version().decode())

    def to_braille(self, text: str, tables: Sequence[str]) -> str:
        """Text as cells, in the signs of the first table's display."""
        return self._asked(self._library.lou_translateString, text, tables)

    def to_print(self, cells: str, tables: Sequence[str]) -> str:
        """Cells as text: an estimate, for braille has fewer signs than print."""
        return self._asked(self._library.lou_backTranslateString, cells, tables)

    def _asked(self, function: ctypes._NamedFuncPointer, given: str, tables: Sequence[str]) -> str:
        if not given:
            return ""
        data = given.encode(self._encoding)
        count = len(data) // self._width
        most = ROOM[0] * count + ROOM[1]
        length, room = ctypes.c_int(count), ctypes.c_int(most)
        answer = ctypes.create_string_buffer(most * self._width)
        names = ",".join(tables).encode()
        done = function(names, data, ctypes.byref(length), answer, ctypes.byref(room), None, None, 0)
        if not done or length.value != count:
            raise HandoutError(f"liblouis {self.version} cannot use its tables {names.decode()}.", REMEDY)
        return answer.raw[: room.value * self._width].decode(self._encoding)


@Once
def _found() -> Louis | None:
    """The library of this computer, if it has one."""
    on_path = find_library("liblouis") if os.name == "nt" else None
    for name in (on_path, *NAMES):
        try:
            library = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if library is not None and name:
            _tell_where_tables_are(library, Path(name))
            return Louis(library)
    return None


def _tell_where_tables_are(library: ctypes.CDLL, file: Path) -> None:
    """The archive for Windows has its tables beside its bin folder, where the library itself does not look."""
    share = file.parent.parent / "share"
    if file.is_absolute() and (share / "liblouis" / "tables").is_dir():
        library.lou_setDataPath(str(share).encode())


def is_installed() -> bool:
    """Whether braille can be made on this computer."""
    return _found() is not None


def version_here() -> str:
    """The version on this computer; empty where there is none."""
    found = _found()
    return found.version if found else ""


def louis() -> Louis:
    """liblouis. Raises HandoutError with the command that installs it where there is none."""
    found = _found()
    if found is None:
        raise HandoutError("Braille is translated by liblouis, which is not on this computer.", REMEDY)
    return found
