"""The search box, favourites, what was printed last, subjects, and the list of all leaflets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from handoutgen.library.peek import LeafletEntry
from handoutgen.web.choice import USUAL_PAPER, LeafletChoice, choice_of
from handoutgen.web.finder import find
from handoutgen.web.lights import ShelfStanding, standing_of
from handoutgen.web.pages import page, site_in, visit_in
from handoutgen.web.press import PaperCount
from handoutgen.web.shelf import ShelfLeaflet, title_of

MOST_SHOWN = 5
"""Rows of a card on the first screen."""
MOST_RESULTS = 30
MOST_TYPED = 80


@dataclass(frozen=True, slots=True)
class LeafletRow:
    """One leaflet in a list, as it would be printed for this person."""

    leaflet: ShelfLeaflet
    entry: LeafletEntry
    choice: LeafletChoice
    standing: ShelfStanding
    paper: PaperCount | None
    is_favourite: bool
    is_in_pack: bool
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The leaflet's title in the language that would be printed."""
        return title_of(self.entry)


def home(request: Request) -> Response:
    """`/`, with `?q=` the leaflets found."""
    query = " ".join(request.query_params.get("q", "").split())[:MOST_TYPED]
    visit = visit_in(request)
    visit.query = query
    leaflets = site_in(request).shelf.leaflets()
    if query:
        hits = find(leaflets, query)
        found = rows(request, [hit.leaflet for hit in hits[:MOST_RESULTS]])
        return page(request, "results.html", query=query, rows=found, count=len(hits), leaflets=leaflets)
    kept = site_in(request).kept.now
    return page(
        request,
        "find.html",
        query="",
        favourites=rows(request, _on_shelf(leaflets, kept.favourites)),
        recent=rows(request, _on_shelf(leaflets, kept.recent)[:MOST_SHOWN]),
        leaflets=leaflets,
        was_cleared=_told_once(request),
    )


def all_leaflets(request: Request) -> Response:
    """`/leaflets`: every one, A to Z."""
    leaflets = site_in(request).shelf.leaflets()
    in_order = sorted(leaflets.values(), key=lambda leaflet: title_of(leaflet.first).casefold())
    return page(request, "list.html", rows=rows(request, in_order), heading="find.all_title", subject="")


def rows(request: Request, leaflets: Iterable[ShelfLeaflet]) -> list[LeafletRow]:
    """A row for each, in the size and language of this person."""
    site, visit = site_in(request), visit_in(request)
    clinic, today, kept = site.clinic_now(), site.today(), site.kept.now
    paper = clinic.paper if clinic else USUAL_PAPER
    made = []
    for leaflet in leaflets:
        choice = choice_of(leaflet, {}, visit.wanted, paper)
        entry = leaflet.languages[choice.language]
        made.append(
            LeafletRow(
                leaflet,
                entry,
                choice,
                standing_of(entry, clinic, today),
                site.press.known_paper(choice),
                leaflet.id in kept.favourites,
                leaflet.id in visit.pack,
            )
        )
    return made


def _on_shelf(leaflets: Mapping[str, ShelfLeaflet], names: Sequence[str]) -> list[ShelfLeaflet]:
    return [leaflets[name] for name in names if name in leaflets]


def _told_once(request: Request) -> bool:
    """Whether the last person's things were cleared by the clock; said to the next one who comes, once."""
    visit = visit_in(request)
    told, visit.was_cleared = visit.was_cleared, False
    return told
