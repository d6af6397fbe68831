"""Days on which something was done, by what a leaflet says, and which have not come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handoutgen.check import check_leaflet
from handoutgen.check.days_to_come import check_days_to_come
from handoutgen.check.findings import Findings
from handoutgen.content.load import LoadedLeaflet, leaflet_from
from handoutgen.diagnostics import Diagnostic
from story.small_leaflet import LEAFLET


def told(loaded: LoadedLeaflet, today: date) -> list[Diagnostic]:
    findings = Findings(loaded.sources)
    check_days_to_come(loaded.leaflet, today, findings)
    return findings.in_order()


@pytest.mark.parametrize(
    ("keys", "place", "is_error"),
    [
        ({"published": "2031-01-01", "last_reviewed": "2031-01-01"}, "published", False),
        ({"last_reviewed": "2031-01-01"}, "last_reviewed", False),
        ({"changes": [{"version": "1.0", "date": "2031-01-01", "what": "All."}]}, "date", False),
        ({"status": "approved", "approvals": [{"role": "Nurse", "date": "2031-01-01"}]}, "date", True),
    ],
)
def test_a_day_that_has_not_come_is_told(keys: dict[str, Any], place: str, is_error: bool) -> None:
    given = {**LEAFLET, "review": {**LEAFLET["review"], "next_review": "2033-01-01", **keys}}
    loaded = leaflet_from(json.dumps(given, indent=1).encode(), Path("en-GB.yaml"))
    first, *_ = told(loaded, date(2026, 11, 28))
    line = loaded.sources.text.splitlines()[first.span.line - 1]
    assert (line.split('"')[1], first.code, first.is_error) == (place, "HG104", is_error)
    assert "write the day" in first.hint
    assert told(loaded, date(2031, 1, 1)) == []
    assert set(told(loaded, date(2026, 11, 28))) <= set(check_leaflet(loaded, today=date(2026, 11, 28)))
