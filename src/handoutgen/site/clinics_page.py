"""The clinics of a site, for who does not come by a code or by a clinic's own address."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.site.frame import SiteLook, SitePage, listed
from handoutgen.site.listed import ListedClinic
from handoutgen.site.places import INDEX, index_of_clinic, way
from handoutgen.site.search import Findable, results, search_box, search_data, search_script


def clinics_page(look: SiteLook, clinics: Sequence[ListedClinic]) -> bytes:
    """The list of clinics as UTF-8, as it stands at the root of the site. `look` is nobody's."""
    page = SitePage(look)
    items = [_item(page, each) for each in sorted(clinics, key=lambda each: (_name(page, each).casefold(), each.id))]
    every = element("h2", page.word("clinics.all"), id="clinics") + listed(items, class_="things")
    main = search_box(page, page.word("clinics.title"), "clinics.hint") + results(page, "clinics")
    main += element("section", every, id="all", class_="panel", aria_labelledby="clinics")
    data = search_data(page, (_findable(page, each) for each in clinics), "clinics")
    return page.document(look.word("clinics.title"), main, search_script(), data)


def _item(page: SitePage, clinic: ListedClinic) -> str:
    link = element("a", text(_name(page, clinic)), href=way(INDEX, index_of_clinic(clinic.id)), class_="title")
    said = element("h3", link)
    if where := ", ".join(clinic.where):
        said += element("p", text(where), class_="subtitle")
    said += element("p", page.word("clinics.leaflets", n=clinic.leaflets), class_="facts")
    return element("li", said, data_thing=clinic.id)


def _findable(page: SitePage, clinic: ListedClinic) -> Findable:
    return Findable(clinic.id, [_name(page, clinic)], [], clinic.where, [clinic.id])


def _name(page: SitePage, clinic: ListedClinic) -> str:
    return clinic.name or page.look.word("page.leaflets")
