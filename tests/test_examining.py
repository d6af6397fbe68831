"""What is known of content before layout: the same for who checks and for who builds, and quick to ask for."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from handoutgen.examining import examine, examine_clinic
from handoutgen.readings import Readings
from handoutgen.workshop import Workshop

PROJECT = Path(__file__).parents[1]
LEAFLET = PROJECT / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
TODAY = date(2030, 1, 1)
"""When the review is overdue, so that something is found."""
HEAVY = ("reportlab", "handoutgen.layout", "handoutgen.pdf", "handoutgen.alternatives", "handoutgen.workshop")


def test_who_only_reads_finds_what_who_builds_does() -> None:
    readings, workshop = Readings(), Workshop()
    found = examine(readings.leaflet(LEAFLET), None, TODAY, readings)
    assert found == examine(workshop.leaflet(LEAFLET), None, TODAY, workshop)
    assert "HG101" in [finding.code for finding in found]
    clinic = PROJECT / "clinics" / "riverside-neurology.yaml"
    assert examine_clinic(readings.clinic(clinic), readings) == examine_clinic(workshop.clinic(clinic), workshop)


def test_a_check_loads_nothing_that_lays_out_or_draws() -> None:
    code = (
        "import sys\nfrom handoutgen.cli.boundary import guarded\nfrom handoutgen.cli.entry import app\n"
        "assert guarded(app, ['check', 'preventing-falls']) == 0\nprint(*sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    loaded = told.splitlines()[-1].split()
    assert "handoutgen.examining" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []
