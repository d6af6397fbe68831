"""What goes to a worker and what comes back: plain values that travel between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from handoutgen.batch.digest import Program
from handoutgen.batch.payload import Payload
from handoutgen.diagnostics import Diagnostic
from handoutgen.formats import Options


class Task(Struct, frozen=True):
    """One row as it travels. `program` is what must build it."""

    leaflet: Payload
    clinic: Payload | None
    format: str
    size: str
    today: date
    allow_expired: str | None
    options: Options
    program: Program


class Untold(NamedTuple):
    """What a form leaves out of its leaflet: a code of `codes.ROOM`, and what it says."""

    code: str
    message: str


class Made(Struct, frozen=True):
    """A finished, verified file."""

    data: bytes
    sha256: str
    pages: int
    sheets: int
    version: str
    next_review: str
    warnings: int
    left_out: tuple[Untold, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no file. Plain values: our exceptions do not survive a journey between processes."""

    kind: Literal["usage", "refused", "internal"]
    message: str
    remedy: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    details: str = field(default="", compare=False)
    """For programmers: the traceback."""
    is_of_the_form: bool = False
    """Whether the content is good, and only this form cannot be made of it: a diary of a leaflet that has none."""

    @property
    def in_one_line(self) -> str:
        """For the manifest."""
        errors = [finding for finding in self.diagnostics if finding.is_error]
        if not errors:
            return self.message
        first, more = errors[0], len(errors) - 1
        place = f"{first.span.file}:{first.span.line}"
        return f"{place} {first.code} {first.message}" + (f" (and {more} more)" if more else "")


Result = Made | Failure
