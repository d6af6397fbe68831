"""The parts of a leaflet to write on: a diary, a checklist, questions. They are a sheet of their own, which a clinic
prints as often as it is needed; the whole leaflet has them only if it is asked for with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Leaflet
from handoutgen.story.voice import SharedVoice


def without_write_on(leaflet: Leaflet) -> tuple[Leaflet, tuple[str, ...]]:
    """The leaflet without them, and their titles."""
    if not leaflet.tools:
        return leaflet, ()
    return leaflet.model_copy(update={"tools": ()}), tuple(tool.title for tool in leaflet.tools)


def sheet_to_ask_for(voice: SharedVoice, titles: Sequence[str]) -> str:
    """What is on the sheet, and whom to ask for it."""
    return voice.word("write_on_ask", titles=f"{voice.word('between_items')} ".join(titles))
