"""A project's leaflets, a clinic and a workshop → the list of what there is to find, each with all its languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from handoutgen.approval.status import leaflet_statuses
from handoutgen.content.load import LoadedClinic
from handoutgen.content.model import Leaflet
from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.library.files import DEFAULT_LANGUAGE, list_leaflets
from handoutgen.library.peek import LeafletEntry
from handoutgen.service.standing import standing_of
from handoutgen.service.traffic_light import LeafletStanding
from handoutgen.workshop import Workshop

MOST_SEARCH_WORDS = 100
"""Of one leaflet in one language: more would be a file gone wrong."""


class LeafletEdition(Struct, frozen=True):
    """A leaflet in one language."""

    language: str
    title: str
    path: Path
    standing: LeafletStanding
    subtitle: str = ""
    search_words: tuple[str, ...] = ()


class ListedLeaflet(Struct, frozen=True):
    """A leaflet in all its languages. What no file of it says is empty."""

    id: str
    editions: Mapping[str, LeafletEdition]
    """By language tag, in alphabetical order; never empty."""
    code: str = ""
    """The short reference that is printed."""
    other_codes: tuple[str, ...] = ()
    """Codes of record systems (ICD-10, SNOMED CT)."""
    subjects: tuple[str, ...] = ()
    is_medicine: bool = False
    """Whether it is about a medicine: of leaflets that answer alike it comes last, for not everybody takes it."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages it is there in."""
        return tuple(self.editions)

    def edition(self, language: str = DEFAULT_LANGUAGE) -> LeafletEdition:
        """The edition in a language, or else in another form of it, in en-GB, or in the first language."""
        primary = language_of(language).primary
        alike = [tag for tag in self.editions if language_of(tag).primary == primary]
        tags = [language, *alike, DEFAULT_LANGUAGE, *self.editions]
        return next(self.editions[tag] for tag in tags if tag in self.editions)


def listed_leaflets(
    project: Path, clinic: LoadedClinic | None, today: date, workshop: Workshop
) -> tuple[ListedLeaflet, ...]:
    """Every leaflet of the project and of the library, by id, with what is known of it for the clinic. A file that
    cannot be read is listed too, by what can be told of it."""
    entries = list_leaflets(project)
    newest = {(status.id, status.language): status.behind for status in leaflet_statuses(entries, (), today)}
    return tuple(
        listed_leaflet(
            ident,
            [(entry, standing_of(entry, clinic, today, workshop, newest[ident, entry.language])) for entry in each],
            workshop,
        )
        for ident, each in groupby(entries, key=lambda entry: entry.id)
    )


def listed_leaflet(
    ident: str, each: Sequence[tuple[LeafletEntry, LeafletStanding]], workshop: Workshop
) -> ListedLeaflet:
    """One leaflet in its languages, each with what is known of it."""
    read = {entry.language: _read(entry, workshop) for entry, _ in each}
    leaflets = [leaflet for leaflet in read.values() if leaflet]
    codes = (code for leaflet in leaflets for code in (*leaflet.codes.icd10, *leaflet.codes.snomed))
    return ListedLeaflet(
        ident,
        {entry.language: _edition(entry, read[entry.language], standing) for entry, standing in each},
        next((leaflet.code for leaflet in leaflets), ""),
        tuple(dict.fromkeys(codes)),
        tuple(dict.fromkeys(subject for leaflet in leaflets for subject in leaflet.subjects)),
        any(leaflet.kind == "medicine" for leaflet in leaflets),
    )


def _read(entry: LeafletEntry, workshop: Workshop) -> Leaflet | None:
    try:
        return workshop.leaflet(entry.path).leaflet
    except HandoutError:
        return None  # its standing says why


def _edition(entry: LeafletEntry, leaflet: Leaflet | None, standing: LeafletStanding) -> LeafletEdition:
    if leaflet is None:
        return LeafletEdition(entry.language, entry.title or entry.id, entry.path, standing)
    words = leaflet.search_words[:MOST_SEARCH_WORDS]
    return LeafletEdition(entry.language, leaflet.title, entry.path, standing, leaflet.subtitle or "", words)
