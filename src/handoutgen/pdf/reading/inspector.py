"""Files of strangers, each turned into facts by a process of its own that may end without harm.

PDFium is quick but can be held up for ever, or brought down, by a file that is made for it; and a few bytes can unpack
to gigabytes. So another process reads (`watched`); when it takes too much it is ended, and the file is refused in plain
words. One process reads one file after another, for starting it takes longer than reading a leaflet.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

from handoutgen.errors import HandoutError, InternalError
from handoutgen.pdf.reading import pdfium
from handoutgen.pdf.reading.facts import FieldFacts, FontFacts, FoundPassage, LineFacts, PdfFacts, TextFacts
from handoutgen.pdf.reading.limits import MOST_MEMORY, MOST_SECONDS
from handoutgen.pdf.reading.watched import READY, TOO_LONG, TOO_MUCH_MEMORY

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from handoutgen.pdf.reading.watched import serve; serve()"
_TO_END_ITSELF = 0.4
"""Seconds that the process has to end itself when the time is over."""
_NO_ROOM = "The computer may be short of memory. Close other programs and try again."
_TO_START = 60.0
"""Seconds: even an old computer that looks for viruses needs less."""


class Inspector:
    """Asks another process for the facts of files; a new one when the last has ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def facts_of(self, path: Path) -> PdfFacts:
        """The facts of a PDF.

        Raises HandoutError when it cannot be opened, is no PDF, damaged beyond reading, locked with a password, or asks
        for more time or memory than a file is given.
        """
        if path.is_dir():
            raise HandoutError(f"{path} is a folder.", "Name the PDF files in it.")
        if path.exists() and not path.is_file():
            raise HandoutError(f"{path} is not a file that can be read from beginning to end.", "Name a PDF file.")
        path.open("rb").close()  # the system's own refusal, where it has one
        answer = self._ask(path)
        if "refused" in answer:
            raise HandoutError(*answer["refused"])
        if "fault" in answer:
            raise InternalError(answer["fault"])
        return _facts(answer["facts"])

    def _ask(self, path: Path) -> dict[str, Any]:
        """The answer of the process, or the refusal that its end stands for."""
        process = self._started()
        assert process.stdin and process.stdout  # noqa: S101 - for the type checker
        with contextlib.suppress(OSError):  # it has ended: then there is no answer either
            process.stdin.write(json.dumps(str(path)).encode("ascii") + b"\n")
            process.stdin.flush()
        line, late = _line_within(process, MOST_SECONDS + _TO_END_ITSELF)
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            if answer.pop("last"):
                self._end()
            return answer
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_TO_END_ITSELF)
        self._end()
        raise _refusal(TOO_LONG if late else process.returncode)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-c", _PROGRAM, *sys.path]
            pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)  # noqa: S603 - our own
            if _line_within(self._process, _TO_START)[0] != READY:
                self._end()
                raise HandoutError("The process that reads PDF files did not start.", _NO_ROOM)
        return self._process

    def _end(self) -> None:
        """No process is left, whatever it was doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _line_within(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bool]:
    """The next line of the process, and whether it was ended because none came in time."""
    assert process.stdout  # noqa: S101 - for the type checker
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    timer = Timer(seconds, end)
    timer.start()
    try:
        line = process.stdout.readline()
    finally:
        timer.cancel()
    return line, bool(late)


def _refusal(code: int | None) -> HandoutError:
    """What the end of the process without an answer says of the file."""
    if code == TOO_MUCH_MEMORY:
        most = f"{MOST_MEMORY // 1_000_000} MB"
        return HandoutError(f"Inspecting this PDF takes more than {most} of memory.", "Split it, or get a fresh copy.")
    if code == TOO_LONG:
        most = f"{MOST_SECONDS:g} seconds"
        return HandoutError(f"Inspecting this PDF takes more than {most}.", "Split it, or get a fresh copy.")
    return pdfium.damaged()  # it brought PDFium down


def _facts(told: dict[str, Any]) -> PdfFacts:
    """Facts, as they were before they became JSON."""
    texts = {key: told[key] and TextFacts(**told[key]) for key in ("smallest_text", "palest_text", "busy_text")}
    set_lines = {key: told[key] and LineFacts(**told[key]) for key in ("longest_line", "widest_line")}
    lists = {
        "page_sizes": tuple((width, height) for width, height in told["page_sizes"]),
        "fonts": tuple(FontFacts(**font) for font in told["fonts"]),
        "reading_order": tuple(FoundPassage(**passage) for passage in told["reading_order"]),
        "links": tuple(told["links"]),
        "fields": tuple(FieldFacts(**field) for field in told["fields"]),
    }
    return PdfFacts(**{**told, **texts, **set_lines, **lists})
