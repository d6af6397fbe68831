"""Leaflets and clinics → what a person in charge must know: what is overdue, who approved what, what is out of step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handoutgen.content.clinic import Clinic
from handoutgen.content.versions import version_order
from handoutgen.library.peek import LeafletEntry


@dataclass(frozen=True, slots=True)
class LeafletStatus:
    """One leaflet in one language, as it stands today. What its file does not tell is None or empty."""

    id: str
    language: str
    version: str
    status: str
    next_review: date | None
    days_left: int | None
    """Until the next review; negative when it is overdue."""
    owner: str
    behind: str
    """The higher version that another language of the leaflet has; empty when it is in step."""
    approved_by: tuple[str, ...]
    """Ids of the clinics that have approved this very version."""
    other_version_approved_by: tuple[str, ...]
    """Ids of the clinics that have approved another version only: they hand this one out as a draft."""


def leaflet_statuses(
    entries: Sequence[LeafletEntry], clinics: Iterable[Clinic], today: date
) -> tuple[LeafletStatus, ...]:
    """The status of every leaflet, what is due first at the top; files that cannot be read are last."""
    newest = _newest_versions(entries)
    approvals = [(a.leaflet, a.version, clinic.id) for clinic in clinics for a in clinic.approvals]
    rows = [_status(entry, newest[entry.id], approvals, today) for entry in entries]
    return tuple(sorted(rows, key=lambda row: (row.next_review or date.max, row.id, row.language)))


def _status(entry: LeafletEntry, newest: str, approvals: Sequence[tuple[str, str, str]], today: date) -> LeafletStatus:
    of_it = [(version, clinic) for leaflet, version, clinic in approvals if leaflet == entry.id]
    here = tuple(dict.fromkeys(clinic for version, clinic in of_it if version == entry.version))
    return LeafletStatus(
        id=entry.id,
        language=entry.language,
        version=entry.version,
        status=entry.status,
        next_review=entry.next_review,
        days_left=(entry.next_review - today).days if entry.next_review else None,
        owner=entry.owner,
        behind=newest if entry.version and version_order(entry.version) < version_order(newest) else "",
        approved_by=here,
        other_version_approved_by=tuple(dict.fromkeys(clinic for _, clinic in of_it if clinic not in here)),
    )


def _newest_versions(entries: Sequence[LeafletEntry]) -> dict[str, str]:
    newest: dict[str, str] = {}
    for entry in entries:
        newest[entry.id] = max(newest.get(entry.id, ""), entry.version, key=version_order)
    return newest
