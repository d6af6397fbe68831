"""A plan, a day and a folder → a site: what is withheld first, then what the batch is to make, then the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.batch.entry import ManifestEntry
from handoutgen.batch.left_over import Pruned
from handoutgen.batch.matrix import Row, rows_of, usually_named
from handoutgen.batch.naming import FOR_A_SITE, NO_CLINIC
from handoutgen.batch.plan_file import BatchPlan, LoadedPlan
from handoutgen.batch.run import Batch
from handoutgen.errors import HandoutError
from handoutgen.library.catalogue import Catalogue
from handoutgen.service.traffic_light import LightReason
from handoutgen.site.offering import filled, shelves
from handoutgen.site.places import WEB_PAGE
from handoutgen.site.publishing import Published, WantedPage, clear_folders, publish, what_would_change
from handoutgen.site.record import SiteRecord, read_record
from handoutgen.site.site_pages import site_pages
from handoutgen.site.standing_pages import with_what_stands
from handoutgen.workshop import Workshop

ONLY_SIZE = "standard"
"""What a batch calls the size of what has none."""


class WithheldEdition(NamedTuple):
    """A leaflet that a clinic's site does not offer in a language, and why."""

    clinic: str
    leaflet: str
    language: str
    reason: LightReason


class SiteOrder(Struct, frozen=True):
    """What is asked for: a plan's site in a folder, on a day. `reason`: why overdue leaflets are given out."""

    plan: LoadedPlan
    catalogue: Catalogue
    out: Path
    today: date
    reason: str | None = None

    @property
    def plan_of_batch(self) -> LoadedPlan:
        """The plan as a batch of its own, with names that no version and no other plan changes."""
        named = self.plan.plan.model_copy(update={"name": None})
        return replace(self.plan, plan=named, path=self.plan.path.with_name(f"{self.plan.path.name} (site)"))


class SiteRun:
    """One making of a site."""

    def __init__(self, order: SiteOrder, workshop: Workshop) -> None:
        """Find out what is offered. Raises ContentRefused with every problem of the plan."""
        self.order = order
        self._workshop = workshop
        self.record = SiteRecord()
        matrix = rows_of(order.plan_of_batch, order.catalogue, FOR_A_SITE)
        rows = _with_web_pages(matrix.rows, order.plan_of_batch.plan)
        self._shelves = shelves(rows, order.catalogue.project, order.today, order.reason, workshop)
        unmade = {each[:3] for each in self.withheld() if each.reason is not LightReason.MISTAKE}
        self.matrix = replace(matrix, rows=tuple(row for row in rows if _edition_of(row) not in unmade))

    def take_up(self) -> SiteRecord:
        """Read what the folder has of earlier runs, once it is held. Raises HandoutError where it has another plan's
        site."""
        self.record = read_record(self.order.out)
        if self.record.plan not in ("", self.order.plan.path.name):
            raise HandoutError(
                f"{self.order.out} has the site of another plan, {self.record.plan}.",
                "Use another --out, or call the plan by that name again.",
            )
        return self.record

    def pages(self, entries: Sequence[ManifestEntry]) -> dict[str, WantedPage]:
        """All pages by path, for what is there of the plan's files."""
        own: dict[str, list[ManifestEntry]] = {}
        for entry in entries:
            own.setdefault(entry.clinic or NO_CLINIC, []).append(entry)
        stocked = tuple(filled(each, own.get(each.id, ())) for each in self._shelves.shelves)
        self._shelves = with_what_stands(self._shelves._replace(shelves=stocked), self.record)
        return site_pages(self._shelves, self.record, self._workshop)

    def withheld(self) -> list[WithheldEdition]:
        """What is not offered, as far as it is known: what was not made is, once `pages` were asked for."""
        return [
            WithheldEdition(shelf.id, leaflet.listed.id, language, why)
            for shelf in self._shelves.shelves
            for leaflet in shelf.leaflets
            for language, why in leaflet.withheld.items()
        ]

    def would_change(self, wanted: Mapping[str, WantedPage]) -> Published:
        """What writing the pages would do."""
        return what_would_change(self.order.out, wanted, self.record, self._shelves.stay)

    def publish(self, wanted: Mapping[str, WantedPage]) -> Published:
        """Write the pages that have changed. Raises HandoutError as `publishing.publish`."""
        return publish(self.order.out, self.order.plan.path.name, wanted, self.record, self._shelves.stay)

    def clear_away(self, batch: Batch) -> Pruned:
        """Delete what the batch made once and is offered no longer, but for what somebody has changed."""
        pruned = batch.prune()
        for path in pruned.deleted:
            clear_folders(self.order.out, path)
        return pruned


def _edition_of(row: Row) -> tuple[str, str, str]:
    return row.names["clinic"], row.leaflet.id, row.leaflet.language


def _with_web_pages(rows: Sequence[Row], plan: BatchPlan) -> tuple[Row, ...]:
    """The rows, and those for the web page of each leaflet in each language for each clinic that has none."""
    there = {_edition_of(row) for row in rows if row.format == WEB_PAGE}
    editions: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        editions.setdefault(_edition_of(row), row)
    added = (
        usually_named(replace(row, format=WEB_PAGE, size=ONLY_SIZE, detail=detail, is_named=True), FOR_A_SITE, plan)
        for edition, row in editions.items()
        if edition not in there
        for detail in plan.options.detail
    )
    return (*rows, *added)
