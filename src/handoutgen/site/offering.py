"""A plan's rows and a day → what each clinic may offer on its site, and what it must not.

The traffic light decides, as it does for whoever prints: what it blocks without a way round, and what is overdue where
nobody has given a reason, is not made and not linked. Its page stays and says whom to ask.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.approval.status import leaflet_statuses
from handoutgen.batch.entry import ManifestEntry
from handoutgen.batch.matrix import Row
from handoutgen.content.load import LoadedClinic
from handoutgen.content.record import Review
from handoutgen.errors import HandoutError
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet, listed_leaflet
from handoutgen.library.files import list_leaflets
from handoutgen.library.peek import LeafletEntry, peek_leaflet
from handoutgen.library.sources import source_path
from handoutgen.service.standing import standing_unchecked
from handoutgen.service.traffic_light import Blocks, LeafletStanding, LeafletState, LightReason
from handoutgen.site.listed import ListedClinic, ListedEdition
from handoutgen.site.places import WEB_PAGE, page_of_leaflet
from handoutgen.story.addresses import place_of_page
from handoutgen.workshop import Workshop


class PrintedText(NamedTuple):
    """What a leaflet's paper says of its version."""

    version: str
    date: date
    code: str
    """The short code of its text, in groups (`approval.short_code`)."""


class OfferedLeaflet(Struct, frozen=True):
    """A leaflet on a clinic's site."""

    listed: ListedLeaflet
    states: Mapping[str, LeafletState]
    """By language."""
    withheld: Mapping[str, LightReason]
    """The languages in which it is not offered, each with why."""
    printed: Mapping[str, PrintedText]
    """By language, as far as it can be read, what paper that is printed now says of itself."""
    files: Mapping[str, tuple[ManifestEntry, ...]] = field(default_factory=dict)
    """By language, what is there to read and to print."""
    standing_pages: frozenset[str] = frozenset()
    """The languages whose files cannot be read, and whose pages stay as they were: how they stand, nobody knows."""
    unsure: frozenset[str] = frozenset()
    """The languages that may be behind another one, whose file cannot be read."""

    def is_offered(self, language: str) -> bool:
        """Whether it may be read in a language."""
        return language not in self.withheld

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages in which it may be read."""
        return tuple(tag for tag in self.listed.editions if tag not in self.withheld)

    def edition(self, language: str) -> LeafletEdition:
        """The edition to show in a list: one that may be read, in this language if there is."""
        shown = {tag: each for tag, each in self.listed.editions.items() if tag not in self.withheld}
        return replace(self.listed, editions=shown or self.listed.editions).edition(language)

    def listing(self, language: str) -> ListedEdition:
        """What a list says of it in a language."""
        listed, edition = self.listed, self.listed.editions[language]
        return ListedEdition(
            self.withheld.get(language), edition.subtitle, edition.search_words, listed.code, listed.other_codes,
            listed.subjects, listed.is_medicine,
        )  # fmt: skip


class ClinicShelf(Struct, frozen=True):
    """One clinic's leaflets, or those for no clinic."""

    id: str
    clinic: LoadedClinic | None
    leaflets: tuple[OfferedLeaflet, ...]
    order: tuple[str, ...]
    """The ids of the plan's leaflets, those that cannot be read among them."""

    def page(self, leaflet: OfferedLeaflet, language: str) -> str:
        """Where a leaflet's own page stands."""
        return page_of_leaflet(self.id, leaflet.listed.id, language)

    @property
    def listed(self) -> ListedClinic:
        """What the pages over all clinics say of it."""
        if self.clinic is None:
            return ListedClinic(self.id, leaflets=len(self.leaflets))
        clinic = self.clinic.clinic
        return ListedClinic(
            self.id,
            clinic.name,
            tuple(filter(None, (clinic.organisation, *clinic.address))),
            len(self.leaflets),
            clinic.locale,
            clinic.emergency_number,
            (clinic.leaflets_at or "").rstrip("/"),
        )


class UnreadEdition(NamedTuple):
    """A leaflet in a language on a clinic's shelf whose file cannot be read at all."""

    clinic: str
    leaflet: str
    language: str
    path: Path
    problem: str


