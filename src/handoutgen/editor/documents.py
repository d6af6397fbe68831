"""Files that are open in an editor: their text and findings, and places as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from msgspec import Struct

from handoutgen.diagnostics import Diagnostic, Severity, Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.NOTE: 3}
EditorPlace = dict[str, int]
"""A line, and a character of it in units of UTF-16, both from 0."""


def path_of(address: str) -> Path | None:
    """The file of an address; None for what is no file of this computer."""
    parts = urlsplit(address)
    return Path(url2pathname(unquote(parts.path))) if parts.scheme == "file" else None


class Document(Struct):
    """A file as it stands in the editor."""

    address: str
    path: Path
    text: str
    version: int | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def data(self) -> bytes:
        """Its bytes, if it were saved now."""
        return self.text.encode("utf-8", "replace")

    def place(self, line: int, column: int) -> EditorPlace:
        """A line and a column of ours, both from 1, as the editor counts them."""
        return {"line": max(line, 1) - 1, "character": _units(self._line(line)[: max(column, 1) - 1])}

    def place_at(self, index: int) -> EditorPlace:
        """The same for an index into the text."""
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(starts, index) - 1
        return {"line": line, "character": _units(self.text[starts[line] : index])}

    def range_of(self, span: Span) -> dict[str, EditorPlace]:
        """From where to where a finding is about; of the file as a whole, its first line."""
        if not span.line:
            return {"start": {"line": 0, "character": 0}, "end": self.place(1, len(self._line(1)) + 1)}
        return {"start": self.place(span.line, span.column), "end": self.place(span.end_line, span.end_column)}

    def told(self) -> list[dict[str, Any]]:
        """Its findings as the protocol has them."""
        return [
            {
                "range": self.range_of(each.span),
                "severity": _SEVERITIES[each.severity],
                "code": each.code,
                "source": "handoutgen",
                "message": f"{each.message}\n{each.hint}",
            }
            for each in self.findings
        ]

    def at(self, place: EditorPlace) -> list[Diagnostic]:
        """The findings at a place."""
        here = (place["line"], place["character"])
        return [each for each in self.findings if _within(here, self.range_of(each.span))]

    def whole(self) -> dict[str, EditorPlace]:
        """All of the text."""
        return {"start": {"line": 0, "character": 0}, "end": self.place_at(len(self.text))}

    def _line(self, number: int) -> str:
        lines = _LINE_END.split(self.text)
        return lines[number - 1] if 1 <= number <= len(lines) else ""


def _within(here: tuple[int, int], area: dict[str, EditorPlace]) -> bool:
    start, end = ((area[key]["line"], area[key]["character"]) for key in ("start", "end"))
    return start <= here <= end


def overlap(one: dict[str, EditorPlace], other: dict[str, EditorPlace]) -> bool:
    """Whether two ranges have a place in common."""
    starts, ends = ([(each[key]["line"], each[key]["character"]) for each in (one, other)] for key in ("start", "end"))
    return starts[0] <= ends[1] and starts[1] <= ends[0]


def _units(text: str) -> int:
    """How long a text is in units of UTF-16, as the protocol counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
