"""What of the findings is advice, which is told only when it is asked for."""

from __future__ import annotations

import pytest

from handoutgen.check.advice import is_advice
from handoutgen.diagnostics import Diagnostic, Severity, Span


@pytest.mark.parametrize(
    ("code", "severity", "advised"),
    [
        ("HG201", Severity.NOTE, True),
        ("HG201", Severity.WARNING, False),
        ("HG153", Severity.NOTE, False),
        ("HG314", Severity.NOTE, False),
    ],
)
def test_only_a_note_about_plain_words_is_advice(code: str, severity: Severity, advised: bool) -> None:
    assert is_advice(Diagnostic(code, severity, "m", "h.", Span("en-GB.yaml"))) is advised
