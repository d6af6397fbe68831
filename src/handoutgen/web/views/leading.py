"""For who answers for the leaflets: what needs them first, and the same as a table. No leaflet changes here."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet
from handoutgen.service.approving import stands_in_the_way
from handoutgen.service.traffic_light import LeafletState, Light, LightReason
from handoutgen.web.language_names import own_name
from handoutgen.web.pages import page, site_in, spoken_in

URGENCY = (
    LightReason.MISTAKE, LightReason.NUMBER, LightReason.OVERDUE, LightReason.SAFETY_BEHIND, LightReason.DRAFT,
    LightReason.BEHIND, LightReason.SOON, LightReason.APPROVED,
)  # fmt: skip
"""What needs somebody first."""
SHOWS = ("needs", "due", "all")
COLUMNS = ("leaflet", "title", "language", "version", "state", "approved_by", "approved_on", "review_due", "behind")


class DateRow(Struct, frozen=True):
    """One leaflet in one language, as it stands today."""

    leaflet: ListedLeaflet
    edition: LeafletEdition
    state: LeafletState

    @property
    def order(self) -> tuple[object, ...]:
        """By what needs somebody first, then by when."""
        due = self.state.standing.next_review or date.max
        return (URGENCY.index(self.state.reasons[0]), due, self.leaflet.id, self.edition.language)

    @property
    def can_be_approved(self) -> bool:
        """Whether it is a draft that nothing stands in the way of."""
        return LightReason.DRAFT in self.state.reasons and stands_in_the_way(self.state) is None

    @property
    def is_due(self) -> bool:
        """Whether its review is overdue or due soon."""
        return bool({LightReason.OVERDUE, LightReason.SOON} & {*self.state.reasons})


def dates(request: Request) -> Response:
    """`/dates`, with `?show=` due or all."""
    rows = _rows(request)
    shown = request.query_params.get("show", SHOWS[0])
    chosen = [row for row in rows if row.is_due] if shown == "due" else rows
    counted = Counter(reason for row in rows for reason in row.state.reasons)
    tiles = [
        (LightReason.OVERDUE, counted[LightReason.OVERDUE]),
        (LightReason.SOON, counted[LightReason.SOON]),
        (LightReason.DRAFT, counted[LightReason.DRAFT]),
        (LightReason.BEHIND, counted[LightReason.BEHIND] + counted[LightReason.SAFETY_BEHIND]),
        (LightReason.APPROVED, sum(row.state.light is Light.GREEN for row in rows)),
    ]
    return page(
        request,
        "dates.html",
        rows=chosen,
        tiles=tiles,
        shown=shown,
        shows=SHOWS,
        count=len(rows),
        approved=_approved(request, rows),
        kept_as=request.query_params.get("kept", ""),
    )


def _approved(request: Request, rows: Sequence[DateRow]) -> LeafletEdition | None:
    """What was approved just now, for the words above the table; nothing that only the address says."""
    said = (request.query_params.get("approved"), request.query_params.get("lang"))
    found = next((row for row in rows if (row.leaflet.id, row.edition.language) == said), None)
    is_ours = re.fullmatch(r"[a-z0-9-]{1,60}_[0-9_-]{1,24}", request.query_params.get("kept", ""))
    return found.edition if found and is_ours and not found.state.standing.is_draft else None


def dates_csv(request: Request) -> Response:
    """`/dates.csv`: all of them, for a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(request):
        writer.writerow([_cell(value) for value in _values(request, row)])
    headers = {"Content-Disposition": 'attachment; filename="leaflets.csv"'}
    return Response("\ufeff" + text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _rows(request: Request) -> list[DateRow]:
    site = site_in(request)
    rows = [
        DateRow(leaflet, edition, edition.standing.on(site.today()))
        for leaflet in site.shelf.leaflets().values()
        for edition in leaflet.editions.values()
    ]
    return sorted(rows, key=lambda row: row.order)


def _values(request: Request, row: DateRow) -> Sequence[str]:
    standing = row.state.standing
    approver = standing.approver
    return (
        row.leaflet.id,
        row.edition.title,
        own_name(row.edition.language),
        standing.version,
        spoken_in(request).text(f"state.{row.state.reasons[0].value}").unescape(),
        approver.role if approver else "",
        approver.date.isoformat() if approver else "",
        standing.next_review.isoformat() if standing.next_review else "",
        standing.newest or ", ".join(".".join(map(str, path)) for path in standing.parts_behind or ()),
    )


def _cell(value: str) -> str:
    """A cell that a spreadsheet would take for a formula is not one."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
