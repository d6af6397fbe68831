"""Messages as they come over a stream: whole, at the end, and broken."""

from __future__ import annotations

import io

import pytest

from handoutgen.editor.wire import MOST_BYTES, BrokenStream, read_message, write_message


def test_what_is_written_is_read_again() -> None:
    stream = io.BytesIO()
    write_message(stream, {"id": 1, "result": "ü🙂"})
    write_message(stream, {"method": "exit"})
    stream.seek(0)
    assert read_message(stream) == {"jsonrpc": "2.0", "id": 1, "result": "ü🙂"}
    assert (read_message(stream) or {})["method"] == "exit"
    assert read_message(stream) is None


def test_the_head_may_say_more_in_any_case() -> None:
    stream = io.BytesIO(b"Content-Type: x\r\ncontent-length: 2\r\n\r\n{}")
    assert read_message(stream) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n",
        b"Content-Length: x\r\n\r\n{}",
        b"Content-Length: %d\r\n\r\n{}" % (MOST_BYTES + 1),
        b"Content-Length: 3\r\n\r\nno!",
    ],
)
def test_what_is_no_protocol_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenStream):
        read_message(io.BytesIO(data))


def test_a_message_that_ends_too_soon_is_the_end() -> None:
    assert read_message(io.BytesIO(b"Content-Length: 9\r\n\r\n{}")) is None
