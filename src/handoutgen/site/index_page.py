"""A clinic's leaflets: found by lay words, misspellings and codes, or by subject where no script runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.content.subjects import leaflet_subjects
from handoutgen.finding.folding import words_in
from handoutgen.finding.leaflets import LeafletEdition
from handoutgen.finding.results import MOST_OTHER_NAMES
from handoutgen.site.frame import SiteLook, SitePage, listed, said_in
from handoutgen.site.leaflet_page import language_link
from handoutgen.site.offering import ClinicShelf, OfferedLeaflet
from handoutgen.site.places import INDEX, way
from handoutgen.site.search import Findable, results, search_box, search_data, search_script
from handoutgen.site.states import state_lines, withheld_line


def index_page(look: SiteLook, shelf: ClinicShelf, place: str, of_all: bool = False) -> bytes:
    """The list of a clinic's leaflets as UTF-8, as it stands at `place`; with a way to the other clinics if there are
    some."""
    page = SitePage(look)
    groups = list(_by_subject(page, shelf))
    title = page.word("find.title")
    main = _to_clinics(page, place) if of_all else ""
    main += search_box(page, title, "find.hint") + results(page, "find")
    inner = "".join(_group(page, shelf, place, *group) for group in groups)
    main += element("div", _subjects(page, groups) + element("div", inner), id="all", class_="columns")
    main += page.contact()
    said = look.word("find.of", title=look.word("find.title"), clinic=look.name)
    data = search_data(page, (_findable(each, look.language) for each in shelf.leaflets), "find")
    return page.document(said, main, search_script(), data)


def _to_clinics(page: SitePage, place: str) -> str:
    link = element("a", page.word("clinics.all"), href=way(place, INDEX))
    return element("nav", element("p", link, class_="back"), aria_label=page.look.word("clinics.all"))


Group = tuple[str, str, str, Sequence[OfferedLeaflet]]
"""A subject's id, icon and name, and its leaflets."""


def _by_subject(page: SitePage, shelf: ClinicShelf) -> Iterator[Group]:
    language = page.look.language
    in_order = sorted(shelf.leaflets, key=lambda each: _title(each.edition(language)))
    for subject in leaflet_subjects().values():
        own = [each for each in in_order if subject.id in each.listed.subjects]
        if own:
            yield subject.id, subject.icon, subject.name(language), own
    if others := [each for each in in_order if not each.listed.subjects]:
        yield "others", "info", page.look.word("find.others"), others


def _title(edition: LeafletEdition) -> list[str]:
    return [word.folded for word in words_in(edition.title)]


def _subjects(page: SitePage, groups: Sequence[Group]) -> str:
    links = [
        element("li", element("a", page.paper.disc(icon) + element("span", text(name)), href=f"#{ident}"))
        for ident, icon, name, _ in groups
    ]
    title = element("h2", page.word("find.subjects"), id="subjects")
    return element("nav", title + listed(links), class_="panel subjects", aria_labelledby="subjects")


def _group(
    page: SitePage, shelf: ClinicShelf, place: str, ident: str, icon: str, name: str, own: Sequence[OfferedLeaflet]
) -> str:
    items = [_item(page, shelf, place, each) for each in own]
    heading = element("h2", text(name), id=ident, tabindex="-1")
    return element("section", heading + listed(items, class_="things"), class_="panel", aria_labelledby=ident)


def _item(page: SitePage, shelf: ClinicShelf, place: str, leaflet: OfferedLeaflet) -> str:
    """A leaflet: its title, what else it is called, its languages and how it stands."""
    edition = leaflet.edition(page.look.language)
    tag = edition.language
    link = page.in_language(edition.title, tag, "a", href=way(place, shelf.page(leaflet, tag)), class_="title")
    said = element("h3", link)
    if edition.subtitle:
        said += page.in_language(edition.subtitle, tag, "p", class_="subtitle")
    if edition.search_words:
        also = page.look.joined(edition.search_words[:MOST_OTHER_NAMES])
        words = element("span", text(also), **said_in(tag, page.look.language))
        said += element("p", page.word("find.also", words="{words}").replace("{words}", words), class_="also")
    if leaflet.offered:
        links = " · ".join(language_link(page, each, way(place, shelf.page(leaflet, each))) for each in leaflet.offered)
        said += element("p", page.word("find.languages") + " " + links, class_="languages")
    if tag in leaflet.states:  # else its own page, which stands as it was, says it
        said += state_lines(page, leaflet.states[tag], leaflet.is_offered(tag))
    elif not leaflet.is_offered(tag):
        said += withheld_line(page)
    return element("li", said, data_thing=leaflet.listed.id)


def _findable(offered: OfferedLeaflet, language: str) -> Findable:
    """A leaflet by the words of all its languages; a word that several have is that of the edition in the list."""
    leaflet, shown = offered.listed, offered.edition(language)
    editions = sorted(leaflet.editions.values(), key=lambda each: each.language != shown.language)
    spoken = {word: each.language for each in reversed(editions) for word in each.search_words}
    return Findable(
        leaflet.id,
        [each.title for each in editions],
        [each.subtitle for each in editions if each.subtitle],
        [word for each in editions for word in each.search_words],
        (leaflet.code, *leaflet.other_codes, leaflet.id),
        leaflet.is_medicine,
        spoken,
    )
