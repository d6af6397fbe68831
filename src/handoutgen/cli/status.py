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
@today_option()
def command(form: str, due: int | None, today: date) -> int:
    """Show which leaflets are due for review, who approved them, and which languages are behind.

    \b
    For example:
      handoutgen status --due 90
      handoutgen status --format csv > status.csv
    """
    from handoutgen.library.files import list_leaflets
    from handoutgen.library.status import leaflet_statuses

    clinics, broken = _clinics(Path())
    rows = leaflet_statuses(list_leaflets(Path()), clinics, today)
    if due is not None:
        rows = tuple(row for row in rows if row.days_left is not None and row.days_left <= due)
    _show(rows, form, len(clinics))
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
        click.echo(_as_csv([_plain(row) for row in rows]), nl=False)
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


def _as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """With a head line; lists of ids are parted by spaces. A cell that a spreadsheet would take for a formula is not
    one: ids and versions cannot start with =, and texts that do get an apostrophe before them."""
    text = io.StringIO()
    keys = ("id", "language", "version", "status", "next_review", "days_left", "owner", "behind", "approved_by",
            "other_version_approved_by")  # fmt: skip
    writer = csv.DictWriter(text, keys, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value
