"""Leaflets made of words alone: what tests of finding look through."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from handoutgen.finding.index import LeafletIndex
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet, listed_leaflets
from handoutgen.finding.results import SearchResults
from handoutgen.service.traffic_light import LeafletStanding
from handoutgen.workshop import Workshop

TODAY = date(2026, 12, 1)


def edition(title: str, *search_words: str, language: str = "en-GB", subtitle: str = "") -> LeafletEdition:
    """A leaflet's words in one language."""
    known = LeafletStanding("", language)
    return LeafletEdition(language, title, Path(f"{language}.yaml"), known, subtitle, search_words)


def listed(
    ident: str, *editions: LeafletEdition, code: str = "", codes: tuple[str, ...] = (), subjects: tuple[str, ...] = ()
) -> ListedLeaflet:
    """A leaflet with its editions; the first is in the language that is shown if nothing else decides."""
    return ListedLeaflet(ident, {each.language: each for each in editions}, code, codes, subjects)


def shelf(**titles: str) -> LeafletIndex:
    """Leaflets that have nothing but a title."""
    return LeafletIndex(listed(ident, edition(title)) for ident, title in titles.items())


@cache
def shipped() -> LeafletIndex:
    """The leaflets that ship with us."""
    return LeafletIndex(listed_leaflets(Path("no such project"), None, TODAY, Workshop()))


def ids(results: SearchResults) -> list[str]:
    """The leaflets that were found, the best first."""
    return [found.leaflet.id for found in results.found]
