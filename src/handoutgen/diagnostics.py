"""A problem in somebody's content: what, how bad, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning is for a person to judge."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file. Lines and columns count from 1; `end_column` is one past the last character."""

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
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

    @property
    def is_error(self) -> bool:
        """Whether this finding stops a build."""
        return self.severity is Severity.ERROR
