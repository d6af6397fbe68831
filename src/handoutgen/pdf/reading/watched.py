"""Paths on standard input → facts on standard output: the process that reads the files of strangers.

It watches itself from a second thread and ends at once when it holds too much memory or takes too long: PDFium lets
other threads run while it works. `inspector` starts it, and ends it when even that thread cannot run.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from handoutgen.errors import HandoutError
from handoutgen.pdf.reading import pdfium
from handoutgen.pdf.reading.facts import PdfFacts
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.limits import LARGEST_FILE, MOST_MEMORY, MOST_SECONDS, MOST_TOLD
from handoutgen.pdf.reading.own_memory import own_memory

TOO_MUCH_MEMORY, TOO_LONG = 81, 82
"""Exit codes of this process, which nobody sees but `inspector`."""
READY = b"ready\n"
_EACH = 0.01
"""Seconds between two looks at the memory: what a computer can fill in that time is little."""
_WORN_OUT = 150_000_000
"""Bytes: a process that still holds so much when a file is done makes room for a new one."""


class _Watch:
    """Ends the process when a file takes too much; with what is known by then, if that is worth telling."""

    def __init__(self) -> None:
        self._started: float | None = None
        """When the file at hand was begun; None between files."""
        self._known: bytes | None = None
        self._answering = threading.Lock()
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """A file is read from now on."""
        self._known = None
        self._started = time.monotonic()

    def keep(self, facts: PdfFacts) -> None:
        """The answer if no better one comes in time."""
        self._known = _told({"facts": to_builtins(facts)}, last=True)

    def answer(self, line: bytes) -> None:
        """Write the answer; nothing else is said of this file."""
        with self._answering:
            self._started = None
            _write(line)

    def _look(self) -> None:
        while True:
            time.sleep(_EACH)
            started = self._started
            if started is None:
                continue
            if time.monotonic() - started > MOST_SECONDS:
                self._end(TOO_LONG)
            elif own_memory() > MOST_MEMORY:
                self._end(TOO_MUCH_MEMORY)

    def _end(self, code: int) -> None:
        with self._answering:
            if self._started is None:  # it has just answered
                return
            if self._known is not None:
                _write(self._known)
            os._exit(code)


def serve() -> None:
    """Answer each path, a line of JSON, with a line of JSON; until there are no more."""
    watch = _Watch()
    _bound_from_outside()
    _write(READY)
    for line in sys.stdin.buffer:
        watch.begin()
        answer = _answer(Path(json.loads(line)), watch.keep)
        watch.answer(_told(answer, last=own_memory() > _WORN_OUT))


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _answer(path: Path, keep: Callable[[PdfFacts], object]) -> dict[str, Any]:
    """Facts, a refusal (message and remedy) or a fault of ours; `keep` gets what is known early."""
    try:
        return {"facts": to_builtins(inspect_pdf(_bytes_of(path), keep))}
    except HandoutError as problem:
        return {"refused": [problem.message, problem.remedy]}
    except OSError as problem:
        return {"refused": [f"{path} cannot be read: {problem.strerror}.", "Name a PDF file that you may open."]}
    except MemoryError:
        os._exit(TOO_MUCH_MEMORY)
    except Exception as problem:  # the one boundary of this process
        return {"fault": f"{type(problem).__name__}: {problem}"[:200]}


def _told(answer: dict[str, Any], *, last: bool) -> bytes:
    """An answer as a line, with whether it is the last of this process."""
    line = json.dumps({**answer, "last": last})
    if len(line) > MOST_TOLD:
        refusal = ["This PDF says more than can be told here.", "Split it into smaller files."]
        line = json.dumps({"refused": refusal, "last": last})
    return line.encode("ascii") + b"\n"


def _bytes_of(path: Path) -> bytes:
    """The file; its first bytes alone when that is enough to refuse it."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise pdfium.no_pdf()
        size = file.seek(0, os.SEEK_END)
        if size > LARGEST_FILE:
            most = f"{LARGEST_FILE // 1_000_000} MB"
            raise HandoutError(f"{path} is larger than {most}, the most that is inspected.", "Name a smaller PDF file.")
        file.seek(0)
        return file.read(size)


def _bound_from_outside() -> None:
    """Where the system can hold a process to a size, let it: the watch cannot look while Python works by itself."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError, ValueError):
        import resource

        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + MOST_MEMORY, hard))
