"""A choice as it will print for this person, to be looked at before: with what is typed, which stays with the visit."""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request

from handoutgen.build import Built
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.for_person import ForPerson
from handoutgen.content.strategies import Strategy
from handoutgen.errors import HandoutError
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.pages import site_in, visit_in
from handoutgen.web.turns import Busy
from handoutgen.web.typed import dose_fields, person_of


class LookedAt(NamedTuple):
    """A finished leaflet for the screen."""

    built: Built
    is_personal: bool = False
    """Whether it shows what is typed: then nothing of it is kept beyond the visit."""
    is_refused: bool = False
    """Whether something is typed that cannot be printed, so that it is not shown."""


def strategies_of(request: Request, choice: LeafletChoice) -> tuple[Strategy, ...]:
    """What can be ticked, as it is printed for this clinic."""
    site = site_in(request)
    leaflet = site.leaflet_of(choice)
    return tuple(for_tags(leaflet, tags_of(site.clinic_now())).strategies) if leaflet else ()


def person_in(request: Request, choice: LeafletChoice) -> ForPerson | None:
    """What is typed, as this choice prints it; None where nothing is, or the form has no room for it. Raises
    UsageProblem."""
    if not choice.format.has_room_for_words:
        return None
    return person_of(visit_in(request).typed, dose_fields(strategies_of(request, choice), choice.leaflet))


def looked_at(request: Request, choice: LeafletChoice, reason: str | None) -> LookedAt:
    """The leaflet as *Print* would give it. Raises what `build` does, and `Busy`."""
    press = site_in(request).press
    try:
        person = person_in(request, choice)
        if person is not None:
            return LookedAt(_personal(request, choice, reason, person), is_personal=True)
    except Busy:
        raise
    except HandoutError:  # of the words, or else of the leaflet, which says so without them too
        return LookedAt(press.leaflet(choice, reason), is_refused=True)
    return LookedAt(press.leaflet(choice, reason))


def _personal(request: Request, choice: LeafletChoice, reason: str | None, person: ForPerson) -> Built:
    """Made once for a page and all its pictures."""
    visit, press = visit_in(request), site_in(request).press
    number = visit.typed_number
    key = (press.sources_of(choice), reason, number)
    if visit.look is not None and visit.look[0] == key:
        return visit.look[1]
    built = press.make(press.order(choice, reason, person))
    if visit.typed_number == number:
        visit.look = (key, built)
    return built
