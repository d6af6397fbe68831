"""The addresses, each with its view, behind the guard and the cookie."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.web.guard import Guard
from handoutgen.web.kept import KeptCookie
from handoutgen.web.pages import closed_page, missing_page, page, spoken_in
from handoutgen.web.shelf import one_request
from handoutgen.web.site import Site
from handoutgen.web.turns import Busy, asking
from handoutgen.web.views import (
    approving,
    choosing,
    clinic,
    files,
    finding,
    keeping,
    leading,
    packing,
    printing,
    showing,
)

LOG = logging.getLogger("handoutgen.web")
SWEEP_SECONDS = 15.0
YEAR = 365 * 24 * 3600
RETRY_SECONDS = 4
"""After which what has to wait is asked for again."""
MOST_THREADS = 64
"""That wait for their turn at the press, with room left for those that do not have to."""
View = Callable[[Request], Response]


def _read(path: str, view: View) -> Route:
    return Route(path, view, methods=["GET"])


def _send(path: str, view: View) -> Route:
    return Route(path, view, methods=["POST"])


ROUTES: Sequence[Route] = (
    _read("/", finding.home),
    _read("/leaflets", finding.all_leaflets),
    _read("/subjects/{subject:str}", finding.subject),
    _read("/l/{leaflet:str}", choosing.leaflet_page),
    _read("/l/{leaflet:str}/page/{number:int}.png", files.page_picture),
    _read("/size-card", showing.size_card),
    _read("/measure", showing.measure),
    _read("/l/{leaflet:str}/show", showing.show),
    _read("/l/{leaflet:str}/pages", files.all_pages),
    _read("/l/{leaflet:str}/paper", files.paper_counts),
    _read("/l/{leaflet:str}/leaflet.pdf", files.leaflet_pdf),
    _read("/l/{leaflet:str}/leaflet.txt", files.leaflet_text),
    _read("/l/{leaflet:str}/leaflet.html", files.leaflet_page),
    _read("/l/{leaflet:str}/note.txt", files.note),
    _read("/job/{key:str}.pdf", printing.job),
    _read("/dates", leading.dates),
    _read("/dates.csv", leading.dates_csv),
    Route("/approve", approving.approve, methods=["GET", "POST"]),
    Route("/clinic", clinic.details, methods=["GET", "POST"]),
    _read("/keys", keeping.keys),
    Route("/computer", keeping.computer, methods=["GET", "POST"]),
    _read("/logo", files.logo),
    _read("/theme.css", files.theme),
    _read("/static/{name:str}", files.static),
    Route("/place", keeping.place, methods=["GET"]),
    _read("/pack", packing.pack),
    _read("/pack/note.txt", packing.pack_note),
    _send("/pack/add", packing.add),
    _send("/pack/change", packing.change_pack),
    _send("/pack/print", packing.print_pack),
    _send("/choose", choosing.change),
    _send("/print", printing.print_leaflet),
    _send("/next", printing.next_person),
    _send("/keep", printing.keep),
    _send("/star", keeping.star),
    _send("/recent/clear", keeping.clear_recent),
    _send("/language", keeping.ui_language),
)


def application(site: Site) -> ASGIApp:
    """The whole program as one ASGI application."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(_sweep(site))
        current_default_thread_limiter().total_tokens = MOST_THREADS
        yield
        sweeping.cancel()
        site.press.close()

    handlers = {HTTPException: _http_problem, HandoutError: _problem, Exception: _fault}
    app = Starlette(routes=ROUTES, exception_handlers=handlers, lifespan=lifespan)  # type: ignore[arg-type]
    app.router.redirect_slashes = False
    app.state.site = site
    return Guard(Entrance(app, site), site.origins)


class Entrance:
    """Lets in browsers that have had a ticket, which is taken at `/?t=`, or that come through the clinic's proxy.
    Styles and fonts are for all."""

    def __init__(self, app: Starlette, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Name the visit that a request belongs to, or tell how to come in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        tickets = self._site.tickets
        offered = request.query_params.get("t", "")
        if scope["path"] == "/" and offered and tickets.take(offered, self._site.clock()):
            set_cookie = tickets.cookie(tickets.cookie_name, tickets.new_cookie())
            await RedirectResponse("/", 303, {"Set-Cookie": set_cookie})(scope, receive, send)
            return
        visit = tickets.visit_of(request.cookies)
        if tickets.is_shared:
            visit, send = self._from_proxy(request, visit, send)
        if visit is None and not scope["path"].startswith("/static/"):
            await closed_page()(scope, receive, send)
            return
        scope["state"]["visit"] = visit
        one_request.set(object())
        asking.set(visit or "")
        with contextlib.suppress(Exception):  # it has been told and logged; a traceback could hold what was typed
            await self._app(scope, receive, send)

    def _from_proxy(self, request: Request, visit: str | None, send: Send) -> tuple[str | None, Send]:
        """Who comes through the proxy has signed in there: a browser without a cookie gets one, and each keeps its own
        favourites."""
        tickets = self._site.tickets
        kept = KeptCookie(request.cookies.get(tickets.kept_name, ""))
        request.scope["state"]["kept"] = kept
        cookies = []
        if visit is None and not request.scope["path"].startswith("/static/"):  # those may be kept for others
            value = tickets.new_cookie()
            visit = value.partition(".")[0]
            cookies.append(tickets.cookie(tickets.cookie_name, value))

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept_too = [tickets.cookie(tickets.kept_name, kept.changed, YEAR)] if kept.changed else []
                more = [(b"set-cookie", each.encode()) for each in (*cookies, *kept_too)]
                message["headers"] = [*message.get("headers", []), *more]
            await send(message)

        return visit, sending


async def _sweep(site: Site) -> None:
    """What was held for a person goes after its time, though nobody asks."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        site.visits.sweep(site.clock())


def _http_problem(request: Request, problem: HTTPException) -> Response:
    if problem.status_code == 404:
        return missing_page(request)
    return Response(problem.detail, problem.status_code, headers=problem.headers)


def _problem(request: Request, problem: HandoutError) -> Response:
    """What staff can mend, told in words."""
    if isinstance(problem, Busy):
        told = _told(request, 503, "wrong.busy" if problem.is_urgent else "wait.asked_again")
        told.headers["Retry-After"] = str(RETRY_SECONDS)
        return told
    if "leaflet" in request.path_params and request.path_params["leaflet"] not in _names(request):
        return missing_page(request)
    if printing.wants_object(request):
        return JSONResponse({"problem": str(problem)}, 409)
    found = [each for each in problem.diagnostics if each.is_error] if isinstance(problem, ContentRefused) else []
    said = [problem.message, problem.remedy] if not found else []
    return page(request, "refused.html", 409, said=said, mistakes=found)


def _told(request: Request, status: int, heading: str, *lines: str) -> Response:
    """A page of words, or the words alone for our script, which shows them where it stands."""
    if printing.wants_object(request):
        words = spoken_in(request)
        said = ". ".join(words.text(key).unescape().rstrip(".") for key in (heading, *lines))
        return JSONResponse({"problem": f"{said}."}, status)
    return page(request, "told.html", status, heading=heading, lines=lines)


def _names(request: Request) -> Sequence[str]:
    site = request.app.state.site
    assert isinstance(site, Site)  # noqa: S101 - for the type checker
    return tuple(site.shelf.leaflets())


def _fault(request: Request, problem: Exception) -> Response:
    """Our own fault: the log names the route and the kind, never the address's query or what was typed."""
    LOG.error("%s on %s", type(problem).__name__, request.scope.get("path", ""))
    return _told(request, 500, "wrong.fault", "wrong.fault_sub")
