"""What is made of a choice: page pictures, the PDF, plain text, the note for the record; and our own files by name."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from handoutgen.build import Built
from handoutgen.content.words import format_date
from handoutgen.depth import Depth
from handoutgen.design.colour import palette
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem
from handoutgen.formats import SIZES
from handoutgen.service.traffic_light import Blocks
from handoutgen.web.choice import FAMILIES, LeafletChoice
from handoutgen.web.form_names import form_name
from handoutgen.web.language_names import own_name
from handoutgen.web.looking import LookedAt, looked_at
from handoutgen.web.pages import page, query_in, site_in, size_name, spoken_in
from handoutgen.web.static_files import static_file
from handoutgen.web.turns import Busy
from handoutgen.web.views.choosing import choice_in, placeholder_reason, state_in

PAGE_DPI, THUMB_DPI, LARGE_DPI = 110, 24, 160
"""Of pictures: about twice the dots of the place where they stand, for sharp screens."""
_DPI = {"thumb": THUMB_DPI, "large": LARGE_DPI}
_LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
MOST_LOGO = 5_000_000
YEAR = 365 * 24 * 3600


def page_picture(request: Request) -> Response:
    """`/l/<id>/page/<number>.png`: a page as it will print."""
    choice = choice_in(request, query_in(request))
    reason = placeholder_reason(request, state_in(request, choice))
    press, pictures = site_in(request).press, site_in(request).pictures
    dpi = _DPI.get(request.query_params.get("as", ""), PAGE_DPI)
    number = int(request.path_params["number"])
    if dpi == THUMB_DPI and number == 1:
        small = press.small_picture(choice, reason, lambda data: pictures.picture(data, 1, THUMB_DPI))
        return Response(small, media_type="image/png")
    if "look" in request.query_params:
        look = looked_at(request, choice, reason)
    else:
        look = LookedAt(press.leaflet(choice, reason, is_urgent=dpi != THUMB_DPI))
    try:
        picture = pictures.picture(look.built.data, number, dpi, is_personal=look.is_personal)
        return Response(picture, media_type="image/png")
    except UsageProblem:
        return PlainTextResponse("There is no such page.", 404)


def all_pages(request: Request) -> Response:
    """`/l/<id>/pages`: every page, large."""
    choice = choice_in(request, query_in(request))
    site = site_in(request)
    look = looked_at(request, choice, placeholder_reason(request, state_in(request, choice)))
    facts = site.pictures.facts(look.built.data, is_personal=look.is_personal)
    entry = site.shelf.leaflets()[choice.leaflet].editions[choice.language]
    return page(request, "all_pages.html", choice=choice, entry=entry, facts=facts, look=look)


def paper_counts(request: Request) -> Response:
    """`/l/<id>/paper`: how much paper the sizes, forms and depths beside a choice take, by the queries they have. What
    cannot be made while others wait is left out; the page asks again."""
    choice = choice_in(request, query_in(request))
    beside = [
        *(choice.but(size=size) for size in SIZES),
        *(choice.but(form=family) for family in FAMILIES),
        *(choice.but(detail=depth) for depth in Depth if choice.format.is_whole),
    ]
    press, words = site_in(request).press, spoken_in(request)
    told: dict[str, dict[str, str]] = {}
    for each in beside:
        try:
            paper = press.paper(each) if each.is_made else None
        except Busy:
            continue
        if paper is not None:
            counted = words.text("results.pages", n=paper.pages), words.text("results.sheets", n=paper.sheets)
            told[each.query] = dict(zip(("pages", "sheets"), map(str, counted), strict=True))
        elif each.is_made:
            told[each.query] = {"pages": str(words.text("form.not_here")), "sheets": ""}
    return JSONResponse(told)


def leaflet_pdf(request: Request) -> Response:
    """`/l/<id>/leaflet.pdf`: the file to keep, the same bytes as `handoutgen build` writes."""
    choice = choice_in(request, query_in(request))
    refuse_blocked(request, choice)
    is_proof = "proof" in request.query_params
    press = site_in(request).press
    built = press.make(press.order(choice, is_proof=is_proof))
    return download(built, is_saved=not is_proof)


def leaflet_text(request: Request) -> Response:
    """`/l/<id>/leaflet.txt`: the whole leaflet as plain text."""
    choice = choice_in(request, query_in(request))
    refuse_blocked(request, choice)
    return PlainTextResponse(site_in(request).press.without_paper(choice, "text").data)


def leaflet_page(request: Request) -> Response:
    """`/l/<id>/leaflet.html`: the whole leaflet as one web page, to save and to send to a phone. It is never shown at
    this address: a page with a script of its own would have the desk's cookie."""
    choice = choice_in(request, query_in(request))
    refuse_blocked(request, choice)
    built = site_in(request).press.without_paper(choice, "html")
    return file_response(built.data, built.file_name, is_saved=True, media_type="text/html; charset=utf-8")


