"""One out folder, one batch at a time: a file that says who works there, and that a crash cannot leave standing.

Each batch writes a file of its own and then looks for others; whose owner is alive wins, and both step back when they
begin in the same instant. So there is no moment in which an old lock is taken over, and no system call that Windows
lacks. Whether an owner is alive, its process id and the moment that process began tell.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen.batch.processes import beginning_of, is_running
from handoutgen.batch.state_files import MOST_LOCK_BYTES, read_state
from handoutgen.errors import HandoutError
from handoutgen.output import write_whole

PROCESS_IDS = 1 << 32
"""No system counts further than Windows."""


class Owner(Struct, frozen=True):
    """Who works in a folder."""

    host: str
    process: int
    began: str

    @property
    def is_alive(self) -> bool:
        """Whether that process still runs. On another machine nobody can tell, so it counts as alive."""
        if self.host != platform.node():
            return True
        return is_running(self.process) and beginning_of(self.process) == self.began


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold `folder` (the batch's state folder) for the length of a batch. Yields whether another batch died in it.

    Raises HandoutError when another batch works there, and leaves that one alone.
    """
    own = folder / f"lock-{secrets.token_hex(8)}.json"
    me = Owner(platform.node(), os.getpid(), beginning_of(os.getpid()))
    told = {"host": me.host, "process": me.process, "began": me.began}
    write_whole(own, json.dumps(told).encode("ascii"))
    try:
        yield _cleared(folder, own)
    finally:
        with contextlib.suppress(OSError):
            own.unlink(missing_ok=True)


def _cleared(folder: Path, own: Path) -> bool:
    """Take away the locks of the dead; raise for one of the living. Whether there were dead."""
    died = False
    for other in sorted(folder.glob("lock-*.json")):
        if other == own:
            continue
        owner = _owner_in(other)
        if owner is None:
            continue  # gone since
        if owner.is_alive:
            raise HandoutError(
                f"Another batch is working in {folder.parent} (process {owner.process} on {owner.host}).",
                f"Wait until it has ended, or use another --out. If it is certainly not running, delete {other}.",
            )
        with contextlib.suppress(OSError):
            other.unlink(missing_ok=True)
        died = True
    return died


def _owner_in(path: Path) -> Owner | None:
    try:
        return _owner(json.loads(read_state(path, MOST_LOCK_BYTES)))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise HandoutError(
            f"{path} should say who works in this folder, and cannot be read.",
            "If no batch is running there, delete that file.",
        ) from problem


def _owner(read: Any) -> Owner:
    """Whom a lock names. Raises ValueError, KeyError or TypeError for what no batch writes."""
    host, process, began = read["host"], read["process"], read["began"]
    if not (isinstance(host, str) and type(process) is int and isinstance(began, str)):
        raise TypeError
    if not 0 < process < PROCESS_IDS:
        raise ValueError
    return Owner(host, process, began)
