"""Days on which something was done, by what the leaflet says, and which have not come: a wrong year, most often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handoutgen.approval.holding import is_to_come
from handoutgen.check.findings import Findings
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity

_DONE = {"published": "was published", "last_reviewed": "was reviewed", "changes": "was changed"}


def check_days_to_come(leaflet: Leaflet, today: date, findings: Findings) -> None:
    """A warning at each such day, as who publishes next week may write it beforehand; an error at an approval, without
    which the leaflet would be a draft."""
    for path, day in _days(leaflet):
        if is_to_come(day, today):
            message = f"it {_DONE[str(path[1])]} on {day}, a day to come"
            findings.add("HG104", Severity.WARNING, message, "write the day on which that was done.", path)
    for index, approval in enumerate(leaflet.review.approvals):
        if is_to_come(approval.date, today):
            message = f"it was approved on {approval.date}, a day to come"
            hint = "write the day on which it was approved; or take the approval away, and write status: draft."
            findings.add("HG104", Severity.ERROR, message, hint, ("review", "approvals", index, "date"))


def _days(leaflet: Leaflet) -> Iterator[tuple[ModelPath, date]]:
    """The days of the record, each with its path."""
    review = leaflet.review
    yield ("review", "published"), review.published
    yield ("review", "last_reviewed"), review.last_reviewed
    yield from ((("review", "changes", index, "date"), each.date) for index, each in enumerate(review.changes))
