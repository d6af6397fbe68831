"""What a batch does → lines for a person, or one JSON object for programs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen import diagnostics
from handoutgen.cli.screen import show, show_diagnostics, to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, HandoutError
from handoutgen.phrases import counted
from handoutgen.service.problems import problem_object

if TYPE_CHECKING:
    from handoutgen.batch.entry import ManifestEntry
    from handoutgen.batch.left_over import Pruned
    from handoutgen.batch.matrix import LeftOutRow
    from handoutgen.batch.run import Batch, Job, RowOutcome
    from handoutgen.batch.task import Failure, Untold

MOST_LISTED = 20
"""So many left-over files or combinations are told by name; the manifest and --json have them all."""
GO_ON = "Run the same command again to go on."


class Report:
    """Everything a batch says. The same problem is told once, however many rows have it."""

    def __init__(self, out: Path, left_out: Sequence[LeftOutRow], as_json: bool) -> None:
        self.stopped = False
        self.more: dict[str, Any] = {}
        """What else an object for programs says."""
        self._out = out
        self._left_out = left_out
        self._as_json = as_json
        self._outcomes: list[dict[str, Any]] = []
        self._failures: dict[Failure, list[str]] = {}
        self._counts: Counter[str] = Counter()
        self._deleted: list[str] = []
        self._kept: dict[str, str] = {}
        self._zips: list[str] = []
        self._problem: HandoutError | None = None

    @property
    def shows_bar(self) -> bool:
        """A bar is for people who look."""
        return sys.stderr.isatty() and not self._as_json

    @property
    def exit_code(self) -> int:
        """1 when any row failed or the batch was stopped."""
        return REFUSED if self.stopped or self._counts["failed"] else DONE

    def list_reasons(self, batch: Batch) -> None:
        """A dry run: every row with its reason."""
        stale = [entry.path for entry in batch.left_over()]
        if self._as_json:
            rows = [_row_object(job) for job in batch.jobs]
            left = _left_out_objects(self._left_out, batch)
            told = {"rows": rows, "left_out": left, "left_over": stale, "notices": batch.ledger.notices}
            click.echo(to_json({**told, **self.more}))
            return
        self.begin(batch)
        counts: Counter[str] = Counter()
        not_made = {entry.path for entry in batch.not_made()}
        for job in batch.jobs:
            standing = "left out" if job.row.path in not_made else "unchanged"
            counts["to build" if job.reasons else standing] += 1
            click.echo(f"{job.row.path}  {', '.join(job.reasons) or standing}")
        self._tell_left_over(stale)
        parts = [f"{counts['to build']} to build", f"{counts['unchanged']} unchanged"]
        parts += [f"{counts['left out']} left out"] if counts["left out"] else []
        click.echo(f"{counted(len(batch.jobs), 'row')}: {', '.join(parts)}.")

    def begin(self, batch: Batch) -> None:
        """What is to be known before the work."""
        if self._as_json:
            return
        for notice in batch.ledger.notices:
            click.echo(f"Note: {printable(notice)}", err=True)
        for each in self._left_out[:MOST_LISTED]:
            click.echo(f"Left out: {each.what}. {printable(each.why)}", err=True)
        if len(self._left_out) > MOST_LISTED:
            click.echo(f"Left out: {len(self._left_out) - MOST_LISTED} more combinations.", err=True)

    def take(self, outcome: RowOutcome) -> None:
        """One row done."""
        entry = outcome.entry
        self._counts[entry.status] += 1
        if entry.status == "left out":
            pass  # told at the end, with those of earlier runs
        elif outcome.failure is None:
            self._counts["pages"] += entry.pages
            self._counts["sheets"] += entry.sheets
            self._counts["warnings"] += bool(outcome.warnings)
        else:
            self._failures.setdefault(outcome.failure, []).append(entry.path)
        if self._as_json:
            self._outcomes.append(_outcome_object(outcome))

    def stop(self, problem: HandoutError | str, of: int) -> None:
        """The batch ends before its end."""
        self.stopped = True
        if isinstance(problem, str):
            problem = HandoutError(problem)
        left = f"{self._counts['made']} of {counted(of, 'row')} were made and are kept. {GO_ON}"
        self._problem = HandoutError(problem.message, f"{problem.remedy} {left}".strip())

    def pruned(self, pruned: Pruned) -> None:
        """What --prune did."""
        self._deleted, self._kept = pruned.deleted, pruned.kept

    def zipped(self, names: list[str]) -> None:
        """What --zip wrote."""
        self._zips = names

    def end(self, batch: Batch, seconds: float) -> None:
        """The summary."""
        stale = [entry.path for entry in batch.left_over()]
        not_made = batch.not_made()
        left = {entry.path for entry in not_made}
        unchanged = sum(not job.reasons and job.row.path not in left for job in batch.jobs)
        if self._as_json:
            click.echo(to_json({**self._as_object(batch, stale, unchanged, seconds), **self.more}))
            return
        _tell_not_made(not_made)
        _tell_said_less(batch.saying_less())
        for failure, paths in self._failures.items():
            _tell(failure, paths)
        if self._problem is not None:
            show(self._problem)
        for path in self._deleted:
            click.echo(f"Deleted: {path}")
        for path, why in self._kept.items():
            click.echo(f"Not deleted: {path}: {printable(why)}.", err=True)
        self._tell_left_over([path for path in stale if path not in self._kept])
        if self._zips:
            click.echo(f"{counted(len(self._zips), 'archive')} written.")
        click.echo(self._summary(unchanged, len(not_made), seconds))

    def _summary(self, unchanged: int, left_out: int, seconds: float) -> str:
        counts = self._counts
        parts = [f"{counts['made']} made", f"{unchanged} unchanged"]
        parts += [f"{left_out} left out"] if left_out else []
        parts += [f"{counts['failed']} failed"] if counts["failed"] else []
        paper = f" {counted(counts['pages'], 'page')}, {counted(counts['sheets'], 'sheet')} of paper."
        return f"{', '.join(parts)} in {seconds:.1f} s, in {self._out}.{paper if counts['made'] else ''}"

    def _tell_left_over(self, stale: Sequence[str]) -> None:
        for path in stale[:MOST_LISTED]:
            click.echo(f"No longer in the plan: {path}", err=True)
        if len(stale) > MOST_LISTED:
            click.echo(f"No longer in the plan: {len(stale) - MOST_LISTED} more.", err=True)
        if stale:
            click.echo("Delete them with --prune.", err=True)

    def _as_object(self, batch: Batch, stale: list[str], unchanged: int, seconds: float) -> dict[str, Any]:
        counts = self._counts
        told: dict[str, Any] = {
            "rows": self._outcomes,
            "made": counts["made"],
            "unchanged": unchanged,
            "failed": counts["failed"],
            "pages": counts["pages"],
            "sheets": counts["sheets"],
            "seconds": round(seconds, 3),
            "left_out": _left_out_objects(self._left_out, batch),
            "left_over": stale,
            "deleted": self._deleted,
            "archives": self._zips,
            "notices": batch.ledger.notices,
            "manifest": str(self._out / "manifest.json"),
            "exit_code": self.exit_code,
        }
        if self._problem is not None:
            told["error"] = problem_object(self._problem)
        return told


def _tell_not_made(entries: Sequence[ManifestEntry]) -> None:
    """What "all" or "alternatives" brought in and cannot be made, each reason once."""
    paths: dict[str, list[str]] = {}
    for entry in entries:
        paths.setdefault(entry.problem, []).append(entry.path)
    for why, those in list(paths.items())[:MOST_LISTED]:
        click.echo(f"Left out: {those[0]}{_and_more(those)}. {printable(why)}", err=True)
    if len(paths) > MOST_LISTED:
        click.echo(f"Left out: {len(paths) - MOST_LISTED} more, each with its reason in the manifest.", err=True)


def _tell_said_less(entries: Sequence[ManifestEntry]) -> None:
    """What short forms and the essential depth leave out, each once with the files that do."""
    paths: dict[Untold, list[str]] = {}
    for entry in entries:
        for told in entry.left_out:
            paths.setdefault(told, []).append(entry.path)
    for told, those in list(paths.items())[:MOST_LISTED]:
        click.echo(f"Note: {those[0]}{_and_more(those)}: {printable(told.message)}. {told.code}", err=True)
    if len(paths) > MOST_LISTED:
        click.echo(f"Note: {len(paths) - MOST_LISTED} more that files leave out; the manifest has all.", err=True)


def _and_more(paths: Sequence[str]) -> str:
    return f" and {len(paths) - 1} more" if len(paths) > 1 else ""


def _left_out_objects(combinations: Sequence[LeftOutRow], batch: Batch) -> list[dict[str, str]]:
    told = [{"what": each.what, "why": each.why} for each in combinations]
    return told + [{"what": entry.path, "why": entry.problem} for entry in batch.not_made()]


def _tell(failure: Failure, paths: Sequence[str]) -> None:
    """One problem, and the rows that have it."""
    click.echo(f"Not made: {paths[0]}{_and_more(paths)}", err=True)
    if failure.diagnostics:
        show_diagnostics(failure.diagnostics)
        click.echo(failure.message, err=True)
    elif failure.kind == "internal" and failure.details:
        show(_fault(failure))
        if "--debug" in sys.argv:
            click.echo(failure.details, err=True)
    else:
        show(HandoutError(failure.message, failure.remedy))


def _fault(failure: Failure) -> Exception:
    from handoutgen.errors import InternalError

    return InternalError(failure.message)


def _row_object(job: Job) -> dict[str, Any]:
    return {"path": job.row.path, **_names(job), "reasons": [str(reason) for reason in job.reasons]}


def _outcome_object(outcome: RowOutcome) -> dict[str, Any]:
    entry, failure = outcome.entry, outcome.failure
    told: dict[str, Any] = {**_row_object(outcome.job), "status": entry.status}
    if failure is None:
        left_out = [told_less._asdict() for told_less in entry.left_out]
        size = {"bytes": entry.bytes, "pages": entry.pages, "sheets": entry.sheets}
        return {**told, "sha256": entry.sha256, **size, "left_out": left_out}
    found = [diagnostics.describe(finding) for finding in failure.diagnostics]
    error = {"kind": failure.kind, "message": failure.message, "remedy": failure.remedy, "diagnostics": found}
    return {**told, "error": error}


def _names(job: Job) -> dict[str, str | None]:
    names = job.row.names
    return {**names, "clinic": job.row.clinic.id if job.row.clinic else None, "detail": names["detail"] or None}
