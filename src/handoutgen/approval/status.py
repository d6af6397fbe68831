"""Leaflets and clinics → what a person in charge must know: what is overdue, who approved what, what is out of step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handoutgen.approval.holding import Holds, LeafletNow, judged
from handoutgen.content.clinic import Clinic, LeafletApproval
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
    """Ids of the clinics whose approval of this very version holds."""
    ended_for: tuple[str, ...] = ()
    """Ids of the clinics that have approved another text under this version: it is a draft for them again."""
    by_version_alone: tuple[str, ...] = ()
    """Of those in `approved_by`, the clinics whose approval names no text."""
    other_version_approved_by: tuple[str, ...] = ()
    """Ids of the clinics that have approved another version only: they hand this one out as a draft."""


def no_digest(_: LeafletEntry) -> str:
    """For whoever asks nothing about approvals: no text is the one that was approved."""
    return ""


def leaflet_statuses(
    entries: Sequence[LeafletEntry],
    clinics: Iterable[Clinic],
    today: date,
    digest_of: Callable[[LeafletEntry], str] = no_digest,
) -> tuple[LeafletStatus, ...]:
    """The status of every leaflet, what is due first at the top; files that cannot be read are last. `digest_of` gives
    what the text of today is known by; it is asked only where an approval names a text."""
    newest = _newest_versions(entries)
    approvals: dict[str, dict[str, list[LeafletApproval]]] = {}
    for clinic in clinics:
        for approval in clinic.approvals:
            approvals.setdefault(approval.leaflet, {}).setdefault(clinic.id, []).append(approval)
    rows = [_status(entry, newest[entry.id], approvals.get(entry.id, {}), today, digest_of) for entry in entries]
    return tuple(sorted(rows, key=lambda row: (row.next_review or date.max, row.id, row.language)))


def _status(
    entry: LeafletEntry,
    newest: str,
    approvals: Mapping[str, Sequence[LeafletApproval]],
    today: date,
    digest_of: Callable[[LeafletEntry], str],
) -> LeafletStatus:
    now = LeafletNow(entry.id, entry.language, entry.version, lambda: digest_of(entry))
    held = {clinic: judged(each, now).holds for clinic, each in approvals.items()}

    def those(*how: Holds) -> tuple[str, ...]:
        return tuple(clinic for clinic, holds in held.items() if holds in how)

    others = tuple(
        clinic for clinic in those(Holds.NO) if any(each.version != entry.version for each in approvals[clinic])
    )
    return LeafletStatus(
        id=entry.id,
        language=entry.language,
        version=entry.version,
        status=entry.status,
        next_review=entry.next_review,
        days_left=(entry.next_review - today).days if entry.next_review else None,
        owner=entry.owner,
        behind=newest if entry.version and version_order(entry.version) < version_order(newest) else "",
        approved_by=those(Holds.YES, Holds.BY_VERSION_ALONE),
        ended_for=those(Holds.ENDED),
        by_version_alone=those(Holds.BY_VERSION_ALONE),
        other_version_approved_by=others,
    )


def _newest_versions(entries: Sequence[LeafletEntry]) -> dict[str, str]:
    newest: dict[str, str] = {}
    for entry in entries:
        newest[entry.id] = max(newest.get(entry.id, ""), entry.version, key=version_order)
    return newest
