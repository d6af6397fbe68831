"""The clinics of a site, for who does not come by a code or by a clinic's own address."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.content.clinic import Clinic
from handoutgen.site.frame import SiteLook, SitePage, listed
from handoutgen.site.offering import ClinicShelf
from handoutgen.site.places import INDEX, index_of_clinic, way
from handoutgen.site.search import Findable, results, search_box, search_data, search_script


def clinics_page(look: SiteLook, shelves: Sequence[ClinicShelf]) -> bytes:
    """The list of clinics as UTF-8, as it stands at the root of the site. `look` is nobody's."""
    page = SitePage(look)
    items = [_item(page, shelf) for shelf in sorted(shelves, key=lambda each: (_name(page, each).casefold(), each.id))]
    every = element("h2", page.word("clinics.all"), id="clinics") + listed(items, class_="things")
    main = search_box(page, page.word("clinics.title"), "clinics.hint") + results(page, "clinics")
    main += element("section", every, id="all", class_="panel", aria_labelledby="clinics")
    data = search_data(page, (_findable(page, shelf) for shelf in shelves), "clinics")
    return page.document(look.word("clinics.title"), main, search_script(), data)


def _item(page: SitePage, shelf: ClinicShelf) -> str:
    link = element("a", text(_name(page, shelf)), href=way(INDEX, index_of_clinic(shelf.id)), class_="title")
    said = element("h3", link)
    if where := ", ".join(_where(_clinic(shelf))):
        said += element("p", text(where), class_="subtitle")
    said += element("p", page.word("clinics.leaflets", n=len(shelf.leaflets)), class_="facts")
    return element("li", said, data_thing=shelf.id)


def _findable(page: SitePage, shelf: ClinicShelf) -> Findable:
    return Findable(shelf.id, [_name(page, shelf)], [], _where(_clinic(shelf)), [shelf.id])


def _clinic(shelf: ClinicShelf) -> Clinic | None:
    return shelf.clinic.clinic if shelf.clinic else None


def _name(page: SitePage, shelf: ClinicShelf) -> str:
    clinic = _clinic(shelf)
    return clinic.name if clinic else page.look.word("page.leaflets")


def _where(clinic: Clinic | None) -> list[str]:
    return [each for each in (clinic.organisation, *clinic.address) if each] if clinic else []
