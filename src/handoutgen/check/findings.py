"""Findings of the checks, made from a loaded leaflet and a place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Severity


@dataclass(slots=True)
class Findings:
    """What the checks of one leaflet have found so far."""

    sources: SourceMap
    found: list[Diagnostic] = field(default_factory=list)

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
        if start is None:
            span = self.sources.key_span(path) if path and isinstance(path[-1], str) else self.sources.span(path)
        else:
            span = self.sources.span(path, start, max(1, end - start))
        self.found.append(Diagnostic(code, severity, message, hint, span))

    def in_order(self) -> list[Diagnostic]:
        """By place, each once."""
        once = dict.fromkeys(self.found)
        return sorted(once, key=lambda finding: (finding.span.line, finding.span.column, finding.code))
