"""A clinic's approvals beside a leaflet's text of today → findings: a text that has changed and whose version has not
risen, approvals that name no text, and approvals of a day that has not come.

A build tells the first as a warning, for it prints the leaflet as a draft; `check` refuses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice

from handoutgen.approval.comparing import changes_between, places_of, summary
from handoutgen.approval.content_text import ContentText
from handoutgen.approval.holding import is_to_come, leaflet_now, not_risen_since
from handoutgen.approval.kept_copies import KeptState, folder_of_copies, read_copy
from handoutgen.check.findings import Findings
from handoutgen.content.clinic import LeafletApproval
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.versions import version_order
from handoutgen.diagnostics import Diagnostic, Severity

CHANGED_SINCE, NAMES_NO_TEXT, TO_COME = "HG701", "HG702", "HG703"
MOST_NAMED = 5
COPY_TROUBLE = {
    KeptState.MISSING: "its kept copy is gone",
    KeptState.CHANGED: "its kept copy has been changed by hand",
    KeptState.TOO_LARGE: "its kept copy is no such text",
    KeptState.UNREADABLE: "its kept copy cannot be read",
}
"""Why nobody can say what has changed."""


def check_ended(loaded: LoadedLeaflet, clinic: LoadedClinic, content: Callable[[], ContentText]) -> list[Diagnostic]:
    """An error where the very version that is printed was approved with another text. The clinic is one with the
    approvals that hold (`Workshop.for_clinic`)."""
    ended = [(clinic, each) for each in clinic.clinic.ended]
    return _told(ended, loaded, content)


def check_not_risen(
    loaded: LoadedLeaflet, clinics: Iterable[LoadedClinic], today: date, content: Callable[[], ContentText]
) -> list[Diagnostic]:
    """The same of all clinics that approve it; also where a higher version was approved than the changed text has."""
    now = leaflet_now(loaded.leaflet, today, lambda: content().digest)
    found = ((clinic, not_risen_since(clinic.clinic, now)) for clinic in clinics)
    return _told([(clinic, approval) for clinic, approval in found if approval], loaded, content)


def check_to_come(clinic: LoadedClinic, today: date, leaflet: str = "") -> list[Diagnostic]:
    """A warning at each approval of a day that has not come, of one leaflet or of all: it does not count."""
    findings = Findings(clinic.sources)
    for index, each in enumerate(clinic.clinic.approvals):
        if is_to_come(each.date, today) and leaflet in ("", each.leaflet):
            message = f"{each.leaflet} {each.version} was approved on {each.date}, a day to come: it does not count"
            hint = "write the day on which it was approved; or take this away and approve it again."
            findings.add(TO_COME, Severity.WARNING, message, hint, ("approvals", index, "date"))
    return findings.in_order()


def check_names_no_text(clinic: LoadedClinic) -> list[Diagnostic]:
    """A warning where approvals name a version only, each once, unless one that names a text has taken its place."""
    findings = Findings(clinic.sources)
    named = {(each.leaflet, each.version) for each in clinic.clinic.approvals if each.content}
    older = [
        (index, each)
        for index, each in enumerate(clinic.clinic.approvals)
        if not each.content and (each.leaflet, each.version) not in named
    ]
    if older:
        listed = ", ".join(f"{each.leaflet} {each.version}" for _, each in islice(older, MOST_NAMED))
        more = f" and {len(older) - MOST_NAMED:,} more" if len(older) > MOST_NAMED else ""
        message = f"approved by version alone, so that a changed text would stay approved: {listed}{more}"
        hint = f"read it and renew it: handoutgen approve {older[0][1].leaflet} --clinic {clinic.clinic.id} --role ROLE"
        findings.add(NAMES_NO_TEXT, Severity.WARNING, message, f"{hint}.", ("approvals", older[0][0], "version"))
    return findings.in_order()


def _told(
    found: Sequence[tuple[LoadedClinic, LeafletApproval]], loaded: LoadedLeaflet, content: Callable[[], ContentText]
) -> list[Diagnostic]:
    """One error for all clinics: of the highest version and the latest day."""
    findings = Findings(loaded.sources)
    if found:
        clinic, approval = max(found, key=lambda each: (version_order(each[1].version), each[1].date))
        others = len({whose.clinic.id for whose, _ in found}) - 1
        who = clinic.clinic.id + (f" and {others:,} other{'' if others == 1 else 's'}" if others else "")
        _tell(approval, who, loaded, _what_has_changed(approval, clinic, content()), findings)
    return findings.in_order()


def _what_has_changed(approval: LeafletApproval, clinic: LoadedClinic, now: ContentText) -> str:
    kept = read_copy(folder_of_copies(clinic.path), approval)
    if kept.state is not KeptState.SOUND:
        return f"the text has changed since, and {COPY_TROUBLE[kept.state]}"
    changes = changes_between(kept.lines, now.lines)
    return f"changed since: {summary(changes)} ({places_of(changes)})"


def _tell(approval: LeafletApproval, who: str, loaded: LoadedLeaflet, what: str, findings: Findings) -> None:
    leaflet = loaded.leaflet
    version = leaflet.review.version
    is_lower = version_order(approval.version) > version_order(version)
    also = f", and this is version {version} only" if is_lower else ""
    message = f"{who} approved version {approval.version} on {approval.date.isoformat()}{also}; {what}"
    seen = f"handoutgen diff {leaflet.id} --since approved"
    hint = f"raise version above {approval.version}, then approve it; what has changed: {seen}."
    findings.add(CHANGED_SINCE, Severity.ERROR, message, hint, ("review", "version"))
