"""What can go wrong, turned into a message, a remedy and an exit code.

Content problems are not exceptions but `diagnostics.Diagnostic`s, collected so that all are told at once;
`ContentRefused` carries them to the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handoutgen.diagnostics import Diagnostic

DONE, REFUSED, USAGE, INTERNAL = 0, 1, 2, 3


class HandoutError(Exception):
    """Something the user can mend. `message` says what, `remedy` says how; `exit_code` is what the shell gets."""

    exit_code = REFUSED

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageProblem(HandoutError):  # noqa: N818 - says what it is to staff
    """The command was asked for something that does not exist or makes no sense."""

    exit_code = USAGE


class ContentRefused(HandoutError):  # noqa: N818 - as above
    """The content has errors; `diagnostics` holds all of them, in file order."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        count = sum(d.is_error for d in diagnostics)
        super().__init__(f"{count} problem{'' if count == 1 else 's'} found.")
        self.diagnostics = tuple(diagnostics)


class InternalError(Exception):
    """Our bug: an invariant of the finished file does not hold. No file is written."""

    exit_code = INTERNAL
