"""Leaflets and clinics → what a person in charge must know: what is overdue, who approved what, what is out of step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from handoutgen.approval.holding import Holds, LeafletNow, judged
from handoutgen.content.clinic import Clinic, LeafletApproval
from handoutgen.content.versions import version_order
from handoutgen.library.peek import LeafletEntry


class LeafletStatus(Struct, frozen=True):
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
    """The higher version that another language of the leaflet has; empty when it is in step, or where `parts_behind`
    tells more."""
    approved_by: tuple[str, ...]
    """Ids of the clinics whose approval of this very version holds."""
    ended_for: tuple[str, ...] = ()
    """Ids of the clinics that have approved another text under this version: it is a draft for them again."""
    by_version_alone: tuple[str, ...] = ()
    """Of those in `approved_by`, the clinics whose approval names no text."""
    other_version_approved_by: tuple[str, ...] = ()
    """Ids of the clinics that have approved another version only: they hand this one out as a draft."""
    parts_behind: tuple[str, ...] | None = None
    """Parts of a translation whose source has changed since; None where nobody has recorded that part by part."""


def no_digest(_: LeafletEntry) -> str:
    """For whoever asks nothing about approvals: no text is the one that was approved."""
    return ""


def no_parts(_: LeafletEntry) -> tuple[str, ...] | None:
    """For whoever asks nothing about translations part by part."""
    return None


def leaflet_statuses(
    entries: Sequence[LeafletEntry],
    clinics: Iterable[Clinic],
    today: date,
    digest_of: Callable[[LeafletEntry], str] = no_digest,
    parts_of: Callable[[LeafletEntry], tuple[str, ...] | None] = no_parts,
) -> tuple[LeafletStatus, ...]:
    """The status of every leaflet, what is due first at the top; files that cannot be read are last. `digest_of` gives
    what the text of today is known by; it is asked only where an approval names a text. `parts_of` gives
    the parts of a translation that are behind."""
    newest = _newest_versions(entries)
    approvals: dict[str, dict[str, list[LeafletApproval]]] = {}
    for clinic in clinics:
        for approval in clinic.approvals:
            approvals.setdefault(approval.leaflet, {}).setdefault(clinic.id, []).append(approval)
    rows = [
        _status(entry, newest[entry.id], approvals.get(entry.id, {}), today, digest_of, parts_of(entry))
        for entry in entries
    ]
    return tuple(sorted(rows, key=lambda row: (row.next_review or date.max, row.id, row.language)))


def _status(
    entry: LeafletEntry,
    newest: str,
    approvals: Mapping[str, Sequence[LeafletApproval]],
    today: date,
    digest_of: Callable[[LeafletEntry], str],
    parts_behind: tuple[str, ...] | None,
) -> LeafletStatus:
    now = LeafletNow(entry.id, entry.language, entry.version, today, lambda: digest_of(entry))
    held = {clinic: judged(each, now).holds for clinic, each in approvals.items()}

    def those(*how: Holds) -> tuple[str, ...]:
        return tuple(clinic for clinic, holds in held.items() if holds in how)

    others = tuple(
        clinic for clinic in those(Holds.NO) if any(each.version != entry.version for each in approvals[clinic])
    )
    is_older = bool(entry.version) and version_order(entry.version) < version_order(newest)
    return LeafletStatus(
        id=entry.id,
        language=entry.language,
        version=entry.version,
        status=entry.status,
        next_review=entry.next_review,
        days_left=(entry.next_review - today).days if entry.next_review else None,
        owner=entry.owner,
        behind=newest if is_older and parts_behind is None else "",
        parts_behind=parts_behind,
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
