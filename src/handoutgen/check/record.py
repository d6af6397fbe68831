"""What trusts ask a leaflet's record for, beyond what every leaflet must say: what is not there is told in one note."""

from __future__ import annotations

from handoutgen.check.findings import Findings
from handoutgen.content.model import Leaflet
from handoutgen.diagnostics import Severity

ASKED_FOR = ("authors", "need", "audience", "equality", "reader_testing", "feedback_to", "licences")
"""Keys of the record that PIF TICK and most trusts' policies ask for."""


def check_record(leaflet: Leaflet, findings: Findings) -> None:
    """One note that names what the record lacks; and one for sources that nobody has read again."""
    lacking = [key for key in ASKED_FOR if not getattr(leaflet.review, key)]
    if leaflet.sources and not any(source.checked for source in leaflet.sources):
        hint = "add checked: with the day to the sources that were read."
        findings.add("HG128", Severity.NOTE, "no source says when it was last read", hint, ("sources",))
    if lacking:
        message = f"the record does not say: {', '.join(lacking)}"
        findings.add(
            "HG128",
            Severity.NOTE,
            message,
            "write them below review: as trusts ask for them; a new starter has a line for each.",
            ("review",),
        )
