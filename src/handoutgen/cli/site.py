"""`handoutgen site`: static pages for a clinic or many, to find leaflets, read them and print them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen.cli.batch import cores, reason_of, work
from handoutgen.cli.batch_report import MOST_LISTED, Report
from handoutgen.cli.options import expired_option, json_option, today_option
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.batch.ledger import Ledger
    from handoutgen.batch.run import Batch
    from handoutgen.site.publishing import Published
    from handoutgen.site.run import SiteRun, WithheldEdition

WHY = {
    "mistake": "it could not be made",
    "number": "the clinic has no number to call, or another detail is missing",
    "safety_behind": "the translation is older than the leaflet, perhaps in what keeps a reader safe",
    "overdue": "its review date has passed; --allow-expired REASON gives it out all the same",
}
"""Why a leaflet is not offered, by the reason of its traffic light."""


@click.command("site")
@click.argument("plan", type=click.Path(path_type=Path), metavar="PLAN.yaml")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder of the site, not the plan's.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, written and taken away, and do nothing.")
@click.option("--jobs", type=click.IntRange(1, 512), metavar="N", help="Rows built side by side, if not one per core.")
@expired_option()
@today_option()
@json_option()
def command(
    plan: Path,
    out: Path | None,
    dry_run: bool,
    jobs: int | None,
    allow_expired: str | None,
    today: date,
    as_json: bool,
) -> int:
    """Make static pages from a batch plan: an index with a search, and a page for each leaflet.

    \b
    For example, to see what would change, then to make it:
      handoutgen site plan.yaml --out site --dry-run
      handoutgen site plan.yaml --out site

    The folder runs from a disk, a shared folder or any static host: links are relative, and nothing is fetched. Only
    what has changed is written. With leaflets_at in a clinic's file the codes on paper lead to the leaflets' own pages.
    """
    from handoutgen.batch.ledger import read_ledger
    from handoutgen.batch.plan_file import load_plan
    from handoutgen.batch.run import folder_held
    from handoutgen.library.catalogue import catalogue_of
    from handoutgen.site.run import SiteOrder, SiteRun
    from handoutgen.workshop import Workshop

    begun, loaded = time.perf_counter(), load_plan(plan)
    folder, reason = out or Path(loaded.plan.out), reason_of(allow_expired, loaded.plan)
    run = SiteRun(SiteOrder(loaded, catalogue_of(Path()), folder, today, reason), Workshop())
    report = Report(folder, run.matrix.left_out, as_json)
    if dry_run:
        return _would(run, _prepared(run, read_ledger(folder)), report, as_json)
    with folder_held(folder) as ledger:
        batch = _prepared(run, ledger)
        report.begin(batch)
        work(batch, batch.to_build(), report, jobs or cores(), None)
        told = None if report.stopped else _publish(run, batch, report)
    withheld = run.withheld()
    report.more = {"site": _as_object(told, withheld)}
    report.end(batch, time.perf_counter() - begun)
    if told and not as_json:
        _tell(told, withheld)
    return REFUSED if withheld else report.exit_code


def _prepared(run: SiteRun, ledger: Ledger) -> Batch:
    """The batch that makes the site's files, with its reasons."""
    from handoutgen.batch.run import Batch

    notice = run.take_up().notice
    ledger.notices.extend([notice] if notice else [])
    order = run.order
    batch = Batch(order.plan_of_batch, order.out, order.today, order.reason, ledger)
    batch.prepare(run.matrix)
    return batch


def _publish(run: SiteRun, batch: Batch, report: Report) -> Published:
    """The pages first, so that none leads to a file that is taken away."""
    told = run.publish(run.pages(list(batch.standing().values())))
    report.pruned(run.clear_away(batch))
    return told


def _would(run: SiteRun, batch: Batch, report: Report, as_json: bool) -> int:
    """A dry run: the rows with their reasons, and the pages as they will be if each row can be made."""
    told = run.would_change(run.pages(list(batch.expected().values())))
    withheld = run.withheld()
    report.more = {"site": _as_object(told, withheld)}
    report.list_reasons(batch)
    if not as_json:
        _tell(told, withheld, would=True)
    return DONE


def _as_object(told: Published | None, withheld: Sequence[WithheldEdition]) -> dict[str, Any]:
    pages = (
        {"written": told.written, "unchanged": len(told.unchanged), "removed": told.removed, "kept": told.kept}
        if told
        else {}
    )
    return {**pages, "withheld": [{**each._asdict(), "reason": str(each.reason)} for each in withheld]}


def _tell(told: Published, withheld: Sequence[WithheldEdition], would: bool = False) -> None:
    for each in withheld[:MOST_LISTED]:
        why = WHY.get(each.reason, each.reason)
        click.echo(f"Not offered: {each.leaflet} ({each.language}), {each.clinic}: {why}.", err=True)
    if len(withheld) > MOST_LISTED:
        click.echo(f"Not offered: {len(withheld) - MOST_LISTED} more.", err=True)
    for path, why in told.kept.items():
        click.echo(f"Not deleted: {path}: {printable(why)}.", err=True)
    for path in told.removed[:MOST_LISTED]:
        click.echo(f"{'Would be deleted' if would else 'Deleted'}: {path}")
    done = f"{counted(len(told.written), 'page')} {'would be ' if would else ''}written"
    click.echo(f"{done}, {len(told.unchanged)} unchanged, {len(told.removed)} taken away.")
