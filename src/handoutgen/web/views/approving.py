"""Approving one version of a leaflet for the clinic, by role: what is approved is said before, and recorded after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from handoutgen.errors import HandoutError
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet
from handoutgen.service.approving import (
    TextToApprove,
    counts_for,
    is_a_role,
    record_approval,
    stands_in_the_way,
    text_to_approve,
)
from handoutgen.service.traffic_light import LeafletState, LightReason
from handoutgen.web.leading import lead_in, lets_lead
from handoutgen.web.pages import field_in, page, site_in, spoken_in
from handoutgen.web.shelf import refuse_missing

LONGEST_TYPED = 120
LONGEST_CONTENT = 20_000
TOLD_AT = ("version", "blocked", "role", "read", "pin", "file")
"""Where something may be told that is wrong."""


class Approvable(Struct, frozen=True):
    """A leaflet in one language as it is now, and what an approval of it would count for."""

    leaflet: ListedLeaflet
    edition: LeafletEdition
    state: LeafletState
    blocked_by: LightReason | None
    texts: tuple[TextToApprove, ...]
    """What would be recorded; nothing where it cannot be approved."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it would count for."""
        return tuple(text.language for text in self.texts) or (self.edition.language,)

    @property
    def content(self) -> str:
        """What the texts are known by, so that none is approved that has changed since this page was shown."""
        return "-".join(text.content.digest for text in self.texts)

    @property
    def has_not_risen(self) -> bool:
        """Whether the text is another than the approved one, under the same version."""
        return self.state.standing.changed_since is not None

    @property
    def version(self) -> str:
        """The version that would be approved."""
        return self.state.standing.version

    @property
    def is_draft(self) -> bool:
        """Whether there is anything to approve."""
        standing = self.state.standing
        return standing.is_draft or standing.is_by_version_alone


def approve(request: Request) -> Response:
    """`/approve?leaflet&lang`: what would be approved; POST records it, if it still is what was read."""
    if request.method == "GET":
        return _shown(request, _found(request, request.query_params), {})
    found = _found(request, {name: field_in(request, name) for name in ("leaflet", "lang")})
    typed = {"role": field_in(request, "role", LONGEST_TYPED), "read": field_in(request, "read")}
    wrong = _wrong(request, found, typed)
    if wrong:
        return _shown(request, found, typed, wrong, 409 if "version" in wrong else 422)
    if not lets_lead(request):
        return _shown(request, found, typed, {"pin": "wrong"}, 403)
    return _recorded(request, found, typed)


def _found(request: Request, said: Mapping[str, str]) -> Approvable:
    site = site_in(request)
    leaflet = refuse_missing(site.shelf.leaflets(), said.get("leaflet", ""))
    edition = leaflet.edition(said.get("lang", ""))
    states = {tag: other.standing.on(site.today()) for tag, other in leaflet.editions.items()}
    state = states[edition.language]
    blocked_by = stands_in_the_way(state)
    tags = () if blocked_by else [tag for tag in counts_for(states, state.standing.version) if _asks(states[tag])]
    texts = (text_to_approve(site.press.loaded(leaflet.editions[tag].path)) for tag in tags)
    return Approvable(leaflet, edition, state, blocked_by, tuple(texts))


def _asks(state: LeafletState) -> bool:
    """Whether there is anything to approve in this language, and nothing to mend first."""
    standing = state.standing
    return (standing.is_draft or standing.is_by_version_alone) and standing.changed_since is None


def _wrong(request: Request, found: Approvable, typed: Mapping[str, str]) -> dict[str, str]:
    """What keeps the approval from being recorded, by where it is told."""
    words = spoken_in(request)
    wrong: dict[str, str] = {}
    is_what_was_read = not found.texts or field_in(request, "content", LONGEST_CONTENT) == found.content
    if field_in(request, "version") != found.version or not is_what_was_read:
        wrong["version"] = words.text("approve.changed", v=found.version)
    if found.blocked_by or found.has_not_risen or not found.is_draft:
        wrong["blocked"] = words.text("approve.blocked")
    if not is_a_role(typed["role"]):
        wrong["role"] = words.text("approve.not_role")
    if typed["read"] != "yes":
        wrong["read"] = words.text("approve.not_read")
    return wrong


def _recorded(request: Request, found: Approvable, typed: Mapping[str, str]) -> Response:
    site = site_in(request)
    path = site.press.clinic_path()
    if path is None:
        return page(request, "told.html", 409, heading="clinic.none", lines=["clinic.none_sub"])
    with site.saving:
        try:
            now = datetime.fromtimestamp(site.clock())
            kept = record_approval(path, found.texts, typed["role"], site.today(), now)
        except HandoutError as problem:
            return _shown(request, found, typed, {"file": problem.message}, 422)
    address = f"/dates?approved={found.leaflet.id}&lang={found.edition.language}&kept={kept.stem}"
    return RedirectResponse(address, 303)


def _shown(
    request: Request,
    found: Approvable,
    typed: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    if site_in(request).press.clinic_path() is None:
        return page(request, "told.html", 409, heading="clinic.none", lines=["clinic.none_sub"])
    day = site_in(request).today()
    return page(
        request,
        "approve.html",
        status,
        found=found,
        typed={"role": "", "read": "", **typed},
        wrong={**dict.fromkeys(TOLD_AT, ""), **(wrong or {})},
        lead=lead_in(request),
        today=day,
    )
