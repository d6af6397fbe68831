"""Where the pages of a site stand: the same place for every version, and how one leads to another."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from handoutgen.story.addresses import place_of_page

INDEX = "index.html"
SITEMAP = "sitemap.xml"
WEB_PAGE = "html"
"""The format that a site cannot be without."""


def index_of_clinic(clinic: str) -> str:
    """The page of a clinic's leaflets, by the clinic's id."""
    return f"{clinic}/{INDEX}"


def page_of_leaflet(clinic: str, leaflet: str, language: str) -> str:
    """A leaflet's own page, which a code on paper leads to."""
    return place_of_page(clinic, leaflet, language) + INDEX


def way(start: str, end: str) -> str:
    """From the page `start` to the file `end`, both below the site's folder: a relative address."""
    return quote(posixpath.relpath(end, posixpath.dirname(start) or "."))
