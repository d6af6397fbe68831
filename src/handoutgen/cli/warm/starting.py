"""A warm process, begun in the background, asked how it is, or asked to end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from handoutgen.cli.warm import meeting
from handoutgen.cli.warm.asking import STATUS, STOP, NotAnsweredError, enter
from handoutgen.cli.warm.frames import BrokenOffError
from handoutgen.cli.warm.meeting import Meeting
from handoutgen.errors import HandoutError

TO_START, TO_STOP = 120.0, 20.0
"""Seconds: an old computer that looks for viruses needs less for the first; a command at work is done by the second."""
STEP = 0.05
_PROGRAM = (
    "import sys; count = int(sys.argv[1]) + 2; words = sys.argv[count:]; sys.path[:] = sys.argv[2:count]; "
    "from handoutgen.cli import main; main(words)"
)
"""Not -m, which would look for modules in the current folder first."""
NONE = "No warm process is running."


def running() -> tuple[Meeting, str] | None:
    """The warm process of this user that answers, and why it would not answer commands from here, if it would not."""
    where = meeting.read()
    if where is None:
        return None
    try:
        enter(where, STATUS).close()
    except NotAnsweredError as refused:
        return where, str(refused)
    except (OSError, BrokenOffError):
        return None
    return where, ""


def start_behind(options: list[str]) -> Meeting:
    """Begin one that outlives this command and its window; returns when it is there. Raises HandoutError."""
    before = meeting.read()
    command = [sys.executable, *_flags(), "-c", _PROGRAM, str(len(sys.path)), *sys.path, "warm", *options]
    nothing = subprocess.DEVNULL
    if sys.platform == "win32":
        alone = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        process = subprocess.Popen(  # noqa: S603 - our own
            command, stdin=nothing, stdout=nothing, stderr=subprocess.PIPE, creationflags=alone
        )
    else:
        process = subprocess.Popen(  # noqa: S603 - our own
            command, stdin=nothing, stdout=nothing, stderr=subprocess.PIPE, start_new_session=True
        )
    for _ in _until(TO_START):
        where = meeting.read()
        # Not by the number of the process: on Windows that of an environment's Python only starts another.
        if where is not None and (before is None or where.secret != before.secret):
            return where
        if process.poll() is not None:
            break
    process.kill()
    said = process.communicate()[1].decode(errors="replace").strip()
    raise HandoutError(
        "The warm process did not start.", said or "Run handoutgen warm without --background to see why."
    )


def _flags() -> list[str]:
    """Of Python, as this process was begun: another one would refuse it."""
    return subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined,no-any-return]


def stop() -> str:
    """Ask it to end, and wait until it has; what came of it in words."""
    found = meeting.read()
    if found is None:
        return NONE
    try:
        enter(found, STOP).close()
    except (NotAnsweredError, OSError, BrokenOffError):
        return NONE
    if _came(lambda: not meeting.is_still(found), TO_STOP):
        return "Stopped."
    return "It is at work for a command, and stops when that is done."


def _came(happened: Callable[[], bool], seconds: float) -> bool:
    """Whether it happened within this time."""
    return any(happened() for _ in _until(seconds))


def _until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(STEP)


def told_of(where: Meeting) -> str:
    """A warm process in words."""
    port = where.port
    through = f"port {port}" if port is not None else f"socket {Path(meeting.folder()) / where.address}"
    return f"process {where.process}, handoutgen {where.version}, {through}"
