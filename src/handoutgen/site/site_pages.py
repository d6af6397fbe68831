"""What is on the shelves → every page of a site by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.finding.leaflets import LeafletEdition
from handoutgen.language import language_of
from handoutgen.site.clinics_page import clinics_page
from handoutgen.site.frame import SiteLook, look_of, look_of_many
from handoutgen.site.index_page import index_page
from handoutgen.site.leaflet_page import gone_page, leaflet_page
from handoutgen.site.listed import as_kept
from handoutgen.site.offering import ClinicShelf, SiteShelves
from handoutgen.site.places import INDEX, index_of_clinic, page_of_leaflet
from handoutgen.site.publishing import WantedPage
from handoutgen.site.record import SiteRecord
from handoutgen.site.sitemap import sitemaps
from handoutgen.site.words import common_language, language_of_index
from handoutgen.web.words import ENGLISH
from handoutgen.workshop import Workshop


def site_pages(shelves: SiteShelves, record: SiteRecord, workshop: Workshop) -> dict[str, WantedPage]:
    """The pages of all clinics, and those over them. A leaflet that has gone from a clinic with a site keeps a page
    that says so, for paper leads there: which it was, the `record` of its last page tells."""
    wanted: dict[str, WantedPage] = {}
    is_one = shelves.is_one
    for shelf in shelves.shelves:
        clinic = shelf.clinic.clinic if shelf.clinic else None
        looks = _Looks(shelf, workshop)
        look, own = looks.of_index, index_of_clinic(shelf.id)
        told = shelf.listed
        wanted[own] = WantedPage.of(
            index_page(look, shelf, own, of_all=not is_one), shelf.id, title=told.name, listed=as_kept(told)
        )
        if is_one:
            wanted[INDEX] = WantedPage.of(index_page(look, shelf, INDEX))
        wanted |= _of_leaflets(looks, shelf)
        if clinic and clinic.leaflets_at:
            wanted |= {path: page for path, page in _gone(looks, shelf, record, shelves.stay) if path not in wanted}
    if not is_one and shelves.shelves:
        wanted[INDEX] = WantedPage.of(_of_clinics(shelves, workshop))
    wanted |= {path: WantedPage.of(data) for path, data in sitemaps(shelves.shelves, shelves.listed)}
    return {path: page for path, page in wanted.items() if path not in shelves.over_all}


def _of_clinics(shelves: SiteShelves, workshop: Workshop) -> bytes:
    clinics = [shelf.clinic.clinic for shelf in shelves.shelves if shelf.clinic]
    listed = [each for each in shelves.listed if each.emergency_number]
    language = common_language(frozenset(each.locale for each in listed))
    dress = workshop.dress(workshop.leaflet(_shown(shelves.shelves, language).path), None)
    return clinics_page(look_of_many(clinics, dress, listed), shelves.listed)


class _Looks:
    """How a clinic's pages look in each language that they speak."""

    def __init__(self, shelf: ClinicShelf, workshop: Workshop) -> None:
        self._shelf = shelf
        self._workshop = workshop
        self._clinic = shelf.clinic.clinic if shelf.clinic else None
        self._made: dict[str, SiteLook] = {}
        self._named = [workshop.leaflet(edition.path) for edition in _read([shelf])]
        self.of_index = self._look(language_of_index(self._clinic.locale if self._clinic else None), None)

    def of_leaflet(self, language: str) -> SiteLook:
        """Of the page of a leaflet in a language."""
        if language not in self._made:
            self._made[language] = self._look(language, language)
        return self._made[language]

    def _look(self, shown: str, leaflet: str | None) -> SiteLook:
        loaded = self._workshop.leaflet(_shown([self._shelf], shown).path)
        return look_of(self._clinic, self._workshop.dress(loaded, self._shelf.clinic, *self._named), leaflet)


def _of_leaflets(looks: _Looks, shelf: ClinicShelf) -> Iterator[tuple[str, WantedPage]]:
    for leaflet in shelf.leaflets:
        for language, edition in leaflet.listed.editions.items():
            if language not in leaflet.standing_pages:
                data = leaflet_page(looks.of_leaflet(language), shelf, leaflet, language)
                listed = as_kept(leaflet.listing(language))
                page = WantedPage.of(data, shelf.id, leaflet.listed.id, language, edition.title, listed)
                yield shelf.page(leaflet, language), page


def _gone(
    looks: _Looks, shelf: ClinicShelf, record: SiteRecord, stay: Sequence[str]
) -> Iterator[tuple[str, WantedPage]]:
    for path, told in record.pages.items():
        is_page = told.leaflet and path == page_of_leaflet(told.clinic, told.leaflet, told.language)
        if is_page and told.clinic == shelf.id and not path.startswith(tuple(stay)):
            look = looks.of_leaflet(told.language)
            data = gone_page(look, told.clinic, told.leaflet, told.language, told.title)
            yield path, WantedPage.of(data, told.clinic, told.leaflet, told.language, told.title)


def _shown(shelves: Sequence[ClinicShelf], language: str) -> LeafletEdition:
    """The edition in whose faces a page in a language is set: one in that language if there is, or else an English
    one."""
    primary = language_of(language).primary

    def distance(edition: LeafletEdition) -> tuple[bool, bool, bool]:
        own = language_of(edition.language).primary
        return edition.language != language, own != primary, own != ENGLISH

    return min(_read(shelves), key=distance)


def _read(shelves: Sequence[ClinicShelf]) -> list[LeafletEdition]:
    """The editions whose files can be read."""
    leaflets = [leaflet.listed for shelf in shelves for leaflet in shelf.leaflets]
    return [each for listed in leaflets for each in listed.editions.values() if not each.standing.unreadable]
