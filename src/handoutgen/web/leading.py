"""A request → whether it may change what the lead's screens show: it may, or it needs a PIN, or it may only look."""

from __future__ import annotations

from msgspec import Struct
from starlette.requests import Request

from handoutgen.web.pages import field_in, site_in, visit_in


class LeadSeen(Struct, frozen=True):
    """What a form of the lead's has to ask or to say."""

    may: bool
    asks_pin: bool
    """Whether the form has a field for the PIN."""


def lead_in(request: Request) -> LeadSeen:
    """How the door stands for whoever asks."""
    door = site_in(request).lead
    told_once = {name: told[0] for name in request.headers if len(told := request.headers.getlist(name)) == 1}
    is_in = door.is_open(told_once) or (visit_in(request).is_lead and not door.is_shut)
    return LeadSeen(is_in, not is_in and door.asks_pin)


def lets_lead(request: Request) -> bool:
    """Whether the form that was sent may change something; a PIN in it is remembered for this visit."""
    if lead_in(request).may:
        return True
    if not site_in(request).lead.opens(field_in(request, "pin"), site_in(request).clock()):
        return False
    visit_in(request).is_lead = True
    return True
