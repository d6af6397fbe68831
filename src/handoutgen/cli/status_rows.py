"""Rows of `handoutgen status` → words for a table, cells for a spreadsheet, objects for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.approval.status import LeafletStatus
    from handoutgen.service.forms_that_build import BuiltForms

STATUS_KEYS = (
    "id", "language", "version", "status", "next_review", "days_left", "owner", "behind", "approved_by",
    "other_version_approved_by", "ended_for", "by_version_alone", "parts_behind",
)  # fmt: skip
FORM_KEYS = ("forms", "forms_refused")
EVIDENCE_KEYS = ("leaflet", "language", "scheme", "criterion", "said")
HEADS = ("ID", "LANGUAGE", "VERSION", "STATUS", "NEXT REVIEW", "WHEN", "APPROVED BY", "LANGUAGES", "OWNER")


def plain(row: LeafletStatus, forms: BuiltForms | None = None) -> dict[str, Any]:
    """A row for programs; with forms if they were built."""
    told = {
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
        "ended_for": list(row.ended_for),
        "by_version_alone": list(row.by_version_alone),
        "parts_behind": None if row.parts_behind is None else list(row.parts_behind),
    }
    return told if forms is None else {**told, "forms": list(forms.built), "forms_refused": dict(forms.refused)}


def in_words(row: LeafletStatus, clinics: int) -> tuple[str, ...]:
    """A row to read."""
    approved = f"{len(row.approved_by)} of {clinics}" if clinics else "-"
    for clinic_ids, what in (
        (row.by_version_alone, "by version alone"),
        (row.ended_for, "changed since"),
        (row.other_version_approved_by, "another version"),
    ):
        approved += f", {what}: {len(clinic_ids)}" if clinic_ids else ""
    languages = f"behind {row.behind}" if row.behind else "in step"
    if row.parts_behind:
        languages = f"{counted(len(row.parts_behind), 'part')} behind"
    due = row.next_review.isoformat() if row.next_review else "?"
    known = (row.id, row.language, row.version or "?", row.status or "?", due, _when(row.days_left))
    return (*known, approved, languages, row.owner or "?")


def forms_in_words(forms: BuiltForms | None) -> tuple[str, ...]:
    """How many forms can be built, and which cannot; nothing if none was tried."""
    if forms is None:
        return ()
    missing = f", not {', '.join(forms.refused)}" if forms.refused else ""
    return (f"{len(forms.built)} of {len(forms.built) + len(forms.refused)}{missing}",)


def _when(days: int | None) -> str:
    if days is None:
        return "?"
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return "today" if days == 0 else f"in {counted}" if days > 0 else f"{counted} overdue"


def as_csv(rows: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> str:
    """With a head line; lists of ids are parted by spaces. A cell that a spreadsheet would take for a formula is not
    one: ids and versions cannot start with =, and texts that do get an apostrophe before them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, keys, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value
