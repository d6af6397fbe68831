"""Braille for tests: what tells whether a computer can make it, and one leaflet in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.alternatives.braille.liblouis import is_installed
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.model import Leaflet
from handoutgen.story.passages import Story
from handoutgen.story.telling import tell
from handoutgen.story.voice import Voice
from handoutgen.workshop import Workshop, voice_for

needs_liblouis = pytest.mark.skipif(not is_installed(), reason="no liblouis here: apt install liblouis20 liblouis-data")


def told(workshop: Workshop, leaflet: Path, clinic: Path | None = None) -> tuple[Story, Leaflet, Voice]:
    """The whole story of a leaflet, and what it was told from."""
    whose = workshop.clinic(clinic).clinic if clinic else None
    loaded = workshop.leaflet(leaflet)
    whole, voice = for_tags(loaded.leaflet, tags_of(whose)), voice_for(loaded, whose)
    return tell(whole, voice), whole, voice
