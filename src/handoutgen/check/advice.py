"""Which findings are advice: plainer words that an editor may as well leave, told only when they are asked for."""

from __future__ import annotations

from handoutgen.codes import PLAIN
from handoutgen.diagnostics import Diagnostic, Severity


def is_advice(finding: Diagnostic) -> bool:
    """Whether a finding is a note about plain words. What keeps readers safe never is, nor are notes of other things,
    such as fixed words that nobody has read."""
    return finding.severity is Severity.NOTE and finding.code in PLAIN.meanings
