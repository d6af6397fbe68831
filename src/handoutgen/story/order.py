"""The parts of a leaflet in reading order: one list for paper and for every alternative.

The leaflet's kind says in which order they stand (`content.kinds`); an author's own sections stand where the kind has
them, in the order in which they are written, or follow the part they name. Title and main message come before all
parts. When to get help stands right after the key points or at the very end, and how to reach the clinic at the end:
which, is the output's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from handoutgen.content.kinds import KINDS, SECTIONS
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, Section
from handoutgen.content.strategies import Management
from handoutgen.content.tools import Tool
from handoutgen.story.voice import SharedVoice


class StoryPart(Struct, frozen=True):
    """A part of the body. `ident` tells it from the others; `of` is its content where that is not the whole leaflet's
    entries or record, `word` the fixed word over it where that is not its name."""

    ident: str
    of: Section | Management | Tool | None = None
    word: str = ""


def body_parts(leaflet: Leaflet) -> Iterator[StoryPart]:
    """The parts after the key points, in reading order. What a leaflet does not have is not among them."""
    yield from _following(leaflet, "key-points")
    for name in KINDS[leaflet.kind].parts:
        if name == SECTIONS:
            yield from _following(leaflet, None)
            continue
        yield from _named(leaflet, name)
        yield from _following(leaflet, name)


def what_to_do_now(leaflet: Leaflet) -> Section | None:
    """The section that says what to do at once, if there is one: steps or a list of things to do, put right after the
    key points by its author."""
    first = next(_following(leaflet, "key-points"), None)
    section = first.of if first else None
    if isinstance(section, Section) and (section.steps or section.do) and not section.subsections:
        return section
    return None


def part_title(voice: SharedVoice, part: StoryPart) -> str:
    """The heading of a part: the author's, or the fixed one."""
    if isinstance(part.of, ExtraSection):
        return section_title(voice, part.of)
    own = part.of.title if part.of is not None else None
    return own or voice.word(part.word or part.ident)


def section_title(voice: SharedVoice, section: ExtraSection) -> str:
    """The heading of an author's section: their own, or the fixed one of a section that many leaflets have."""
    return section.title or voice.word(f"section_{section.id.replace('-', '_')}")


def _named(leaflet: Leaflet, name: str) -> Iterator[StoryPart]:
    """A part of the model, if the leaflet has it; each tool is a part."""
    if name == "tools":
        for number, tool in enumerate(leaflet.tools, start=1):
            yield StoryPart(f"tool-{number}", tool)
    elif name in ("glossary", "support", "sources"):
        if getattr(leaflet, name):
            yield StoryPart(name)
    elif name == "review":
        yield StoryPart(name)
    elif (of := getattr(leaflet, name)) is not None:
        yield fixed_part(leaflet, name, of)


def fixed_part(leaflet: Leaflet, name: str, of: Section | Management) -> StoryPart:
    """A part of the model, with the word that the leaflet's kind has over it."""
    return StoryPart(name, of, KINDS[leaflet.kind].about if name == "about" else "")


def _following(leaflet: Leaflet, name: str | None) -> Iterator[StoryPart]:
    """The author's sections that follow a part (None: that follow none by name), each with those that follow it."""
    for section in leaflet.sections:
        if section.after == name:
            yield StoryPart(section.id, section)
            yield from _following(leaflet, section.id)
