"""Bytes of a stream → messages of the language server protocol, and back: JSON behind a head that says its length."""

from __future__ import annotations

import json
from typing import IO, Any

MOST_BYTES = 16_000_000
"""Of a message: a content file is smaller than 1 MB, and JSON writes a sign with six letters at most."""
_LENGTH = b"content-length:"
Message = dict[str, Any]


class BrokenStream(Exception):  # noqa: N818 - says what it is
    """What comes is no protocol, and where the next message begins nobody knows."""


def read_message(stream: IO[bytes]) -> Message | None:
    """The next message; None at the end of the stream. Raises BrokenStream."""
    length = -1
    while (line := stream.readline(1_000)).strip():
        if line.lower().startswith(_LENGTH) and line[len(_LENGTH) :].strip().isdigit():
            length = int(line[len(_LENGTH) :])
    if not line:
        return None
    if not 0 <= length <= MOST_BYTES:
        raise BrokenStream
    data = stream.read(length)
    if len(data) < length:
        return None
    try:
        message = json.loads(data)
    except ValueError as problem:
        raise BrokenStream from problem
    return message if isinstance(message, dict) else {}


def write_message(stream: IO[bytes], message: Message) -> None:
    """Send a message, at once."""
    data = json.dumps({"jsonrpc": "2.0", **message}).encode("ascii")
    stream.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
    stream.flush()
