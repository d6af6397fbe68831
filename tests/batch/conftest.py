"""A small project to build from: two short leaflets, three clinics, and a plan to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from batch_project import TODAY, Project
from written import written_leaflet


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Leaflets back-pain and cramps (also in Welsh), clinics hill, lake and shore."""
    made = Project(tmp_path)
    made.write_leaflet("back-pain", "en-GB", written_leaflet("back-pain", "en-GB", TODAY))
    made.write_leaflet("cramps", "en-GB", written_leaflet("cramps", "en-GB", TODAY))
    made.write_leaflet("cramps", "cy", written_leaflet("cramps", "cy", TODAY))
    made.write_clinic("hill", tags="[uk, pool]")
    made.write_clinic("lake", paper="letter", tags="[us]", languages="[en-US, cy]")
    made.write_clinic("shore", tags="[uk]", colour='"#7a1f3d"')
    return made
