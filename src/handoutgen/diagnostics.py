"""A problem in somebody's content (what, how bad, where, how to mend it), and its look as text and JSON.

The text form shows the lines with carets under the place, as compilers do. Columns on screen follow what a terminal
shows: tabs, wide and combining characters are counted, control and direction signs are shown as codes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

TAB = 4
MOST_OF_A_KIND = 50
"""So many findings of one kind are told; of the others, how many there are."""
EXCERPT_WIDTH = 100
MOST_FOR_EXCERPTS = 2_000_000
"""Bytes of a file that are read to show its lines; content files are smaller."""
"""Columns of a line shown around the place; what lies beyond is cut and marked with …"""
_LINE_END = re.compile(r"\r\n|\n|\r")
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}
_RESET = "\x1b[0m"


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning is for a person to judge."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True):
    """A place in a file. Lines and columns count from 1; `end_column` is one past the last character."""

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class Diagnostic(Struct, frozen=True):
    """One finding. `code` is stable (HG021); `message` says what is wrong, `hint` how to mend it."""

    code: str
    severity: Severity
    message: str
    hint: str
    span: Span
    label: str = ""
    """Said beside the carets, such as: did you mean "stretch"?"""
    also: tuple[Span, ...] = ()
    """Other places the finding is about, such as the first of two equal keys."""
    also_label: str = "the first one"
    """Said beside the carets of the other places."""

    @property
    def is_error(self) -> bool:
        """Whether this finding stops a build."""
        return self.severity is Severity.ERROR


class Collected(Struct):
    """Findings as they come: the first of each kind whole, of the others how many there are. A file may have more
    problems than anybody reads, or than there is time to find the places of."""

    _kept: dict[Diagnostic, None] = field(default_factory=dict)
    _last: dict[tuple[str, Severity], Diagnostic] = field(default_factory=dict)
    _counts: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def note(self, code: str, severity: Severity, make: Callable[[], Diagnostic]) -> None:
        """Keep a finding, which is made only if it is to be told."""
        kind = (code, severity)
        self._counts[kind] += 1
        if self._counts[kind] <= MOST_OF_A_KIND:
            self._last[kind] = make()
            self._kept[self._last[kind]] = None

    def keep(self, finding: Diagnostic) -> None:
        """Keep a finding that is made already."""
        self.note(finding.code, finding.severity, lambda: finding)

    def told(self) -> list[Diagnostic]:
        """Each finding once, as they came; for a kind with too many, one more that counts the rest."""
        more = [
            replace(last, message=f"{count - MOST_OF_A_KIND} more findings of the kind {last.code} are not told",
                    hint="mend those that are told, then check again.", label="", also=())
            for kind, last in self._last.items() if (count := self._counts[kind]) > MOST_OF_A_KIND
        ]  # fmt: skip
        return [*self._kept, *more]


def first_of_each_kind(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings that are made already, as `Collected` tells them."""
    collected = Collected()
    for finding in findings:
        collected.keep(finding)
    return collected.told()


def render_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str] | None = None, colour: bool = False
) -> str:
    """Findings as people read them, an empty line between two. `sources` holds the text of files by name; a file
    that is not in it is read from disk, and where that fails the excerpt is left out."""
    texts = LinesOfFiles(sources or {})
    return "\n".join(_render_one(finding, texts, colour) for finding in diagnostics)


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Findings for programs; the keys are stable."""
    return json.dumps([describe(finding) for finding in diagnostics], ensure_ascii=True, indent=2) + "\n"


def describe(finding: Diagnostic) -> dict[str, Any]:
    """One finding as plain values with stable keys."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "label": finding.label,
        **_describe_span(finding.span),
        "also": [_describe_span(span) for span in finding.also],
    }


def printable(text: str) -> str:
    """The text with control, direction and other invisible signs as codes: a file must not steer the terminal."""
    return "".join(_shown(character) for character in text)


