"""Pages with their addresses → sitemaps for search engines (sitemaps.org 0.9): one for each clinic, in its own folder,
and one that names them all where they stand on one site. Only where a clinic says where its leaflets are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.site.frame import GENERATOR
from handoutgen.site.listed import ListedClinic
from handoutgen.site.offering import ClinicShelf
from handoutgen.site.places import INDEX, SITEMAP, index_of_clinic

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(shelves: Sequence[ClinicShelf], clinics: Sequence[ListedClinic]) -> Iterator[tuple[str, bytes]]:
    """Each with its place: one for each shelf, and one over all `clinics`."""
    sites = {clinic.id: clinic.leaflets_at for clinic in clinics if clinic.leaflets_at}
    for shelf in shelves:
        if shelf.id in sites:
            pages = (f"{sites[shelf.id]}/{page}" for page in _pages(shelf))
            yield f"{shelf.id}/{SITEMAP}", _written("urlset", "url", pages)
    if len(set(sites.values())) == 1:
        one = next(iter(sites.values()))
        yield SITEMAP, _written("sitemapindex", "sitemap", (f"{one}/{ident}/{SITEMAP}" for ident in sites))


def _pages(shelf: ClinicShelf) -> Iterator[str]:
    """What may be read, by the addresses that codes on paper lead to."""
    pages = [index_of_clinic(shelf.id), *(shelf.page(each, tag) for each in shelf.leaflets for tag in each.offered)]
    yield from (page.removesuffix(INDEX) for page in pages)


def _written(root: str, name: str, addresses: Iterable[str]) -> bytes:
    inner = "".join(f"{element(name, element('loc', text(address)))}\n" for address in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {GENERATOR} -->\n'
    return f'{head}<{root} xmlns="{_SPACE}">\n{inner}</{root}>\n'.encode()
