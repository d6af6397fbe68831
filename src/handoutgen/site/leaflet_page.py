"""A leaflet's own page, which a code on paper leads to: read it here, print it, other formats, other languages. One
that is not offered says whom to ask: the address on a paper never leads nowhere.
"""

from __future__ import annotations

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.depth import Depth
from handoutgen.site.files import kilobytes, other_ways, to_print, to_read
from handoutgen.site.frame import SiteLook, SitePage, listed, panel_of, said_in
from handoutgen.site.offering import ClinicShelf, OfferedLeaflet
from handoutgen.site.paper_notice import paper_notice, paper_script
from handoutgen.site.places import index_of_clinic, page_of_leaflet, way
from handoutgen.site.states import state_lines
from handoutgen.site.words import language_of_index
from handoutgen.web.language_names import own_name


def leaflet_page(look: SiteLook, shelf: ClinicShelf, leaflet: OfferedLeaflet, language: str) -> bytes:
    """The page of a leaflet in one language, as UTF-8."""
    page, place = SitePage(look), shelf.page(leaflet, language)
    edition, is_offered = leaflet.listed.editions[language], leaflet.is_offered(language)
    title = page.in_language(edition.title, language, "h1")
    under = page.in_language(edition.subtitle, language, "p", class_="subtitle") if edition.subtitle else ""
    state = state_lines(page, leaflet.states[language], is_offered)
    top = title + under + state + (_reading(page, place, leaflet, language) if is_offered else "")
    printed = leaflet.printed.get(language) if is_offered else None
    main = _back(page, place, shelf.id) + (paper_notice(page, printed) if printed else "")
    main += element("div", top, class_="panel hero")
    main += _languages(page, shelf, leaflet, language, place)
    if is_offered:
        files = leaflet.files.get(language, ())
        to_be_printed, others = to_print(page, place, files), other_ways(page, place, files)
        note = element("p", page.word("leaflet.print_sub"), class_="facts")
        main += panel_of(page.word("leaflet.print"), "print", to_be_printed + note) if to_be_printed else ""
        main += panel_of(page.word("leaflet.other"), "other", others + page.ask())
        main += element("p", _version(page, leaflet, language), class_="facts")
    main += page.contact()
    return page.document(f"{edition.title} · {look.name}", main, paper_script() if printed else "")


def gone_page(look: SiteLook, clinic: str, leaflet: str, language: str, title: str) -> bytes:
    """The page of a leaflet that the plan has no longer: paper may lead there still."""
    page, place = SitePage(look), page_of_leaflet(clinic, leaflet, language)
    said = element("p", page.paper.icon("info") + element("span", page.word("state.gone")), class_="state withheld")
    top = page.in_language(title, language, "h1") + said
    main = _back(page, place, clinic) + element("div", top, class_="panel hero") + page.contact()
    return page.document(f"{title} · {look.name}", main)


def _back(page: SitePage, place: str, clinic: str) -> str:
    index = language_of_index(page.look.clinic.locale if page.look.clinic else None)
    other = None if index == page.look.language else index
    link = element("a", page.word("leaflet.all"), href=way(place, index_of_clinic(clinic)), hreflang=other)
    return element("nav", element("p", link, class_="back"), aria_label=page.look.word("leaflet.all"))


def _reading(page: SitePage, place: str, leaflet: OfferedLeaflet, language: str) -> str:
    """The leaflet as a web page, at each depth that there is."""
    read = to_read(leaflet.files.get(language, ()))
    links = []
    for entry in read:
        depth = "essential" if entry.detail == Depth.ESSENTIAL else "full"
        detail = page.look.word(f"leaflet.{depth}")
        words = page.word("leaflet.read_as", detail=detail) if len(read) > 1 else page.word("leaflet.read")
        size = element("span", kilobytes(page, entry.bytes), class_="facts")
        links.append(element("p", element("a", words, href=way(place, entry.path), class_="button") + " " + size))
    return "".join(links)


def _languages(page: SitePage, shelf: ClinicShelf, leaflet: OfferedLeaflet, language: str, place: str) -> str:
    """Its other languages, each in its own words."""
    links = [
        element("li", language_link(page, tag, way(place, shelf.page(leaflet, tag))))
        for tag in leaflet.offered
        if tag != language
    ]
    if not links:
        return ""
    said = element("p", page.word("leaflet.language"), id="languages") + listed(links, class_="languages")
    return element("nav", said, class_="panel", aria_labelledby="languages")


def language_link(page: SitePage, tag: str, address: str) -> str:
    """A link to a leaflet in a language, by what its speakers call it."""
    return element("a", text(own_name(tag)), href=address, hreflang=tag, **said_in(tag, page.look.language))


def _version(page: SitePage, leaflet: OfferedLeaflet, language: str) -> str:
    """As it stands on paper: "LC-MS · Version 1.0 · K7QX 4MP6"."""
    printed, code = leaflet.printed.get(language), leaflet.listed.code
    version = printed.version if printed else leaflet.listed.editions[language].standing.version
    said = (code, page.look.voice.word("version", version=version), printed.code if printed else "")
    return " · ".join(element("bdi", text(each)) for each in said if each)
