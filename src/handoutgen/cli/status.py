"""`handoutgen status`: review dates, approvals, and languages that are out of step."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen.cli.options import today_option
from handoutgen.cli.screen import show_diagnostics, show_table, to_json
from handoutgen.errors import DONE, REFUSED, ContentRefused

if TYPE_CHECKING:
    from handoutgen.content.clinic import Clinic
    from handoutgen.library.status import LeafletStatus


@click.command("status")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True,
    help="A table to read, one for a spreadsheet, or for programs.",
)  # fmt: skip
@click.option(
    "--due", type=click.IntRange(0), metavar="DAYS", help="Only what is overdue, or due within this number of days."
)
@click.option("--evidence", is_flag=True, help="What each record says for PIF TICK and accessible information.")
@today_option()
def command(form: str, due: int | None, evidence: bool, today: date) -> int:
    """Show which leaflets are due for review, who approved them, and which languages are behind.

    \b
    For example:
      handoutgen status --due 90
      handoutgen status --format csv > status.csv
      handoutgen status --evidence
    """
    from handoutgen.library.files import list_leaflets

    if evidence:
        return _show_evidence(form)
    from handoutgen.library.status import leaflet_statuses

    clinics, broken = _clinics(Path())
    rows = leaflet_statuses(list_leaflets(Path()), clinics, today)
    if due is not None:
        rows = tuple(row for row in rows if row.days_left is not None and row.days_left <= due)
    _show(rows, form, len(clinics))
    for problem in broken:
        show_diagnostics(problem.diagnostics)
    return REFUSED if broken else DONE


def _show_evidence(form: str) -> int:
    """A row for each criterion of each leaflet that can be read."""
    from handoutgen.content.load import load_leaflet
    from handoutgen.library.evidence import evidence_of
    from handoutgen.library.files import list_leaflets

    rows, broken = [], []
    for entry in list_leaflets(Path()):
        try:
            leaflet = load_leaflet(entry.path).leaflet
        except ContentRefused as refusal:
            broken.append(refusal)
            continue
        for each in evidence_of(leaflet):
            values = (leaflet.id, leaflet.language, each.scheme, each.criterion, each.said)
            rows.append(dict(zip(EVIDENCE_KEYS, values, strict=True)))
    if form == "json":
        click.echo(to_json({"evidence": rows}))
    elif form == "csv":
        click.echo(_as_csv(rows, EVIDENCE_KEYS), nl=False)
    else:
        heads = ("ID", "LANGUAGE", "SCHEME", "CRITERION", "WHAT THE FILE SAYS")
        show_table(heads, [[*list(row.values())[:-1], row["said"] or "(nothing)"] for row in rows])
    for problem in broken:
        show_diagnostics(problem.diagnostics)
    return REFUSED if broken else DONE


def _clinics(folder: Path) -> tuple[list[Clinic], list[ContentRefused]]:
    """All clinics that can be read, and what is wrong with the others."""
    from handoutgen.content.load import load_clinic
    from handoutgen.library.files import clinic_files

    clinics, broken = [], []
    for path in clinic_files(folder).values():
        try:
            clinics.append(load_clinic(path).clinic)
        except ContentRefused as problem:
            broken.append(problem)
    return clinics, broken


def _show(rows: Sequence[LeafletStatus], form: str, clinics: int) -> None:
    if form == "json":
        click.echo(to_json({"leaflets": [_plain(row) for row in rows]}))
    elif form == "csv":
        click.echo(_as_csv([_plain(row) for row in rows], STATUS_KEYS), nl=False)
    elif rows:
        heads = ("ID", "LANGUAGE", "VERSION", "STATUS", "NEXT REVIEW", "WHEN", "APPROVED BY", "LANGUAGES", "OWNER")
        show_table(heads, [_in_words(row, clinics) for row in rows])
    else:
        click.echo("Nothing is due.")


def _plain(row: LeafletStatus) -> dict[str, Any]:
    return {
        "id": row.id,
        "language": row.language,
        "version": row.version,
        "status": row.status,
        "next_review": row.next_review.isoformat() if row.next_review else None,
        "days_left": row.days_left,
        "owner": row.owner,
        "behind": row.behind,
        "approved_by": list(row.approved_by),
        "other_version_approved_by": list(row.other_version_approved_by),
    }


def _in_words(row: LeafletStatus, clinics: int) -> tuple[str, ...]:
    approved = f"{len(row.approved_by)} of {clinics}" if clinics else "-"
    if row.other_version_approved_by:
        approved += f", another version: {len(row.other_version_approved_by)}"
    languages = f"behind {row.behind}" if row.behind else "in step"
    due = row.next_review.isoformat() if row.next_review else "?"
    known = (row.id, row.language, row.version or "?", row.status or "?", due, _when(row.days_left))
    return (*known, approved, languages, row.owner or "?")


def _when(days: int | None) -> str:
    if days is None:
        return "?"
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return "today" if days == 0 else f"in {counted}" if days > 0 else f"{counted} overdue"


STATUS_KEYS = (
    "id", "language", "version", "status", "next_review", "days_left", "owner", "behind", "approved_by",
    "other_version_approved_by",
)  # fmt: skip
EVIDENCE_KEYS = ("leaflet", "language", "scheme", "criterion", "said")


def _as_csv(rows: Sequence[dict[str, Any]], keys: Sequence[str]) -> str:
    """With a head line; lists of ids are parted by spaces. A cell that a spreadsheet would take for a formula is not
    one: ids and versions cannot start with =, and texts that do get an apostrophe before them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, keys, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value
