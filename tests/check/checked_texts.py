"""The test leaflet and a small clinic with words changed, for tests of single checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from handoutgen.content.load import LoadedClinic, LoadedLeaflet, clinic_from, leaflet_from

FIXTURE = Path(__file__).parents[1] / "content/fixtures/leaflet/en-GB.yaml"
TODAY = date(2026, 11, 22)
PROSE = "    Your knee is a joint. It bends and straightens your leg."


def changed_leaflet(old: str, new: str) -> LoadedLeaflet:
    """The test leaflet with one text changed."""
    text = FIXTURE.read_text(encoding="utf-8")
    assert old in text
    return leaflet_from(text.replace(old, new, 1).encode(), FIXTURE)


def leaflet_with_prose(words: str) -> LoadedLeaflet:
    """The test leaflet with other words in a text that takes lists; lines are indented by four spaces."""
    return changed_leaflet(PROSE, f"    {words}")


def clinic_saying(*lines: str) -> LoadedClinic:
    """A clinic with these lines in its file."""
    text = "\n".join(["id: shore", "name: Shore clinic", *lines]) + "\n"
    return clinic_from(text.encode(), Path("shore.yaml"))
