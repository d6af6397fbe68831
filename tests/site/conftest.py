"""Two short leaflets, one of them in Welsh too, and two clinics of which one has a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from batch_project import TODAY
from site_project import SITE, SiteProject
from written import written_leaflet


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    """Leaflets back-pain and cramps (also in Welsh), clinics hill (with a site) and lake."""
    made = SiteProject(tmp_path)
    made.write_leaflet("back-pain", "en-GB", written_leaflet("back-pain", "en-GB", TODAY))
    made.write_leaflet("cramps", "en-GB", written_leaflet("cramps", "en-GB", TODAY))
    made.write_leaflet("cramps", "cy", written_leaflet("cramps", "cy", TODAY))
    made.write_clinic("hill", leaflets_at=SITE)
    made.write_clinic("lake", locale="en-US", colour='"#7a1f3d"')
    return made
