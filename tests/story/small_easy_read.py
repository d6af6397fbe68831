"""A leaflet with an Easy Read that says all that keeps its readers safe: what tests of it start from."""

from __future__ import annotations

from typing import Any

from handoutgen.content.model import Leaflet
from handoutgen.story.safety_parts import safety_parts
from story.small_leaflet import LEAFLET, leaflet

ICON = {"icon": "phone", "alt": "A phone"}
LEVELS = ("emergency", "urgent", "routine")


def pair(text: str, *says: str, **more: Any) -> dict[str, Any]:
    """A sentence with a picture."""
    return {"text": text, "picture": dict(ICON), **({"says": list(says)} if says else {}), **more}


def easy_read_for(content: Leaflet, **changes: Any) -> dict[str, Any]:
    """An Easy Read of any leaflet: a pair for each thing that keeps readers safe, a part for each level of help."""
    names = [part.name for part in safety_parts(content)]
    parts: list[dict[str, Any]] = [{"title": "About this", "pairs": [pair("This is about cramps.")]}]
    for key in LEVELS:
        told = [name for name in names if name.startswith(f"help.{key}.")]
        if told:
            pairs = [pair(f"This is sign {number}.", name) for number, name in enumerate(told, start=1)]
            parts.append({"title": f"Help that is {key}", "help_level": key, "pairs": pairs})
    others = [name for name in names if not name.startswith("help.")]
    rest = [pair(f"Take care of thing {number}.", name) for number, name in enumerate(others, start=1)]
    parts += [{"title": "Stay safe", "pairs": rest[at : at + 30]} for at in range(0, len(rest), 30)]
    return {"title": "Cramps. Easy Read", "tested": "Nobody has tried it yet.", "parts": parts, **changes}


def with_easy_read(content: dict[str, Any] | None = None, **changes: Any) -> Leaflet:
    """The small leaflet, some of its keys changed, with an Easy Read that leaves nothing out."""
    values = {**LEAFLET, **(content or {})}
    return leaflet(**values, easy_read=easy_read_for(leaflet(**values), **changes))
