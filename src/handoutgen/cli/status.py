"""`handoutgen status`: review dates, approvals, languages that are out of step, and forms that can be built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.complete import complete_clinics
from handoutgen.cli.options import today_option
from handoutgen.cli.screen import show_diagnostics, show_table, to_json
from handoutgen.cli.status_rows import (
    EVIDENCE_KEYS,
    FORM_KEYS,
    HEADS,
    STATUS_KEYS,
    as_csv,
    forms_in_words,
    in_words,
    plain,
)
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, ContentRefused, HandoutError, UsageProblem
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.approval.status import LeafletStatus
    from handoutgen.content.clinic import Clinic
    from handoutgen.library.peek import LeafletEntry
    from handoutgen.service.forms_that_build import BuiltForms
    from handoutgen.workshop import Workshop

    FormsOf = dict[tuple[str, str], BuiltForms]

MOST_NAMED = 10


@click.command("status")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True,
    help="A table to read, one for a spreadsheet, or for programs.",
)  # fmt: skip
@click.option(
    "--due", type=click.IntRange(0), metavar="DAYS", help="Only what is overdue, or due within this number of days."
)
@click.option(
    "--fail-if-due", "most", type=click.IntRange(0), metavar="DAYS",
    help="End with exit code 1 if anything is overdue, due within this number of days, or says no date.",
)  # fmt: skip
@click.option("--forms", "with_forms", is_flag=True,
              help="Build every form in standard print, to say which can be: seconds for each leaflet.")  # fmt: skip
@click.option("--clinic", metavar="NAME", shell_complete=complete_clinics, help="With --forms: build for this clinic.")
@click.option("--evidence", is_flag=True, help="What each record says for PIF TICK and accessible information.")
@today_option()
def command(
    form: str, due: int | None, most: int | None, with_forms: bool, clinic: str | None, evidence: bool, today: date
) -> int:
    """Show which leaflets are due for review, who approved them, and which languages are behind.

    \b
    For example:
      handoutgen status --due 90
      handoutgen status --format csv > status.csv
      handoutgen status --fail-if-due 30
      handoutgen status --evidence
    """
    from handoutgen.library.files import list_leaflets

    if evidence:
        return _show_evidence(form)
    if clinic and not with_forms:
        raise UsageProblem("--clinic says for whom forms are built.", "Add --forms, or leave --clinic out.")
    workshop, entries = workshop_at_hand(), list_leaflets(Path())
    clinics, broken = _clinics(workshop)
    every = _statuses(entries, clinics, today, workshop)
    rows = every if due is None else tuple(r for r in every if r.days_left is not None and r.days_left <= due)
    forms = _forms(rows, entries, clinic, today, workshop) if with_forms else None
    _show(rows, form, len(clinics), forms)
    _warn(rows)
    for problem in broken:
        show_diagnostics(problem.diagnostics)
    return REFUSED if broken or _is_due(every, most) else DONE


def _statuses(
    entries: Sequence[LeafletEntry], clinics: Sequence[Clinic], today: date, workshop: Workshop
) -> tuple[LeafletStatus, ...]:
    from handoutgen.approval.status import leaflet_statuses
    from handoutgen.service.known_texts import KnownTexts

    behind = partial(_parts_behind, workshop)
    if not any(approval.content for clinic in clinics for approval in clinic.approvals):
        return leaflet_statuses(entries, clinics, today, parts_of=behind)
    texts = KnownTexts(Path(), workshop)
    rows = leaflet_statuses(entries, clinics, today, texts.digest_of, behind)
    texts.keep()
    return rows


def _parts_behind(workshop: Workshop, entry: LeafletEntry) -> tuple[str, ...] | None:
    """Of a translation, which is read for it; what cannot be read is told by a check."""
    from handoutgen.library.files import DEFAULT_LANGUAGE

    if entry.language == DEFAULT_LANGUAGE:
        return None
    try:
        return workshop.parts_behind(workshop.leaflet(entry.path))
    except HandoutError:
        return None


def _forms(
    rows: Sequence[LeafletStatus], entries: Sequence[LeafletEntry], clinic: str | None, today: date, workshop: Workshop
) -> FormsOf:
    from handoutgen.library.files import find_clinic
    from handoutgen.service.forms_that_build import forms_that_build

    path = find_clinic(clinic, Path()) if clinic else None
    shown = {(row.id, row.language) for row in rows}
    chosen = [entry for entry in entries if (entry.id, entry.language) in shown]
    return {(each.id, each.language): forms_that_build(each, path, today, workshop) for each in chosen}


def _is_due(rows: Sequence[LeafletStatus], most: int | None) -> bool:
    """Whether anything is due by then, which is told; what says no date nobody has reviewed in time."""
    due = [row for row in rows if most is not None and (row.days_left is None or row.days_left <= most)]
    if due:
        named = ", ".join(f"{row.id} ({row.language})" for row in due[:MOST_NAMED])
        more = f" and {len(due) - MOST_NAMED:,} more" if len(due) > MOST_NAMED else ""
        click.echo(f"Due within {counted(most or 0, 'day')}: {printable(named)}{more}.", err=True)
    return bool(due)


def _warn(rows: Sequence[LeafletStatus]) -> None:
    """What a person in charge must not miss in a long table."""
    ended = [f"{row.id} ({row.language}) for {', '.join(row.ended_for[:3])}" for row in rows if row.ended_for]
    older = [f"{row.id} ({row.language})" for row in rows if row.by_version_alone]
    by_version = "approved by version alone, so that a changed text would stay approved; renew with handoutgen approve"
    told = ((ended, "changed since it was approved, and a draft again; see handoutgen diff"), (older, by_version))
    for names, what in told:
        if names:
            more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
            click.echo(f"Warning: {what}: {printable(', '.join(names[:MOST_NAMED]))}{more}.", err=True)


def _clinics(workshop: Workshop) -> tuple[list[Clinic], list[ContentRefused]]:
    """All clinics that can be read, and what is wrong with the others."""
    from handoutgen.library.files import clinic_files

    clinics, broken = [], []
    for path in clinic_files(Path()).values():
        try:
            clinics.append(workshop.clinic(path).clinic)
        except ContentRefused as problem:
            broken.append(problem)
    return clinics, broken


def _show(rows: Sequence[LeafletStatus], form: str, clinics: int, forms: FormsOf | None) -> None:
    built = [forms[row.id, row.language] if forms is not None else None for row in rows]
    if form == "json":
        click.echo(to_json({"leaflets": [plain(row, each) for row, each in zip(rows, built, strict=True)]}))
    elif form == "csv":
        keys = STATUS_KEYS if forms is None else (*STATUS_KEYS, *FORM_KEYS)
        click.echo(as_csv([plain(row, each) for row, each in zip(rows, built, strict=True)], keys), nl=False)
    elif rows:
        table = [(*in_words(row, clinics), *forms_in_words(each)) for row, each in zip(rows, built, strict=True)]
        show_table(HEADS if forms is None else (*HEADS, "FORMS"), table)
    else:
        click.echo("Nothing is due.")


def _show_evidence(form: str) -> int:
    """A row for each criterion of each leaflet that can be read."""
    broken: list[ContentRefused] = []
    rows = list(_evidence(broken))
    if form == "json":
        click.echo(to_json({"evidence": rows}))
    elif form == "csv":
        click.echo(as_csv(rows, EVIDENCE_KEYS), nl=False)
    else:
        heads = ("ID", "LANGUAGE", "SCHEME", "CRITERION", "WHAT THE FILE SAYS")
        show_table(heads, [[*list(row.values())[:-1], row["said"] or "(nothing)"] for row in rows])
    for problem in broken:
        show_diagnostics(problem.diagnostics)
    return REFUSED if broken else DONE


def _evidence(broken: list[ContentRefused]) -> Iterator[dict[str, str]]:
    """The rows; what cannot be read is put into `broken`."""
    from handoutgen.content.load import load_leaflet
    from handoutgen.library.evidence import evidence_of
    from handoutgen.library.files import list_leaflets

    for entry in list_leaflets(Path()):
        try:
            leaflet = load_leaflet(entry.path).leaflet
        except ContentRefused as refusal:
            broken.append(refusal)
            continue
        for each in evidence_of(leaflet):
            values = (leaflet.id, leaflet.language, each.scheme, each.criterion, each.said)
            yield dict(zip(EVIDENCE_KEYS, values, strict=True))
