"""Findings of the checks, made from a loaded leaflet and a place in it."""

from __future__ import annotations

from functools import partial

from msgspec import Struct, field

from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity


class Findings(Struct):
    """What the checks of one leaflet have found so far."""

    sources: SourceMap
    collected: Collected = field(default_factory=Collected)

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str,
        path: ModelPath,
        start: int | None = None,
        end: int = 0,
    ) -> None:
        """A finding at a value, or from `start` to `end` of its text."""
        make = partial(self._made, code, severity, message, hint, path, start, end)
        self.collected.note(code, severity, make)

    def _made(
        self, code: str, severity: Severity, message: str, hint: str, path: ModelPath, start: int | None, end: int
    ) -> Diagnostic:
        if start is not None:
            span = self.sources.span(path, start, max(1, end - start))
        else:
            span = self.sources.key_span(path) if path and isinstance(path[-1], str) else self.sources.span(path)
        return Diagnostic(code, severity, message, hint, span)

    def begins_a_line(self, path: ModelPath, offset: int) -> bool:
        """Whether a character of a value is the first in its line of the file."""
        span = self.sources.span(path, offset, 1)
        return not self.sources.line_before(span).strip()

    def in_order(self) -> list[Diagnostic]:
        """By place, each once; of a kind with too many, the first."""
        return sorted(self.collected.told(), key=lambda finding: (finding.span.line, finding.span.column, finding.code))
