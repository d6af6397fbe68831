"""What a command says in the warm process → bytes for who asked, as soon as they are said."""

from __future__ import annotations

import _socket
import io
from typing import TYPE_CHECKING

from msgspec import Struct

from handoutgen.cli.warm import frames

if TYPE_CHECKING:
    from typing_extensions import Buffer

LONGEST = 65_536
"""Bytes that are sent in one frame."""


class StreamKind(Struct, frozen=True):
    """What the asking side's stream is like: how it writes characters, and whether a person reads along."""

    encoding: str
    is_terminal: bool


class Sending(io.RawIOBase):
    """The lowest part of a stream: bytes go to who asked. Once nobody hears, that is told once, as of a closed pipe."""

    def __init__(self, channel: _socket.socket, name: bytes, *, is_terminal: bool) -> None:
        super().__init__()
        self._channel, self._name, self._is_terminal = channel, name, is_terminal
        self._nobody_hears = False

    def writable(self) -> bool:
        """It is."""
        return True

    def isatty(self) -> bool:
        """Whether it is, on the other side."""
        return self._is_terminal

    def write(self, data: Buffer, /) -> int:
        """Send some of the bytes, and say how many. Raises BrokenPipeError, once."""
        part = bytes(memoryview(data)[:LONGEST])
        if self._nobody_hears:
            return len(part)
        try:
            frames.send(self._channel, self._name, part)
        except frames.BrokenOffError as problem:
            self._nobody_hears = True
            raise BrokenPipeError(str(problem)) from problem
        return len(part)


def stream_for(channel: _socket.socket, name: bytes, kind: StreamKind) -> io.TextIOWrapper:
    """A stream like that of the asking side: the same bytes for the same characters, "?" for what it lacks."""
    raw = io.BufferedWriter(Sending(channel, name, is_terminal=kind.is_terminal), LONGEST)
    return io.TextIOWrapper(raw, kind.encoding, errors="replace", line_buffering=kind.is_terminal)
