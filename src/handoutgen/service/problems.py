"""Failures → exit codes, and objects for programs: the same for every face. The keys are stable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handoutgen import __version__, diagnostics
from handoutgen.errors import INTERNAL, REFUSED, USAGE, ContentRefused, HandoutError, InternalError

OUR_FAULT = (
    f"This is a fault in handoutgen {__version__}, not in your leaflet, and no broken file was written. "
    'Please report it with the command you used and what "handoutgen --debug ..." prints.'
)


def exit_code_of(problem: Exception) -> int:
    """The exit code that a failure stands for."""
    return problem.exit_code if isinstance(problem, HandoutError) else INTERNAL


def joint_exit_code(codes: Iterable[int]) -> int:
    """One exit code for all: our fault outweighs everything, then whatever they all share, then "some failed"."""
    different = set(codes)
    if INTERNAL in different:
        return INTERNAL
    return different.pop() if len(different) == 1 else REFUSED


def problem_object(problem: Exception) -> dict[str, Any]:
    """A failure as an object: kind (usage, refused or internal), message, remedy, diagnostics."""
    code = exit_code_of(problem)
    if isinstance(problem, HandoutError):
        message, remedy = problem.message, problem.remedy
    else:
        message, remedy = own_words(problem), OUR_FAULT
    found = problem.diagnostics if isinstance(problem, ContentRefused) else ()
    return {
        "kind": {USAGE: "usage", INTERNAL: "internal"}.get(code, "refused"),
        "message": message,
        "remedy": remedy,
        "diagnostics": [diagnostics.describe(finding) for finding in found],
    }


def own_words(problem: Exception) -> str:
    """What an unexpected failure says of itself, in one line, for a report to us."""
    words = next(iter(str(problem).strip().splitlines()), "")
    if isinstance(problem, InternalError) and words:
        return words
    return f"{type(problem).__name__}: {words}" if words else type(problem).__name__