class SiteShelves(NamedTuple):
    """Those of all clinics of a plan. Pages of what cannot be read now stay as they are."""

    shelves: tuple[ClinicShelf, ...]
    order: tuple[str, ...]
    """The ids of the plan's clinics, those that cannot be read among them."""
    unread_editions: tuple[UnreadEdition, ...] = ()
    """On shelves that can be read otherwise."""
    unread_clinics: Mapping[str, ListedClinic | None] = MappingProxyType({})
    """The ids of those whose file cannot be read, or none of whose leaflets can, each with what was said of it."""
    over_all: tuple[str, ...] = ()
    """Pages over all clinics that cannot be made without them."""

    @property
    def is_one(self) -> bool:
        """Whether the plan names one clinic, or none."""
        return len(self.order) == 1

    @property
    def stay(self) -> tuple[str, ...]:
        """The pages that stay as they are, or their folders."""
        editions = (place_of_page(*each[:3]) for each in self.unread_editions)
        return (*(f"{ident}/" for ident in self.unread_clinics), *editions, *self.over_all)

    @property
    def listed(self) -> tuple[ListedClinic, ...]:
        """What is said of each clinic, in the plan's order."""
        said = {ident: told for ident, told in self.unread_clinics.items() if told}
        said |= {shelf.id: shelf.listed for shelf in self.shelves}
        return tuple(said[ident] for ident in self.order if ident in said)


def shelves(rows: Sequence[Row], project: Path, today: date, reason: str | None, workshop: Workshop) -> SiteShelves:
    """What stands on each clinic's shelf, in the plan's order. `reason`: why overdue leaflets are given out all the
    same. Raises HandoutError where paper would lead to another page than the one that is made."""
    by_clinic: dict[str, dict[str, dict[str, Row]]] = {}
    for row in rows:
        editions = by_clinic.setdefault(row.names["clinic"], {}).setdefault(row.leaflet.id, {})
        editions.setdefault(row.leaflet.language, row)
    entries = _all_languages(project, rows)
    torn = frozenset(entry.id for entry in entries if not entry.is_readable)
    stocking = _Stocking(_newest(entries), torn, today, reason, workshop)
    made = [stocking.shelf(ident, leaflets) for ident, leaflets in by_clinic.items()]
    unread = MappingProxyType(dict.fromkeys(stocking.unread_clinics))
    return SiteShelves(tuple(filter(None, made)), tuple(by_clinic), tuple(stocking.unread), unread)


def filled(shelf: ClinicShelf, entries: Sequence[ManifestEntry]) -> ClinicShelf:
    """The shelf with what is there of its leaflets: `entries` are the clinic's own. A leaflet whose web page is not
    there is withheld: it was not made, and the batch says why."""
    found: dict[tuple[str, str], list[ManifestEntry]] = {}
    for entry in entries:
        found.setdefault((entry.leaflet, entry.language), []).append(entry)
    return replace(shelf, leaflets=tuple(_filled(each, found) for each in shelf.leaflets))


def _filled(leaflet: OfferedLeaflet, found: Mapping[tuple[str, str], Sequence[ManifestEntry]]) -> OfferedLeaflet:
    files = {tag: tuple(found.get((leaflet.listed.id, tag), ())) for tag in leaflet.listed.editions}
    unread = {tag for tag, each in files.items() if not any(entry.format == WEB_PAGE for entry in each)}
    withheld = {**dict.fromkeys(sorted(unread), LightReason.MISTAKE), **leaflet.withheld}
    return replace(leaflet, files=files, withheld=withheld)


def _all_languages(project: Path, rows: Sequence[Row]) -> tuple[LeafletEntry, ...]:
    """The project's leaflets and those of the rows, in all languages that there are."""
    entries = {entry.path: entry for entry in list_leaflets(project)}
    for path in {row.leaflet.path for row in rows} - set(entries):
        entries[path] = peek_leaflet(path)
    return tuple(entries.values())


def _newest(entries: tuple[LeafletEntry, ...]) -> Callable[[LeafletEntry], str]:
    """For a leaflet in one language the higher version that another language of it has."""
    behind = {(each.id, each.language): each.behind for each in leaflet_statuses(entries, (), date.min)}
    return lambda entry: behind.get((entry.id, entry.language), "")


