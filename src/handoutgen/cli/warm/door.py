"""The warm process's door: who knows the secret and is of one kind with it comes in, one at a time.

A thread of its own keeps it, so that whoever comes while a command runs is told so at once and runs cold.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import threading
from collections.abc import Callable
from queue import SimpleQueue

import handoutgen
from handoutgen.cli.warm import frames, meeting, proof
from handoutgen.cli.warm.asking import REFUSED, RUN, STOP, TAKEN
from handoutgen.cli.warm.frames import BrokenOffError
from handoutgen.cli.warm.meeting import Meeting
from handoutgen.cli.warm.stamp import stamp

SECONDS_TO_SPEAK = 5.0
LONGEST_SOCKET_PATH = 100
"""Characters: systems allow 103 to 107."""
WAITING = 16
FIRST_WORDS = 256
"""Bytes that are read of somebody who has shown nothing yet."""

BUSY = "it is at work for another command"
ANOTHER = "it is of another version, another Python, another user or other surroundings"
CHANGED = "the program on the disk is another one than it was begun with"


class LetIn:
    """A command that was let in: what surrounds it, its words, and the channel on which it is told."""

    def __init__(self, channel: socket.socket, around: bytes, words: list[str]) -> None:
        self.channel, self.around, self.words = channel, around, words


class Door:
    """Lets commands in, into `jobs`; None in it says that the process is to end, for the reason `why`."""

    def __init__(self, is_changed: Callable[[], bool], *, on_port: bool) -> None:
        self.jobs: SimpleQueue[LetIn | None] = SimpleQueue()
        self.why = ""
        self._is_changed, self._stamp = is_changed, stamp()
        self._at_work = threading.Lock()
        self._socket, address = _listening(on_port)
        self.meeting = Meeting(address, proof.new_number(), os.getpid(), handoutgen.__version__)

    def open(self) -> None:
        """From now on it is found. Raises OSError when the file that says where cannot be written."""
        meeting.write(self.meeting)
        threading.Thread(target=self._keep, daemon=True).start()

    def close(self) -> None:
        """It is found no more, and whoever was let in and not yet served runs cold."""
        meeting.remove(self.meeting)
        with contextlib.suppress(OSError):  # not on every system, and needed on those where it is: `accept` goes on
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._turn_away()

    def is_free(self) -> None:
        """The command that was let in last is done: the next may come."""
        self._at_work.release()

    def end(self, why: str) -> None:
        """Say that the process is to end."""
        self.why = self.why or why
        self.jobs.put(None)

    def _turn_away(self) -> None:
        """Close the channels of those who were let in and not served."""
        while not self.jobs.empty():
            job = self.jobs.get()
            if job is not None:
                job.channel.close()

    def _keep(self) -> None:
        while True:
            try:
                channel, _ = self._socket.accept()
            except OSError:  # closed, perhaps while somebody was being let in
                self._turn_away()
                return
            try:
                self._receive(channel)
            except (BrokenOffError, ValueError):
                channel.close()

    def _receive(self, channel: socket.socket) -> None:
        channel.settimeout(SECONDS_TO_SPEAK)
        language, its = _fields(frames.receive(channel, FIRST_WORDS), 2)
        if language != meeting.LANGUAGE.encode():
            raise ValueError("another language")
        mine, secret = proof.new_number(), self.meeting.secret
        frames.send(channel, mine, proof.proof_of(secret, b"answers", its, mine))
        shown, who, kind, *asked = frames.receive(channel)
        if not proof.holds(shown, secret, b"asks", its, mine):
            raise ValueError("it does not know the secret")
        why = self._refusal(kind, who)
        if kind == RUN and not why:
            self._take(channel, *asked)
            return
        frames.send(channel, REFUSED if why else TAKEN, why.encode())
        channel.close()
        if kind == STOP:
            self.end("it was asked to")
        elif why == CHANGED:
            self.end(CHANGED)

    def _take(self, channel: socket.socket, around: bytes = b"", *words: bytes) -> None:
        if not self._at_work.acquire(blocking=False):
            frames.send(channel, REFUSED, BUSY.encode())
            channel.close()
            return
        try:
            frames.send(channel, TAKEN, b"")
        except BrokenOffError:
            self.is_free()
            raise
        self.jobs.put(LetIn(channel, around, [os.fsdecode(word) for word in words]))

    def _refusal(self, kind: bytes, who: bytes) -> str:
        """Why it is not done for who asks; nothing if it is."""
        if kind == STOP:
            return ""
        if who != self._stamp:
            return ANOTHER
        return CHANGED if self.why or self._is_changed() else ""


def _fields(told: list[bytes], count: int) -> list[bytes]:
    if len(told) != count:
        raise ValueError("not what was asked")
    return told


def _listening(on_port: bool) -> tuple[socket.socket, str]:
    """A socket that this computer alone can reach, and its address: a file where there can be one, else a port."""
    name = f"{meeting.NAME}-{secrets.token_hex(4)}.sock"
    path = os.path.join(meeting.folder(), name)  # noqa: PTH118 - as `meeting` writes it
    if not on_port and hasattr(socket, "AF_UNIX") and len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        meeting.make_folder()
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        address = name
        where: str | tuple[str, int] = path
    else:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        where = ("127.0.0.1", 0)
    with contextlib.ExitStack() as undone:
        undone.callback(listening.close)
        listening.bind(where)
        listening.listen(WAITING)
        if isinstance(where, tuple):
            address = str(listening.getsockname()[1])
        undone.pop_all()
    return listening, address
