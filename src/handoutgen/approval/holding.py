"""A clinic's approvals and a leaflet's text of today → those that hold.

An approval that names a text holds for that text alone. One of the older shape names a version only: it holds for each
language that has the version, until one that names a text takes its place. One of a day that has not come is a mistake
in writing, and does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.clinic import Clinic, LeafletApproval
from handoutgen.content.load import LoadedClinic
from handoutgen.content.model import Leaflet
from handoutgen.content.versions import version_order

_AHEAD_OF_US = timedelta(days=1)
"""Where the day begins first it is tomorrow already: what is approved there may be printed by a server elsewhere."""


class Holds(StrEnum):
    """How far a clinic has approved what a leaflet says today."""

    YES = "yes"
    BY_VERSION_ALONE = "by version alone"
    """The record names no text, so nobody knows whether this is the one that was read."""
    ENDED = "ended"
    """The text has changed since, and the version has not."""
    NO = "no"


class LeafletNow(Struct, frozen=True):
    """A leaflet in one language as it is today. Its text is read when an approval asks for it, and not before."""

    id: str
    language: str
    version: str
    today: date
    digest: Callable[[], str]

    def is_meant_by(self, approval: LeafletApproval) -> bool:
        """Whether an approval may count for it."""
        return self._is_named_by(approval) and not is_to_come(approval.date, self.today)

    def is_too_early_for(self, approval: LeafletApproval) -> bool:
        """Whether an approval would count for it if its day had come."""
        return self._is_named_by(approval) and is_to_come(approval.date, self.today)

    def _is_named_by(self, approval: LeafletApproval) -> bool:
        return approval.is_for(self.id, self.version, self.language)


class JudgedApprovals(Struct, frozen=True):
    """The approvals of one version of a leaflet in one language."""

    holds: Holds
    ended: tuple[LeafletApproval, ...] = ()
    """Those of another text."""
    replaced: tuple[LeafletApproval, ...] = ()
    """Those that name no text, where others do."""
    to_come: tuple[LeafletApproval, ...] = ()
    """Those of a day that has not come."""


def is_to_come(day: date, today: date) -> bool:
    """Whether a day is still to come, wherever on earth it was written."""
    return day > today + _AHEAD_OF_US


def leaflet_now(leaflet: Leaflet, today: date, digest: Callable[[], str]) -> LeafletNow:
    """A leaflet that was read, and how to find its text's digest."""
    return LeafletNow(leaflet.id, leaflet.language, leaflet.review.version, today, digest)


def judged(approvals: Sequence[LeafletApproval], now: LeafletNow) -> JudgedApprovals:
    """How far these approvals hold."""
    meant = [approval for approval in approvals if now.is_meant_by(approval)]
    texts = [approval for approval in meant if approval.content]
    older = tuple(approval for approval in meant if not approval.content)
    to_come = tuple(filter(now.is_too_early_for, approvals))
    if not texts:
        return JudgedApprovals(Holds.BY_VERSION_ALONE if older else Holds.NO, to_come=to_come)
    digest = now.digest()
    ended = tuple(approval for approval in texts if approval.content != digest)
    if len(ended) < len(texts):
        return JudgedApprovals(Holds.YES, ended, older, to_come)
    return JudgedApprovals(Holds.ENDED, ended, older, to_come)


def with_approvals_that_hold(clinic: LoadedClinic, now: LeafletNow) -> LoadedClinic:
    """The clinic as a leaflet is printed for it today: knowing which approvals do not hold."""
    found = judged(clinic.clinic.approvals, now)
    void = (*found.ended, *found.replaced, *found.to_come)
    if not void:
        return clinic
    ended = found.ended if found.holds is Holds.ENDED else ()
    return replace(clinic, clinic=clinic.clinic.without(void, ended))


def not_risen_since(clinic: Clinic, now: LeafletNow) -> LeafletApproval | None:
    """The latest approval of another text whose version is no lower than today's: the text has changed, and the version
    should have risen above it. None where all is well, as when today's very text and version were approved."""
    texts = [
        each
        for each in clinic.approvals
        if each.content and each.leaflet == now.id and each.language in (None, now.language)
    ]
    now_at = version_order(now.version)
    at_or_above = [each for each in texts if version_order(each.version) >= now_at]
    if not at_or_above or judged(clinic.approvals, now).holds is Holds.YES:
        return None
    others = [each for each in at_or_above if each.content != now.digest()]
    return max(others, key=lambda each: (version_order(each.version), each.date), default=None)
