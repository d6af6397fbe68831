"""A template and what it shows → a page, in the language of the pages and with what stands around every screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from handoutgen import __version__
from handoutgen.content.words import format_date, format_month
from handoutgen.design.iconset import icon_names, icon_path
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError
from handoutgen.formats import SIZES, parse_size
from handoutgen.language import language_of
from handoutgen.memory import Once
from handoutgen.web.choice import LARGER, PAPERS, USUAL_PAPER
from handoutgen.web.form_names import form_name
from handoutgen.web.kept import Keeper
from handoutgen.web.language_names import own_name
from handoutgen.web.site import Site
from handoutgen.web.static_files import address_of
from handoutgen.web.visits import Visit
from handoutgen.web.wording import PageWords, page_languages, words

_FOLDER = Path(__file__).parent / "templates"


def site_in(request: Request) -> Site:
    """The site that a request is for."""
    site = request.app.state.site
    assert isinstance(site, Site)  # noqa: S101 - for the type checker
    return site


def visit_in(request: Request) -> Visit:
    """The person at this browser."""
    site = site_in(request)
    return site.visits.of(request.state.visit, site.clock())


def kept_in(request: Request) -> Keeper:
    """What is kept for whoever asks: on this computer, or in the browser where many come."""
    own = getattr(request.state, "kept", None)
    return own if isinstance(own, Keeper) else site_in(request).kept


def spoken_in(request: Request) -> PageWords:
    """The words of the pages in the language that is chosen for them: now, or else on this computer."""
    return words(visit_in(request).spoken or kept_in(request).now.language)


def form_in(request: Request) -> Mapping[str, list[str]]:
    """The fields of the form that was sent; none for a page that was opened."""
    form: Mapping[str, list[str]] = request.state.form
    return form


def field_in(request: Request, name: str, most: int = 80) -> str:
    """One field of the form on one line, at most so many characters of it."""
    value = next(iter(form_in(request).get(name, ())), "")
    return " ".join(value.split())[:most]


def query_in(request: Request) -> dict[str, list[str]]:
    """What the address says after its question mark."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def page(request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """The finished page."""
    site = site_in(request)
    spoken = spoken_in(request)
    visit = visit_in(request)
    clinic = site.clinic_now()
    around = {
        "t": spoken.text,
        "ui": spoken,
        "words": spoken.list,
        "uis": page_languages(),
        "clinic": clinic,
        "kept": kept_in(request).now,
        "kept_is_behind": kept_in(request).is_behind,
        "visit": visit,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "paper_now": visit.wanted.paper or (clinic.paper if clinic else USUAL_PAPER),
        "day": lambda when: format_date(when, date_language(spoken)),
        "month": lambda when: format_month(when, date_language(spoken)),
        "bar_languages": site.shelf.index().languages,
        "size_name": lambda size: size_name(spoken, size),
        "points": lambda size: f"{parse_size(size).base:g}",
        "short_size": lambda size: spoken.text(f"size.{size}") if size in SIZES else size_name(spoken, size),
        "form_name": lambda choice: form_name(spoken, choice),
        "form_name_of": lambda paper: spoken.text("form.leaflet", paper=PAPERS[paper]),
    }
    return HTMLResponse(_environment().get_template(template).render({**around, **shown}), status)


def missing_page(request: Request) -> HTMLResponse:
    """What is said of an address that leads to nothing."""
    return page(request, "told.html", 404, heading="wrong.missing", lines=["wrong.missing_sub"])


def closed_page() -> HTMLResponse:
    """What is said to a browser that has had no ticket: as little as a stranger may know."""
    return HTMLResponse(_environment().get_template("closed.html").render(ui=words("en"), t=words("en").text), 403)


def size_name(spoken: PageWords, size: str) -> str:
    """ "Large, 18 pt", or "20 pt" for a size without a name."""
    try:
        points = f"{parse_size(size).base:g}"
    except HandoutError:
        return size
    if size not in SIZES:
        return str(spoken.text("size.pt", n=points))
    return str(spoken.text("size.points", size=spoken.text(f"size.{size}"), n=points))


def date_language(spoken: PageWords) -> str:
    """The language in which these pages write a day."""
    return "en-GB" if spoken.language == "en" else spoken.language


@Once
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        asset=address_of, icon=_icon, own_name=own_name, version=__version__, SIZES=SIZES, direction=_direction,
        LARGER=LARGER, PAPERS=PAPERS,
    )  # fmt: skip
    environment.filters["iso"] = date.isoformat
    environment.filters["at_field"] = _at_field
    return environment


def _at_field(finding: Diagnostic) -> str:
    """What a check says, as a sentence beside a field, where nobody sees quotes, keys and lines of a file."""
    hint = "" if "take the line away" in finding.hint else re.sub(r'in quotes, like "(.*)"', r"like \1", finding.hint)
    said = (finding.message, hint.rstrip("."))
    return " ".join(f"{each[0].upper()}{each[1:]}." for each in said if each)


def _direction(tag: str) -> str:
    return language_of(tag).direction


def _icon(name: str) -> Markup:
    """An icon of the leaflets' own set, for the eye alone: what it means is said beside it."""
    if name not in icon_names():
        return Markup()
    svg = icon_path(name).read_text(encoding="utf-8")
    return Markup(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))  # noqa: S704
