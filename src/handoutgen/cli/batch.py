"""`handoutgen batch`: the whole matrix for many clinics, again and again, of which only what changed is built."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.boundary import hear_no_more
from handoutgen.cli.options import expired_option, json_option, today_option
from handoutgen.errors import DONE, HandoutError

if TYPE_CHECKING:
    from handoutgen.batch.plan_file import BatchPlan
    from handoutgen.batch.pools import Pools
    from handoutgen.batch.run import Batch, Job, RowOutcome
    from handoutgen.cli.batch_report import Report


def cores() -> int:
    """How many processor cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@click.command("batch")
@click.argument("plan", type=click.Path(path_type=Path), metavar="PLAN.yaml")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder for the files, not the plan's.")
@click.option("--dry-run", is_flag=True, help="List every row with its reason, and build nothing.")
@click.option("--jobs", type=click.IntRange(1, 512), metavar="N", help="Rows built side by side, if not one per core.")
@click.option("--scheduler", metavar="ADDRESS", help="Build on this Dask cluster, such as tcp://10.0.0.5:8786.")
@click.option("--failed", is_flag=True, help="Try again only the rows that failed in the last run.")
@click.option("--zip", "zips", is_flag=True, help="Put each clinic's files into an archive as well.")
@click.option("--prune", is_flag=True, help="Delete files of earlier runs that the plan has no longer.")
@expired_option()
@today_option()
@json_option()
def command(
    plan: Path,
    out: Path | None,
    dry_run: bool,
    jobs: int | None,
    scheduler: str | None,
    failed: bool,
    zips: bool,
    prune: bool,
    allow_expired: str | None,
    today: date,
    as_json: bool,
) -> int:
    """Build leaflets for many clinics as a plan says, and only what has changed since the last time.

    \b
    For example, to see what would be built and why, then to build it:
      handoutgen batch plan.yaml --dry-run
      handoutgen batch plan.yaml

    The out folder gets a manifest (manifest.json, manifest.csv) with the hash of every file. A batch that is stopped,
    in whatever way, goes on where it was when it is run again. The plan's keys: "handoutgen schema batch".
    """
    from handoutgen.batch.ledger import read_ledger
    from handoutgen.batch.matrix import rows_of
    from handoutgen.batch.plan_file import load_plan
    from handoutgen.batch.run import Batch, folder_held
    from handoutgen.cli.batch_report import Report
    from handoutgen.library.catalogue import catalogue_of

    if jobs and scheduler:
        raise click.UsageError("--jobs is for this machine and --scheduler for a cluster: choose one of them.")
    begun, loaded = time.perf_counter(), load_plan(plan)
    matrix = rows_of(loaded, catalogue_of(Path()))
    folder, reason = out or Path(loaded.plan.out), reason_of(allow_expired, loaded.plan)
    report = Report(folder, matrix.left_out, as_json)
    if dry_run:
        batch = Batch(loaded, folder, today, reason, read_ledger(folder))
        batch.prepare(matrix)
        report.list_reasons(batch)
        return DONE
    with folder_held(folder) as ledger:
        batch = Batch(loaded, folder, today, reason, ledger)
        batch.prepare(matrix)
        report.begin(batch)
        work(batch, batch.to_build(failed), report, jobs or cores(), scheduler)
        _finish(batch, report, prune, zips)
    report.end(batch, time.perf_counter() - begun)
    return report.exit_code


def reason_of(typed: str | None, plan: BatchPlan) -> str | None:
    """Why overdue leaflets are built: what was typed, or else what the plan says. Raises UsageProblem."""
    from handoutgen.service.requests import refuse_unprintable_reason

    reason = plan.allow_expired if typed is None else typed
    if reason is not None:
        refuse_unprintable_reason(reason)
    return reason


def work(batch: Batch, todo: list[Job], report: Report, jobs: int, scheduler: str | None) -> None:
    """Build what is to be built. Ctrl-C, a full disk or a lost cluster stop it; what is done by then stays done."""
    if not todo:
        return
    try:
        with _pools(batch, jobs, len(todo), scheduler) as pools:
            outcomes = batch.outcomes(todo, pools)
            try:
                for outcome in _with_bar(outcomes, len(todo), report.shows_bar):
                    report.take(outcome)
            finally:
                outcomes.close()  # type: ignore[attr-defined]
    except KeyboardInterrupt:
        report.stop("Stopped.", len(todo))
        hear_no_more()  # rows in work end by themselves within seconds
    except HandoutError as problem:
        report.stop(problem, len(todo))


def _finish(batch: Batch, report: Report, prune: bool, zips: bool) -> None:
    """What is done to the out folder after all rows; nothing when the batch was stopped."""
    if prune and not report.stopped:
        report.pruned(batch.prune())
    if zips and not report.stopped:
        report.zipped(batch.zip_clinics())


@contextmanager
def _pools(batch: Batch, jobs: int, rows: int, scheduler: str | None) -> Iterator[Pools]:
    if scheduler is None:
        from handoutgen.batch.pools import pools_of

        yield pools_of(min(jobs, rows), rows)
        return
    from handoutgen.batch.cluster import cluster

    with cluster(scheduler, batch.program) as pools:
        yield pools


def _with_bar(outcomes: Iterator[RowOutcome], count: int, shown: bool) -> Iterator[RowOutcome]:
    """The outcomes, with a bar, the rate and the time left on a terminal."""
    if not shown:
        yield from outcomes
        return
    begun, done = time.perf_counter(), 0

    def rate(_: RowOutcome | None) -> str:
        return f"{done / max(time.perf_counter() - begun, 0.001):.1f} rows a second"

    with click.progressbar(length=count, label="Building", file=sys.stderr, item_show_func=rate, show_pos=True) as bar:
        for outcome in outcomes:
            done += 1
            bar.update(1, outcome)
            yield outcome
