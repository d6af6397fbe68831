"""One at a time at a file, among threads and processes: what two would do to it at once they do one after the other.

The system itself holds the lock, on a file beside the one that is meant, and lets go of it when a process dies: there
is nothing to clear away after a crash. Where a network drive knows no locks, nothing is held.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MOST_TRIES = 1_000


@contextlib.contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Wait until nobody else is at this file, and be alone with it. Never raises for want of a lock."""
    place = path.with_name(f".{path.stem}.lock")
    held = _held(place)
    try:
        yield
    finally:
        if held is not None:
            if sys.platform != "win32":
                _take_away(place)  # before it is let go, so that whoever waits notices and makes another
            held.close()
            if sys.platform == "win32":
                _take_away(place)  # nobody can while it is open, so it is nobody else's


def _held(place: Path) -> BinaryIO | None:
    """The lock's file, once it is ours and still the one that others would find."""
    for _ in range(MOST_TRIES):
        try:
            file = place.open("ab")
        except OSError:
            return None
        try:
            _lock(file)
            if os.path.samestat(os.fstat(file.fileno()), place.stat()):
                return file
        except FileNotFoundError:
            pass  # whoever had it has taken it away
        except OSError:
            file.close()
            return None
        file.close()
    return None


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)


def _take_away(place: Path) -> None:
    with contextlib.suppress(OSError):  # somebody waits with it open
        place.unlink(missing_ok=True)
