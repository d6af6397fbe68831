"""uvicorn's HTTP/1.1, which waits for ever for the rest of a request, with a limit: a request comes whole, or not, and
its answer is taken, or not.

Without it a page of another program could hold every connection by sending, or by reading, one byte at a time.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""From the first byte, or the connection itself, to the end of the headers."""
ANSWER_SECONDS = 60.0
"""For all but the last few kilobytes of an answer, once the other side has stopped to read: it is on this computer."""


class PatientProtocol(H11Protocol):
    """Closes a connection whose request does not begin in time, or whose answer nobody reads."""

    _waiting: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait no longer when a request is there whole; wait when half of the next one is."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop()
        elif self._waiting is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop()
        self._stop_unread()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The other side does not read what is there for it."""
        super().pause_writing()
        self._stop_unread()
        self._unread = self.loop.call_later(ANSWER_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """It has read nearly all of it."""
        self._stop_unread()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """The next request of this connection may take its time to begin; uvicorn's own limit counts that."""
        self._stop()
        super().on_response_complete()

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _stop_unread(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _give_up(self) -> None:
        self._waiting = None
        if not self.transport.is_closing():
            self.transport.close()
