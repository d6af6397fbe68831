"""A plan and an out folder → files, manifest and what became of every row. The whole of a batch, in order:
lock, read the memory, find reasons, work, remember, and at the end the archives and what is left over.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.batch.digest import Digests, Inputs, Program, clinic_digest, options_digest, program
from handoutgen.batch.entry import LEFT_OUT, ManifestEntry, untold
from handoutgen.batch.ledger import STATE, Ledger, read_ledger
from handoutgen.batch.left_over import Pruned, Unread, left_over, prune
from handoutgen.batch.lock import locked
from handoutgen.batch.matrix import Matrix, Row
from handoutgen.batch.naming import NO_CLINIC
from handoutgen.batch.order import work_order
from handoutgen.batch.plan_file import LoadedPlan
from handoutgen.batch.reasons import Reason, hashes_of, reasons_for
from handoutgen.batch.task import Failure, Made, Task
from handoutgen.batch.task_maker import TaskMaker
from handoutgen.errors import HandoutError
from handoutgen.output import below, disk_is_full, write_whole

if TYPE_CHECKING:
    from handoutgen.batch.pools import Pools


class Job(Struct, frozen=True):
    """A row, what it depends on, and why it is to be built; unchanged without reasons."""

    row: Row
    inputs: Inputs
    reasons: tuple[Reason, ...]


class RowOutcome(Struct, frozen=True):
    """What became of a job: its line in the manifest, and the failure if there is one."""

    job: Job
    entry: ManifestEntry
    warnings: int = 0
    failure: Failure | None = None


class Batch(Struct):
    """One run of a plan in its out folder."""

    plan: LoadedPlan
    out: Path
    today: date
    allow_expired: str | None
    ledger: Ledger
    program: Program = field(default_factory=program)
    jobs: tuple[Job, ...] = ()
    made: set[str] = field(default_factory=set)
    """Paths of what this run has written."""

    @property
    def name(self) -> str:
        """What the manifest calls the plan: several plans may share an out folder."""
        return self.plan.path.name

    def prepare(self, matrix: Matrix) -> None:
        """Find out, for every row, why it is to be built."""
        digests = Digests(self.today, self._days_known(), self.plan.plan.options.beside)
        inputs = {row.path: self._inputs(row, digests) for row in matrix.rows}
        known = self.ledger.entries
        for row in matrix.rows:
            self._refuse_anothers(row, known.get(row.path))
        same = [p for p, inner in inputs.items() if p in known and known[p].inputs == inner and known[p].sha256]
        standing = hashes_of([self.out / path for path in same])
        self.jobs = tuple(
            Job(row, inner, reasons_for(inner, known.get(row.path), standing.get(self.out / row.path), row.is_named))
            for row, inner in ((row, inputs[row.path]) for row in matrix.rows)
        )

    def _days_known(self) -> dict[str, tuple[date, ...]]:
        """Review dates by a leaflet's hash, as the manifest has them, so that no leaflet is read for them. It has one
        for each file, so of two languages side by side both are asked; and a row that failed has that of an older
        text."""
        if self.plan.plan.options.beside:
            return {}
        made = (entry for entry in self.ledger.entries.values() if entry.status == "made")
        return {entry.inputs.leaflet: (day,) for entry in made if (day := _day(entry.next_review))}

    def _inputs(self, row: Row, digests: Digests) -> Inputs:
        leaflet = digests.leaflet(row.leaflet.path)
        overdue = digests.overdue(leaflet)
        # It is printed in each language that is overdue, and nothing else is printed because of it.
        reason = "|".join([self.allow_expired] * overdue) if self.allow_expired else None
        return Inputs(
            leaflet,
            digests.clinic(row.clinic.path if row.clinic else None),
            self.program.fonts,
            self.program.engine,
            options_digest(row.format, row.size, row.asked(self.plan.plan.asked), reason),
            overdue > 0,
        )

    def _refuse_anothers(self, row: Row, entry: ManifestEntry | None) -> None:
        """Raise HandoutError for a name under which another plan has made another file: one depth of a leaflet must not
        take the place of the other."""
        if entry is None or entry.plan == self.name or entry.status != "made":
            return
        mine, theirs = row.names, {axis: getattr(entry, axis) for axis in row.names}
        theirs["clinic"] = theirs["clinic"] or NO_CLINIC
        differing = [axis for axis in mine if mine[axis] != theirs[axis]]
        if differing:
            raise HandoutError(
                f"{row.path} is a file of {entry.plan}, with another {differing[0]}: {theirs[differing[0]] or 'none'}.",
                f"Put {{{differing[0]}}} into the name of one of the plans, or use another --out.",
            )

    def to_build(self, failed_only: bool = False) -> list[Job]:
        """The jobs with a reason, in the order in which workers have least to do twice."""
        jobs = [job for job in self.jobs if job.reasons and (not failed_only or Reason.FAILED in job.reasons)]
        return work_order(jobs)

    def outcomes(self, jobs: Sequence[Job], pools: Pools) -> Iterator[RowOutcome]:
        """Build jobs, write their files, note them. Raises HandoutError when the disk is full or the workers are gone:
        what was noted until then is kept."""
        from handoutgen.batch.scheduler import Scheduler

        task_maker = TaskMaker()

        def pack(job: Job) -> Task | Failure:
            asked = job.row.asked(self.plan.plan.asked)
            return task_maker.task(job.row, self.today, self.allow_expired, asked, self.program)

        scheduler = Scheduler(jobs, pools, pack)
        try:
            for job, task, result in scheduler.results():
                outcome = self._taken(job, task, result)
                try:
                    self.ledger.note(outcome.entry)
                except OSError as problem:
                    raise _no_room(self.out) from problem
                yield outcome
        finally:
            scheduler.stop()

    def _taken(self, job: Job, task: Task | None, result: Made | Failure) -> RowOutcome:
        inputs = job.inputs
        if task is not None:  # the very bytes that were built, should a file have changed since the plan was read
            of_clinic = clinic_digest(task.clinic, self.today) if task.clinic else ""
            built_from = replace(inputs, leaflet=task.leaflet.digest, clinic=of_clinic)
            inputs = inputs if built_from == inputs else built_from  # thousands of rows share what is the same
        if isinstance(result, Made):
            try:
                return self._written(job, inputs, result)
            except HandoutError as problem:
                if disk_is_full(problem):
                    raise
                result = Failure("refused", problem.message, problem.remedy)
        older = self.ledger.entries.get(job.row.path)
        status = LEFT_OUT if result.is_of_the_form and not job.row.is_named else "failed"
        entry = self._entry(job, inputs, status, problem=result.in_one_line)
        if older is not None and older.sha256:
            entry = replace(
                entry, sha256=older.sha256, bytes=older.bytes, pages=older.pages, sheets=older.sheets,
                version=older.version, next_review=older.next_review, left_out=older.left_out,
            )  # fmt: skip
        return RowOutcome(job, entry, failure=result)

    def _written(self, job: Job, inputs: Inputs, made: Made) -> RowOutcome:
        if hashlib.sha256(made.data).hexdigest() != made.sha256:
            raise HandoutError("the file was damaged on its way from the worker.", "Run the batch again.")
        write_whole(below(self.out, job.row.path), made.data)
        self.made.add(job.row.path)
        entry = self._entry(
            job, inputs, "made", sha256=made.sha256, bytes=len(made.data), pages=made.pages, sheets=made.sheets,
            version=sys.intern(made.version), next_review=sys.intern(made.next_review),
            left_out=tuple(untold(*told) for told in made.left_out),
        )  # fmt: skip
        return RowOutcome(job, entry, made.warnings)

    def _entry(self, job: Job, inputs: Inputs, status: str, **values: object) -> ManifestEntry:
        names = {**job.row.names, "clinic": job.row.clinic.id if job.row.clinic else ""}
        return ManifestEntry(path=job.row.path, plan=self.name, status=status, inputs=inputs, **names, **values)  # type: ignore[arg-type]

    def expected(self) -> dict[str, ManifestEntry]:
        """The same if all rows can be made: what is still to be made as it was last time, or empty."""
        known = self.ledger.entries
        there = self.standing()
        made = {path: entry for path, entry in known.items() if entry.status == "made"}
        return {
            job.row.path: there.get(job.row.path) or made.get(job.row.path) or self._entry(job, job.inputs, "made")
            for job in self.jobs
        }

    def left_over(self) -> list[ManifestEntry]:
        """Files this plan made once and has no row for any more."""
        return left_over(self.ledger, self.name, (job.row for job in self.jobs))

    def prune(self) -> Pruned:
        """Delete what is left over, but for what must be kept."""
        unread = Unread((job.row, job.inputs.leaflet, job.inputs.clinic) for job in self.jobs)
        return prune(self.ledger, self.left_over(), unread)

    def not_made(self) -> list[ManifestEntry]:
        """Rows that only a group brought in, and whose form cannot be made of their leaflet: now, or as an earlier run
        found."""
        entries = (self.ledger.entries.get(job.row.path) for job in self.jobs)
        return [entry for entry in entries if entry is not None and entry.status == LEFT_OUT]

    def saying_less(self) -> list[ManifestEntry]:
        """Rows whose form leaves something of its leaflet out: now, or as an earlier run made it."""
        entries = (self.ledger.entries.get(job.row.path) for job in self.jobs)
        return [entry for entry in entries if entry is not None and entry.status == "made" and entry.left_out]

    def zip_clinics(self) -> list[str]:
        """An archive for each clinic, of the files that are as the manifest says."""
        from handoutgen.batch.zips import write_zips

        good = {job.row.path for job in self.jobs if not job.reasons} | self.made
        return write_zips(self.ledger, [entry for path, entry in self.ledger.entries.items() if path in good])

    def standing(self) -> dict[str, ManifestEntry]:
        """By path what is there of the plan's files, as the manifest says it: unchanged, or made by this run."""
        entries = self.ledger.entries
        paths = [job.row.path for job in self.jobs if not job.reasons or job.row.path in self.made]
        return {path: entries[path] for path in paths if path in entries and entries[path].status == "made"}


@contextmanager
def folder_held(out: Path) -> Iterator[Ledger]:
    """The out folder for this batch alone, with its memory, which is written down at the end however it ends.

    Raises HandoutError when another batch works there, or when the memory cannot be written.
    """
    with locked(below(out, f"{STATE}/lock").parent) as died:
        if died:
            _clear_up(out)
        ledger = read_ledger(out)
        try:
            yield ledger
        except BaseException:
            # What went wrong is told; that the manifest cannot be written either (a full disk) is part of it. The
            # journal has all rows, and the next run reads it.
            with contextlib.suppress(HandoutError):
                ledger.close()
            raise
        ledger.close()


def _clear_up(out: Path) -> None:
    """Take away the halves of files that a killed batch left: nobody else writes here while we hold the folder."""
    for path in out.rglob(".hg-*.tmp"):
        with contextlib.suppress(OSError, HandoutError):
            below(out, path.relative_to(out).as_posix()).unlink(missing_ok=True)


def _no_room(out: Path) -> HandoutError:
    return HandoutError(f"The journal in {out} cannot be written.", "Free some space, and run the batch again.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