def _describe_span(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


class LinesOfFiles:
    """Lines of the files that findings are about; what is not in `sources` is read from the disk."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._lines: dict[str, list[str]] = {}

    def line(self, file: str, number: int) -> str | None:
        """A line of a file, counted from 1; None where there is none to be read."""
        if file not in self._lines:
            text = self._text(file)
            self._lines[file] = [] if text is None else _LINE_END.split(text)
        lines = self._lines[file]
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def _text(self, file: str) -> str | None:
        if file in self._sources:
            return self._sources[file]
        try:
            with Path(file).open("rb") as stream:  # no more than an excerpt needs of a file that may be huge
                return stream.read(MOST_FOR_EXCERPTS).decode("utf-8-sig", "replace")
        except (OSError, ValueError):
            return None


def _render_one(finding: Diagnostic, texts: LinesOfFiles, colour: bool) -> str:
    span = finding.span
    place = f"{span.file}:{span.line}:{span.column}" if span.line else span.file
    word = "" if finding.is_error else f"{finding.severity.value}: "
    code = f"{_COLOURS[finding.severity]}{finding.code}{_RESET}" if colour else finding.code
    head = f"{printable(place)}  {code} {word}{printable(finding.message)}"
    excerpt = _excerpt(span, texts, finding.label, context=True)
    for other in finding.also:
        excerpt += _excerpt(other, texts, finding.also_label, context=False)
    return "\n".join([head, *excerpt, f"  Fix: {printable(finding.hint)}", ""])


def _excerpt(span: Span, texts: LinesOfFiles, label: str, context: bool) -> list[str]:
    line = texts.line(span.file, span.line)
    if not span.line or line is None:
        return [f"  {printable(label)}"] if label else []
    width = len(str(span.line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    shown, before, under = _cut(line, span.column - 1, end)
    above = texts.line(span.file, span.line - 1) if context else None
    lines = [] if above is None or not above.strip() else [f"  {span.line - 1:>{width}} | {_cut(above, 0, 1)[0]}"]
    carets = f"  {' ' * width}   {' ' * before}{'^' * under}"
    return [*lines, f"  {span.line} | {shown}".rstrip(), f"{carets} {printable(label)}".rstrip()]


def _cut(line: str, start: int, end: int) -> tuple[str, int, int]:
    """A line as shown around a place, the columns before the place, and the columns it takes (at least one)."""
    cells = _cells(line)
    start = min(max(start, 0), len(cells))
    end = min(max(end, start), len(cells))
    # A mark that sits on the letter before it has no column of its own.
    while 0 < start < len(cells) and not cells[start][1]:
        start -= 1
    first = _first_shown(cells, start, end)
    left = "…" if first else ""
    before = len(left) + sum(width for _, width in cells[first:start])
    last, room = first, EXCERPT_WIDTH
    while last < len(cells) and room >= cells[last][1]:
        room -= cells[last][1]
        last += 1
    right = "…" if last < len(cells) else ""
    under = sum(width for _, width in cells[start : min(end, last)])
    return left + "".join(text for text, _ in cells[first:last]) + right, before, max(1, under)


def _first_shown(cells: list[tuple[str, int]], start: int, end: int) -> int:
    """Where to begin so that the place is well inside what is shown."""
    total = sum(width for _, width in cells)
    until = sum(width for _, width in cells[: min(end, start + EXCERPT_WIDTH // 2)])
    if total <= EXCERPT_WIDTH or until <= EXCERPT_WIDTH * 3 // 4:
        return 0
    first, room = start, EXCERPT_WIDTH // 3
    while first > 0 and room >= cells[first - 1][1]:
        first -= 1
        room -= cells[first][1]
    return first


def _cells(line: str) -> list[tuple[str, int]]:
    """Each character as shown, with the columns it takes in a terminal."""
    cells: list[tuple[str, int]] = []
    column = 0
    for character in line:
        width = TAB - column % TAB if character == "\t" else _width(character)
        cells.append((" " * width if character == "\t" else _shown(character), width))
        column += width
    return cells


def _shown(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs" or character == "\u200d":
        return character  # the joiner of emoji and of Indic letters is part of them
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _width(character: str) -> int:
    shown = _shown(character)
    if len(shown) > 1:
        return len(shown)
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
