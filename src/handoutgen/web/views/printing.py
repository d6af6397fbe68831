"""*Print*, and what comes after it: the job in memory, the next person, the clock."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from handoutgen.build import Built
from handoutgen.content.words import format_date
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem
from handoutgen.service.requests import refuse_unprintable_reason
from handoutgen.service.traffic_light import Blocks
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.looking import person_in
from handoutgen.web.pages import date_language, field_in, form_in, kept_in, page, site_in, spoken_in, visit_in
from handoutgen.web.turns import Busy
from handoutgen.web.typed import typed_in
from handoutgen.web.views.choosing import choice_in, needs_reason, shown, state_in, wrong_size_of
from handoutgen.web.views.files import file_response
from handoutgen.web.visits import PrintJob

SHORTEST_REASON, LONGEST_REASON = 5, 80


def print_leaflet(request: Request) -> Response:
    """POST `/print`: the PDF as a job of this visit. What was typed is in no address, file or log."""
    visit = visit_in(request)
    visit.hold_typed(typed_in(form_in(request)))  # before all else: a print that is refused loses no word
    choice = choice_in(request, dict(form_in(request)))
    if not_made := wrong_size_of(request):
        return _refused(request, choice, "", UsageProblem(not_made, ""))
    state = state_in(request, choice)
    if state.standing.mistakes:
        return _refused(request, choice, "", ContentRefused(state.standing.mistakes))
    if state.blocks is Blocks.ALL:
        return _refused(request, choice, spoken_in(request).text("light.not_made").unescape())
    reason, wrong = _reason(request, choice)
    if wrong:
        return _refused(request, choice, wrong)
    try:
        built = _built(request, choice, reason)
    except Busy:
        raise
    except HandoutError as problem:
        return _refused(request, choice, "", problem)
    return _as_job(request, built, choice.leaflet)


def _built(request: Request, choice: LeafletChoice, reason: str | None) -> Built:
    """The leaflet with what is typed for the person; a file to keep is made without, for it leaves our hands."""
    press = site_in(request).press
    person = person_in(request, choice) if field_in(request, "do") != "save" else None
    return press.make(press.order(choice, reason, person)) if person else press.leaflet(choice, reason)


def _as_job(request: Request, built: Built, leaflet: str) -> Response:
    site = site_in(request)
    is_saved = field_in(request, "do") == "save"
    key = site.visits.put_job(request.state.visit, PrintJob(built.data, built.file_name, is_saved))
    kept_in(request).printed(leaflet)
    address = f"/job/{key}.pdf"
    if wants_object(request):
        return JSONResponse({"pdf": address, "pages": built.pages, "sheets": built.sheets})
    return RedirectResponse(address, 303)


def _reason(request: Request, choice: LeafletChoice) -> tuple[str | None, str]:
    """Why an overdue leaflet is printed, and what is wrong with the reason; neither for one that is not overdue."""
    state = state_in(request, choice)
    if not needs_reason(state):
        return None, ""
    words = spoken_in(request)
    if "reason" not in form_in(request):  # the page was opened before the review was due
        due = state.standing.next_review
        day = format_date(due, date_language(words)) if due else ""
        return None, words.text("light.overdue", date=day).unescape()
    reason = field_in(request, "reason", 200)
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        return None, words.text("light.no_reason").unescape()
    try:
        refuse_unprintable_reason(reason)
    except UsageProblem as problem:
        return None, words.text("light.bad_reason", why=problem.message).unescape()
    return reason, ""


def _refused(request: Request, choice: LeafletChoice, wrong: str, problem: HandoutError | None = None) -> Response:
    told = wrong or (_first_mistake(problem) if isinstance(problem, ContentRefused) else str(problem))
    if wants_object(request):
        return JSONResponse({"problem": told}, 422)
    return shown(request, choice, 422, wrong_reason=wrong, not_printed=told)


def _first_mistake(problem: ContentRefused) -> str:
    """Where it is, what it is and what to do, in a line."""
    first = next((each for each in problem.diagnostics if each.is_error), problem.diagnostics[0])
    return f"{first.span.file}, line {first.span.line}: {first.message}. {first.hint}"


def wants_object(request: Request) -> bool:
    """Whether our script asks, and not a plain form."""
    return request.headers.get("accept") == "application/json"


def job(request: Request) -> Response:
    """`/job/<random>.pdf`: a finished file, for the browser that asked for it alone, until the next person."""
    visit_in(request)
    found = site_in(request).visits.job(request.state.visit, request.path_params["key"])
    if found is None:
        return page(request, "told.html", 404, heading="wrong.gone", lines=["wrong.gone_sub"])
    return file_response(found.data, found.file_name, is_saved=found.is_saved)


def next_person(request: Request) -> Response:
    """POST `/next`: everything about the person is forgotten. `cleared`: the page's own clock did it."""
    site = site_in(request)
    site.visits.next_person(request.state.visit, site.clock())
    if field_in(request, "cleared"):
        visit_in(request).was_cleared = True
    return RedirectResponse("/", 303)


def keep(request: Request) -> Response:
    """POST `/keep`: somebody is still there."""
    visit_in(request)
    return PlainTextResponse("")
