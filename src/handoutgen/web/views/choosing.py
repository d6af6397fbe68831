"""One leaflet: what can be chosen, the page as it will print, the light, and *Print*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from markupsafe import Markup
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from handoutgen.build import Built
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.formats import SIZES
from handoutgen.service.traffic_light import Blocks, LeafletState, Light, LightReason
from handoutgen.web.choice import FAMILIES, MAIN_FAMILIES, USUAL_PAPER, LeafletChoice, choice_of, nearest_made, size_of
from handoutgen.web.form_names import form_name
from handoutgen.web.looking import LookedAt, looked_at, strategies_of
from handoutgen.web.pages import field_in, form_in, kept_in, page, query_in, site_in, size_name, spoken_in, visit_in
from handoutgen.web.pictures import PageFacts
from handoutgen.web.press import PaperCount
from handoutgen.web.samples import sample_of
from handoutgen.web.shelf import refuse_missing
from handoutgen.web.turns import Busy
from handoutgen.web.typed import dose_fields, typed_in

NEAREST_FOR = ("sheet",)
"""Forms that are asked for by their length, so that what comes nearest in a size is offered beside them."""
EDGES = {"DuplexFlipLongEdge": "long", "DuplexFlipShortEdge": "short"}
"""Which edge sheets turn over, as the pages' words are keyed."""


class Offered(Struct, frozen=True):
    """One thing that can be chosen, and what it would take."""

    choice: LeafletChoice
    is_chosen: bool
    paper: PaperCount | None = None


class MadeLeaflet(Struct, frozen=True):
    """What became of a choice: a finished leaflet, or why there is none."""

    look: LookedAt | None = None
    problem: HandoutError | None = None

    @property
    def built(self) -> Built | None:
        """The finished leaflet."""
        return self.look.built if self.look else None

    @property
    def mistakes(self) -> Sequence[Diagnostic]:
        """What is wrong in the leaflet's or the clinic's file."""
        found = self.problem.diagnostics if isinstance(self.problem, ContentRefused) else ()
        return [finding for finding in found if finding.is_error]


def leaflet_page(request: Request) -> Response:
    """`/l/<id>?lang&size&form&paper&detail`."""
    choice = choice_in(request, query_in(request))
    said = query_in(request)
    if "size" in said or "lang" in said:  # what the page shows is what the bar says, and what the next leaflet gets
        site_in(request).visits.want(request.state.visit, size=choice.size, language=choice.language)
    return shown(request, choice)


def choice_in(request: Request, fields: dict[str, list[str]]) -> LeafletChoice:
    """The choice that an address or a form names. Raises HandoutError for a leaflet that is not here."""
    site = site_in(request)
    name = request.path_params.get("leaflet") or next(iter(fields.get("leaflet", ())), "")
    leaflet = refuse_missing(site.shelf.leaflets(), name)
    clinic = site.clinic_now()
    return choice_of(leaflet, fields, visit_in(request).wanted, clinic.paper if clinic else USUAL_PAPER)


def shown(
    request: Request, choice: LeafletChoice, status: int = 200, wrong_reason: str = "", not_printed: str = ""
) -> Response:
    """The page of a choice."""
    site = site_in(request)
    leaflets = site.shelf.leaflets()
    leaflet = leaflets[choice.leaflet]
    state = state_in(request, choice)
    made = _make(request, choice, state)
    look = made.look
    facts = site.pictures.facts(look.built.data, is_personal=look.is_personal) if look else PageFacts(0, 210, 297, ())
    if look and look.is_refused:
        not_printed = not_printed or spoken_in(request).text("wrong.typed").unescape()
    return page(
        request,
        "choose.html",
        status,
        leaflet=leaflet,
        entry=leaflet.editions[choice.language],
        choice=choice,
        state=state,
        can_print=made.built is not None and state.blocks is not Blocks.ALL,
        made=made,
        sizes=_sizes(request, choice),
        forms=_forms(request, choice, MAIN_FAMILIES),
        more_forms=_forms(request, choice, FAMILIES[len(MAIN_FAMILIES) :]),
        depths=_depths(request, choice),
        nearest=nearest_made(choice),
        not_in=not_in(request, choice),
        missing=[(each, nearest_made(each)) for each in _missing(choice) if each.form in NEAREST_FOR],
        facts=facts,
        edge=EDGES.get(choice.format.duplex, "") if not kept_in(request).now.one_side else "",
        paper_sum=_paper_sum(request, made, facts),
        sample=_sample(request, choice),
        strategies=(strategies := strategies_of(request, choice)),
        in_pack=choice in visit_in(request).pack,
        doses=dose_fields(strategies, choice.leaflet),
        typed=visit_in(request).typed,
        is_room=choice.format.has_room_for_words,
        in_english=choice.but(language=leaflet.edition().language),
        behind=lambda tag: _behind(leaflet.editions[tag].standing.on(site.today())),
        help_levels=_levels(request, state),
        is_favourite=choice.leaflet in kept_in(request).now.favourites,
        wrong_reason=wrong_reason,
        not_printed=not_printed,
    )


def state_in(request: Request, choice: LeafletChoice) -> LeafletState:
    """How the leaflet of a choice stands today, in its form and size."""
    site = site_in(request)
    state = site.shelf.leaflets()[choice.leaflet].editions[choice.language].standing.on(site.today())
    return state.in_form(choice.format.name, choice.order_size)


def needs_reason(state: LeafletState) -> bool:
    """Whether it is printed only with a reason."""
    return state.blocks is Blocks.UNTIL_A_REASON


