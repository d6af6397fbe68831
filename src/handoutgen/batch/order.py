"""Jobs → the same jobs in the order in which a worker can use most of what it did before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from handoutgen import bounds
from handoutgen.batch.matrix import Row
from handoutgen.content.yaml.file import read_content
from handoutgen.errors import HandoutError

FORMS_AT_A_TIME = 8
"""The forms of a clinic that are built one after another: what they have in common (its file, its logo, its code) is
then made once, and a workshop has room for all their pages."""
_SHARED_BY = re.compile(rb"^(?:locale|tags):.*(?:\n[ -].*)*", re.MULTILINE)


class HasRow(Protocol):
    """Anything about one row."""

    @property
    def row(self) -> Row:
        """The row."""
        ...


J = TypeVar("J", bound=HasRow)


def work_order(jobs: Sequence[J]) -> list[J]:
    """Leaflet by leaflet, and within a leaflet the clinics that share most pages after each other, so that what is the
    same for them is laid out once; some forms of a clinic together."""
    leaflets: dict[object, int] = {}
    forms: dict[object, int] = {}
    clinics = _clinics_in_order(jobs)
    keyed = []
    for job in jobs:
        row = job.row
        leaflet = leaflets.setdefault(row.leaflet.path, len(leaflets))
        form = forms.setdefault((row.format, row.size, row.detail), len(forms))
        clinic = clinics[row.clinic.path if row.clinic else None]
        keyed.append(((leaflet, clinic // bounds.CLINICS_AT_A_TIME, form // FORMS_AT_A_TIME, clinic, form), job))
    return [job for _, job in sorted(keyed, key=lambda pair: pair[0])]


def _clinics_in_order(jobs: Sequence[HasRow]) -> dict[Path | None, int]:
    """Each clinic's place: those that look alike are neighbours, else as they come."""
    paths = dict.fromkeys(job.row.clinic.path if job.row.clinic else None for job in jobs)
    looks: dict[bytes, int] = {}
    keyed = [(looks.setdefault(_look(path), len(looks)), path) for path in paths]
    return {path: place for place, (_, path) in enumerate(sorted(keyed, key=lambda pair: pair[0]))}


def _look(path: Path | None) -> bytes:
    """What decides which pages a clinic shares with others, as its file writes it. No more than a hint, so that
    thousands of files need no parsing: where it errs, some pages are made twice, the same ones."""
    if path is None:
        return b""
    try:
        return b"\n".join(_SHARED_BY.findall(read_content(path)))
    except HandoutError:
        return b""  # its rows will say why
