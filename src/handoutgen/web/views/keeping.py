"""What stays on this computer, changed by plain forms: favourites, the list of prints, how the pages are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from handoutgen.web.pages import field_in, form_in, page, site_in
from handoutgen.web.shelf import refuse_missing
from handoutgen.web.views.choosing import back_to
from handoutgen.web.wording import words


def star(request: Request) -> Response:
    """POST `/star`: a favourite, or no longer."""
    site = site_in(request)
    leaflet = refuse_missing(site.shelf.leaflets(), field_in(request, "leaflet"))
    site.kept.starred(leaflet.id)
    return _back(request)


def clear_recent(request: Request) -> Response:
    """POST `/recent/clear`."""
    site_in(request).kept.clear_recent()
    return _back(request)


def ui_language(request: Request) -> Response:
    """POST `/language`: which language the pages are in."""
    site_in(request).kept.choose(language=words(field_in(request, "ui")).language)
    return _back(request)


def computer(request: Request) -> Response:
    """`/computer`: the printer's sides and the key /, kept on this computer; POST changes them."""
    if request.method == "POST":
        asked = form_in(request)
        site_in(request).kept.choose(one_side="one_side" in asked, slash="slash" in asked)
        return RedirectResponse("/computer?saved=1", 303)
    return page(request, "computer.html", is_saved="saved" in request.query_params)


def keys(request: Request) -> Response:
    """`/keys`."""
    return page(request, "keys.html")


def _back(request: Request) -> Response:
    return RedirectResponse(back_to(field_in(request, "here", 500)), 303)
