"""The warm process: warmed up, it runs what its door lets in, and ends by itself when nobody needs it any more."""

from __future__ import annotations

import gc
import os
import signal
import tempfile
import time
from collections.abc import Callable
from queue import Empty
from types import FrameType

from handoutgen import bounds
from handoutgen.cli.warm import meeting
from handoutgen.cli.warm.asking import END
from handoutgen.cli.warm.door import Door, LetIn
from handoutgen.cli.warm.frames import BrokenOffError, send
from handoutgen.cli.warm.installation import installation
from handoutgen.cli.warm.running import Runner, Surroundings
from handoutgen.pdf.reading.own_memory import own_memory

LOOK_EACH = 2.0
"""Seconds between two looks at whether it is still needed."""
LONGEST_WAIT = 600.0
"""Seconds to wait for somebody who does not read what the command says."""
IDLE, HIDDEN, LARGE = "nobody asked for anything", "another one is there now", "it took too much memory"
STOPPED = "it was stopped"


class WarmProcess:
    """Serves from the main thread, for `idle` seconds after the last command. Raises OSError where no door can be
    made."""

    def __init__(self, idle: float, *, on_port: bool, prepare: Callable[[], object]) -> None:
        begun = installation()  # before all else is loaded: what changes meanwhile has changed
        self._idle, self._prepare = idle, prepare
        self._runner = Runner()
        self._door = Door(lambda: installation() != begun, on_port=on_port)

    def serve(self, tell: Callable[[], object]) -> str:
        """Serve, having told that it does; returns why it ended."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._stop)
        try:
            self._prepare()
            self._door.open()
            tell()
            self._serve()
        except KeyboardInterrupt:
            self._door.end(STOPPED)
        finally:
            self._door.close()
        return self._door.why

    def _stop(self, _: int, __: FrameType | None) -> None:
        self._door.end(STOPPED)
        raise KeyboardInterrupt

    def _serve(self) -> None:
        last = time.monotonic()
        while not self._door.why:
            try:
                job = self._door.jobs.get(timeout=min(LOOK_EACH, self._idle))
            except Empty:
                self._look(time.monotonic() - last)
                continue
            if job is not None:
                self._do(job)
                self._tidy()
                last = time.monotonic()

    def _do(self, job: LetIn) -> None:
        """One command. A client that has gone, or whose folder has, is nobody's failure."""
        job.channel.settimeout(LONGEST_WAIT)
        try:
            code = self._runner.run(Surroundings.read(job.around), job.words, job.channel)
        except (OSError, ValueError, LookupError):
            code = None  # nothing was said: the other side finds the channel closed, and runs the command itself
        finally:
            os.chdir(tempfile.gettempdir())  # not to hold a folder that somebody may want to remove
            self._door.is_free()
        try:
            if code is not None:
                send(job.channel, END, str(code).encode())
        except BrokenOffError:
            pass
        finally:
            job.channel.close()

    def _tidy(self) -> None:
        """Between two commands."""
        if own_memory() > bounds.WARM_MEMORY:
            self._runner.forget()
            gc.collect()
            if own_memory() > bounds.WARM_MEMORY:
                self._door.end(LARGE)

    def _look(self, since: float) -> None:
        if since >= self._idle:
            self._door.end(IDLE)
        elif not meeting.is_still(self._door.meeting):
            self._door.end(HIDDEN)
