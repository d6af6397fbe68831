"""Fields of bytes ⇄ one frame on a channel: its length, then each field with its own.

Not JSON: a command that is answered by a warm process would spend more time on importing it than on anything else.
"""

from __future__ import annotations

import _socket

MOST = 1_000_000
"""Bytes of a frame: more words than any shell takes, and far more than is said at a time."""
_NUMBER = 4


class BrokenOffError(Exception):
    """The other side is gone, is silent for too long, or does not speak this language."""


def send(channel: _socket.socket, *fields: bytes) -> None:
    """Send one frame. Raises `BrokenOffError`."""
    body = b"".join(_number(len(field)) + field for field in fields)
    if len(body) > MOST:
        raise BrokenOffError("too much to be said at once")
    try:
        channel.sendall(_number(len(body)) + body)
    except OSError as problem:
        raise BrokenOffError(str(problem)) from problem


def receive(channel: _socket.socket, most: int = MOST) -> list[bytes]:
    """The fields of the next frame, which has at most so many bytes. Raises `BrokenOffError`."""
    size = int.from_bytes(_exactly(channel, _NUMBER), "big")
    if size > most:
        raise BrokenOffError("more than is read at once")
    body, fields, at = _exactly(channel, size), [], 0
    while at < size:
        start = at + _NUMBER
        at = start + int.from_bytes(body[at:start], "big")
        if start > size or at > size:
            raise BrokenOffError("a field that is longer than its frame")
        fields.append(body[start:at])
    return fields


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER, "big")


def _exactly(channel: _socket.socket, size: int) -> bytes:
    parts, left = [], size
    while left:
        try:
            part = channel.recv(min(left, 65_536))
        except OSError as problem:
            raise BrokenOffError(str(problem)) from problem
        if not part:
            raise BrokenOffError("the other side has gone")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
