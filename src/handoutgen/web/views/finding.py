"""The search box, favourites, what was printed last, subjects, and the list of all leaflets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from handoutgen.content.packs import ReadyPack
from handoutgen.content.subjects import LeafletSubject, leaflet_subjects
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet
from handoutgen.finding.results import FoundLeaflet
from handoutgen.library.files import DEFAULT_LANGUAGE
from handoutgen.service.traffic_light import LeafletState
from handoutgen.web.choice import USUAL_PAPER, LeafletChoice, choice_of
from handoutgen.web.pages import kept_in, missing_page, page, site_in, spoken_in, visit_in
from handoutgen.web.press import PaperCount
from handoutgen.web.ready_packs import OfferedPack, is_whole

MOST_SHOWN = 5
"""Rows of a card on the first screen."""
MOST_RESULTS = 30
MOST_TYPED = 80


class LeafletRow(Struct, frozen=True):
    """One leaflet in a list, as it would be printed for this person."""

    leaflet: ListedLeaflet
    edition: LeafletEdition
    choice: LeafletChoice
    state: LeafletState
    paper: PaperCount | None
    is_favourite: bool
    found: FoundLeaflet | None = None
    """How it answers what was searched for."""

    @property
    def title(self) -> str:
        """In the language that would be printed."""
        return self.edition.title


def home(request: Request) -> Response:
    """`/`, with `?q=` the leaflets found."""
    query = " ".join(request.query_params.get("q", "").split())[:MOST_TYPED]
    visit = visit_in(request)
    visit.query = query
    index = site_in(request).shelf.index()
    if query:
        answer = index.search(query, visit.wanted.language or DEFAULT_LANGUAGE)
        found = answer.found[:MOST_RESULTS]
        hits = rows(request, [each.leaflet for each in found], found)
        nearest = rows(request, answer.nearest)
        named, other = _packs(request, query, hits)
        return page(
            request, "results.html", query=query, answer=answer, rows=hits, nearest=nearest, named_packs=named,
            other_packs=other,
        )  # fmt: skip
    kept = kept_in(request).now
    return page(
        request,
        "find.html",
        query="",
        favourites=rows(request, _on_shelf(index.leaflets, kept.favourites)),
        recent=rows(request, _on_shelf(index.leaflets, kept.recent)[:MOST_SHOWN]),
        leaflets=index.leaflets,
        subjects=subjects_of(request),
        was_cleared=_told_once(request),
    )


def _packs(request: Request, query: str, hits: Sequence[LeafletRow]) -> tuple[list[OfferedPack], list[OfferedPack]]:
    """Ready packs that are named, and others that have the leaflet found first."""
    site = site_in(request)
    leaflets, index = site.shelf.leaflets(), site.packs.index()
    language = visit_in(request).wanted.language or DEFAULT_LANGUAGE

    def offered(packs: Iterable[ReadyPack]) -> list[OfferedPack]:
        return [
            OfferedPack(pack, tuple(leaflets[name].edition(language).title for name in pack.leaflets))
            for pack in packs
            if is_whole(pack, leaflets)
        ]

    named = index.named(query)
    holding = index.holding([row.leaflet.id for row in hits[:1]])
    return offered(named), offered(pack for pack in holding if pack not in named)


def all_leaflets(request: Request) -> Response:
    """`/leaflets`: every one, A to Z."""
    index = site_in(request).shelf.index()
    in_order = index.from_a_to_z(visit_in(request).wanted.language or DEFAULT_LANGUAGE)
    return page(request, "list.html", rows=rows(request, in_order), heading="find.all_title", subject="")


def subject(request: Request) -> Response:
    """`/subjects/<id>`: the leaflets of one subject, A to Z."""
    found = leaflet_subjects().get(request.path_params["subject"])
    if found is None:
        return missing_page(request)
    language = visit_in(request).wanted.language or DEFAULT_LANGUAGE
    under = site_in(request).shelf.index().under(found.id, language)
    name = found.name(spoken_in(request).language)
    return page(request, "list.html", rows=rows(request, under), heading="find.in_subject", subject=name)


def subjects_of(request: Request) -> list[tuple[LeafletSubject, str, int]]:
    """The subjects that have leaflets, each with its name and how many."""
    index, spoken = site_in(request).shelf.index(), spoken_in(request)
    counted = [(each, each.name(spoken.language), len(index.under(each.id))) for each in leaflet_subjects().values()]
    return [each for each in counted if each[2]]


def rows(request: Request, leaflets: Iterable[ListedLeaflet], found: Sequence[FoundLeaflet] = ()) -> list[LeafletRow]:
    """A row for each, in the size and language of this person."""
    site, visit = site_in(request), visit_in(request)
    clinic, today, kept = site.clinic_now(), site.today(), kept_in(request).now
    paper = clinic.paper if clinic else USUAL_PAPER
    answers = {each.leaflet.id: each for each in found}
    listed = [(leaflet, choice_of(leaflet, {}, visit.wanted, paper)) for leaflet in leaflets]
    known = site.press.known_papers([choice for _, choice in listed])
    made = []
    for (leaflet, choice), count in zip(listed, known, strict=True):
        edition = leaflet.editions[choice.language]
        is_favourite = leaflet.id in kept.favourites
        state = edition.standing.on(today)
        made.append(LeafletRow(leaflet, edition, choice, state, count, is_favourite, answers.get(leaflet.id)))
    return made


def _on_shelf(leaflets: Mapping[str, ListedLeaflet], names: Sequence[str]) -> list[ListedLeaflet]:
    return [leaflets[name] for name in names if name in leaflets]


def _told_once(request: Request) -> bool:
    """Whether the last person's things were cleared by the clock; said to the next one who comes, once."""
    visit = visit_in(request)
    told, visit.was_cleared = visit.was_cleared, False
    return told