def change(request: Request) -> Response:
    """POST `/choose`: what this person needs, and the page of the choice; from the bar, the page that was open."""
    fields = dict(form_in(request))
    visit = request.state.visit
    site = site_in(request)
    visit_in(request).hold_typed(typed_in(fields))
    if "leaflet" in fields:
        choice = choice_in(request, fields)
        if not_made := wrong_size_of(request):
            return shown(request, choice, 422, not_printed=not_made)
        site.visits.want(visit, size=choice.size, language=choice.language)
        return RedirectResponse(choice.address, 303)
    site.visits.want(
        visit,
        size=size_of(field_in(request, "size")) or "standard",
        language=field_in(request, "lang") or None,
        paper=field_in(request, "paper") or None,
    )
    return RedirectResponse(back_to(field_in(request, "here", 500), without=("size", "lang", "paper")), 303)


def wrong_size_of(request: Request) -> str:
    """What is wrong with a size that was typed: it is never left out for another; nothing where none is wrong."""
    typed = field_in(request, "other_size")
    return "" if not typed or size_of(typed) else spoken_in(request).text("size.wrong").unescape()


def back_to(address: str, without: Sequence[str] = ()) -> str:
    """The page of ours that a form came from; the first page for any other address."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not re.fullmatch(r"/[\w./-]*", parts.path) or parts.path.startswith("//"):
        return "/"
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name not in without])
    return f"{parts.path}?{query}" if query else parts.path


def _make(request: Request, choice: LeafletChoice, state: LeafletState) -> MadeLeaflet:
    if not choice.is_made:
        return MadeLeaflet()
    try:
        return MadeLeaflet(looked_at(request, choice, placeholder_reason(request, state)))
    except Busy:
        raise
    except HandoutError as problem:
        return MadeLeaflet(problem=problem)


def not_in(request: Request, choice: LeafletChoice) -> str:
    """Which of the main forms this size does not have; nothing when it has all."""
    words = spoken_in(request)
    without = _missing(choice)
    if not without:
        return ""
    size = words.text(f"size.{choice.size}") if choice.size in SIZES else size_name(words, choice.size)
    named = ", ".join(form_name(words, each) for each in without)
    return words.text("form.not_in_line", forms=named, size=size)


def _missing(choice: LeafletChoice) -> list[LeafletChoice]:
    return [each for family in MAIN_FAMILIES if not (each := choice.but(form=family)).is_made]


def _paper_sum(request: Request, made: MadeLeaflet, facts: PageFacts) -> str:
    """ "14 pages · 7 sheets, both sides"; as many sheets as sides where the printer prints one side alone."""
    if made.built is None:
        return ""
    words, one_side = spoken_in(request), kept_in(request).now.one_side
    sheets = facts.sides if one_side else made.built.sheets
    said = {
        "p": words.text("results.pages", n=made.built.pages),
        "s": Markup("<b>{}</b>").format(words.text("results.sheets", n=sheets)),
    }
    return words.text("do.side" if one_side or facts.sides == sheets else "do.both", **said)


def placeholder_reason(request: Request, state: LeafletState) -> str | None:
    """What stands in the pictures of an overdue leaflet until somebody writes why it is printed."""
    return str(spoken_in(request).text("light.reason_here")) if LightReason.OVERDUE in state.reasons else None


def _behind(state: LeafletState) -> str:
    """The colour in which a translation is behind; nothing when it is in step."""
    if LightReason.SAFETY_BEHIND in state.reasons:
        return Light.RED.value
    return Light.AMBER.value if LightReason.BEHIND in state.reasons else ""


def _levels(request: Request, state: LeafletState) -> str:
    """The levels of help at which the clinic has no number, by name."""
    words = spoken_in(request)
    return ", ".join(words.text(f"light.level_{level}") for level in state.standing.levels_without_number)


def _offered(request: Request, choice: LeafletChoice, is_chosen: bool) -> Offered:
    paper = site_in(request).press.known_paper(choice) if choice.is_made else None
    return Offered(choice, is_chosen, paper)


def _sizes(request: Request, choice: LeafletChoice) -> list[Offered]:
    return [_offered(request, choice.but(size=size), size == choice.size) for size in SIZES]


def _forms(request: Request, choice: LeafletChoice, families: Sequence[str]) -> list[Offered]:
    offered = [family for family in families if _has(request, choice, family)]
    return [_offered(request, choice.but(form=family), family == choice.form) for family in offered]


def _has(request: Request, choice: LeafletChoice, family: str) -> bool:
    """Whether the leaflet has for this clinic what a form shows: exercises with a drawing, parts to write on, or texts
    in Easy Read."""
    site = site_in(request)
    leaflet = site.leaflet_of(choice)
    if leaflet is None:
        return True
    leaflet = for_tags(leaflet, tags_of(site.clinic_now()))
    if family == "exercise":
        return any(how.figure for strategy in leaflet.strategies for how in strategy.how)
    if family == "easy-read":
        return leaflet.easy_read is not None
    return family != "write-on" or bool(leaflet.tools)


def _depths(request: Request, choice: LeafletChoice) -> list[Offered]:
    if not choice.format.is_whole:
        return []
    depths = type(choice.detail)
    both = (depths.FULL, depths.ESSENTIAL)
    return [_offered(request, choice.but(detail=depth), depth is choice.detail) for depth in both]


def _sample(request: Request, choice: LeafletChoice) -> str:
    site = site_in(request)
    leaflet = site.leaflet_of(choice)
    return sample_of(leaflet) if leaflet else site.shelf.leaflets()[choice.leaflet].editions[choice.language].title
