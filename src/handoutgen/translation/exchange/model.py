"""What stands in a file for translators, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import ContentRefused

MOST_BYTES = 8_000_000
MOST_TEXTS = 20_000
"""A leaflet's file has at most as many values."""
NO_FILE, NO_TEXT = "HG327", "HG328"
"""Codes of what is wrong with the file as a whole, and with one of its texts."""


class ExchangeState(StrEnum):
    """How far a text is translated, in the words of XLIFF 2."""

    INITIAL = "initial"
    """Not translated, or translated from words that the source does not say any more."""
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    """A native reader has checked it."""
    FINAL = "final"
    """And the leaflet is approved."""


IN_ORDER = tuple(ExchangeState)


class ExchangeText(Struct, frozen=True):
    """A text in both languages, in the small Markdown. `target` is empty where there is no translation."""

    name: str
    """ "strategies.stretching.how.1.steps.3", as `translation.parts` names texts."""
    source: str
    target: str
    state: ExchangeState = ExchangeState.INITIAL
    part: str = ""
    """The part that it belongs to; not read back."""
    note: str = ""
    """What a translator should know; not read back."""
    line: int = 0
    """Where it stands in a file that was read."""


class ExchangeFile(Struct, frozen=True):
    """All texts that go out or came in, with the leaflet and both languages."""

    leaflet: str
    source_language: str
    target_language: str
    texts: tuple[ExchangeText, ...]
    source_version: str = ""
    """Not read back: texts are compared, not versions."""


def finding(file: Path, code: str, message: str, hint: str, line: int = 1) -> Diagnostic:
    """An error in a file for translators."""
    return Diagnostic(code, Severity.ERROR, message, hint, Span(file.as_posix(), line, 1, line, 1))


def refusal(file: Path, message: str, hint: str, line: int = 1) -> ContentRefused:
    """A file that cannot be read, to be raised."""
    return ContentRefused([finding(file, NO_FILE, message, hint, line)])


def refuse_too_much(file: Path, data: bytes) -> None:
    """Raises ContentRefused for a file that is larger than any leaflet's could be."""
    if len(data) > MOST_BYTES:
        raise refusal(file, f"the file is larger than {MOST_BYTES // 1_000_000} MB", "check that it is the right file.")


def lowest(states: Sequence[ExchangeState]) -> ExchangeState:
    """Of the pieces of a text, the state of the one that is least far."""
    return min(states, key=IN_ORDER.index, default=ExchangeState.INITIAL)