def note(request: Request) -> Response:
    """`/l/<id>/note.txt`: one line for the record, which names no person."""
    return PlainTextResponse(note_for(request, choice_in(request, query_in(request))))


def note_for(request: Request, choice: LeafletChoice) -> str:
    """What was given, in the words of the pages."""
    site, spoken = site_in(request), spoken_in(request)
    leaflet = site.press.loaded(site.shelf.leaflets()[choice.leaflet].editions[choice.language].path).leaflet
    clinic = site.clinic_now()
    said = spoken.text(
        "note.text",
        title=leaflet.title,
        code=leaflet.code,
        v=leaflet.review.version,
        size=size_name(spoken, choice.order_size),
        language=own_name(choice.language),
        form=form_name(spoken, choice),
        clinic=clinic.name if clinic else "",
        date=format_date(site.today(), "en-GB"),
    )
    return said.unescape().replace(". , ", ". ") + "\n"


def refuse_blocked(request: Request, choice: LeafletChoice) -> None:
    """Raise HandoutError for a leaflet that may not leave this computer, or only with a reason, which no address
    holds."""
    state = state_in(request, choice)
    words, blocks = spoken_in(request), state.blocks
    if state.standing.mistakes:
        raise ContentRefused(state.standing.mistakes)
    if blocks is not Blocks.NOTHING:
        raise HandoutError(str(words.text("light.not_made" if blocks is Blocks.ALL else "light.write")), "")


def download(built: Built, *, is_saved: bool) -> Response:
    """A finished file, to save under its usual name or to show."""
    return file_response(built.data, built.file_name, is_saved=is_saved)


def file_response(data: bytes, name: str, *, is_saved: bool, media_type: str = "application/pdf") -> Response:
    """A file's bytes. Its name holds nothing but ids, sizes and forms, so it needs no quoting beyond quotes."""
    kind = "attachment" if is_saved else "inline"
    return Response(data, media_type=media_type, headers={"Content-Disposition": f'{kind}; filename="{name}"'})


def logo(request: Request) -> Response:
    """`/logo`: the clinic's, as a picture."""
    site = site_in(request)
    clinic, path = site.clinic_now(), site.press.clinic_path()
    if clinic is None or clinic.logo is None or path is None:
        return PlainTextResponse("There is no logo.", 404)
    file = path.parent / clinic.logo.file
    kind = _LOGO_TYPES.get(file.suffix.lower())
    if kind is None or not file.is_file() or file.stat().st_size > MOST_LOGO:
        return PlainTextResponse("There is no logo.", 404)
    return Response(file.read_bytes(), media_type=kind)


def theme(request: Request) -> Response:
    """`/theme.css`: the pages in the clinic's colour, made dark enough to be read."""
    clinic = site_in(request).clinic_now()
    colours = palette(clinic.colour if clinic else None)
    said = f":root{{--accent:{colours.accent};--deep:{colours.deep};--tint:{colours.tint}}}"
    return Response(said, media_type="text/css")


def static(request: Request) -> Response:
    """`/static/<name>`: our own styles, scripts and fonts."""
    found = static_file(request.path_params["name"])
    if found is None:
        return PlainTextResponse("There is no such file.", 404)
    fresh = request.query_params.get("v") == found.digest or found.media_type == "font/ttf"
    kept = f"private, max-age={YEAR}, immutable" if fresh else "no-cache"
    return Response(found.data, headers={"Content-Type": found.media_type, "Cache-Control": kept})
