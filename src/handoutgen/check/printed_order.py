"""Parts that an author wrote before the sections and that print after them: told, as no file shows it."""

from __future__ import annotations

from handoutgen.check.findings import Findings
from handoutgen.content.kinds import KINDS, SECTIONS
from handoutgen.content.model import Leaflet
from handoutgen.diagnostics import Severity


def check_printed_order(leaflet: Leaflet, findings: Findings) -> None:
    """A note for each of symptoms, causes and management that stands above the sections, where its kind prints it below
    them. Where the parts of a condition stand is as their author expects it."""
    parts = KINDS[leaflet.kind].parts
    if not leaflet.sections:
        return
    begins = findings.sources.key_span(("sections",)).line
    for name in parts[parts.index(SECTIONS) + 1 :]:
        if name not in ("symptoms", "causes", "management") or getattr(leaflet, name) is None:
            continue
        if findings.sources.key_span((name,)).line < begins:
            message = f'"{name}" stands before the sections and prints after them, in a leaflet of this kind'
            hint = "to have it first, write it as a section with an id of your own; or move it below the sections."
            findings.add("HG134", Severity.NOTE, message, hint, (name,))
