"""What is on the shelves → every page of a site by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.finding.leaflets import LeafletEdition
from handoutgen.site.clinics_page import clinics_page
from handoutgen.site.frame import SiteLook, look_of, look_of_many
from handoutgen.site.index_page import index_page
from handoutgen.site.leaflet_page import gone_page, leaflet_page
from handoutgen.site.offering import ClinicShelf, SiteShelves
from handoutgen.site.places import INDEX, index_of_clinic, page_of_leaflet
from handoutgen.site.publishing import WantedPage
from handoutgen.site.record import SiteRecord
from handoutgen.site.sitemap import sitemaps
from handoutgen.site.words import page_language
from handoutgen.workshop import Workshop


def site_pages(shelves: SiteShelves, record: SiteRecord, workshop: Workshop) -> dict[str, WantedPage]:
    """The pages of all clinics, and those over them. A leaflet that has gone from a clinic with a site keeps a page
    that says so, for paper leads there: which it was, the `record` of its last page tells."""
    wanted: dict[str, WantedPage] = {}
    is_one = shelves.clinics == 1
    for shelf in shelves.shelves:
        clinic = shelf.clinic.clinic if shelf.clinic else None
        shown = _shown([shelf])
        look = look_of(clinic, workshop.dress(workshop.leaflet(shown.path), shelf.clinic), shown.language)
        own = index_of_clinic(shelf.id)
        wanted[own] = WantedPage.of(index_page(look, shelf, own, of_all=not is_one))
        if is_one:
            wanted[INDEX] = WantedPage.of(index_page(look, shelf, INDEX))
        wanted |= _of_leaflets(look, shelf)
        if clinic and clinic.leaflets_at:
            wanted |= {path: page for path, page in _gone(look, shelf, record, shelves.unread) if path not in wanted}
    if not is_one and shelves.shelves:
        dress = workshop.dress(workshop.leaflet(_shown(shelves.shelves).path), None)
        clinics = [shelf.clinic.clinic for shelf in shelves.shelves if shelf.clinic]
        wanted[INDEX] = WantedPage.of(clinics_page(look_of_many(clinics, dress), shelves.shelves))
    return wanted | {path: WantedPage.of(data) for path, data in sitemaps(shelves.shelves)}


def _of_leaflets(look: SiteLook, shelf: ClinicShelf) -> Iterator[tuple[str, WantedPage]]:
    for leaflet in shelf.leaflets:
        for language, edition in leaflet.listed.editions.items():
            data = leaflet_page(look, shelf, leaflet, language)
            page = WantedPage.of(data, shelf.id, leaflet.listed.id, language, edition.title)
            yield shelf.page(leaflet, language), page


def _gone(
    look: SiteLook, shelf: ClinicShelf, record: SiteRecord, unread: Sequence[str]
) -> Iterator[tuple[str, WantedPage]]:
    for path, told in record.pages.items():
        is_page = told.leaflet and path == page_of_leaflet(told.clinic, told.leaflet, told.language)
        if is_page and told.clinic == shelf.id and not path.startswith(tuple(unread)):
            data = gone_page(look, told.clinic, told.leaflet, told.language, told.title)
            yield path, WantedPage.of(data, *told[1:])


def _shown(shelves: Sequence[ClinicShelf]) -> LeafletEdition:
    """The edition whose project's faces a page is set in: an English one if there is."""
    leaflets = [leaflet.listed for shelf in shelves for leaflet in shelf.leaflets]
    read = [each for listed in leaflets for each in listed.editions.values() if not each.standing.unreadable]
    return min(read, key=lambda edition: edition.language != page_language(edition.language))
