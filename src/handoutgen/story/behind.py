"""The parts of a translation that its source has left behind → what a reader sees over them, for the record.

What keeps a reader safe is never among them: a leaflet in which that is behind is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.content.model import Leaflet
from handoutgen.story.help import help_title
from handoutgen.story.order import fixed_part, part_title, section_title
from handoutgen.story.voice import SharedVoice
from handoutgen.translation.parts import names_of


def titles_behind(voice: SharedVoice, leaflet: Leaflet, keys: Sequence[str]) -> tuple[str, ...]:
    """Each title once, in the order of the parts; nothing of a part that this form of the leaflet has not."""
    titles = dict(_titles(voice, leaflet))
    found = (titles.get(key) or titles.get(_above(key)) for key in keys)
    return tuple(dict.fromkeys(title for title in found if title))


def _above(key: str) -> str:
    """What a part is below: strategies.stretch of strategies.stretch.how, help of help.title."""
    first, *rest = key.split(".")
    return ".".join([first, *rest[:1]]) if first in ("strategies", "sections", "tools") else first


def _titles(voice: SharedVoice, leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    for key in ("title", "subtitle", "main_message"):
        yield key, leaflet.title
    yield "key_points", voice.word("key_points")
    for name in ("about", "causes", "symptoms", "management"):
        if (of := getattr(leaflet, name)) is not None:
            yield name, part_title(voice, fixed_part(leaflet, name, of))
    yield "management.uncertainty", voice.word("uncertainty")
    yield from ((f"strategies.{each.id}", each.title) for each in leaflet.strategies)
    yield from ((f"sections.{each.id}", section_title(voice, each)) for each in leaflet.sections)
    named = zip(names_of(leaflet.tools), leaflet.tools, strict=True)
    yield from ((f"tools.{name}", tool.title) for name, tool in named)
    yield "help", help_title(voice, leaflet.help.title)
    yield from ((name, voice.word(name)) for name in ("glossary", "support", "review"))
