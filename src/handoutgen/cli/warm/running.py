"""One command in the warm process, run as it would run by itself: its folder, its streams, its words.

A process has one current folder, one mask for new files and one pair of streams. So there is one command at a time, and
each is given all of them anew; none finds what another one left.
"""

from __future__ import annotations

import _socket
import contextlib
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from msgspec import Struct

from handoutgen import bounds
from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.cli.warm.asking import ERR, OUT
from handoutgen.cli.warm.stamp import HANDED
from handoutgen.cli.warm.streams import StreamKind, stream_for
from handoutgen.errors import INTERNAL
from handoutgen.memory import Memory
from handoutgen.workshop import Workshop


class Surroundings(Struct, frozen=True):
    """What a command finds around it, as the asking side told it (`asking`)."""

    folder: str
    identity: str
    """Which folder that is to the system: one of the same name in another room of the computer is another one."""
    mask: int
    out: StreamKind
    err: StreamKind
    environment: Mapping[str, str]

    @classmethod
    def read(cls, told: bytes) -> Self:
        """From what was told. Raises ValueError for anything else."""
        folder, identity, mask, out, err, *rest = told.decode("utf-8", "surrogateescape").split("\0")
        environment = dict(each.split("=", 1) for each in rest)
        return cls(folder, identity, int(mask), _kind(out), _kind(err), environment)


def _kind(told: str) -> StreamKind:
    """A terminal of Windows has colours and bars by calls of the system, not by characters: those are left out."""
    encoding, is_terminal = told.rsplit(" ", 1)
    "".encode(encoding)
    return StreamKind(encoding, is_terminal == "1" and sys.platform != "win32")


class Runner:
    """Runs commands one after another, with what was read and set for the folders of the last ones."""

    def __init__(self) -> None:
        self._workshops: Memory[Workshop] = Memory(bounds.WARM_FOLDERS)

    def forget(self) -> None:
        """Let all go that was kept."""
        self._workshops = Memory(bounds.WARM_FOLDERS)

    def run(self, around: Surroundings, words: Sequence[str], channel: _socket.socket) -> int:
        """The exit code of a command, its words said on the channel. Raises OSError when its folder cannot be entered,
        before anything was done."""
        os.chdir(around.folder)
        told = os.stat(".")  # noqa: PTH116
        if f"{told.st_dev} {told.st_ino}" != around.identity:
            raise FileNotFoundError("another folder has this name here")
        # Content is remembered by its path as it was named, which for most is one below the current folder.
        workshop = self._workshops.get((around.folder, around.identity), Workshop)
        with _given(around, words, channel):
            return _code_of(words, workshop)


def _code_of(words: Sequence[str], workshop: Workshop) -> int:
    try:
        return guarded(app, words, workshop)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else INTERNAL


@contextlib.contextmanager
def _given(around: Surroundings, words: Sequence[str], channel: _socket.socket) -> Iterator[None]:
    """The process's own streams, words and environment, made those of the command."""
    before = sys.stdout, sys.stderr, sys.argv, os.umask(around.mask)
    for name in (*HANDED, "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    os.environ.update(around.environment)
    if hasattr(time, "tzset"):
        time.tzset()  # a computer may have come to another place since
    sys.argv = ["handoutgen", *words]
    sys.stdout, sys.stderr = stream_for(channel, OUT, around.out), stream_for(channel, ERR, around.err)
    said = sys.stdout, sys.stderr
    try:
        yield
    finally:
        for stream in said:
            with contextlib.suppress(OSError):
                stream.flush()
        sys.stdout, sys.stderr, sys.argv, mask = before
        os.umask(mask)
