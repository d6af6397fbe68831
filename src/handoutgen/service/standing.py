"""A leaflet's file, a clinic and a workshop → what is known of it: what its traffic light is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from handoutgen.build import EMPTY_FIELD, OVERDUE
from handoutgen.check.approvals import CHANGED_SINCE
from handoutgen.check.translation import BEHIND
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.examining import examine_for, fields_without_clinic
from handoutgen.library.peek import LeafletEntry
from handoutgen.service.traffic_light import Approver, LeafletStanding
from handoutgen.story.help import levels_of, number_for
from handoutgen.story.record import clinic_approval, is_draft
from handoutgen.story.voice import Voice
from handoutgen.workshop import Workshop, voice_for

_TOLD_OTHERWISE = (EMPTY_FIELD, OVERDUE, CHANGED_SINCE, BEHIND)
"""Errors that are reasons of their own, not mistakes in a file."""


def standing_of(
    entry: LeafletEntry, clinic: LoadedClinic | None, today: date, workshop: Workshop, newest: str = ""
) -> LeafletStanding:
    """What is known of a leaflet in one language. `newest` is the higher version that another language has; of the day
    nothing depends in the answer but which approvals have come. Never raises for what is wrong in the leaflet's file:
    that is part of the answer."""
    unread = LeafletStanding(entry.id, entry.language, entry.version, entry.next_review, newest=newest)
    try:
        loaded = workshop.leaflet(entry.path)
    except ContentRefused as refusal:
        return replace(unread, mistakes=refusal.diagnostics)
    except HandoutError as problem:
        return replace(unread, unreadable=problem.message)
    whose = workshop.for_clinic(loaded, clinic, today) if clinic else None
    found = [finding for finding in examine_for(loaded, whose, today, workshop) if finding.is_error]
    if whose is None:
        found += fields_without_clinic(loaded)
    return _known(entry, loaded, whose, found, workshop, newest)


def standing_unchecked(
    entry: LeafletEntry, clinic: LoadedClinic | None, today: date, workshop: Workshop, newest: str = ""
) -> LeafletStanding:
    """The same without the checks of the text: for whoever builds it too, which makes them anyway. Raises as
    `Readings.leaflet` does."""
    loaded = workshop.leaflet(entry.path)
    whose = workshop.for_clinic(loaded, clinic, today) if clinic else None
    return _known(entry, loaded, whose, (), workshop, newest)


def _known(
    entry: LeafletEntry, loaded: LoadedLeaflet, clinic: LoadedClinic | None, errors: Sequence[Diagnostic],
    workshop: Workshop, newest: str,
) -> LeafletStanding:  # fmt: skip
    """`clinic` has only those of its approvals that hold for the leaflet. A higher version of another language says
    nothing of a translation that knows part by part what it was made from."""
    leaflet = loaded.leaflet
    voice = voice_for(loaded, clinic.clinic if clinic else None)
    behind = workshop.parts_behind(loaded)
    return LeafletStanding(
        id=entry.id,
        language=entry.language,
        newest=newest if behind is None else "",
        version=leaflet.review.version,
        next_review=leaflet.review.next_review,
        approver=_approver(voice, leaflet),
        is_draft=is_draft(voice, leaflet),
        parts_behind=None if behind is None else tuple(tuple(key.split(".")) for key in behind),
        is_by_version_alone=bool((own := clinic_approval(voice, leaflet)) and not own.content),
        levels_without_number=tuple(_levels_without_number(voice, leaflet)) if clinic else (),
        fields_without_value=tuple(finding for finding in errors if finding.code == EMPTY_FIELD),
        mistakes=tuple(finding for finding in errors if finding.code not in _TOLD_OTHERWISE),
        changed_since=next((finding for finding in errors if finding.code == CHANGED_SINCE), None),
    )


def _approver(voice: Voice, leaflet: Leaflet) -> Approver | None:
    """The clinic's own approval of this version, or else the last one that the leaflet's record names."""
    if own := clinic_approval(voice, leaflet):
        return Approver(own.role, own.date)
    if is_draft(voice, leaflet) or not leaflet.review.approvals:
        return None
    last = leaflet.review.approvals[-1]
    return Approver(last.role, last.date, last.organisation or "")


def _levels_without_number(voice: Voice, leaflet: Leaflet) -> Iterator[str]:
    """Levels that say to call and not whom. Without a clinic there is a line to write the number on; a clinic that
    prints the same leaflet for everybody has one number, and leaves no nurse to remember it."""
    for key, level in levels_of(leaflet.help):
        if not level.where and not number_for(voice, key):
            yield key
