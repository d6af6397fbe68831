"""The parts of a leaflet in reading order: one list for paper and for every alternative.

Key points, about, causes, symptoms, management, tools, glossary, support, sources, review record; an author's own
sections follow the part they name. Title and main message come before them. When to get help stands right after the
key points or at the very end, and how to reach the clinic at the end: which, is the output's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handoutgen.content.model import Leaflet, Management, Section, Tool
from handoutgen.story.voice import SharedVoice


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of the body. `ident` tells it from the others; `of` is its content where that is not the whole leaflet's
    entries or record."""

    ident: str
    of: Section | Management | Tool | None = None


def body_parts(leaflet: Leaflet) -> Iterator[StoryPart]:
    """The parts after the key points, in reading order. What a leaflet does not have is not among them."""
    yield from _extras(leaflet, "key-points")
    for name, section in (("about", leaflet.about), ("causes", leaflet.causes), ("symptoms", leaflet.symptoms)):
        if section is not None:
            yield StoryPart(name, section)
        yield from _extras(leaflet, name)
    yield StoryPart("management", leaflet.management)
    yield from _extras(leaflet, "management")
    for number, tool in enumerate(leaflet.tools, start=1):
        yield StoryPart(f"tool-{number}", tool)
    yield from _extras(leaflet, "tools")
    for name, entries in (("glossary", leaflet.glossary), ("support", leaflet.support)):
        if entries:
            yield StoryPart(name)
        yield from _extras(leaflet, name)
    yield StoryPart("sources")
    yield StoryPart("review")


def part_title(voice: SharedVoice, part: StoryPart) -> str:
    """The heading of a part: the author's, or the fixed one."""
    own = part.of.title if part.of is not None else None
    return own or voice.word(part.ident)


def _extras(leaflet: Leaflet, name: str) -> Iterator[StoryPart]:
    """The author's sections that follow a part, each with those that follow it."""
    for section in leaflet.sections:
        if section.after == name:
            yield StoryPart(section.id, section)
            yield from _extras(leaflet, section.id)
