"""The pack: leaflets as one job, in their order, with a note over them. What is blocked never blocks the rest."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from handoutgen.content.packs import ReadyPack
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.finding.leaflets import LeafletEdition
from handoutgen.pack import CoverNote, form_of
from handoutgen.service.traffic_light import Blocks, LeafletState
from handoutgen.web.choice import USUAL_PAPER, LeafletChoice, choice_of
from handoutgen.web.pages import field_in, form_in, kept_in, page, site_in, visit_in
from handoutgen.web.press import PaperCount
from handoutgen.web.turns import Busy
from handoutgen.web.typed import person_of, typed_in
from handoutgen.web.views.choosing import back_to, choice_in, state_in
from handoutgen.web.views.files import note_for
from handoutgen.web.views.printing import wants_object
from handoutgen.web.visits import MOST_IN_PACK, PrintJob

FILE_NAME = "pack.pdf"
MOST_IN_LINE = 200


class PackRow(Struct, frozen=True):
    """One leaflet of the pack, and whether it goes along."""

    choice: LeafletChoice
    edition: LeafletEdition
    state: LeafletState
    paper: PaperCount | None
    is_for_pile: bool
    """Whether it can lie in one pile with the others: what is folded or cut prints by itself."""

    @property
    def is_ready(self) -> bool:
        """Whether it is printed with the rest."""
        return self.is_for_pile and self.state.blocks is Blocks.NOTHING


def pack(request: Request) -> Response:
    """`/pack`."""
    return _shown(request)


def _shown(request: Request, status: int = 200, not_printed: str = "") -> Response:
    rows = rows_of(request)
    ready = [row for row in rows if row.is_ready]
    known = [row.paper for row in ready if row.paper]
    total = PaperCount(sum(p.pages for p in known), sum(p.sheets for p in known)) if len(known) == len(ready) else None
    return page(
        request,
        "pack.html",
        status,
        rows=rows,
        ready=ready,
        blocked=[row for row in rows if not row.is_ready],
        total=total,
        ready_packs=ready_packs_of(request),
        typed=visit_in(request).typed,
        not_printed=not_printed,
    )


def rows_of(request: Request) -> list[PackRow]:
    """The pack's leaflets that are still on the shelf."""
    site = site_in(request)
    leaflets = site.shelf.leaflets()
    found = []
    for choice in visit_in(request).pack:
        if choice.leaflet in leaflets and choice.language in leaflets[choice.leaflet].editions:
            edition = leaflets[choice.leaflet].editions[choice.language]
            paper = site.press.paper(choice, is_urgent=True) if choice.is_made else None
            found.append(PackRow(choice, edition, state_in(request, choice), paper, _lies_flat(request, choice)))
    return found


def _lies_flat(request: Request, choice: LeafletChoice) -> bool:
    try:
        form_of(site_in(request).press.order(choice))
    except UsageProblem:
        return False
    return True


def ready_packs_of(request: Request) -> Sequence[ReadyPack]:
    """The packs of the project and of the library whose leaflets are all here."""
    site = site_in(request)
    return site.packs.there(site.shelf.leaflets())


def add(request: Request) -> Response:
    """POST `/pack/add`: a leaflet as it is chosen; the same in another form or size takes its place."""
    visit = visit_in(request)
    visit.hold_typed(typed_in(form_in(request)))
    visit.pack = with_added(visit.pack, choice_in(request, dict(form_in(request))))
    if wants_object(request):
        return JSONResponse({"count": len(visit.pack)})
    return RedirectResponse(back_to(field_in(request, "here", 500)), 303)


def with_added(pack: tuple[LeafletChoice, ...], choice: LeafletChoice) -> tuple[LeafletChoice, ...]:
    """The pack with one more, or with the same leaflet and form as it is chosen now."""
    rest = tuple(each for each in pack if (each.leaflet, each.form) != (choice.leaflet, choice.form))
    return (*rest, choice)[:MOST_IN_PACK]


def change_pack(request: Request) -> Response:
    """POST `/pack/change`: move one up or down, take one out, make all alike, empty it, or take a ready pack."""
    visit = visit_in(request)
    if typed := typed_in(form_in(request)):
        visit.hold_typed(typed)
    what, _, number = field_in(request, "do").partition(" ")
    place = int(number) if number.isdecimal() and int(number) < len(visit.pack) else None
    if what in ("up", "down", "out") and place is not None:
        visit.pack = moved(visit.pack, what, place)
    elif what == "same":
        wanted = visit.wanted
        leaflets = site_in(request).shelf.leaflets()
        visit.pack = tuple(
            each.but(size=wanted.size, language=leaflets[each.leaflet].edition(wanted.language or "en-GB").language)
            for each in visit.pack
            if each.leaflet in leaflets
        )
    elif what == "empty":
        visit.pack = ()
    elif what == "ready":
        _take_ready(request, number)
    return RedirectResponse("/" if what == "more" else "/pack", 303)


def moved(pack: tuple[LeafletChoice, ...], what: str, place: int) -> tuple[LeafletChoice, ...]:
    """The pack with one leaflet a place up or down, or out."""
    items = list(pack)
    taken = items.pop(place)
    if what != "out":
        items.insert(max(0, place + (1 if what == "down" else -1)), taken)
    return tuple(items)


def _take_ready(request: Request, name: str) -> None:
    site, visit = site_in(request), visit_in(request)
    clinic, leaflets = site.clinic_now(), site.shelf.leaflets()
    for ready in ready_packs_of(request):
        if ready.id == name:
            paper = clinic.paper if clinic else USUAL_PAPER
            for each in ready.leaflets:
                visit.pack = with_added(visit.pack, choice_of(leaflets[each], {}, visit.wanted, paper))
            if ready.line and not visit.typed.get("typed_line"):
                visit.hold_typed({"typed_line": ready.line})


def print_pack(request: Request) -> Response:
    """POST `/pack/print`: what is ready, as one job."""
    visit, site = visit_in(request), site_in(request)
    visit.hold_typed(typed_in(form_in(request)))
    choices = [row.choice for row in rows_of(request) if row.is_ready]
    is_saved = field_in(request, "do") == "save"
    try:
        packed = site.press.pack(choices, _note(request, is_saved), both_sides=not kept_in(request).now.one_side)
    except Busy:
        raise
    except HandoutError as problem:
        if wants_object(request):
            return JSONResponse({"problem": str(problem)}, 422)
        return _shown(request, 422, str(problem))
    key = site.visits.put_job(request.state.visit, PrintJob(packed.data, FILE_NAME, is_saved))
    for choice in reversed(choices):
        kept_in(request).printed(choice.leaflet)
    if wants_object(request):
        return JSONResponse({"pdf": f"/job/{key}.pdf", "pages": packed.pages, "sheets": packed.sheets})
    return RedirectResponse(f"/job/{key}.pdf", 303)


def _note(request: Request, is_saved: bool) -> CoverNote | None:
    """The note over the pack; what is typed is left out of a file to keep."""
    if "cover" not in form_in(request):
        return None
    typed = {} if is_saved else visit_in(request).typed
    line = " ".join(typed.get("typed_line", "").split())
    return CoverNote(line, person_of({"typed_name": typed.get("typed_name", "")}, ()))


def pack_note(request: Request) -> Response:
    """`/pack/note.txt`: a line for the record for each leaflet that is ready."""
    return PlainTextResponse("".join(note_for(request, row.choice) for row in rows_of(request) if row.is_ready))
