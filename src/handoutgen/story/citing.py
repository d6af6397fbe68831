"""Which parts of a leaflet rest on which sources: help, sections, strategies, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Section, SectionContent
from handoutgen.content.strategies import Management
from handoutgen.story.help import help_title, levels_of
from handoutgen.story.order import body_parts, part_title
from handoutgen.story.voice import SharedVoice


class NamesSources(Protocol):
    """A part that names what it rests on, such as a strategy."""

    @property
    def title(self) -> str:
        """As printed."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids, in any order."""


class Citing(Struct, frozen=True):
    """Parts that rest on the same sources: their titles as printed, and the ids of the sources."""

    title: str
    sources: tuple[str, ...]


def citing_parts(voice: SharedVoice, leaflet: Leaflet) -> list[Citing]:
    """Every part that names sources, in reading order; parts that rest on the very same are one. What a subsection, an
    aside or a level of help names counts for the part it stands in. None where there is one source: all rests on it."""
    if len(leaflet.sources) < 2:
        return []
    titles: dict[frozenset[str], list[str]] = {}
    ids: dict[frozenset[str], tuple[str, ...]] = {}
    for title, sources in _named(voice, leaflet):
        if sources:
            titles.setdefault(frozenset(sources), []).append(title)
            ids.setdefault(frozenset(sources), tuple(dict.fromkeys(sources)))
    return [Citing(", ".join(dict.fromkeys(titles[key])), ids[key]) for key in titles]


def _named(voice: SharedVoice, leaflet: Leaflet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Title and sources of each part, with repetitions."""
    of_help = tuple(ident for _, level in levels_of(leaflet.help) for ident in level.sources)
    yield help_title(voice, leaflet.help.title), of_help
    for part in body_parts(leaflet):
        if isinstance(part.of, Section):
            stretches: tuple[SectionContent, ...] = (part.of, *part.of.subsections)
            ids = [ident for stretch in stretches for ident in stretch.sources]
            of_asides = (ident for stretch in stretches for aside in stretch.callouts for ident in aside.sources)
            yield part_title(voice, part), (*ids, *of_asides)
        elif isinstance(part.of, Management):
            yield from _of_management(voice, part.of)


def _of_management(voice: SharedVoice, management: Management) -> Iterator[tuple[str, tuple[str, ...]]]:
    for strategy in management.strategies:
        asides = (ident for callout in strategy.callouts for ident in callout.sources)
        yield strategy.title, (*strategy.sources, *asides)
    if management.uncertainty:
        yield voice.word("uncertainty"), management.uncertainty_sources
