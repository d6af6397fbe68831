"""Files that cannot be read now → what the last run said of them, so that no list loses what still stands.

A page of such a file stays as it was. Lists are made of many files and go on: what they say of this one is in the
record, which each page of it left there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet
from handoutgen.service.traffic_light import LeafletStanding, LightReason
from handoutgen.site.listed import ListedClinic, ListedEdition, listing_in
from handoutgen.site.offering import ClinicShelf, OfferedLeaflet, SiteShelves, UnreadEdition
from handoutgen.site.places import INDEX, SITEMAP, index_of_clinic, page_of_leaflet
from handoutgen.site.record import RecordedPage, SiteRecord


def with_what_stands(shelves: SiteShelves, record: SiteRecord) -> SiteShelves:
    """The shelves with what the record says of files that cannot be read."""
    of_clinic = {ident: [*each] for ident, each in groupby(shelves.unread_editions, key=lambda each: each.clinic)}
    stocked = tuple(_stocked(shelf, of_clinic.get(shelf.id, ()), record) for shelf in shelves.shelves)
    pages = {ident: record.pages.get(index_of_clinic(ident)) for ident in shelves.unread_clinics}
    told = {ident: listing_in(page.listed, ListedClinic) for ident, page in pages.items() if page}
    is_lost = bool(pages) and (shelves.is_one or not stocked or None in told.values())
    return shelves._replace(
        shelves=stocked,
        unread_clinics={ident: told.get(ident) for ident in shelves.unread_clinics},
        over_all=tuple(path for path in (INDEX, SITEMAP) if is_lost and path in record.pages),
    )


def _stocked(shelf: ClinicShelf, unread: Sequence[UnreadEdition], record: SiteRecord) -> ClinicShelf:
    """A shelf with the leaflets whose pages stand, and with what was known of the others before."""
    leaflets = {each.listed.id: _as_before(each, shelf.id, record) for each in shelf.leaflets}
    for each in unread:
        told = record.pages.get(page_of_leaflet(shelf.id, each.leaflet, each.language))
        if told is not None:
            leaflets[each.leaflet] = _with_edition(leaflets.get(each.leaflet), each, told)
    return replace(shelf, leaflets=tuple(leaflets[ident] for ident in shelf.order if ident in leaflets))


def _with_edition(leaflet: OfferedLeaflet | None, unread: UnreadEdition, told: RecordedPage) -> OfferedLeaflet:
    """A leaflet with one more language, whose page stands as it was."""
    tag = unread.language
    said = listing_in(told.listed, ListedEdition) or ListedEdition()
    standing = LeafletStanding(unread.leaflet, tag, unreadable=unread.problem)
    edition = LeafletEdition(tag, told.title, unread.path, standing, said.subtitle, said.search_words)
    if leaflet is None:
        leaflet = OfferedLeaflet(ListedLeaflet(unread.leaflet, {}), {}, {}, {})
    listed = replace(leaflet.listed, editions=dict(sorted([*leaflet.listed.editions.items(), (tag, edition)])))
    return replace(
        leaflet,
        listed=_with_codes(listed, said),
        withheld={**leaflet.withheld, **({tag: said.withheld} if said.withheld else {})},
        standing_pages=leaflet.standing_pages | {tag},
    )


def _as_before(leaflet: OfferedLeaflet, clinic: str, record: SiteRecord) -> OfferedLeaflet:
    """A leaflet with what was known of it when all its files could be read: of a language that has a mistake the words
    by which it was found, for only its title could be read; and that one was behind, if it may be still."""
    listed, withheld = leaflet.listed, dict(leaflet.withheld)
    for tag, edition in leaflet.listed.editions.items():
        told = record.pages.get(page_of_leaflet(clinic, listed.id, tag))
        said = listing_in(told.listed, ListedEdition) if told else None
        if said and edition.standing.unreadable:
            edition = replace(edition, subtitle=said.subtitle, search_words=said.search_words)
            listed = _with_codes(replace(listed, editions={**listed.editions, tag: edition}), said)
        if said and tag in leaflet.unsure and said.withheld is LightReason.SAFETY_BEHIND:
            withheld.setdefault(tag, said.withheld)
    return replace(leaflet, listed=listed, withheld=withheld)


def _with_codes(listed: ListedLeaflet, said: ListedEdition) -> ListedLeaflet:
    """What a leaflet says in any of its languages, or said."""
    return replace(
        listed,
        code=listed.code or said.code,
        other_codes=tuple(dict.fromkeys((*listed.other_codes, *said.other_codes))),
        subjects=listed.subjects or said.subjects,
        is_medicine=listed.is_medicine or said.is_medicine,
    )
