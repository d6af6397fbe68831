"""What stays on this computer, changed by plain forms: favourites, the list of prints, how the pages are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from handoutgen.web.pages import field_in, form_in, kept_in, page, site_in, spoken_in, visit_in
from handoutgen.web.shelf import refuse_missing
from handoutgen.web.views.choosing import back_to
from handoutgen.web.wording import words


def star(request: Request) -> Response:
    """POST `/star`: a favourite, or no longer."""
    site = site_in(request)
    leaflet = refuse_missing(site.shelf.leaflets(), field_in(request, "leaflet"))
    kept_in(request).starred(leaflet.id)
    return _back(request)


def clear_recent(request: Request) -> Response:
    """POST `/recent/clear`."""
    kept_in(request).clear_recent()
    return _back(request)


def ui_language(request: Request) -> Response:
    """POST `/language`: which language the pages are in, until the next person."""
    visit_in(request).spoken = words(field_in(request, "ui")).language
    return _back(request)


def computer(request: Request) -> Response:
    """`/computer`: the language of the pages, the printer's sides and the key /, kept on this computer; POST changes
    them."""
    if request.method == "POST":
        asked = form_in(request)
        language = words(field_in(request, "ui") or spoken_in(request).language).language
        kept_in(request).choose(language=language, one_side="one_side" in asked, slash="slash" in asked)
        visit_in(request).spoken = ""
        return RedirectResponse("/computer?saved=1", 303)
    return page(request, "computer.html", is_saved="saved" in request.query_params)


def keys(request: Request) -> Response:
    """`/keys`."""
    return page(request, "keys.html")


async def place(request: Request) -> Response:
    """`/place`: how many are made before what this browser waits for, in words. It waits for no turn itself."""
    before = site_in(request).press.before(request.state.visit)
    words = spoken_in(request)
    if before is None:
        return PlainTextResponse("")
    said = words.text("queue.place", n=before) if before else words.text("queue.next")
    return PlainTextResponse(said.unescape())


def _back(request: Request) -> Response:
    return RedirectResponse(back_to(field_in(request, "here", 500)), 303)
