"""A command's words → its exit code, told by the warm process; or None, and the command runs by itself.

Whatever is not as it should be is no failure here: then there is no warm process, and nobody hears of it.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import _socket
import os
import sys
from collections.abc import Sequence

from handoutgen.cli.warm import frames, meeting, proof
from handoutgen.cli.warm.frames import BrokenOffError
from handoutgen.cli.warm.meeting import Meeting
from handoutgen.cli.warm.stamp import HANDED, stamp

STOPPED, ENDED = 130, 3
PATIENCE = 5.0
"""Seconds to be let in: a process that is at work answers at once that it is."""
LOST = "Error: The warm process ended before it was done.\nFix: Run the command again.\n"
RUN, STATUS, STOP = b"run", b"status", b"stop"
TAKEN, REFUSED, OUT, ERR, END = b"taken", b"refused", b"out", b"err", b"end"


class NotAnsweredError(Exception):
    """A warm process is there, and does not do it; the reason is its words."""


def ask(words: Sequence[str]) -> int | None:
    """The exit code of the command, run and told by the warm process; None if there is none that does it."""
    try:
        code = _asked(words)
    except KeyboardInterrupt:
        _say(ERR, b"Stopped." + os.linesep.encode())
        code = STOPPED
    if code is not None:
        _hear_no_more()
    return code


def _asked(words: Sequence[str]) -> int | None:
    where = meeting.read()
    if where is None:
        return None
    try:
        channel = enter(where, RUN, _surroundings(), *map(os.fsencode, words))
    except (NotAnsweredError, OSError, BrokenOffError):
        return None
    try:
        return _heard(channel)
    finally:
        channel.close()


def _hear_no_more() -> None:
    """As `boundary.hear_no_more`: from here on Ctrl-C would stop nothing, and only tear the program's own end."""
    try:  # noqa: SIM105 - contextlib is not loaded for this
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    except ValueError:  # not in the main thread
        pass


def enter(where: Meeting, *asked: bytes) -> _socket.socket:
    """A channel to the process on which it has taken what was asked. Raises `NotAnsweredError`, and `BrokenOffError`
    where no process is there that knows the secret; the file of one that is dead is taken away."""
    channel = _knock(where)
    try:
        mine = proof.new_number()
        frames.send(channel, meeting.LANGUAGE.encode(), mine)
        its, shown = _fields(frames.receive(channel, 256), 2)
        if not proof.holds(shown, where.secret, b"answers", mine, its):
            raise BrokenOffError("it does not know the secret")
        frames.send(channel, proof.proof_of(where.secret, b"asks", mine, its), stamp(), *asked)
        answer, why = _fields(frames.receive(channel), 2)
        if answer != TAKEN:
            raise NotAnsweredError(why.decode())
        channel.settimeout(None)
    except BaseException:
        channel.close()
        raise
    return channel


def _knock(where: Meeting) -> _socket.socket:
    port = where.port
    family = _socket.AF_INET if port is not None else _socket.AF_UNIX
    channel = _socket.socket(family, _socket.SOCK_STREAM)
    try:
        channel.settimeout(PATIENCE)
        channel.connect(("127.0.0.1", port) if port is not None else os.path.join(meeting.folder(), where.address))  # noqa: PTH118
    except OSError as problem:
        channel.close()
        if isinstance(problem, ConnectionRefusedError | FileNotFoundError):
            meeting.remove(where)  # nobody is there: the next command need not knock
        raise BrokenOffError(str(problem)) from problem
    return channel


def _fields(told: list[bytes], count: int) -> list[bytes]:
    if len(told) != count:
        raise BrokenOffError("it speaks another language")
    return told


def _surroundings() -> bytes:
    """The current folder and what of the environment a command's words depend on, as `running` reads it."""
    here = os.getcwd()  # noqa: PTH109 - pathlib is not loaded for this
    told = os.stat(here)  # noqa: PTH116
    columns, lines = _terminal()
    mask = os.umask(0o077)  # it can only be read by setting it; there is no second thread yet
    os.umask(mask)
    streams = [
        f"{getattr(stream, 'encoding', None) or 'utf-8'} {int(bool(stream and stream.isatty()))}"
        for stream in (sys.stdout, sys.stderr)
    ]
    parts = [here, f"{told.st_dev} {told.st_ino}", str(mask), *streams, f"COLUMNS={columns}", f"LINES={lines}"]
    parts += [f"{name}={value}" for name in HANDED if (value := os.environ.get(name)) is not None]
    return "\0".join(parts).encode("utf-8", "surrogateescape")


def _terminal() -> tuple[int, int]:
    """How wide and high the terminal is, found out as `shutil.get_terminal_size` does."""
    asked = []
    for name in ("COLUMNS", "LINES"):
        told = os.environ.get(name, "").strip()
        asked.append(int(told) if told.isdigit() else 0)
    if all(asked):
        return asked[0], asked[1]
    try:
        size: Sequence[int] = os.get_terminal_size(sys.__stdout__.fileno())  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        size = (80, 24)
    return asked[0] or size[0] or 80, asked[1] or size[1] or 24


def _heard(channel: _socket.socket) -> int | None:
    """Say what the process says, until it tells the exit code; None if it ends before it has said anything."""
    said = False
    while True:
        try:
            kind, data = _fields(frames.receive(channel), 2)
        except BrokenOffError:
            if not said:
                return None
            _say(ERR, LOST.encode())
            return ENDED
        if kind == END:
            return int(data)
        said = True
        try:
            _say(kind, data)
        except OSError as problem:
            from handoutgen.cli.boundary import unheard

            return unheard(problem)


def _say(kind: bytes, data: bytes) -> None:
    """The bytes are those that the command itself would have written: the process was told the streams' encodings."""
    stream = sys.stdout if kind == OUT else sys.stderr
    if stream is None:  # closed: whoever closed it wants to hear nothing
        return
    stream.buffer.write(data)
    stream.buffer.flush()