class _Stocking(Struct):
    """Reads leaflets and clinics, and notes what cannot be read."""

    newest: Callable[[LeafletEntry], str]
    torn: frozenset[str]
    """The ids of leaflets of which a language cannot be read, and so not its version."""
    today: date
    reason: str | None
    workshop: Workshop
    unread: list[UnreadEdition] = field(default_factory=list)
    unread_clinics: list[str] = field(default_factory=list)
    printed: dict[Path, PrintedText] = field(default_factory=dict)

    def shelf(self, ident: str, leaflets: Mapping[str, Mapping[str, Row]]) -> ClinicShelf | None:
        first = next(iter(next(iter(leaflets.values())).values()))
        try:
            clinic = self.workshop.clinic(first.clinic.path) if first.clinic else None
        except HandoutError:
            self.unread_clinics.append(ident)
            return None
        if clinic and clinic.clinic.leaflets_at:
            _refuse_another_name(clinic.path, "id", clinic.clinic.id, ident)
        stood = tuple(filter(None, [self._offered(ident, clinic, each) for each in leaflets.values()]))
        if any(not edition.standing.unreadable for each in stood for edition in each.listed.editions.values()):
            return ClinicShelf(ident, clinic, stood, tuple(leaflets))
        self.unread_clinics.append(ident)
        return None

    def _offered(self, whose: str, clinic: LoadedClinic | None, editions: Mapping[str, Row]) -> OfferedLeaflet | None:
        """None for a leaflet of which no file can be read: nobody knows what it is called."""
        read = [each for row in editions.values() if (each := self._read(whose, clinic, row.leaflet))]
        if not read:
            return None
        listed = listed_leaflet(read[0][0].id, read, self.workshop)
        states = {tag: edition.standing.on(self.today) for tag, edition in listed.editions.items()}
        withheld = {tag: why for tag, state in states.items() if (why := _why_withheld(state, self.reason))}
        printed = {entry.language: self.printed[entry.path] for entry, _ in read if entry.path in self.printed}
        unsure = frozenset(entry.language for entry, _ in read if self._is_unsure(entry))
        return OfferedLeaflet(listed, states, withheld, printed, unsure=unsure)

    def _is_unsure(self, entry: LeafletEntry) -> bool:
        """Whether nobody can tell if a language is behind: its source, or another language, cannot be read."""
        if entry.id in self.torn:
            return True
        with contextlib.suppress(HandoutError):
            loaded = self.workshop.leaflet(entry.path)
            return source_path(loaded) is not None and self.workshop.source_of(loaded) is None
        return False

    def _read(
        self, whose: str, clinic: LoadedClinic | None, entry: LeafletEntry
    ) -> tuple[LeafletEntry, LeafletStanding] | None:
        """A leaflet in one language, as far as its file can be read: with a mistake in it enough for a page that says
        whom to ask."""
        try:
            standing = standing_unchecked(entry, clinic, self.today, self.workshop, self.newest(entry))
            loaded = self.workshop.leaflet(entry.path)
        except HandoutError as problem:
            told = replace(peek_leaflet(entry.path), id=entry.id, language=entry.language)
            if told.title:
                unread = LeafletStanding(told.id, told.language, told.version, told.next_review)
                return told, replace(unread, unreadable=problem.message)
            self.unread.append(UnreadEdition(whose, entry.id, entry.language, entry.path, problem.message))
            return None
        if clinic and clinic.clinic.leaflets_at:
            _refuse_another_name(entry.path, "id", loaded.leaflet.id, entry.id)
            _refuse_another_name(entry.path, "language", loaded.leaflet.language, entry.language)
        if entry.path not in self.printed:
            self.printed[entry.path] = printed_text(loaded.leaflet.review, self.workshop.text_code(loaded))
        return entry, standing


def printed_text(review: Review, code: str) -> PrintedText:
    """The version with the day since when it is there: what its list of changes says, or else when it was published."""
    since = next((change.date for change in review.changes if change.version == review.version), review.published)
    return PrintedText(review.version, since, code)


def _why_withheld(state: LeafletState, reason: str | None) -> LightReason | None:
    gravest = state.reasons[0]
    if state.blocks is Blocks.ALL:
        return gravest
    return gravest if state.blocks is Blocks.UNTIL_A_REASON and not reason else None


def _refuse_another_name(what: Path, key: str, said: str, name: str) -> None:
    """Raise HandoutError: paper leads to a page by what stands in the file, and the page is written by its name."""
    if said != name:
        raise HandoutError(
            f'{what}: its {key} is "{said}", and it is called "{name}". Codes on paper would lead to a page '
            "that is not there.",
            "Give both the same name.",
        )
