"""How a leaflet in one language stands, in words: approved, a draft, overdue, behind, or not offered."""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.alternatives.web_page.markup import element
from handoutgen.service.traffic_light import LeafletState, LightReason
from handoutgen.site.frame import SitePage

ICONS = {"approved": "tick", "draft": "info", "overdue": "warning", "behind": "warning", "withheld": "info"}


def state_lines(page: SitePage, state: LeafletState, is_offered: bool) -> str:
    """The state as paragraphs, each with a sign of its own: never by colour alone."""
    if not is_offered:
        return withheld_line(page)
    return "".join(_line(page, kind, words) for kind, words in dict(_said(page, state)).items())


def withheld_line(page: SitePage) -> str:
    """That a leaflet is not offered, and whom to ask."""
    return _line(page, "withheld", page.word("state.withheld"))


def _line(page: SitePage, kind: str, words: str) -> str:
    return element("p", page.paper.icon(ICONS[kind]) + element("span", words), class_=f"state {kind}")


def _said(page: SitePage, state: LeafletState) -> Iterator[tuple[str, str]]:
    standing, words = state.standing, page.look.voice.words
    if LightReason.OVERDUE in state.reasons and standing.next_review:
        yield "overdue", page.word("state.overdue", date=words.day(standing.next_review))
    if LightReason.BEHIND in state.reasons:
        yield "behind", page.word("state.behind")
    if standing.is_draft or not standing.next_review:
        yield "draft", page.word("state.draft")
        return
    due, approver = words.month(standing.next_review), standing.approver
    if approver is None:
        yield "approved", page.word("state.approved_by_owner", due=due)
        return
    who = page.look.joined(filter(None, (approver.role, approver.organisation)))
    yield "approved", page.word("state.approved", who=who, date=words.day(approver.date), due=due)
