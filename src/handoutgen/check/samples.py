"""What a starter brought and nobody has changed: no such text, name or number may reach a patient."""

from __future__ import annotations

from pydantic import BaseModel

from handoutgen.check.findings import Findings
from handoutgen.content.authoring.samples import samples_in
from handoutgen.content.nearest import shortened
from handoutgen.diagnostics import Severity

SAMPLE = "HG125"


def check_samples(model: BaseModel, findings: Findings) -> None:
    """An error for each text of a leaflet or clinic that is still a sample."""
    for path, text in samples_in(model):
        if not findings.sources.says(path):
            continue  # made from another text, which is told
        message = f'"{shortened(text)}" is a sample that came with the starter'
        findings.add(
            SAMPLE, Severity.ERROR, message, "write your own in its place, or take it away.", path, 0, len(text)
        )
